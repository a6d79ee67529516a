import type { SheetRow } from '#shared/documents/xlsx-sheet.ts';
import type { Workbook } from '#shared/documents/xlsx.ts';
import { employerName, type Employer } from '../employer/employer.ts';
import { nameOf } from './payslip.ts';
import type { PaperAmounts, PaperRun, PayslipDocument } from './queries.ts';
import { printedMonth, wordsOf, type PaperLanguage, type Words } from './words.ts';

const AMOUNTS = [
  'gross',
  'employeePension',
  'relief',
  'taxable',
  'incomeTax',
  'net',
  'benefits',
  'courtOrders',
  'advances',
  'deductions',
  'netToPay',
  'employerPension',
  'statePension',
] as const satisfies readonly (keyof PaperAmounts & keyof Words)[];

/** The register of a run: a row for each payslip, and the sums. */
export function registerWorkbook(
  run: PaperRun,
  employer: Employer | null,
  payslips: AsyncIterable<PayslipDocument>,
  language: PaperLanguage,
): Workbook {
  const words = wordsOf(language);
  return {
    sheet: `${words.register} ${printedMonth(run.year, run.month)}`,
    ...(employer !== null && {
      printedAbove: `${employerName(employer, language)}, ${words.taxId} ${employer.taxId}`,
    }),
    totalTitle: words.total,
    columns: [
      { title: words.number, width: 12, kind: 'text' },
      { title: words.employee, width: 30, kind: 'text' },
      { title: words.identity, width: 16, kind: 'text' },
      { title: words.payDate, width: 12, kind: 'date' },
      ...AMOUNTS.map((name) => ({ title: words[name], width: 16, kind: 'amount', isSummed: true }) as const),
    ],
    rows: rowsOf(run, payslips, language),
  };
}

async function* rowsOf(
  run: PaperRun,
  payslips: AsyncIterable<PayslipDocument>,
  language: PaperLanguage,
): AsyncGenerator<SheetRow> {
  for await (const slip of payslips) {
    yield [
      slip.number,
      nameOf(slip, language),
      slip.identity,
      run.payDate,
      ...AMOUNTS.map((name) => slip[name]),
    ];
  }
}
