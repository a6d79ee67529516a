import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { migrate } from '#db/migrate.ts';
import { hasRedis } from '#test/redis.ts';
import { freePort } from './free-port.ts';
import { answersAt, processPart, type Part } from './part.ts';
import { postgresPart } from './postgres-part.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

const DAVTARI = fileURLToPath(new URL('../../cli/davtari.mjs', import.meta.url));
const SUPERGRAPH = new URL('../../supergraph.yaml', import.meta.url);

/** The subgraphs that run as processes: all but the one that exists inside the gateway. */
function subgraphNames(): readonly string[] {
  const { subgraphs } = parse(readFileSync(SUPERGRAPH, 'utf8')) as { subgraphs: Record<string, unknown> };
  return Object.keys(subgraphs).filter((name) => name !== 'events');
}

export interface TopologyOptions {
  readonly ledgers?: number;
  readonly identities?: number;
  readonly gateways?: number;
  /** Starts a Redis where one is installed; true unless told otherwise. */
  readonly redis?: boolean;
  /** Gives each gateway the ledger of its own number alone, so that it is known who writes. */
  readonly pairs?: boolean;
  /** Leads everything that the parts say to one another through proxies that can be disturbed. */
  readonly proxied?: boolean;
  /** Further settings of every part. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Topology {
  readonly folder: string;
  /** The database as its owner, not through a proxy. */
  readonly ownerUrl: string;
  readonly redisUrl: string | undefined;
  readonly parts: readonly Part[];
  readonly proxies: ReadonlyMap<string, TcpProxy>;
  /** Parts of a kind, by their number. */
  of(kind: string): readonly Part[];
  part(name: string): Part;
  /** What a process on this machine needs to join, such as the command line. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const BOUNDLESS = {
  RATE_PER_MINUTE: '10000000',
  RATE_PER_HOUR: '100000000',
  SOCKETS_OPENED_PER_MINUTE: '1000000',
  SOCKETS_PER_ADDRESS: '100000',
  ATTEMPTS_PER_ADDRESS: '1000000',
  ATTEMPTS_PER_ACCOUNT: '1000000',
};

/**
 * The system as it runs in containers, as processes of this machine: PostgreSQL, Redis, and each part of Davtari by
 * `davtari start --only`, as many as are wanted. Every part can be killed and started again where it was.
 */
export async function startTopology(options: TopologyOptions = {}): Promise<Topology> {
  const folder = mkdtempSync(join(tmpdir(), 'davtari-topology-'));
  const parts: Part[] = [];
  const proxies = new Map<string, TcpProxy>();
  const close = async (): Promise<void> => {
    // Gateways first, as an operator would.
    for (const part of [...parts].reverse()) await (part.kind === 'postgres' ? part.stop() : part.kill());
    for (const proxy of proxies.values()) await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const through = async (name: string, port: number): Promise<number> => {
    if (options.proxied !== true) return port;
    const proxy = await startTcpProxy(() => port);
    proxies.set(name, proxy);
    return proxy.port;
  };

  try {
    const postgres = postgresPart(join(folder, 'database'), await freePort());
    parts.push(postgres);
    await postgres.start();
    await migrate(postgres.ownerUrl);
    const databaseUrl = new URL(postgres.ownerUrl);
    databaseUrl.port = String(await through('postgres', postgres.port));

    let redisUrl: string | undefined;
    if ((options.redis ?? true) && hasRedis) {
      const redis = redisPart(folder, await freePort());
      parts.push(redis);
      await redis.start();
      redisUrl = `redis://127.0.0.1:${String(await through('redis', redis.port))}`;
    }

    const environment: Record<string, string> = {
      DATA_DIR: join(folder, 'keys'),
      LOG_LEVEL: 'warn',
      ...BOUNDLESS,
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      ...options.environment,
    };
    mkdirSync(join(folder, 'keys'), { recursive: true });
    const add = async (kind: string, index: number, more: Record<string, string>): Promise<Part> => {
      const port = await freePort();
      const url = `http://127.0.0.1:${String(port)}`;
      const name = `${kind} ${String(index + 1)}`;
      const part = processPart({
        name,
        kind,
        port,
        url,
        command: [process.execPath, DAVTARI, 'start', '--only', kind, '--json', '--port', String(port)],
        environment: { ...environment, ...more, HOST: '127.0.0.1' },
        log: join(folder, `${name}.log`),
        isReady: () => answersAt(`${url}${kind === 'gateway' ? '/health/ready' : '/health'}`),
      });
      parts.push(part);
      await part.launch();
      return part;
    };
    const database = { DATABASE_URL: databaseUrl.href };
    const counts = new Map([
      ['identity', options.identities],
      ['ledger', options.ledgers],
    ]);
    const urls = new Map<string, string[]>();
    for (const kind of subgraphNames()) {
      const places: string[] = [];
      for (let index = 0; index < (counts.get(kind) ?? 1); index += 1) {
        const part = await add(kind, index, database);
        places.push(`http://127.0.0.1:${String(await through(part.name, part.port))}/graphql`);
      }
      urls.set(kind, places);
    }
    await Promise.all(parts.map((part) => part.ready()));
    for (let index = 0; index < (options.gateways ?? 1); index += 1) {
      const subgraphs = [...urls].map(([name, places]) => {
        const own = places[index % places.length] ?? '';
        return `${name}=${options.pairs === true && name === 'ledger' ? own : places.join('|')}`;
      });
      const gateway = await add('gateway', index, { SUBGRAPH_URLS: subgraphs.join(',') });
      if (options.proxied === true) await through(gateway.name, gateway.port);
    }
    await Promise.all(parts.map((part) => part.ready()));
    return {
      folder,
      get ownerUrl() {
        return postgres.ownerUrl;
      },
      redisUrl,
      parts,
      proxies,
      of: (kind) => parts.filter((part) => part.kind === kind),
      part: (name) => {
        const found = parts.find((part) => part.name === name);
        if (found === undefined) throw new Error(`The topology has no ${name}.`);
        return found;
      },
      environment: { ...environment, DATABASE_URL: postgres.ownerUrl },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Redis that writes down what it is told, as a system does that relies on it. */
function redisPart(folder: string, port: number): Part {
  const dir = join(folder, 'redis');
  mkdirSync(dir, { recursive: true });
  const words = { port: String(port), bind: '127.0.0.1', save: '', appendonly: 'yes', dir };
  return processPart({
    name: 'redis',
    kind: 'redis',
    port,
    url: `redis://127.0.0.1:${String(port)}`,
    command: ['redis-server', ...Object.entries(words).flatMap(([name, value]) => [`--${name}`, value])],
    environment: {},
    log: join(folder, 'redis.log'),
    isReady: () => pong(port),
  });
}

function pong(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.on('error', () => resolve(false)).on('close', () => resolve(false));
  });
}
