import type { Actor } from '#shared/domain/actor.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/ids.ts';
import type { LedgerWriter } from '../writer.ts';
import { decideSettings, evolveSettings, initialSettings, type LedgerSettings } from './settings.ts';

export async function updateLedgerSettings(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly approverMustDiffer: boolean; readonly idempotencyKey?: string | null | undefined },
): Promise<void> {
  const id = namedId('ledger', actor.companyId, 'settings');
  let state: LedgerSettings = initialSettings;
  await writer.writePath.execute({
    ...actor,
    operation: 'updateLedgerSettings',
    ...keyed(input),
    aggregates: [id],
    changesFacts: true,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: initialSettings,
        evolve: evolveSettings,
        stateVersion: 1,
      });
    },
    decide: () => decideSettings({ id, approverMustDiffer: input.approverMustDiffer }, state),
  });
}
