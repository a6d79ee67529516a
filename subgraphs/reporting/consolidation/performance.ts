import type { Database } from '#db/client.ts';
import { dayBefore } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { lineOf, longestPrefix, type StatementLine } from '../mappings/line.ts';
import { readChoices, readEquityChanges, readLines } from '../mappings/queries.ts';
import { check } from '../statements/checks.ts';
import { averageRate, inCurrency, rateOf, readRates, type RatesByDay } from '../statements/rates.ts';
import { drawLines, readPosition, spanOf, totalOf, type Sheet } from '../statements/sheet.ts';
import { demandCurrency, FUNCTIONAL, translationAt } from '../statements/translate.ts';
import {
  addTo,
  amountsOf,
  groupLines,
  groupOf,
  shareOf,
  sum,
  WHOLE,
  type LineAmounts,
  type LineOfGroup,
  type Sides,
} from './columns.ts';
import { compareClaims, sumOfDifferences, type IntraGroupDifference } from './differences.ts';
import { dividendsBetween, type Distribution, type Dividend } from './dividends.ts';
import type { ConsolidationGroup } from './groups.ts';
import { intraGroupFlows, intraGroupPairs } from './intra-group.ts';
import { readGroup, within, type Days, type Part, type Partner, type Reach } from './members.ts';
import { COMPREHENSIVE_OF_OTHERS, DIFFERENCE, OF_OTHERS, OF_OWNERS } from './performance-lines.ts';
import { PAID_IN } from './position-lines.ts';
import type { GroupStatement } from './statement.ts';
import { translatedPerformance, type TranslatedPerformance } from './translated-performance.ts';
import { eliminatedAt, type AmountBetween } from './translated.ts';

/** How a member earned its profit, and what of it is between it and others. */
export interface PerformanceOfMember {
  readonly lines: readonly StatementLine[];
  readonly amounts: LineAmounts;
  readonly profit: Amount;
  readonly flows: readonly AmountBetween[];
  readonly distributions: readonly Distribution[];
  /** The same in the currency that is asked; null for that of the books. */
  readonly translated: TranslatedPerformance | null;
}

/** Profits added up. */
export interface PerformanceOfGroup extends Sides {
  readonly lines: readonly LineOfGroup[];
  readonly differences: readonly IntraGroupDifference[];
  readonly dividends: readonly Dividend[];
  /** What members earned, less dividends that they paid each other. */
  readonly profit: Amount;
}

export type Classification = 'FUNCTION' | 'NATURE';

export interface PerformanceAsked extends Reach, Days {
  readonly compare: Days | null;
  /** The currency that it is shown in. */
  readonly currency: string;
  readonly by: Classification;
  readonly standard: string;
}

/**
 * The statement of profit or loss of a group: what members earned while they were in it, less what they earned from each
 * other (IFRS 10.B86c), and whose it is (IAS 1.81B). Where two do not say the same, the difference stands on a line of its
 * own, so that profit is the sum of theirs.
 */
export async function groupPerformance(
  database: Database,
  group: ConsolidationGroup,
  asked: PerformanceAsked,
): Promise<GroupStatement> {
  demandCurrency(asked.currency, asked.knownAt);
  const [now = [], before] = await readGroup(
    database,
    group,
    asked,
    namedSpans(asked),
    daysWithin,
    (sheet, member, span, partners) => readPerformanceOf(sheet, within(member, span), asked, partners, span),
  );
  return performanceStatement(
    asked.currency,
    now,
    addUpPerformances(now),
    before === undefined ? null : addUpPerformances(before),
  );
}

