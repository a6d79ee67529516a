import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import type {
  EmployeeCategory,
  EmployeeDetails,
  PensionDecision,
  PensionGround,
  Relief,
  Sealed,
  SealedIdentity,
  Sex,
} from './employee.ts';
import { factOf, type EmployeeFile } from './file.ts';
import { badPrivateInput, parseOptionalPrivateText, parsePrivateText } from './private.ts';

/** A ground of relief from income tax and what it allows a year, GEL as text, while it is valid. */
export interface ReliefGround {
  readonly code: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly yearlyLimit: string;
}

export interface GivenPension {
  readonly from: string;
  readonly decision: PensionDecision['decision'];
  readonly ground?: PensionGround | null | undefined;
}

export interface GivenRelief {
  readonly ground: string;
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly yearlyAmount?: string | null | undefined;
  readonly usedBefore?: string | null | undefined;
}

/** Absent means "as it is"; null clears. What is secret comes sealed and checked. */
export interface EmployeeChanges {
  readonly number?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly firstNameEn?: string | null | undefined;
  readonly lastNameEn?: string | null | undefined;
  readonly category?: EmployeeCategory | null | undefined;
  readonly residenceCountry?: string | null | undefined;
  readonly identity?: SealedIdentity | undefined;
  readonly birthDate?: string | null | undefined;
  readonly sex?: Sex | null | undefined;
  readonly address?: string | null | undefined;
  readonly account?: Sealed | null | undefined;
  readonly pension?: readonly GivenPension[] | null | undefined;
  readonly reliefs?: readonly GivenRelief[] | null | undefined;
}

export interface EmployeeCommand {
  readonly id: string;
  /** True for somebody new. */
  readonly isNew: boolean;
  readonly expectedVersion: number | null;
  readonly changes: EmployeeChanges;
  /** What others of the company have already. */
  readonly taken: { readonly number: boolean; readonly identity: boolean };
  readonly grounds: readonly ReliefGround[];
}

export interface EmployeeResult {
  readonly employeeId: string;
}

/**
 * An employee who is as asked for already yields no event. Pure.
 * @throws DomainError NOT_FOUND, CONFLICT, BAD_USER_INPUT naming the field; personal data are never repeated.
 */
export function decideEmployee(command: EmployeeCommand, file: EmployeeFile): Decision<EmployeeResult> {
  const { id, isNew, changes, expectedVersion, taken } = command;
  const result = { employeeId: id };
  if (isNew) {
    const after = checked(null, changes, command.grounds);
    demandFree(taken);
    return { events: [factOf(id, file, { type: 'EmployeeCreated', data: after })], result };
  }
  const { employee, version } = file;
  if (employee === null) throw notFound('id', id);
  if (expectedVersion !== null && expectedVersion !== version) {
    throw new DomainError('CONFLICT', `expectedVersion: the employee is at version ${String(version)}`, {
      field: 'expectedVersion',
      value: String(expectedVersion),
      version,
    });
  }
  const after = checked(employee, changes, command.grounds);
  demandFree(taken);
  if (isSame(employee, after)) return { events: [], result };
  return { events: [factOf(id, file, { type: 'EmployeeChanged', data: after })], result };
}

function demandFree({ number, identity }: EmployeeCommand['taken']): void {
  if (number) throw numberTaken();
  if (identity) throw personTaken();
}

export function numberTaken(): DomainError {
  return new DomainError('CONFLICT', 'number: another employee has it', { field: 'number' });
}

export function personTaken(): DomainError {
  return new DomainError('CONFLICT', 'personalNumber: this person is an employee already', {
    field: 'personalNumber',
  });
}

/** Sealing the same twice gives two texts: what is secret is the same when its digest is. */
function isSame(before: EmployeeDetails, after: EmployeeDetails): boolean {
  const told = ({ identity, account, ...rest }: EmployeeDetails): string =>
    JSON.stringify([rest, identity.kind, identity.digest, account?.digest]);
  return told(before) === told(after);
}

const NUMBER = /^[\p{L}\d][\p{L}\d./_-]{0,29}$/u;
const LONGEST_NAME = 100;
const LONGEST_ADDRESS = 500;
const HOME = 'GE';

