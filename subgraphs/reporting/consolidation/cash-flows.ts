import type { Database } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { wordsOf, type Words } from '../exports/words.ts';
import type { Activity, CashFlowLine, Names } from '../mappings/line.ts';
import { readCashFlowLines } from '../mappings/queries.ts';
import { sumAccounts, sumFlows, type Flow, type Sums } from '../read-model/sums.ts';
import {
  directFlows,
  indirectFlows,
  type CashFlowRow,
  type CashFlowRules,
  type IndirectRow,
} from '../statements/cash-flow.ts';
import { check } from '../statements/checks.ts';
import { averageRate, inCurrency, rateOf, readRates } from '../statements/rates.ts';
import { drawLines, readPosition, spanOf, totalOf, type Sheet } from '../statements/sheet.ts';
import { demandCurrency, FUNCTIONAL, translationAt } from '../statements/translate.ts';
import { addTo, groupLines, groupOf, keyOf, sum, type LineOfGroup, type Sides } from './columns.ts';
import { compareClaims, sumOfDifferences, type IntraGroupDifference } from './differences.ts';
import type { ConsolidationGroup } from './groups.ts';
import { intraGroupPairs } from './intra-group.ts';
import {
  isIn,
  readGroup,
  since,
  within,
  type Days,
  type Part,
  type Partner,
  type Reach,
  type ReadMember,
} from './members.ts';
import {
  addUpInBooks,
  addUpPerformances,
  daysWithin,
  readPerformanceOf,
  spansFromEve,
  type PerformanceOfGroup,
  type PerformanceOfMember,
} from './performance.ts';
import { INVESTMENTS, isClaim, PAID_IN } from './position-lines.ts';
import type { GroupStatement } from './statement.ts';
import {
  EFFECT_OF_TRANSLATION,
  operatingOf,
  translatedColumn,
  type CashColumn,
  type TranslatedCash,
} from './translated-cash-flows.ts';
import { differencesAt } from './translated.ts';

type Method = 'DIRECT' | 'INDIRECT';

export interface CashFlowsAsked extends Reach, Days {
  readonly compare: Days | null;
  /** The currency that it is shown in. */
  readonly currency: string;
  readonly method: Method;
  readonly standard: string;
}

/** Cash that passed between a member and another one. */
interface CashBetween {
  /** Identification code of the other one. */
  readonly taxId: string;
  readonly lineCode: string;
  /** Cash in is positive. */
  readonly amount: Amount;
  /** Paid for a share in the other one, or as capital by the other one; else for anything. */
  readonly kind: 'SHARES' | 'CAPITAL' | 'OTHER';
}

/** Flows of cash of a member while it was in the group. */
interface CashFlowsOfMember {
  /** Every line that there is, in the order in which they are read. */
  readonly lines: readonly CashFlowLine[];
  readonly opening: Amount;
  /** What it had when the group began to lead it within the span. */
  readonly obtained: Amount;
  /** What it had when the group ceased to. */
  readonly lost: Amount;
  readonly closing: Amount;
  readonly direct: readonly CashFlowRow[];
  readonly indirect: readonly IndirectRow[];
  readonly between: readonly CashBetween[];
  /** What of the indirect method is between members. */
  readonly indirectBetween: readonly IndirectRow[];
  readonly performance: PerformanceOfMember;
  /** The rates of the currency that is asked; null for that of the books. */
  readonly translated: TranslatedCash | null;
}

/** Flows added up. */
interface CashFlowsOfGroup extends Sides {
  readonly differences: readonly IntraGroupDifference[];
  readonly closing: Amount;
  readonly profit: Amount;
  /** Operating flows by both methods. */
  readonly operating: Readonly<Record<Method, Amount>>;
}

/**
 * The statement of cash flows of a group: what members took in and paid while they were in it, less what they paid each other
 * (IFRS 10.B86c). What was paid for a member and the cash that it had stand in one line of investing (IAS 7.39, 7.42).
 */
