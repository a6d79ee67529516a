import type { Database } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { StatementLine } from '../mappings/line.ts';
import { check } from '../statements/checks.ts';
import { drawLines, readPosition, spanOf, type Sheet } from '../statements/sheet.ts';
import { demandCurrency, translation } from '../statements/translate.ts';
import {
  addTo,
  amountsOf,
  groupLines,
  groupOf,
  sum,
  WHOLE,
  type LineAmounts,
  type LineOfGroup,
  type Sides,
} from './columns.ts';
import { compareClaims, sumOfDifferences, type IntraGroupDifference } from './differences.ts';
import type { ConsolidationGroup } from './groups.ts';
import { intraGroupBalances } from './intra-group.ts';
import { readGroup, type Part, type Partner, type Reach, type ReadMember } from './members.ts';
import { EXTRA, EXTRA_CODES, INVESTMENTS, isClaim, splitEquity, withExtraLines } from './position-lines.ts';
import type { GroupStatement } from './statement.ts';
import { readTranslated, translatedPosition, type TranslatedPosition } from './translated-position.ts';
import type { AmountBetween } from './translated.ts';

/** The position of a member at the end of a day, and what of it is between it and others. */
export interface PositionOfMember {
  readonly lines: readonly StatementLine[];
  readonly now: LineAmounts;
  /** Before the day on which the group began to lead it. */
  readonly acquired: LineAmounts;
  readonly balances: readonly AmountBetween[];
  /** The same in the currency that is asked; null for that of the books. */
  readonly translated: TranslatedPosition | null;
}

/** Positions added up. */
export interface PositionOfGroup extends Sides {
  readonly lines: readonly LineOfGroup[];
  readonly differences: readonly IntraGroupDifference[];
  /** Equity of the line `BARGAIN_PURCHASE`: of each member, and of the leader what members hold in it. */
  readonly bargains: readonly { readonly member: ReadMember; readonly amount: Amount }[];
}

export interface PositionAsked extends Reach {
  /** The currency that it is shown in. */
  readonly currency: string;
  readonly asOf: CalendarDate;
  readonly compareTo: CalendarDate | null;
  readonly standard: string;
}

/**
 * The statement of financial position of a group: what members have, less what they owe each other, what they hold in each
 * other, and what others own of them (IFRS 10.B86, IFRS 3.32).
 */
export async function groupPosition(
  database: Database,
  group: ConsolidationGroup,
  asked: PositionAsked,
): Promise<GroupStatement> {
  const { asOf, compareTo } = asked;
  demandCurrency(asked.currency, asked.knownAt);
  const columns = [
    { from: asOf, to: asOf, name: 'asOf' },
    ...(compareTo === null ? [] : [{ from: compareTo, to: compareTo, name: 'compareTo' }]),
  ];
  const [now = [], before] = await readGroup(
    database,
    group,
    asked,
    columns,
    ({ to, name }) => ({ [name]: to }),
    (sheet, member, { to }, partners) => readPositionOf(sheet, member, to, asked, partners),
  );
  const position = addUpPositions(now);
  const lines = drawPosition(position, before === undefined ? null : addUpPositions(before));
  return {
    currency: asked.currency,
    members: now.map(({ member, seq }) => ({ ...member, seq })),
    lines,
    differences: position.differences,
    checks: [
      check(
        'ASSETS_EQUAL_EQUITY_AND_LIABILITIES',
        groupOf(lines, 'TOTAL_ASSETS'),
        groupOf(lines, 'TOTAL_EQUITY_AND_LIABILITIES'),
      ),
      check('MEMBERS_AGREE', 0n, sumOfDifferences(position.differences)),
    ],
  };
}

/** Lines with their amounts; those that only a group has are shown where they have one. Pure. */
export function drawPosition(position: PositionOfGroup, before: PositionOfGroup | null = null) {
  return groupLines(position.lines, position, before, ({ code }) => EXTRA_CODES.has(code));
}

