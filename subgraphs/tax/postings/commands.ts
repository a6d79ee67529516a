import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TaxWriter } from '../writer.ts';
import { decideRetry, type RetriedPosting } from './decide.ts';
import { readRetried } from './queries.ts';

export interface RetryPostingInput {
  readonly id: string;
  readonly date?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED */
export async function retryPosting(writer: TaxWriter, actor: Actor, input: RetryPostingInput): Promise<void> {
  const { id, date = null } = input;
  let posting: RetriedPosting | null = null;
  await writer.writePath.execute({
    ...actor,
    operation: 'retryPosting',
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      posting = await readRetried(writer.database, actor.companyId, id);
    },
    decide: () => decideRetry({ companyId: actor.companyId, id, date, posting }),
  });
}
