import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { input, pageAfter, probe, SECRET, writing, type Probe, type Probes } from '#test/tenancy-probes.ts';

/** Whom the second company employs; each noun of payroll adds its own. */
export interface PayrollOfTheirs {
  readonly employee: string;
  readonly employment: string;
  readonly component: string;
  readonly absence: string;
  readonly run: string;
  readonly employeeCursor: string;
  readonly runCursor: string;
}

/** What must be well-formed besides what is probed. */
const PERSON = {
  firstName: 'x',
  lastName: 'x',
  category: 'CITIZEN',
  personalNumber: '01008012345',
};
const PAY = { amount: '1000.00', unit: 'MONTHLY', basis: 'GROSS' };
const NO_FILE = '018f0000-0000-7000-8000-00000000f11e';
const JANUARY = { year: 2026, month: 1, payDate: '2026-01-30' };
const ABSENCE = { kind: 'SICK_LEAVE', from: '2026-03-02', to: '2026-03-03' };
const BONUS = { kind: 'BONUS', name: SECRET, from: '2026-03-01', amount: '10.00' };

/** Employs somebody in the second company, under the key `their-key` and with `SECRET` wherever a text may be. */
export async function employTheirs(them: Caller): Promise<PayrollOfTheirs> {
  const perform = async <Payload>(
    field: string,
    type: string,
    selection: string,
    given: object,
  ): Promise<Payload> => {
    const answer = await them.query<Record<string, Payload>>(writing(field, type, selection), {
      input: { ...given, idempotencyKey: 'their-key' },
    });
    const payload = answer[field];
    if (payload === undefined) throw new Error(`${field} answered nothing.`);
    return payload;
  };
  const { employee } = await perform<{ employee: { id: string } }>(
    'createEmployee',
    'CreateEmployeeInput',
    'employee { id }',
    { ...PERSON, number: 'SECRET-1', firstName: SECRET, lastName: SECRET, iban: 'GE29NB0000000101904917' },
  );
  const { employment } = await perform<{ employment: { id: string } }>(
    'beginEmployment',
    'BeginEmploymentInput',
    'employment { id }',
    { employeeId: employee.id, start: '2026-01-01', position: SECRET, pay: PAY },
  );
  const { component } = await perform<{ component: { id: string } }>(
    'addPayComponent',
    'AddPayComponentInput',
    'component { id }',
    { employmentId: employment.id, ...BONUS },
  );
  const { absence } = await perform<{ absence: { id: string } }>(
    'recordAbsence',
    'RecordAbsenceInput',
    'absence { id }',
    { employmentId: employment.id, ...ABSENCE },
  );
  await perform('declareDayOff', 'DeclareDayOffInput', '__typename', { date: '2031-06-02', reason: SECRET });
  const { run } = await perform<{ run: { id: string } }>(
    'startPayrollRun',
    'StartPayrollRunInput',
    'run { id }',
    { ...JANUARY },
  );
  const { employees } = await them.query<{ employees: { pageInfo: { endCursor: string } } }>(
    '{ employees(first: 1) { pageInfo { endCursor } } }',
  );
  const { payrollRuns } = await them.query<{ payrollRuns: { pageInfo: { endCursor: string } } }>(
    '{ payrollRuns(first: 1) { pageInfo { endCursor } } }',
  );
  return {
    employee: employee.id,
    employment: employment.id,
    component: component.id,
    absence: absence.id,
    run: run.id,
    employeeCursor: employees.pageInfo.endCursor,
    runCursor: payrollRuns.pageInfo.endCursor,
  };
}

/** Entities of payroll by their type, with ids of the second company's. */
export function entitiesOfTheirPayroll({
  employee,
  run,
}: PayrollOfTheirs): Readonly<Record<string, string[]>> {
  return { Employee: [employee], PayrollRun: [run] };
}

/** Places of the schema whose names sound as if they named something of a company, and do not. */
export const PAYROLL_PLACES_OF_NOTHING: readonly string[] = [
  // Currencies are everybody's.
  'Mutation.startPayrollRun(input.rates.currency)',
  'Query.payrollForecast(rates.currency)',
  'Mutation.beginEmployment(input.pay.currency)',
  'Mutation.changeEmploymentTerms(input.pay.currency)',
  // The chart is the ledger's: any code that could be one is written down, whoever has it.
  'Mutation.choosePayrollPostingAccount(input.accountCode)',
  // Our own identification code; that others have it, too, is not known here.
  'Mutation.describePayrollEmployer(input.taxId)',
];

