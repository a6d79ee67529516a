import { setTimeout as delay } from 'node:timers/promises';
import { day, YEAR, type Component, type Person, type Terms, type Tetri } from './people.ts';

/** Whoever asks the system, with the rights of a user. */
export interface Asking {
  query<Data>(text: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
}

/** The company whose people live through the year. */
export interface Office {
  /** Enters, calculates, posts and pays. */
  readonly keeper: Asking;
  /** Another person, who approves. */
  readonly approver: Asking;
  /** Persons that are entered at once. */
  readonly atOnce: number;
}

/** Identifiers of somebody's file and contract. */
export interface Filed {
  readonly employee: string;
  readonly employment: string;
}

export interface PaidRun {
  readonly id: string;
  readonly payDate: string;
  readonly digest: string;
  readonly employees: number;
  readonly totals: Readonly<Record<string, string>>;
  readonly transaction: string;
  /** Employees calculated, each time that was looked. */
  readonly progress: readonly number[];
  readonly seconds: { readonly calculated: number; readonly posted: number };
}

export const gel = (tetri: Tetri): string => {
  const digits = String(tetri < 0n ? -tetri : tetri).padStart(3, '0');
  return `${tetri < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
export const tetri = (text: string): Tetri => BigInt(text.replace('.', ''));

/** The fifth of the next month: December is paid in the new year. */
export function payDateOf(month: number): string {
  return month === 12 ? `${String(YEAR + 1)}-01-05` : day(month + 1, 5);
}

async function order<Payload>(by: Asking, field: string, selection: string, input: object): Promise<Payload> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const answer = await by.query<Record<string, Payload>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`,
    { input },
  );
  return answer[field] as Payload;
}

/** Enters what becomes known in a month, before it is paid. */
export async function enterMonth(
  { keeper, atOnce }: Office,
  people: readonly Person[],
  month: number,
  filed: Map<string, Filed>,
): Promise<void> {
  // What was known before the year is entered with January.
  const isNews = ({ known }: { readonly known: number }): boolean => Math.max(known, 1) === month;
  const waiting = people.values();
  const clerk = async (): Promise<void> => {
    for (const person of waiting) {
      if (isNews(person)) filed.set(person.number, await enterPerson(keeper, person));
      const employment = filed.get(person.number)?.employment;
      if (employment === undefined) continue;
      for (const terms of person.terms.slice(1).filter(isNews))
        await order(keeper, 'changeEmploymentTerms', 'employment { id }', {
          id: employment,
          from: terms.from,
          ...agreed(terms),
        });
      for (const { kind, from, to } of person.absences.filter(isNews))
        await order(keeper, 'recordAbsence', 'employment { id }', {
          employmentId: employment,
          kind,
          from,
          to,
        });
      for (const component of person.components.filter(isNews))
        await order(keeper, 'addPayComponent', 'employment { id }', {
          employmentId: employment,
          ...componentInput(component),
        });
      if (person.end !== null && isNews(person.end))
        await order(keeper, 'endEmployment', 'employment { id }', {
          id: employment,
          end: person.end.date,
          reason: 'OWN_WISH',
        });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, clerk));
}

async function enterPerson(keeper: Asking, person: Person): Promise<Filed> {
  const { number, lastName, personalNumber, iban, isInScheme, relief, start } = person;
  const [terms] = person.terms;
  if (terms === undefined) throw new Error('nothing was agreed');
  const { employee } = await order<{ employee: { id: string } }>(
    keeper,
    'createEmployee',
    'employee { id }',
    {
      number,
      firstName: 'ნინო',
      lastName,
      category: 'CITIZEN',
      personalNumber,
      iban,
      birthDate: '1970-01-01',
      pension: [
        {
          from: '2019-01-01',
          decision: isInScheme ? 'PARTICIPATES' : 'OUTSIDE',
          ...(isInScheme ? {} : { ground: 'LEFT_SCHEME' }),
        },
      ],
      ...(relief === null
        ? {}
        : { reliefs: [{ ground: 'WAR_VETERAN', from: day(1, 1), usedBefore: gel(relief.usedBefore) }] }),
    },
  );
  const { employment } = await order<{ employment: { id: string } }>(
    keeper,
    'beginEmployment',
    'employment { id }',
    {
      employeeId: employee.id,
      start,
      position: 'accountant',
      leaveTakenBefore: gel(person.leaveTakenBefore),
      ...agreed(terms),
    },
  );
  return { employee: employee.id, employment: employment.id };
}

