import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import {
  credit,
  debit,
  mutation,
  perform,
  record,
  sale,
  type EntryInput,
  type Step,
  type TransactionInput,
} from '#test/postings.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
let company: TestCompany;
let chief: Caller;
let inactive: string;
let draft: string;
let posted: string;
beforeAll(async () => {
  system = await startSystem({ companies: 2, years: [2025, 2026] });
  company = system.company(0);
  chief = company.as('chief_accountant');
  const { createAccount } = await chief.query<{ createAccount: { account: { id: string } } }>(
    'mutation($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }',
    { input: { code: '1999', name: 'არააქტიური', type: 'ASSET' } },
  );
  inactive = createAccount.account.id;
  await chief.query(
    'mutation($input: AccountActionInput!) { deactivateAccount(input: $input) { account { isActive } } }',
    { input: { id: inactive } },
  );
  await chief.query(
    'mutation($input: PeriodActionInput!) { closePeriod(input: $input) { period { status } } }',
    { input: { year: 2025, month: 12, reason: 'წლის დახურვა' } },
  );
  draft = (await perform(chief, 'createTransaction', sale('1.00'))).id;
  posted = (await record(chief, sale('1.00', { idempotencyKey: 'used-key' }))).id;
});
afterAll(() => system.close());

type Expected = Readonly<Record<string, unknown>>;

/** A wrong transaction and the refusal it must meet; both may depend on what the beginning has made. */
interface Wrong {
  readonly input: () => object;
  readonly expected: Expected | (() => Expected);
}

const of = (...entries: EntryInput[]): TransactionInput => sale('1.00', { entries });
const wrong = (input: object | (() => object), expected: Wrong['expected']): Wrong => ({
  input: typeof input === 'function' ? (input as () => object) : () => input,
  expected,
});
const bad = (field: string, value?: string): Expected => ({
  code: 'BAD_USER_INPUT',
  field,
  ...(value === undefined ? {} : { value }),
});
const amount = (text: unknown): TransactionInput => of(debit('1110', text), credit('6110', text));
const foreign = (text: string, currency: string, given: EntryInput = {}): TransactionInput =>
  of(debit('1110', text, { currency, exchangeRate: '1', ...given }), credit('6110', '1.00'));
const dollars = (exchangeRate?: unknown): TransactionInput =>
  of(
    debit('1110', '1.00', { currency: 'USD', ...(exchangeRate === undefined ? {} : { exchangeRate }) }),
    credit('6110', '1.00'),
  );
const attached = (given: object): TransactionInput =>
  sale('1.00', {
    attachments: [
      { fileName: 'a.pdf', contentType: 'application/pdf', size: 1, sha256: 'a'.repeat(64), ...given },
    ],
  });
const long = (length: number) => 'ა'.repeat(length);
const quoted = (text: string) => `${text.slice(0, 100)}…`;

