import type { Actor } from '#shared/domain/actor.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { PayrollWriter } from '../writer.ts';
import { emptyFile, evolveFile, type EmployeeFile } from './file.ts';

export interface FileCommand<Result> {
  readonly operation: string;
  readonly employeeId: string;
  /** What the key stands for; nothing in it may be secret. */
  readonly input: { readonly idempotencyKey?: string | null | undefined };
  /** Reads what the decision needs besides the file; again when somebody else was faster. */
  readonly prepare?: () => Promise<void>;
  /** Pure. */
  readonly decide: (file: EmployeeFile) => Decision<Result>;
}

const kind = { initial: emptyFile, evolve: evolveFile, stateVersion: 1 };

/**
 * Decides on an employee's file and answers the result.
 * @throws DomainError CONFLICT, IDEMPOTENCY_KEY_REUSED, and what the decision refuses.
 */
export async function onFile<Result>(
  writer: PayrollWriter,
  actor: Actor,
  { operation, employeeId, input, prepare, decide }: FileCommand<Result>,
): Promise<Result> {
  let file = emptyFile;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [employeeId],
    prepare: async () => {
      [file] = await Promise.all([writer.load(actor.companyId, employeeId, kind), prepare?.()]);
    },
    decide: () => decide(file),
  });
  return result;
}
