import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import {
  books,
  credit,
  debit,
  mutation,
  perform,
  read,
  record,
  sale,
  TRANSACTION,
  type Step,
  type Transaction,
  type TransactionInput,
} from '#test/postings.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
let company: TestCompany;
let accountant: Caller;
let chief: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 4, years: [2025, 2026] });
  company = system.company(0);
  accountant = company.as('accountant');
  chief = company.as('chief_accountant');
});
afterAll(() => system.close());

const UNKNOWN = '018f0000-0000-7000-8000-000000000000';

describe('a transaction on its way into the books', () => {
  it('is drafted by one person, approved by another and posted, each step with who and when', async () => {
    const before = Date.now();
    const drafted = await perform(accountant, 'createTransaction', sale('100.00'));
    expect(drafted).toMatchObject({
      status: 'DRAFT',
      number: null,
      seq: null,
      version: 1,
      totalAmount: '100.00',
      createdBy: { id: company.users.accountant.id, name: company.users.accountant.name },
      approvedAt: null,
      approvedBy: null,
      postedAt: null,
      postedBy: null,
    });
    const approved = await perform(chief, 'approveTransaction', { id: drafted.id });
    expect(approved).toMatchObject({
      status: 'APPROVED',
      number: null,
      version: 2,
      createdBy: { id: company.users.accountant.id },
      approvedBy: { id: company.users.chief_accountant.id },
      postedBy: null,
    });
    const posted = await perform(accountant, 'postTransaction', { id: drafted.id });
    expect(posted).toMatchObject({
      status: 'POSTED',
      version: 3,
      createdBy: { id: company.users.accountant.id },
      approvedBy: { id: company.users.chief_accountant.id },
      postedBy: { id: company.users.accountant.id },
    });
    expect(posted.number).toMatch(/^2026-\d{6}$/);
    const moments = [posted.createdAt, posted.approvedAt, posted.postedAt].map((at) => Date.parse(at ?? ''));
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(moments[0]).toBeGreaterThanOrEqual(before - 1_000);
    expect(moments[2]).toBeLessThanOrEqual(Date.now() + 1_000);
    expect(await read(chief, drafted.id)).toEqual(posted);
  });

  it('counts in no balance until it is posted', async () => {
    const balance = async () => {
      const { account } = await chief.query<{ account: { balance: string } }>(
        '{ account(code: "7410") { balance } }',
      );
      return account.balance;
    };
    const spend = { ...sale('8.00'), entries: [debit('7410', '8.00'), credit('1110', '8.00')] };
    const { id } = await perform(accountant, 'createTransaction', spend);
    expect(await balance()).toBe('0.00');
    await perform(chief, 'approveTransaction', { id });
    expect(await balance()).toBe('0.00');
    await perform(chief, 'postTransaction', { id });
    expect(await balance()).toBe('8.00');
  });

  /** A transaction in each state, and the steps that it does not take. */
  const WRONG: [state: string, steps: Step[], wrong: Step][] = [
    ['draft', [], 'postTransaction'],
    ['draft', [], 'reverseTransaction'],
    ['approved', ['approveTransaction'], 'approveTransaction'],
    ['approved', ['approveTransaction'], 'reverseTransaction'],
    ['posted', ['approveTransaction', 'postTransaction'], 'approveTransaction'],
    ['posted', ['approveTransaction', 'postTransaction'], 'postTransaction'],
    ['reversed', ['approveTransaction', 'postTransaction', 'reverseTransaction'], 'approveTransaction'],
    ['reversed', ['approveTransaction', 'postTransaction', 'reverseTransaction'], 'postTransaction'],
    ['reversed', ['approveTransaction', 'postTransaction', 'reverseTransaction'], 'reverseTransaction'],
  ];
  it.each(WRONG)('as a %s (after %j) refuses %s and stays as it is', async (_state, steps, wrong) => {
    const { id } = await perform(chief, 'createTransaction', sale('1.00'));
    const inputOf = (step: Step) =>
      step === 'reverseTransaction' ? { id, date: '2026-03-16', reason: 'შეცდომა' } : { id };
    for (const step of steps) await perform(chief, step, inputOf(step));
    const before = await read(chief, id);
    expect(await chief.refusal(mutation(wrong), { input: inputOf(wrong) })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'id',
      value: id,
    });
    expect(await read(chief, id)).toEqual(before);
  });

  it('that nobody entered answers NOT_FOUND to every step', async () => {
    for (const id of [UNKNOWN, 'no-uuid', '']) {
      for (const step of ['approveTransaction', 'postTransaction'] as const) {
        expect(await chief.refusal(mutation(step), { input: { id } })).toMatchObject({
          code: 'NOT_FOUND',
          field: 'id',
          value: id,
        });
      }
      const input = { id, date: '2026-03-16', reason: 'x' };
      expect(await chief.refusal(mutation('reverseTransaction'), { input })).toMatchObject({
        code: 'NOT_FOUND',
        field: 'id',
      });
    }
  });

  it('is refused with CONFLICT when the version it is meant for is stale', async () => {
    const { id } = await perform(chief, 'createTransaction', sale('2.00'));
    await perform(chief, 'approveTransaction', { id, expectedVersion: 1 });
    expect(
      await chief.refusal(mutation('postTransaction'), { input: { id, expectedVersion: 1 } }),
    ).toMatchObject({ code: 'CONFLICT', field: 'expectedVersion', value: '1', version: 2 });
    expect((await read(chief, id)).status).toBe('APPROVED');
    expect((await perform(chief, 'postTransaction', { id, expectedVersion: 2 })).status).toBe('POSTED');
  });

  it('is approved once by ten who approve at the same moment', async () => {
    const { id } = await perform(chief, 'createTransaction', sale('3.00'));
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => chief.answer(mutation('approveTransaction'), { input: { id } })),
    );
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions['code'])).toEqual(
      Array.from({ length: 9 }, () => 'INVALID_TRANSITION'),
    );
    expect((await read(chief, id)).version).toBe(2);
  });
});