function checked(
  before: EmployeeDetails | null,
  given: EmployeeChanges,
  grounds: readonly ReliefGround[],
): EmployeeDetails {
  const identity = given.identity ?? before?.identity;
  if (identity === undefined)
    throw badPrivateInput('personalNumber', 'give a personal number or a passport number');
  const category = given.category ?? before?.category;
  if (category === undefined) throw badInput('category', null, 'is needed');
  if (category === 'CITIZEN' && identity.kind !== 'PERSONAL_NUMBER')
    throw badPrivateInput('passportNumber', 'a citizen has a personal number');
  const birthDate =
    given.birthDate === undefined ? (before?.birthDate ?? null) : checkBirthDate(given.birthDate);
  const sex = given.sex === undefined ? (before?.sex ?? null) : given.sex;
  const text = (
    value: string | null | undefined,
    was: string | null | undefined,
    field: string,
    max: number,
  ): string | null => (value === undefined ? (was ?? null) : parseOptionalPrivateText(value, field, max));
  const name = (value: string | null | undefined, was: string | undefined, field: string): string =>
    value === undefined && was !== undefined ? was : parsePrivateText(value, field, LONGEST_NAME);
  const pension =
    given.pension === undefined || given.pension === null
      ? (before?.pension ?? [])
      : readPension(given.pension);
  checkPension(pension, { category, birthDate, sex });
  return {
    number: given.number === undefined && before !== null ? before.number : checkNumber(given.number),
    firstName: name(given.firstName, before?.firstName, 'firstName'),
    lastName: name(given.lastName, before?.lastName, 'lastName'),
    firstNameEn: text(given.firstNameEn, before?.firstNameEn, 'firstNameEn', LONGEST_NAME),
    lastNameEn: text(given.lastNameEn, before?.lastNameEn, 'lastNameEn', LONGEST_NAME),
    category,
    residenceCountry: checkCountry(given.residenceCountry ?? before?.residenceCountry ?? HOME),
    identity,
    birthDate,
    sex,
    address: text(given.address, before?.address, 'address', LONGEST_ADDRESS),
    account: given.account === undefined ? (before?.account ?? null) : given.account,
    pension,
    reliefs:
      given.reliefs === undefined || given.reliefs === null
        ? (before?.reliefs ?? [])
        : readReliefs(given.reliefs, grounds),
  };
}

function checkNumber(number: string | null | undefined): string {
  if (typeof number !== 'string' || !NUMBER.test(number))
    throw badPrivateInput('number', '1 to 30 letters, digits and . / _ - are needed');
  return number;
}

function checkCountry(country: string): string {
  if (!/^[A-Z]{2}$/.test(country))
    throw badPrivateInput('residenceCountry', 'two capital letters of ISO 3166 are needed');
  return country;
}

function checkBirthDate(date: string | null): CalendarDate | null {
  if (date === null) return null;
  try {
    return parseDate(date, 'birthDate');
  } catch {
    // What it says quotes the date.
    throw badPrivateInput('birthDate', 'there is no such day');
  }
}

const MOST_ENTRIES = 50;

function readPension(given: readonly GivenPension[]): PensionDecision[] {
  if (given.length > MOST_ENTRIES)
    throw badInput('pension', given.length, `more than ${String(MOST_ENTRIES)}`);
  let last = '';
  return given.map(({ from, decision, ground = null }, index) => {
    const field = `pension.${String(index)}`;
    const date = parseDate(from, `${field}.from`);
    if (date <= last) throw badInput(`${field}.from`, date, `not after the decision before it, of ${last}`);
    last = date;
    if (decision === 'PARTICIPATES') {
      if (ground !== null) throw badInput(`${field}.ground`, ground, 'who takes part needs none');
      return { from: date, decision, ground };
    }
    if (ground === null) throw badInput(`${field}.ground`, ground, 'who takes no part needs one');
    return { from: date, decision, ground };
  });
}

