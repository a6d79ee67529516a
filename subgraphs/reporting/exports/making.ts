import type { z } from 'zod';
import type { Database } from '#db/client.ts';
import { readNames } from '../counterparties/names.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { ListedAccount } from '../general-ledger/queries.ts';
import type { Dimension } from '../read-model/dimensions.ts';
import type { Check } from '../statements/checks.ts';
import type { ListReport, ReportLanguage, ReportRow, StatementReport } from './report.ts';
import { printedDay, printedMoment, type Words } from './words.ts';

/** Whose report it is. */
export interface Owner {
  readonly name: string;
  /** Identification code, where the company has told it. */
  readonly taxId: string | null;
}

/** What a report is made of: the company's books, what was asked, and the language. */
export interface Making {
  readonly database: Database;
  readonly companyId: string;
  readonly owner: Owner;
  readonly language: ReportLanguage;
  /** Whether months that are counted are open; then the file says up to which posting it is true. */
  readonly isOpen: boolean;
}

/** A report without what every report has. */
export type Drawn = Omit<ListReport, 'language' | 'totalTitle'> | Omit<StatementReport, 'language'>;

/** Makes a report; null when there is nothing by that name. */
export interface ReportMaker<Question> {
  /** What is asked, as it travels in a link. */
  readonly question: z.ZodType<Question>;
  /** The last day that the report counts. */
  lastDay(question: Question): string;
  /** Whether all months that it counts are closed, where it counts books of other companies, too. */
  isClosed?(of: Pick<Making, 'database' | 'companyId'>, question: Question): Promise<boolean>;
  /** Draws the report; its rows are read only when they are asked for. */
  make(making: Making, question: Question): Promise<Drawn | null>;
}

/** The name of the company that a report is headed by, from identity, which keeps it. */
export async function readOwner(
  database: Database,
  companyId: string,
  language: ReportLanguage,
): Promise<Owner> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ name: string; name_en: string | null; tax_id: string | null }[]>`
      /* companyNamed */ select name, name_en, tax_id from identity_published.company_named()`,
  );
  if (row === undefined) return { name: companyId, taxId: null };
  return { name: language === 'en' ? (row.name_en ?? row.name) : row.name, taxId: row.tax_id };
}

export function spanned({ from, to }: { readonly from: string; readonly to: string }) {
  return { span: `${printedDay(from)} – ${printedDay(to)}`, day: to };
}

/** Whose it is, for a list. */
export function ownedBy({ owner }: Making, words: Words): (readonly [string, string])[] {
  const taxId = owner.taxId === null ? [] : [[words.taxId, owner.taxId] as const];
  return [[words.company, owner.name], ...taxId];
}

/** Of closed months nothing is said that changes with the day on which the file is made. */
export function counted({ isOpen }: Making, words: Words, seq: number): (readonly [string, string])[] {
  return isOpen ? [[words.counted, String(seq)]] : [];
}

/** The moment as of which a report says what was known. */
export function knownFact(
  { knownAt = null }: { readonly knownAt?: string | null },
  words: Words,
): (readonly [string, string])[] {
  return knownAt === null ? [] : [[words.knownAt, printedMoment(knownAt)]];
}

/** The dimension whose entries are counted. */
export function dimensionFact(
  { dimension }: { readonly dimension: Dimension | null },
  words: Words,
): (readonly [string, string])[] {
  if (dimension === null) return [];
  return [[words.dimension, `${dimension.name}: ${dimension.value ?? words.withoutValue}`]];
}

/** What must hold between the figures of a list and does not. */
export function failedFacts(checks: readonly Check[], words: Words): (readonly [string, string])[] {
  return checks
    .filter(({ expected, actual }) => expected !== actual)
    .map(({ code, expected, actual }) => [
      words.doesNotHold,
      `${code}, ${words.difference} ${formatAmount(actual - expected)}`,
    ]);
}

export function accountName(
  { nameKa, nameEn }: Pick<ListedAccount, 'nameKa' | 'nameEn'>,
  language: ReportLanguage,
): string {
  return language === 'en' ? nameEn : nameKa;
}

export function namesOf({ database, companyId }: Making, wanted: readonly (string | null)[]) {
  return database.withCompany(companyId, (sql) => readNames(sql, companyId, wanted));
}

export async function* each<T>(rows: readonly T[], rowOf: (row: T) => ReportRow): AsyncGenerator<ReportRow> {
  for (const row of rows) yield await Promise.resolve(rowOf(row));
}
