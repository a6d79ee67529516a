import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createWatchedLog } from '#test/log-watch.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import type { OutboxOptions } from '#tax/rs-ge/outbox/worker.ts';
import {
  ask,
  documentsOf,
  issue,
  openWorld,
  SECRET_HEX,
  SIGN_IN,
  submissionsOf,
  submitted,
  type DocumentRow,
  type World,
} from './outbox-world.ts';
import { BUYER, eapiOf, ntosOf, SELLER } from './parties.ts';
import type { SimulatedUser } from './registry.ts';
import { startSimulator, type Simulator } from './simulator.ts';
import type { Fault } from './trouble.ts';

let test: TestDatabase;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  test = await createTestDatabase();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(() => test.drop());

interface Scene {
  readonly simulator: Simulator;
  readonly world: World;
  readonly companyId: string;
}

/** A company that is connected to a simulator of its own, with a running outbox. */
async function scene(
  channel: 'EAPI' | 'NTOS',
  options: { readonly users?: readonly SimulatedUser[]; readonly outbox?: Partial<OutboxOptions> } = {},
): Promise<Scene> {
  const simulator = await startSimulator({ users: options.users ?? [SELLER, BUYER], paceMs: 0 });
  const world = openWorld({
    databaseUrl: test.urlFor('tax'),
    simulator,
    secretHex: SECRET_HEX,
    paceMs: 1,
    log: createWatchedLog(),
  });
  const companyId = randomUUID();
  await world.connections.keep(companyId, SIGN_IN[channel]);
  const outbox = world.outbox(options.outbox);
  closing.push(
    () => simulator.close(),
    () => world.close(),
    // The outboxes of the tests that follow serve all companies of the database.
    () => world.connections.forget(companyId),
    () => outbox.close(),
  );
  return { simulator, world, companyId };
}

async function until<T>(look: () => Promise<T>, isRight: (found: T) => boolean): Promise<T> {
  return vi.waitFor(
    async () => {
      const found = await look();
      if (!isRight(found)) throw new Error(`still ${JSON.stringify(found)}`);
      return found;
    },
    { timeout: 30_000, interval: 25 },
  );
}

function untilDocument(
  { world, companyId }: Scene,
  id: string,
  state: string,
): Promise<DocumentRow | undefined> {
  return until(
    async () => (await documentsOf(world, companyId)).find(({ documentId }) => documentId === id),
    (found) => found?.state === state,
  );
}

function meet(simulator: Simulator, kind: Fault | undefined, within = ''): void {
  simulator.trouble.probability = kind === undefined ? 0 : 1;
  simulator.trouble.kinds = kind === undefined ? [] : [kind];
  simulator.trouble.within = within;
}