const ENTRIES: Readonly<Record<string, Wrong>> = {
  'debits and credits that differ by one tetri': wrong(of(debit('1110', '1.01'), credit('6110', '1.00')), {
    code: 'UNBALANCED_ENTRY',
    field: 'entries',
    value: '0.01',
    difference: '0.01',
    currency: 'GEL',
  }),
  'only debits': wrong(of(debit('1110', '1.00'), debit('6110', '1.00')), {
    code: 'UNBALANCED_ENTRY',
    field: 'entries',
    value: '2.00',
  }),
  'no entries': wrong(of(), bad('entries', '0')),
  'one entry': wrong(of(debit('1110', '1.00')), bad('entries', '1')),
  'more than 1,000 entries': wrong(
    of(...Array.from({ length: 501 }, () => [debit('1110', '1.00'), credit('6110', '1.00')]).flat()),
    bad('entries', '1002'),
  ),
  'debit and credit on one entry': wrong(
    of(debit('1110', '1.00', { credit: '1.00' }), credit('6110', '1.00')),
    bad('entries[0].debit', '1.00'),
  ),
  'neither debit nor credit on the second entry': wrong(
    of(debit('1110', '1.00'), { accountCode: '6110' }),
    bad('entries[1].debit', 'null'),
  ),
  zero: wrong(amount('0'), bad('entries[0].debit', '0')),
  'zero with decimals': wrong(amount('0.00'), bad('entries[0].debit', '0.00')),
  'minus zero': wrong(amount('-0.00'), bad('entries[0].debit', '-0.00')),
  'a negative debit': wrong(amount('-1.00'), bad('entries[0].debit', '-1.00')),
  'a negative credit': wrong(
    of(debit('1110', '1.00'), debit('1210', '1.00'), credit('6110', '-2.00')),
    bad('entries[2].credit', '-2.00'),
  ),
  'three decimals of the lari': wrong(amount('1.001'), bad('entries[0].debit', '1.001')),
  'three decimals of the lari, even if zero': wrong(amount('1.000'), bad('entries[0].debit', '1.000')),
  'one decimal of the yen': wrong(foreign('1.5', 'JPY'), bad('entries[0].debit', '1.5')),
  'four decimals of the dinar': wrong(foreign('1.0001', 'KWD'), bad('entries[0].debit', '1.0001')),
  'sixteen digits before the point': wrong(
    amount('1000000000000000.00'),
    bad('entries[0].debit', '1000000000000000.00'),
  ),
  'a hundred digits': wrong(amount('9'.repeat(100)), bad('entries[0].debit', '9'.repeat(100))),
  'a sum of sixteen digits': wrong(
    of(
      debit('1110', '999999999999999.99'),
      debit('1110', '0.01'),
      credit('6110', '999999999999999.99'),
      credit('6110', '0.01'),
    ),
    bad('entries', '1000000000000000.00'),
  ),
  'sixteen digits after conversion': wrong(
    foreign('999999999999999.99', 'USD', { exchangeRate: '3' }),
    bad('entries[0].exchangeRate', '3'),
  ),
  'an exponent': wrong(amount('1e5'), bad('entries[0].debit', '1e5')),
  'not a number': wrong(amount('NaN'), bad('entries[0].debit', 'NaN')),
  infinity: wrong(amount('Infinity'), bad('entries[0].debit', 'Infinity')),
  'nothing but blanks': wrong(amount('  '), bad('entries[0].debit', '  ')),
  'an empty text': wrong(amount(''), bad('entries[0].debit', '')),
  'a blank before': wrong(amount(' 1.00'), bad('entries[0].debit', ' 1.00')),
  'a line break after': wrong(amount('1.00\n'), bad('entries[0].debit', '1.00\n')),
  'a plus sign': wrong(amount('+1.00'), bad('entries[0].debit', '+1.00')),
  'a comma for a point': wrong(amount('1,00'), bad('entries[0].debit', '1,00')),
  'separated thousands': wrong(amount('1 000.00'), bad('entries[0].debit', '1 000.00')),
  'a point without digits': wrong(amount('1.'), bad('entries[0].debit', '1.')),
  hexadecimal: wrong(amount('0x10'), bad('entries[0].debit', '0x10')),
  'digits of another script': wrong(amount('١٢'), bad('entries[0].debit', '١٢')),
  'a JSON number': wrong(of(debit('1110', 1.5), credit('6110', '1.50')), bad('entries[0].debit', '1.5')),
  'a JSON number among texts': wrong(
    of(debit('1110', '1'), credit('6110', 1)),
    bad('entries[1].credit', '1'),
  ),
  'a boolean for an amount': wrong(
    of(debit('1110', true), credit('6110', '1')),
    bad('entries[0].debit', 'true'),
  ),
  'an unknown account': wrong(of(debit('9999', '1.00'), credit('6110', '1.00')), {
    code: 'NOT_FOUND',
    field: 'entries[0].accountCode',
    value: '9999',
  }),
  'an identifier that is none': wrong(of({ accountId: 'x', debit: '1.00' }, credit('6110', '1.00')), {
    code: 'NOT_FOUND',
    field: 'entries[0].accountId',
    value: 'x',
  }),
  'an account of another company': wrong(
    () => of(debit('1110', '1.00'), { accountId: system.company(1).accountId('6110'), credit: '1.00' }),
    () => ({ code: 'NOT_FOUND', field: 'entries[1].accountId', value: system.company(1).accountId('6110') }),
  ),
  'an inactive account': wrong(of(debit('1999', '1.00'), credit('6110', '1.00')), {
    code: 'ACCOUNT_INACTIVE',
    field: 'entries[0].accountCode',
    value: '1999',
  }),
  'an inactive account by its identifier': wrong(
    () => of({ accountId: inactive, debit: '1.00' }, credit('6110', '1.00')),
    () => ({ code: 'ACCOUNT_INACTIVE', field: 'entries[0].accountId', value: inactive }),
  ),
  'a heading': wrong(of(debit('1110', '1.00'), credit('1000', '1.00')), {
    code: 'ACCOUNT_INACTIVE',
    field: 'entries[1].accountCode',
    value: '1000',
  }),
  'no account': wrong(of({ debit: '1.00' }, credit('6110', '1.00')), bad('entries[0].accountCode', 'null')),
  'an account by code and by identifier': wrong(
    () =>
      of(
        { accountCode: '1110', accountId: company.accountId('1110'), debit: '1.00' },
        credit('6110', '1.00'),
      ),
    bad('entries[0].accountCode', '1110'),
  ),
  'an unknown currency': wrong(foreign('1.00', 'XYZ'), bad('entries[0].currency', 'XYZ')),
  'a currency in small letters': wrong(foreign('1.00', 'usd'), bad('entries[0].currency', 'usd')),
  'an empty currency': wrong(foreign('1.00', ''), bad('entries[0].currency', '')),
  'another currency than the account has': wrong(
    of(debit('1220', '1.00', { currency: 'EUR', exchangeRate: '1' }), credit('6110', '1.00')),
    bad('entries[0].currency', 'EUR'),
  ),
  'a foreign currency without its rate': wrong(dollars(), bad('entries[0].exchangeRate', 'null')),
  'a rate of zero': wrong(dollars('0'), bad('entries[0].exchangeRate', '0')),
  'a negative rate': wrong(dollars('-2.7'), bad('entries[0].exchangeRate', '-2.7')),
  'a rate of eleven decimals': wrong(
    dollars('1.00000000001'),
    bad('entries[0].exchangeRate', '1.00000000001'),
  ),
  'a rate as a JSON number': wrong(dollars(2.7), bad('entries[0].exchangeRate', '2.7')),
  'a rate of the lari other than 1': wrong(
    of(debit('1110', '1.00', { exchangeRate: '2' }), credit('6110', '1.00')),
    bad('entries[0].exchangeRate', '2'),
  ),
  'amounts that come to nothing in GEL': wrong(
    of(
      debit('1110', '0.01', { currency: 'USD', exchangeRate: '0.001' }),
      credit('6110', '0.01', { currency: 'USD', exchangeRate: '0.001' }),
    ),
    bad('entries', '0.00'),
  ),
  'too long a description of an entry': wrong(
    of(debit('1110', '1.00', { description: long(501) }), credit('6110', '1.00')),
    bad('entries[0].description', quoted(long(501))),
  ),
  'a dimension without a name': wrong(
    of(debit('1110', '1.00', { dimensions: [{ name: '', value: 'x' }] }), credit('6110', '1.00')),
    bad('entries[0].dimensions[0].name', ''),
  ),
  'a dimension given twice': wrong(
    of(
      debit('1110', '1.00', {
        dimensions: [
          { name: 'a', value: 'x' },
          { name: 'a', value: 'y' },
        ],
      }),
      credit('6110', '1.00'),
    ),
    bad('entries[0].dimensions[1].name', 'a'),
  ),
  'too long a value of a dimension': wrong(
    of(debit('1110', '1.00', { dimensions: [{ name: 'a', value: long(201) }] }), credit('6110', '1.00')),
    bad('entries[0].dimensions[0].value', quoted(long(201))),
  ),
};

