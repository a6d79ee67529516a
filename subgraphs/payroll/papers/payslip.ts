import { printedAmount } from '#shared/documents/amount.ts';
import { formatRate } from '#shared/domain/money.ts';
import type { PdfBlock, PdfDocument, PdfSection } from '#shared/documents/pdf.ts';
import { employerName, type Employer } from '../employer/employer.ts';
import type { Exchange } from '../pay/exchange.ts';
import type { PayRules } from '../pay/rules.ts';
import type { PaperAmounts, PaperEmployee, PaperRun, PayslipDocument } from './queries.ts';
import { lineName, printedDate, printedMonth, wordsOf, type PaperLanguage, type Words } from './words.ts';

/** Payslips as one document, each on pages of its own. */
export function payslipPdf(
  run: PaperRun,
  employer: Employer | null,
  rules: PayRules,
  payslips: AsyncIterable<PayslipDocument>,
  language: PaperLanguage,
): PdfDocument {
  const words = wordsOf(language);
  return {
    title: `${words.payslips} ${printedMonth(run.year, run.month)}`,
    language,
    // Nothing of a payslip is newer than the day that it speaks of.
    created: new Date(`${run.payDate}T00:00:00Z`),
    sections: sectionsOf(run, employer, rules, payslips, language),
  };
}

async function* sectionsOf(
  run: PaperRun,
  employer: Employer | null,
  rules: PayRules,
  payslips: AsyncIterable<PayslipDocument>,
  language: PaperLanguage,
): AsyncGenerator<PdfSection> {
  for await (const payslip of payslips) yield payslipSection(run, employer, rules, payslip, language);
}

/** The order of the computation: what is earned, what the law takes, what is kept back, what is paid. */
const STEPS = [
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
] as const satisfies readonly (keyof PaperAmounts & keyof Words)[];
/** Steps that are told even when there is nothing of them. */
const ALWAYS: ReadonlySet<string> = new Set(['gross', 'employeePension', 'taxable', 'incomeTax', 'net']);

/** One payslip. */
export function payslipSection(
  run: PaperRun,
  employer: Employer | null,
  rules: PayRules,
  slip: PayslipDocument,
  language: PaperLanguage,
): PdfSection {
  const words = wordsOf(language);
  const period = printedMonth(run.year, run.month);
  const name = nameOf(slip, language);
  const notes = [
    ...(run.number > 1 ? [`${words.correction} ${String(run.number - 1)}`] : []),
    ...(run.state === 'CALCULATED' ? [words.draft] : []),
  ];
  const blocks: PdfBlock[] = [
    { kind: 'heading', text: words.payslip, below: [period, ...notes].join(' · ') },
    {
      kind: 'facts',
      rows: [
        ...employerFacts(employer, language),
        [words.employee, name],
        [words.number, slip.number],
        [words.identity, slip.identity],
        [words.payDate, printedDate(run.payDate)],
        ...(slip.account === null ? [] : ([[words.account, slip.account]] as const)),
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: words.accrual, share: 0.56, align: 'left' },
        { title: words.quantity, share: 0.2, align: 'amount' },
        { title: words.amount, share: 0.24, align: 'amount' },
      ],
      rows: slip.lines
        .filter(({ code }) => code !== 'COURT_ORDER' && code !== 'ADVANCE' && code !== 'DEDUCTION')
        .map(({ code, name: component, quantity, unit, amount, month, exchange }) => [
          [
            lineName(code, language),
            component,
            month === null ? null : monthOf(month),
            exchange ? printedExchange(exchange) : null,
          ]
            .filter((part) => part !== null)
            .join(' – '),
          quantity === null ? '' : `${quantity} ${unit === 'HOURS' ? words.hours : words.days}`,
          printedAmount(amount),
        ]),
      total: [words.gross, '', printedAmount(slip.gross)],
    },
    {
      kind: 'table',
      columns: [
        { title: words.calculation, share: 0.76, align: 'left' },
        { title: words.amount, share: 0.24, align: 'amount' },
      ],
      isWhole: true,
      rows: STEPS.filter((step) => ALWAYS.has(step) || slip[step] !== '0.00').map((step) => [
        withRate(words[step], step, slip, rules),
        printedAmount(slip[step]),
      ]),
      total: [words.netToPay, printedAmount(slip.netToPay)],
    },
    {
      kind: 'table',
      columns: [
        { title: words.information, share: 0.76, align: 'left' },
        { title: words.amount, share: 0.24, align: 'amount' },
      ],
      isWhole: true,
      rows: [
        [
          withRate(words.employerPension, 'employerPension', slip, rules),
          printedAmount(slip.employerPension),
        ],
        [words.statePension, printedAmount(slip.statePension)],
      ],
    },
  ];
  return { blocks, footer: `${words.payslip} · ${period} · ${name}` };
}

const RATES = {
  employeePension: (rules: PayRules) => rules.employeePensionRate,
  incomeTax: (rules: PayRules) => rules.incomeTaxRate,
  employerPension: (rules: PayRules) => rules.employerPensionRate,
} as const;

/** What the law takes with its rate, `Income tax, 20 %`, where it takes something. */
function withRate(name: string, step: keyof PaperAmounts, slip: PaperAmounts, rules: PayRules): string {
  if (!Object.hasOwn(RATES, step) || slip[step] === '0.00') return name;
  return `${name}, ${formatRate(RATES[step as keyof typeof RATES](rules) * 100n)} %`;
}

/** `2026-02` → `02.2026` */
function monthOf(month: string): string {
  return month.split('-').reverse().join('.');
}

/** `1,000.00 USD × 2.7123`: what was agreed, and the rate by which it came to be GEL. */
function printedExchange({ amount, currency, rate }: Exchange): string {
  return `${printedAmount(amount)} ${currency} × ${rate}`;
}

/** Who pays, as papers begin; nothing as long as nobody has said who the employer is. */
export function employerFacts(employer: Employer | null, language: PaperLanguage): [string, string][] {
  if (employer === null) return [];
  const words = wordsOf(language);
  return [
    [words.employer, employerName(employer, language)],
    [words.taxId, employer.taxId],
  ];
}

/** In English letters where they are known and wanted. */
export function nameOf(
  employee: Pick<PaperEmployee, 'firstName' | 'lastName' | 'firstNameEn' | 'lastNameEn'>,
  language: PaperLanguage,
): string {
  const { firstNameEn, lastNameEn } = employee;
  if (language === 'en' && firstNameEn !== null && lastNameEn !== null) return `${firstNameEn} ${lastNameEn}`;
  return `${employee.firstName} ${employee.lastName}`;
}
