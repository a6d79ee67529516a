import type { Database } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { StatementLine } from '../mappings/line.ts';
import { check } from '../statements/checks.ts';
import { drawLines, readPosition, spanOf, type Sheet } from '../statements/sheet.ts';
import {
  addTo,
  groupLines,
  groupOf,
  shareOf,
  WHOLE,
  type LineAmounts,
  type LineOfGroup,
  type Sides,
} from './columns.ts';
import { compareClaims, sumOfDifferences, type IntraGroupDifference } from './differences.ts';
import type { ConsolidationGroup } from './groups.ts';
import { intraGroupBalances } from './intra-group.ts';
import { readGroup, type Part, type Partner, type Reach, type ReadMember } from './members.ts';
import type { GroupStatement } from './statement.ts';

/** What is held in other companies stands here; it is eliminated against their equity. */
export const INVESTMENTS = 'LONG_TERM_INVESTMENTS';
/** Lines that hold what owners have paid in: none of a subsidiary's is the group's. */
export const PAID_IN: readonly string[] = ['SHARE_CAPITAL', 'SHARE_PREMIUM'];
/**
 * Lines on which nobody owes anything to the counterparty that an entry names: things and cash, which stay what they are
 * wherever they came from, and taxes, which are owed to the treasury whoever they were charged to.
 */
const OWED_TO_NO_MEMBER = new Set([
  'PROPERTY_PLANT_EQUIPMENT',
  'INTANGIBLE_ASSETS',
  'GOODWILL',
  'INVENTORIES',
  'CASH',
  'TAX_ASSETS',
  'CURRENT_TAX',
  'OTHER_TAXES',
  'DEFERRED_TAX_ASSETS',
  'DEFERRED_TAX',
]);

/** Whether what stands on a line with a member is owed between the two. */
export function isClaim({ code }: Pick<StatementLine, 'code'>): boolean {
  return !OWED_TO_NO_MEMBER.has(code);
}

/** Lines that only a group has. */
export const EXTRA = {
  goodwill: {
    code: 'GOODWILL_ON_CONSOLIDATION',
    kind: 'LINE',
    level: 2,
    totalCode: 'TOTAL_NON_CURRENT_ASSETS',
    nameKa: 'გუდვილი კონსოლიდაციისას',
    nameEn: 'Goodwill on consolidation',
  },
  bargain: {
    code: 'BARGAIN_PURCHASE',
    kind: 'LINE',
    level: 2,
    totalCode: 'TOTAL_EQUITY',
    nameKa: 'ხელსაყრელი შეძენა ან აღურიცხავი ინვესტიცია',
    nameEn: 'Bargain purchase, or investment not recorded',
  },
  difference: {
    code: 'INTRAGROUP_DIFFERENCE',
    kind: 'LINE',
    level: 2,
    totalCode: 'TOTAL_EQUITY',
    nameKa: 'შიდაჯგუფური სხვაობა',
    nameEn: 'Intra-group difference',
  },
  minority: {
    code: 'NON_CONTROLLING_INTERESTS',
    kind: 'LINE',
    level: 2,
    totalCode: 'TOTAL_EQUITY',
    nameKa: 'არამაკონტროლებელი წილი',
    nameEn: 'Non-controlling interests',
  },
} as const satisfies Record<string, LineOfGroup>;
const EXTRA_CODES: ReadonlySet<string> = new Set(Object.values(EXTRA).map(({ code }) => code));

/** The position of a member at the end of a day, and what of it is between it and others. */
export interface PositionOfMember {
  readonly lines: readonly StatementLine[];
  readonly now: LineAmounts;
  /** Before the day on which the group began to lead it. */
  readonly acquired: LineAmounts;
  readonly balances: readonly {
    readonly line: StatementLine;
    readonly taxId: string;
    readonly net: Amount;
  }[];
}

/** Positions added up. */
export interface PositionOfGroup extends Sides {
  readonly lines: readonly LineOfGroup[];
  readonly differences: readonly IntraGroupDifference[];
}