const DATES: Readonly<Record<string, Wrong>> = {
  'a date without period': wrong(sale('1.00', { date: '2027-01-01' }), {
    code: 'PERIOD_CLOSED',
    field: 'date',
    value: '2027-01-01',
  }),
  'a date in a closed period': wrong(sale('1.00', { date: '2025-12-31' }), {
    code: 'PERIOD_CLOSED',
    field: 'date',
    value: '2025-12-31',
  }),
  'the 30th of February': wrong(sale('1.00', { date: '2026-02-30' }), bad('date', '2026-02-30')),
  'the 29th of February in no leap year': wrong(
    sale('1.00', { date: '2026-02-29' }),
    bad('date', '2026-02-29'),
  ),
  'the thirteenth month': wrong(sale('1.00', { date: '2026-13-01' }), bad('date', '2026-13-01')),
  'the year zero': wrong(sale('1.00', { date: '0000-01-01' }), bad('date', '0000-01-01')),
  'a year of five digits': wrong(sale('1.00', { date: '12026-01-01' }), bad('date', '12026-01-01')),
  'a date written otherwise': wrong(sale('1.00', { date: '01.03.2026' }), bad('date', '01.03.2026')),
  'a moment for a date': wrong(
    sale('1.00', { date: '2026-03-01T00:00:00Z' }),
    bad('date', '2026-03-01T00:00:00Z'),
  ),
  'a number for a date': wrong(sale('1.00', { date: 20260301 }), bad('date', '20260301')),
  'an empty date': wrong(sale('1.00', { date: '' }), bad('date', '')),
  'null for a date': wrong(sale('1.00', { date: null }), bad('date', 'null')),
};

