import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { CHART, startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let supplier: string;

beforeAll(async () => {
  const account = (code: string, type: 'ASSET' | 'LIABILITY', role?: string) => ({
    code,
    names: { en: code },
    type,
    ...(role === undefined ? {} : { role }),
  });
  system = await startSystem({
    chart: [
      ...CHART,
      account('1480', 'ASSET'),
      account('1490', 'ASSET'),
      account('1610', 'ASSET'),
      account('3340', 'LIABILITY', 'VAT_RECEIVABLE'),
    ],
  });
  us = system.company(0).as('tax_specialist');
  await us.query(
    'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
    { input: { vatRegistrations: [{ from: '2025-01-01' }] } },
  );
  const { createCounterparty } = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input: { kind: 'COMPANY', taxId: '405000002', name: 'შპს მომწოდებელი' } },
  );
  supplier = createCounterparty.counterparty.id;
});
afterAll(() => system.close());

const FIELDS = `invoice { id status creditMonth advanceLeft vatItems { month part box base vat } }`;
const QUERIES = {
  receive: `mutation ($input: ReceivedTaxInvoiceInput!) { recordReceivedTaxInvoice(input: $input) { ${FIELDS} } }`,
  correct: `mutation ($input: CorrectTaxInvoiceInput!) { correctTaxInvoice(input: $input) { ${FIELDS} } }`,
  confirm: `mutation ($input: ConfirmTaxInvoiceInput!) { confirmTaxInvoice(input: $input) { ${FIELDS} } }`,
  refuse: `mutation ($input: TaxInvoiceReasonInput!) { refuseTaxInvoice(input: $input) { ${FIELDS} } }`,
  cancel: `mutation ($input: TaxInvoiceReasonInput!) { cancelTaxInvoice(input: $input) { ${FIELDS} } }`,
} as const;

interface Invoice {
  readonly id: string;
  readonly status: string;
  readonly creditMonth: string | null;
  readonly advanceLeft: string | null;
  readonly vatItems: readonly {
    readonly month: number;
    readonly part: string;
    readonly box: string;
    readonly base: string;
    readonly vat: string;
  }[];
}

async function call(query: keyof typeof QUERIES, input: object): Promise<Invoice> {
  const data = await us.query<Record<string, { invoice: Invoice }>>(QUERIES[query], { input });
  const [payload] = Object.values(data);
  if (payload === undefined) throw new Error('a mutation answers its payload');
  return payload.invoice;
}

async function read(id: string): Promise<Invoice> {
  const { taxInvoice } = await us.query<{ taxInvoice: Invoice }>(
    'query ($id: ID!) { taxInvoice(id: $id) { id status creditMonth advanceLeft vatItems { month part box base vat } } }',
    { id },
  );
  return taxInvoice;
}

const boxes = ({ vatItems }: Invoice): string[] =>
  vatItems.map(({ month, part, box, base, vat }) => `${String(month)} ${part} ${box} ${base} ${vat}`);

const line = (unitPrice: string, more: object = {}): object => ({
  name: 'საქონელი',
  unit: 1,
  quantity: '1',
  unitPrice,
  treatment: 'STANDARD',
  ...more,
});

let numbers = 0;
const registration = () => ({ series: 'KK', number: String(++numbers) });

function bought(more: object = {}): Promise<Invoice> {
  return call('receive', {
    counterpartyId: supplier,
    registration: registration(),
    operationDate: '2026-03-10',
    lines: [line('118.00')],
    isConfirmed: true,
    ...more,
  });
}

const correction = (id: string, more: object = {}): object => ({
  id,
  reason: 'GOODS_RETURNED',
  date: '2026-04-02',
  lines: [line('59.00')],
  registration: registration(),
  ...more,
});

/** Input VAT of a month by documents and by the books, once everything is posted. */
async function inputOf(year: number, month: number): Promise<string[]> {
  const waiting = async () =>
    (
      await us.query<{ postings: { edges: object[] } }>(
        '{ postings(first: 1, states: [REQUESTED, REFUSED]) { edges { cursor } } }',
      )
    ).postings.edges.length;
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  const { vatDifferences } = await us.query<{
    vatDifferences: { parts: { part: string; documents: string; books: string }[] };
  }>(
    'query ($year: Int!, $month: Int!) { vatDifferences(year: $year, month: $month) { parts { part documents books } } }',
    { year, month },
  );
  const found = vatDifferences.parts.find(({ part }) => part === 'INPUT');
  return [found?.documents ?? '', found?.books ?? ''];
}

