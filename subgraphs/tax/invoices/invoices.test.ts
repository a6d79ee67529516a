import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { CHART, startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let buyer: string;
let supplier: string;
let abroad: string;

beforeAll(async () => {
  system = await startSystem({
    chart: [
      ...CHART,
      { code: '3330', names: { ka: 'გადასახდელი დღგ', en: 'VAT payable' }, type: 'LIABILITY' },
    ],
  });
  us = system.company(0).as('tax_specialist');
  await us.query(
    'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
    {
      input: { taxId: '200000000', vatRegistrations: [{ from: '2026-01-01' }] },
    },
  );
  buyer = await counterparty({ kind: 'COMPANY', taxId: '206322102', name: 'მყიდველი' });
  supplier = await counterparty({
    kind: 'COMPANY',
    taxId: '206322103',
    name: 'მომწოდებელი',
    vatRegistrations: [{ from: '2026-02-01' }],
  });
  abroad = await counterparty({ kind: 'FOREIGN', country: 'DE', taxId: 'DE1', name: 'Lieferant' });
});
afterAll(() => system.close());

interface Invoice {
  readonly id: string;
  readonly status: string;
  readonly number: string | null;
  readonly registrationNumber: string | null;
  readonly creditMonth: string | null;
  readonly base: string;
  readonly vat: string;
  readonly total: string;
  readonly advanceLeft: string | null;
  readonly version: number;
  readonly history: readonly { readonly type: string }[];
  readonly vatItems: readonly {
    readonly month: number;
    readonly part: string;
    readonly box: string;
    readonly base: string;
    readonly vat: string;
  }[];
}

const FIELDS = `id status number registrationNumber creditMonth base vat total creditableVat advanceLeft version
  lines { line name unit { code name } unitText quantity unitPrice treatment ground rate base vat total creditableVat }
  counterparty { taxId } corrects { id } corrections { id correctionReason }
  advances { invoice { id } amount vat } history { type reason } vatItems { month part box base vat }`;

async function counterparty(input: object): Promise<string> {
  const data = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input },
  );
  return data.createCounterparty.counterparty.id;
}

const INPUTS = {
  createTaxInvoice: 'TaxInvoiceInput',
  updateTaxInvoice: 'UpdateTaxInvoiceInput',
  issueTaxInvoice: 'IssueTaxInvoiceInput',
  registerTaxInvoice: 'RegisterTaxInvoiceInput',
  recordReceivedTaxInvoice: 'ReceivedTaxInvoiceInput',
  recordImport: 'ImportInput',
  confirmTaxInvoice: 'ConfirmTaxInvoiceInput',
  refuseTaxInvoice: 'TaxInvoiceReasonInput',
  correctTaxInvoice: 'CorrectTaxInvoiceInput',
  cancelTaxInvoice: 'TaxInvoiceReasonInput',
} as const;
type Field = keyof typeof INPUTS;

function mutation(field: Field): string {
  return `mutation ($input: ${INPUTS[field]}!) { ${field}(input: $input) { invoice { ${FIELDS} } } }`;
}

async function call(field: Field, input: object): Promise<Invoice> {
  const data = await us.query<Record<Field, { invoice: Invoice }>>(mutation(field), { input });
  return data[field].invoice;
}

async function read(id: string): Promise<Invoice> {
  const data = await us.query<{ taxInvoice: Invoice }>(
    `query ($id: ID!) { taxInvoice(id: $id) { ${FIELDS} } }`,
    { id },
  );
  return data.taxInvoice;
}

function line(unitPrice: string, more: object = {}): object {
  return { name: 'საქონელი', unit: 1, quantity: '1', unitPrice, treatment: 'STANDARD', ...more };
}

function sale(unitPrice: string, more: object = {}): object {
  return { counterpartyId: buyer, operationDate: '2026-03-10', lines: [line(unitPrice)], ...more };
}

let numbers = 0;
function purchase(unitPrice: string, more: object = {}): object {
  const registration = { series: 'AA', number: String(++numbers) };
  return {
    counterpartyId: supplier,
    registration,
    operationDate: '2026-03-12',
    lines: [line(unitPrice)],
    ...more,
  };
}

async function issued(input: object): Promise<Invoice> {
  const { id } = await call('createTaxInvoice', input);
  return call('issueTaxInvoice', { id });
}

/** `month part box base vat` */
function boxes({ vatItems }: Invoice): string[] {
  return vatItems.map(({ month, part, box, base, vat }) => `${String(month)} ${part} ${box} ${base} ${vat}`);
}

