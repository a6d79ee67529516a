import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '#db/embedded/running-process.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#db/embedded.ts';

/** A folder with a database in it that is not running; copying it is quicker than making one. */
const made = mkdtempSync(join(tmpdir(), 'davtari-embedded-'));
let dataDir: string;
let servers: EmbeddedPostgres[];
let children: ChildProcess[];

beforeAll(async () => {
  const server = await startEmbeddedPostgres({ dataDir: made, durable: false });
  await server.stop();
});

afterAll(() => {
  rmSync(made, { recursive: true, force: true });
});

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'davtari-embedded-'));
  servers = [];
  children = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  for (const child of children) child.kill('SIGKILL');
  await sleep(children.length > 0 ? 100 : 0);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** Puts a database into the data folder, with its owners as they were. */
function useMadeFolder(): void {
  spawnSync('cp', ['-a', `${made}/.`, dataDir]);
}

async function start(port?: number): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    dataDir,
    durable: false,
    ...(port === undefined ? {} : { port }),
  });
  servers.push(server);
  return server;
}

/** One statement on a connection of its own. */
async function ask(url: string, text: string): Promise<readonly unknown[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Kills without warning and waits until the process is gone. */
async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries += 1) {
    if (tries > 200) throw new Error('waited in vain for ten seconds');
    await sleep(50);
  }
}

interface Answer {
  readonly url?: string;
  readonly pid?: number;
  readonly error?: string;
}

/** The same in a process of its own, which can be killed; run by another user when one is given. */
async function startInChild(uid?: number): Promise<{ child: ChildProcess; answer: Answer }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/embedded-child.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid, env: { PATH: '/usr/bin:/bin', TSX_DISABLE_CACHE: '1' } }),
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, answer: JSON.parse(line) as Answer };
  }
  throw new Error('the child said nothing');
}

const ROOT = process.getuid?.() === 0;

describe('the embedded server', () => {
  it('keeps its data, port and password over a stop and a start', async () => {
    const first = await start();
    expect(await ask(first.url, `select current_user::text as me, current_database()::text as here`)).toEqual(
      [{ me: 'davtari', here: 'davtari' }],
    );
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('is UTF-8 whatever the environment says, sorts the same everywhere, and runs in UTC', async () => {
    const { url } = await start();
    expect(
      await ask(
        url,
        `select pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider, datlocale as locale,
                current_setting('TimeZone') as zone, 'ქართული'::text as text
         from pg_database where datname = current_database()`,
      ),
    ).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', zone: 'UTC', text: 'ქართული' }]);
  });

  it('lets nobody in without the password, and nobody else read it', async () => {
    useMadeFolder();
    const server = await start();
    const wrong = Object.assign(new URL(server.url), { password: 'guess' }).href;
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await ask(server.url, `select distinct auth_method from pg_hba_file_rules`)).toEqual([
      { auth_method: 'scram-sha-256' },
    ]);
    expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(statSync(join(dataDir, 'postgres/owner-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  });

  it('is started again on the same port when it crashes', async () => {
    useMadeFolder();
    const server = await start();
    await ask(server.url, 'create table kept as select 42 as answer');
    const before = server.pid;
    process.kill(before, 'SIGKILL');
    await until(() => server.pid !== before);
    expect(await ask(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });

  it('ends when its davtari is killed, and the next start finds everything', async () => {
    useMadeFolder();
    const { child, answer } = await startInChild();
    await ask(answer.url ?? '', 'create table kept as select 42 as answer');
    await killed(child);
    if (existsSync('/usr/bin/setpriv')) await until(() => !isAlive(answer.pid ?? 0));

    const next = await start();
    expect(await ask(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('starts after it and its davtari were killed at once', async () => {
    useMadeFolder();
    const { child, answer } = await startInChild();
    await ask(answer.url ?? '', 'create table kept as select 42 as answer');
    process.kill(answer.pid ?? 0, 'SIGKILL');
    await killed(child);

    const next = await start();
    expect(await ask(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('starts although the number in its stale lock file belongs to another program now', async () => {
    useMadeFolder();
    const first = await start();
    await first.stop();
    const other = spawn(
      'sleep',
      ['60'],
      ROOT ? { uid: statSync(join(dataDir, 'postgres/cluster')).uid } : {},
    );
    children.push(other);
    writeFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), `${String(other.pid)}\n/nowhere\n1\n1\n`);
    await start();
    expect(isAlive(other.pid ?? 0)).toBe(true);
  });

  it('chooses another port when the one of last time is taken', async () => {
    useMadeFolder();
    const first = await start();
    await first.stop();
    const other = createServer();
    await new Promise<void>((done) => other.listen(first.port, '127.0.0.1', done));
    try {
      const second = await start();
      expect(second.port).not.toBe(first.port);
      expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      other.close();
    }
  });

  it('makes the database anew when an earlier attempt was killed midway', async () => {
    mkdirSync(join(dataDir, 'postgres/cluster.new-1/base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres/cluster.new-1/PG_VERSION'), '18\n');
    const { url } = await start();
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, 'postgres/cluster.new-1'))).toBe(false);
  });

  it('serves an ordinary user as well as root', async (context) => {
    const nobody = 65_534;
    if (!ROOT) return context.skip();
    chownSync(dataDir, nobody, nobody);
    const { child, answer } = await startInChild(nobody);
    expect(answer.error).toBeUndefined();
    expect(await ask(answer.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(join(dataDir, 'postgres/cluster')).uid).toBe(nobody);
    child.kill('SIGTERM');
    await until(() => !isAlive(answer.pid ?? 0));

    // Root may take over the folder: the server goes on as the user that owns it.
    const next = await start();
    expect(next.url).toBe(answer.url);
  });
});

describe('the embedded server refuses', () => {
  it('a folder that another davtari uses, and names its process', async () => {
    useMadeFolder();
    const { child } = await startInChild();
    await expect(start()).rejects.toThrow(
      `The data folder ${dataDir} is in use by another running davtari (process ${String(child.pid)}).`,
    );
  });

  it('a folder that this process uses already', async () => {
    useMadeFolder();
    const first = await start();
    await expect(start()).rejects.toThrow(`process ${String(process.pid)}`);
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('a port that is taken, and can be asked again with another', async () => {
    useMadeFolder();
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    try {
      await expect(start(port)).rejects.toThrow(`Port ${String(port)} cannot be used`);
      expect((await start()).port).not.toBe(port);
    } finally {
      other.close();
    }
  });

  it('a folder that it cannot write', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    await expect(startEmbeddedPostgres({ dataDir: join(dataDir, 'file') })).rejects.toThrow(
      /cannot be written \(ENOTDIR\); choose another with DATA_DIR/,
    );
  });

  it('a folder that belongs to another user', async (context) => {
    if (!ROOT) return context.skip();
    chmodSync(dataDir, 0o755);
    const { answer } = await startInChild(65_534);
    expect(answer.error).toContain(`The data folder ${dataDir} cannot be written (EACCES)`);
  });

  it('data of another version of PostgreSQL', async () => {
    mkdirSync(join(dataDir, 'postgres/cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres/cluster/PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow('was made by PostgreSQL 15, but this davtari brings PostgreSQL 18');
  });
});
