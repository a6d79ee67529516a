import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BUILT_IN_ROLES, PERMISSIONS, type BuiltInRole } from '#shared/domain/permissions.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import { books, mutation, perform, read, record, sale, type Step, type Transaction } from '#test/postings.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
let company: TestCompany;
let accountant: Caller;
let chief: Caller;
let admin: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  company = system.company(0);
  accountant = company.as('accountant');
  chief = company.as('chief_accountant');
  admin = company.as('admin');
});
afterAll(() => system.close());
beforeEach(() => demand(true));

const SETTINGS =
  'mutation($input: UpdateLedgerSettingsInput!) { updateLedgerSettings(input: $input) { settings { approverMustDiffer } } }';
const BATCH =
  'mutation($input: RecordTransactionsInput!) { recordTransactions(input: $input) { results { transaction { id } error { code field } } } }';

const demand = (approverMustDiffer: boolean) => admin.query(SETTINGS, { input: { approverMustDiffer } });

/** A transaction in the books, made by one person and approved by another. */
async function posted(author: Caller, approver: Caller): Promise<Transaction> {
  const { id } = await perform(author, 'createTransaction', sale('10.00'));
  await perform(approver, 'approveTransaction', { id });
  return perform(author, 'postTransaction', { id });
}

const undoing = (id: string, more: object = {}) => ({ id, date: '2026-04-01', reason: 'შეცდომა', ...more });

/** Refused by the rule, and the books are as they were. */
async function isRefused(caller: Caller, query: string, input: object, field: string): Promise<void> {
  const before = await books(admin);
  expect(await caller.refusal(query, { input })).toMatchObject({ code: 'FORBIDDEN', field });
  expect(await books(admin)).toEqual(before);
}

