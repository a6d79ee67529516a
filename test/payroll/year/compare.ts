import { XMLParser } from 'fast-xml-parser';
import { readSheet } from 'read-excel-file/node';
import { gel, tetri, type Asking, type PaidRun } from './live.ts';
import type { Person, Tetri } from './people.ts';
import type { Pay } from './recompute.ts';
import { YEAR } from './people.ts';

/** Somebody with what is to be paid for a month. */
export interface Due {
  readonly person: Person;
  readonly pay: Pay;
}

const AMOUNTS = [
  'gross',
  'employeePension',
  'relief',
  'taxable',
  'incomeTax',
  'net',
  'employerPension',
  'statePension',
  'benefits',
  'courtOrders',
  'advances',
  'deductions',
  'netToPay',
] as const satisfies readonly (keyof Pay)[];

interface Slip extends Readonly<Record<(typeof AMOUNTS)[number], string>> {
  readonly employee: { readonly id: string; readonly number: string };
  readonly costs: readonly { readonly value: string | null; readonly gross: string }[];
}

/** All payslips of a run, page by page. */
export async function readSlips(keeper: Asking, runId: string): Promise<Slip[]> {
  const slips: Slip[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: {
      payrollRun: {
        payslips: { edges: { node: Slip }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    } = await keeper.query(
      `query ($id: ID!, $after: String) { payrollRun(id: $id) { payslips(first: 100, after: $after) {
        edges { node { ${AMOUNTS.join(' ')} employee { id number } costs { value gross } } }
        pageInfo { hasNextPage endCursor } } } }`,
      { id: runId, after },
    );
    const { edges, pageInfo } = answer.payrollRun.payslips;
    slips.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return slips;
    after = pageInfo.endCursor;
  }
}

const sumOf = (due: readonly Due[], amount: (typeof AMOUNTS)[number]): Tetri =>
  due.reduce((sum, { pay }) => sum + pay[amount], 0n);

/** What payslips and the sums of the run say otherwise than what is due; nothing when all is right. */
export function faultsOfSlips(slips: readonly Slip[], { totals }: PaidRun, due: readonly Due[]): string[] {
  const faults: string[] = [];
  const byNumber = new Map(slips.map((slip) => [slip.employee.number, slip]));
  for (const { person, pay } of due) {
    const slip = byNumber.get(person.number);
    byNumber.delete(person.number);
    const expected = AMOUNTS.map((name) => `${name} ${gel(pay[name])}`).join(' ');
    const said = slip === undefined ? 'no payslip' : AMOUNTS.map((name) => `${name} ${slip[name]}`).join(' ');
    if (said !== expected) faults.push(`${person.number}: ${said}, and ${expected} was due`);
    const centres = [...pay.centres].map(([value, gross]) => `${value} ${gel(gross)}`).sort();
    const borne = (slip?.costs ?? []).map(({ value, gross }) => `${value ?? ''} ${gross}`).sort();
    if (borne.join() !== centres.join())
      faults.push(`${person.number}: costs ${borne.join()} instead of ${centres.join()}`);
  }
  faults.push(...[...byNumber.keys()].map((number) => `${number} is paid and should not be`));
  for (const name of AMOUNTS)
    if (totals[name] !== gel(sumOf(due, name)))
      faults.push(`${name} of the run: ${String(totals[name])} instead of ${gel(sumOf(due, name))}`);
  return faults;
}

/** Entries of the ledger, as `account value debit credit`, as the accrual is to be. */
export function accrualDue(due: readonly Due[]): string[] {
  const centres = new Map<string, { gross: Tetri; pension: Tetri; people: number }>();
  for (const { pay } of due) {
    const shares = [...pay.centres];
    const pensions = pensionShares(pay, shares);
    shares.forEach(([value, gross], at) => {
      const known = centres.get(value) ?? { gross: 0n, pension: 0n, people: 0 };
      centres.set(value, {
        gross: known.gross + gross,
        pension: known.pension + (pensions[at] ?? 0n),
        people: known.people + 1,
      });
    });
  }
  // Cost centres of one or two people are posted with those that have none.
  const rest = centres.get('') ?? { gross: 0n, pension: 0n, people: 0 };
  for (const [value, { gross, pension, people }] of [...centres]) {
    if (value === '' || people > 2) continue;
    rest.gross += gross;
    rest.pension += pension;
    rest.people += people;
    centres.delete(value);
  }
  if (rest.people < 3) throw new Error('the company is too small for what is expected here');
  centres.set('', rest);
  const owed: readonly (readonly [account: string, amount: Tetri])[] = [
    ['3130', sumOf(due, 'netToPay')],
    ['3320', sumOf(due, 'incomeTax')],
    ['3371', sumOf(due, 'employeePension')],
    ['3372', sumOf(due, 'employerPension')],
    ['1430', sumOf(due, 'advances')],
    ['3160', sumOf(due, 'deductions')],
    ['3190', sumOf(due, 'courtOrders')],
    ['7490', sumOf(due, 'benefits')],
  ];
  return [
    ...[...centres].flatMap(([value, { gross, pension }]) => [
      `7410 ${value} ${gel(gross)} 0.00`,
      `7415 ${value} ${gel(pension)} 0.00`,
    ]),
    ...owed.filter(([, amount]) => amount > 0n).map(([account, amount]) => `${account}  0.00 ${gel(amount)}`),
  ].sort();
}

/** The employer's pension of one payslip over its cost centres: by their gross, the tetri that are left to who lost most. */
function pensionShares({ employerPension }: Pay, centres: readonly (readonly [string, Tetri])[]): Tetri[] {
  const weights = centres.map(([, gross]) => (gross > 0n ? gross : 0n));
  const whole = weights.reduce((sum, one) => sum + one, 0n);
  if (whole === 0n) return weights.map((_one, at) => (at === 0 ? employerPension : 0n));
  const shares = weights.map((one) => (employerPension * one) / whole);
  let left = employerPension - shares.reduce((sum, one) => sum + one, 0n);
  const byLoss = weights
    .map((one, at) => ({ at, loss: (employerPension * one) % whole }))
    .sort((a, b) => (a.loss === b.loss ? a.at - b.at : a.loss > b.loss ? -1 : 1));
  for (const { at } of byLoss) {
    if (left === 0n) break;
    shares[at] = (shares[at] ?? 0n) + 1n;
    left--;
  }
  return shares;
}

/** Entries of a transaction, in the same words. */
export async function accrualPosted(reader: Asking, transaction: string): Promise<string[]> {
  const answer = await reader.query<{
    transaction: {
      entries: {
        account: { code: string };
        debit: string;
        credit: string;
        dimensions: { value: string }[];
      }[];
    };
  }>(
    'query ($id: ID!) { transaction(id: $id) { entries { account { code } debit credit dimensions { value } } } }',
    {
      id: transaction,
    },
  );
  return answer.transaction.entries
    .map(({ account, debit, credit, dimensions }) =>
      [account.code, dimensions.map(({ value }) => value).join(), debit, credit].join(' '),
    )
    .sort();
}

/** What the bank is asked to pay, as `iban amount`, without those whose first payment failed. */
export function bankOrders(files: readonly string[]): string[] {
  return files.flatMap((csv) =>
    csv
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(','))
      .map((row) => `${String(row[0])} ${String(row[2])}`),
  );
}

export const ordersDue = (due: readonly Due[]): string[] =>
  due.filter(({ pay }) => pay.netToPay > 0n).map(({ person, pay }) => `${person.iban} ${gel(pay.netToPay)}`);

export type Fetching = (link: string) => Promise<Buffer>;

async function paper(keeper: Asking, fetching: Fetching, field: string, given: string): Promise<Buffer> {
  const answer = await keeper.query<Record<string, { url: string }>>(`{ ${field}(${given}) { url } }`);
  return fetching(answer[field]?.url ?? '');
}

/** Rows of Form 30, as `personal number gross relief date`. */
export async function form30Rows(keeper: Asking, fetching: Fetching, payDate: string): Promise<string[]> {
  const [year, month] = payDate.split('-').map(Number);
  const bytes = await paper(
    keeper,
    fetching,
    'payrollForm30File',
    `year: ${String(year)}, month: ${String(month)}`,
  );
  const parser = new XMLParser({
    ignoreAttributes: true,
    trimValues: false,
    parseTagValue: false,
    isArray: (name) => name === 'Row',
  });
  const sheet = parser.parse(bytes) as {
    Workbook: { Worksheet: { Table: { Row: { Cell: { Data: string }[] }[] } } };
  };
  return sheet.Workbook.Worksheet.Table.Row.slice(1).map(({ Cell }) => {
    const [id, , , , , , , gross, relief, date] = Cell.map(({ Data }) => Data);
    return `${String(id)} ${String(gross)} ${relief === ' ' ? '0.00' : String(relief)} ${String(date)}`;
  });
}

export const form30Due = (due: readonly Due[], payDate: string): string[] =>
  due
    .filter(({ pay }) => pay.gross > 0n)
    .map(({ person, pay }) => {
      const [year, month, of] = payDate.split('-');
      return `${person.personalNumber} ${gel(pay.gross)} ${gel(pay.relief)} ${String(of)}.${String(month)}.${String(year)}`;
    });

/** Rows of the register, as `number gross income tax net to pay`, the sums last. */
export async function registerRows(keeper: Asking, fetching: Fetching, runId: string): Promise<string[]> {
  const bytes = await paper(keeper, fetching, 'payrollRegisterFile', `runId: "${runId}", language: EN`);
  const rows = await readSheet(bytes);
  // The amounts follow number, name, personal number and day of payment.
  return rows.slice(1).map((row, at, all) => {
    const number = at === all.length - 1 ? 'sum' : String(row[0]);
    return [number, ...row.slice(4, 17).map((cell) => gel(BigInt(Math.round(Number(cell) * 100))))].join(' ');
  });
}

const REGISTER = [
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
] as const satisfies readonly (keyof Pay)[];

export function registerDue(due: readonly Due[]): string[] {
  return [
    ...due.map(({ person, pay }) => [person.number, ...REGISTER.map((name) => gel(pay[name]))].join(' ')),
    ['sum', ...REGISTER.map((name) => gel(sumOf(due, name)))].join(' '),
  ];
}

/** How two lists differ, in whatever order; nothing when they do not. */
export function faultsBetween(what: string, said: readonly string[], expected: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of expected) left.set(one, (left.get(one) ?? 0) + 1);
  const faults: string[] = [];
  for (const one of said) {
    const count = left.get(one) ?? 0;
    if (count === 0) faults.push(`${what} says ${one}`);
    else left.set(one, count - 1);
  }
  for (const [one, count] of left) if (count > 0) faults.push(`${what} does not say ${one}`);
  return faults;
}