describe('an invoice of ours', () => {
  it('is a draft without a number, is rewritten, and owes VAT once it is issued', async () => {
    const draft = await call('createTaxInvoice', sale('100.00'));
    expect(draft).toMatchObject({
      status: 'DRAFT',
      number: null,
      vatItems: [],
      vat: '15.25',
      total: '100.00',
    });
    const again = await call('updateTaxInvoice', {
      id: draft.id,
      expectedVersion: 1,
      invoice: sale('118.00', {
        lines: [line('118.00'), line('10', { treatment: 'EXEMPT_WITH_CREDIT', ground: 'EXPORT' })],
      }),
    });
    expect(again).toMatchObject({ version: 2, vat: '18.00', total: '128.00' });
    const after = await call('issueTaxInvoice', { id: draft.id });
    expect(after.number).toMatch(/^TI-2026-\d{6}$/);
    expect(boxes(after)).toEqual(['3 OUTPUT 1 100.00 18.00', '3 OUTPUT 14 10.00 0.00']);
    expect(after.history.map(({ type }) => type)).toEqual([
      'TaxInvoiceDrafted',
      'TaxInvoiceRevised',
      'TaxInvoiceIssued',
    ]);
    expect((await us.refusal(mutation('issueTaxInvoice'), { input: { id: draft.id } })).code).toBe(
      'INVALID_TRANSITION',
    );
  });

  it('gets its number of RS.ge by hand, once, and the buyer’s word', async () => {
    const { id } = await issued(sale('59.00'));
    const registered = await call('registerTaxInvoice', {
      id,
      registration: { series: 'EA', number: '0012' },
    });
    expect(registered.registrationNumber).toBe('EA-0012');
    const again = await us.refusal(mutation('registerTaxInvoice'), {
      input: { id, registration: { number: '13' } },
    });
    expect(again.code).toBe('INVALID_TRANSITION');
    expect((await call('confirmTaxInvoice', { id })).status).toBe('CONFIRMED');
  });

  it('that the buyer refuses still owes its VAT, until it is cancelled', async () => {
    const { id } = await issued(sale('59.00'));
    const refused = await call('refuseTaxInvoice', { id, reason: 'არ შეესაბამება' });
    expect(refused).toMatchObject({ status: 'REFUSED' });
    expect(boxes(refused)).toEqual(['3 OUTPUT 1 50.00 9.00']);
    const cancelled = await call('cancelTaxInvoice', { id, reason: 'შეცდომა' });
    expect([cancelled.status, boxes(cancelled)]).toEqual(['CANCELLED', []]);
  });

  it('is not cancelled once both sides agree, but corrected', async () => {
    const { id } = await issued(sale('118.00'));
    await call('confirmTaxInvoice', { id });
    const input = { id, reason: 'x' };
    expect((await us.refusal(mutation('cancelTaxInvoice'), { input })).code).toBe('INVALID_TRANSITION');
  });
});

describe('an advance', () => {
  it('owes VAT when it is paid, and lessens that of the delivery', async () => {
    const advance = await issued(
      sale('5900.00', { kind: 'ADVANCE', operationDate: '2026-02-05', payment: { amount: '5900.00' } }),
    );
    expect(boxes(advance)).toEqual(['2 OUTPUT 2 5000.00 900.00']);
    const delivery = await issued(
      sale('11800.00', { advances: [{ invoiceId: advance.id, amount: '5900.00' }] }),
    );
    expect(boxes(delivery)).toEqual(['3 OUTPUT 1 10000.00 1800.00', '3 OUTPUT 2 -5000.00 -900.00']);
    expect((await read(advance.id)).advanceLeft).toBe('0.00');
    const cancel = await us.refusal(mutation('cancelTaxInvoice'), { input: { id: advance.id, reason: 'x' } });
    expect(cancel.code).toBe('INVALID_TRANSITION');
    const more = sale('100.00', { advances: [{ invoiceId: advance.id, amount: '0.01' }] });
    expect(await us.refusal(mutation('createTaxInvoice'), { input: more })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'advances[0].amount',
      value: '0.01',
    });
    await call('cancelTaxInvoice', { id: delivery.id, reason: 'შეცდომა' });
    expect((await read(advance.id)).advanceLeft).toBe('5900.00');
  });

  it('is not set off twice when two deliveries take it at once', async () => {
    const advance = await issued(
      sale('118.00', { kind: 'ADVANCE', operationDate: '2026-02-05', payment: { amount: '118.00' } }),
    );
    const drafts = await Promise.all(
      [1, 2].map(() =>
        call('createTaxInvoice', sale('118.00', { advances: [{ invoiceId: advance.id, amount: '118.00' }] })),
      ),
    );
    const answers = await Promise.all(
      drafts.map(({ id }) => us.answer(mutation('issueTaxInvoice'), { input: { id } })),
    );
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect((await read(advance.id)).advanceLeft).toBe('0.00');
  });
});

