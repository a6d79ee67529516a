/**
 * Sends requests as fast as answers come, from a process of its own, so that the client's work is not done in the
 * event loop that is measured.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { spreadOf } from '../measure/latencies.ts';
import { createDrafts, datesBack } from '../workload/drafts.ts';
import type { FromHttpClient, HttpJob, HttpOutcome } from './http-job.ts';

/** Bodies are made before the clock starts, and go round. */
const BODIES = { nothing: 1, transaction: 2_000, batch: 40, issue: 2_000 } as const;

function bodiesOf({ query, input, batch, goods = [] }: HttpJob): readonly string[] {
  const dates = datesBack(1);
  const draft = createDrafts(31, dates);
  const inputs = {
    nothing: () => ({}),
    transaction: draft,
    batch: () => ({ transactions: Array.from({ length: batch }, draft) }),
    issue: (n: number) => {
      const { itemId, warehouseId } = goods[n % goods.length] ?? {};
      const lines = [{ itemId, quantity: '1' }];
      return { kind: 'ISSUE', reason: 'SALE', date: dates[0], warehouseId, lines };
    },
  } as const;
  return Array.from({ length: BODIES[input] }, (_, n) =>
    JSON.stringify({ query, variables: { input: inputs[input](n) } }),
  );
}

async function send(job: HttpJob, onMeasuring: () => void): Promise<HttpOutcome> {
  const bodies = bodiesOf(job);
  const pool = new Pool(job.origin, { connections: job.connections, pipelining: 1 });
  const headers = job.tokens.map((token) => ({
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
  }));
  let [isOver, sent, failed] = [false, 0, 0];
  let firstFailure: string | null = null;
  let durations: number[] = [];

  const connection = async (): Promise<void> => {
    while (!isOver) {
      const body = bodies[sent % bodies.length];
      const header = headers[sent % headers.length];
      if (body === undefined || header === undefined) throw new Error('there is nothing to send');
      sent += 1;
      const began = performance.now();
      const answer = await pool.request({ method: 'POST', path: '/graphql', headers: header, body });
      const text = await answer.body.text();
      durations.push(performance.now() - began);
      if (answer.statusCode === 200 && !text.includes('"errors":') && !text.includes('"error":{')) continue;
      failed += 1;
      firstFailure ??= `${answer.statusCode} ${text.slice(0, 300)}`;
    }
  };
  try {
    const connections = Promise.all(Array.from({ length: job.connections }, connection));
    await Promise.race([delay(job.warmSeconds * 1000), connections]);
    durations = [];
    onMeasuring();
    const began = performance.now();
    await Promise.race([delay(job.seconds * 1000), connections]);
    const seconds = (performance.now() - began) / 1000;
    const measured = durations;
    isOver = true;
    await connections;
    return { requests: measured.length, seconds, ...spreadOf(measured), failed, firstFailure };
  } finally {
    isOver = true;
    await pool.close();
  }
}

function tell(message: FromHttpClient): void {
  process.send?.(message);
}

process.once('message', (job: HttpJob) => {
  send(job, () => tell({ kind: 'measuring' }))
    .then((outcome) => tell({ kind: 'done', outcome }))
    .catch((error: unknown) => tell({ kind: 'broken', why: String(error) }));
});
// Without its parent nobody wants the figures.
process.once('disconnect', () => process.exit());
