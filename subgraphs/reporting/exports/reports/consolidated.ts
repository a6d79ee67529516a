import { z } from 'zod';
import type { Database } from '#db/client.ts';
import type { CellSum, StatementRow } from '#shared/documents/statement.ts';
import { dayBefore } from '#shared/domain/date.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { groupCashFlows } from '../../consolidation/cash-flows.ts';
import type { Across, GroupLine } from '../../consolidation/columns.ts';
import { groupEquity, type GroupEquityComponent } from '../../consolidation/equity.ts';
import { findGroup, type ConsolidationGroup } from '../../consolidation/groups.ts';
import { areClosed, type Days } from '../../consolidation/members.ts';
import { groupIncome } from '../../consolidation/comprehensive-income.ts';
import { groupPosition } from '../../consolidation/position.ts';
import { EXTRA } from '../../consolidation/position-lines.ts';
import type { CountedMember, GroupFindings, GroupStatement } from '../../consolidation/statement.ts';
import { FUNCTIONAL } from '../../statements/translate.ts';
import { spanned, type Making, type ReportMaker } from '../making.ts';
import { comparative, day, knownAt, standard } from '../question-parts.ts';
import type { ReportLanguage } from '../report.ts';
import { linesShown, named, signOf, statementOf } from '../statement-rows.ts';
import { printedDay, wordsOf, type Words } from '../words.ts';
import { columnsOf, isThere, rowsOf, type StretchComponent } from './equity.ts';
import { statementFacts, titleOfSpan } from './statement-facts.ts';

// In lari a question says nothing of a currency: it stays the same as that of files of before there was a choice.
const asked = { groupId: z.string(), standard, currency: z.string().optional(), knownAt };
const spans = { ...asked, from: day, to: day, compare: comparative };
const position = z.object({ ...asked, asOf: day, compareTo: day.nullable() });
const performance = z.object({ ...spans, by: z.enum(['FUNCTION', 'NATURE']) });
const cashFlows = z.object({ ...spans, method: z.enum(['DIRECT', 'INDIRECT']) });
const equity = z.object(spans);

/** What every question about a group has. */
interface AskedOfGroup {
  readonly groupId: string;
  readonly standard: z.infer<typeof standard>;
  readonly currency?: string | undefined;
  readonly knownAt: string | null;
}

/** A file has what was read when it is made: nothing is waited for. */
const READ = { minSeqs: [] } as const;

function shownIn({ currency = FUNCTIONAL }: AskedOfGroup) {
  return { currency };
}

type Drawn = Parameters<typeof statementOf>[2];

/** A statement of a group as a file; null where the company leads no such group. */
function maker<Question extends AskedOfGroup>(
  question: z.ZodType<Question>,
  /** The days of each column, in which members are looked for. */
  columns: (question: Question) => readonly Days[],
  draw: (making: Making, words: Words, group: ConsolidationGroup, question: Question) => Promise<Drawn>,
): ReportMaker<Question> {
  const groupOf = (database: Database, companyId: string, { groupId }: Question) =>
    findGroup(database, companyId, groupId);
  return {
    question,
    lastDay: (of) =>
      columns(of)
        .map(({ to }) => to)
        .reduce((last, to) => (to > last ? to : last)),
    async isClosed({ database, companyId }, of) {
      const group = await groupOf(database, companyId, of);
      return group !== null && (await areClosed(database, group, columns(of)));
    },
    async make(making, of) {
      const group = await groupOf(making.database, making.companyId, of);
      if (group === null) return null;
      const words = wordsOf(making.language);
      return statementOf(making, words, await draw(making, words, group, of));
    },
  };
}

