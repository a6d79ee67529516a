import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepSecret } from '#test/log-watch.ts';
import { startSystem, type System } from '#test/system.ts';
import { openDatabase } from '#db/client.ts';
import { createTaxWriter } from '#tax/writer.ts';
import { issue, QUICK, submitted } from './outbox-world.ts';
import { BUYER, eapiOf, SELLER } from './parties.ts';
import { startSimulator, type Simulator } from './simulator.ts';

const PIN = '4711';
const OTHER = { ...SELLER, tin: '400000003', userName: 'with-pin', pin: PIN, password: 'pin-password' };

let simulator: Simulator;
let system: System;
let world: Pick<Parameters<typeof issue>[0], 'writer'>;
beforeAll(async () => {
  keepSecret(SELLER.password, 'a password of RS.ge');
  keepSecret(OTHER.password, 'a password of RS.ge');
  simulator = await startSimulator({ users: [SELLER, BUYER, OTHER], paceMs: 0 });
  system = await startSystem({
    companies: 2,
    rsGe: {
      settings: {
        eapiUrl: simulator.eapiUrl,
        ntosUrl: simulator.ntosUrl,
        timeoutMs: QUICK.timeoutMs,
        paceMs: 1,
      },
      outbox: { settings: QUICK, pollMs: 50, followMs: 200, leaseMs: 1_200 },
    },
  });
  const database = openDatabase(system.database.urlFor('tax'), { max: 2 });
  world = { writer: createTaxWriter(database) };
});
afterAll(async () => {
  await world.writer.writePath.drain();
  await world.writer.database.close();
  await system.close();
  await simulator.close();
});

const CONNECTION = 'state channel since lastError waiting stuck';
const SET = `mutation($input: SetRsGeCredentialsInput!) { setRsGeCredentials(input: $input) { connection { ${CONNECTION} } } }`;
const REPORTS = `query($ids: [ID!]!) { rsGeReports(documentIds: $ids) {
  documentId reporting rsGeId series number registeredAt standing refusalCode } }`;

interface Report {
  readonly documentId: string;
  readonly reporting: string;
  readonly number: string | null;
  readonly registeredAt: string | null;
  readonly standing: string | null;
  readonly rsGeId: string | null;
  readonly refusalCode: string | null;
}

async function reportOf(id: string, company = 0): Promise<Report | undefined> {
  const caller = system.company(company).as('tax_specialist');
  const { rsGeReports } = await caller.query<{ rsGeReports: Report[] }>(REPORTS, { ids: [id] });
  return rsGeReports[0];
}

function untilReported(id: string, standing: string): Promise<Report | undefined> {
  return vi.waitFor(
    async () => {
      const report = await reportOf(id);
      expect(report?.standing).toBe(standing);
      return report;
    },
    { timeout: 15_000, interval: 50 },
  );
}