const TEXTS: Readonly<Record<string, Wrong>> = {
  'no description': wrong(sale('1.00', { description: '' }), bad('description', '')),
  'a blank description': wrong(sale('1.00', { description: ' \n\t ' }), bad('description', ' \n\t ')),
  'too long a description': wrong(
    sale('1.00', { description: long(501) }),
    bad('description', quoted(long(501))),
  ),
  'a NUL byte': wrong(sale('1.00', { description: 'a\0b' }), bad('description', 'a\0b')),
  'a NUL byte in an account code': wrong(of(debit('11\0', '1.00'), credit('6110', '1.00')), {
    code: 'NOT_FOUND',
    field: 'entries[0].accountCode',
  }),
  'half of a surrogate pair': wrong(sale('1.00', { description: 'a\ud83d' }), bad('description')),
  'the other half': wrong(sale('1.00', { description: '\ude00a' }), bad('description')),
  'a control character': wrong(sale('1.00', { description: 'a\u0007' }), bad('description', 'a\u0007')),
  'too long a reference': wrong(sale('1.00', { reference: long(101) }), bad('reference', quoted(long(101)))),
  'a NUL byte in the reference': wrong(sale('1.00', { reference: '\0' }), bad('reference', '\0')),
  'too long an idempotency key': wrong(
    sale('1.00', { idempotencyKey: 'k'.repeat(201) }),
    bad('idempotencyKey', quoted('k'.repeat(201))),
  ),
  'an empty idempotency key': wrong(sale('1.00', { idempotencyKey: '' }), bad('idempotencyKey', '')),
  'a NUL byte in the idempotency key': wrong(
    sale('1.00', { idempotencyKey: 'a\0' }),
    bad('idempotencyKey', 'a\0'),
  ),
  'an attachment without a SHA-256': wrong(attached({ sha256: 'abc' }), bad('attachments[0].sha256', 'abc')),
  'an attachment of negative size': wrong(attached({ size: -1 }), bad('attachments[0].size', '-1')),
  'an attachment larger than a number': wrong(
    attached({ size: 2 ** 31 }),
    bad('attachments[0].size', '2147483648'),
  ),
  'an attachment without a name': wrong(attached({ fileName: '' }), bad('attachments[0].fileName', '')),
  'a field that there is not': wrong({ ...sale('1.00'), amount: '1' }, { code: 'BAD_USER_INPUT' }),
  'a used idempotency key with another input': wrong(sale('2.00', { idempotencyKey: 'used-key' }), {
    code: 'IDEMPOTENCY_KEY_REUSED',
    field: 'idempotencyKey',
    value: 'used-key',
  }),
};

/** What must be so after whatever was refused: nothing changed, and the next good transaction gets the next number. */
async function leavesTheBooks(refused: () => Promise<void>): Promise<void> {
  const before = await footprint();
  await refused();
  expect(await footprint()).toEqual(before);
  const good = await record(chief, sale('3.00'));
  expect(good.seq).toBe(before.seq + 1);
}