export interface PositionAsked extends Reach {
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
    (sheet, member, { to }, partners) => readPositionOf(sheet, member, to, asked.standard, partners),
  );
  const position = addUpPositions(now);
  const lines = drawPosition(position, before === undefined ? null : addUpPositions(before));
  return {
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

/** Adds positions up, and takes out what is between members. Pure. */
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
  for (const { member, of } of parts) {
    if (member.isLeader) continue;
    const held = investments.get(member.taxId ?? '') ?? 0n;
    investments.delete(member.taxId ?? '');
    eliminateEquity(eliminations, lines, of, member.share, held);
  }
  // What members hold in the leader is held in the group itself.
  for (const held of investments.values()) addTo(eliminations, EXTRA.bargain.code, -held);
  return { lines, members: parts.map(({ of }) => of.now), eliminations, differences };
}

/** Reads the position of a member at the end of a day. */
export async function readPositionOf(
  sheet: Sheet,
  member: ReadMember,
  asOf: CalendarDate,
  standard: string,
  partners: readonly Partner[],
): Promise<PositionOfMember> {
  const spans = [asOf, ...(member.from === null ? [] : [dayBefore(member.from)])].map((to) =>
    spanOf(sheet, { from: null, to, withClosing: true }),
  );
  const { lines } = await drawLines(sheet, standard, 'FINANCIAL_POSITION', spans);
  const { positionOf, lines: plain } = await readPosition(sheet, standard);
  const amounts = (column: number): LineAmounts =>
    new Map(
      lines.flatMap(({ line, amounts: of }) =>
        line.kind === 'LINE' ? [[line.code, of[column] ?? 0n] as const] : [],
      ),
    );
  const balances = (await intraGroupBalances(sheet, partners, asOf)).flatMap(({ accountId, taxId, net }) => {
    const line = positionOf(accountId);
    const isBalance = ['ASSET', 'LIABILITY'].includes(sheet.chart.get(accountId)?.type ?? '');
    return line === undefined || !isBalance || !isClaim(line) || net === 0n ? [] : [{ line, taxId, net }];
  });
  return { lines: plain, now: amounts(0), acquired: amounts(1), balances };
}

/**
 * Equity of a subsidiary: what was paid in, and what it had earned before the group led it, against what is held in it, the
 * rest being goodwill; the share of others in all of it to non-controlling interests. What is left is what the group earned.
 */
function eliminateEquity(
  eliminations: Map<string, Amount>,
  lines: readonly LineOfGroup[],
  { now, acquired }: Pick<PositionOfMember, 'now' | 'acquired'>,
  share: bigint,
  held: Amount,
): void {
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
  const goodwill = held - bought;
  if (goodwill >= 0n) addTo(eliminations, EXTRA.goodwill.code, goodwill);
  else addTo(eliminations, EXTRA.bargain.code, -goodwill);
}

/**
 * A line of equity of a subsidiary: what of it is no equity of the owners of the parent, and what of that is of others. What
 * was paid in, and what was there before the group led it, was bought. Pure.
 * @param others what they own, in ten-thousandths of a percent
 */
export function splitEquity(code: string, amount: Amount, acquired: Amount, others: bigint) {
  const before = PAID_IN.includes(code) ? amount : acquired;
  const [theirsBefore, theirsSince] = [shareOf(before, others), shareOf(amount - before, others)];
  return {
    eliminated: before + theirsSince,
    theirs: theirsBefore + theirsSince,
    boughtFor: before - theirsBefore,
  };
}

/** Puts the lines that only a group has where they are read. */
function withExtraLines(lines: readonly StatementLine[]): LineOfGroup[] {
  const before = (code: string, extra: readonly LineOfGroup[]) => (line: LineOfGroup) =>
    line.code === code ? [...extra, line] : [line];
  return lines
    .flatMap(before('TOTAL_NON_CURRENT_ASSETS', [EXTRA.goodwill]))
    .flatMap(before('TOTAL_EQUITY', [EXTRA.bargain, EXTRA.difference, EXTRA.minority]));
}
