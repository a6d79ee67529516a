import type { Receipt } from '#db/write-path.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/ids.ts';
import type { LedgerWriter } from '../writer.ts';
import { decideRegisterCurrency } from './decide.ts';

export function registerCurrency(
  writer: LedgerWriter,
  actor: Actor,
  input: {
    readonly code: string;
    readonly minorUnits: number;
    readonly name: string;
    readonly idempotencyKey?: string | null | undefined;
  },
): Promise<Receipt<{ readonly code: string }>> {
  const { code, minorUnits, name } = input;
  const id = namedId('ledger', actor.companyId, `currency:${code}`);
  return writer.writePath.execute<{ readonly code: string }>({
    ...actor,
    operation: 'registerCurrency',
    ...keyed(input),
    aggregates: [id],
    changesFacts: true,
    decide: (facts) => decideRegisterCurrency({ id, code, minorUnits, name }, facts),
  });
}
