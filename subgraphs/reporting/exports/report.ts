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

/** A report on its way into a file: columns, and rows that come one after the other and are never all held. */
export interface Report {
  readonly title: string;
  /** Days, under the title. */
  readonly span: string;
  /** The last day of the report: the date in the file, which is no clock's. */
  readonly day: string;
  readonly language: ReportLanguage;
  /** What else is to be said above the rows. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly columns: readonly ReportColumn[];
  readonly rows: AsyncIterable<ReportRow>;
  readonly totalTitle: string;
}