describe.each(['EAPI', 'NTOS'] as const)('the outbox over %s', (channel) => {
  const clientOf = channel === 'EAPI' ? eapiOf : ntosOf;

  it('registers a document and tells its number, then what the buyer says', async () => {
    const here = await scene(channel);
    const [yes, no] = [await issue(here.world, here.companyId), await issue(here.world, here.companyId)];
    const sent = await untilDocument(here, yes, 'SENT');
    expect(sent?.number).toMatch(/^10000\d\d$/);
    expect(sent?.registeredAt).not.toBeNull();
    const refused = await untilDocument(here, no, 'SENT');
    const buyer = clientOf(here.simulator, BUYER);
    closing.push(() => buyer.close());
    await buyer.confirm(sent?.rsGeId ?? '');
    await buyer.refuse(refused?.rsGeId ?? '', 'არ შეგვიკვეთავს');
    await untilDocument(here, yes, 'CONFIRMED');
    await untilDocument(here, no, 'REFUSED_BY_BUYER');
    expect(here.simulator.registry.byReference().get(yes)).toHaveLength(1);
  });

  it('corrects a document that is registered before it, cancels another and attaches one to a declaration', async () => {
    const here = await scene(channel);
    const first = randomUUID();
    // The correction is asked for before what it corrects is even known.
    const correction = await ask(here.world, here.companyId, {
      operations: ['CORRECT', 'ACTIVATE'],
      document: submitted({ corrects: { documentId: first, reason: 'GOODS_RETURNED' } }),
    });
    await ask(here.world, here.companyId, {
      documentId: first,
      operations: ['SAVE', 'ACTIVATE'],
      document: submitted(),
    });
    const corrected = await untilDocument(here, correction, 'SENT');
    const held = here.simulator.registry.invoices.get(Number(corrected?.rsGeId));
    expect(held?.correctionReason).toBe(4);
    expect(here.simulator.registry.invoices.get(held?.corrects ?? 0)?.reference).toBe(first);

    const other = await issue(here.world, here.companyId);
    await ask(here.world, here.companyId, { documentId: other, operations: ['ATTACH'], period: '2026-11' });
    await ask(here.world, here.companyId, { documentId: other, operations: ['CANCEL'] });
    const cancelling = await untilDocument(here, other, 'CANCELLING');
    expect(here.simulator.registry.invoices.get(Number(cancelling?.rsGeId))).toMatchObject({
      status: 6,
      sequenceOfSeller: here.simulator.registry.sequenceOf(SELLER.tin, '202611'),
    });
  });

  it('confirms and refuses, as buyer, what others have sent', async () => {
    const here = await scene(channel);
    const { registry } = here.simulator;
    const received = [1, 2].map(() => {
      const invoice = registry.create(BUYER.tin, {
        reference: randomUUID(),
        buyerTin: SELLER.tin,
        operationDate: '2026-11-03',
      });
      registry.addLine(invoice, { name: 'ნივთი', unit: 'ცალი', quantity: 1, amount: 118, vat: 18 });
      registry.activate(invoice);
      return invoice;
    });
    const [good, bad] = received;
    await ask(here.world, here.companyId, { operations: ['CONFIRM'], rsGeId: String(good?.id) });
    await ask(here.world, here.companyId, {
      operations: ['REFUSE'],
      rsGeId: String(bad?.id),
      reason: 'ფასი',
    });
    await until(
      () => documentsOf(here.world, here.companyId),
      (rows) =>
        rows
          .map(({ state }) => state)
          .sort()
          .join() === 'CONFIRMED_BY_US,REFUSED_BY_US',
    );
    expect([good?.status, bad?.wasRefused]).toEqual([2, true]);
  });

  it('tells what RS.ge refuses, and sends it again only when it is asked for anew', async () => {
    const here = await scene(channel);
    const id = randomUUID();
    const unknown = { documentId: id, operations: ['SAVE', 'ACTIVATE'] } as const;
    await ask(here.world, here.companyId, { ...unknown, document: submitted({ buyerTin: '499999999' }) });
    const refused = await untilDocument(here, id, 'REFUSED');
    expect(refused?.refusalCode).toBe('-1005');
    await until(
      () => submissionsOf(here.world, here.companyId),
      (rows) => rows.map(({ state }) => state).join() === 'REFUSED,WAITING',
    );
    await ask(here.world, here.companyId, { ...unknown, document: submitted() }, 2);
    await until(
      () => submissionsOf(here.world, here.companyId),
      (rows) => rows.map(({ state }) => state).join() === 'DROPPED,DROPPED,DONE,DONE',
    );
    expect(here.simulator.registry.byReference().get(id)).toHaveLength(1);
  });

  it.each([
    'lostAnswer',
    'lateAnswer',
    'lateWork',
    'brokenBefore',
    'brokenAfter',
    'garbage',
    'cutBefore',
  ] as const)(
    'asks before it sends again after %s in the middle of a save and of an activation',
    async (kind) => {
      const here = await scene(channel);
      here.simulator.trouble.lateMs = 350;
      const [save, activate] =
        channel === 'EAPI' ? ['SaveInvoice', 'ActivateInvoice'] : ['save_invoice_n', 'change_invoice_status'];
      const rowOf = async (operation: string) =>
        (await submissionsOf(here.world, here.companyId)).find((row) => row.operation === operation);
      meet(here.simulator, kind, save);
      const id = await issue(here.world, here.companyId);
      await until(
        () => rowOf('SAVE'),
        (row) => row?.state === 'UNKNOWN',
      );
      meet(here.simulator, kind, activate);
      await until(
        () => rowOf('ACTIVATE'),
        (row) => row?.state === 'UNKNOWN',
      );
      meet(here.simulator, undefined);
      await untilDocument(here, id, 'SENT');
      const held = [...here.simulator.registry.invoices.values()].filter(({ reference }) => reference === id);
      expect(held).toHaveLength(1);
      expect(held[0]?.lines).toHaveLength(2);
    },
  );

  it('waits while the sign-in is refused and goes on with another', async () => {
    const here = await scene(channel);
    await here.world.connections.keep(
      here.companyId,
      channel === 'EAPI'
        ? { ...SIGN_IN.EAPI, password: 'wrong' }
        : { ...SIGN_IN.NTOS, servicePassword: 'wrong' },
    );
    const id = await issue(here.world, here.companyId);
    const connection = () =>
      here.world.database.withCompany(
        here.companyId,
        (sql) => sql<{ state: string }[]>`
          select state from tax.rs_ge_connections where company_id = ${here.companyId}`,
      );
    await until(connection, ([row]) => row?.state === 'REFUSED');
    const { calls } = here.simulator.counted;
    await here.world.connections.keep(here.companyId, SIGN_IN[channel]);
    await untilDocument(here, id, 'SENT');
    // While it was refused RS.ge was left alone.
    expect(calls).toBeLessThanOrEqual(2);
    await until(connection, ([row]) => row?.state === 'CONNECTED');
  });

  it('gives up on what cannot be cleared up, visibly, and takes it up again when told', async () => {
    const here = await scene(channel, {
      outbox: { settings: { timeoutMs: 250, settleMs: 20, retryMs: 10, longestRetryMs: 20, maxAttempts: 3 } },
    });
    meet(here.simulator, 'garbage');
    here.simulator.trouble.within = channel === 'EAPI' ? 'Invoice' : 'nvoice';
    const id = await issue(here.world, here.companyId);
    // Asking fails as well: reads count as away, so only the number of sends is bounded.
    await until(
      () => submissionsOf(here.world, here.companyId),
      ([row]) => row?.state === 'UNKNOWN' && row.errorKind !== null,
    );
    meet(here.simulator, undefined);
    await untilDocument(here, id, 'SENT');
    expect(here.simulator.registry.byReference().get(id)).toHaveLength(1);
  });
});

