import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAfter } from '#shared/domain/date.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';
import { todayInGeorgia } from '../vat-return/queries.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 7 });
});
afterAll(() => system.close());

interface Watch {
  readonly state: string;
  readonly turnover: string;
  readonly remaining: string;
  readonly periodFrom: string;
  readonly crossing: Record<string, string> | null;
  readonly forecast: { readonly date: string; readonly monthlyAverage: string } | null;
  readonly hints: readonly string[];
}
const WATCH = `query ($asOf: Date) { vatRegistrationWatch(asOf: $asOf) {
  asOf state threshold periodFrom turnover remaining hints forecast { date monthlyAverage }
  crossing { date documentType documentId periodFrom turnover applyBy } } }`;
const watch = async (company: TestCompany, asOf: string): Promise<Watch> =>
  (await company.as('auditor').query<{ vatRegistrationWatch: Watch }>(WATCH, { asOf })).vatRegistrationWatch;

/** Puts turnover straight into the table that the documents' projection fills. */
async function supply(company: TestCompany, date: string, base: string, box = '1'): Promise<string> {
  const id = uuidv7();
  await system.owner.sql`
    insert into tax.vat_items (company_id, year, month, part, box, document_type, document_id, line, date,
                               treatment, is_fixed_asset, base, vat)
    values (${company.id}, ${Number(date.slice(0, 4))}, ${Number(date.slice(5, 7))}, 'OUTPUT', ${box},
            'TaxInvoice', ${id}, 1, ${date}, 'STANDARD', false, ${base}, 0)`;
  return id;
}
async function register(company: TestCompany, ...vatRegistrations: object[]): Promise<void> {
  await company
    .as('tax_specialist')
    .query(
      'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
      { input: { vatRegistrations } },
    );
}

describe('the watch over the registration for VAT', () => {
  it('says nothing must be done at exactly 100,000.00, and names the document of the tetri more', async () => {
    const company = system.company(0);
    await supply(company, '2025-03-10', '99999.00');
    await supply(company, '2025-05-07', '1.00');
    expect(await watch(company, '2025-05-07')).toMatchObject({
      state: 'BELOW',
      turnover: '100000.00',
      remaining: '0.00',
      crossing: null,
      hints: ['MAY_REGISTER'],
    });
    const documentId = await supply(company, '2025-05-08', '0.01');
    expect(await watch(company, '2025-05-08')).toMatchObject({
      state: 'MUST_REGISTER',
      turnover: '100000.01',
      forecast: null,
      hints: [],
      crossing: {
        date: '2025-05-08',
        documentType: 'TaxInvoice',
        documentId,
        periodFrom: '2025-03-10',
        turnover: '100000.01',
        // 8 May 2025 was a Thursday, 9 May a holiday, 12 May another.
        applyBy: '2025-05-14',
      },
    });
    expect((await watch(company, '2025-05-07')).crossing).toBeNull();
  });

  it('counts what is exempt with the right of credit, and nothing that is exempt without it', async () => {
    const company = system.company(1);
    await supply(company, '2025-03-10', '60000.00', '14');
    await supply(company, '2025-03-11', '70000.00', '14.3');
    expect(await watch(company, '2025-03-31')).toMatchObject({ turnover: '60000.00', state: 'BELOW' });
    await supply(company, '2025-03-12', '40000.01', '9');
    expect((await watch(company, '2025-03-31')).state).toBe('MUST_REGISTER');
  });

  it('foresees the day from the last three full months', async () => {
    const company = system.company(2);
    for (const [date, base] of [
      ['2025-03-20', '9000.00'],
      ['2025-04-20', '9000.00'],
      ['2025-05-20', '9600.00'],
      ['2025-06-02', '50000.00'],
    ] as const) {
      await supply(company, date, base);
    }
    // 27,600.00 in 92 days are 300.00 a day; 22,400.00 are left, which the 75th day exceeds.
    expect(await watch(company, '2025-06-02')).toMatchObject({
      turnover: '77600.00',
      remaining: '22400.00',
      forecast: { date: '2025-08-16', monthlyAverage: '9200.00' },
    });
  });

  it('begins anew on the day after a registration ended', async () => {
    const company = system.company(3);
    await supply(company, '2025-01-20', '150000.00');
    await register(company, { from: '2024-01-01', to: '2025-02-28' });
    expect(await watch(company, '2025-02-28')).toMatchObject({ state: 'REGISTERED', crossing: null });
    expect(await watch(company, '2025-03-10')).toMatchObject({ state: 'BELOW', turnover: '0.00' });
  });

  it('says of a registered company whether it may end the registration', async () => {
    const company = system.company(4);
    await register(company, { from: '2024-06-01' });
    await supply(company, '2024-08-01', '100000.01');
    expect((await watch(company, '2025-05-31')).hints).toEqual([]);
    expect((await watch(company, '2025-07-31')).hints).toEqual([]);
    expect((await watch(company, '2025-08-01')).hints).toEqual(['MAY_DEREGISTER']);
  });

  it('looks no further than today, and to none but those who may read tax reports', async () => {
    const company = system.company(5);
    const refusal = await company.as('auditor').refusal(WATCH, { asOf: dayAfter(todayInGeorgia()) });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: 'asOf' });
    expect((await company.as('accountant').refusal(WATCH)).code).toBe('FORBIDDEN');
  });

  it('sees nothing of another company', async () => {
    await supply(system.company(5), '2025-03-10', '200000.00');
    expect(await watch(system.company(6), '2025-04-01')).toMatchObject({ state: 'BELOW', turnover: '0.00' });
  });
});
