import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { lineOf, type StatementLine } from '../mappings/line.ts';
import { readChoices, readLines } from '../mappings/queries.ts';
import { check } from '../statements/checks.ts';
import { drawLines, spanOf } from '../statements/sheet.ts';
import { addTo, groupLines, shareOf, WHOLE, type GroupLine, type LineAmounts } from './columns.ts';
import { compareClaims, sumOfDifferences } from './differences.ts';
import type { ConsolidationGroup } from './groups.ts';
import { intraGroupFlows } from './intra-group.ts';
import { membersOf, readAs, type ReadMember } from './members.ts';
import type { GroupStatement } from './position.ts';

const DIFFERENCE: GroupLine['line'] = {
  code: 'INTRAGROUP_DIFFERENCE',
  kind: 'LINE',
  level: 2,
  totalCode: 'PROFIT_BEFORE_TAX',
  nameKa: 'შიდაჯგუფური სხვაობა',
  nameEn: 'Intra-group difference',
};
const OF_OWNERS: GroupLine['line'] = {
  code: 'PROFIT_OF_OWNERS',
  kind: 'LINE',
  level: 1,
  totalCode: null,
  nameKa: 'მათ შორის მშობელი საწარმოს მესაკუთრეების',
  nameEn: 'Attributable to owners of the parent',
};
const OF_OTHERS: GroupLine['line'] = {
  ...OF_OWNERS,
  code: 'PROFIT_OF_OTHERS',
  nameKa: 'მათ შორის არამაკონტროლებელი წილის',
  nameEn: 'Attributable to non-controlling interests',
};

interface PerformanceOfMember {
  readonly seq: number;
  readonly lines: readonly StatementLine[];
  readonly amounts: LineAmounts;
  readonly profit: Amount;
  readonly flows: readonly {
    readonly line: StatementLine;
    readonly taxId: string;
    readonly net: Amount;
  }[];
}

/**
 * The statement of profit or loss of a group: what members earned while they were in it, less what they earned from each
 * other. Where two do not say the same, the difference stands on a line of its own, so that profit is the sum of theirs.
 */
export async function groupPerformance(
  database: Database,
  group: ConsolidationGroup,
  asked: {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly by: 'FUNCTION' | 'NATURE';
    readonly standard: string;
  },
): Promise<GroupStatement> {
  const members = await membersOf(database, group, asked);
  const taxIds = members.flatMap(({ taxId }) => (taxId === null ? [] : [taxId]));
  const read: PerformanceOfMember[] = [];
  for (const member of members) read.push(await readPerformanceOf(database, group, member, asked, taxIds));
  const eliminations = new Map<string, Amount>();
  const claims = new Map<string, Map<string, Amount>>();
  members.forEach(({ companyId }, index) => {
    const against = new Map<string, Amount>();
    for (const { line, taxId, net } of read[index]?.flows ?? []) {
      addTo(eliminations, line.code, line.side === 'DEBIT' ? -net : net);
      addTo(against, taxId, -net);
    }
    claims.set(companyId, against);
  });
  const pairs = compareClaims('FLOWS', members, claims);
  const difference = sumOfDifferences(pairs);
  addTo(eliminations, DIFFERENCE.code, difference);
  const others = members.map(({ share }, index) => shareOf(read[index]?.profit ?? 0n, WHOLE - share));
  const columns = read.map(
    ({ amounts, profit }, index): LineAmounts =>
      new Map([
        ...amounts,
        [OF_OWNERS.code, profit - (others[index] ?? 0n)],
        [OF_OTHERS.code, others[index] ?? 0n],
      ]),
  );
  const lines = (read[0]?.lines ?? []).flatMap((line) =>
    line.code === 'PROFIT_BEFORE_TAX'
      ? [DIFFERENCE, line]
      : line.code === 'PROFIT'
        ? [line, OF_OWNERS, OF_OTHERS]
        : [line],
  );
  const drawn = groupLines(lines, columns, eliminations, new Set([DIFFERENCE.code, OF_OTHERS.code]));
  const profit = drawn.find(({ line }) => line.code === 'PROFIT')?.group ?? 0n;
  return {
    members,
    seqs: read.map(({ seq }) => seq),
    lines: drawn,
    differences: pairs,
    checks: [
      check(
        'PROFIT_EQUALS_PROFITS_OF_MEMBERS',
        read.reduce((sum, of) => sum + of.profit, 0n),
        profit,
      ),
      check('MEMBERS_AGREE', 0n, difference),
    ],
  };
}

function readPerformanceOf(
  database: Database,
  group: ConsolidationGroup,
  member: ReadMember,
  {
    from,
    to,
    by,
    standard,
  }: {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly by: 'FUNCTION' | 'NATURE';
    readonly standard: string;
  },
  taxIds: readonly string[],
): Promise<PerformanceOfMember> {
  const statement = by === 'FUNCTION' ? 'PROFIT_OR_LOSS_BY_FUNCTION' : 'PROFIT_OR_LOSS_BY_NATURE';
  const span = {
    from: member.from !== null && member.from > from ? member.from : from,
    to: member.to !== null && member.to < to ? member.to : to,
  };
  return readAs(database, group, member, span, async (sheet) => {
    const { sql, companyId, chart } = sheet;
    const { lines } = await drawLines(sheet, standard, statement, [
      spanOf(sheet, { ...span, withClosing: false }),
    ]);
    const plain = await readLines(sql, standard, statement);
    const choices = await readChoices(sql, companyId, standard, statement);
    const others = taxIds.filter((taxId) => taxId !== member.taxId);
    const flows = (await intraGroupFlows(sql, companyId, others, span)).flatMap(
      ({ accountId, taxId, net }) => {
        const account = chart.get(accountId);
        const line = account === undefined ? undefined : lineOf(account, plain, choices);
        return line === undefined || net === 0n ? [] : [{ line, taxId, net }];
      },
    );
    return {
      seq: sheet.seq,
      lines: plain,
      amounts: new Map(
        lines.flatMap(({ line, amounts: [amount = 0n] }) =>
          line.kind === 'LINE' ? [[line.code, amount] as const] : [],
        ),
      ),
      profit: lines.find(({ line }) => line.code === 'PROFIT')?.amounts[0] ?? 0n,
      flows,
    };
  });
}