/** Draws the statement of what was added up. Pure. */
export function performanceStatement(
  currency: string,
  parts: readonly Part<unknown>[],
  performance: PerformanceOfGroup,
  before: PerformanceOfGroup | null,
): GroupStatement {
  const { lines, differences, profit } = performance;
  const drawn = groupLines(lines, performance, before, ({ code }) =>
    [DIFFERENCE, OF_OTHERS, COMPREHENSIVE_OF_OTHERS].some((line) => line.code === code),
  );
  return {
    currency,
    members: parts.map(({ member, seq }) => ({ ...member, seq })),
    lines: drawn,
    differences,
    checks: [
      check('PROFIT_EQUALS_PROFITS_OF_MEMBERS', profit, groupOf(drawn, 'PROFIT')),
      check('MEMBERS_AGREE', 0n, sumOfDifferences(differences)),
    ],
  };
}

/** A span and its comparative, with the names by which their days were asked. */
export function namedSpans({ from, to, compare }: Days & { readonly compare: Days | null }) {
  return [
    { from, to, names: ['from', 'to'] as const },
    ...(compare === null ? [] : [{ ...compare, names: ['compareFrom', 'compareTo'] as const }]),
  ];
}

/** The same from the eve of the first day: who left on it leaves within the span. */
export function spansFromEve(asked: Days & { readonly compare: Days | null }) {
  return namedSpans(asked).map(({ from, ...column }) => ({ ...column, from: dayBefore(from), first: from }));
}

/**
 * Days of a span on which a member was in the group: its books must have been opened for them. Of who left on the day before
 * only that day is read.
 */
export function daysWithin(
  { names, ...span }: ReturnType<typeof namedSpans>[number],
  member: Parameters<typeof within>[0],
): Record<string, string> {
  const { from, to } = within(member, span);
  return from > to ? { [names[1]]: to } : { [names[0]]: from, [names[1]]: to };
}

/** Adds profits up, and takes out what is between members; in the currency in which they were read. Pure. */
export function addUpPerformances(parts: readonly Part<PerformanceOfMember>[]): PerformanceOfGroup {
  return translatedPerformance(parts, addUpInBooks(parts));
}

/** The same in the currency of the books. Pure. */
export function addUpInBooks(parts: readonly Part<PerformanceOfMember>[]): PerformanceOfGroup {
  const members = parts.map(({ member }) => member);
  const eliminations = new Map<string, Amount>();
  const claims = new Map<string, Map<string, Amount>>();
  for (const { member, of } of parts) {
    const against = new Map<string, Amount>();
    for (const { line, taxId, net } of of.flows) {
      addTo(eliminations, line.code, line.side === 'DEBIT' ? -net : net);
      addTo(against, taxId, -net);
    }
    claims.set(member.companyId, against);
  }
  const dividends = dividendsBetween(parts, claims);
  for (const { payer, receiver, amount } of dividends) {
    const against = claims.get(payer.companyId);
    if (against !== undefined) addTo(against, receiver.taxId ?? '', -amount);
    const theirs = shareOf(amount, WHOLE - receiver.share);
    addTo(eliminations, OF_OWNERS.code, theirs - amount);
    addTo(eliminations, OF_OTHERS.code, -theirs);
  }
  const differences = compareClaims('FLOWS', members, claims);
  addTo(eliminations, DIFFERENCE.code, sumOfDifferences(differences));
  const columns = parts.map(({ member, of: { amounts, profit } }): LineAmounts => {
    const theirs = shareOf(profit, WHOLE - member.share);
    return new Map([...amounts, [OF_OWNERS.code, profit - theirs], [OF_OTHERS.code, theirs]]);
  });
  const lines = (parts[0]?.of.lines ?? []).flatMap((line) =>
    line.code === 'PROFIT_BEFORE_TAX'
      ? [DIFFERENCE, line]
      : line.code === 'PROFIT'
        ? [line, OF_OWNERS, OF_OTHERS]
        : [line],
  );
  return {
    lines,
    members: columns,
    eliminations,
    differences,
    dividends,
    profit: sum(parts.map(({ of }) => of.profit)) - sum(dividends.map(({ amount }) => amount)),
  };
}