describe('the outbox', () => {
  it('keeps what is asked for until somebody connects the company', async () => {
    const here = await scene('EAPI');
    const stranger = randomUUID();
    const id = await issue(here.world, stranger);
    await until(
      () => submissionsOf(here.world, stranger),
      (rows) => rows.length === 2,
    );
    await here.world.connections.keep(stranger, SIGN_IN.EAPI);
    await until(
      () => documentsOf(here.world, stranger),
      ([row]) => row?.documentId === id && row.state === 'SENT',
    );
  });

  it('goes on by itself after RS.ge has refused the very tokens that it gave', async () => {
    const here = await scene('EAPI');
    meet(here.simulator, 'expired');
    const id = await issue(here.world, here.companyId);
    await until(
      () => submissionsOf(here.world, here.companyId),
      ([row]) => row?.state === 'WAITING' && row.errorKind === 'UNREACHABLE' && row.errorCode === '-104',
    );
    meet(here.simulator, undefined);
    await untilDocument(here, id, 'SENT');
    expect(here.simulator.registry.byReference().get(id)).toHaveLength(1);
  });

  it('keeps neither password nor token readable in the database', async () => {
    const here = await scene('EAPI');
    const id = await issue(here.world, here.companyId);
    await untilDocument(here, id, 'SENT');
    const rows = await here.world.database.withCompany(
      here.companyId,
      (sql) => sql<{ text: string }[]>`
        select c::text as text from tax.rs_ge_connections c where company_id = ${here.companyId}
        union all select e::text from tax.event_store e where company_id = ${here.companyId}`,
    );
    const text = rows.map((row) => row.text).join('\n');
    expect(text.length).toBeGreaterThan(500);
    expect(text).not.toContain(SELLER.password);
    expect(text).not.toContain(`"${SELLER.userName}"`);
  });

  it('lets one process send for a company and another take over what it left in the middle', async () => {
    const here = await scene('EAPI');
    const second = here.world.outbox();
    closing.push(() => second.close());
    const ids = await Promise.all(Array.from({ length: 8 }, () => issue(here.world, here.companyId)));
    for (const id of ids) await untilDocument(here, id, 'SENT');
    expect([...here.simulator.registry.byReference().values()].map((held) => held.length)).toEqual(
      ids.map(() => 1),
    );
    expect(here.simulator.eapi.repeatedTransactions).toBe(0);
    expect(here.simulator.counted.byAction['Invoice/SaveInvoice']).toBe(8);
  });
});