/** Consolidated statement of financial position. */
export const consolidatedPositionMaker = maker(
  position,
  ({ asOf, compareTo }) => [asOf, ...(compareTo === null ? [] : [compareTo])].map((to) => ({ from: to, to })),
  async (making, words, group, of) => {
    const { asOf, compareTo } = of;
    const days = [asOf, ...(compareTo === null ? [] : [compareTo])].map(printedDay);
    return {
      title: words.consolidatedBalanceSheet,
      span: printedDay(asOf),
      day: asOf,
      ...linesOf(
        making,
        words,
        group,
        of,
        days,
        await groupPosition(making.database, group, { ...of, ...READ, ...shownIn(of) }),
      ),
    };
  },
);

/** Consolidated statement of profit or loss. */
export const consolidatedPerformanceMaker = maker(performance, spansOf, async (making, words, group, of) => ({
  title: words.consolidatedIncomeStatement,
  ...spanned(of),
  ...linesOf(
    making,
    words,
    group,
    of,
    spansOf(of).map(titleOfSpan),
    await groupIncome(making.database, group, { ...of, ...READ, ...shownIn(of) }),
    [[words.classification, of.by === 'FUNCTION' ? words.byFunction : words.byNature]],
  ),
}));

/** Consolidated statement of cash flows. */
export const consolidatedCashFlowsMaker = maker(cashFlows, fromTheEve, async (making, words, group, of) => ({
  title: words.consolidatedCashFlowStatement,
  ...spanned(of),
  ...linesOf(
    making,
    words,
    group,
    of,
    spansOf(of).map(titleOfSpan),
    await groupCashFlows(making.database, group, { ...of, ...READ, ...shownIn(of) }),
    [[words.method, of.method === 'DIRECT' ? words.direct : words.indirect]],
  ),
}));

/** Consolidated statement of changes in equity: components side by side, the comparative above. */
export const consolidatedEquityMaker = maker(equity, fromTheEve, async (making, words, group, of) => {
  const { database, language } = making;
  const drawn = await groupEquity(database, group, { ...of, ...READ, ...shownIn(of) });
  const { compare } = of;
  const component = (
    { opening, changes, closing }: GroupEquityComponent,
    amountOf: (across: Across) => bigint,
  ): StretchComponent => ({
    opening: amountOf(opening),
    changes: changes.map(({ change, amount }) => ({ change, amount: amountOf(amount) })),
    closing: amountOf(closing),
  });
  const now = ({ group: amount }: Across) => amount;
  const before = ({ comparative: amount }: Across) => amount ?? 0n;
  const components = drawn.components.filter((one) =>
    [now, before].some((amountOf) => isThere(component(one, amountOf))),
  );
  const count = components.filter(({ line }) => line.code !== EXTRA.minority.code).length;
  // Where nothing is of others, all of it is of the owners.
  const ofOwners = count === components.length ? null : { name: drawn.ofOwners.line, count };
  return {
    title: words.consolidatedChangesInEquity,
    ...spanned(of),
    ...around(making, words, group, of, drawn),
    columns: columnsOf(components, words, language, shownIn(of).currency, ofOwners),
    rows: rowsOf(
      [
        ...(compare === null
          ? []
          : [{ ...compare, components: components.map((one) => component(one, before)) }]),
        { from: of.from, to: of.to, components: components.map((one) => component(one, now)) },
      ],
      words,
      language,
      ofOwners,
    ),
  };
});

function spansOf({ from, to, compare }: z.infer<typeof equity>): Days[] {
  return [{ from, to }, ...(compare === null ? [] : [compare])];
}

/** Who left on the day before is in what the span opens with. */
function fromTheEve(of: z.infer<typeof equity>): Days[] {
  return spansOf(of).map(({ from, to }) => ({ from: dayBefore(from), to }));
}