/** What of a profit is of non-controlling interests. Pure. */
export function profitOfOthers({ members, eliminations }: PerformanceOfGroup): Amount {
  return sum([...members, eliminations].map((of) => of.get(OF_OTHERS.code) ?? 0n));
}

/**
 * Reads how a member earned its profit on days on which it was in the group.
 * @param span the days of the column, whose mean rate is that of the whole group in another currency
 */
export async function readPerformanceOf(
  sheet: Sheet,
  days: Days,
  { by, standard, currency }: Pick<PerformanceAsked, 'by' | 'standard' | 'currency'>,
  partners: readonly Partner[],
  span: Days,
): Promise<PerformanceOfMember> {
  const { sql, companyId, chart } = sheet;
  const statement = by === 'FUNCTION' ? 'PROFIT_OR_LOSS_BY_FUNCTION' : 'PROFIT_OR_LOSS_BY_NATURE';
  const counted = [spanOf(sheet, { ...days, withClosing: false })];
  const { lines } = await drawLines(sheet, standard, statement, counted);
  const plain = await readLines(sql, standard, statement);
  const choices = await readChoices(sql, companyId, standard, statement);
  const flows = (await intraGroupFlows(sheet, partners)).flatMap(({ accountId, taxId, net }) => {
    const account = chart.get(accountId);
    const line = account === undefined ? undefined : lineOf(account, plain, choices);
    return line === undefined || net === 0n ? [] : [{ line, accountId, taxId, net }];
  });
  const rates = currency === FUNCTIONAL ? null : await readRates(sql, currency, span);
  return {
    lines: plain,
    amounts: amountsOf(lines),
    profit: totalOf(lines, 'PROFIT'),
    flows,
    distributions: await readDistributions(sheet, standard, partners, rates),
    translated: rates === null ? null : await translated(averageRate(rates, span.from, span.to)),
  };

  async function translated(rate: bigint): Promise<TranslatedPerformance> {
    const drawn = await drawLines(sheet, standard, statement, counted, translationAt(rate));
    return {
      rate,
      amounts: amountsOf(drawn.lines),
      profit: totalOf(drawn.lines, 'PROFIT'),
      eliminated: eliminatedAt(flows, rate),
    };
  }
}

/** What a member took out of its equity for other members: dividends, whether they were paid yet or not. */
async function readDistributions(
  sheet: Sheet,
  standard: string,
  partners: readonly Partner[],
  rates: RatesByDay | null,
): Promise<Distribution[]> {
  const { positionOf } = await readPosition(sheet, standard);
  const earned = [...sheet.chart.values()].filter(
    ({ id, type }) => type === 'EQUITY' && !PAID_IN.includes(positionOf(id)?.code ?? ''),
  );
  const isEarned = new Set(earned.map(({ id }) => id));
  const changes = await readEquityChanges(sheet.sql);
  const pairs = await intraGroupPairs(sheet, partners, (id) => positionOf(id)?.code === 'CASH', [
    ...isEarned,
  ]);
  const distributions = new Map<string, Distribution>();
  for (const { debitAccountId, creditAccountId, date, amount, taxId } of pairs) {
    const credited = sheet.chart.get(creditAccountId);
    const line = positionOf(debitAccountId);
    if (!isEarned.has(debitAccountId) || line === undefined) continue;
    if (credited?.type !== 'ASSET' && credited?.type !== 'LIABILITY') continue;
    const change = longestPrefix(credited.code, changes, ({ prefixes }) => prefixes)?.code;
    if (change === undefined) continue;
    const key = `${taxId} ${line.code} ${change}`;
    const before = distributions.get(key) ?? { amount: 0n, shown: 0n };
    const shown = rates === null ? amount : inCurrency(amount, rateOf(rates, date));
    distributions.set(key, {
      ...{ taxId, lineCode: line.code, change },
      ...{ amount: before.amount + amount, shown: before.shown + shown },
    });
  }
  return [...distributions.values()];
}
