import { createServer } from 'node:net';
import { CommandFailure } from '#cli/exit.ts';

/** Refuses early and clearly when the port cannot be had: nothing was started yet that must be stopped again. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'another program listens there; choose another with --port or PORT'
          : error.code === 'EACCES'
            ? 'the system does not allow it; choose a port above 1023 with --port or PORT'
            : error.message;
      reject(new CommandFailure(`port ${port} of ${host} cannot be used: ${why}`));
    });
    probe.listen({ port, host }, () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}
