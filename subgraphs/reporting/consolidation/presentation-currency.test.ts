import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

/**
 * A parent that founds a workshop in January 2025 and buys four fifths of a shop for 6,000 on the 8th of August, when the shop
 * has 6,100: goodwill is 1,120. In 2026 the parent sells to the workshop and gets its share of a dividend of the shop.
 *
 * A dollar costs 2.00 up to the 7th of August 2025, 2.50 up to the 7th of August 2026 and 4.00 from then on. As that is 219 of
 * 365 days, the mean of 2025 is 2.20 and that of 2026 is 3.10.
 */
const TAX_IDS = { parent: '404404421', shop: '404404422', workshop: '404404423' } as const;
type Name = keyof typeof TAX_IDS;
const NAMES = ['parent', 'shop', 'workshop'] as const;
const HOLDER = '404404424';
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const YEAR_BEFORE = { compareFrom: '2025-01-01', compareTo: '2025-12-31' };

let system: System;
let groupId: string | undefined;
const known = new Map<string, string>();
const last = new Map<Name, number>();
const company = (name: Name): TestCompany => system.company(NAMES.indexOf(name));
const us = () => company('parent').as('admin');

beforeAll(async () => {
  system = await startSystem({ companies: 3, chart: loadChart(), years: [2025, 2026] });
  for (const name of NAMES)
    await system.owner
      .sql`update identity.companies set tax_id = ${TAX_IDS[name]} where id = ${company(name).id}`;
  await setRates([2, 2.5, 4]);
  await system.owner.sql`
    insert into ledger.official_rate_days (day)
    select d::date from generate_series('2024-12-31'::date, '2026-12-31'::date, interval '1 day') as d`;
  await know('parent', TAX_IDS.shop, TAX_IDS.workshop);
  await know('shop', TAX_IDS.parent, HOLDER);
  await know('workshop', TAX_IDS.parent);

  await record('parent', '2025-01-05', ['1210', 22_000], ['5150', -22_000]);
  await record('shop', '2025-01-10', ['1210', 5_000], ['5150', -5_000]);
  await record('parent', '2025-01-15', ['2410', 2_000, 'workshop'], ['1210', -2_000]);
  await record('workshop', '2025-01-15', ['1210', 2_000], ['5150', -2_000, 'parent']);
  await record('shop', '2025-03-10', ['1210', 1_100], ['6110', -1_100]);
  await record('parent', '2025-08-08', ['2410', 6_000, 'shop'], ['1210', -6_000]);
  await record('shop', '2025-09-10', ['1210', 550], ['6110', -550]);
  await record('parent', '2025-10-10', ['1210', 4_400], ['6110', -4_400]);

  await record('parent', '2026-02-01', ['1410', 620, 'workshop'], ['6110', -620, 'workshop']);
  await record('workshop', '2026-02-01', ['7420', 620, 'parent'], ['3110', -620, 'parent']);
  await record('workshop', '2026-03-01', ['3110', 310, 'parent'], ['1210', -310]);
  await record('parent', '2026-03-01', ['1210', 310], ['1410', -310, 'workshop']);
  await record('parent', '2026-04-10', ['1210', 6_200], ['6110', -6_200]);
  await record('shop', '2026-05-10', ['1210', 1_550], ['6110', -1_550]);
  await record('workshop', '2026-06-10', ['1210', 1_240], ['6110', -1_240]);
  await record('shop', '2026-09-01', ['5310', 500], ['3420', -400, 'parent'], ['3420', -100, 'holder']);
  await record('parent', '2026-09-01', ['1820', 400, 'shop'], ['8120', -400, 'shop']);
  await record('shop', '2026-09-10', ['3420', 400, 'parent'], ['3420', 100, 'holder'], ['1210', -500]);
  await record('parent', '2026-09-10', ['1210', 400], ['1820', -400, 'shop']);

  await vi.waitFor(
    async () => {
      expect(await system.owner.sql`select from reporting.counterparties`).toHaveLength(5);
    },
    { timeout: 20_000 },
  );
  groupId = await setGroup(null);
  for (const name of ['shop', 'workshop'] as const)
    await company(name)
      .as('admin')
      .query(
        `mutation ($input: ConsentToConsolidationInput!) { consentToConsolidation(input: $input) { consents { groupId } } }`,
        { input: { groupId, parentId: company('parent').id } },
      );
});
afterAll(() => system.close());

