import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

interface Data {
  readonly taxRates: readonly { code: string; value: string; unit: string; source: string; title: string }[];
}
const RATES =
  'query ($date: Date!, $language: TaxLanguage) { taxRates(date: $date) { code value unit source title(language: $language) } }';

/** Written from the law: what books of 2026 must find. */
const OF_2026 = {
  VAT_STANDARD: '18 PERCENT',
  VAT_REGISTRATION_THRESHOLD: '100000 GEL',
  VAT_ADJUSTMENT_TERM: '60 MONTHS',
  VAT_ADJUSTMENT_TERM_BUILDING: '120 MONTHS',
  PROFIT_TAX: '15 PERCENT',
  PROFIT_TAX_DIVISOR: '0.85 FACTOR',
  REPRESENTATION_LIMIT: '1 PERCENT',
  WHT_DIVIDEND_TO_INDIVIDUAL: '5 PERCENT',
  WHT_DIVIDEND_TO_NON_RESIDENT: '5 PERCENT',
  WHT_DIVIDEND_TO_COMPANY: '0 PERCENT',
  WHT_INTEREST: '5 PERCENT',
  WHT_ROYALTY_TO_RESIDENT: '20 PERCENT',
  WHT_ROYALTY_TO_NON_RESIDENT: '5 PERCENT',
  WHT_NON_RESIDENT_SERVICES: '10 PERCENT',
  WHT_NON_RESIDENT_TRANSPORT: '10 PERCENT',
  WHT_OIL_AND_GAS: '4 PERCENT',
  WHT_LOW_TAX_JURISDICTION: '15 PERCENT',
  WHT_SERVICES_OF_INDIVIDUAL: '20 PERCENT',
  WHT_RESIDENTIAL_RENT: '5 PERCENT',
  SMALL_BUSINESS: '1 PERCENT',
  SMALL_BUSINESS_ABOVE_THRESHOLD: '3 PERCENT',
  SMALL_BUSINESS_THRESHOLD: '500000 GEL',
  MICRO_BUSINESS_THRESHOLD: '30000 GEL',
  PROPERTY_TAX: '1 PERCENT',
  PENSION_EMPLOYEE: '2 PERCENT',
  PENSION_EMPLOYER: '2 PERCENT',
  PENSION_STATE: '2 PERCENT',
  PENSION_STATE_LOWER_THRESHOLD: '24000 GEL',
  PENSION_STATE_UPPER_THRESHOLD: '60000 GEL',
  LATE_INTEREST: '0.05 PERCENT_PER_DAY',
  LATE_INTEREST_DAYS: '1095 DAYS',
  LATE_RETURN: '5 PERCENT',
  LATE_RETURN_LONG: '10 PERCENT',
  LATE_RETURN_MONTHS: '2 MONTHS',
  UNDERSTATEMENT: '50 PERCENT',
  IMPORT_TAX_FREE: '0 PERCENT',
  IMPORT_TAX_LOW: '5 PERCENT',
  IMPORT_TAX_HIGH: '12 PERCENT',
};

describe('tax rates', () => {
  it('of 2026 are those of the law, each with its article or with what stands for one', async () => {
    const { taxRates } = await system
      .company(0)
      .as('tax_specialist')
      .query<Data>(RATES, { date: '2026-06-30' });
    const found = new Map(taxRates.map(({ code, value, unit }) => [code, `${value} ${unit}`]));
    expect(Object.fromEntries(Object.keys(OF_2026).map((code) => [code, found.get(code)]))).toEqual(OF_2026);
    // Terms of payment at the customs: known to everybody who imports, and not found in an article yet.
    const withoutArticle = taxRates.filter(({ source }) => !/Tax Code, art\. \d|Law on/.test(source));
    expect(withoutArticle.map(({ code, value, source }) => [code, value, source.split(':')[0]])).toEqual([
      ['IMPORT_PAYMENT_TERM', '5', 'Customs'],
      ['IMPORT_PAYMENT_TERM_LONGEST', '45', 'Customs'],
    ]);
    expect(found.size).toBe(taxRates.length);
  });

  it('hold from the day on which they began', async () => {
    const codesOn = async (date: string): Promise<string[]> => {
      const { taxRates } = await system.company(0).as('auditor').query<Data>(RATES, { date });
      return taxRates.map(({ code }) => code);
    };
    expect(await codesOn('2018-06-30')).not.toContain('SMALL_BUSINESS');
    expect(await codesOn('2018-07-01')).toContain('SMALL_BUSINESS');
    expect(await codesOn('1999-01-01')).toEqual([]);
  });

  it('are named in Georgian and in English', async () => {
    const titles = async (language?: string): Promise<string | undefined> => {
      const { taxRates } = await system
        .company(0)
        .as('auditor')
        .query<Data>(RATES, { date: '2026-01-01', language });
      return taxRates.find(({ code }) => code === 'VAT_STANDARD')?.title;
    };
    expect(await titles()).toBe('დღგ-ის განაკვეთი');
    expect(await titles('EN')).toBe('VAT, standard rate');
  });

  it('can be overlapped by nobody: one value for a code and a day', async () => {
    const overlaps = await system.owner.sql`
      select a.code from tax.rates a join tax.rates b on a.code = b.code and a.valid_from < b.valid_from
      where coalesce(a.valid_to, 'infinity') >= b.valid_from`;
    expect(overlaps).toHaveLength(0);
  });

  it('are for those who may read tax figures', async () => {
    const refusal = await system.company(0).as('accountant').refusal(RATES, { date: '2026-01-01' });
    expect(refusal.code).toBe('FORBIDDEN');
  });
});
