/** Reporting alone in a process, as it hands out files to the gateway. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createReporting } from '#reporting/subgraph.ts';
import { createLog } from '#shared/platform/log.ts';
import type { FromReports, ToReports } from './reports-apart.ts';

async function start({ databaseUrl, secret }: ToReports): Promise<void> {
  const log = createLog({ logLevel: 'error' }, process.stderr);
  const reporting = await createReporting({
    databaseUrl,
    secret: Buffer.from(secret, 'base64'),
    followsPolicies: false,
    log,
  });
  const { files } = reporting;
  if (files === undefined) throw new Error('reporting hands out no files');
  const server = createServer((request, response) => {
    void (async () => {
      const { body, mediaType } = await files.open((request.url ?? '/').slice(1));
      response.writeHead(200, { 'content-type': mediaType });
      await pipeline(body, response);
    })().catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  tell({ kind: 'ready', port: (server.address() as AddressInfo).port });
}

function tell(message: FromReports): void {
  process.send?.(message);
}

process.once('message', (told: ToReports) => {
  start(told).catch((error: unknown) => tell({ kind: 'broken', why: String(error) }));
});
process.once('disconnect', () => process.exit());