describe('recordTransaction', () => {
  it('creates, approves and posts at once, by one person at one moment', async () => {
    const by = { id: company.users.chief_accountant.id, name: company.users.chief_accountant.name };
    const recorded = await record(chief, sale('250.00', { reference: 'INV-7' }));
    expect(recorded).toMatchObject({
      status: 'POSTED',
      version: 1,
      reference: 'INV-7',
      date: '2026-03-15',
      description: 'გაყიდვა',
      totalAmount: '250.00',
      createdBy: by,
      approvedBy: by,
      postedBy: by,
      approvedAt: recorded.createdAt,
      postedAt: recorded.createdAt,
      entries: [
        { line: 1, account: { code: '1110' }, debit: '250.00', credit: '0.00', currency: 'GEL' },
        { line: 2, account: { code: '6110' }, debit: '0.00', credit: '250.00', exchangeRate: '1' },
      ],
    });
    expect(await read(chief, recorded.id)).toEqual(recorded);
  });

  it('keeps texts in any script, dimensions and attachments as they were given', async () => {
    const attachment = {
      fileName: 'ანგარიშფაქტურა №7.pdf',
      contentType: 'application/pdf',
      size: 123_456,
      sha256: createHash('sha256').update('document').digest('hex'),
    };
    const dimensions = [
      { name: 'cost_centre', value: 'TB-01' },
      { name: 'counterparty', value: 'შპს „ივერია“ 🍷' },
    ];
    const recorded = await record(
      chief,
      sale('1.00', {
        description: 'Ჯანო — "quoted"\nsecond line\t👩‍👩‍👧',
        attachments: [attachment],
        entries: [debit('1110', '1.00', { dimensions, description: 'სტრიქონი' }), credit('6110', '1.00')],
      }),
    );
    expect(recorded.description).toBe('Ჯანო — "quoted"\nsecond line\t👩‍👩‍👧');
    expect(recorded.attachments).toEqual([attachment]);
    expect(recorded.entries.map((entry) => [entry.description, entry.dimensions])).toEqual([
      ['სტრიქონი', dimensions],
      [null, []],
    ]);
    expect(await read(chief, recorded.id)).toEqual(recorded);
  });

  it('takes an account by its identifier as well as by its code', async () => {
    const entries = [
      { accountId: company.accountId('1110'), debit: '4.00' },
      { accountId: company.accountId('6110'), credit: '4.00' },
    ];
    const recorded = await record(chief, sale('4.00', { entries }));
    expect(recorded.entries.map(({ account }) => account.code)).toEqual(['1110', '6110']);
  });
});