describe('a received document', () => {
  it('credits nothing before it is confirmed, then in the month that is chosen', async () => {
    const { id, number, vatItems } = await call('recordReceivedTaxInvoice', purchase('118.00'));
    expect([number?.slice(0, 7), vatItems]).toEqual(['TR-2026', []]);
    const confirmed = await call('confirmTaxInvoice', { id, creditMonth: '2026-05' });
    expect(confirmed).toMatchObject({ status: 'CONFIRMED', creditMonth: '2026-05' });
    expect(boxes(confirmed)).toEqual(['5 INPUT 1 100.00 18.00']);
  });

  it('that we refuse credits nothing', async () => {
    const { id } = await call('recordReceivedTaxInvoice', purchase('118.00'));
    const refused = await call('refuseTaxInvoice', { id, reason: 'არ გვიყიდია' });
    expect([refused.status, boxes(refused)]).toEqual(['REFUSED', []]);
    expect((await us.refusal(mutation('confirmTaxInvoice'), { input: { id } })).code).toBe(
      'INVALID_TRANSITION',
    );
  });

  it('is recorded once under its number of RS.ge', async () => {
    const input = purchase('118.00');
    await call('recordReceivedTaxInvoice', input);
    expect(await us.refusal(mutation('recordReceivedTaxInvoice'), { input })).toMatchObject({
      code: 'CONFLICT',
      field: 'registration.number',
    });
  });

  it.each([
    ['60', '60.00 10.80'],
    ['95', '95.00 17.10'],
    ['95.01', '100.00 18.00'],
  ])('of which %s %% may be credited', async (creditableShare, expected) => {
    const input = purchase('118.00', { isConfirmed: true, lines: [line('118.00', { creditableShare })] });
    expect(boxes(await call('recordReceivedTaxInvoice', input))).toEqual([`3 INPUT 1 ${expected}`]);
  });

  it.each([
    ['AUCTION', '8'],
    ['BARTER', '7'],
  ])('on the ground %s is credited in box %s', async (ground, box) => {
    const input = purchase('118.00', { isConfirmed: true, lines: [line('118.00', { ground })] });
    expect(boxes(await call('recordReceivedTaxInvoice', input))).toEqual([`3 INPUT ${box} 100.00 18.00`]);
  });

  it('of representation credits nothing', async () => {
    const lines = [line('118.00', { isCreditBlocked: true })];
    expect(
      boxes(await call('recordReceivedTaxInvoice', purchase('118.00', { isConfirmed: true, lines }))),
    ).toEqual([]);
  });
});

describe('reverse charge and import', () => {
  it('a service from abroad owes VAT and credits it in the same month', async () => {
    const input = purchase('1000.00', {
      kind: 'REVERSE_CHARGE',
      counterpartyId: abroad,
      lines: [line('1000.00', { treatment: 'REVERSE_CHARGE' })],
    });
    const invoice = await call('recordReceivedTaxInvoice', input);
    expect(invoice).toMatchObject({ status: 'CONFIRMED', total: '1000.00', vat: '180.00' });
    expect(boxes(invoice)).toEqual(['3 REVERSE_CHARGE 1 1000.00 180.00', '3 INPUT 4 1000.00 180.00']);
  });

  const declaration = (more: object = {}): object => ({
    counterpartyId: abroad,
    registration: { number: `C${String(++numbers)}` },
    operationDate: '2026-03-20',
    name: 'დანადგარი',
    customsValue: '10000.00',
    duty: '500.00',
    vat: '1890.00',
    ...more,
  });

  it('a declaration credits the VAT on value and duty', async () => {
    expect(boxes(await call('recordImport', declaration()))).toEqual(['3 INPUT 2 10500.00 1890.00']);
  });

  it('whose VAT does not match is refused', async () => {
    const refusal = await us.refusal(mutation('recordImport'), { input: declaration({ vat: '1800.00' }) });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: 'lines[0].vat', value: '1800.00' });
  });
});

