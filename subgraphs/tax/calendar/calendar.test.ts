import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 4 });
  const input = { vatRegistrations: [{ from: '2020-01-01' }] };
  for (const index of [0, 1]) await system.company(index).as('tax_specialist').query(PROFILE, { input });
});
afterAll(() => system.close());

const PROFILE = `mutation ($input: UpdateTaxProfileInput!) {
  updateTaxProfile(input: $input) { profile { regime } }
}`;
const CALENDAR = `query ($from: Date!, $to: Date!, $asOf: Date) {
  taxCalendar(from: $from, to: $to, asOf: $asOf) {
    code tax kind year month legalDay due state filedOn amount lateInterest latePenalty source
    title form(language: EN)
  }
}`;
const FILE = `mutation ($input: RecordTaxFilingInput!) {
  recordTaxFiling(input: $input) { obligation { code year month state filedOn } }
}`;

interface Obligation {
  readonly code: string;
  readonly year: number;
  readonly month: number | null;
  readonly legalDay: string;
  readonly due: string;
  readonly state: string;
  readonly amount: string | null;
  readonly lateInterest: string | null;
  readonly latePenalty: string | null;
}

async function calendar(
  company: TestCompany,
  from: string,
  to: string,
  asOf?: string,
): Promise<Obligation[]> {
  const { taxCalendar } = await company
    .as('auditor')
    .query<{ taxCalendar: Obligation[] }>(CALENDAR, { from, to, asOf });
  return taxCalendar;
}

/** Last days of the monthly returns and payments: of December of the year before, of January, … of November. */
const MONTHLY = {
  2024: '01-15 02-15 03-15 04-15 05-15 06-17 07-15 08-15 09-16 10-15 11-15 12-16',
  2025: '01-15 02-17 03-17 04-15 05-15 06-16 07-15 08-15 09-15 10-15 11-17 12-15',
  2026: '01-15 02-16 03-16 04-15 05-15 06-15 07-15 08-17 09-15 10-15 11-16 12-15',
  2027: '01-15 02-15 03-15 04-15 05-18 06-15 07-15 08-16 09-15 10-15 11-15 12-15',
  2028: '01-17 02-15 03-15 04-18 05-15 06-15 07-17 08-15 09-15 10-16 11-15 12-15',
  2029: '01-15 02-15 03-15 04-16 05-15 06-15 07-16 08-15 09-17 10-15 11-15 12-17',
  2030: '01-15 02-15 03-15 04-15 05-15 06-17 07-15 08-15 09-16 10-15 11-15 12-16',
} as const;

/** Property tax of the year before, its advance of the year, the financial statements, the tax on land of the year. */
const YEARLY = {
  2024: '04-01 06-17 10-01 11-15',
  2025: '04-01 06-16 10-01 11-17',
  2026: '04-01 06-15 10-01 11-16',
  2027: '04-01 06-15 10-01 11-15',
  2028: '04-03 06-15 10-02 11-15',
  2029: '04-02 06-15 10-01 11-15',
  2030: '04-01 06-17 10-01 11-15',
} as const;

