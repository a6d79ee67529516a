import { printedAmount } from '#shared/documents/amount.ts';
import type { PdfDocument } from '#shared/documents/pdf.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Employer } from '../employer/employer.ts';
import { employerFacts, nameOf } from './payslip.ts';
import type { PaidMonth, PaperEmployee } from './queries.ts';
import { printedMonth, wordsOf, type PaperLanguage } from './words.ts';

const BLANK = '_'.repeat(40);

const COLUMNS = ['gross', 'employeePension', 'relief', 'incomeTax', 'net'] as const;

/** What somebody was paid by the employer in a year, by the months of payment. */
export function certificatePdf(
  employer: Employer,
  employee: PaperEmployee,
  year: number,
  months: readonly PaidMonth[],
  language: PaperLanguage,
): PdfDocument {
  const words = wordsOf(language);
  const name = nameOf(employee, language);
  const total = (column: (typeof COLUMNS)[number]): string =>
    formatAmount(months.reduce((sum, row) => sum + parseDatabaseAmount(row[column]), 0n));
  return {
    title: `${words.certificate} ${String(year)}`,
    language,
    created: new Date(Date.UTC(year, 11, 31)),
    sections: [
      {
        footer: `${words.certificate} · ${String(year)} · ${name}`,
        blocks: [
          {
            kind: 'heading',
            text: words.certificate,
            below: `${words.year} ${String(year)} · ${words.inGel}`,
          },
          {
            kind: 'facts',
            rows: [
              ...employerFacts(employer, language),
              [words.employee, name],
              [words.number, employee.number],
              [words.identity, employee.identity],
            ],
          },
          {
            kind: 'table',
            columns: [
              { title: words.month, share: 0.13, align: 'left' },
              ...COLUMNS.map((column) => ({ title: words[column], share: 0.174, align: 'amount' }) as const),
            ],
            rows: months.map((row) => [
              printedMonth(year, row.month),
              ...COLUMNS.map((column) => printedAmount(row[column])),
            ]),
            total: [words.total, ...COLUMNS.map((column) => printedAmount(total(column)))],
          },
          // To be signed by hand: the paper knows no day on which it was handed out.
          {
            kind: 'facts',
            rows: [
              [words.issuedOn, BLANK],
              [words.signature, BLANK],
            ],
          },
        ],
      },
    ],
  };
}