describe('the correction of a supplier', () => {
  it.each([
    ['OPERATION_CANCELLED', [], ['4 INPUT 1 -100.00 -18.00']],
    [
      'OPERATION_CHANGED',
      [line('118.00', { treatment: 'EXEMPT_WITHOUT_CREDIT' })],
      ['4 INPUT 1 -100.00 -18.00'],
    ],
    ['PRICE_CHANGED', [line('236.00')], ['4 INPUT 1 100.00 18.00']],
    ['GOODS_RETURNED', [line('59.00')], ['4 INPUT 1 -50.00 -9.00']],
  ])('for %s changes the input VAT of its month', async (reason, lines, expected) => {
    const { id } = await bought();
    const corrected = await call('correct', correction(id, { reason, lines }));
    expect([corrected.status, corrected.creditMonth, boxes(corrected)]).toEqual([
      'CONFIRMED',
      '2026-04',
      expected,
    ]);
    expect((await read(id)).status).toBe('CORRECTED');
  });

  it('waits for our word, and changes nothing until then', async () => {
    const { id } = await bought({ operationDate: '2026-05-10' });
    const waiting = await call('correct', correction(id, { date: '2026-06-02', isConfirmed: false }));
    expect([waiting.status, boxes(waiting), (await read(id)).status]).toEqual(['RECEIVED', [], 'CONFIRMED']);
    expect(await inputOf(2026, 6)).toEqual(['0.00', '0.00']);
    const agreed = await call('confirm', { id: waiting.id });
    expect([agreed.status, boxes(agreed)]).toEqual(['CONFIRMED', ['6 INPUT 1 -50.00 -9.00']]);
    expect((await read(id)).status).toBe('CORRECTED');
    expect(await inputOf(2026, 6)).toEqual(['-9.00', '-9.00']);
  });

  it('is reckoned against what is true when we agree', async () => {
    const { id } = await bought();
    const first = await call('correct', correction(id, { isConfirmed: false }));
    await call('correct', correction(id, { reason: 'PRICE_CHANGED', lines: [line('236.00')] }));
    const agreed = await call('confirm', { id: first.id });
    expect(boxes(agreed)).toEqual(['4 INPUT 1 -150.00 -27.00']);
  });

  it('that we refuse or take back changes nothing', async () => {
    const { id } = await bought();
    const refused = await call('correct', correction(id, { isConfirmed: false }));
    await call('refuse', { id: refused.id, reason: 'არ დაგვიბრუნებია' });
    const mistaken = await call('correct', correction(id, { isConfirmed: false }));
    expect((await call('cancel', { id: mistaken.id, reason: 'შეცდომა' })).status).toBe('CANCELLED');
    expect([(await read(id)).status, boxes(await read(refused.id))]).toEqual(['CONFIRMED', []]);
    expect(await us.refusal(QUERIES.confirm, { input: { id: refused.id } })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
  });

  it('takes nothing back before the original is credited', async () => {
    const { id } = await bought({ operationDate: '2026-07-10', creditMonth: '2026-10' });
    const corrected = await call('correct', correction(id, { date: '2026-08-02' }));
    expect([corrected.creditMonth, boxes(corrected)]).toEqual(['2026-10', ['10 INPUT 1 -50.00 -9.00']]);
    expect(await inputOf(2026, 8)).toEqual(['0.00', '0.00']);
    expect(await inputOf(2026, 10)).toEqual(['9.00', '9.00']);
  });

  it('may be credited in a later month than its own', async () => {
    const { id } = await bought({ operationDate: '2026-07-11' });
    const waiting = await call(
      'correct',
      correction(id, {
        date: '2026-08-02',
        isConfirmed: false,
        reason: 'PRICE_CHANGED',
        lines: [line('236.00')],
      }),
    );
    const input = { id: waiting.id, creditMonth: '2026-07' };
    expect(await us.refusal(QUERIES.confirm, { input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'creditMonth',
    });
    const agreed = await call('confirm', { ...input, creditMonth: '2026-11' });
    expect(boxes(agreed)).toEqual(['11 INPUT 1 100.00 18.00']);
    expect(await inputOf(2026, 11)).toEqual(['18.00', '18.00']);
  });

  it('gives back of an advance what it leaves, when we agree', async () => {
    const advance = await bought({
      kind: 'ADVANCE',
      operationDate: '2026-02-05',
      payment: { amount: '118.00' },
    });
    const { id } = await bought({ advances: [{ invoiceId: advance.id, amount: '118.00' }] });
    const waiting = await call(
      'correct',
      correction(id, { isConfirmed: false, advances: [{ invoiceId: advance.id, amount: '59.00' }] }),
    );
    expect((await read(advance.id)).advanceLeft).toBe('0.00');
    expect(boxes(await call('confirm', { id: waiting.id }))).toEqual([
      '4 INPUT 1 -50.00 -9.00',
      '4 INPUT 1 50.00 9.00',
    ]);
    expect((await read(advance.id)).advanceLeft).toBe('59.00');
  });

  it('has a number, and only that of a supplier waits', async () => {
    const { id } = await bought();
    expect(
      await us.refusal(QUERIES.correct, { input: correction(id, { registration: null }) }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'registration' });
    const { createTaxInvoice } = await us.query<{ createTaxInvoice: { invoice: { id: string } } }>(
      'mutation ($input: TaxInvoiceInput!) { createTaxInvoice(input: $input) { invoice { id } } }',
      { input: { counterpartyId: supplier, operationDate: '2026-12-01', lines: [line('1.18')] } },
    );
    const ours = createTaxInvoice.invoice.id;
    await us.query(
      'mutation ($input: IssueTaxInvoiceInput!) { issueTaxInvoice(input: $input) { invoice { id } } }',
      { input: { id: ours } },
    );
    const input = correction(ours, { date: '2026-12-02', isConfirmed: false });
    expect(await us.refusal(QUERIES.correct, { input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'isConfirmed',
    });
  });
});
