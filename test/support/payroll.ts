import { expect } from 'vitest';
import { createCaller, type Caller } from '#test/caller.ts';
import { CHART, type System, type TestCompany } from '#test/system.ts';

/** The small chart with the accounts that pay is posted on. */
export const PAY_CHART = [
  ...CHART,
  ...[
    ['1430', 'ASSET'],
    ['3130', 'LIABILITY'],
    ['3160', 'LIABILITY'],
    ['3190', 'LIABILITY'],
    ['3320', 'LIABILITY'],
    ['3371', 'LIABILITY'],
    ['3372', 'LIABILITY'],
    ['3490', 'LIABILITY'],
    ['7415', 'EXPENSE'],
    ['7490', 'EXPENSE'],
  ].map(([code = '', type]) => ({
    code,
    names: { en: code },
    type: type as 'ASSET' | 'LIABILITY' | 'EXPENSE',
  })),
];

export interface ShownRun {
  readonly id: string;
  readonly state: string;
  readonly number: number;
  readonly calculation: number;
  readonly employees: number | null;
  readonly obstacles: number | null;
  readonly digest: string | null;
  readonly progress: { readonly done: number; readonly employees: number | null };
  readonly totals: Readonly<Record<string, string>> | null;
  readonly transaction: { readonly id: string } | null;
  readonly refusal: { readonly code: string } | null;
}

const RUN = `id state number calculation employees obstacles digest progress { done employees }
  totals { gross employeePension relief incomeTax net employerPension statePension benefits courtOrders advances
    deductions netToPay }
  transaction { id } refusal { code }`;

let people = 0;

/** Whoever keeps the payroll of a company, and whoever approves. */
export interface Payroller {
  readonly keeper: Caller;
  readonly approver: Caller;
  employ(given: {
    readonly pay: object;
    readonly start?: string;
    readonly person?: object;
    readonly contract?: object;
  }): Promise<{ readonly employee: string; readonly employment: string }>;
  add(component: object): Promise<void>;
  away(absence: object): Promise<void>;
  start(year: number, month: number, more?: object): Promise<ShownRun>;
  command(name: string, input: object, by?: Caller): Promise<ShownRun>;
  /** Waits until the run is no longer in a state. */
  past(id: string, state: string): Promise<ShownRun>;
  /** Calculates, approves and posts a month. */
  pay(year: number, month: number, more?: object): Promise<ShownRun>;
}

export async function payrollOf(system: System, company: TestCompany): Promise<Payroller> {
  const keeper = company.as('admin');
  const approver = createCaller(
    system.url,
    await company.tokenWith(['payroll:read', 'payroll:approve', 'transactions:read']),
  );

  async function mutate<Payload>(field: string, selection: string, input: object): Promise<Payload> {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const answer = await keeper.query<Record<string, Payload>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`,
      { input },
    );
    const payload = answer[field];
    if (payload === undefined) throw new Error(`${field} answered nothing`);
    return payload;
  }

  async function command(name: string, input: object, by: Caller = keeper): Promise<ShownRun> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const answer = await by.query<Record<string, { run: ShownRun }>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { run { ${RUN} } } }`,
      { input },
    );
    const payload = answer[name];
    if (payload === undefined) throw new Error(`${name} answered nothing`);
    return payload.run;
  }

  async function past(id: string, state: string): Promise<ShownRun> {
    let run: ShownRun | null = null;
    await expect
      .poll(
        async () => {
          const answer = await keeper.query<{ payrollRun: ShownRun }>(
            `query ($id: ID!) { payrollRun(id: $id) { ${RUN} } }`,
            { id },
          );
          run = answer.payrollRun;
          return run.state;
        },
        { timeout: 60_000, interval: 50 },
      )
      .not.toBe(state);
    if (run === null) throw new Error('the run was not looked at');
    return run;
  }

  async function start(year: number, month: number, more: object = {}): Promise<ShownRun> {
    const payDate = `${String(year)}-${String(month).padStart(2, '0')}-28`;
    const { id } = await command('startPayrollRun', { year, month, payDate, ...more });
    return past(id, 'CALCULATING');
  }

  return {
    keeper,
    approver,
    async employ({ pay, start: from = '2025-01-01', person = {}, contract = {} }) {
      people++;
      const { employee } = await mutate<{ employee: { id: string } }>('createEmployee', 'employee { id }', {
        number: `P-${String(people)}`,
        firstName: 'ნინო',
        lastName: 'ბერიძე',
        category: 'CITIZEN',
        personalNumber: String(30_000_000_000 + people),
        pension: [{ from: '2019-01-01', decision: 'PARTICIPATES' }],
        ...person,
      });
      const { employment } = await mutate<{ employment: { id: string } }>(
        'beginEmployment',
        'employment { id }',
        {
          employeeId: employee.id,
          start: from,
          position: 'accountant',
          pay: { unit: 'MONTHLY', basis: 'GROSS', ...pay },
          ...contract,
        },
      );
      return { employee: employee.id, employment: employment.id };
    },
    async add(component) {
      await mutate('addPayComponent', 'employment { id }', component);
    },
    async away(absence) {
      await mutate('recordAbsence', 'employment { id }', absence);
    },
    start,
    command,
    past,
    async pay(year, month, more) {
      const { id, digest } = await start(year, month, more);
      await command('approvePayrollRun', { id, digest }, approver);
      await command('postPayrollRun', { id });
      return past(id, 'POSTING');
    },
  };
}