describe('a reversal', () => {
  it('mirrors the entries on its own date, and both refer to each other', async () => {
    const original = await record(chief, sale('70.00', { reference: 'R-1' }));
    const reversal = await perform(chief, 'reverseTransaction', {
      id: original.id,
      date: '2026-04-02',
      reason: 'ორჯერ შევიდა',
    });
    expect(reversal).toMatchObject({
      status: 'POSTED',
      date: '2026-04-02',
      reversalReason: 'ორჯერ შევიდა',
      reverses: { id: original.id },
      reversedBy: null,
      totalAmount: '70.00',
      entries: [
        { account: { code: '1110' }, debit: '0.00', credit: '70.00' },
        { account: { code: '6110' }, debit: '70.00', credit: '0.00' },
      ],
    });
    expect(reversal.number).not.toBe(original.number);
    expect(await read(chief, original.id)).toEqual({
      ...original,
      status: 'REVERSED',
      reversedBy: { id: reversal.id },
      version: original.version + 1,
    });
  });

  it('happens at most once, also when ten ask for it at the same moment', async () => {
    const { id } = await record(chief, sale('5.00'));
    const input = { id, date: '2026-04-02', reason: 'x' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => chief.answer(mutation('reverseTransaction'), { input })),
    );
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    const codes = answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions['code']);
    expect(codes).toEqual(Array.from({ length: 9 }, () => 'INVALID_TRANSITION'));
  });

  it('takes the amounts in foreign currency back at the rate they came in', async () => {
    const { id } = await record(
      chief,
      sale('0', {
        entries: [
          debit('1220', '10.00', { currency: 'USD', exchangeRate: '2.7123' }),
          credit('6110', '27.12'),
        ],
      }),
    );
    const reversal = await perform(chief, 'reverseTransaction', { id, date: '2026-04-02', reason: 'x' });
    expect(reversal.entries[0]).toMatchObject({
      credit: '10.00',
      currency: 'USD',
      exchangeRate: '2.7123',
      creditGel: '27.12',
    });
  });

  it('of a reversal restores the books', async () => {
    const original = await record(chief, sale('6.00'));
    const undo = (id: string) =>
      perform(chief, 'reverseTransaction', { id, date: '2026-04-02', reason: 'x' });
    const again = await undo((await undo(original.id)).id);
    expect(again.entries.map(({ debit: d, credit: c }) => [d, c])).toEqual(
      original.entries.map(({ debit: d, credit: c }) => [d, c]),
    );
  });
});

