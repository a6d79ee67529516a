import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { davtari, startDavtari, type Running } from '#cli/testing/run-davtari.ts';

let folder: string;
let environment: Record<string, string>;
const running: Running[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'davtari-start-'));
  environment = { DATA_DIR: join(folder, 'data') };
});
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.process.kill('SIGKILL');
    await one.finished;
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ready {
  readonly url: string;
}

async function start(
  words: readonly string[] = [],
  more: Record<string, string> = {},
): Promise<[Running, Ready]> {
  const system = startDavtari(['start', '--port', '0', '--json', ...words], { ...environment, ...more });
  running.push(system);
  await system.saw('\n');
  const answer = JSON.parse(system.stdout().split('\n')[0] ?? '') as Ready | { readonly error: unknown };
  if ('error' in answer) throw new Error(JSON.stringify(answer.error));
  return [system, answer];
}

async function graphql<T>(url: string, query: string, token?: string): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function signIn(url: string, email: string): Promise<string> {
  const { signIn: session } = await graphql<{ signIn: { accessToken: string } }>(
    url,
    `mutation { signIn(input: { email: "${email}", password: "demo-password" }) { accessToken } }`,
  );
  return session.accessToken;
}

interface Page {
  readonly transactions: {
    readonly edges: readonly { readonly node: { readonly number: string; readonly date: string } }[];
  };
  readonly account: { readonly balance: string };
}
const PAGE =
  '{ transactions(first: 100) { edges { node { number date } } } account(code: "1210") { balance } }';

