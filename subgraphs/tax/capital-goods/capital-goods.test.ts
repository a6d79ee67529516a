import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let buyer: string;
let supplier: string;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  us = system.company(0).as('tax_specialist');
  await us.query(
    'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
    { input: { vatRegistrations: [{ from: '2018-01-01' }] } },
  );
  buyer = await counterparty('405000001');
  supplier = await counterparty('405000002');
});
afterAll(() => system.close());

async function counterparty(taxId: string): Promise<string> {
  const { createCounterparty } = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input: { kind: 'COMPANY', taxId, name: taxId } },
  );
  return createCounterparty.counterparty.id;
}

const line = (name: string, unitPrice: string, more: object = {}) => ({
  name,
  unit: 1,
  quantity: '1',
  unitPrice,
  treatment: 'STANDARD',
  ...more,
});

let numbers = 0;
async function buy(operationDate: string, ...lines: object[]): Promise<string> {
  const { recordReceivedTaxInvoice } = await us.query<{
    recordReceivedTaxInvoice: { invoice: { id: string } };
  }>(
    'mutation ($input: ReceivedTaxInvoiceInput!) { recordReceivedTaxInvoice(input: $input) { invoice { id } } }',
    {
      input: {
        counterpartyId: supplier,
        registration: { series: 'AA', number: String((numbers += 1)) },
        operationDate,
        priceMode: 'EXCLUSIVE',
        isConfirmed: true,
        lines,
      },
    },
  );
  return recordReceivedTaxInvoice.invoice.id;
}
async function sell(operationDate: string, taxable: string, exempt: string): Promise<void> {
  const { createTaxInvoice } = await us.query<{ createTaxInvoice: { invoice: { id: string } } }>(
    'mutation ($input: TaxInvoiceInput!) { createTaxInvoice(input: $input) { invoice { id } } }',
    {
      input: {
        counterpartyId: buyer,
        operationDate,
        priceMode: 'EXCLUSIVE',
        lines: [line('საქონელი', taxable), line('სხვა', exempt, { treatment: 'EXEMPT_WITHOUT_CREDIT' })],
      },
    },
  );
  await us.query(
    'mutation ($input: IssueTaxInvoiceInput!) { issueTaxInvoice(input: $input) { invoice { id } } }',
    { input: { id: createTaxInvoice.invoice.id } },
  );
}

const YEAR = `query ($year: Int!) { vatCapitalGoods(year: $year) {
  isOver creditableShare adjustment
  goods { invoice { id } name acquiredOn isBuilding years lastYear vat credited adjustment } } }`;
const inYear = async (year: number, caller = us) =>
  (await caller.query<{ vatCapitalGoods: { goods: { name: string }[] } }>(YEAR, { year })).vatCapitalGoods;

describe('the VAT that was credited on fixed assets', () => {
  it('is to be adjusted in each later year by the use of that year: a fifth of it, of buildings a tenth', async () => {
    const machine = await buy(
      '2022-03-10',
      line('მანქანა', '10000.00', { isFixedAsset: true }),
      line('საქონელი', '500.00'),
    );
    await buy('2022-06-10', line('შენობა', '100000.00', { isFixedAsset: true, accountCode: '2130' }));
    const half = await buy(
      '2023-02-01',
      line('ავტომობილი', '20000.00', { isFixedAsset: true, creditableShare: '50' }),
    );
    await sell('2023-05-05', '60000.00', '40000.00');
    await sell('2024-05-05', '90000.00', '10000.00');

    expect(await inYear(2023)).toEqual({
      isOver: true,
      creditableShare: '60',
      // 1,800.00 ÷ 5 and 18,000.00 ÷ 10, less 40 % of each.
      adjustment: '-864.00',
      goods: [
        {
          invoice: { id: machine },
          name: 'მანქანა',
          acquiredOn: '2022-03-10',
          isBuilding: false,
          years: 5,
          lastYear: 2026,
          vat: '1800.00',
          credited: '1800.00',
          adjustment: '-144.00',
        },
        expect.objectContaining({
          name: 'შენობა',
          isBuilding: true,
          years: 10,
          lastYear: 2031,
          adjustment: '-720.00',
        }),
      ],
    });
    // Ten per cent of exempt use are taken for none; the half that was not credited comes back a fifth a year.
    expect(await inYear(2024)).toMatchObject({
      creditableShare: '100',
      adjustment: '360.00',
      goods: [
        { adjustment: '0.00' },
        { adjustment: '0.00' },
        { invoice: { id: half }, adjustment: '360.00' },
      ],
    });
  });

  it('is followed as long as the term, and unknown for a year without supplies', async () => {
    expect((await inYear(2022)).goods).toEqual([]);
    expect(await inYear(2026)).toMatchObject({
      isOver: false,
      creditableShare: null,
      adjustment: null,
      goods: [{ name: 'მანქანა', adjustment: null }, { name: 'შენობა' }, { name: 'ავტომობილი' }],
    });
  });

  it('is what the last correction of the document says', async () => {
    const { correctTaxInvoice } = await us.query<{ correctTaxInvoice: { invoice: { id: string } } }>(
      'mutation ($input: CorrectTaxInvoiceInput!) { correctTaxInvoice(input: $input) { invoice { id } } }',
      {
        input: {
          id: await buy('2023-04-01', line('კომპიუტერი', '1000.00', { isFixedAsset: true })),
          reason: 'PRICE_CHANGED',
          date: '2023-05-01',
          lines: [line('კომპიუტერი', '2000.00', { isFixedAsset: true })],
          registration: { series: 'AB', number: '1' },
        },
      },
    );
    expect(correctTaxInvoice.invoice.id).toBeDefined();
    const { goods } = await inYear(2024);
    expect(goods.filter(({ name }) => name === 'კომპიუტერი')).toMatchObject([
      { vat: '360.00', credited: '360.00', acquiredOn: '2023-04-01' },
    ]);
  });

  it('is told of years that the law here knows, and of one’s own company', async () => {
    for (const year of [2020, 9999])
      expect(await us.refusal(YEAR, { year })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'year' });
    expect((await inYear(2024, system.company(1).as('tax_specialist'))).goods).toEqual([]);
    expect((await system.company(0).as('accountant').refusal(YEAR, { year: 2024 })).code).toBe('FORBIDDEN');
  });
});