describe('a correction', () => {
  it.each([
    ['OPERATION_CANCELLED', [], ['5 OUTPUT 1 -100.00 -18.00']],
    ['GOODS_RETURNED', [line('59.00')], ['5 OUTPUT 1 -50.00 -9.00']],
    ['PRICE_CHANGED', [line('236.00')], ['5 OUTPUT 1 100.00 18.00']],
    [
      'OPERATION_CHANGED',
      [line('118.00', { treatment: 'EXEMPT_WITH_CREDIT', ground: 'EXPORT' })],
      ['5 OUTPUT 1 -100.00 -18.00', '5 OUTPUT 14 118.00 0.00'],
    ],
  ])('for %s takes the difference into its own month', async (reason, lines, expected) => {
    const original = await issued(sale('118.00'));
    const correction = await call('correctTaxInvoice', {
      id: original.id,
      reason,
      date: '2026-05-02',
      lines,
    });
    expect(boxes(correction)).toEqual(expected);
    const after = await read(original.id);
    expect(after).toMatchObject({
      status: 'CORRECTED',
      corrections: [{ id: correction.id, correctionReason: reason }],
    });
    expect(boxes(after)).toEqual(['3 OUTPUT 1 100.00 18.00']);
  });

  it('is never corrected itself: the original is, from where it stands', async () => {
    const { id } = await issued(sale('118.00'));
    const first = await call('correctTaxInvoice', {
      id,
      reason: 'PRICE_CHANGED',
      date: '2026-04-02',
      lines: [line('177.00')],
    });
    const input = { id: first.id, reason: 'PRICE_CHANGED', date: '2026-05-02', lines: [line('59.00')] };
    expect((await us.refusal(mutation('correctTaxInvoice'), { input })).code).toBe('INVALID_TRANSITION');
    const second = await call('correctTaxInvoice', { ...input, id });
    expect(boxes(second)).toEqual(['5 OUTPUT 1 -100.00 -18.00']);
  });

  it('of a supplier lessens the credit', async () => {
    const { id } = await call('recordReceivedTaxInvoice', purchase('118.00', { isConfirmed: true }));
    const correction = await call('correctTaxInvoice', {
      id,
      reason: 'GOODS_RETURNED',
      date: '2026-04-02',
      lines: [line('59.00')],
      registration: { number: `K${String(++numbers)}` },
    });
    expect(boxes(correction)).toEqual(['4 INPUT 1 -50.00 -9.00']);
  });
});

