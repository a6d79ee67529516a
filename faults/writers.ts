import { ask, pause, Tally, type Course } from './course.ts';

export interface Posting {
  readonly key: string;
  readonly id: string;
  readonly seq: number;
}

export interface Writers {
  readonly acknowledged: readonly Posting[];
  /** Keys that were sent at least once. */
  readonly sent: ReadonlySet<string>;
  /** Answers that were no acknowledgement, by their code. */
  readonly retries: Tally;
  /** Longest time from the first attempt to the acknowledgement, milliseconds. */
  readonly slowest: () => number;
  readonly ended: Promise<void>;
}

const RECORD = `mutation($input: TransactionInput!) {
  recordTransaction(input: $input) { transaction { id seq } }
}`;
interface Recorded {
  readonly recordTransaction: { readonly transaction: { readonly id: string; readonly seq: number } };
}
const ACCOUNTS = ['1110', '1210', '1410', '3110', '5150', '6110', '7410'] as const;
/** After the end of the run everything serves again: what is still refused then will be for ever. */
const LAST_MILLISECONDS = 60_000;
/** What may be answered while parts are away, and means that the same key may be sent again. */
const MOMENTARY = new Set(['SERVICE_UNAVAILABLE', 'CONFLICT']);

/** Each writer posts one transaction after the other, the same key again and again until it is acknowledged. */
export function startWriters(course: Course, count: number): Writers {
  const acknowledged: Posting[] = [];
  const sent = new Set<string>();
  const retries = new Tally();
  let slowest = 0;

  async function post(key: string): Promise<void> {
    const { random } = course;
    const debit = random.pick(ACCOUNTS);
    const credit = random.pick(ACCOUNTS.filter((code) => code !== debit));
    const amount = (random.between(1, 100_000) / 100).toFixed(2);
    const input = {
      date: `2026-${String(random.between(1, 13)).padStart(2, '0')}-15`,
      description: key,
      idempotencyKey: key,
      entries: [
        { accountCode: debit, debit: amount },
        { accountCode: credit, credit: amount },
      ],
    };
    sent.add(key);
    const began = performance.now();
    for (let overSince: number | undefined; ;) {
      try {
        const { data, errors } = await ask<Recorded>(course, RECORD, { input });
        const posted = data?.recordTransaction?.transaction;
        if (posted !== undefined && errors === undefined) {
          acknowledged.push({ key, ...posted });
          course.acknowledged = Math.max(course.acknowledged, posted.seq);
          slowest = Math.max(slowest, performance.now() - began);
          return;
        }
        const code = String(errors?.[0]?.extensions?.['code']);
        retries.add(code);
        if (!MOMENTARY.has(code)) {
          course.violated(`a posting was refused by ${code}: ${errors?.[0]?.message ?? ''}`);
        }
      } catch (error) {
        retries.add(error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : 'broken off');
      }
      if (course.isOver()) {
        overSince ??= performance.now();
        if (performance.now() - overSince > LAST_MILLISECONDS) {
          course.violated(`${key} was never acknowledged`);
          return;
        }
      }
      await pause(course.random.between(50, 300));
    }
  }

  const ended = Promise.all(
    Array.from({ length: count }, async (_, writer) => {
      for (let index = 0; !course.isOver(); index += 1) {
        await post(`writer ${String(writer)} posting ${String(index)}`);
        await pause(course.random.between(200, 600));
      }
    }),
  ).then(() => undefined);
  return { acknowledged, sent, retries, slowest: () => slowest, ended };
}