export async function groupCashFlows(
  database: Database,
  group: ConsolidationGroup,
  asked: CashFlowsAsked,
): Promise<GroupStatement> {
  const { method } = asked;
  demandCurrency(asked.currency, asked.knownAt);
  const [now = [], before] = await readGroup(
    database,
    group,
    asked,
    // A company that left the day before took its cash along within the span.
    spansFromEve(asked),
    ({ first, ...column }, member) => daysWithin({ ...column, from: first }, member),
    (sheet, member, { first, to }, partners) =>
      readCashFlowsOf(sheet, member, { from: first, to }, asked, since(partners, first)),
  );
  const flows = addUp(now, method);
  const lines = groupLines(
    linesOf([...now, ...(before ?? [])], method),
    flows,
    before === undefined ? null : addUp(before, method),
    ({ code }) => code !== OPENING.code && code !== 'PROFIT',
  );
  const opening = groupOf(lines, OPENING.code);
  return {
    currency: asked.currency,
    members: now.map(({ member, seq }) => ({ ...member, seq })),
    lines,
    differences: flows.differences,
    checks: [
      check('FLOWS_EQUAL_CHANGE_OF_CASH', flows.closing - opening, groupOf(lines, 'CHANGE_OF_CASH')),
      check('CLOSING_CASH_EQUALS_FINANCIAL_POSITION', flows.closing, groupOf(lines, 'CLOSING_CASH')),
      check('DIRECT_EQUALS_INDIRECT', flows.operating.DIRECT, flows.operating.INDIRECT),
      ...(method === 'DIRECT'
        ? []
        : [check('PROFIT_EQUALS_CONSOLIDATED_PROFIT', flows.profit, groupOf(lines, 'PROFIT'))]),
      check('MEMBERS_AGREE', 0n, sumOfDifferences(flows.differences)),
    ],
  };
}

const named = (word: keyof Words): Names => ({ nameKa: wordsOf('ka')[word], nameEn: wordsOf('en')[word] });
const OPENING: LineOfGroup = {
  code: 'OPENING_CASH',
  kind: 'LINE',
  level: 1,
  totalCode: 'CLOSING_CASH',
  ...named('openingCash'),
};
const OBTAINED: LineOfGroup = {
  code: 'SUBSIDIARIES_OBTAINED',
  kind: 'LINE',
  level: 2,
  totalCode: 'NET_INVESTING',
  activity: 'INVESTING',
  nameKa: 'შვილობილი საწარმოების შეძენა, მათი ფულის გამოკლებით',
  nameEn: 'Subsidiaries obtained, net of their cash',
};
const LOST: LineOfGroup = {
  ...OBTAINED,
  code: 'SUBSIDIARIES_LOST',
  nameKa: 'შვილობილი საწარმოების გასვლა, მათი ფულის გამოკლებით',
  nameEn: 'Subsidiaries lost, net of their cash',
};
const DIFFERENCE: LineOfGroup = {
  code: 'INTRAGROUP_DIFFERENCE',
  kind: 'LINE',
  level: 2,
  totalCode: 'NET_OPERATING',
  activity: 'OPERATING',
  nameKa: 'შიდაჯგუფური სხვაობა',
  nameEn: 'Intra-group difference',
};
/** What one paid and the other did not receive: cash on its way, or an entry that is not there. */
const CASH_DIFFERENCE: LineOfGroup = {
  code: 'INTRAGROUP_CASH_DIFFERENCE',
  kind: 'LINE',
  level: 1,
  totalCode: 'CHANGE_OF_CASH',
  nameKa: 'შიდაჯგუფური სხვაობა ფულში',
  nameEn: 'Intra-group difference of cash',
};
const SECTIONS = [
  ['OPERATING', 'operating', 'netOperating'],
  ['INVESTING', 'investing', 'netInvesting'],
  ['FINANCING', 'financing', 'netFinancing'],
] as const;
const STEPS: readonly IndirectRow['kind'][] = ['PROFIT', 'NON_CASH', 'ELSEWHERE', 'WORKING_CAPITAL'];