describe('the tax calendar', () => {
  it.each(Object.entries(MONTHLY))('of %s has the last days of all monthly returns', async (year, days) => {
    const all = await calendar(system.company(0), `${year}-01-01`, `${year}-12-31`);
    const expected = days.split(' ').map((day) => `${year}-${day}`);
    for (const code of ['VAT', 'PROFIT_TAX', 'WITHHOLDING']) {
      const own = all.filter((obligation) => obligation.code === code);
      expect([code, own.map(({ due }) => due)]).toEqual([code, expected]);
      expect(own.map(({ month }) => month)).toEqual([12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      expect(own.map((obligation) => obligation.year)).toEqual(
        own.map(({ month }) => (month === 12 ? Number(year) - 1 : Number(year))),
      );
    }
  });

  it.each(Object.entries(YEARLY))(
    'of %s has the last days of property tax and of the financial statements',
    async (year, days) => {
      const all = await calendar(system.company(0), `${year}-01-01`, `${year}-12-31`);
      const yearly = ['PROPERTY_TAX', 'PROPERTY_TAX_ADVANCE', 'FINANCIAL_STATEMENTS', 'LAND_TAX'];
      const own = all.filter(({ code }) => yearly.includes(code));
      expect(own.map(({ code }) => code)).toEqual(yearly);
      expect(own.map(({ due }) => due.slice(5)).join(' ')).toBe(days);
      expect(own.map((obligation) => obligation.year - Number(year))).toEqual([-1, 0, -1, 0]);
    },
  );

  it('has pension contributions since May 2025 only', async () => {
    const all = await calendar(system.company(0), '2025-01-01', '2025-12-31');
    const own = all.filter(({ code }) => code === 'PENSION').map(({ due }) => due);
    expect(own[0]).toBe('2025-06-16');
    expect(own).toHaveLength(7);
  });

  it('has VAT of the months of registration only, and the regime’s own taxes', async () => {
    const company = system.company(2);
    const input = { regime: 'SMALL_BUSINESS', vatRegistrations: [{ from: '2026-02-20', to: '2026-03-05' }] };
    await company.as('tax_specialist').query(PROFILE, { input });
    const all = await calendar(company, '2026-01-01', '2026-06-30');
    expect(all.filter(({ code }) => code === 'VAT').map(({ month }) => month)).toEqual([2, 3]);
    const codes = [...new Set(all.map(({ code }) => code))].sort();
    expect(codes).toEqual(['PENSION', 'SMALL_BUSINESS', 'VAT', 'WITHHOLDING']);
  });

  it('says of each what it is, where it stands and what is to be paid', async () => {
    const company = system.company(1);
    const charge = { date: '2026-01-20', kind: 'DIVIDEND', amount: '10000.00', description: 'Dividend' };
    await company
      .as('tax_specialist')
      .query(
        'mutation ($input: ChargeProfitTaxInput!) { chargeProfitTax(input: $input) { charge { tax } } }',
        { input: charge },
      );
    const on = async (asOf: string) => {
      const all = await calendar(company, '2026-02-16', '2026-02-16', asOf);
      return all.find(({ code }) => code === 'PROFIT_TAX');
    };
    expect(await on('2026-01-31')).toMatchObject({ state: 'UPCOMING' });
    expect(await on('2026-02-01')).toMatchObject({ state: 'DUE' });
    expect(await on('2026-02-16')).toEqual({
      code: 'PROFIT_TAX',
      tax: 'PROFIT_TAX',
      kind: 'RETURN_AND_PAYMENT',
      title: 'მოგების გადასახადი',
      form: 'Profit tax return',
      source: 'Tax Code, art. 153(10)',
      year: 2026,
      month: 1,
      legalDay: '2026-02-15',
      due: '2026-02-16',
      state: 'DUE',
      filedOn: null,
      amount: '1764.71',
      lateInterest: null,
      latePenalty: null,
    });
    expect(await on('2026-02-26')).toMatchObject({
      state: 'OVERDUE',
      lateInterest: '8.82',
      latePenalty: '88.24',
    });

    const filing = { code: 'PROFIT_TAX', year: 2026, month: 1 };
    const filed = await company
      .as('tax_specialist')
      .query(FILE, { input: { ...filing, filedOn: '2026-02-13' } });
    expect(filed).toEqual({
      recordTaxFiling: { obligation: { ...filing, state: 'UNPAID', filedOn: '2026-02-13' } },
    });
    // The return is in time, the payment is not.
    expect(await on('2026-02-26')).toMatchObject({
      state: 'UNPAID',
      filedOn: '2026-02-13',
      lateInterest: '8.82',
      latePenalty: '0.00',
    });
    // Before that day it was not handed in.
    expect(await on('2026-02-12')).toMatchObject({ state: 'DUE', lateInterest: null });
    await company.as('tax_specialist').query(FILE, { input: filing });
    expect(await on('2026-02-26')).toMatchObject({ state: 'OVERDUE', filedOn: null });
  });

  it('tells the net of VAT, and is done with it when the return is submitted', async () => {
    const company = system.company(1);
    const item = (part: string, box: string, vat: string, line: number) => system.owner.sql`
      insert into tax.vat_items (company_id, year, month, part, box, document_type, document_id, line, date, treatment,
                                 is_fixed_asset, base, vat)
      values (${company.id}, 2026, 3, ${part}, ${box}, 'TaxInvoice', '018f0000-0000-7000-8000-000000000001', ${line},
              '2026-03-31', 'STANDARD', false, ${vat}::numeric / 0.18, ${vat}::numeric)`;
    await item('OUTPUT', '1', '1800.00', 1);
    await item('REVERSE_CHARGE', '1', '90.00', 2);
    await item('INPUT', '1', '700.00', 3);
    const vat = async () => {
      const all = await calendar(company, '2026-04-15', '2026-04-15', '2026-04-15');
      return all.find(({ code }) => code === 'VAT');
    };
    expect(await vat()).toMatchObject({ amount: '1190.00', state: 'DUE' });
    const me = company.as('tax_specialist');
    const month = { year: 2026, month: 3 };
    const step = (field: string, type: string, more: object = {}) =>
      me.query(`mutation ($input: ${type}!) { ${field}(input: $input) { vatReturn { state } } }`, {
        input: { ...month, ...more },
      });
    const now = async () => {
      const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tbilisi' }).format(new Date());
      const all = await calendar(company, '2026-04-15', '2026-04-15', today);
      return all.find(({ code }) => code === 'VAT');
    };
    await step('prepareVatReturn', 'VatReturnInput');
    await step('submitVatReturn', 'SubmitVatReturnInput', { differencesReason: 'kept elsewhere' });
    expect(await now()).toMatchObject({ amount: '1190.00', state: 'UNPAID' });
    await me.query(
      'mutation ($input: RecordTaxPaymentInput!) { recordTaxPayment(input: $input) { payment { id } } }',
      { input: { code: 'VAT', ...month, paidOn: '2026-04-15', amount: '1190.00' } },
    );
    expect(await now()).toMatchObject({ amount: '1190.00', state: 'DONE' });
    // It was handed in, and is to be corrected once its documents come to something else.
    await step('reopenVatReturn', 'ReopenVatReturnInput', { reason: 'one more' });
    expect(await now()).toMatchObject({ state: 'DONE' });
    await item('OUTPUT', '1', '18.00', 4);
    expect(await now()).toMatchObject({ amount: '1208.00', state: 'CHANGED' });
  });

  it('brings the property tax of the year before once its values are all known', async () => {
    const company = system.company(3);
    const property = async () => {
      const all = await calendar(company, '2026-04-01', '2026-06-15', '2026-04-02');
      return all
        .filter(({ code }) => code.startsWith('PROPERTY'))
        .map(({ amount, state }) => [amount, state]);
    };
    expect(await property()).toEqual([
      [null, 'OVERDUE'],
      [null, 'UPCOMING'],
    ]);
    for (let month = 1; month <= 12; month++) {
      await company
        .as('tax_specialist')
        .query(
          'mutation ($input: SetPropertyValuesInput!) { setPropertyValues(input: $input) { __typename } }',
          {
            input: {
              year: 2025,
              month,
              values: [{ accountCode: '2130', opening: '100000.00', closing: '100000.00' }],
            },
          },
        );
    }
    expect(await property()).toEqual([
      ['1000.00', 'OVERDUE'],
      ['1000.00', 'UPCOMING'],
    ]);
  });

  it('has the fine for a late return where there is a return, and not for an advance', async () => {
    const all = await calendar(system.company(3), '2026-04-01', '2026-06-15', '2026-06-30');
    const costs = all
      .filter(({ code }) => code.startsWith('PROPERTY'))
      .map(({ code, lateInterest, latePenalty }) => [code, lateInterest, latePenalty]);
    expect(costs).toEqual([
      // Ninety days and fifteen, 0.05 % each.
      ['PROPERTY_TAX', '45.00', '100.00'],
      ['PROPERTY_TAX_ADVANCE', '7.50', '0.00'],
    ]);
  });
});

describe('what cannot be', () => {
  it.each([
    ['to', { from: '2026-02-01', to: '2026-01-31' }],
    ['to', { from: '2026-01-01', to: '2027-01-03' }],
  ])('is no calendar: %s is named', async (field, variables) => {
    const refusal = await system.company(0).as('auditor').refusal(CALENDAR, variables);
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it.each([
    ['code', { code: 'NOTHING' }],
    ['code', { code: 'VAT' }],
    ['month', { month: 13 }],
    ['month', { month: null }],
    ['month', { code: 'PROPERTY_TAX' }],
    ['year', { year: 1999 }],
    ['filedOn', { filedOn: '2026-01-31' }],
    ['filedOn', { filedOn: '2199-01-31' }],
  ])('is no filing: %s is named', async (field, given) => {
    const input = { code: 'PROFIT_TAX', year: 2026, month: 1, filedOn: '2026-02-10', ...given };
    const refusal = await system.company(0).as('tax_specialist').refusal(FILE, { input });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('is filed by nobody who may not submit', async () => {
    const input = { code: 'PROFIT_TAX', year: 2026, month: 1, filedOn: '2026-02-10' };
    const caller = await system.company(0).tokenWith(['reports:tax', 'tax:write']);
    const response = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${caller}` },
      body: JSON.stringify({ query: FILE, variables: { input } }),
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});