const STATEMENT = `{ currency lines { code step members eliminations group comparative } pairs { kind firstSays difference }
  checks { code holds expected actual } }`;
const DECLARED = `$groupId: ID!, $currency: String, $knownAt: DateTime, $minSeqs: [ConsolidationMinSeqInput!]`;
const GIVEN = `groupId: $groupId, currency: $currency, knownAt: $knownAt, minSeqs: $minSeqs`;
const SPAN = `$from: Date!, $to: Date!, $compareFrom: Date, $compareTo: Date`;
const SPANNED = `from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo`;
const SHEET = `query (${DECLARED}, $asOf: Date!, $compareTo: Date) {
  consolidatedBalanceSheet(${GIVEN}, asOf: $asOf, compareTo: $compareTo) ${STATEMENT} }`;
const RESULT = `query (${DECLARED}, ${SPAN}) { consolidatedIncomeStatement(${GIVEN}, ${SPANNED}) ${STATEMENT} }`;
const FLOWS = `query (${DECLARED}, ${SPAN}, $method: CashFlowMethod) {
  consolidatedCashFlowStatement(${GIVEN}, ${SPANNED}, method: $method) ${STATEMENT} }`;
const AMOUNT = '{ members eliminations group comparative }';
const COMPONENT = `{ code opening ${AMOUNT} changes { code amount ${AMOUNT} } closing ${AMOUNT} }`;
const EQUITY = `query (${DECLARED}, ${SPAN}) { consolidatedChangesInEquity(${GIVEN}, ${SPANNED}) {
  currency components ${COMPONENT} ofOwners ${COMPONENT} total ${COMPONENT} checks { code holds expected actual } } }`;

interface Amounts {
  readonly members: readonly string[];
  readonly eliminations: string;
  readonly group: string;
  readonly comparative: string | null;
}
interface Component {
  readonly code: string;
  readonly opening: Amounts;
  readonly changes: readonly { readonly code: string; readonly amount: Amounts }[];
  readonly closing: Amounts;
}
interface Checked {
  readonly currency: string;
  readonly checks: readonly { readonly code: string; readonly holds: boolean }[];
}
interface Equity extends Checked {
  readonly components: readonly Component[];
  readonly ofOwners: Component;
  readonly total: Component;
}
interface Statement extends Checked {
  readonly lines: readonly {
    readonly code: string;
    readonly step: string | null;
    readonly members: readonly string[];
    readonly eliminations: string | null;
    readonly group: string | null;
    readonly comparative: string | null;
  }[];
  readonly pairs: readonly {
    readonly kind: string;
    readonly firstSays: string;
    readonly difference: string;
  }[];
}

async function ask<Answer extends Checked = Statement>(
  operation: string,
  variables: object,
): Promise<Answer> {
  const minSeqs = NAMES.map((name) => ({ companyId: company(name).id, seq: last.get(name) ?? 0 }));
  const answer = await us().query<Record<string, Answer>>(operation, {
    ...{ groupId, minSeqs, currency: 'USD' },
    ...variables,
  });
  const [statement] = Object.values(answer);
  if (statement === undefined) throw new Error('there is no such group');
  return statement;
}
const whatFails = ({ checks }: Checked) => checks.filter(({ holds }) => !holds);
const lineOf = ({ lines }: Statement, code: string, step: string | null = null) =>
  lines.find((line) => line.code === code && line.step === step);
/** Members, eliminations, group; then the comparative. */
function across(statement: Statement, code: string, step: string | null = null): number[] | undefined {
  const line = lineOf(statement, code, step);
  return line === undefined
    ? undefined
    : [
        ...[...line.members, line.eliminations, line.group].map(Number),
        ...(line.comparative === null ? [] : [Number(line.comparative)]),
      ];
}
/** What the group has of a component, from the opening to the closing balance, without what is nothing. */
function ofGroup(component: Component | undefined, which: 'group' | 'comparative' = 'group') {
  if (component === undefined) return undefined;
  const { opening, changes, closing } = component;
  return Object.fromEntries(
    [
      ['OPENING', opening] as const,
      ...changes.map(({ code, amount }) => [code, amount] as const),
      ['CLOSING', closing] as const,
    ].flatMap(([code, amount]) => (Number(amount[which]) === 0 ? [] : [[code, Number(amount[which])]])),
  );
}
const component = ({ components }: Equity, code: string) => components.find((one) => one.code === code);