/** Every line that a statement may have, in the order in which they are read. */
function linesOf(parts: readonly Part<CashFlowsOfMember>[], method: Method): LineOfGroup[] {
  const all = parts[0]?.of.lines ?? [];
  const ofActivity = (activity: Activity, level: number, totalCode: string): LineOfGroup[] =>
    all
      .filter((line) => line.activity === activity)
      .map((line) => ({ ...line, kind: 'LINE', level, totalCode }));
  const indirect = new Map(
    parts.flatMap(({ of }) => of.indirect).map((row) => [`${row.kind}:${row.code}`, row] as const),
  );
  const operating = STEPS.flatMap((step) =>
    [...indirect.values()]
      .filter(({ kind }) => kind === step)
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, nameKa, nameEn }): LineOfGroup => ({
        ...{ code, nameKa, nameEn, step },
        ...{ kind: 'LINE', level: 2, totalCode: 'NET_OPERATING', activity: 'OPERATING' },
      })),
  );
  return [
    ...SECTIONS.flatMap(([activity, heading, net]): LineOfGroup[] => [
      { code: activity, kind: 'HEADING', level: 0, totalCode: null, activity, ...named(heading) },
      ...(activity === 'OPERATING' && method === 'INDIRECT'
        ? [...operating, DIFFERENCE]
        : ofActivity(activity, 2, `NET_${activity}`)),
      ...(activity === 'INVESTING' ? [OBTAINED, LOST] : []),
      {
        ...{ code: `NET_${activity}`, kind: 'TOTAL', level: 1, totalCode: 'CHANGE_OF_CASH', activity },
        ...named(net),
      },
    ]),
    ...ofActivity('EXCHANGE', 1, 'CHANGE_OF_CASH'),
    EFFECT_OF_TRANSLATION,
    CASH_DIFFERENCE,
    { code: 'CHANGE_OF_CASH', kind: 'TOTAL', level: 1, totalCode: 'CLOSING_CASH', ...named('netChange') },
    OPENING,
    { code: 'CLOSING_CASH', kind: 'TOTAL', level: 0, totalCode: null, ...named('closingCash') },
  ];
}

/** Adds flows up, and takes out what passed between members; in the currency in which they were read. Pure. */
function addUp(parts: readonly Part<CashFlowsOfMember>[], method: Method): CashFlowsOfGroup {
  const { eliminations: direct, differences } = eliminateCash(parts);
  const performances = parts.map(({ of, ...part }) => ({ ...part, of: of.performance }));
  const paid = ({ dividends }: PerformanceOfGroup) => sum(dividends.map(({ amount }) => amount));
  const performance = addUpPerformances(performances);
  const operating = new Set(
    (parts[0]?.of.lines ?? []).flatMap(({ code, activity }) => (activity === 'OPERATING' ? [code] : [])),
  );
  const rate = parts[0]?.of.translated?.rate ?? null;
  const members = parts.map(({ of }) => {
    const column = ownColumn(of);
    if (of.translated === null) return column;
    // What does not agree in the books stays as it is.
    const told = sum(of.indirect.flatMap(({ kind, amount }) => (kind === 'PROFIT' ? [amount] : [])));
    const wrong = inCurrency(told - of.performance.profit, of.translated.rate);
    const profit = (of.performance.translated?.profit ?? 0n) + wrong;
    return translatedColumn(column, { ...of.translated, profit }, operating);
  });
  const inBooks: CashColumn = {
    direct,
    indirect: eliminateIndirect(parts, paid(addUpInBooks(performances))),
    ...{ opening: 0n, closing: 0n },
  };
  const eliminations =
    rate === null
      ? inBooks
      : translatedColumn(inBooks, { rate, opening: 0n, closing: 0n, profit: -paid(performance) }, operating);
  const shown = ({ direct: rows, indirect, opening }: CashColumn) =>
    new Map([
      ...[...rows].filter(([code]) => method === 'DIRECT' || !operating.has(code)),
      ...(method === 'DIRECT' ? [] : indirect),
      [OPENING.code, opening] as const,
    ]);
  const columns = [...members, eliminations];
  return {
    members: members.map(shown),
    eliminations: shown(eliminations),
    differences: rate === null ? differences : differencesAt(differences, rate),
    closing: sum(columns.map(({ closing }) => closing)),
    profit: performance.profit,
    operating: {
      DIRECT: sum(columns.map((column) => operatingOf(column, operating))),
      INDIRECT: sum(columns.flatMap(({ indirect }) => [...indirect.values()])),
    },
  };
}

