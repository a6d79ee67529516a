import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepSecret } from '#test/log-watch.ts';
import { CHART, startSystem, type System } from '#test/system.ts';
import type { Caller } from '#test/caller.ts';
import { QUICK } from './outbox-world.ts';
import { BUYER, SELLER } from './parties.ts';
import { startSimulator, type Simulator } from './simulator.ts';

let simulator: Simulator;
let system: System;
beforeAll(async () => {
  keepSecret(SELLER.password, 'a password of RS.ge');
  simulator = await startSimulator({ users: [SELLER, BUYER], paceMs: 0 });
  system = await startSystem({
    companies: 2,
    chart: [
      ...CHART,
      { code: '3330', names: { en: 'VAT payable' }, type: 'LIABILITY', role: 'VAT_PAYABLE' },
      { code: '1610', names: { en: 'Goods' }, type: 'ASSET' },
      { code: '3340', names: { en: 'VAT receivable' }, type: 'ASSET', role: 'VAT_RECEIVABLE' },
    ],
    rsGe: {
      settings: { eapiUrl: simulator.eapiUrl, ntosUrl: simulator.ntosUrl, timeoutMs: 2_000, paceMs: 1 },
      outbox: { settings: { ...QUICK, timeoutMs: 2_000 }, pollMs: 50, followMs: 200, leaseMs: 9_000 },
    },
  });
  for (const index of [0, 1]) {
    await system
      .company(index)
      .as('tax_specialist')
      .query(
        'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
        { input: { taxId: SELLER.tin, vatRegistrations: [{ from: '2026-01-01' }] } },
      );
  }
}, 120_000);
afterAll(async () => {
  await system.close();
  await simulator.close();
});

const WAIT = { timeout: 20_000, interval: 50 };
const YEAR = 2026;

async function buyerOf(me: Caller, taxId: string): Promise<string> {
  const { createCounterparty } = await me.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input: { kind: 'COMPANY', taxId, name: 'შპს მყიდველი' } },
  );
  return createCounterparty.counterparty.id;
}

async function issued(me: Caller, counterpartyId: string, operationDate: string): Promise<string> {
  const lines = [{ name: 'სკამი', unit: 1, quantity: '1', unitPrice: '118.00', treatment: 'STANDARD' }];
  const { createTaxInvoice } = await me.query<{ createTaxInvoice: { invoice: { id: string } } }>(
    'mutation ($input: TaxInvoiceInput!) { createTaxInvoice(input: $input) { invoice { id } } }',
    { input: { counterpartyId, operationDate, lines } },
  );
  const { id } = createTaxInvoice.invoice;
  await me.query(
    'mutation ($input: IssueTaxInvoiceInput!) { issueTaxInvoice(input: $input) { invoice { id } } }',
    { input: { id } },
  );
  return id;
}

interface Entry {
  readonly documentId: string | null;
  readonly report: {
    readonly by: string;
    readonly state: string;
    readonly reportedAt: string | null;
    readonly returnDue: string | null;
    readonly isReturnOverdue: boolean;
    readonly document: { number: string | null; rsGeId: string | null; stuck: { id: string } | null } | null;
  };
}

/** What the register says of the entries of a month. */
async function register(me: Caller, month: number): Promise<Entry[]> {
  const { vatRegister } = await me.query<{ vatRegister: { edges: { node: Entry }[] } }>(
    `query ($month: Int!) { vatRegister(year: ${String(YEAR)}, month: $month, first: 100) { edges { node {
       documentId report { by state reportedAt returnDue isReturnOverdue
         document { number rsGeId stuck { id } } } } } } }`,
    { month },
  );
  return vatRegister.edges.map(({ node }) => node);
}

const SUMS = `query ($month: Int!) { vatReporting(year: ${String(YEAR)}, month: $month) {
  returnDue returnState returnSubmittedAt isReturnOverdue stuck { documentId operation errorCode }
  sums { by state entries owed credited } } }`;

interface Reporting {
  readonly returnDue: string;
  readonly returnState: string;
  readonly returnSubmittedAt: string | null;
  readonly isReturnOverdue: boolean;
  readonly stuck: readonly { readonly documentId: string; readonly operation: string }[];
  readonly sums: readonly object[];
}

