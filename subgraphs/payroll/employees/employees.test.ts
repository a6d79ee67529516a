import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { expectDrizzleMatchesCatalog } from '#test/catalog.ts';
import { keepSecret, takeLeaks } from '#test/log-watch.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';
import { readPayBases } from '../employments/read-pay-bases.ts';
import { employments } from '../employments/tables.ts';
import { employees } from './tables.ts';

let system: System;
let company: TestCompany;

const NAME = 'ზარიანიძეშვილი';
const NUMBER = '01008054321';
const IBAN = 'GE29NB0000000101904917';

beforeAll(async () => {
  keepSecret(NAME, 'a name');
  keepSecret(NUMBER, 'a personal number');
  keepSecret(IBAN, 'an IBAN');
  system = await startSystem({ companies: 2 });
  company = system.company(0);
});
afterAll(() => system.close());

const SHOWN = `employee {
  id number firstName lastName category personalNumber passportNumber maskedIdentity iban maskedIban version
  pension { from decision ground } reliefs { ground from to yearlyAmount usedBefore }
}`;
const CREATE = `mutation ($input: CreateEmployeeInput!) { createEmployee(input: $input) { ${SHOWN} } }`;
const UPDATE = `mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { ${SHOWN} } }`;

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

let people = 0;
/** Somebody of whom there is no other. */
function somebody(given: object = {}): object {
  people++;
  return {
    number: `E-${String(people)}`,
    firstName: 'ნინო',
    lastName: 'ბერიძე',
    category: 'CITIZEN',
    personalNumber: String(20_000_000_000 + people),
    ...given,
  };
}

async function create(given: object = {}): Promise<Shown> {
  const { createEmployee } = await company
    .as('admin')
    .query<{ createEmployee: { employee: Shown } }>(CREATE, { input: somebody(given) });
  return createEmployee.employee;
}

async function update(input: object): Promise<Shown> {
  const { updateEmployee } = await company
    .as('admin')
    .query<{ updateEmployee: { employee: Shown } }>(UPDATE, { input });
  return updateEmployee.employee;
}

const refusal = (query: string, given: object) => company.as('admin').refusal(query, { input: given });

