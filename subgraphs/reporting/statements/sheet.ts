import type { Database, TransactionSql } from '#db/client.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { Amount } from '#shared/domain/money.ts';
import { booksReadBy } from '../books/read.ts';
import { lineOf, type StatementLine, type StatementName } from '../mappings/line.ts';
import { readChoices, readLines } from '../mappings/queries.ts';
import { isShownIn, readChart, type ChartAccount } from '../read-model/chart.ts';
import { sumAccounts, type Span, type Sums } from '../read-model/sums.ts';
import { drawStatement, net, type DrawnAccount, type DrawnLine } from './draw.ts';
import { demandDays, positionAt } from './scope.ts';

/** Which entries a figure was summed from, so that they can be shown. */
export interface Behind {
  readonly span: Span;
  /** Only transactions that touch these accounts; null for all. */
  readonly withAccounts: ReadonlySet<string> | null;
}

/** An account behind a figure. */
export interface FigureAccount extends DrawnAccount {
  readonly behind: Behind;
}

export interface FigureLine extends Omit<DrawnLine, 'accounts'> {
  readonly accounts: readonly FigureAccount[];
}

/** What every statement of a company is drawn from, read within one snapshot. */
export interface Sheet {
  readonly sql: TransactionSql;
  readonly companyId: string;
  readonly seq: number;
  readonly knownSeq: number | null;
  readonly chart: ReadonlyMap<string, ChartAccount>;
}

/** Draws up in one snapshot of the books: all figures, and the position up to which they are true, are of one moment. */
export function drawnUp<T>(
  database: Database,
  companyId: string,
  { knownAt }: { readonly knownAt: string | null },
  days: Readonly<Record<string, string>>,
  work: (sheet: Sheet) => Promise<T>,
): Promise<T> {
  return database.withCompany(
    companyId,
    async (sql) => {
      const { seq } = await booksReadBy(sql, companyId);
      await demandDays(sql, companyId, days);
      const knownSeq = await positionAt(sql, companyId, knownAt);
      const chart = await readChart(sql, companyId);
      return work({ sql, companyId, chart, knownSeq, seq: knownSeq ?? seq });
    },
    'snapshot',
  );
}

/** Income less expenses by the elements of the accounts, whatever lines they stand on. */
export function resultOf(sums: ReadonlyMap<string, Sums>, chart: ReadonlyMap<string, ChartAccount>): Amount {
  return [...sums].reduce(
    (sum, [id, of]) => (['REVENUE', 'EXPENSE'].includes(chart.get(id)?.type ?? '') ? sum - net(of) : sum),
    0n,
  );
}

export function spanOf(
  { knownSeq }: Sheet,
  span: Pick<Span, 'from' | 'to' | 'withClosing'> & Partial<Pick<Span, 'dimension'>>,
): Span {
  return { dimension: null, knownSeq, ...span };
}

/** Lines of the statement of financial position, and which of them an account stands on. */
export async function readPosition({ sql, companyId, chart }: Sheet, standard: string) {
  const lines = await readLines(sql, standard, 'FINANCIAL_POSITION');
  const choices = await readChoices(sql, companyId, standard, 'FINANCIAL_POSITION');
  const byAccount = new Map<string, StatementLine | undefined>();
  for (const account of chart.values()) byAccount.set(account.id, lineOf(account, lines, choices));
  return { lines, positionOf: (accountId: string) => byAccount.get(accountId) };
}

/** Lines of the statement of financial position with the accounts on them. */
export type Position = Awaited<ReturnType<typeof readPosition>>;

/**
 * Demands that every account that moved in a span, or has a balance at one of its ends, stands on a line: whatever is sorted
 * by these lines would leave it out without a word.
 * @throws DomainError BAD_USER_INPUT naming the accounts.
 */
export function demandLines(
  { chart }: Sheet,
  standard: string,
  { positionOf }: Position,
  of: {
    readonly turnover: ReadonlyMap<string, Sums>;
    readonly balances: readonly ReadonlyMap<string, Sums>[];
  },
): void {
  const hasMoved = ({ debit, credit }: Sums): boolean => debit !== 0n || credit !== 0n;
  refuseUnmapped(
    standard,
    [...chart.values()]
      .filter(
        (account) =>
          isShownIn(account, 'FINANCIAL_POSITION') &&
          positionOf(account.id) === undefined &&
          (hasMoved(of.turnover.get(account.id) ?? NOTHING) ||
            of.balances.some((balances) => net(balances.get(account.id)) !== 0n)),
      )
      .map(({ code }) => code),
  );
}

const NOTHING: Sums = { debit: 0n, credit: 0n };

function refuseUnmapped(standard: string, codes: readonly string[]): void {
  if (codes.length === 0) return;
  throw badInput(
    'standard',
    standard,
    `accounts stand on no line of the statement, map them first: ${codes.join(', ')}`,
  );
}

/** How a statement is drawn with what is in no books: in another currency, or of one dimension. */
export interface Translate {
  column(span: Span, sums: ReadonlyMap<string, Sums>): Promise<ReadonlyMap<string, Sums>>;
  /** The lines with that of what is left. */
  lines(lines: readonly StatementLine[]): readonly StatementLine[];
  /** The account that stands for what is left, and its line. */
  readonly accounts: readonly (readonly [string, ChartAccount])[];
  readonly choices: readonly (readonly [string, string])[];
}

/** @throws DomainError BAD_USER_INPUT naming accounts with amounts that stand on no line. */
export async function drawLines(
  sheet: Sheet,
  standard: string,
  statement: StatementName,
  spans: readonly Span[],
  translate: Translate | null = null,
): Promise<{ lines: FigureLine[]; columns: readonly ReadonlyMap<string, Sums>[] }> {
  const { sql, companyId } = sheet;
  const columns: ReadonlyMap<string, Sums>[] = [];
  for (const span of spans) {
    const sums = await sumAccounts(sql, companyId, span);
    columns.push(translate === null ? sums : await translate.column(span, sums));
  }
  const chart = new Map(
    [...sheet.chart, ...(translate?.accounts ?? [])].filter(([, account]) => isShownIn(account, statement)),
  );
  const plain = await readLines(sql, standard, statement);
  const lines = translate === null ? plain : translate.lines(plain);
  const choices = new Map([
    ...(await readChoices(sql, companyId, standard, statement)),
    ...(translate?.choices ?? []),
  ]);
  const drawn = drawStatement(lines, choices, chart, columns);
  refuseUnmapped(standard, drawn.unmapped);
  const [first] = spans;
  if (first === undefined) throw new Error('a statement has a column');
  const behind: Behind = { span: first, withAccounts: null };
  return {
    columns,
    lines: drawn.lines.map((line) => ({
      ...line,
      // What a statement adds of its own is in no books.
      accounts: line.accounts
        .filter(({ accountId }) => sheet.chart.has(accountId))
        .map((account) => ({ ...account, behind })),
    })),
  };
}

/** The amount of a line in a column; 0 where the standard does not have the line. */
export function totalOf(lines: readonly FigureLine[], code: string, column = 0): Amount {
  return lines.find(({ line }) => line.code === code)?.amounts[column] ?? 0n;
}
