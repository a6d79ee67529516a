import type { Actor } from '#shared/domain/actor.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/ids.ts';
import type { ReportingWriter } from '../writer.ts';
import { decideMapping, evolveMapping, initialMapping, type AccountMapping } from './decide.ts';
import type { StatementLine, StatementName } from './line.ts';
import { readLines } from './queries.ts';

/** @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function mapAccount(
  writer: ReportingWriter,
  actor: Actor,
  input: {
    readonly standard: string;
    readonly statement: StatementName;
    readonly accountId: string;
    readonly lineCode: string | null;
    readonly idempotencyKey?: string | null | undefined;
  },
): Promise<void> {
  const { standard, statement, accountId, lineCode } = input;
  const id = namedId('reporting', actor.companyId, `mapping:${standard}:${statement}:${accountId}`);
  let state: AccountMapping = initialMapping;
  let lines: readonly StatementLine[] = [];
  await writer.writePath.execute({
    ...actor,
    operation: 'mapStatementAccount',
    ...keyed(input),
    aggregates: [id],
    changesFacts: false,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: initialMapping,
        evolve: evolveMapping,
        stateVersion: 1,
      });
      lines = await writer.database.withCompany(actor.companyId, (sql) =>
        readLines(sql, standard, statement),
      );
    },
    decide: () => decideMapping({ id, standard, statement, accountId, lineCode }, state, lines),
  });
}