async function reporting(me: Caller, month: number): Promise<Reporting> {
  return (await me.query<{ vatReporting: Reporting }>(SUMS, { month })).vatReporting;
}

/** An entry by hand on VAT payable: above zero it makes VAT, below it pays it. */
async function byHand(index: number, date: string, amount: string): Promise<void> {
  const isPayment = amount.startsWith('-');
  const plain = amount.replace('-', '');
  await system
    .company(index)
    .as('chief_accountant')
    .query(
      'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }',
      {
        input: {
          date,
          description: 'ხელით',
          entries: [
            { accountCode: '3330', [isPayment ? 'debit' : 'credit']: plain },
            { accountCode: '1210', [isPayment ? 'credit' : 'debit']: plain },
          ],
        },
      },
    );
}

describe('the VAT register of a company that is signed in at RS.ge', () => {
  it('shows of each entry when its invoice was reported, and by which identifier there', async () => {
    const me = system.company(0).as('tax_specialist');
    await me.query(
      'mutation ($input: SetRsGeCredentialsInput!) { setRsGeCredentials(input: $input) { connection { state } } }',
      { input: { eapi: { userName: SELLER.userName, password: SELLER.password } } },
    );
    const before = new Date().toISOString();
    const id = await issued(me, await buyerOf(me, BUYER.tin), '2026-03-10');
    await vi.waitFor(async () => {
      expect(await register(me, 3)).toMatchObject([{ report: { state: 'REPORTED' } }]);
    }, WAIT);
    const [entry] = await register(me, 3);
    const [held] = simulator.registry.byReference().get(id) ?? [];
    expect(entry).toMatchObject({
      documentId: id,
      report: {
        by: 'DOCUMENT',
        returnDue: '2026-04-15',
        // Its return is late all the same.
        isReturnOverdue: true,
        document: { rsGeId: String(held?.id), number: String(held?.number), stuck: null },
      },
    });
    expect((entry?.report.reportedAt ?? '') >= before).toBe(true);
  });

  it('names what RS.ge has refused until somebody has seen to it, and it is reported', async () => {
    const me = system.company(0).as('tax_specialist');
    const id = await issued(me, await buyerOf(me, '466666666'), '2026-04-10');
    await vi.waitFor(async () => {
      expect(await register(me, 4)).toMatchObject([{ report: { by: 'DOCUMENT', state: 'FAILED' } }]);
    }, WAIT);
    const [entry] = await register(me, 4);
    expect(entry?.report.reportedAt).toBeNull();
    const stuck = entry?.report.document?.stuck?.id;
    expect(await reporting(me, 4)).toMatchObject({
      stuck: [{ documentId: id, operation: 'SAVE', errorCode: '-1005' }],
      sums: [{ by: 'DOCUMENT', state: 'FAILED', entries: 1, owed: '18.00', credited: '0.00' }],
    });
    simulator.registry.addTaxpayer('466666666', 'შპს ახალი', true);
    await me.query(
      'mutation ($input: RetryRsGeSubmissionInput!) { retryRsGeSubmission(input: $input) { submission { state } } }',
      { input: { id: stuck } },
    );
    await vi.waitFor(async () => {
      expect(await reporting(me, 4)).toMatchObject({
        stuck: [],
        sums: [{ by: 'DOCUMENT', state: 'REPORTED', entries: 1 }],
      });
    }, WAIT);
  });

  it('counts a supplier’s invoice whose number at RS.ge was written down as reported', async () => {
    const me = system.company(0).as('tax_specialist');
    const counterpartyId = await buyerOf(me, '405000009');
    const { recordReceivedTaxInvoice } = await me.query<{
      recordReceivedTaxInvoice: { invoice: { id: string } };
    }>(
      `mutation ($input: ReceivedTaxInvoiceInput!) { recordReceivedTaxInvoice(input: $input) { invoice { id } } }`,
      {
        input: {
          counterpartyId,
          operationDate: '2026-05-10',
          registration: { series: 'ეა-70', number: '7654321' },
          lines: [{ name: 'ქაღალდი', unit: 1, quantity: '1', unitPrice: '118.00', treatment: 'STANDARD' }],
        },
      },
    );
    const { id } = recordReceivedTaxInvoice.invoice;
    await me.query(
      'mutation ($input: ConfirmTaxInvoiceInput!) { confirmTaxInvoice(input: $input) { invoice { id } } }',
      { input: { id } },
    );
    await vi.waitFor(async () => {
      expect((await reporting(me, 5)).sums).toEqual([
        { by: 'DOCUMENT', state: 'REPORTED', entries: 1, owed: '0.00', credited: '18.00' },
      ]);
    }, WAIT);
  });
});