describe('the sheet of a group in another currency', () => {
  const asked = { asOf: '2026-12-31', compareTo: '2025-12-31' };

  it('has assets, goodwill and what is of others at the rate of the day, equity at historical rates', async () => {
    const drawn = await ask(SHEET, asked);
    expect(drawn.currency).toBe('USD');
    // 35,940 at 4.00, and 27,050 at 2.50 the year before.
    expect(across(drawn, 'CASH')).toEqual([6_327.5, 1_925, 732.5, 0, 8_985, 10_820]);
    expect(across(drawn, 'TRADE_RECEIVABLES')).toEqual([77.5, 0, 0, -77.5, 0, 0]);
    expect(across(drawn, 'TRADE_PAYABLES')).toEqual([0, 0, 77.5, -77.5, 0, 0]);
    expect(across(drawn, 'LONG_TERM_INVESTMENTS')).toEqual([2_000, 0, 0, -2_000, 0, 0]);
    expect(across(drawn, 'GOODWILL_ON_CONSOLIDATION')).toEqual([0, 0, 0, 280, 280, 448]);
    // 22,000 at 2.00; what members were founded with is not the group's.
    expect(across(drawn, 'SHARE_CAPITAL')).toEqual([11_000, 2_500, 1_000, -3_500, 11_000, 11_000]);
    // A fifth of 7,700 at 4.00, and of 6,650 at 2.50.
    expect(across(drawn, 'NON_CONTROLLING_INTERESTS')).toEqual([0, 0, 0, 385, 385, 532]);
    // 2025: 4,400 of the parent and four fifths of the 550 of the shop since it was bought, at 2.20.
    expect(lineOf(drawn, 'RETAINED_EARNINGS')?.comparative).toBe('2200.00');
    // -2,200 on the capital, -240 on the profit of the parent, -24 on that of the shop.
    expect(lineOf(drawn, 'TRANSLATION_DIFFERENCE')?.comparative).toBe('-2464.00');
    expect(across(drawn, 'TOTAL_EQUITY')?.slice(4)).toEqual([9_265, 11_268]);
    expect(across(drawn, 'TOTAL_ASSETS')?.slice(4)).toEqual([9_265, 11_268]);
    expect(drawn.pairs).toEqual([{ kind: 'BALANCES', firstSays: '77.50', difference: '0.00' }]);
    expect(whatFails(drawn)).toEqual([]);
  });

  it('has each company as its own statement has it', async () => {
    const drawn = await ask(SHEET, asked);
    for (const [place, name] of NAMES.entries()) {
      const { balanceSheet } = await company(name)
        .as('admin')
        .query<{ balanceSheet: { lines: { code: string; amount: string | null }[] } }>(
          '{ balanceSheet(asOf: "2026-12-31", currency: "USD") { lines { code amount } } }',
        );
      for (const { code, amount } of balanceSheet.lines)
        expect([code, lineOf(drawn, code)?.members[place] ?? null]).toEqual([code, amount]);
    }
  });
});

describe('the result of a group in another currency', () => {
  it('goes at the mean of the rates of the year, and belongs to whom it belongs', async () => {
    const drawn = await ask(RESULT, { ...YEAR, ...YEAR_BEFORE });
    expect(across(drawn, 'REVENUE')).toEqual([2_200, 500, 400, -200, 2_900, 2_250]);
    expect(across(drawn, 'FINANCE_INCOME')).toEqual([129.03, 0, 0, -129.03, 0, 0]);
    expect(across(drawn, 'PROFIT')).toEqual([2_329.03, 500, 200, -129.03, 2_900, 2_250]);
    expect(across(drawn, 'PROFIT_OF_OWNERS')?.slice(4)).toEqual([2_800, 2_200]);
    expect(across(drawn, 'PROFIT_OF_OTHERS')?.slice(4)).toEqual([100, 50]);
    expect(lineOf(drawn, 'INTRAGROUP_DIFFERENCE')).toBeUndefined();
    expect(whatFails(drawn)).toEqual([]);
  });

  it('ends with what rates did to equity as other comprehensive income, of owners and of others', async () => {
    const drawn = await ask(RESULT, { ...YEAR, ...YEAR_BEFORE });
    expect(across(drawn, 'TRANSLATION_DIFFERENCE')?.slice(4)).toEqual([-4_878, -2_592]);
    expect(across(drawn, 'COMPREHENSIVE_INCOME')?.slice(4)).toEqual([-1_978, -342]);
    expect(across(drawn, 'COMPREHENSIVE_INCOME_OF_OWNERS')?.slice(4)).toEqual([-1_856, -264]);
    expect(across(drawn, 'COMPREHENSIVE_INCOME_OF_OTHERS')?.slice(4)).toEqual([-122, -78]);
    expect(lineOf(await ask(RESULT, { ...YEAR, currency: 'GEL' }), 'COMPREHENSIVE_INCOME')).toBeUndefined();
  });
});

