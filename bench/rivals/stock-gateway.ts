/** Apollo's gateway behind Apollo Server, as their documentation starts them. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { ApolloGateway } from '@apollo/gateway';
import { switchOffVendorTelemetry } from '#shared/platform/config.ts';
import type { ToRival } from './rival.ts';

async function start({ supergraphSdl = '' }: ToRival): Promise<void> {
  switchOffVendorTelemetry();
  const tell = (text: unknown): void => void process.stderr.write(`${String(text)}\n`);
  const quiet = { debug: () => undefined, info: () => undefined, warn: tell, error: tell };
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl, logger: quiet }) });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  process.send?.({ kind: 'ready', url: new URL(url).origin });
}

process.once('message', (told: ToRival) => {
  start(told).catch((error: unknown) => process.send?.({ kind: 'broken', why: String(error) }));
});
process.once('disconnect', () => process.exit());