function agreed({ amount, basis, centre }: Terms): object {
  return {
    pay: { amount: gel(amount), unit: 'MONTHLY', basis },
    ...(centre === null ? {} : { costCentre: { name: 'cost centre', value: centre } }),
  };
}

function componentInput({ kind, basis, amount, measure, isRecurring, from }: Component): object {
  const common = { kind, name: kind, isRecurring, from };
  switch (kind) {
    case 'OVERTIME':
      return { ...common, hours: String(measure), multiplier: '1.5' };
    case 'COURT_ORDER':
      return { ...common, share: gel(measure), priority: 1 };
    case 'DEDUCTION':
    case 'ADVANCE':
      return { ...common, amount: gel(amount) };
    case 'BONUS':
    case 'BENEFIT_IN_KIND':
      return { ...common, amount: gel(amount), basis };
  }
}

interface Shown {
  readonly state: string;
  readonly employees: number;
  readonly digest: string;
  readonly totals: Record<string, string>;
  readonly obstacles: number;
  readonly progress: { readonly done: number };
  readonly transaction: { readonly id: string } | null;
}
const RUN = `state employees digest obstacles progress { done } transaction { id }
  totals { gross employeePension relief taxable incomeTax net employerPension statePension benefits courtOrders advances
    deductions netToPay }`;

async function until(
  keeper: Asking,
  id: string,
  isOver: (run: Shown) => boolean,
  seen?: number[],
): Promise<Shown> {
  for (;;) {
    const { payrollRun } = await keeper.query<{ payrollRun: Shown }>(
      `query ($id: ID!) { payrollRun(id: $id) { ${RUN} } }`,
      { id },
    );
    seen?.push(payrollRun.progress.done);
    if (isOver(payrollRun)) return payrollRun;
    await delay(25);
  }
}

/** Calculates a month, has it approved by another person and posts it. */
export async function runMonth({ keeper, approver }: Office, month: number): Promise<PaidRun> {
  const payDate = payDateOf(month);
  const began = performance.now();
  const { run } = await order<{ run: { id: string } }>(keeper, 'startPayrollRun', 'run { id }', {
    year: YEAR,
    month,
    payDate,
  });
  const progress: number[] = [];
  const calculated = await until(keeper, run.id, ({ state }) => state !== 'CALCULATING', progress);
  const at = performance.now();
  if (calculated.obstacles > 0)
    throw new Error(`${String(calculated.obstacles)} obstacles in ${String(month)}`);
  await order(approver, 'approvePayrollRun', 'run { id }', { id: run.id, digest: calculated.digest });
  await order(keeper, 'postPayrollRun', 'run { id }', { id: run.id });
  const posted = await until(keeper, run.id, ({ state }) => state !== 'POSTING');
  if (posted.transaction === null) throw new Error(`month ${String(month)} was refused by the ledger`);
  return {
    id: run.id,
    payDate,
    ...posted,
    transaction: posted.transaction.id,
    progress,
    seconds: { calculated: (at - began) / 1000, posted: (performance.now() - at) / 1000 },
  };
}

/** Payments that one command settles. */
const SETTLED_AT_ONCE = 500;

/** Pays a run by the bank: one payment fails at first and goes by a second file. Answers both files. */
export async function payMonth(
  { keeper }: Office,
  { id, payDate }: PaidRun,
  employees: readonly string[],
): Promise<string[]> {
  const make = async (): Promise<{ id: string; csv: string }> => {
    const made = await order<{ file: { id: string; csv: string } }>(
      keeper,
      'makePayrollPaymentFile',
      'file { id csv }',
      { runId: id },
    );
    return made.file;
  };
  const settle = (fileId: string, confirmed: readonly string[], failed: readonly string[]) =>
    order(keeper, 'settlePayrollPayments', 'file { id }', {
      fileId,
      date: payDate,
      confirmed,
      failed: failed.map((employeeId) => ({ employeeId, reason: 'account closed' })),
    });
  const [unlucky = '', ...others] = employees;
  const first = await make();
  for (let from = 0; from < others.length; from += SETTLED_AT_ONCE)
    await settle(first.id, others.slice(from, from + SETTLED_AT_ONCE), []);
  await settle(first.id, [], [unlucky]);
  const second = await make();
  await settle(second.id, [unlucky], []);
  const { state } = await until(keeper, id, () => true);
  if (state !== 'PAID') throw new Error(`the run is ${state} after everybody was paid`);
  return [first.csv, second.csv];
}