describe('the VAT register of a company that is not', () => {
  it('is due by the return, late after its last day, and reported once that is submitted', async () => {
    const me = system.company(1).as('tax_specialist');
    const buyer = await buyerOf(me, BUYER.tin);
    const today = new Date(Date.now() + 4 * 3_600_000).toISOString().slice(0, 10);
    const thisMonth = Number(today.slice(5, 7));
    await issued(me, buyer, '2026-03-10');
    const ofThisMonth = today.startsWith(String(YEAR)) ? await issued(me, buyer, today) : null;
    await vi.waitFor(async () => {
      expect(await reporting(me, 3)).toMatchObject({
        returnDue: '2026-04-15',
        returnState: 'DRAFT',
        returnSubmittedAt: null,
        isReturnOverdue: true,
        sums: [{ by: 'RETURN', state: 'OVERDUE', entries: 1, owed: '18.00', credited: '0.00' }],
      });
    }, WAIT);
    if (ofThisMonth !== null)
      await vi.waitFor(async () => {
        expect(await reporting(me, thisMonth)).toMatchObject({
          isReturnOverdue: false,
          sums: [{ by: 'RETURN', state: 'DUE', entries: 1 }],
        });
      }, WAIT);

    await me.query(
      'mutation ($input: VatReturnInput!) { prepareVatReturn(input: $input) { vatReturn { id } } }',
      { input: { year: YEAR, month: 3 } },
    );
    const before = new Date().toISOString();
    await me.query(
      'mutation ($input: SubmitVatReturnInput!) { submitVatReturn(input: $input) { vatReturn { id } } }',
      { input: { year: YEAR, month: 3, sequenceNumber: '77' } },
    );
    const [entry] = await register(me, 3);
    expect(entry?.report).toMatchObject({ by: 'RETURN', state: 'REPORTED', isReturnOverdue: false });
    expect((entry?.report.reportedAt ?? '') >= before).toBe(true);
    // Opened again, it is due again.
    await me.query(
      'mutation ($input: ReopenVatReturnInput!) { reopenVatReturn(input: $input) { vatReturn { id } } }',
      { input: { year: YEAR, month: 3, reason: 'შესწორება' } },
    );
    expect(await register(me, 3)).toMatchObject([{ report: { by: 'RETURN', state: 'OVERDUE' } }]);
  });

  it('names entries that no return will hold, and those that pay VAT', async () => {
    const me = system.company(1).as('tax_specialist');
    await byHand(1, '2026-06-10', '90.00');
    await byHand(1, '2026-06-11', '-40.00');
    await vi.waitFor(async () => {
      expect((await reporting(me, 6)).sums).toEqual([
        { by: 'NOTHING', state: 'SETTLEMENT', entries: 1, owed: '-40.00', credited: '0.00' },
        { by: 'NOTHING', state: 'UNDOCUMENTED', entries: 1, owed: '90.00', credited: '0.00' },
      ]);
    }, WAIT);
    const { vatReporting } = await me.query<{ vatReporting: { entries: { edges: object[] } } }>(
      `{ vatReporting(year: ${String(YEAR)}, month: 6) { entries(first: 5, states: [UNDOCUMENTED]) { edges { node {
         credit report { state } } } } } }`,
    );
    expect(vatReporting.entries.edges).toEqual([
      { node: { credit: '90.00', report: { state: 'UNDOCUMENTED' } } },
    ]);
  });

  it.each([
    ['year', { year: 0, month: 1 }],
    ['month', { year: 2026, month: 13 }],
  ])('is asked for by a month that there is: %s is named', async (field, month) => {
    const refusal = await system
      .company(1)
      .as('tax_specialist')
      .refusal(
        'query ($year: Int!, $month: Int!) { vatReporting(year: $year, month: $month) { returnDue } }',
        month,
      );
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