/** Flows of a member by itself: what it came with, and what it took along, are flows of the group. Pure. */
function ownColumn(of: CashFlowsOfMember): CashColumn {
  return {
    direct: new Map([
      ...of.direct.map(({ code, amount }) => [code, amount] as const),
      [OBTAINED.code, of.obtained],
      [LOST.code, -of.lost],
    ]),
    indirect: new Map(of.indirect.map((row) => [rowKey(row), row.amount])),
    ...{ opening: of.opening, closing: of.closing },
  };
}

/**
 * Takes out cash that passed between members. What one paid for a share in another one reached that one only as far as it
 * says that it received it as capital; the rest went to whoever sold the share. Pure.
 */
function eliminateCash(parts: readonly Part<CashFlowsOfMember>[]) {
  const eliminations = new Map<string, Amount>();
  const claims = new Map<string, Map<string, Amount>>();
  for (const { member, of } of parts) {
    const against = new Map<string, Amount>();
    const paidFor = new Map<string, Amount>();
    for (const { taxId, lineCode, amount, kind } of of.between) {
      addTo(eliminations, lineCode, -amount);
      addTo(kind === 'SHARES' ? paidFor : against, taxId, kind === 'SHARES' ? -amount : amount);
    }
    for (const [taxId, paid] of paidFor) {
      const issuer = parts.find((part) => part.member.taxId === taxId);
      const issued = sum(
        (issuer?.of.between ?? [])
          .filter((one) => one.kind === 'CAPITAL' && one.taxId === member.taxId)
          .map(({ amount }) => amount),
      );
      const contributed = common(paid, issued);
      addTo(against, taxId, -contributed);
      const toOthers = paid - contributed;
      addTo(eliminations, toOthers > 0n ? OBTAINED.code : LOST.code, -toOthers);
    }
    claims.set(member.companyId, against);
  }
  const differences = compareClaims(
    'CASH',
    parts.map(({ member }) => member),
    claims,
  );
  addTo(eliminations, CASH_DIFFERENCE.code, sumOfDifferences(differences));
  return { eliminations, differences };
}

/**
 * Takes out of the way from profit to cash what was between members. Profit stays that of the group, and what one has on
 * things and taxes stays; what one earned from another without its being a charge there is a difference. Pure.
 */
function eliminateIndirect(parts: readonly Part<CashFlowsOfMember>[], dividends: Amount) {
  const eliminations = new Map<string, Amount>([[keyOf({ code: 'PROFIT', step: 'PROFIT' }), -dividends]]);
  let difference = dividends;
  for (const { of } of parts)
    for (const row of of.indirectBetween)
      if (row.kind === 'PROFIT' || (row.kind === 'WORKING_CAPITAL' && !isClaim(row)))
        difference -= row.amount;
      else addTo(eliminations, rowKey(row), -row.amount);
  eliminations.set(DIFFERENCE.code, difference);
  return eliminations;
}

function rowKey({ kind, code }: IndirectRow): string {
  return keyOf({ code, step: kind });
}

/** The smaller of two amounts of one sign; nothing where the signs differ. */
function common(one: Amount, another: Amount): Amount {
  if (one > 0n && another > 0n) return one < another ? one : another;
  if (one < 0n && another < 0n) return one > another ? one : another;
  return 0n;
}