/** The trial balance, and how many events and transactions there are. */
async function footprint(): Promise<{ seq: number }> {
  const { trialBalance } = await chief.query<{ trialBalance: { seq: number } }>(
    '{ trialBalance(asOf: "2026-12-31") { seq totals { debit credit } rows { account { code } debit credit } } }',
  );
  const [counts] = await system.owner.sql<{ events: number; transactions: number }[]>`
    select (select count(*) from ledger.event_store where company_id = ${company.id}) as events,
           (select count(*) from ledger.transactions where company_id = ${company.id}) as transactions`;
  return { ...trialBalance, ...counts };
}

async function isRefused(step: Step, { input, expected }: Wrong): Promise<void> {
  const refusal = await chief.refusal(mutation(step), { input: input() });
  expect(refusal).toMatchObject(typeof expected === 'function' ? expected() : expected);
  expect(refusal.message).not.toBe('');
}

/** Drafts are checked by the same rules, but for the period, which counts on the day of posting. */
const NOT_OF_DRAFTS = new Set([
  'a date without period',
  'a date in a closed period',
  // Keys of another operation are other keys.
  'a used idempotency key with another input',
]);

describe.each([
  ['entries', ENTRIES],
  ['dates', DATES],
  ['texts', TEXTS],
] as const)('a transaction with wrong %s is refused, and the books stay as they were:', (_what, cases) => {
  it.each(Object.keys(cases))('%s', async (name) => {
    const given = cases[name];
    if (given === undefined) throw new Error(name);
    await leavesTheBooks(async () => {
      await isRefused('recordTransaction', given);
      if (!NOT_OF_DRAFTS.has(name)) await isRefused('createTransaction', given);
    });
  });
});

describe('a wrong step is refused, and the books stay as they were:', () => {
  const steps: [name: string, step: Step, input: () => object, expected: () => Expected][] = [
    [
      'posting a draft',
      'postTransaction',
      () => ({ id: draft }),
      () => ({ code: 'INVALID_TRANSITION', field: 'id', value: draft }),
    ],
    [
      'approving what is posted',
      'approveTransaction',
      () => ({ id: posted }),
      () => ({ code: 'INVALID_TRANSITION', field: 'id', value: posted }),
    ],
    [
      'reversing a draft',
      'reverseTransaction',
      () => ({ id: draft, date: '2026-04-01', reason: 'x' }),
      () => ({ code: 'INVALID_TRANSITION', field: 'id' }),
    ],
    [
      'approving a stale version',
      'approveTransaction',
      () => ({ id: draft, expectedVersion: 7 }),
      () => ({ code: 'CONFLICT', field: 'expectedVersion', value: '7' }),
    ],
    [
      'reversing without a reason',
      'reverseTransaction',
      () => ({ id: posted, date: '2026-04-01', reason: '' }),
      () => bad('reason', ''),
    ],
    [
      'reversing with too long a reason',
      'reverseTransaction',
      () => ({ id: posted, date: '2026-04-01', reason: long(501) }),
      () => bad('reason', quoted(long(501))),
    ],
    [
      'reversing into a closed period',
      'reverseTransaction',
      () => ({ id: posted, date: '2025-12-01', reason: 'x' }),
      () => ({ code: 'PERIOD_CLOSED', field: 'date', value: '2025-12-01' }),
    ],
    [
      'reversing on an impossible date',
      'reverseTransaction',
      () => ({ id: posted, date: '2026-04-31', reason: 'x' }),
      () => bad('date', '2026-04-31'),
    ],
    [
      'approving nothing',
      'approveTransaction',
      () => ({ id: 'nothing' }),
      () => ({ code: 'NOT_FOUND', field: 'id', value: 'nothing' }),
    ],
    [
      'approving a NUL byte',
      'approveTransaction',
      () => ({ id: '\0' }),
      () => ({ code: 'NOT_FOUND', field: 'id' }),
    ],
    [
      'a version that is no number',
      'approveTransaction',
      () => ({ id: draft, expectedVersion: 'one' }),
      () => bad('expectedVersion', 'one'),
    ],
  ];
  it.each(steps)('%s', async (_name, step, input, expected) => {
    await leavesTheBooks(() => isRefused(step, { input, expected }));
  });
});