/** Adds positions up, and takes out what is between members; in the currency in which they were read. Pure. */
export function addUpPositions(parts: readonly Part<PositionOfMember>[]): PositionOfGroup {
  const members = parts.map(({ member }) => member);
  const lines = withExtraLines(parts[0]?.of.lines ?? []);
  const eliminations = new Map<string, Amount>();
  const claims = new Map<string, Map<string, Amount>>();
  const investments = new Map<string, Amount>();
  for (const { member, of } of parts) {
    const against = new Map<string, Amount>();
    for (const { line, taxId, net } of of.balances) {
      addTo(eliminations, line.code, line.side === 'DEBIT' ? -net : net);
      addTo(line.code === INVESTMENTS ? investments : against, taxId, net);
    }
    claims.set(member.companyId, against);
  }
  const differences = compareClaims('BALANCES', members, claims);
  addTo(eliminations, EXTRA.difference.code, -sumOfDifferences(differences));
  const bargains: { member: ReadMember; amount: Amount }[] = [];
  for (const { member, of } of parts) {
    if (member.isLeader) continue;
    const held = investments.get(member.taxId ?? '') ?? 0n;
    investments.delete(member.taxId ?? '');
    const goodwill = eliminateEquity(eliminations, lines, of, member.share, held);
    if (goodwill >= 0n) addTo(eliminations, EXTRA.goodwill.code, goodwill);
    else bargains.push({ member, amount: -goodwill });
  }
  // What members hold in the leader is held in the group itself.
  for (const held of investments.values())
    bargains.push(...members.filter(({ isLeader }) => isLeader).map((member) => ({ member, amount: -held })));
  addTo(eliminations, EXTRA.bargain.code, sum(bargains.map(({ amount }) => amount)));
  return translatedPosition(parts, {
    ...{ lines, members: parts.map(({ of }) => of.now), eliminations, differences, bargains },
  });
}

/** Reads the position of a member at the end of a day. */
export async function readPositionOf(
  sheet: Sheet,
  member: ReadMember,
  asOf: CalendarDate,
  { standard, currency }: Pick<PositionAsked, 'standard' | 'currency'>,
  partners: readonly Partner[],
): Promise<PositionOfMember> {
  const spans = [asOf, ...(member.from === null ? [] : [dayBefore(member.from)])].map((to) =>
    spanOf(sheet, { from: null, to, withClosing: true }),
  );
  const { lines } = await drawLines(sheet, standard, 'FINANCIAL_POSITION', spans);
  const { positionOf, lines: plain } = await readPosition(sheet, standard);
  const balances = (await intraGroupBalances(sheet, partners, asOf)).flatMap(({ accountId, taxId, net }) => {
    const line = positionOf(accountId);
    const isBalance = ['ASSET', 'LIABILITY'].includes(sheet.chart.get(accountId)?.type ?? '');
    return line === undefined || !isBalance || !isClaim(line) || net === 0n
      ? []
      : [{ line, accountId, taxId, net }];
  });
  const translate = translation(sheet, currency);
  return {
    lines: translate === null ? plain : [...translate.lines(plain)],
    now: amountsOf(lines),
    acquired: spans.length === 1 ? new Map() : amountsOf(lines, 1),
    balances,
    translated:
      translate === null
        ? null
        : await readTranslated(sheet, member, asOf, { standard, currency }, translate, balances),
  };
}

/**
 * Equity of a subsidiary: what was paid in, and what it had earned before the group led it, against what is held in it; the
 * share of others in all of it to non-controlling interests. What is left is what the group earned.
 * @returns goodwill: what is held above what was bought; below zero a bargain
 */
function eliminateEquity(
  eliminations: Map<string, Amount>,
  lines: readonly LineOfGroup[],
  { now, acquired }: Pick<PositionOfMember, 'now' | 'acquired'>,
  share: bigint,
  held: Amount,
): Amount {
  const others = WHOLE - share;
  let bought = 0n;
  for (const { code, kind, totalCode } of lines) {
    if (kind !== 'LINE' || totalCode !== 'TOTAL_EQUITY') continue;
    const amount = now.get(code) ?? 0n;
    const { eliminated, theirs, boughtFor } = splitEquity(code, amount, acquired.get(code) ?? 0n, others);
    addTo(eliminations, code, -eliminated);
    addTo(eliminations, EXTRA.minority.code, theirs);
    bought += boughtFor;
  }
  return held - bought;
}