/** Everything in which a posted and paid month is not what is due; nothing when all agree to the tetri. */
export async function faultsOfMonth(
  { keeper, fetching }: { readonly keeper: Asking; readonly fetching: Fetching },
  run: PaidRun,
  slips: readonly Slip[],
  files: readonly string[],
  due: readonly Due[],
): Promise<string[]> {
  const orders = bankOrders(files);
  // Whoever was in the first file and failed is in the second one, too.
  return [
    ...faultsOfSlips(slips, run, due),
    ...faultsBetween('the ledger', await accrualPosted(keeper, run.transaction), accrualDue(due)),
    ...faultsBetween('the bank file', [...new Set(orders)], ordersDue(due)),
    ...faultsBetween('Form 30', await form30Rows(keeper, fetching, run.payDate), form30Due(due, run.payDate)),
    ...faultsBetween('the register', await registerRows(keeper, fetching, run.id), registerDue(due)),
  ];
}

/** Balances of accounts at the end of everything, by code. */
export async function balances(reader: Asking): Promise<ReadonlyMap<string, Tetri>> {
  const { trialBalance } = await reader.query<{
    trialBalance: { rows: { account: { code: string }; closing: string }[] };
  }>(`{ trialBalance(asOf: "${String(YEAR + 1)}-12-31") { rows { account { code } closing } } }`);
  return new Map(trialBalance.rows.map(({ account, closing }) => [account.code, tetri(closing)]));
}