describe('accounts, periods and currencies with wrong input are refused, and the books stay as they were:', () => {
  const account = (given: object) => ({ code: '8000', name: 'x', type: 'ASSET', ...given });
  const period = (given: object) => ({ year: 2026, month: 1, reason: 'x', ...given });
  const currency = (given: object) => ({ code: 'POINTS', minorUnits: 0, name: 'x', ...given });
  const cases: [mutation: string, type: string, name: string, input: object, expected: Expected][] = [
    ['createAccount', 'CreateAccountInput', 'an empty code', account({ code: '' }), bad('code', '')],
    [
      'createAccount',
      'CreateAccountInput',
      'a code with a blank',
      account({ code: '10 00' }),
      bad('code', '10 00'),
    ],
    [
      'createAccount',
      'CreateAccountInput',
      'a code with a NUL byte',
      account({ code: '1\0' }),
      bad('code', '1\0'),
    ],
    [
      'createAccount',
      'CreateAccountInput',
      'too long a code',
      account({ code: '1'.repeat(65) }),
      bad('code'),
    ],
    [
      'createAccount',
      'CreateAccountInput',
      'a code that is taken',
      account({ code: '1110' }),
      { code: 'CONFLICT', field: 'code', value: '1110' },
    ],
    ['createAccount', 'CreateAccountInput', 'an empty name', account({ name: '' }), bad('name', '')],
    ['createAccount', 'CreateAccountInput', 'too long a name', account({ name: long(251) }), bad('name')],
    ['createAccount', 'CreateAccountInput', 'a broken name', account({ name: '\ud800' }), bad('name')],
    [
      'createAccount',
      'CreateAccountInput',
      'a broken English name',
      account({ names: { en: 'a\0' } }),
      bad('names.en', 'a\0'),
    ],
    [
      'createAccount',
      'CreateAccountInput',
      'an unknown type',
      account({ type: 'OTHER' }),
      bad('type', 'OTHER'),
    ],
    [
      'createAccount',
      'CreateAccountInput',
      'an unknown parent',
      account({ parentId: 'x' }),
      { code: 'NOT_FOUND', field: 'parentId', value: 'x' },
    ],
    [
      'createAccount',
      'CreateAccountInput',
      'an unknown currency',
      account({ currency: 'XYZ' }),
      bad('currency', 'XYZ'),
    ],
    [
      'createAccount',
      'CreateAccountInput',
      'metadata that is a list',
      account({ metadata: [] }),
      bad('metadata', '[]'),
    ],
    [
      'createAccount',
      'CreateAccountInput',
      'metadata with a NUL byte',
      account({ metadata: { a: '\0' } }),
      bad('metadata'),
    ],
    [
      'createAccount',
      'CreateAccountInput',
      'metadata too long',
      account({ metadata: { a: 'x'.repeat(20_000) } }),
      bad('metadata'),
    ],
    ['closePeriod', 'PeriodActionInput', 'a month of thirteen', period({ month: 13 }), bad('month', '13')],
    ['closePeriod', 'PeriodActionInput', 'a month of zero', period({ month: 0 }), bad('month', '0')],
    [
      'closePeriod',
      'PeriodActionInput',
      'a year that was never opened',
      period({ year: 2050 }),
      { code: 'NOT_FOUND', field: 'year', value: '2050' },
    ],
    ['closePeriod', 'PeriodActionInput', 'a blank reason', period({ reason: ' ' }), bad('reason', ' ')],
    [
      'closePeriod',
      'PeriodActionInput',
      'a period closed already',
      period({ year: 2025, month: 12 }),
      { code: 'INVALID_TRANSITION', field: 'month', value: '2025-12' },
    ],
    [
      'reopenPeriod',
      'PeriodActionInput',
      'a period open already',
      period({}),
      { code: 'INVALID_TRANSITION', field: 'month', value: '2026-01' },
    ],
    [
      'openFiscalYear',
      'OpenFiscalYearInput',
      'a year open already',
      { year: 2026 },
      { code: 'CONFLICT', field: 'year', value: '2026' },
    ],
    ['openFiscalYear', 'OpenFiscalYearInput', 'a year before our time', { year: 1900 }, bad('year', '1900')],
    [
      'openFiscalYear',
      'OpenFiscalYearInput',
      'a year beyond an integer',
      { year: 1e12 },
      bad('year', '1000000000000'),
    ],
    [
      'registerCurrency',
      'RegisterCurrencyInput',
      'a code in small letters',
      currency({ code: 'points' }),
      bad('code', 'points'),
    ],
    [
      'registerCurrency',
      'RegisterCurrencyInput',
      'a code of ISO 4217',
      currency({ code: 'USD' }),
      { field: 'code', value: 'USD' },
    ],
    [
      'registerCurrency',
      'RegisterCurrencyInput',
      'five decimals',
      currency({ minorUnits: 5 }),
      bad('minorUnits', '5'),
    ],
    [
      'registerCurrency',
      'RegisterCurrencyInput',
      'a NUL byte in the name',
      currency({ name: '\0' }),
      bad('name', '\0'),
    ],
  ];
  it.each(cases)('%s (%s) with %s', async (field, type, _name, input, expected) => {
    await leavesTheBooks(async () => {
      const refusal = await chief.refusal(
        `mutation($input: ${type}!) { ${field}(input: $input) { __typename } }`,
        { input },
      );
      expect(refusal).toMatchObject(expected);
    });
  });
});