describe('changes in the equity of a group in another currency', () => {
  it('lead from sheet to sheet with translation differences of owners and of others', async () => {
    const drawn = await ask<Equity>(EQUITY, { ...YEAR, ...YEAR_BEFORE });
    expect(ofGroup(component(drawn, 'SHARE_CAPITAL'))).toEqual({ OPENING: 11_000, CLOSING: 11_000 });
    expect(ofGroup(component(drawn, 'NON_CONTROLLING_INTERESTS'), 'comparative')).toEqual({
      // A fifth of 6,100 on the eve, at 2.00; of that 122 are lost by the end of the year, and 6 of the profit.
      SUBSIDIARIES_OBTAINED: 610,
      PROFIT: 50,
      TRANSLATION_DIFFERENCE: -128,
      CLOSING: 532,
    });
    expect(ofGroup(component(drawn, 'NON_CONTROLLING_INTERESTS'))).toEqual({
      OPENING: 532,
      PROFIT: 100,
      DIVIDENDS: -25,
      TRANSLATION_DIFFERENCE: -222,
      CLOSING: 385,
    });
    // On 28,170 of the year before 4,225.50, on the profit of 8,990 another 652.50, on the dividend of its day nothing.
    expect(ofGroup(drawn.total)).toEqual({
      OPENING: 11_268,
      PROFIT: 2_900,
      DIVIDENDS: -25,
      TRANSLATION_DIFFERENCE: -4_878,
      CLOSING: 9_265,
    });
    expect(ofGroup(drawn.ofOwners)).toEqual({
      OPENING: 10_736,
      PROFIT: 2_800,
      TRANSLATION_DIFFERENCE: -4_656,
      CLOSING: 8_880,
    });
    expect(ofGroup(drawn.ofOwners, 'comparative')).toEqual({
      CONTRIBUTIONS: 11_000,
      PROFIT: 2_200,
      TRANSLATION_DIFFERENCE: -2_464,
      CLOSING: 10_736,
    });
    expect(whatFails(drawn)).toEqual([]);
  });
});

describe('a company that leaves a group in another currency', () => {
  afterAll(() => setGroup(null));

  it('takes what the owners earned with it along at the rate of its last day', async () => {
    await setGroup('2025-12-31');
    const drawn = await ask<Equity>(EQUITY, { ...YEAR, minSeqs: [] });
    // 440 of the owners and 1,330 of others at 2.50. Of the 26,400 that stay 3,960 are lost, and 569.03 of the profit.
    expect(ofGroup(drawn.total)).toEqual({
      OPENING: 11_268,
      PROFIT: 2_529.03,
      SUBSIDIARIES_LOST: -708,
      TRANSLATION_DIFFERENCE: -4_529.03,
      CLOSING: 8_560,
    });
    expect(whatFails(drawn)).toEqual([]);
    const result = await ask(RESULT, { ...YEAR, minSeqs: [] });
    expect(across(result, 'PROFIT')).toEqual([2_329.03, 200, 0, 2_529.03]);
    expect(across(result, 'TRANSLATION_DIFFERENCE')?.at(-1)).toBe(-4_529.03);
    expect(whatFails(result)).toEqual([]);
    const flows = await ask(FLOWS, { ...YEAR, minSeqs: [] });
    // 6,650 at the mean of the year.
    expect(across(flows, 'SUBSIDIARIES_LOST')?.at(-1)).toBe(-2_145.16);
    expect(whatFails(flows)).toEqual([]);
  });

  it('leads from sheet to sheet when it leaves within the year, too', async () => {
    await setGroup('2026-08-31');
    for (const operation of [EQUITY, RESULT, FLOWS])
      expect(whatFails(await ask(operation, { ...YEAR, minSeqs: [] }))).toEqual([]);
    const drawn = await ask<Equity>(EQUITY, { ...YEAR, minSeqs: [] });
    // A fifth of 8,200 at 4.00.
    expect(ofGroup(component(drawn, 'NON_CONTROLLING_INTERESTS'))).toMatchObject({ SUBSIDIARIES_LOST: -410 });
    // The 1,680 that the owners earned with it, at 4.00.
    expect(ofGroup(drawn.ofOwners)).toMatchObject({ SUBSIDIARIES_LOST: -420 });
  });
});