describe('where the approver must differ', () => {
  it('nobody approves their own transaction or records at once, and everybody does again afterwards', async () => {
    const strict = system.company(1);
    const chiefHere = strict.as('chief_accountant');
    const set = (approverMustDiffer: boolean) =>
      strict
        .as('admin')
        .query(
          `mutation($input: UpdateLedgerSettingsInput!) { updateLedgerSettings(input: $input) { settings { approverMustDiffer } } }`,
          { input: { approverMustDiffer } },
        );
    expect(await set(true)).toEqual({ updateLedgerSettings: { settings: { approverMustDiffer: true } } });
    const own = await perform(chiefHere, 'createTransaction', sale('1.00'));
    expect(await chiefHere.refusal(mutation('approveTransaction'), { input: { id: own.id } })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await chiefHere.refusal(mutation('recordTransaction'), { input: sale('1.00') })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const batch = await chiefHere.query<Batch>(BATCH, { input: { transactions: [sale('1.00')] } });
    expect(batch.recordTransactions.results[0]?.error?.code).toBe('FORBIDDEN');

    const others = await perform(strict.as('accountant'), 'createTransaction', sale('1.00'));
    expect((await perform(chiefHere, 'approveTransaction', { id: others.id })).status).toBe('APPROVED');
    expect((await perform(strict.as('admin'), 'approveTransaction', { id: own.id })).status).toBe('APPROVED');
    await set(false);
    expect((await record(chiefHere, sale('1.00'))).number).toBe('2026-000001');
  });
});

describe('document numbers', () => {
  it('are gapless in each year, whatever is refused between and however many post at once', async () => {
    const own = system.company(2).as('chief_accountant');
    const drafts = await Promise.all(
      Array.from({ length: 10 }, () => perform(own, 'createTransaction', sale('1.00'))),
    );
    for (const { id } of drafts) await perform(own, 'approveTransaction', { id });
    const bad: TransactionInput[] = [
      sale('0'),
      sale('1.00', { date: '2026-02-30' }),
      sale('1.00', { date: '2024-12-31' }),
      sale('1.00', { entries: [debit('1110', '1.00'), credit('6110', '2.00')] }),
      sale('1.00', { entries: [debit('9999', '1.00'), credit('6110', '1.00')] }),
    ];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const date = index % 2 === 0 ? '2026-06-01' : '2025-06-01';
        const input = index % 3 === 0 ? bad[index % bad.length] : sale('1.00', { date });
        const id = drafts[index]?.id;
        return id === undefined
          ? own.answer<Record<string, { transaction: Transaction }>>(mutation('recordTransaction'), { input })
          : own.answer<Record<string, { transaction: Transaction }>>(mutation('postTransaction'), {
              input: { id },
            });
      }),
    );
    const posted = answers.flatMap(({ data }) =>
      Object.values(data ?? {}).flatMap((payload) => payload?.transaction ?? []),
    );
    expect(answers.filter(({ errors }) => errors !== undefined).length).toBeGreaterThan(10);
    for (const year of ['2025', '2026']) {
      const numbers = posted
        .flatMap(({ number }) => (number?.startsWith(year) === true ? [number] : []))
        .sort();
      expect(numbers.length).toBeGreaterThan(10);
      expect(numbers).toEqual(
        Array.from({ length: numbers.length }, (_, index) => `${year}-${String(index + 1).padStart(6, '0')}`),
      );
    }
    const positions = posted.map(({ seq }) => seq ?? 0).sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: posted.length }, (_, index) => index + 1));
  });
});