describe('queries with wrong arguments are refused by name and never fail:', () => {
  const cases: [query: string, expected: Expected][] = [
    ['{ accounts { totalCount } }', bad('first')],
    ['{ account(code: "1110") { history(first: null) { openingBalance } } }', bad('first')],
    ['{ accounts(first: 0) { totalCount } }', bad('first', '0')],
    ['{ accounts(first: 101) { totalCount } }', bad('first', '101')],
    ['{ accounts(first: -1) { totalCount } }', bad('first', '-1')],
    ['{ accounts(first: 10, after: "rubbish") { totalCount } }', bad('after', 'rubbish')],
    ['{ transactions(first: 10, after: "WyJhIl0") { pageInfo { hasNextPage } } }', bad('after', 'WyJhIl0')],
    [
      '{ transactions(first: 10, filter: { from: "2026-02-30" }) { pageInfo { hasNextPage } } }',
      bad('filter.from', '2026-02-30'),
    ],
    [
      '{ transactions(first: 10, filter: { minAmount: "much" }) { pageInfo { hasNextPage } } }',
      bad('filter.minAmount', 'much'),
    ],
    ['{ account { code } }', bad('id')],
    ['{ account(id: "a", code: "b") { code } }', bad('code', 'b')],
    ['{ account(code: "1110") { balance(asOf: "2026-02-30") } }', bad('asOf', '2026-02-30')],
    ['{ account(code: "1110") { balance(knownAt: "yesterday") } }', bad('knownAt', 'yesterday')],
    [
      '{ account(code: "1110") { turnover(from: "2026-02-01", to: "2026-01-01") { debit } } }',
      bad('from', '2026-02-01'),
    ],
    [
      '{ account(code: "1110") { history(first: 10, from: "2026-02-01", to: "2026-01-01") { openingBalance } } }',
      bad('from', '2026-02-01'),
    ],
    ['{ account(code: "1110") { history(first: 1000) { openingBalance } } }', bad('first', '1000')],
    ['{ account(code: "1110") { history(first: 10, after: "x") { openingBalance } } }', bad('after', 'x')],
    ['{ trialBalance(asOf: "2026-01-01", from: "2026-02-01") { seq } }', bad('from', '2026-02-01')],
    ['{ trialBalance(asOf: "never") { seq } }', bad('asOf', 'never')],
    ['{ nothing }', { code: 'BAD_USER_INPUT' }],
    ['{ accounts(first: "ten") { totalCount } }', bad('first', 'ten')],
    ['{ accounts {', { code: 'BAD_USER_INPUT' }],
  ];
  it.each(cases)('%s', async (query, expected) => {
    expect(await chief.refusal(query)).toMatchObject(expected);
  });

  /** Texts that no row has, and that PostgreSQL would choke on were they handed on. */
  const harmless: [query: string, value: string][] = [
    'a\0b',
    '\ud800',
    '%',
    '\\',
    "'; drop table x; --",
    long(10_000),
  ].flatMap((value) =>
    [
      'query($v: String!) { account(code: $v) { code } }',
      'query($v: ID!) { account(id: $v) { code } }',
      'query($v: ID!) { transaction(id: $v) { id } }',
      'query($v: String!) { accounts(first: 10, filter: { search: $v }) { edges { node { code } } } }',
      'query($v: String!) { accounts(first: 10, filter: { codePrefix: $v }) { edges { node { code } } } }',
      'query($v: String!) { transactions(first: 10, filter: { search: $v }) { edges { node { id } } } }',
      'query($v: ID!) { transactions(first: 10, filter: { accountIds: [$v] }) { edges { node { id } } } }',
      'query($v: String!) { users(first: 10, after: $v) { edges { node { id } } } }',
    ].map((query): [string, string] => [query, value]),
  );
  it.each(harmless)('%s for %j finds nothing or is refused', async (query, v) => {
    const { data, errors } = await chief.answer(query, { v });
    const codes = errors?.map(({ extensions }) => extensions['code']);
    if (codes !== undefined) expect(codes).toEqual(['BAD_USER_INPUT']);
    else expect(JSON.stringify(data)).toMatch(/null|"edges":\[\]/);
  });
});

