import type { StatementTable } from '#shared/documents/statement.ts';

/** Language of a file. */
export type ReportLanguage = 'ka' | 'en';

/** What a report may be fetched as. */
export type ReportFormat = 'CSV' | 'XLSX' | 'PDF';

/** A column of a report. Amounts have two decimals; dates are ISO 8601; all are given as text. */
export interface ReportColumn {
  readonly title: string;
  /** In letters of the usual size; columns share the width of a page by it. */
  readonly width: number;
  readonly kind: 'text' | 'amount' | 'integer' | 'date';
  /** Whether the last row sums it. */
  readonly isSummed?: boolean;
  /** In print the same text as in the row above is not said again. */
  readonly isSaidOnce?: boolean;
}

/** Cells by their column; null is an empty one. */
export type ReportRow = readonly (string | null)[];

/** What every report says of itself. */
interface Headed {
  readonly title: string;
  /** Days, under the title. */
  readonly span: string;
  /** The last day of the report: the date in the file, which is no clock's. */
  readonly day: string;
  readonly language: ReportLanguage;
}

/** A list on its way into a file: columns, and rows that come one after the other and are never all held. */
export interface ListReport extends Headed {
  /** What else is to be said above the rows. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly columns: readonly ReportColumn[];
  readonly rows: AsyncIterable<ReportRow>;
  /** How many rows there will be, where that can be told sooner than by reading them. */
  readonly countRows?: () => Promise<number>;
  readonly totalTitle: string;
}

/** A statement: short, with rows of several ranks. */
export interface StatementReport extends Headed {
  readonly table: StatementTable;
}

/** What a file is made of. */
export type Report = ListReport | StatementReport;