/** The scheme was introduced on 6 August 2018; ages of that day decide (Law on Funded Pensions, article 3). */
const BORN_UNTIL = {
  AGE_AT_INTRODUCTION: { MALE: '1958-08-06', FEMALE: '1963-08-06' },
  LEFT_SCHEME: '1978-08-06',
} as const;

/** The last decision must fit what the employee is; earlier ones may have fitted what the employee was. */
function checkPension(
  decisions: readonly PensionDecision[],
  { category, birthDate, sex }: Pick<EmployeeDetails, 'category' | 'birthDate' | 'sex'>,
): void {
  const last = decisions.at(-1);
  if (last === undefined) return;
  const at = `pension.${String(decisions.length - 1)}`;
  if (category === 'FOREIGNER' && last.ground !== 'FOREIGNER')
    throw badInput(
      `${at}.decision`,
      last.decision,
      'a foreigner without permanent residence is outside of the scheme, on the ground FOREIGNER',
    );
  switch (last.ground) {
    case null:
      return;
    case 'FOREIGNER':
      if (category !== 'FOREIGNER')
        throw badInput(`${at}.ground`, last.ground, 'citizens and permanent residents are no foreigners');
      return;
    case 'AGE_AT_INTRODUCTION':
      if (birthDate === null || sex === null)
        throw badPrivateInput(birthDate === null ? 'birthDate' : 'sex', 'this ground of pension needs it');
      if (birthDate > BORN_UNTIL.AGE_AT_INTRODUCTION[sex])
        throw badInput(`${at}.ground`, last.ground, 'the employee was not yet of that age on 6 August 2018');
      return;
    case 'LEFT_SCHEME':
      if (birthDate === null) throw badPrivateInput('birthDate', 'this ground of pension needs it');
      if (birthDate > BORN_UNTIL.LEFT_SCHEME)
        throw badInput(`${at}.ground`, last.ground, 'only who was 40 on 6 August 2018 may leave the scheme');
  }
}

function readReliefs(given: readonly GivenRelief[], grounds: readonly ReliefGround[]): Relief[] {
  if (given.length > MOST_ENTRIES)
    throw badInput('reliefs', given.length, `more than ${String(MOST_ENTRIES)}`);
  let lastDay: string | null = '';
  return given.map(({ ground: code, from, to = null, yearlyAmount, usedBefore }, index) => {
    const field = `reliefs.${String(index)}`;
    const first = parseDate(from, `${field}.from`);
    const last = to === null ? null : parseDate(to, `${field}.to`);
    if (last !== null && last < first) throw badInput(`${field}.to`, last, `before the first day, ${first}`);
    if (lastDay === null || first <= lastDay)
      throw badInput(`${field}.from`, first, 'the relief before it has not ended');
    lastDay = last;
    const ground = grounds.find(
      (one) => one.code === code && one.validFrom <= first && (one.validTo === null || first <= one.validTo),
    );
    if (ground === undefined) throw badInput(`${field}.ground`, code, `no ground of relief on ${first}`);
    const limit = parseAmount(ground.yearlyLimit, GEL_MINOR_UNITS, 'yearlyLimit');
    const yearly = parseAmount(yearlyAmount ?? ground.yearlyLimit, GEL_MINOR_UNITS, `${field}.yearlyAmount`);
    if (yearly <= 0n) throw badInput(`${field}.yearlyAmount`, yearlyAmount, 'must be more than zero');
    if (yearly > limit)
      throw badInput(
        `${field}.yearlyAmount`,
        yearlyAmount,
        `${code} allows ${ground.yearlyLimit} GEL a year`,
      );
    const used = parseAmount(usedBefore ?? '0', GEL_MINOR_UNITS, `${field}.usedBefore`);
    if (used < 0n) throw badInput(`${field}.usedBefore`, usedBefore, 'must not be negative');
    if (used > yearly)
      throw badInput(
        `${field}.usedBefore`,
        usedBefore,
        `more than the ${formatAmount(yearly)} GEL of a year`,
      );
    return {
      ground: code,
      from: first,
      to: last,
      yearlyAmount: formatAmount(yearly),
      usedBefore: formatAmount(used),
    };
  });
}