describe('bad input', () => {
  it.each<[string, string, Field, () => object]>([
    [
      'an unknown unit',
      'lines[0].unit',
      'createTaxInvoice',
      () => sale('1', { lines: [line('1', { unit: 6 })] }),
    ],
    [
      'the unit 99 without words',
      'lines[0].unitText',
      'createTaxInvoice',
      () => sale('1', { lines: [line('1', { unit: 99 })] }),
    ],
    [
      'VAT that does not match its base',
      'lines[0].vat',
      'createTaxInvoice',
      () => sale('1', { lines: [line('118.00', { vat: '18.01' })] }),
    ],
    [
      'a quantity of nothing',
      'lines[0].quantity',
      'createTaxInvoice',
      () => sale('1', { lines: [line('1', { quantity: '0' })] }),
    ],
    ['a negative price', 'lines[0].unitPrice', 'createTaxInvoice', () => sale('-1')],
    ['no lines', 'lines', 'createTaxInvoice', () => sale('1', { lines: [] })],
    [
      'a day that is none',
      'operationDate',
      'createTaxInvoice',
      () => sale('1', { operationDate: '2026-02-30' }),
    ],
    [
      'VAT before the registration',
      'lines[0].treatment',
      'createTaxInvoice',
      () => sale('1', { operationDate: '2025-12-31' }),
    ],
    [
      'a ground of another treatment',
      'lines[0].ground',
      'createTaxInvoice',
      () => sale('1', { lines: [line('1', { ground: 'EXPORT' })] }),
    ],
    [
      'a reverse charge that we issue',
      'kind',
      'createTaxInvoice',
      () => sale('1', { kind: 'REVERSE_CHARGE' }),
    ],
    [
      'an advance larger than its payment',
      'payment.amount',
      'createTaxInvoice',
      () => sale('118.00', { kind: 'ADVANCE', payment: { amount: '117.99' } }),
    ],
    [
      'a supplier that was not registered',
      'counterpartyId',
      'recordReceivedTaxInvoice',
      () => purchase('118.00', { operationDate: '2026-01-31' }),
    ],
    [
      'credit before the operation',
      'creditMonth',
      'recordReceivedTaxInvoice',
      () => purchase('118.00', { isConfirmed: true, creditMonth: '2026-02' }),
    ],
    [
      'credit after the third year',
      'creditMonth',
      'recordReceivedTaxInvoice',
      () => purchase('118.00', { isConfirmed: true, creditMonth: '2030-01' }),
    ],
    [
      'margin without registration',
      'lines[0].treatment',
      'createTaxInvoice',
      () =>
        sale('200.00', {
          operationDate: '2025-12-31',
          lines: [line('200.00', { treatment: 'MARGIN', cost: '100.00' })],
        }),
    ],
    [
      'a supply of what is bought at an auction',
      'lines[0].ground',
      'createTaxInvoice',
      () => sale('1.00', { lines: [line('1.00', { ground: 'AUCTION' })] }),
    ],
    [
      'a share above the whole',
      'lines[0].creditableShare',
      'recordReceivedTaxInvoice',
      () => purchase('1', { lines: [line('1', { creditableShare: '100.01' })] }),
    ],
  ])('%s is refused', async (_what, field, mutate, input) => {
    expect(await us.refusal(mutation(mutate), { input: input() })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
  });

  it('a counterparty that is nowhere is not found', async () => {
    const input = sale('1', { counterpartyId: '00000000-0000-7000-8000-000000000000' });
    expect((await us.refusal(mutation('createTaxInvoice'), { input })).code).toBe('NOT_FOUND');
  });

  it('a date in a submitted month is refused, whatever is done there', async () => {
    const [draft, other] = [
      await call('createTaxInvoice', sale('118.00', { operationDate: '2026-01-15' })),
      await issued(sale('118.00', { operationDate: '2026-01-15' })),
    ];
    const companyId = system.company(0).id;
    await system.owner
      .sql`insert into tax.submitted_months (company_id, year, month) values (${companyId}, 2026, 1)`;
    // Whoever submits changes the facts; here it is the profile that makes them read anew.
    await us.query(
      'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
      {
        input: { taxId: '200000001' },
      },
    );
    for (const [field, input] of [
      ['issueTaxInvoice', { id: draft.id }],
      ['cancelTaxInvoice', { id: other.id, reason: 'x' }],
      ['correctTaxInvoice', { id: other.id, reason: 'OPERATION_CANCELLED', date: '2026-01-20', lines: [] }],
    ] as const) {
      expect((await us.refusal(mutation(field), { input })).code).toBe('PERIOD_CLOSED');
    }
  });
});

describe('what is issued', () => {
  it('is posted by the ledger, once, and found from either side', async () => {
    const { id } = await issued(sale('118.00'));
    const { taxInvoice } = await vi.waitFor(
      async () => {
        const found = await us.query<{
          taxInvoice: {
            postings: {
              state: string;
              transaction: { id: string; totalAmount: string; taxInvoices: object[] };
            }[];
          };
        }>(
          `query ($id: ID!) {
            taxInvoice(id: $id) { postings { state transaction { id totalAmount taxInvoices { id } } } }
          }`,
          { id },
        );
        expect(found.taxInvoice.postings[0]?.state).toBe('POSTED');
        return found;
      },
      { timeout: 15_000, interval: 100 },
    );
    expect(taxInvoice.postings).toMatchObject([
      { state: 'POSTED', transaction: { totalAmount: '118.00', taxInvoices: [{ id }] } },
    ]);
  });
});

describe('a batch', () => {
  it('records what is right and tells what is wrong, each for itself', async () => {
    const documents = [
      { issued: { invoice: sale('118.00'), registration: { number: 'B1' } } },
      { issued: { invoice: sale('-1') } },
      { received: purchase('118.00', { isConfirmed: true }) },
      {},
    ];
    const { recordTaxInvoices } = await us.query<{
      recordTaxInvoices: {
        results: { index: number; invoice: { status: string } | null; error: { field: string } | null }[];
      };
    }>(
      `mutation ($input: RecordTaxInvoicesInput!) {
        recordTaxInvoices(input: $input) { results { index invoice { status } error { code field value } } }
      }`,
      { input: { documents } },
    );
    expect(recordTaxInvoices.results.map(({ invoice, error }) => invoice?.status ?? error?.field)).toEqual([
      'ISSUED',
      'lines[0].unitPrice',
      'CONFIRMED',
      'documents',
    ]);
  });
});