describe('where the company demands that another person approves', () => {
  it('a draft of the chief accountant’s is approved by somebody else, and then posted by its author', async () => {
    const draft = await perform(chief, 'createTransaction', sale('10.00'));
    await isRefused(chief, mutation('approveTransaction'), { id: draft.id }, 'id');
    const approved = await perform(admin, 'approveTransaction', { id: draft.id });
    expect([approved.createdBy.id, approved.approvedBy?.id]).toEqual([
      company.users.chief_accountant.id,
      company.users.admin.id,
    ]);
    expect((await perform(chief, 'postTransaction', { id: draft.id })).status).toBe('POSTED');
  });

  it('what was drafted before the demand is held to it too', async () => {
    await demand(false);
    const draft = await perform(chief, 'createTransaction', sale('10.00'));
    await demand(true);
    await isRefused(chief, mutation('approveTransaction'), { id: draft.id }, 'id');
  });

  it('nobody records at once, not even who may do everything', async () => {
    for (const caller of [chief, admin])
      await isRefused(caller, mutation('recordTransaction'), sale('10.00'), 'approverMustDiffer');
  });

  it('nobody records at once in a batch, with or without keys', async () => {
    const before = await books(admin);
    const transactions = [sale('1.00'), sale('2.00', { idempotencyKey: uuidv7() }), sale('3.00')];
    const { recordTransactions } = await chief.query<{
      recordTransactions: { results: { transaction: unknown; error: { code: string } | null }[] };
    }>(BATCH, { input: { transactions } });
    expect(recordTransactions.results.map(({ transaction, error }) => [transaction, error?.code])).toEqual(
      Array(3).fill([null, 'FORBIDDEN']),
    );
    expect(await books(admin)).toEqual(before);
  });

  it('nobody posts by reversing: the author may not, another person may', async () => {
    const { id } = await posted(chief, admin);
    await isRefused(chief, mutation('reverseTransaction'), undoing(id), 'id');
    const reversal = await perform(admin, 'reverseTransaction', undoing(id));
    // The reversal is the admin's own, so it takes the other one to undo it.
    await isRefused(admin, mutation('reverseTransaction'), undoing(reversal.id), 'id');
    expect((await perform(chief, 'reverseTransaction', undoing(reversal.id))).status).toBe('POSTED');
  });

  it('nobody reverses what they recorded by themselves before the demand', async () => {
    await demand(false);
    const { id } = await record(chief, sale('10.00'));
    await demand(true);
    await isRefused(chief, mutation('reverseTransaction'), undoing(id), 'id');
    expect((await perform(admin, 'reverseTransaction', undoing(id))).status).toBe('POSTED');
  });

  it('an author stays the author whoever sends the draft again with its key', async () => {
    const input = sale('10.00', { idempotencyKey: uuidv7() });
    const draft = await perform(chief, 'createTransaction', input);
    const again = await perform(accountant, 'createTransaction', input);
    expect([again.id, again.createdBy.id]).toEqual([draft.id, company.users.chief_accountant.id]);
    await isRefused(chief, mutation('approveTransaction'), { id: draft.id }, 'id');
  });

  it('a key of somebody else’s approval, reversal or recording makes nothing new', async () => {
    const draft = await perform(chief, 'createTransaction', sale('10.00'));
    const approval = { id: draft.id, idempotencyKey: uuidv7() };
    await isRefused(chief, mutation('approveTransaction'), approval, 'id');
    await perform(admin, 'approveTransaction', approval);
    await perform(chief, 'postTransaction', { id: draft.id });
    const undone = undoing(draft.id, { idempotencyKey: uuidv7() });
    await isRefused(chief, mutation('reverseTransaction'), undone, 'id');
    await perform(admin, 'reverseTransaction', undone);
    await demand(false);
    const recorded = sale('20.00', { idempotencyKey: uuidv7() });
    const first = await record(admin, recorded);
    await demand(true);

    const before = await books(admin);
    await chief.answer(mutation('approveTransaction'), { input: approval });
    await chief.answer(mutation('reverseTransaction'), { input: undone });
    expect((await record(chief, recorded)).id).toBe(first.id);
    expect(await books(admin)).toEqual(before);
    expect((await read(admin, draft.id)).approvedBy?.id).toBe(company.users.admin.id);
  });

  it('a refused recording is not remembered as done, and is not done by being sent again', async () => {
    const input = sale('30.00', { idempotencyKey: uuidv7() });
    for (let index = 0; index < 3; index += 1)
      await isRefused(chief, mutation('recordTransaction'), input, 'approverMustDiffer');
  });

  it('no recording slips through beside the moment of the demand', async () => {
    await demand(false);
    const outcomes: { readonly after: boolean; readonly isPosted: boolean }[] = [];
    let isDemanded = false;
    const recording = Array.from({ length: 8 }, async () => {
      for (let round = 0; round < 12; round += 1) {
        const after = isDemanded;
        const { errors } = await chief.answer(mutation('recordTransaction'), { input: sale('1.00') });
        outcomes.push({ after, isPosted: errors === undefined });
      }
    });
    await demand(true);
    isDemanded = true;
    await Promise.all(recording);
    expect(outcomes.filter(({ after, isPosted }) => after && isPosted)).toEqual([]);
    expect(outcomes.some(({ isPosted }) => !isPosted)).toBe(true);
  });

  it('whatever three persons try, in whatever order: everything in the books has two of them behind it', async () => {
    const strict = system.company(1);
    await strict.as('admin').query(SETTINGS, { input: { approverMustDiffer: true } });
    const persons = [strict.as('accountant'), strict.as('chief_accountant'), strict.as('admin')] as const;
    const person = fc.constantFrom(...persons);
    const step = fc.constantFrom<Step>(
      'createTransaction',
      'approveTransaction',
      'postTransaction',
      'recordTransaction',
      'reverseTransaction',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(person, step, fc.nat()), { minLength: 80, maxLength: 80 }),
        async (attempts) => {
          const ids: string[] = [];
          for (const [caller, action, choice] of attempts) {
            const id = ids[choice % Math.max(1, ids.length)] ?? uuidv7();
            const input =
              action === 'createTransaction' || action === 'recordTransaction'
                ? sale('1.00')
                : action === 'reverseTransaction'
                  ? undoing(id)
                  : { id };
            const { data } = await caller.answer<Record<string, { transaction: { id: string } } | null>>(
              mutation(action),
              { input },
            );
            const made = data?.[action]?.transaction.id;
            if (made !== undefined && !ids.includes(made)) ids.push(made);
          }
        },
      ),
      { numRuns: 10 },
    );
    const rows = await system.owner.sql<{ reversal: boolean; alone: boolean }[]>`
      select t.reverses_id is not null as reversal,
             coalesce(original.created_by, t.approved_by) is not distinct from t.created_by as alone
      from ledger.transactions t
      left join ledger.transactions original on original.company_id = t.company_id and original.id = t.reverses_id
      where t.company_id = ${strict.id} and t.status in ('POSTED', 'REVERSED')`;
    expect(rows.filter(({ alone }) => alone)).toEqual([]);
    expect(rows.filter(({ reversal }) => reversal).length).toBeGreaterThan(2);
    expect(rows.filter(({ reversal }) => !reversal).length).toBeGreaterThan(5);
  });
});

describe('the demand itself', () => {
  const others = (Object.keys(BUILT_IN_ROLES) as BuiltInRole[]).filter((role) => role !== 'admin');

  it.each(others)('is not changed by the %s', async (role) => {
    expect(await company.as(role).refusal(SETTINGS, { input: { approverMustDiffer: false } })).toMatchObject({
      code: 'FORBIDDEN',
      needed: [['admin:system']],
    });
  });

  it('is not changed by whoever has every permission but one', async () => {
    const token = await company.tokenWith(PERMISSIONS.filter((name) => name !== 'admin:system'));
    const nearly = createCaller(system.url, token);
    expect(await nearly.refusal(SETTINGS, { input: { approverMustDiffer: false } })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await isRefused(chief, mutation('recordTransaction'), sale('10.00'), 'approverMustDiffer');
  });

  it('is not changed without a token', async () => {
    expect(await system.anonymous.refusal(SETTINGS, { input: { approverMustDiffer: false } })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('is changed by who has just that permission, and is an event in the log', async () => {
    const count = async (): Promise<number> => {
      const [row] = await system.owner.sql<[{ count: number }]>`
        select count(*)::int from ledger.event_store
        where company_id = ${company.id} and event_type = 'LedgerSettingsChanged'`;
      return row.count;
    };
    const before = await count();
    const token = await company.tokenWith(['admin:system', 'accounts:read']);
    const only = createCaller(system.url, token);
    await only.query(SETTINGS, { input: { approverMustDiffer: false } });
    expect(await count()).toBe(before + 1);
    expect((await record(chief, sale('10.00'))).status).toBe('POSTED');
  });
});
