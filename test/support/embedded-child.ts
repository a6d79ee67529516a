import { startEmbeddedPostgres } from '#db/embedded.ts';

// A process of its own that holds an embedded server, for tests that kill it. Prints what it got as one line of
// JSON and stays until it is ended.
const [dataDir = ''] = process.argv.slice(2);
try {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  process.stdout.write(`${JSON.stringify({ url: server.url, pid: server.pid })}\n`);
  setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    void server.stop().then(() => process.exit(0));
  });
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`,
  );
  process.exitCode = 1;
}