describe('an idempotency key', () => {
  it('answers the same transaction to the same input, and refuses another input', async () => {
    const input = sale('11.00', { idempotencyKey: 'sale-11' });
    const first = await record(chief, input);
    const before = await books(chief);
    expect(await record(chief, input)).toEqual(first);
    expect(
      await chief.refusal(mutation('recordTransaction'), { input: { ...input, description: 'სხვა' } }),
    ).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey', value: 'sale-11' });
    expect(await books(chief)).toEqual(before);
  });

  it('records once when twenty send it at the same moment', async () => {
    const input = sale('12.00', { idempotencyKey: 'sale-12' });
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await record(chief, input)).id));
    expect(new Set(ids).size).toBe(1);
  });

  it('lets one of two different inputs win when both come at the same moment', async () => {
    const answers = await Promise.all(
      ['13.00', '14.00', '15.00', '16.00'].map((amount) =>
        chief.answer(mutation('recordTransaction'), { input: sale(amount, { idempotencyKey: 'race' }) }),
      ),
    );
    const codes = answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions['code']);
    expect(codes).toEqual(Array.from({ length: 3 }, () => 'IDEMPOTENCY_KEY_REUSED'));
  });

  it('answers a repeated step as it answered first, although the state has moved on', async () => {
    const { id } = await perform(chief, 'createTransaction', sale('1.00', { idempotencyKey: 'draft-1' }));
    const approve = { id, idempotencyKey: 'approve-1' };
    await perform(chief, 'approveTransaction', approve);
    await perform(chief, 'postTransaction', { id, idempotencyKey: 'post-1' });
    expect((await perform(chief, 'approveTransaction', approve)).id).toBe(id);
    expect((await perform(chief, 'createTransaction', sale('1.00', { idempotencyKey: 'draft-1' }))).id).toBe(
      id,
    );
    const undo = { id, date: '2026-04-02', reason: 'x', idempotencyKey: 'undo-1' };
    const first = await perform(chief, 'reverseTransaction', undo);
    expect(await perform(chief, 'reverseTransaction', undo)).toEqual(first);
  });

  it('belongs to one company: another may use the same', async () => {
    const input = sale('11.00', { idempotencyKey: 'sale-11' });
    const there = await record(system.company(2).as('chief_accountant'), input);
    expect(there.id).not.toBe((await record(chief, input)).id);
  });

  it('of a refused command is free for the corrected one', async () => {
    const wrong = sale('1.00', { idempotencyKey: 'retry', date: '2024-05-05' });
    expect(await chief.refusal(mutation('recordTransaction'), { input: wrong })).toMatchObject({
      code: 'PERIOD_CLOSED',
    });
    expect((await record(chief, { ...wrong, date: '2026-05-05' })).status).toBe('POSTED');
  });
});

describe('foreign currency', () => {
  it('is converted at the rate of the entry and balances in GEL', async () => {
    const recorded = await record(
      chief,
      sale('0', {
        entries: [
          debit('1220', '100.00', { currency: 'USD', exchangeRate: '2.7000' }),
          credit('6110', '270.00'),
        ],
      }),
    );
    expect(recorded.totalAmount).toBe('270.00');
    expect(recorded.entries[0]).toMatchObject({
      debit: '100.00',
      currency: 'USD',
      exchangeRate: '2.7',
      debitGel: '270.00',
      creditGel: '0.00',
    });
  });

  it('knows the decimals of each currency: none of the yen, three of the dinar', async () => {
    const recorded = await record(
      chief,
      sale('0', {
        entries: [
          debit('1110', '1000', { currency: 'JPY', exchangeRate: '0.018' }),
          debit('1110', '1.234', { currency: 'KWD', exchangeRate: '9' }),
          credit('6110', '29.11'),
        ],
      }),
    );
    expect(recorded.entries.map(({ debit: d, debitGel }) => [d, debitGel])).toEqual([
      ['1000', '18.00'],
      ['1.234', '11.11'],
      ['0.00', '0.00'],
    ]);
  });

  it('gives the remainder of rounding to its largest entry, so that the sum is whole', async () => {
    // 3 × 33.335 is debited as 3 × 33.34 = 100.02, and 100.005 is credited as 100.01: one tetri is left over.
    const part = { currency: 'USD', exchangeRate: '3.3335' };
    const recorded = await record(
      chief,
      sale('0', {
        entries: [
          debit('1220', '10.00', part),
          debit('1220', '10.00', part),
          debit('1220', '10.00', part),
          credit('6110', '30.00', part),
        ],
      }),
    );
    expect(
      recorded.entries.map((entry) => [entry.debit, entry.credit, entry.debitGel, entry.creditGel]),
    ).toEqual([
      ['10.00', '0.00', '33.34', '0.00'],
      ['10.00', '0.00', '33.34', '0.00'],
      ['10.00', '0.00', '33.34', '0.00'],
      ['0.00', '30.00', '0.00', '100.02'],
    ]);
  });

  it('must balance in its own currency when all entries are in one', async () => {
    const one = { currency: 'EUR', exchangeRate: '1' };
    const entries = [debit('1110', '10.00', one), credit('6110', '10.01', one)];
    expect(
      await chief.refusal(mutation('recordTransaction'), { input: sale('0', { entries }) }),
    ).toMatchObject({ code: 'UNBALANCED_ENTRY', field: 'entries', difference: '-0.01', currency: 'EUR' });
  });
});