/** What stands around the figures: the group, its companies, and what does not agree between them. */
function around(
  making: Making,
  words: Words,
  group: ConsolidationGroup,
  of: AskedOfGroup,
  { members, differences, checks }: GroupFindings,
) {
  const { language, isOpen } = making;
  const name = (member: CountedMember) => nameOf(member, language);
  return {
    facts: [
      [words.group, language === 'en' ? (group.nameEn ?? group.nameKa) : group.nameKa] as const,
      [words.companies, members.map((member) => `${name(member)} ${percent(member)} %`).join(', ')] as const,
      // Each company has postings of its own.
      ...statementFacts({ ...making, isOpen: false }, words, { ...of, ...shownIn(of), seq: 0 }),
      ...(isOpen
        ? [
            [
              words.counted,
              members.map((member) => `${name(member)} ${String(member.seq)}`).join(', '),
            ] as const,
          ]
        : []),
    ],
    checks,
    notes: differences
      .filter(({ firstSays, secondSays }) => firstSays !== secondSays)
      .map(
        ({ first, second, firstSays, secondSays }) =>
          `${nameOf(first, language)} – ${nameOf(second, language)}: ${formatAmount(firstSays)}, ` +
          `${formatAmount(secondSays)}, ${words.difference} ${formatAmount(firstSays - secondSays)}`,
      ),
  };
}

/** What the group owns of a company, without zeros behind. */
function percent({ share }: CountedMember): string {
  return formatAmount(share, 4).replace(/\.?0+$/, '');
}

function nameOf({ name, nameEn }: Pick<CountedMember, 'name' | 'nameEn'>, language: ReportLanguage): string {
  return language === 'en' ? (nameEn ?? name) : name;
}

/** Companies side by side, what is eliminated, and the group; then what it had, and what has changed. */
function linesOf(
  making: Making,
  words: Words,
  group: ConsolidationGroup,
  of: AskedOfGroup,
  titles: readonly string[],
  statement: GroupStatement,
  facts: readonly (readonly [string, string])[] = [],
) {
  const { members, lines } = statement;
  const { language } = making;
  const [title = '', before] = titles;
  const about = around(making, words, group, of, statement);
  return {
    ...about,
    facts: [...about.facts, ...facts],
    columns: [
      { title: '', width: 44, kind: 'text' as const },
      ...[
        ...members.map((member) => nameOf(member, language)),
        words.eliminations,
        `${words.group} ${title}`,
        ...(before === undefined ? [] : [`${words.group} ${before}`, words.change]),
      ].map((column) => ({
        title: `${column}, ${signOf(shownIn(of).currency)}`,
        width: 18,
        kind: 'amount' as const,
      })),
    ],
    rows: rowsAcross(lines, language),
  };
}

/** Rows of lines that have an amount: what the group has is a sum across, a total one of the rows above it. */
function rowsAcross(lines: readonly GroupLine[], language: ReportLanguage): StatementRow[] {
  const shown = linesShown(
    lines.map((line) => ({
      ...line,
      amounts:
        line.line.kind === 'HEADING'
          ? []
          : [...line.members, line.eliminations, line.group, line.comparative ?? 0n],
    })),
  );
  return shown.map(({ line, members, eliminations, group, comparative: before }, row): StatementRow => {
    const about = { code: line.code, level: line.level };
    const name = named(line, language);
    if (line.kind === 'HEADING') return { ...about, rank: 'heading', cells: [name] };
    const isTotal = line.kind === 'TOTAL';
    const parts = shown.flatMap(({ line: part }, place) => (part.totalCode === line.code ? [place] : []));
    const above = (column: number): CellSum | null =>
      isTotal ? { plus: parts.map((place) => [place, column] as const), minus: [] } : null;
    const own = [...members, eliminations];
    const groupAt = own.length + 1;
    const amounts = [...own, group, ...(before === null ? [] : [before, group - before])];
    return {
      ...about,
      rank: isTotal ? (line.level === 0 ? 'grand' : 'total') : 'line',
      cells: [name, ...amounts.map((amount) => formatAmount(amount))],
      sums: [
        null,
        ...own.map((_, index) => above(index + 1)),
        { plus: own.map((_, index) => [row, index + 1] as const), minus: [] },
        ...(before === null
          ? []
          : [above(groupAt + 1), { plus: [[row, groupAt] as const], minus: [[row, groupAt + 1] as const] }]),
      ],
    };
  });
}