describe('the cash flows of a group in another currency', () => {
  it('go at the mean of the year, from cash at the rate of the one end to cash at the rate of the other', async () => {
    const drawn = await ask(FLOWS, { ...YEAR, ...YEAR_BEFORE });
    expect(across(drawn, 'FROM_CUSTOMERS')).toEqual([2_100, 500, 400, -100, 2_900, 2_250]);
    expect(across(drawn, 'TO_SUPPLIERS')).toEqual([0, 0, -100, 100, 0, 0]);
    expect(across(drawn, 'DIVIDENDS_PAID')).toEqual([0, -161.29, 0, 129.03, -32.26, 0]);
    // 6,000 were paid for the shop, which had 6,100: each at 2.20.
    expect(across(drawn, 'SUBSIDIARIES_OBTAINED')?.at(-1)).toBe(45.46);
    expect(across(drawn, 'CAPITAL')?.at(-1)).toBe(10_000);
    expect(across(drawn, 'OPENING_CASH')).toEqual([7_360, 2_660, 800, 0, 10_820, 0]);
    // On 27,050 that were there 4,057.50 are lost, and 645.24 on the 8,890 that came in.
    expect(across(drawn, 'TRANSLATION_DIFFERENCE')).toEqual([
      ...[-3_261.53, -1_073.71, -367.5, 0, -4_702.74],
      -1_475.46,
    ]);
    expect(across(drawn, 'CHANGE_OF_CASH')?.slice(4)).toEqual([-1_835, 10_820]);
    expect(across(drawn, 'CLOSING_CASH')).toEqual([6_327.5, 1_925, 732.5, 0, 8_985, 10_820]);
    expect(drawn.pairs.every(({ difference }) => difference === '0.00')).toBe(true);
    expect(whatFails(drawn)).toEqual([]);
  });

  it('begin with the profit of the group by the indirect method, and come to the same', async () => {
    const drawn = await ask(FLOWS, { ...YEAR, method: 'INDIRECT' });
    expect(across(drawn, 'PROFIT', 'PROFIT')).toEqual([2_329.03, 500, 200, -129.03, 2_900]);
    expect(across(drawn, 'TRADE_RECEIVABLES', 'WORKING_CAPITAL')).toEqual([-100, 0, 0, 100, 0]);
    expect(across(drawn, 'NET_OPERATING')).toEqual(across(await ask(FLOWS, YEAR), 'NET_OPERATING'));
    expect(across(drawn, 'CLOSING_CASH')?.at(-1)).toBe(8_985);
    expect(whatFails(drawn)).toEqual([]);
  });
});