describe('the connection of a company to RS.ge', () => {
  it('is none at first: documents wait and are due with the return', async () => {
    const me = system.company(0).as('tax_specialist');
    expect(await me.query(`{ rsGeConnection { ${CONNECTION} } }`)).toMatchObject({
      rsGeConnection: { state: 'NONE', channel: null, waiting: 0 },
    });
    const id = await issue(world, system.company(0).id);
    await vi.waitFor(async () => {
      expect(await me.query('{ rsGeConnection { waiting } }')).toEqual({ rsGeConnection: { waiting: 2 } });
    });
    expect(await reportOf(id)).toMatchObject({ reporting: 'DUE_WITH_RETURN', number: null });
    expect(await me.refusal('{ rsGeTaxpayer(taxId: "400000002") { name } }')).toMatchObject({
      code: 'INVALID_TRANSITION',
    });

    // From the moment that somebody signs in, what waited is sent, and the register tells which and when.
    const before = new Date().toISOString();
    await me.query(SET, { input: { eapi: { userName: SELLER.userName, password: SELLER.password } } });
    const report = await untilReported(id, 'SENT');
    expect(report).toMatchObject({ reporting: 'REGISTERED', number: '1000001' });
    expect((report?.registeredAt ?? '') >= before).toBe(true);
    expect(await me.query(`{ rsGeTaxpayer(taxId: "400000002") { name isVatPayer } }`)).toEqual({
      rsGeTaxpayer: { name: BUYER.name, isVatPayer: true },
    });
    const buyer = eapiOf(simulator, BUYER);
    await buyer.confirm(report?.rsGeId ?? '');
    await buyer.close();
    await untilReported(id, 'CONFIRMED');
  });

  it('may be given by those who submit, is told in the log without its secrets, and is read by nobody', async () => {
    const refused = await system
      .company(1)
      .as('accountant')
      .refusal(SET, {
        input: { eapi: { userName: 'x', password: 'y' } },
      });
    expect(refused).toMatchObject({ code: 'FORBIDDEN' });
    const events = await system.owner.sql<{ text: string }[]>`
      select data::text as text from tax.event_store where event_type = 'RsGeCredentialsChanged'`;
    expect(events.map(({ text }) => text)).toEqual(['{"channel":"EAPI"}']);
    const me = system.company(1).as('tax_specialist');
    for (const input of [
      {},
      { eapi: { userName: 'x', password: '' } },
      {
        eapi: { userName: 'x', password: 'y' },
        ntos: { serviceUser: 'x', servicePassword: 'y', taxId: '400000001' },
      },
      { ntos: { serviceUser: 'x', servicePassword: 'y', taxId: '12345' } },
    ])
      expect(await me.refusal(SET, { input })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('is given once under a key, and a repetition that comes late changes nothing', async () => {
    const me = system.company(1).as('tax_specialist');
    const first = { eapi: { userName: 'first', password: 'first-password' }, idempotencyKey: 'sign-in' };
    const given = async (): Promise<number> => {
      const [row] = await system.owner.sql<{ times: number }[]>`
        select count(*)::int as times from tax.event_store
        where event_type = 'RsGeCredentialsChanged' and company_id = ${system.company(1).id}`;
      return row?.times ?? 0;
    };
    const sealed = async (): Promise<unknown> =>
      (
        await system.owner.sql`
          select credentials from tax.rs_ge_connections where company_id = ${system.company(1).id}`
      )[0]?.['credentials'];
    await me.query(SET, { input: first });
    const kept = await sealed();
    await me.query(SET, { input: first });
    expect([await given(), await sealed()]).toEqual([1, kept]);
    const another = { eapi: { userName: 'second', password: 'second-password' } };
    expect(await me.refusal(SET, { input: { ...another, idempotencyKey: 'sign-in' } })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    await me.query(SET, { input: another });
    const second = await sealed();
    expect(second).not.toBe(kept);
    await me.query(SET, { input: first });
    expect([await given(), await sealed()]).toEqual([2, second]);
  });

  it('asks for the code of a telephone', async () => {
    const me = system.company(1).as('tax_specialist');
    const state = async (mutation: string): Promise<unknown> => {
      const data = await me.query<Record<string, { connection: { state: string } }>>(mutation);
      return Object.values(data)[0]?.connection.state;
    };
    await me.query(SET, { input: { eapi: { userName: OTHER.userName, password: OTHER.password } } });
    expect(await state('mutation { tryRsGeConnection(input: {}) { connection { state } } }')).toBe(
      'PIN_REQUIRED',
    );
    expect(
      await me.refusal('mutation { confirmRsGePin(input: { otp: "0000" }) { connection { state } } }'),
    ).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await state('mutation { tryRsGeConnection(input: {}) { connection { state } } }')).toBe(
      'PIN_REQUIRED',
    );
    expect(
      await state(`mutation { confirmRsGePin(input: { otp: "${PIN}" }) { connection { state } } }`),
    ).toBe('CONNECTED');
  });
});

describe('what RS.ge refuses', () => {
  it('is listed with its words, and is retried or dropped by hand', async () => {
    const me = system.company(0).as('tax_specialist');
    const id = await issue(world, system.company(0).id, submitted({ buyerTin: '488888888' }));
    const report = await untilReported(id, 'REFUSED');
    expect(report).toMatchObject({ reporting: 'DUE_WITH_RETURN', refusalCode: '-1005' });
    const list = async (
      states: string,
    ): Promise<{ id: string; operation: string; state: string; errorText: string }[]> => {
      const { rsGeSubmissions } = await me.query<{
        rsGeSubmissions: {
          edges: { node: { id: string; operation: string; state: string; errorText: string } }[];
        };
      }>(
        `query($id: ID!) { rsGeSubmissions(first: 10, filter: { states: ${states}, documentId: $id }) {
          edges { node { id operation state errorText } } } }`,
        { id },
      );
      return rsGeSubmissions.edges.map(({ node }) => node);
    };
    const [refused] = await vi.waitFor(async () => {
      const found = await list('[REFUSED, DEAD]');
      expect(found).toMatchObject([{ operation: 'SAVE', errorText: 'მყიდველი ვერ მოიძებნა' }]);
      return found;
    });
    const named = { input: { id: refused?.id } };
    const RETRY = `mutation($input: RetryRsGeSubmissionInput!) { retryRsGeSubmission(input: $input) { submission { state } } }`;
    const DROP = `mutation($input: DropRsGeSubmissionInput!) { dropRsGeSubmission(input: $input) { submission { state } } }`;
    // The other company has no such submission, and nothing to retry.
    const them = system.company(1).as('tax_specialist');
    expect(await them.refusal(RETRY, named)).toMatchObject({ code: 'NOT_FOUND' });

    simulator.registry.addTaxpayer('488888888', 'შპს ახალი', true);
    await me.query(RETRY, named);
    await untilReported(id, 'SENT');
    expect(simulator.registry.byReference().get(id)).toHaveLength(1);
    expect(await me.refusal(RETRY, named)).toMatchObject({ code: 'INVALID_TRANSITION' });

    const other = await issue(world, system.company(0).id, submitted({ buyerTin: '477777777' }));
    await untilReported(other, 'REFUSED');
    const [first] = await vi.waitFor(async () => {
      const { rsGeSubmissions } = await me.query<{ rsGeSubmissions: { edges: { node: { id: string } }[] } }>(
        '{ rsGeSubmissions(first: 10, filter: { states: [REFUSED] }) { edges { node { id } } } }',
      );
      expect(rsGeSubmissions.edges).toHaveLength(1);
      return rsGeSubmissions.edges;
    });
    expect(await me.query(DROP, { input: { id: first?.node.id, reason: 'მყიდველი დაიხურა' } })).toEqual({
      dropRsGeSubmission: { submission: { state: 'DROPPED' } },
    });
  });
});

describe('a tax invoice', () => {
  it('that is issued goes to RS.ge by itself, gets its number there, and learns what the buyer says', async () => {
    const me = system.company(0).as('tax_specialist');
    await me.query(
      'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
      { input: { taxId: SELLER.tin, vatRegistrations: [{ from: '2026-01-01' }] } },
    );
    const { createCounterparty } = await me.query<{ createCounterparty: { counterparty: { id: string } } }>(
      'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
      { input: { kind: 'COMPANY', taxId: BUYER.tin, name: BUYER.name } },
    );
    const { createTaxInvoice } = await me.query<{ createTaxInvoice: { invoice: { id: string } } }>(
      'mutation ($input: TaxInvoiceInput!) { createTaxInvoice(input: $input) { invoice { id } } }',
      {
        input: {
          kind: 'SUPPLY',
          counterpartyId: createCounterparty.counterparty.id,
          operationDate: '2026-03-05',
          priceMode: 'EXCLUSIVE',
          lines: [{ name: 'სკამი', unit: 1, quantity: '3', unitPrice: '100.00', treatment: 'STANDARD' }],
        },
      },
    );
    const { id } = createTaxInvoice.invoice;
    expect(await reportOf(id)).toMatchObject({ reporting: 'DUE_WITH_RETURN' });
    await me.query(
      'mutation ($input: IssueTaxInvoiceInput!) { issueTaxInvoice(input: $input) { invoice { id } } }',
      { input: { id } },
    );
    const report = await untilReported(id, 'SENT');
    expect(simulator.registry.byReference().get(id)?.[0]?.lines).toMatchObject([{ amount: 354, vat: 54 }]);
    const invoice = async (): Promise<unknown> =>
      (
        await me.query<{ taxInvoice: unknown }>(
          'query($id: ID!) { taxInvoice(id: $id) { status registrationNumber } }',
          { id },
        )
      ).taxInvoice;
    await vi.waitFor(
      async () => {
        expect(await invoice()).toEqual({
          status: 'ISSUED',
          registrationNumber: `ეა-70-${report?.number ?? ''}`,
        });
      },
      { timeout: 10_000 },
    );
    const buyer = eapiOf(simulator, BUYER);
    await buyer.confirm(report?.rsGeId ?? '');
    await buyer.close();
    await vi.waitFor(
      async () => {
        expect(await invoice()).toMatchObject({ status: 'CONFIRMED' });
      },
      { timeout: 10_000 },
    );
  });

  it('is attached to the declaration of its month, whose number RS.ge is asked for', async () => {
    const me = system.company(0).as('tax_specialist');
    const { taxInvoices } = await me.query<{ taxInvoices: { edges: { node: { id: string } }[] } }>(
      '{ taxInvoices(first: 10, filter: { direction: ISSUED }) { edges { node { id } } } }',
    );
    const id = taxInvoices.edges[0]?.node.id ?? '';
    const of = { year: 2026, month: 3 };
    await me.query(
      'mutation ($input: VatReturnInput!) { prepareVatReturn(input: $input) { vatReturn { id } } }',
      { input: of },
    );
    const SUBMIT = `mutation ($input: SubmitVatReturnInput!) { submitVatReturn(input: $input) {
      vatReturn { state sequenceNumber } } }`;
    const input = {
      ...of,
      differencesReason: 'the books are kept elsewhere',
      asksSequenceNumber: true,
      attachesInvoices: true,
      idempotencyKey: 'submit',
    };
    const number = simulator.registry.sequenceOf(SELLER.tin, '202603');
    const submitted = {
      submitVatReturn: { vatReturn: { state: 'SUBMITTED', sequenceNumber: String(number) } },
    };
    expect(await me.query(SUBMIT, { input })).toEqual(submitted);
    expect(await me.query(SUBMIT, { input })).toEqual(submitted);
    await vi.waitFor(
      async () => {
        const { rsGeReports } = await me.query<{ rsGeReports: unknown[] }>(
          'query($ids: [ID!]!) { rsGeReports(documentIds: $ids) { reporting declaredIn } }',
          { ids: [id] },
        );
        expect(rsGeReports).toEqual([{ reporting: 'REGISTERED', declaredIn: '2026-03' }]);
      },
      { timeout: 15_000, interval: 50 },
    );
    expect(simulator.registry.byReference().get(id)?.[0]?.sequenceOfSeller).toBe(number);
  });
});