const BATCH = `mutation($input: RecordTransactionsInput!) {
  recordTransactions(input: $input) {
    results { index transaction { id number seq status totalAmount } error { code message field value } }
  }
}`;

interface Batch {
  readonly recordTransactions: {
    readonly results: readonly {
      readonly index: number;
      readonly transaction: Pick<Transaction, 'id' | 'number' | 'seq' | 'status' | 'totalAmount'> | null;
      readonly error: {
        readonly code: string;
        readonly field: string | null;
        readonly value: string | null;
      } | null;
    }[];
  };
}

describe('a batch', () => {
  it('of 1,000 records every good item and names what is wrong with each bad one', async () => {
    const own = system.company(3);
    const caller = own.as('chief_accountant');
    const key = sale('1.00', { idempotencyKey: 'batch-key' });
    await record(caller, key);
    await caller.query(
      'mutation($input: PeriodActionInput!) { closePeriod(input: $input) { period { status } } }',
      { input: { year: 2025, month: 1, reason: 'დახურვა' } },
    );
    const entries = (...lines: TransactionInput['entries'][number][]) => sale('1.00', { entries: lines });
    const bad: [TransactionInput, code: string, field: string, value: string | null][] = [
      [entries(debit('1110', '1.00'), credit('6110', '2.00')), 'UNBALANCED_ENTRY', 'entries', '-1.00'],
      [entries(debit('1110', '1.00')), 'BAD_USER_INPUT', 'entries', '1'],
      [entries(), 'BAD_USER_INPUT', 'entries', '0'],
      [
        entries(debit('1110', '1.00', { credit: '1.00' }), credit('6110', '1.00')),
        'BAD_USER_INPUT',
        'entries[0].debit',
        '1.00',
      ],
      [
        entries({ accountCode: '1110' }, credit('6110', '1.00')),
        'BAD_USER_INPUT',
        'entries[0].debit',
        'null',
      ],
      [entries(debit('1110', '0'), credit('6110', '0')), 'BAD_USER_INPUT', 'entries[0].debit', '0'],
      [
        entries(debit('1110', '1.00'), credit('6110', '-1.00')),
        'BAD_USER_INPUT',
        'entries[1].credit',
        '-1.00',
      ],
      [
        entries(debit('1110', '1.001'), credit('6110', '1.001')),
        'BAD_USER_INPUT',
        'entries[0].debit',
        '1.001',
      ],
      [entries(debit('1110', '1e5'), credit('6110', '1e5')), 'BAD_USER_INPUT', 'entries[0].debit', '1e5'],
      [entries(debit('1110', 'NaN'), credit('6110', 'NaN')), 'BAD_USER_INPUT', 'entries[0].debit', 'NaN'],
      [
        entries(debit('1110', ' 1.00'), credit('6110', '1.00')),
        'BAD_USER_INPUT',
        'entries[0].debit',
        ' 1.00',
      ],
      [entries(debit('9999', '1.00'), credit('6110', '1.00')), 'NOT_FOUND', 'entries[0].accountCode', '9999'],
      [
        entries({ accountId: company.accountId('1110'), debit: '1.00' }, credit('6110', '1.00')),
        'NOT_FOUND',
        'entries[0].accountId',
        company.accountId('1110'),
      ],
      [
        entries(debit('1110', '1.00'), credit('1000', '1.00')),
        'ACCOUNT_INACTIVE',
        'entries[1].accountCode',
        '1000',
      ],
      [sale('1.00', { date: '2025-01-31' }), 'PERIOD_CLOSED', 'date', '2025-01-31'],
      [sale('1.00', { date: '2024-01-31' }), 'PERIOD_CLOSED', 'date', '2024-01-31'],
      [sale('1.00', { date: '2026-02-29' }), 'BAD_USER_INPUT', 'date', '2026-02-29'],
      [
        sale('2.00', { idempotencyKey: 'batch-key' }),
        'IDEMPOTENCY_KEY_REUSED',
        'idempotencyKey',
        'batch-key',
      ],
      [sale('1.00', { description: '' }), 'BAD_USER_INPUT', 'description', ''],
      [sale('1.00', { description: 'a\0b' }), 'BAD_USER_INPUT', 'description', 'a\0b'],
      [sale('1.00', { description: 'a\ud800b' }), 'BAD_USER_INPUT', 'description', 'a\ud800b'],
    ];
    const transactions = Array.from({ length: 1_000 }, (_, index) => {
      const wrong = index % 45 === 7 ? bad[(index - 7) / 45] : undefined;
      return wrong?.[0] ?? sale(`${String(index + 1)}.00`);
    });
    const { recordTransactions } = await caller.query<Batch>(BATCH, { input: { transactions } });
    const { results } = recordTransactions;
    expect(results.map(({ index }) => index)).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
    const refused = results.filter(({ error }) => error !== null);
    expect(
      refused.map(({ index, error, transaction }) => [
        index,
        transaction,
        error?.code,
        error?.field,
        error?.value,
      ]),
    ).toEqual(bad.map(([, code, field, value], index) => [index * 45 + 7, null, code, field, value]));
    const good = results.flatMap(({ index, transaction }) =>
      transaction === null ? [] : [{ index, ...transaction }],
    );
    expect(good).toHaveLength(1_000 - bad.length);
    for (const { index, totalAmount, status } of good) {
      expect([totalAmount, status]).toEqual([`${String(index + 1)}.00`, 'POSTED']);
    }
    const numbers = good.map(({ number }) => number).sort();
    expect(numbers).toEqual(good.map((_, at) => `2026-${String(at + 2).padStart(6, '0')}`));
  });

  it('repeated with the same keys records nothing twice', async () => {
    const transactions = Array.from({ length: 50 }, (_, index) =>
      sale('1.00', { idempotencyKey: `batch-${String(index)}` }),
    );
    const send = () => chief.query<Batch>(BATCH, { input: { transactions } });
    const [first, second] = await Promise.all([send(), send()]);
    const before = await books(chief);
    expect(second).toEqual(first);
    expect(await send()).toEqual(first);
    expect(await books(chief)).toEqual(before);
  });

  it('with one key on several equal items records one', async () => {
    const same = sale('1.00', { idempotencyKey: 'same-in-batch' });
    const { recordTransactions } = await chief.query<Batch>(BATCH, {
      input: { transactions: [same, same, { ...same, description: 'სხვა' }] },
    });
    const [first, second, third] = recordTransactions.results;
    expect(second?.transaction?.id).toBe(first?.transaction?.id);
    expect(third?.error?.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it.each([0, 1_001])('of %i is refused whole', async (count) => {
    const before = await books(chief);
    const transactions = Array.from({ length: count }, () => sale('1.00'));
    expect(await chief.refusal(BATCH, { input: { transactions } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'transactions',
      value: String(count),
    });
    expect(await books(chief)).toEqual(before);
  });
});

describe('the list of transactions', () => {
  it('gives every transaction once over its pages, the latest date first', async () => {
    const seen: { id: string; date: string }[] = [];
    const query = `query($after: String) {
      transactions(first: 37, after: $after) {
        edges { node { ...transaction } } pageInfo { hasNextPage endCursor }
      }
    } ${TRANSACTION}`;
    interface Page {
      readonly transactions: {
        readonly edges: readonly { readonly node: Transaction }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    }
    for (let after: string | null = null, more = true; more;) {
      const { transactions }: Page = await chief.query<Page>(query, { after });
      seen.push(...transactions.edges.map(({ node }) => node));
      after = transactions.pageInfo.endCursor;
      more = transactions.pageInfo.hasNextPage;
    }
    const dates = seen.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const [row] = await system.owner.sql<{ count: number }[]>`
      select count(*) from ledger.transactions where company_id = ${company.id}`;
    expect(seen).toHaveLength(row?.count ?? -1);
  });
});