describe('a currency of statements of a group', () => {
  const asOf = '2026-12-31';

  it('is lari unless something else is asked, and then there is nothing to translate', async () => {
    const drawn = await ask(SHEET, { asOf, currency: 'GEL' });
    expect(drawn.currency).toBe('GEL');
    expect(drawn).toEqual(await ask(SHEET, { asOf, currency: undefined }));
    expect(across(drawn, 'TOTAL_ASSETS')?.at(-1)).toBe(37_060);
    expect(lineOf(drawn, 'TRANSLATION_DIFFERENCE')).toBeUndefined();
    const changes = await ask<Equity>(EQUITY, { ...YEAR, currency: 'GEL' });
    expect(ofGroup(changes.total)).toEqual({
      OPENING: 28_170,
      PROFIT: 8_990,
      DIVIDENDS: -100,
      CLOSING: 37_060,
    });
  });

  it.each([
    ['the sheet', SHEET, { asOf }],
    ['the result', RESULT, YEAR],
    ['the cash flows', FLOWS, YEAR],
    ['the changes in equity', EQUITY, YEAR],
  ])(
    'is refused for %s where there is no rate, and of what was once known',
    async (_name, operation, span) => {
      const refused = (given: object) => us().refusal(operation, { groupId, ...span, ...given });
      expect(await refused({ currency: 'EUR' })).toMatchObject({
        ...{ code: 'BAD_USER_INPUT', field: 'currency', value: 'EUR' },
        message: expect.stringMatching(/has no official rate on 202[56]-01-01/) as string,
      });
      expect(await refused({ currency: 'XXQ' })).toMatchObject({ field: 'currency', value: 'XXQ' });
      expect(await refused({ currency: 'USD', knownAt: '2026-01-01T00:00:00Z' })).toMatchObject({
        ...{ code: 'BAD_USER_INPUT', field: 'knownAt' },
      });
    },
  );

  it('balances and leads from sheet to sheet whatever the rates are', async () => {
    const rate = fc.integer({ min: 10_000, max: 99_999 }).map((scaled) => scaled / 10_000);
    const day = fc.constantFrom(
      '2025-01-01',
      '2025-08-01',
      '2025-08-08',
      '2026-01-01',
      '2026-05-05',
      '2026-09-01',
    );
    await fc.assert(
      fc.asyncProperty(fc.tuple(rate, rate, rate), day, async (rates, from) => {
        await setRates(rates);
        const sheet = await ask(SHEET, { asOf });
        const changes = await ask<Equity>(EQUITY, { from, to: asOf });
        const result = await ask(RESULT, { from, to: asOf });
        const direct = await ask(FLOWS, { from, to: asOf });
        const indirect = await ask(FLOWS, { from, to: asOf, method: 'INDIRECT' });
        for (const drawn of [sheet, changes, result, direct, indirect]) expect(whatFails(drawn)).toEqual([]);
        for (const flows of [direct, indirect])
          expect(lineOf(flows, 'CLOSING_CASH')?.group).toBe(lineOf(sheet, 'CASH')?.group);
        expect(lineOf(indirect, 'PROFIT', 'PROFIT')?.group).toBe(lineOf(result, 'PROFIT')?.group);
        const total = (code: string) => across(sheet, code)?.at(-1) ?? Number.NaN;
        // 37,060 at the rate of the day, cash and goodwill each rounded by itself.
        expect(Math.abs(total('TOTAL_ASSETS') - 37_060 / rates[2])).toBeLessThan(0.05);
        expect(total('NON_CONTROLLING_INTERESTS')).toBe(Math.round(154_000 / rates[2]) / 100);
        for (const { code, closing } of changes.components)
          expect([code, closing]).toEqual([
            code,
            expect.objectContaining({ group: lineOf(sheet, code)?.group }),
          ]);
        // In every column, of companies, eliminations and the group.
        for (const of of [...changes.components, changes.ofOwners, changes.total])
          for (const column of [0, 1, 2, 3, 4]) {
            const inTetri = ({ members, eliminations, group }: Amounts) =>
              Math.round(100 * Number([...members, eliminations, group][column]));
            expect(
              inTetri(of.opening) + of.changes.reduce((sum, { amount }) => sum + inTetri(amount), 0),
            ).toBe(inTetri(of.closing));
          }
      }),
      { numRuns: 8 },
    );
    await setRates([2, 2.5, 4]);
  }, 120_000);
});

