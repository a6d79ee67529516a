import { DomainError } from '#shared/domain/errors.ts';
import type { PostingSource } from '#shared/domain/posting.ts';

/** Kinds of documents by which the transactions of assets are known everywhere. */
export const DEPRECIATION_SOURCE = 'Depreciation';
export const FIXED_ASSET_SOURCE = 'FixedAsset';
export const DISPOSAL_SOURCE = 'FixedAssetDisposal';

const INSTEAD: Readonly<Record<string, string>> = {
  [DEPRECIATION_SOURCE]: 'reverseDepreciationRun',
  [FIXED_ASSET_SOURCE]: 'cancelFixedAsset, transferFixedAsset or disposeFixedAsset',
  [DISPOSAL_SOURCE]: 'reverseFixedAssetDisposal',
};

/** What the register of assets has posted it takes back itself, or the two would differ. @throws DomainError INVALID_TRANSITION. */
export function demandNotOfRegister(source: PostingSource | undefined, id: string): void {
  const instead = source?.subgraph === 'ledger' ? INSTEAD[source.type] : undefined;
  if (instead === undefined) return;
  throw new DomainError(
    'INVALID_TRANSITION',
    `id: the register of fixed assets posted this; use ${instead}`,
    {
      field: 'id',
      value: id,
    },
  );
}
