import { createConsumer, type Consumer, type ConsumerOptions } from '#db/feed.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { SCHEMA } from '../schema.ts';
import type { PayrollWriter } from '../writer.ts';
import { calculatePayslips, type CalculationOptions } from './calculation.ts';
import { finishCalculation, tellProgress } from './commands.ts';
import { readRunToCalculate } from './to-calculate.ts';

/** Name of the consumer that calculates runs. */
export const RUN_WORKER = 'pay-runs';

export interface RunWorkerOptions
  extends Pick<ConsumerOptions, 'database' | 'log' | 'pollSeconds' | 'retrySeconds'>, CalculationOptions {
  readonly writer: PayrollWriter;
}

/**
 * Calculates runs in the background, whenever one was started or is to be calculated anew. Its checkpoint moves when the
 * calculation stands in the log; who dies before that is followed by one that goes on where the payslips have come to.
 * Several processes share the work by company.
 */
export function createRunWorker({ writer, chunk, onChunk, ...options }: RunWorkerOptions): Consumer {
  const { database } = options;
  return createConsumer({
    ...options,
    schema: SCHEMA,
    name: RUN_WORKER,
    async handle(sql, companyId, events) {
      // Of several requests for one run the last one counts: the run itself says which that is.
      const asked = new Set(
        events
          .filter(({ type }) => type === 'PayrollRunStarted' || type === 'PayrollRunRecalculated')
          .map(({ aggregateId }) => aggregateId),
      );
      for (const runId of asked) {
        const run = await readRunToCalculate(database, companyId, runId);
        if (run === null) continue;
        const { calculation } = run;
        const actor = { companyId, userId: run.calculatedBy };
        const isDone = await calculatePayslips(database, run, {
          ...(chunk !== undefined && { chunk }),
          onChunk: async (done, employees) => {
            // A transaction that says nothing for long is ended by the server.
            await sql`/* stillCalculating */ select 1`;
            await tellProgress(writer, actor, { id: runId, calculation, done, employees });
            await onChunk?.(done, employees);
          },
        });
        if (!isDone) continue;
        await unlessUnwanted(finishCalculation(writer, actor, { id: runId, calculation }));
      }
    },
  });
}

/** A run that was calculated anew or given up meanwhile needs no end. */
async function unlessUnwanted(finish: Promise<void>): Promise<void> {
  try {
    await finish;
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'INVALID_TRANSITION')) throw error;
  }
}