describe('files of a group in another currency', () => {
  const fetched = async (given: object): Promise<string> => {
    const { reportFile } = await us().query<{ reportFile: { url: string } }>(FILE, {
      groupId,
      ...YEAR,
      ...given,
    });
    const response = await fetch(`${system.url}${reportFile.url}`);
    expect(response.status).toBe(200);
    return response.text();
  };
  const FILE = `query ($report: ReportName!, $groupId: ID, $from: Date, $to: Date, $compareFrom: Date, $compareTo: Date,
    $currency: String = "USD") {
    reportFile(report: $report, groupId: $groupId, from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo,
      currency: $currency, format: CSV, language: EN) { url } }`;

  it('say their currency and have the figures of the query', async () => {
    const sheet = await fetched({ report: 'CONSOLIDATED_BALANCE_SHEET', compareTo: '2025-12-31' });
    expect(sheet).toContain('"Group 31.12.2026, USD"');
    expect(sheet).toContain(
      'NON_CONTROLLING_INTERESTS,Non-controlling interests,0.00,0.00,0.00,385.00,385.00,532.00',
    );
    expect(sheet).not.toContain('₾');
    expect(await fetched({ report: 'CONSOLIDATED_INCOME_STATEMENT' })).toContain(
      'PROFIT,Profit for the period,2329.03,500.00,200.00,-129.03,2900.00',
    );
    expect(await fetched({ report: 'CONSOLIDATED_CASH_FLOW_STATEMENT' })).toContain(
      'TRANSLATION_DIFFERENCE,Translation difference,-3261.53,-1073.71,-367.50,0.00,-4702.74',
    );
    const changes = await fetched({ report: 'CONSOLIDATED_CHANGES_IN_EQUITY', ...YEAR_BEFORE });
    expect(changes).toContain('"Translation difference, USD"');
    expect(changes).toMatch(/^TRANSLATION_DIFFERENCE,Translation difference,.*,-4878\.00\r?$/m);
  });

  it('are refused where there is no rate, and the same in lari whether it is named or not', async () => {
    const refused = (report: string) => us().refusal(FILE, { groupId, ...YEAR, report, currency: 'EUR' });
    for (const name of ['BALANCE_SHEET', 'INCOME_STATEMENT', 'CASH_FLOW_STATEMENT', 'CHANGES_IN_EQUITY'])
      expect(await refused(`CONSOLIDATED_${name}`)).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'currency',
      });
    const report = 'CONSOLIDATED_BALANCE_SHEET';
    expect(await fetched({ report, currency: 'GEL' })).toBe(await fetched({ report, currency: null }));
  });
});

/** Lari for a dollar up to each 7th of August, and behind the last. */
async function setRates(rates: readonly [number, number, number]): Promise<void> {
  const days = ['2024-12-31', '2025-08-08', '2026-08-08'];
  for (const [index, rate] of rates.entries())
    await system.owner.sql`
      insert into ledger.official_rates (currency, valid_from, quantity, rate, source)
      values ('USD', ${days[index] ?? ''}, 1, ${rate}, 'ENTERED')`;
}

/** The group, with the shop up to a day. */
async function setGroup(to: string | null): Promise<string> {
  const { setConsolidationGroup } = await us().query<{ setConsolidationGroup: { group: { id: string } } }>(
    `mutation ($input: SetConsolidationGroupInput!) { setConsolidationGroup(input: $input) { group { id } } }`,
    {
      input: {
        id: groupId,
        nameKa: 'ჯგუფი',
        members: [
          { companyId: company('shop').id, ownership: '80', from: '2025-08-08', to },
          { companyId: company('workshop').id, ownership: '100', from: '2025-01-01' },
        ],
      },
    },
  );
  return setConsolidationGroup.group.id;
}

async function know(name: Name, ...taxIds: string[]): Promise<void> {
  for (const taxId of taxIds) {
    const { createCounterparty } = await company(name)
      .as('admin')
      .query<{ createCounterparty: { counterparty: { id: string } } }>(
        'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
        { input: { kind: 'COMPANY', taxId, name: `შპს ${taxId}` } },
      );
    const other = NAMES.find((one) => TAX_IDS[one] === taxId) ?? 'holder';
    known.set(`${name} knows ${other}`, createCounterparty.counterparty.id);
  }
}

/** @param lines account, amount in GEL that is a debit above zero, and whom the entry names */
async function record(
  name: Name,
  date: string,
  ...lines: readonly (readonly [account: string, amount: number, other?: Name | 'holder'])[]
): Promise<void> {
  const { recordTransaction } = await company(name)
    .as('admin')
    .query<{ recordTransaction: { transaction: { seq: number } } }>(
      'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { seq } } }',
      {
        input: {
          date,
          description: 'Something that happened',
          entries: lines.map(([accountCode, amount, other]) => ({
            accountCode,
            [amount > 0 ? 'debit' : 'credit']: Math.abs(amount).toFixed(2),
            ...(other === undefined ? {} : { counterpartyId: known.get(`${name} knows ${other}`) }),
          })),
        },
      },
    );
  last.set(name, recordTransaction.transaction.seq);
}
