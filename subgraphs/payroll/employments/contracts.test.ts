import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';
import { readPayBases } from './read-pay-bases.ts';
import { salaryParts } from './salary.ts';

let system: System;
let company: TestCompany;
let database: Database;

beforeAll(async () => {
  system = await startSystem();
  company = system.company(0);
  database = openDatabase(system.database.urlFor('payroll'));
});
afterAll(async () => {
  await database.close();
  await system.close();
});

const mutation = (field: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
const CREATE = mutation('createEmployee', 'CreateEmployeeInput', 'employee { id }');
const TERMS =
  'terms { from position costCentre { name value } schedule { weekdays hoursPerDay } pay { amount unit basis } }';
const SHOWN = `employment { id start end endReason isSecondary ${TERMS} }`;
const BEGIN = mutation('beginEmployment', 'BeginEmploymentInput', SHOWN);
const CHANGE = mutation('changeEmploymentTerms', 'ChangeEmploymentTermsInput', SHOWN);
const END = mutation('endEmployment', 'EndEmploymentInput', SHOWN);
const ADD = mutation(
  'addPayComponent',
  'AddPayComponentInput',
  'component { id kind name isRecurring from to amount basis hours multiplier share priority mostShare totalLimit }',
);
const END_COMPONENT = mutation('endPayComponent', 'EndPayComponentInput', 'component { id to }');
const CANCEL_COMPONENT = mutation(
  'cancelPayComponent',
  'CancelPayComponentInput',
  'component { id } employment { components { id } }',
);
const RECORD = mutation('recordAbsence', 'RecordAbsenceInput', 'absence { id kind from to } warnings');
const CANCEL = mutation(
  'cancelAbsence',
  'CancelAbsenceInput',
  'absence { id } employment { absences { id } }',
);

const DECLARE = mutation('declareDayOff', 'DeclareDayOffInput', 'month { workingDays }');
const UPDATE = mutation('updateEmployee', 'UpdateEmployeeInput', 'employee { id }');

const PAY = { amount: '2000.00', unit: 'MONTHLY', basis: 'GROSS' };

interface Contract {
  readonly id: string;
  readonly [field: string]: unknown;
}

let people = 0;
async function employee(): Promise<string> {
  people++;
  const { createEmployee } = await company
    .as('admin')
    .query<{ createEmployee: { employee: Contract } }>(CREATE, {
      input: {
        number: `C-${String(people)}`,
        firstName: 'დათო',
        lastName: 'კაპანაძე',
        category: 'CITIZEN',
        personalNumber: String(30_000_000_000 + people),
        pension: [{ from: '2026-01-01', decision: 'PARTICIPATES' }],
      },
    });
  return createEmployee.employee.id;
}

const perform = async <Payload>(query: string, input: object): Promise<Payload> => {
  const answer = await company.as('admin').query<Record<string, Payload>>(query, { input });
  return Object.values(answer)[0] as Payload;
};
const refusal = (query: string, input: object) => company.as('admin').refusal(query, { input });

async function begin(given: object = {}): Promise<Contract & { readonly employeeId: string }> {
  const employeeId = 'employeeId' in given ? String(given.employeeId) : await employee();
  const { employment } = await perform<{ employment: Contract }>(BEGIN, {
    start: '2025-01-01',
    position: 'ბუღალტერი',
    pay: PAY,
    ...given,
    employeeId,
  });
  return { ...employment, employeeId };
}

describe('a contract', () => {
  it('begins with its terms and five days a week', async () => {
    const contract = await begin({ costCentre: { name: 'department', value: 'sales' } });
    expect(contract).toMatchObject({
      start: '2025-01-01',
      end: null,
      endReason: null,
      isSecondary: false,
      terms: [
        {
          from: '2025-01-01',
          position: 'ბუღალტერი',
          costCentre: { name: 'department', value: 'sales' },
          schedule: {
            weekdays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
            hoursPerDay: '8',
          },
          pay: PAY,
        },
      ],
    });
  });

  it('has a raise from a day on, and the month is shared out between before and after', async () => {
    const { id, employeeId } = await begin();
    const raise = { ...PAY, amount: '3000.00' };
    const { employment } = await perform<{ employment: Contract }>(CHANGE, {
      id,
      from: '2026-11-16',
      pay: raise,
    });
    expect(employment['terms']).toMatchObject([
      { from: '2025-01-01', pay: PAY },
      { from: '2026-11-16', pay: raise, position: 'ბუღალტერი' },
    ]);
    await perform(RECORD, { employmentId: id, kind: 'UNPAID_LEAVE', from: '2026-11-02', to: '2026-11-02' });
    const [basis] = await readPayBases(database, company.id, {
      year: 2026,
      month: 11,
      employeeIds: [employeeId],
    });
    expect(basis).toMatchObject({ employeeId, pension: { decision: 'PARTICIPATES' }, relief: null });
    const parts = basis?.employments.flatMap(salaryParts) ?? [];
    expect(parts.map(({ kind, days, amount }) => [kind, days, formatAmount(amount)])).toEqual([
      ['WORKED', 9, '900.00'],
      ['UNPAID_LEAVE', 1, '100.00'],
      ['WORKED', 10, '1500.00'],
    ]);
  });

  it('is left alone by terms that it has already', async () => {
    const { id } = await begin();
    const { employment } = await perform<{ employment: Contract }>(CHANGE, {
      id,
      from: '2026-01-01',
      pay: PAY,
    });
    expect(employment['terms']).toHaveLength(1);
  });

  it('ends for a reason, and what is left of leave is settled', async () => {
    const { id, employeeId } = await begin({ start: '2026-01-01', leaveTakenBefore: '2.5' });
    const { employment } = await perform<{ employment: Contract }>(END, {
      id,
      end: '2026-06-30',
      reason: 'OWN_WISH',
    });
    expect(employment).toMatchObject({ end: '2026-06-30', endReason: 'OWN_WISH' });
    const { employment: shown } = await company
      .as('auditor')
      .query<{ employment: object }>(
        'query ($id: ID!) { employment(id: $id) { leave(asOf: "2026-12-31") { asOf accrued taken left rightFrom } } }',
        { id },
      );
    expect(shown).toEqual({
      leave: { asOf: '2026-06-30', accrued: '12.00', taken: '2.50', left: '9.50', rightFrom: '2026-12-01' },
    });
    const [basis] = await readPayBases(database, company.id, {
      year: 2026,
      month: 6,
      employeeIds: [employeeId],
    });
    expect(basis?.employments[0]?.leaveToSettle).toBe(950n);
    expect(
      await readPayBases(database, company.id, { year: 2026, month: 7, employeeIds: [employeeId] }),
    ).toEqual([]);
  });

  it.each<[string, object]>([
    ['pay.amount', { pay: { ...PAY, amount: '-1.00' } }],
    ['pay.amount', { pay: { ...PAY, amount: '0.00' } }],
    ['pay.amount', { pay: { ...PAY, amount: '10.001' } }],
    ['pay.currency', { pay: { ...PAY, currency: 'USX' } }],
    ['end', { end: '2024-12-31' }],
    ['start', { start: '2025-02-30' }],
    ['position', { position: '' }],
    ['schedule.weekdays', { schedule: { weekdays: [], hoursPerDay: '8' } }],
    ['schedule.weekdays', { schedule: { weekdays: ['MONDAY', 'MONDAY'], hoursPerDay: '8' } }],
    ['schedule.hoursPerDay', { schedule: { weekdays: ['MONDAY'], hoursPerDay: '24.5' } }],
    [
      'schedule.hoursPerDay',
      { schedule: { weekdays: ['MONDAY', 'TUESDAY', 'FRIDAY'], hoursPerDay: '16.5' } },
    ],
    ['leaveTakenBefore', { leaveTakenBefore: '-1' }],
  ])('cannot begin so: %s is named', async (field, given) => {
    const answer = await refusal(BEGIN, {
      employeeId: await employee(),
      start: '2025-01-01',
      position: 'მდივანი',
      pay: PAY,
      ...given,
    });
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('overlaps with none but a secondary one of another position', async () => {
    const { employeeId } = await begin({ end: '2026-03-31' });
    const again = { employeeId, position: 'მძღოლი', pay: PAY };
    for (const start of ['2025-01-01', '2026-03-31', '2024-06-01']) {
      expect(await refusal(BEGIN, { ...again, start })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'start',
        value: start,
      });
    }
    const same = { ...again, start: '2026-01-01', isSecondary: true, position: 'ბუღალტერი' };
    expect(await refusal(BEGIN, same)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'position' });
    expect(await begin({ ...again, start: '2026-01-01', isSecondary: true })).toMatchObject({
      isSecondary: true,
    });
    expect(await begin({ ...again, start: '2026-04-01', position: 'ბუღალტერი' })).toMatchObject({
      start: '2026-04-01',
    });
  });

  it('does not overlap either when two are begun at once', async () => {
    const employeeId = await employee();
    const answers = await Promise.all(
      ['x', 'y', 'z'].map((position) =>
        company.as('admin').answer(BEGIN, { input: { employeeId, start: '2026-01-01', position, pay: PAY } }),
      ),
    );
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  });

  it('cannot end before it begins, change before it begins or after it ends', async () => {
    const { id } = await begin({ end: '2026-03-31' });
    expect(await refusal(END, { id, end: '2024-12-31', reason: 'OTHER' })).toMatchObject({ field: 'end' });
    expect(await refusal(CHANGE, { id, from: '2024-12-31' })).toMatchObject({ field: 'from' });
    expect(await refusal(CHANGE, { id, from: '2026-04-01' })).toMatchObject({ field: 'from' });
  });
});

describe('a component of pay', () => {
  it.each<[object, object]>([
    [
      { kind: 'OVERTIME', hours: '10.50', multiplier: '1.5' },
      { kind: 'OVERTIME', hours: '10.5', multiplier: '1.5', amount: null, basis: null },
    ],
    [
      { kind: 'BONUS', amount: '500' },
      { kind: 'BONUS', amount: '500.00', basis: 'GROSS' },
    ],
    [
      { kind: 'BENEFIT_IN_KIND', amount: '100.00', basis: 'NET', isRecurring: true },
      { kind: 'BENEFIT_IN_KIND', amount: '100.00', basis: 'NET', isRecurring: true, to: null },
    ],
    [
      { kind: 'COURT_ORDER', share: '0.25', mostShare: '0.5', totalLimit: '3000', isRecurring: true },
      {
        kind: 'COURT_ORDER',
        share: '0.25',
        mostShare: '0.5',
        totalLimit: '3000.00',
        priority: 1,
        amount: null,
      },
    ],
  ])('is added: %j', async (given, expected) => {
    const { id } = await begin();
    const { component } = await perform<{ component: object }>(ADD, {
      employmentId: id,
      name: 'დანამატი',
      from: '2026-03-01',
      ...given,
    });
    expect(component).toMatchObject(expected);
  });

  it.each<[string, object]>([
    ['amount', { kind: 'BONUS' }],
    ['amount', { kind: 'BONUS', amount: '0' }],
    ['amount', { kind: 'DEDUCTION', amount: '-5.00' }],
    ['basis', { kind: 'DEDUCTION', amount: '5.00', basis: 'NET' }],
    ['hours', { kind: 'OVERTIME', multiplier: '1.5' }],
    ['multiplier', { kind: 'OVERTIME', hours: '1', multiplier: '0.5' }],
    ['share', { kind: 'COURT_ORDER', share: '1.5' }],
    ['amount', { kind: 'COURT_ORDER' }],
    ['amount', { kind: 'COURT_ORDER', amount: '1.00', share: '0.5' }],
    ['priority', { kind: 'COURT_ORDER', amount: '1.00', priority: 0 }],
    ['from', { kind: 'BONUS', amount: '1.00', from: '2024-12-31' }],
    ['to', { kind: 'BONUS', amount: '1.00', to: '2026-12-31' }],
    ['to', { kind: 'BONUS', amount: '1.00', isRecurring: true, to: '2026-02-28' }],
    ['name', { kind: 'BONUS', amount: '1.00', name: '' }],
  ])('cannot be so: %s is named (%j)', async (field, given) => {
    const { id } = await begin();
    const answer = await refusal(ADD, { employmentId: id, name: 'x', from: '2026-03-01', ...given });
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('ends, is cancelled, and answers the same to the same key', async () => {
    const { id: employmentId, employeeId } = await begin();
    const given = {
      employmentId,
      kind: 'ALLOWANCE',
      name: 'x',
      amount: '1.00',
      isRecurring: true,
      from: '2026-01-01',
    };
    const { component } = await perform<{ component: Contract }>(ADD, given);
    const { id } = component;
    const month = (at: number) =>
      readPayBases(database, company.id, { year: 2026, month: at, employeeIds: [employeeId] });
    expect(await perform(END_COMPONENT, { id, to: '2026-03-31' })).toEqual({
      component: { id, to: '2026-03-31' },
    });
    expect((await month(3))[0]?.employments[0]?.components).toHaveLength(1);
    expect((await month(4))[0]?.employments[0]?.components).toEqual([]);
    const cancelled = { component: null, employment: { components: [] } };
    expect(await perform(CANCEL_COMPONENT, { id, idempotencyKey: `cancel ${id}` })).toEqual(cancelled);
    expect(await perform(CANCEL_COMPONENT, { id, idempotencyKey: `cancel ${id}` })).toEqual(cancelled);
    expect((await month(3))[0]?.employments[0]?.components).toEqual([]);
    expect(await refusal(CANCEL_COMPONENT, { id })).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
  });
});

describe('an absence', () => {
  const sick = { kind: 'SICK_LEAVE', from: '2026-03-02', to: '2026-03-06' };

  it('is recorded and cancelled, and then its days are free for another', async () => {
    const { id: employmentId } = await begin();
    const { absence, warnings } = await perform<{ absence: Contract; warnings: string[] }>(RECORD, {
      employmentId,
      ...sick,
    });
    expect([absence['kind'], warnings]).toEqual(['SICK_LEAVE', []]);
    expect(await perform(CANCEL, { id: absence.id })).toEqual({
      absence: null,
      employment: { absences: [] },
    });
    await perform(RECORD, { employmentId, ...sick });
  });

  it.each<[string, object]>([
    ['to', { from: '2026-03-09', to: '2026-03-08' }],
    ['from', { from: '2024-12-30' }],
    ['to', { to: '2026-12-01' }],
    ['from', { from: '2026-05-10', to: '2026-05-20' }],
    ['from', { from: '2026-05-01', to: '2026-05-31' }],
  ])('cannot be so: %s is named (%j)', async (field, given) => {
    const { id: employmentId } = await begin({ end: '2026-11-30' });
    await perform(RECORD, { employmentId, kind: 'PAID_LEAVE', from: '2026-05-11', to: '2026-05-15' });
    const answer = await refusal(RECORD, { employmentId, ...sick, ...given });
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it.each<[string[], object[]]>([
    [['RIGHT_NOT_YET_ARISEN'], [{ kind: 'PAID_LEAVE', from: '2025-11-03', to: '2025-11-07' }]],
    [
      ['RIGHT_NOT_YET_ARISEN', 'BEYOND_BALANCE'],
      [{ kind: 'PAID_LEAVE', from: '2025-02-03', to: '2025-02-14' }],
    ],
    [['BEYOND_BALANCE'], [{ kind: 'PAID_LEAVE', from: '2026-01-26', to: '2026-03-13' }]],
    [['UNPAID_BEYOND_YEARLY_DAYS'], [{ kind: 'UNPAID_LEAVE', from: '2026-02-01', to: '2026-02-16' }]],
    [[], [{ kind: 'UNPAID_LEAVE', from: '2026-02-01', to: '2026-02-15' }]],
    [
      ['SICK_TOO_LONG_IN_A_ROW'],
      [
        { kind: 'SICK_LEAVE', from: '2026-02-01', to: '2026-02-20' },
        { kind: 'SICK_LEAVE', from: '2026-02-21', to: '2026-03-13' },
      ],
    ],
    [
      ['SICK_TOO_LONG_IN_SIX_MONTHS'],
      [
        { kind: 'SICK_LEAVE', from: '2026-02-01', to: '2026-03-12' },
        { kind: 'SICK_LEAVE', from: '2026-05-01', to: '2026-05-21' },
      ],
    ],
    [['MATERNITY_TOO_LONG'], [{ kind: 'MATERNITY', from: '2026-02-01', to: '2028-02-01' }]],
  ])('stands with the warnings %j', async (expected, all) => {
    const { id: employmentId } = await begin();
    let last: string[] = [];
    for (const given of all)
      ({ warnings: last } = await perform<{ warnings: string[] }>(RECORD, { employmentId, ...given }));
    expect(last).toEqual(expected);
  });

  it('keeps a contract from ending before it', async () => {
    const { id } = await begin();
    await perform(RECORD, { employmentId: id, ...sick });
    expect(await refusal(END, { id, end: '2026-03-05', reason: 'OTHER' })).toMatchObject({ field: 'end' });
  });
});

describe('the calendar', () => {
  const MONTH = `query ($schedule: WorkScheduleInput) { workingMonth(year: 2026, month: 11, schedule: $schedule) {
    workingDays workingHours daysOff { date isPublicHoliday } } }`;
  const WITHDRAW = mutation('withdrawDayOff', 'WithdrawDayOffInput', 'month { workingDays }');

  it('has the working days of a schedule without holidays and days declared free', async () => {
    const auditor = company.as('auditor');
    const holiday = { date: '2026-11-23', isPublicHoliday: true };
    expect(await auditor.query(MONTH)).toEqual({
      workingMonth: { workingDays: 20, workingHours: '160', daysOff: [holiday] },
    });
    const schedule = { weekdays: ['SATURDAY', 'MONDAY'], hoursPerDay: '7.50' };
    expect(await auditor.query(MONTH, { schedule })).toMatchObject({
      workingMonth: { workingDays: 8, workingHours: '60' },
    });
    expect(await perform(DECLARE, { date: '2026-11-24', reason: 'დასვენება' })).toEqual({
      month: { workingDays: 19 },
    });
    expect(await auditor.query(MONTH)).toMatchObject({
      workingMonth: { daysOff: [holiday, { date: '2026-11-24', isPublicHoliday: false }] },
    });
    expect(await perform(WITHDRAW, { date: '2026-11-24' })).toEqual({ month: { workingDays: 20 } });
  });

  it('takes no public holiday twice and withdraws nothing that is not there', async () => {
    expect(await refusal(DECLARE, { date: '2026-11-23', reason: 'x' })).toMatchObject({ field: 'date' });
    expect(await refusal(WITHDRAW, { date: '2026-11-25' })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'date',
    });
    const refused = await company
      .as('auditor')
      .refusal('{ workingMonth(year: 2026, month: 13) { workingDays } }');
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', field: 'month' });
  });
});

describe('the tables of people', () => {
  const TABLES = ['employees', 'employments', 'components', 'absences', 'days_off'];

  it('are made anew from the log as they were', async () => {
    const { id, employeeId } = await begin({ end: '2026-12-31' });
    await perform(CHANGE, { id, from: '2026-05-01', pay: { ...PAY, amount: '2500.00' } });
    await perform(RECORD, { employmentId: id, kind: 'SICK_LEAVE', from: '2026-03-02', to: '2026-03-06' });
    await perform(UPDATE, { id: employeeId, firstName: 'გია' });
    await perform(DECLARE, { date: '2026-12-24', reason: 'x' });
    const before = await rows();
    expect(before.length).toBeGreaterThan(20);
    // In one transaction, so that nobody sees the tables empty.
    await system.owner.sql.begin(async (sql) => {
      for (const table of [...TABLES].reverse()) await sql`delete from ${sql(`payroll.${table}`)}`;
      await sql`select payroll.project(array_agg(e order by e.seq)) from payroll.event_store e`;
    });
    expect(await rows()).toEqual(before);
  });

  async function rows(): Promise<string[]> {
    const all: string[] = [];
    for (const table of TABLES) {
      const found = await system.owner.sql<{ row: string }[]>`
        select t::text as row from ${system.owner.sql(`payroll.${table}`)} t order by 1`;
      all.push(...found.map(({ row }) => `${table} ${row}`));
    }
    return all;
  }
});