describe('a body that is no well-formed request is refused, and the books stay as they were:', () => {
  const good = JSON.stringify({ query: mutation('recordTransaction'), variables: { input: sale('1.00') } });
  /** The good request with bytes in the place of the description that are no UTF-8. */
  const withBytes = (...bytes: number[]): Buffer => {
    const [before = '', after = ''] = good.split('გაყიდვა');
    return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
  };
  const cases: [name: string, body: string | Buffer][] = [
    ['a lone continuation byte', withBytes(0x61, 0x80)],
    ['a torn sequence', withBytes(0xe1, 0x83)],
    ['an overlong NUL', withBytes(0xc0, 0x80)],
    ['an encoded surrogate', withBytes(0xed, 0xa0, 0x80)],
    ['Latin-1', withBytes(0xe4, 0xf6, 0xfc)],
    ['a raw NUL byte', withBytes(0x00)],
    ['torn JSON', good.slice(0, -5)],
    ['UTF-16', Buffer.from(good, 'utf16le')],
    ['nothing', ''],
    ['a list', '[]'],
    ['a text', '"query"'],
    ['variables that are a list', JSON.stringify({ query: mutation('recordTransaction'), variables: [1] })],
    ['variables that are a text', JSON.stringify({ query: mutation('recordTransaction'), variables: 'x' })],
    ['a query that is a number', JSON.stringify({ query: 1 })],
    ['no query', '{}'],
  ];
  it.each(cases)('%s', async (_name, body) => {
    await leavesTheBooks(async () => {
      const response = await chief.send(body);
      const { data, errors } = (await response.json()) as {
        data?: unknown;
        errors: { message: string; extensions: { code: string } }[];
      };
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(data ?? null).toBeNull();
    });
  });

  it('a body of many megabytes', async () => {
    await leavesTheBooks(async () => {
      const response = await chief
        .send(JSON.stringify({ query: '{ me { id } }', variables: { x: 'x'.repeat(40_000_000) } }))
        .catch(
          // The server may hang up before it was sent everything.
          () => undefined,
        );
      if (response !== undefined) expect(response.status).toBe(413);
    });
  });
});

describe('a batch over its limit is refused whole, and the books stay as they were:', () => {
  it('1,001 transactions', async () => {
    await leavesTheBooks(async () => {
      const transactions = Array.from({ length: 1_001 }, () => sale('1.00'));
      expect(
        await chief.refusal(
          'mutation($input: RecordTransactionsInput!) { recordTransactions(input: $input) { results { index } } }',
          { input: { transactions } },
        ),
      ).toMatchObject(bad('transactions', '1001'));
    });
  });
});
