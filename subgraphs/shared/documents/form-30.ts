import type { Readable } from 'node:stream';
import { spreadsheetMl, streamSpreadsheetMl } from './spreadsheet-ml.ts';

/**
 * Form 30, the monthly return of tax withheld at source, as the portal of the Revenue Service takes it: Excel 2003
 * SpreadsheetML with one worksheet `data`, a row of headings, all cells texts, an empty one a single space.
 */
const SHEET = 'data';

/** The columns go by their position; the headings are for people. */
const HEADINGS = [
  'საიდენტიფიკაციო ნომერი',
  'სახელი / სამართლებრივი ფორმა',
  'გვარი / დასახელება',
  'მისამართი',
  'რეზიდენტობის ქვეყანა',
  'შემოსავლის მიმღების კატეგორია',
  'განაცემის სახე',
  'განაცემი (ლარი)',
  'სხვა შეღავათი (ლარი)',
  'გაცემის თარიღი',
  'განაკვეთი (%)',
  'საერთაშორისო ხელშეკრულებით გათავისუფლებული გადასახადი (ლარი)',
  'უცხო ქვეყანაში გადახდილი გადასახადის ჩათვლა (ლარი)',
  'ხაზინის მიერ გადახდილი',
] as const;

const EMPTY = ' ';

/** One payment. Amounts are GEL as text with two decimals, the date is ISO 8601, the rate is in percent. */
export interface Form30Payment {
  readonly taxId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  /** Number of the country by the classifier of the portal, Georgia is 268; 0 when it is not known. */
  readonly country: number;
  readonly category: string;
  readonly incomeType: number;
  readonly gross: string;
  readonly relief: string;
  readonly date: string;
  readonly rate: string;
  readonly treatyExempt: string;
  readonly foreignCredit: string;
}

/** The fourteen cells of one payment. */
export function cellsOfForm30(payment: Form30Payment): string[] {
  return [
    payment.taxId,
    payment.firstName,
    payment.lastName,
    payment.address,
    payment.country === 0 ? '' : String(payment.country),
    payment.category,
    String(payment.incomeType),
    payment.gross,
    unlessZero(payment.relief),
    payment.date.split('-').reverse().join('.'),
    payment.rate,
    unlessZero(payment.treatyExempt),
    unlessZero(payment.foreignCredit),
    '',
  ].map((cell) => (cell === '' ? EMPTY : cell));
}

function unlessZero(amount: string): string {
  return amount === '0.00' ? '' : amount;
}

/** The file to be uploaded. */
export function form30File(payments: Iterable<Form30Payment>): string {
  return spreadsheetMl(SHEET, [HEADINGS, ...Array.from(payments, cellsOfForm30)]);
}

/** The same for payments that come one after the other. */
export function streamForm30File(payments: AsyncIterable<Form30Payment>): Readable {
  return streamSpreadsheetMl(SHEET, rows(payments));
}

async function* rows(payments: AsyncIterable<Form30Payment>): AsyncGenerator<readonly string[]> {
  yield HEADINGS;
  for await (const payment of payments) yield cellsOfForm30(payment);
}
