import { openDatabase } from '#db/client.ts';
import { createPayrollWriter } from '#payroll/writer.ts';
import { createRunWorker } from '#payroll/runs/worker.ts';
import { createLog } from '#shared/platform/log.ts';

/**
 * A process that calculates runs of pay, to be killed in the middle of it. Its arguments say where the database is and how
 * many employees make a chunk; it tells its parent after each.
 */
const [url = '', chunk = '10'] = process.argv.slice(2);
const log = createLog({ logLevel: 'warn' });
const database = openDatabase(url);
createRunWorker({
  database,
  writer: createPayrollWriter(database),
  log,
  chunk: Number(chunk),
  onChunk: (done) => {
    process.send?.(done);
  },
});
// Without its parent it has nothing to do.
process.on('disconnect', () => process.exit(0));