/** Where a client may write what names something of payroll. */
export function payrollProbes(theirs: () => PayrollOfTheirs): Probes {
  return {
    'Query.employee(id)': probe(
      'query($v: ID!) { employee(id: $v) { number } }',
      (v) => ({ v }),
      () => theirs().employee,
    ),
    'Query.employees(after)': pageAfter('employees', 'number', () => theirs().employeeCursor),
    'Query.employees(filter.search)': probe(
      'query($v: String) { employees(first: 10, filter: { search: $v }) { totalCount edges { node { number } } } }',
      (v) => ({ v }),
      () => SECRET,
      () => 'არსად',
    ),
    'Query.employment(id)': probe(
      'query($v: ID!) { employment(id: $v) { start } }',
      (v) => ({ v }),
      () => theirs().employment,
    ),
    'Query.workingMonth(year)': probe(
      'query($v: Int!) { workingMonth(year: $v, month: 6) { workingDays daysOff { reason } } }',
      (v) => ({ v }),
      // June 2025 has no holidays; that of 2031 has a day off of theirs, on a Monday, and as many working days else.
      () => 2031,
      () => 2025,
    ),
    'Mutation.createEmployee(input.number)': probe(
      writing('createEmployee', 'CreateEmployeeInput', 'employee { version }'),
      (number) => input({ ...PERSON, personalNumber: randomPersonalNumber(), number }),
      () => 'SECRET-1',
      () => 'NOWHERE-1',
    ),
    'Mutation.updateEmployee(input.number)': probe(
      writing('updateEmployee', 'UpdateEmployeeInput', 'employee { version }'),
      (number) => input({ id: UNKNOWN_ID, number }),
      () => 'SECRET-1',
      () => 'NOWHERE-1',
    ),
    'Mutation.updateEmployee(input.id)': probe(
      writing('updateEmployee', 'UpdateEmployeeInput', 'employee { version }'),
      (id) => input({ id, firstName: 'x' }),
      () => theirs().employee,
    ),
    'Mutation.beginEmployment(input.employeeId)': probe(
      writing('beginEmployment', 'BeginEmploymentInput', 'employment { start }'),
      (employeeId) => input({ employeeId, start: '2020-01-01', end: '2020-02-01', position: 'x', pay: PAY }),
      () => theirs().employee,
    ),
    ...byId(
      'changeEmploymentTerms',
      'ChangeEmploymentTermsInput',
      { from: '2026-06-01' },
      'employment',
      theirs,
    ),
    ...byId(
      'endEmployment',
      'EndEmploymentInput',
      { end: '2026-06-01', reason: 'OTHER' },
      'employment',
      theirs,
    ),
    'Mutation.addPayComponent(input.employmentId)': probe(
      writing('addPayComponent', 'AddPayComponentInput', 'component { kind }'),
      (employmentId) => input({ employmentId, ...BONUS }),
      () => theirs().employment,
    ),
    ...byId('endPayComponent', 'EndPayComponentInput', { to: '2026-06-01' }, 'component', theirs),
    ...byId('cancelPayComponent', 'CancelPayComponentInput', {}, 'component', theirs),
    'Mutation.recordAbsence(input.employmentId)': probe(
      writing('recordAbsence', 'RecordAbsenceInput', 'absence { kind }'),
      (employmentId) => input({ employmentId, ...ABSENCE }),
      () => theirs().employment,
    ),
    ...byId('cancelAbsence', 'CancelAbsenceInput', {}, 'absence', theirs),
    'Query.payrollRun(id)': probe(
      'query($v: ID!) { payrollRun(id: $v) { year } }',
      (v) => ({ v }),
      () => theirs().run,
    ),
    'Query.payrollRuns(after)': pageAfter('payrollRuns', 'year', () => theirs().runCursor),
    'Mutation.startPayrollRun(input.year)': probe(
      writing('startPayrollRun', 'StartPayrollRunInput', 'run { year }'),
      // Of January 2026 there is a run of theirs, which could be corrected.
      (year) => input({ ...JANUARY, year, isCorrection: true }),
      () => JANUARY.year,
      () => 2025,
    ),
    'Query.payslipFile(runId)': probe(
      'query($v: ID!, $e: ID!) { payslipFile(runId: $v, employeeId: $e) { url } }',
      (v) => ({ v, e: theirs().employee }),
      () => theirs().run,
    ),
    'Query.payslipFile(employeeId)': probe(
      'query($v: ID!, $r: ID!) { payslipFile(runId: $r, employeeId: $v) { url } }',
      (v) => ({ v, r: theirs().run }),
      () => theirs().employee,
    ),
    'Query.payslipsFile(runId)': probe(
      'query($v: ID!) { payslipsFile(runId: $v) { url } }',
      (v) => ({ v }),
      () => theirs().run,
    ),
    'Query.payrollRegisterFile(runId)': probe(
      'query($v: ID!) { payrollRegisterFile(runId: $v) { url } }',
      (v) => ({ v }),
      () => theirs().run,
    ),
    'Query.payrollForm30File(year)': probe(
      'query($v: Int!) { payrollForm30File(year: $v, month: 1) { __typename } }',
      (v) => ({ v }),
      () => JANUARY.year,
      () => 2025,
    ),
    'Query.payrollForecast(year)': probe(
      'query($v: Int!) { payrollForecast(year: $v, month: 1, payDate: "2026-01-30") { employees gross total } }',
      (v) => ({ v }),
      () => JANUARY.year,
      () => 2025,
    ),
    'Query.leaveProvision(year)': probe(
      'query($v: Int!) { leaveProvision(year: $v, month: 1) { employments days total booked posting { total } } }',
      (v) => ({ v }),
      // Whoever they employ has earned leave by the end of January 2026.
      () => JANUARY.year,
      () => 2025,
    ),
    'Mutation.postLeaveProvision(input.year)': probe(
      writing('postLeaveProvision', 'PostLeaveProvisionInput', 'provision { total posting { difference } }'),
      (year) => input({ year, month: 1 }),
      () => JANUARY.year,
      // A later year: months are posted in their order.
      () => 2027,
    ),
    'Query.incomeCertificateFile(employeeId)': probe(
      'query($v: ID!) { incomeCertificateFile(employeeId: $v, year: 2026) { url } }',
      (v) => ({ v }),
      () => theirs().employee,
    ),
    'Query.incomeCertificateFile(year)': probe(
      'query($v: Int!, $e: ID!) { incomeCertificateFile(employeeId: $e, year: $v) { url } }',
      (v) => ({ v, e: theirs().employee }),
      () => JANUARY.year,
      () => 2025,
    ),
    'Query.payrollPaymentFile(id)': probe(
      'query($v: ID!) { payrollPaymentFile(id: $v) { total } }',
      (v) => ({ v }),
      () => theirs().run,
    ),
    'Mutation.makePayrollPaymentFile(input.runId)': probe(
      writing('makePayrollPaymentFile', 'MakePayrollPaymentFileInput', '__typename'),
      (runId) => input({ runId }),
      () => theirs().run,
    ),
    'Mutation.payPayrollInCash(input.runId)': probe(
      writing('payPayrollInCash', 'PayPayrollInCashInput', '__typename'),
      (runId) => input({ runId, date: '2026-01-30', employeeIds: [UNKNOWN_ID] }),
      () => theirs().run,
    ),
    'Mutation.payPayrollInCash(input.employeeIds)': probe(
      writing('payPayrollInCash', 'PayPayrollInCashInput', '__typename'),
      (employeeId) => input({ runId: NO_FILE, date: '2026-01-30', employeeIds: [employeeId] }),
      () => theirs().employee,
    ),
    'Mutation.retryPayrollPaymentPosting(input.fileId)': probe(
      writing('retryPayrollPaymentPosting', 'RetryPayrollPaymentPostingInput', '__typename'),
      (fileId) => input({ fileId }),
      () => theirs().run,
    ),
    'Mutation.settlePayrollPayments(input.fileId)': probe(
      writing('settlePayrollPayments', 'SettlePayrollPaymentsInput', '__typename'),
      (fileId) => input({ fileId, date: '2026-01-30', confirmed: [UNKNOWN_ID] }),
      () => theirs().run,
    ),
    'Mutation.settlePayrollPayments(input.failed.employeeId)': probe(
      writing('settlePayrollPayments', 'SettlePayrollPaymentsInput', '__typename'),
      (employeeId) => input({ fileId: NO_FILE, date: '2026-01-30', failed: [{ employeeId, reason: 'x' }] }),
      () => theirs().employee,
    ),
    'Mutation.settlePayrollPayments(input.confirmed)': probe(
      writing('settlePayrollPayments', 'SettlePayrollPaymentsInput', '__typename'),
      (employeeId) => input({ fileId: NO_FILE, date: '2026-01-30', confirmed: [employeeId] }),
      () => theirs().employee,
    ),
    ...underTheirKey('makePayrollPaymentFile', 'MakePayrollPaymentFileInput', () => ({ runId: UNKNOWN_ID })),
    ...underTheirKey('payPayrollInCash', 'PayPayrollInCashInput', () => ({
      runId: UNKNOWN_ID,
      date: '2026-01-30',
      employeeIds: [UNKNOWN_ID],
    })),
    ...underTheirKey('retryPayrollPaymentPosting', 'RetryPayrollPaymentPostingInput', () => ({
      fileId: UNKNOWN_ID,
    })),
    ...underTheirKey('settlePayrollPayments', 'SettlePayrollPaymentsInput', () => ({
      fileId: UNKNOWN_ID,
      date: '2026-01-30',
      confirmed: [UNKNOWN_ID],
    })),
    ...byId('recalculatePayrollRun', 'RecalculatePayrollRunInput', {}, 'run', theirs),
    ...byId('approvePayrollRun', 'ApprovePayrollRunInput', { digest: 'x' }, 'run', theirs),
    ...byId('cancelPayrollRun', 'CancelPayrollRunInput', { reason: 'x' }, 'run', theirs),
    ...byId('postPayrollRun', 'PostPayrollRunInput', {}, 'run', theirs),
    ...underTheirKey('startPayrollRun', 'StartPayrollRunInput', () => ({ ...JANUARY, isCorrection: true })),
    ...underTheirKey('recalculatePayrollRun', 'RecalculatePayrollRunInput', () => ({ id: UNKNOWN_ID })),
    ...underTheirKey('approvePayrollRun', 'ApprovePayrollRunInput', () => ({ id: UNKNOWN_ID, digest: 'x' })),
    ...underTheirKey('cancelPayrollRun', 'CancelPayrollRunInput', () => ({ id: UNKNOWN_ID, reason: 'x' })),
    ...underTheirKey('postPayrollRun', 'PostPayrollRunInput', () => ({ id: UNKNOWN_ID })),
    // Of a year without rules, so that the answer is the same however often it is asked for.
    ...underTheirKey('postLeaveProvision', 'PostLeaveProvisionInput', () => ({ year: 2001, month: 1 })),
    ...underTheirKey('choosePayrollPostingAccount', 'ChoosePayrollPostingAccountInput', () => ({
      role: 'BANK',
      accountCode: '1210',
    })),
    ...underTheirKey('describePayrollEmployer', 'DescribePayrollEmployerInput', () => ({
      nameKa: 'შპს',
      taxId: '404404404',
    })),
    ...underTheirKey('createEmployee', 'CreateEmployeeInput', () => ({
      ...PERSON,
      personalNumber: randomPersonalNumber(),
      number: uuidv7().slice(-12),
    })),
    ...underTheirKey('updateEmployee', 'UpdateEmployeeInput', () => ({ id: UNKNOWN_ID })),
    ...underTheirKey('beginEmployment', 'BeginEmploymentInput', () => ({
      employeeId: UNKNOWN_ID,
      start: '2026-01-01',
      position: 'x',
      pay: PAY,
    })),
    ...underTheirKey('changeEmploymentTerms', 'ChangeEmploymentTermsInput', () => ({
      id: UNKNOWN_ID,
      from: '2026-01-01',
    })),
    ...underTheirKey('endEmployment', 'EndEmploymentInput', () => ({
      id: UNKNOWN_ID,
      end: '2026-01-01',
      reason: 'OTHER',
    })),
    ...underTheirKey('addPayComponent', 'AddPayComponentInput', () => ({
      employmentId: UNKNOWN_ID,
      ...BONUS,
    })),
    ...underTheirKey('endPayComponent', 'EndPayComponentInput', () => ({ id: UNKNOWN_ID, to: '2026-01-01' })),
    ...underTheirKey('cancelPayComponent', 'CancelPayComponentInput', () => ({ id: UNKNOWN_ID })),
    ...underTheirKey('recordAbsence', 'RecordAbsenceInput', () => ({ employmentId: UNKNOWN_ID, ...ABSENCE })),
    ...underTheirKey('cancelAbsence', 'CancelAbsenceInput', () => ({ id: UNKNOWN_ID })),
    ...underTheirKey('declareDayOff', 'DeclareDayOffInput', () => ({ date: '2032-06-02', reason: 'x' })),
    ...underTheirKey('withdrawDayOff', 'WithdrawDayOffInput', () => ({ date: '2033-06-02' })),
  };
}

/** People are unique within a company: each probe enters somebody else. */
function randomPersonalNumber(): string {
  return String(Math.floor(Math.random() * 1e11)).padStart(11, '0');
}

function byId(
  field: string,
  type: string,
  more: object,
  what: 'employment' | 'component' | 'absence' | 'run',
  theirs: () => PayrollOfTheirs,
): Readonly<Record<string, Probe>> {
  return {
    [`Mutation.${field}(input.id)`]: probe(
      writing(field, type, '__typename'),
      (id) => input({ id, ...more }),
      () => theirs()[what],
    ),
  };
}

function underTheirKey(field: string, type: string, given: () => object): Readonly<Record<string, Probe>> {
  return {
    [`Mutation.${field}(input.idempotencyKey)`]: probe(
      writing(field, type, '__typename'),
      (idempotencyKey) => input({ ...given(), idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
  };
}
