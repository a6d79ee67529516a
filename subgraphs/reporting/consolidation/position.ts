import type { Database } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { StatementLine } from '../mappings/line.ts';
import { check, type Check } from '../statements/checks.ts';
import { drawLines, readPosition, spanOf } from '../statements/sheet.ts';
import { addTo, groupLines, shareOf, WHOLE, type GroupLine, type LineAmounts } from './columns.ts';
import { compareClaims, sumOfDifferences, type IntraGroupDifference } from './differences.ts';
import type { ConsolidationGroup } from './groups.ts';
import { intraGroupBalances } from './intra-group.ts';
import { membersOf, readAs, type ReadMember } from './members.ts';

/** The statement of a group. */
export interface GroupStatement {
  readonly members: readonly ReadMember[];
  /** Number of the last posting that is counted, of each member. */
  readonly seqs: readonly number[];
  readonly lines: readonly GroupLine[];
  readonly differences: readonly IntraGroupDifference[];
  readonly checks: readonly Check[];
}

/** What is held in other companies stands here; it is eliminated against their equity. */
const INVESTMENTS = 'LONG_TERM_INVESTMENTS';
/** Lines that hold what owners have paid in: none of a subsidiary's is the group's. */
const PAID_IN = ['SHARE_CAPITAL', 'SHARE_PREMIUM'];

const EXTRA = {
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
} as const satisfies Record<string, GroupLine['line']>;

interface PositionOfMember {
  readonly seq: number;
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

/**
 * The statement of financial position of a group: what members have, less what they owe each other, what they hold in each
 * other, and what others own of them (IFRS 10.B86, IFRS 3.32).
 */
export async function groupPosition(
  database: Database,
  group: ConsolidationGroup,
  { asOf, standard }: { readonly asOf: CalendarDate; readonly standard: string },
): Promise<GroupStatement> {
  const members = await membersOf(database, group, { from: asOf, to: asOf });
  const taxIds = members.flatMap(({ taxId }) => (taxId === null ? [] : [taxId]));
  const read: PositionOfMember[] = [];
  for (const member of members)
    read.push(await readPositionOf(database, group, member, { asOf, standard, taxIds }));
  const lines = withExtraLines(read[0]?.lines ?? []);
  const eliminations = new Map<string, Amount>();
  const claims = new Map<string, Map<string, Amount>>();
  const investments = new Map<string, Amount>();
  members.forEach(({ companyId }, index) => {
    const against = new Map<string, Amount>();
    for (const { line, taxId, net } of read[index]?.balances ?? []) {
      addTo(eliminations, line.code, line.side === 'DEBIT' ? -net : net);
      if (line.code === INVESTMENTS) addTo(investments, taxId, net);
      else addTo(against, taxId, net);
    }
    claims.set(companyId, against);
  });
  const pairs = compareClaims('BALANCES', members, claims);
  addTo(eliminations, EXTRA.difference.code, -sumOfDifferences(pairs));
  members.forEach((member, index) => {
    const of = read[index];
    if (member.isLeader || of === undefined) return;
    const held = investments.get(member.taxId ?? '') ?? 0n;
    investments.delete(member.taxId ?? '');
    eliminateEquity(eliminations, lines, of, member.share, held);
  });
  // What members hold in the leader is held in the group itself.
  for (const held of investments.values()) addTo(eliminations, EXTRA.bargain.code, -held);
  const drawn = groupLines(
    lines,
    read.map(({ now }) => now),
    eliminations,
    new Set(Object.values(EXTRA).map(({ code }) => code)),
  );
  const total = (code: string): Amount => drawn.find(({ line }) => line.code === code)?.group ?? 0n;
  return {
    members,
    seqs: read.map(({ seq }) => seq),
    lines: drawn,
    differences: pairs,
    checks: [
      check(
        'ASSETS_EQUAL_EQUITY_AND_LIABILITIES',
        total('TOTAL_ASSETS'),
        total('TOTAL_EQUITY_AND_LIABILITIES'),
      ),
      check('MEMBERS_AGREE', 0n, sumOfDifferences(pairs)),
    ],
  };
}

function readPositionOf(
  database: Database,
  group: ConsolidationGroup,
  member: ReadMember,
  {
    asOf,
    standard,
    taxIds,
  }: {
    readonly asOf: CalendarDate;
    readonly standard: string;
    readonly taxIds: readonly string[];
  },
): Promise<PositionOfMember> {
  return readAs(database, group, member, { asOf }, async (sheet) => {
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
    const others = taxIds.filter((taxId) => taxId !== member.taxId);
    const balances = (await intraGroupBalances(sheet.sql, sheet.companyId, others, asOf)).flatMap(
      ({ accountId, taxId, net }) => {
        const line = positionOf(accountId);
        const isBalance = ['ASSET', 'LIABILITY'].includes(sheet.chart.get(accountId)?.type ?? '');
        return line === undefined || !isBalance || net === 0n ? [] : [{ line, taxId, net }];
      },
    );
    return { seq: sheet.seq, lines: plain, now: amounts(0), acquired: amounts(1), balances };
  });
}

/**
 * Equity of a subsidiary: what was paid in, and what it had earned before the group led it, against what is held in it, the
 * rest being goodwill; the share of others in all of it to non-controlling interests. What is left is what the group earned.
 */
function eliminateEquity(
  eliminations: Map<string, Amount>,
  lines: readonly GroupLine['line'][],
  { now, acquired }: Pick<PositionOfMember, 'now' | 'acquired'>,
  share: bigint,
  held: Amount,
): void {
  const others = WHOLE - share;
  let bought = 0n;
  for (const { code, kind, totalCode } of lines) {
    if (kind !== 'LINE' || totalCode !== 'TOTAL_EQUITY') continue;
    const amount = now.get(code) ?? 0n;
    const before = PAID_IN.includes(code) ? amount : (acquired.get(code) ?? 0n);
    const [theirsBefore, theirsSince] = [shareOf(before, others), shareOf(amount - before, others)];
    addTo(eliminations, code, -before - theirsSince);
    addTo(eliminations, EXTRA.minority.code, theirsBefore + theirsSince);
    bought += before - theirsBefore;
  }
  const goodwill = held - bought;
  if (goodwill >= 0n) addTo(eliminations, EXTRA.goodwill.code, goodwill);
  else addTo(eliminations, EXTRA.bargain.code, -goodwill);
}

/** Puts the lines that only a group has where they are read. */
function withExtraLines(lines: readonly StatementLine[]): GroupLine['line'][] {
  const before = (code: string, extra: readonly GroupLine['line'][]) => (line: GroupLine['line']) =>
    line.code === code ? [...extra, line] : [line];
  return lines
    .flatMap(before('TOTAL_NON_CURRENT_ASSETS', [EXTRA.goodwill]))
    .flatMap(before('TOTAL_EQUITY', [EXTRA.bargain, EXTRA.difference, EXTRA.minority]));
}