async function readCashFlowsOf(
  sheet: Sheet,
  member: ReadMember,
  span: Days,
  asked: Pick<CashFlowsAsked, 'standard' | 'currency'>,
  partners: readonly Partner[],
): Promise<CashFlowsOfMember> {
  const { standard, currency } = asked;
  const { sql, companyId, chart } = sheet;
  const days = within(member, span);
  const { positionOf } = await readPosition(sheet, standard);
  const { lines } = await drawLines(
    sheet,
    standard,
    'FINANCIAL_POSITION',
    [dayBefore(days.from), days.to].map((to) => spanOf(sheet, { from: null, to, withClosing: true })),
  );
  const [first, last] = [totalOf(lines, 'CASH', 0), totalOf(lines, 'CASH', 1)];
  const wasIn = isIn(member, { from: dayBefore(span.from), to: dayBefore(span.from) });
  const isStillIn = isIn(member, { from: span.to, to: span.to });
  const isCash = (id: string): boolean => positionOf(id)?.code === 'CASH';
  const rules: CashFlowRules = { ...(await readCashFlowLines(sql)), chart, isCash };
  const counted = spanOf(sheet, { ...days, withClosing: false });
  const hasDays = days.from <= days.to;
  const flows = hasDays ? await sumFlows(sql, companyId, counted) : [];
  const turnover = hasDays ? await sumAccounts(sql, companyId, counted) : new Map<string, Sums>();
  const pairs = hasDays ? await intraGroupPairs(sheet, partners, isCash) : [];
  return {
    lines: rules.lines,
    opening: wasIn ? first : 0n,
    obtained: wasIn ? 0n : first,
    lost: isStillIn ? 0n : last,
    closing: isStillIn ? last : 0n,
    direct: directFlows(flows, rules),
    indirect: indirectFlows(flows, turnover, rules, positionOf),
    between: pairs.flatMap((pair) =>
      directFlows([pair], rules).flatMap(({ code, amount, accounts }) =>
        accounts.map(({ accountId }): CashBetween => {
          const line = positionOf(accountId)?.code ?? '';
          const kind = line === INVESTMENTS ? 'SHARES' : PAID_IN.includes(line) ? 'CAPITAL' : 'OTHER';
          return { taxId: pair.taxId, lineCode: code, amount, kind };
        }),
      ),
    ),
    indirectBetween: indirectFlows(pairs, turnoverOf(pairs), rules, positionOf),
    performance: await readPerformanceOf(sheet, days, { ...asked, by: 'FUNCTION' }, partners, span),
    translated: currency === FUNCTIONAL ? null : await translated(),
  };

  async function translated(): Promise<TranslatedCash> {
    const eve = dayBefore(span.from);
    const rates = await readRates(sql, currency, { from: eve, to: span.to });
    const cashOn = async (day: CalendarDate): Promise<Amount> => {
      const balances = spanOf(sheet, { from: null, to: day, withClosing: true });
      const by = translationAt(rateOf(rates, day));
      return totalOf((await drawLines(sheet, standard, 'FINANCIAL_POSITION', [balances], by)).lines, 'CASH');
    };
    return {
      rate: averageRate(rates, span.from, span.to),
      opening: wasIn ? await cashOn(eve) : 0n,
      closing: isStillIn ? await cashOn(span.to) : 0n,
    };
  }
}

/** What flows alone would have moved on each account. */
function turnoverOf(flows: readonly Flow[]): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  const add = (accountId: string, debit: Amount, credit: Amount): void => {
    const before = sums.get(accountId) ?? { debit: 0n, credit: 0n };
    sums.set(accountId, { debit: before.debit + debit, credit: before.credit + credit });
  };
  for (const { debitAccountId, creditAccountId, amount } of flows) {
    add(debitAccountId, amount, 0n);
    add(creditAccountId, 0n, amount);
  }
  return sums;
}