describe('davtari start on a machine with Node only', { timeout: 120_000 }, () => {
  let balance: string;
  let number: string;

  it('is ready for a first sign-in by itself, with a believable year and nothing in the future', async () => {
    // How long that takes is a benchmark's to say: this machine may be busy with other tests.
    const [system, { url }] = await start();
    const token = await signIn(url, 'chief@demo.ge');
    const page = await graphql<Page>(url, PAGE, token);
    balance = page.account.balance;
    expect(Number(balance)).toBeGreaterThan(0);
    const today = new Date(Date.now() + 4 * 3_600_000).toISOString().slice(0, 10);
    expect(page.transactions.edges).toHaveLength(100);
    for (const { node } of page.transactions.edges) expect(node.date <= today).toBe(true);
    number = page.transactions.edges[0]?.node.number ?? '';

    // The command line joins the running database instead of fighting over its folder.
    const verified = await davtari(['verify', '--json'], environment);
    expect(verified.json()).toMatchObject([{ name: 'შპს დემო', isIntact: true }]);

    system.process.kill('SIGTERM');
    const ended = await system.finished;
    expect([ended.exitCode, ended.stderr]).toEqual([0, '']);
  });

  it('keeps everything over a stop and a start, and over a kill -9 and a start', async () => {
    const [system, { url }] = await start();
    expect(await graphql<Page>(url, PAGE, await signIn(url, 'accountant@demo.ge'))).toMatchObject({
      account: { balance },
      transactions: {
        edges: expect.arrayContaining([{ node: expect.objectContaining({ number }) as unknown }]) as unknown,
      },
    });
    system.process.kill('SIGKILL');
    await system.finished;
    const [, again] = await start();
    const page = await graphql<Page>(again.url, PAGE, await signIn(again.url, 'auditor@demo.ge'));
    expect(page.account.balance).toBe(balance);
  });

  it('lets every demo user in, each to their own company', async () => {
    const [, { url }] = await start();
    const companyOf = async (email: string): Promise<string> => {
      const answer = await graphql<{ signIn: { company: { name: string } } }>(
        url,
        `mutation { signIn(input: { email: "${email}", password: "demo-password" }) { company { name } } }`,
      );
      return answer.signIn.company.name;
    };
    for (const name of ['accountant', 'chief', 'tax', 'admin', 'auditor']) {
      expect(await companyOf(`${name}@demo.ge`)).toBe('შპს დემო');
    }
    expect(await companyOf('chief@second.ge')).toBe('შპს მეორე');
    const second = await graphql<Page>(url, PAGE, await signIn(url, 'chief@second.ge'));
    expect(second.account.balance).not.toBe(balance);
  });

  it('has filled VAT returns that agree with the books to the tetri, the past ones filed', async () => {
    const [, { url }] = await start();
    const token = await signIn(url, 'tax@demo.ge');
    interface Answer {
      readonly vatReturn: {
        readonly state: string;
        readonly boxes: readonly { readonly vat: string | null }[];
        readonly checks: readonly { readonly difference: string }[];
      };
      readonly vatDifferences: {
        readonly documents: readonly object[];
        readonly undocumented: readonly { readonly isSettlement: boolean }[];
      };
    }
    const now = new Date(Date.now() + 4 * 3_600_000);
    const states: string[] = [];
    for (let ago = 12; ago >= 0; ago -= 1) {
      const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1));
      const month = `year: ${first.getUTCFullYear()}, month: ${first.getUTCMonth() + 1}`;
      const { vatReturn, vatDifferences } = await graphql<Answer>(
        url,
        `{ vatReturn(${month}) { state boxes { vat } checks { difference } }
           vatDifferences(${month}) { documents { documentId } undocumented { isSettlement } } }`,
        token,
      );
      states.push(vatReturn.state);
      expect([month, vatReturn.checks.every(({ difference }) => difference === '0.00')]).toEqual([
        month,
        true,
      ]);
      expect(vatDifferences.documents).toEqual([]);
      expect(vatDifferences.undocumented.every(({ isSettlement }) => isSettlement)).toBe(true);
      // The first month and the last may have had a day only.
      if (ago > 0 && ago < 12)
        expect(vatReturn.boxes.some(({ vat }) => Number(vat ?? 0) > 10_000)).toBe(true);
    }
    expect(states.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => 'ACCEPTED'));
    const day = now.getUTCDate();
    expect(states[11]).toBe(day < 12 ? 'READY' : day < 14 ? 'SUBMITTED' : 'ACCEPTED');
    expect(states[12]).toBe('DRAFT');
  });

  it('says clearly that the folder or the port is taken', async () => {
    await start();
    const sameFolder = await davtari(['start', '--port', '0'], environment);
    expect(sameFolder.exitCode).toBe(2);
    expect(sameFolder.stderr).toMatch(/^davtari: The data folder .* is in use by another running davtari/);

    const occupied = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => occupied.once('listening', resolve));
    const { port } = occupied.address() as AddressInfo;
    const samePort = await davtari(['start', '--port', String(port)], { DATA_DIR: join(folder, 'other') });
    occupied.close();
    expect(samePort.exitCode).toBe(2);
    expect(samePort.stderr).toBe(
      `davtari: port ${port} of 127.0.0.1 cannot be used: another program listens there; choose another with --port or PORT\n`,
    );
  });

  it('runs as a process for each part, too', async () => {
    const [, ledger] = await start(['--only', 'ledger']);
    const [, identity] = await start(['--only', 'identity']);
    const [, tax] = await start(['--only', 'tax']);
    const [, payroll] = await start(['--only', 'payroll']);
    const [, inventory] = await start(['--only', 'inventory']);
    const [, reporting] = await start(['--only', 'reporting']);
    const [, gateway] = await start(['--only', 'gateway'], {
      SUBGRAPH_URLS: Object.entries({ ledger, identity, tax, payroll, inventory, reporting })
        .map(([name, { url }]) => `${name}=${url}/graphql`)
        .join(','),
    });
    const token = await signIn(gateway.url, 'chief@demo.ge');
    const page = await graphql<Page>(gateway.url, PAGE, token);
    expect(page.account.balance).toBe(balance);

    // What identity enters, the ledger's process hears of through the database alone.
    const { createCompany } = await graphql<{ createCompany: { company: { id: string } } }>(
      gateway.url,
      'mutation { createCompany(input: { name: "შპს მესამე" }) { company { id } } }',
      token,
    );
    const { switchCompany } = await graphql<{ switchCompany: { accessToken: string } }>(
      gateway.url,
      `mutation { switchCompany(input: { companyId: "${createCompany.company.id}" }) { accessToken } }`,
      token,
    );
    const opened = async () =>
      (
        await graphql<{ company: { booksOpenedAt: string | null } }>(
          gateway.url,
          '{ company { booksOpenedAt } }',
          switchCompany.accessToken,
        )
      ).company.booksOpenedAt;
    await expect.poll(opened, { timeout: 20_000 }).toMatch(/^20/);
  });
});