describe('an employee', () => {
  it('is entered once for a key, shown with what is secret, and sealed at rest', async () => {
    const input = somebody({ lastName: NAME, personalNumber: NUMBER, iban: IBAN, idempotencyKey: 'once' });
    const answers = [1, 2].map(() =>
      company.as('admin').query<{ createEmployee: { employee: Shown } }>(CREATE, { input }),
    );
    const [first, second] = await Promise.all(answers);
    expect(first).toEqual(second);
    const employee = first?.createEmployee.employee;
    expect(employee).toMatchObject({
      lastName: NAME,
      personalNumber: NUMBER,
      passportNumber: null,
      maskedIdentity: '01…21',
      iban: IBAN,
      maskedIban: 'GE29…4917',
      version: 1,
    });
    const rows = await system.owner.sql<{ everything: string }[]>`
      select e::text as everything from payroll.employees e union all
      select s::text from payroll.event_store s union all select k::text from payroll.idempotency_keys k`;
    const kept = rows.map(({ everything }) => everything).join('\n');
    expect(kept).toContain(NAME);
    expect(kept).not.toContain(NUMBER);
    expect(kept).not.toContain(IBAN);
    expect(kept).not.toContain(IBAN.slice(4));
  });

  it('keeps what is not named when something is changed, and is left alone by what changes nothing', async () => {
    const { id } = await create({ iban: IBAN, pension: [{ from: '2026-01-01', decision: 'PARTICIPATES' }] });
    const changed = await update({ id, firstName: 'ანა', expectedVersion: 1 });
    expect(changed).toMatchObject({
      firstName: 'ანა',
      iban: IBAN,
      version: 2,
      pension: [{ from: '2026-01-01', decision: 'PARTICIPATES', ground: null }],
    });
    expect(await update({ id, firstName: 'ანა', iban: IBAN })).toMatchObject({ version: 2 });
    expect(await update({ id, iban: null })).toMatchObject({ iban: null, version: 3 });
    expect(await refusal(UPDATE, { id, firstName: 'ია', expectedVersion: 2 })).toMatchObject({
      code: 'CONFLICT',
      field: 'expectedVersion',
    });
  });

  it('is one person of one number', async () => {
    const { number, personalNumber } = await create();
    const sameNumber = await refusal(CREATE, somebody({ number }));
    expect(sameNumber).toMatchObject({ code: 'CONFLICT', field: 'number' });
    const samePerson = await refusal(CREATE, somebody({ personalNumber }));
    expect(samePerson).toMatchObject({ code: 'CONFLICT', field: 'personalNumber' });
    expect(JSON.stringify(samePerson)).not.toContain(personalNumber);
    const there = await system
      .company(1)
      .as('admin')
      .query(CREATE, { input: somebody({ number, personalNumber }) });
    expect(there).toMatchObject({ createEmployee: { employee: { personalNumber } } });
  });

  it.each<[string, object]>([
    ['personalNumber', { personalNumber: '0100805432' }],
    ['personalNumber', { personalNumber: 'abcdefghijk' }],
    ['personalNumber', { personalNumber: null }],
    ['passportNumber', { passportNumber: 'AB123456' }],
    ['passportNumber', { passportNumber: 'AB123456', personalNumber: null }],
    ['iban', { iban: 'GE28NB0000000101904917' }],
    ['iban', { iban: 'DE89370400440532013000' }],
    ['iban', { iban: 'GE29NB000000010190491' }],
    ['firstName', { firstName: ' ' }],
    ['lastName', { lastName: `${NAME}\u0000` }],
    ['number', { number: '№ 1' }],
    ['residenceCountry', { residenceCountry: 'ge' }],
    ['pension.0.ground', { pension: [{ from: '2026-01-01', decision: 'OUTSIDE' }] }],
    [
      'pension.0.ground',
      { pension: [{ from: '2026-01-01', decision: 'PARTICIPATES', ground: 'FOREIGNER' }] },
    ],
    ['pension.0.ground', { pension: [{ from: '2026-01-01', decision: 'OUTSIDE', ground: 'FOREIGNER' }] }],
    [
      'pension.0.decision',
      {
        category: 'FOREIGNER',
        passportNumber: 'AB123456',
        personalNumber: null,
        pension: [{ from: '2026-01-01', decision: 'PARTICIPATES' }],
      },
    ],
    ['birthDate', { pension: [{ from: '2026-01-01', decision: 'OUTSIDE', ground: 'LEFT_SCHEME' }] }],
    [
      'pension.0.ground',
      {
        birthDate: '1978-08-07',
        pension: [{ from: '2026-01-01', decision: 'OUTSIDE', ground: 'LEFT_SCHEME' }],
      },
    ],
    [
      'pension.0.ground',
      {
        birthDate: '1958-08-07',
        sex: 'MALE',
        pension: [{ from: '2026-01-01', decision: 'OUTSIDE', ground: 'AGE_AT_INTRODUCTION' }],
      },
    ],
    [
      'pension.1.from',
      {
        pension: [
          { from: '2026-01-01', decision: 'PARTICIPATES' },
          { from: '2026-01-01', decision: 'PARTICIPATES' },
        ],
      },
    ],
    [
      'reliefs.0.yearlyAmount',
      { reliefs: [{ ground: 'WAR_VETERAN', from: '2026-01-01', yearlyAmount: '3000.01' }] },
    ],
    [
      'reliefs.0.usedBefore',
      { reliefs: [{ ground: 'WAR_VETERAN', from: '2026-01-01', usedBefore: '3000.01' }] },
    ],
    ['reliefs.0.ground', { reliefs: [{ ground: 'NO_SUCH', from: '2026-01-01' }] }],
    ['reliefs.0.to', { reliefs: [{ ground: 'WAR_VETERAN', from: '2026-01-01', to: '2025-12-31' }] }],
    [
      'reliefs.1.from',
      {
        reliefs: [
          { ground: 'WAR_VETERAN', from: '2026-01-01' },
          { ground: 'SINGLE_MOTHER', from: '2027-01-01' },
        ],
      },
    ],
  ])('cannot be: %s is named and no personal data are repeated (%j)', async (field, given) => {
    const answer = await refusal(CREATE, somebody(given));
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', field });
    if (!field.includes('.')) expect(answer['value']).toBeUndefined();
    expect(takeLeaks(), 'seen in the log').toEqual([]);
  });

  it('has the relief that the ground allows, and the ages of 2018 decide on the scheme', async () => {
    const employee = await create({
      birthDate: '1963-08-06',
      sex: 'FEMALE',
      pension: [{ from: '2026-01-01', decision: 'OUTSIDE', ground: 'AGE_AT_INTRODUCTION' }],
      reliefs: [{ ground: 'SIGNIFICANT_DISABILITY', from: '2026-03-01', usedBefore: '1200.5' }],
    });
    expect(employee['reliefs']).toEqual([
      {
        ground: 'SIGNIFICANT_DISABILITY',
        from: '2026-03-01',
        to: null,
        yearlyAmount: '6000.00',
        usedBefore: '1200.50',
      },
    ]);
  });

  it('of another land has a passport', async () => {
    const employee = await create({
      category: 'FOREIGNER',
      residenceCountry: 'TR',
      personalNumber: null,
      passportNumber: 'u 1234567',
      pension: [{ from: '2026-01-01', decision: 'OUTSIDE', ground: 'FOREIGNER' }],
    });
    expect(employee).toMatchObject({
      personalNumber: null,
      passportNumber: 'U1234567',
      maskedIdentity: 'U1…67',
    });
  });

  it('is found by name, and pages follow each other', async () => {
    const names = ['ააა', 'აბა', 'აგა'];
    for (const firstName of names) await create({ firstName, lastName: 'ძებნილი' });
    const QUERY = `query ($after: String) { employees(first: 2, after: $after, filter: { search: "ძებნილ" }) {
      totalCount edges { node { firstName } } pageInfo { hasNextPage endCursor } } }`;
    interface Found {
      readonly employees: {
        readonly totalCount: number;
        readonly edges: { readonly node: { readonly firstName: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }
    const first = await company.as('auditor').query<Found>(QUERY);
    const second = await company
      .as('auditor')
      .query<Found>(QUERY, { after: first.employees.pageInfo.endCursor });
    expect(first.employees.totalCount).toBe(3);
    expect([...first.employees.edges, ...second.employees.edges].map(({ node }) => node.firstName)).toEqual(
      names,
    );
    expect([first, second].map(({ employees: { pageInfo } }) => pageInfo.hasNextPage)).toEqual([true, false]);
  });

  it('is shown to those only who may read payroll, and changed by those only who may write it', async () => {
    const { id } = await create();
    const read = await company
      .as('accountant')
      .answer('query ($id: ID!) { employee(id: $id) { firstName } }', { id });
    expect(read.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(read.data).toEqual({ employee: null });
    const written = await company.as('auditor').refusal(UPDATE, { input: { id, firstName: 'x' } });
    expect(written.code).toBe('FORBIDDEN');
  });

  it('without a decision on pension is told apart by what pay rests on', async () => {
    const { id } = await create();
    await company
      .as('admin')
      .query('mutation ($input: BeginEmploymentInput!) { beginEmployment(input: $input) { __typename } }', {
        input: {
          employeeId: id,
          start: '2026-01-01',
          position: 'მოლარე',
          pay: { amount: '1000.00', unit: 'MONTHLY', basis: 'GROSS' },
        },
      });
    const database = openDatabase(system.database.urlFor('payroll'));
    const [basis] = await readPayBases(database, company.id, { year: 2026, month: 2, employeeIds: [id] });
    await database.close();
    expect(basis).toMatchObject({ employeeId: id, pension: null });
  });

  it('is kept in tables as they are described', async () => {
    await expectDrizzleMatchesCatalog(system.database.ownerUrl, [employees, employments]);
  });
});
