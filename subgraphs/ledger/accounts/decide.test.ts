import { describe, expect, it } from 'vitest';
import type { LedgerFacts } from '../facts.ts';
import { givenFacts, idOf } from '../testing/facts.ts';
import { evolveAccount, initialAccount, type Account, type AccountEvent } from './account.ts';
import { decideAccount, type AccountCommand } from './decide.ts';

const ID = idOf('1300');
type Given = Extract<AccountCommand, { type: 'CreateAccount' }>['given'];

const create = (given: Partial<Given> = {}): AccountCommand => ({
  type: 'CreateAccount',
  id: ID,
  given: { code: '1300', names: { ka: 'მარაგი' }, type: 'ASSET', ...given },
});
const update = (
  changes: Extract<AccountCommand, { type: 'UpdateAccount' }>['changes'],
  hasPostings = false,
): AccountCommand => ({ type: 'UpdateAccount', id: ID, expectedVersion: null, changes, hasPostings });
const deactivate: AccountCommand = { type: 'DeactivateAccount', id: ID, expectedVersion: null };
const activate: AccountCommand = { type: 'ActivateAccount', id: ID, expectedVersion: null };
const remove = (hasPostings = false): AccountCommand => ({
  type: 'DeleteAccount',
  id: ID,
  expectedVersion: null,
  hasPostings,
});

function given(...commands: AccountCommand[]): Account {
  return commands.reduce<Account>(
    (state, command) =>
      decideAccount(command, state, givenFacts()).events.reduce(
        (s, { type, data }) => evolveAccount(s, { type, data } as AccountEvent),
        state,
      ),
    initialAccount,
  );
}

const when = (command: AccountCommand, state: Account, facts: LedgerFacts = givenFacts()) =>
  decideAccount(command, state, facts).events;
const refusal = (code: string, field: string): unknown =>
  expect.objectContaining({ code, details: expect.objectContaining({ field }) });

describe('an account', () => {
  it('is opened, on the side where its type grows', () => {
    expect(when(create(), given())).toEqual([
      {
        aggregateType: 'Account',
        aggregateId: ID,
        version: 1,
        type: 'AccountOpened',
        reference: true,
        data: {
          code: '1300',
          names: { ka: 'მარაგი' },
          type: 'ASSET',
          normalSide: 'DEBIT',
          role: null,
          currency: null,
          parentId: null,
          metadata: {},
          isHeading: false,
        },
      },
    ]);
    for (const [type, side] of [
      ['EXPENSE', 'DEBIT'],
      ['LIABILITY', 'CREDIT'],
      ['EQUITY', 'CREDIT'],
      ['REVENUE', 'CREDIT'],
    ] as const) {
      expect(when(create({ type }), given())[0]?.data).toMatchObject({ normalSide: side });
    }
    expect(when(create({ normalSide: 'CREDIT' }), given())[0]?.data).toMatchObject({ normalSide: 'CREDIT' });
  });

  it('is changed where something is given, and stays as it is elsewhere', () => {
    const state = given(create({ role: 'stock', currency: 'USD' }));
    const [event] = when(update({ names: { en: 'Stock' }, role: null, parentId: idOf('1110') }), state);
    expect(event).toMatchObject({ type: 'AccountChanged', version: 2 });
    expect(event?.data).toMatchObject({
      code: '1300',
      names: { ka: 'მარაგი', en: 'Stock' },
      role: null,
      currency: 'USD',
      parentId: idOf('1110'),
    });
  });

  it('is deactivated, activated and deleted', () => {
    expect(when(deactivate, given(create()))[0]).toMatchObject({ type: 'AccountDeactivated', version: 2 });
    expect(when(activate, given(create(), deactivate))[0]).toMatchObject({
      type: 'AccountActivated',
      version: 3,
    });
    expect(when(remove(), given(create()))[0]).toMatchObject({
      type: 'AccountDeleted',
      data: { code: '1300' },
    });
  });

  it('with postings may still be renamed and renumbered', () => {
    const [event] = when(update({ code: '1301', names: { ka: 'საქონელი' } }, true), given(create()));
    expect(event?.data).toMatchObject({ code: '1301', type: 'ASSET' });
  });
});

describe('an account is refused', () => {
  it.each([
    ['a code that is taken', { code: '1110' }, 'CONFLICT', 'code'],
    ['no code', { code: '' }, 'BAD_USER_INPUT', 'code'],
    ['a code with blanks', { code: '13 00' }, 'BAD_USER_INPUT', 'code'],
    ['a code of 65 characters', { code: '1'.repeat(65) }, 'BAD_USER_INPUT', 'code'],
    ['no name', { names: {} }, 'BAD_USER_INPUT', 'names'],
    ['an empty name', { names: { ka: '' } }, 'BAD_USER_INPUT', 'names'],
    ['a blank name', { names: { ka: ' ' } }, 'BAD_USER_INPUT', 'names.ka'],
    ['an over-long name', { names: { ka: 'ა'.repeat(251) } }, 'BAD_USER_INPUT', 'names.ka'],
    ['an unknown currency', { currency: 'XXX' }, 'BAD_USER_INPUT', 'currency'],
    ['an unknown parent', { parentId: idOf('7777') }, 'NOT_FOUND', 'parentId'],
    ['metadata that is too large', { metadata: { a: 'x'.repeat(10_001) } }, 'BAD_USER_INPUT', 'metadata'],
    ['metadata with NUL', { metadata: { a: '\u0000' } }, 'BAD_USER_INPUT', 'metadata'],
  ] as const)('with %s, newly opened or changed', (_, changes, code, field) => {
    expect(() => when(create(changes), given())).toThrow(refusal(code, field));
    // Names that are given empty take nothing away while another name is left.
    if (field !== 'names' && !('code' in changes && changes.code === '')) {
      expect(() => when(update(changes), given(create()))).toThrow(refusal(code, field));
    }
  });

  it('when its last name is taken away', () => {
    expect(() => when(update({ names: { ka: null } }), given(create()))).toThrow(
      refusal('BAD_USER_INPUT', 'names'),
    );
  });

  it('below itself, at whatever depth', () => {
    const facts = givenFacts({
      accounts: [{ code: '1300' }, { code: '1310', parentId: ID }, { code: '1311', parentId: idOf('1310') }],
    });
    for (const parentId of [ID, idOf('1310'), idOf('1311')]) {
      expect(() => when(update({ parentId }), given(create()), facts)).toThrow(
        refusal('BAD_USER_INPUT', 'parentId'),
      );
    }
  });

  it('another type or currency when it has postings', () => {
    expect(() => when(update({ type: 'EXPENSE' }, true), given(create()))).toThrow(
      refusal('INVALID_TRANSITION', 'type'),
    );
    expect(() => when(update({ currency: 'USD' }, true), given(create()))).toThrow(
      refusal('INVALID_TRANSITION', 'currency'),
    );
    expect(when(update({ type: 'EXPENSE', currency: 'USD' }), given(create()))).toHaveLength(1);
  });

  it('deletion when it has postings or accounts below it', () => {
    expect(() => when(remove(true), given(create()))).toThrow(refusal('INVALID_TRANSITION', 'id'));
    const facts = givenFacts({ accounts: [{ code: '1310', parentId: ID }] });
    expect(() => when(remove(), given(create()), facts)).toThrow(refusal('INVALID_TRANSITION', 'id'));
  });

  it('what it is already', () => {
    expect(() => when(activate, given(create()))).toThrow(refusal('INVALID_TRANSITION', 'id'));
    expect(() => when(deactivate, given(create(), deactivate))).toThrow(refusal('INVALID_TRANSITION', 'id'));
  });

  it('everything once it is deleted, and when it never was', () => {
    for (const state of [given(), given(create(), remove())]) {
      for (const command of [update({}), deactivate, activate, remove()]) {
        expect(() => when(command, state)).toThrow(refusal('NOT_FOUND', 'id'));
      }
    }
  });

  it('when somebody else has changed it meanwhile', () => {
    const state = given(create(), update({ role: 'stock' }));
    for (const command of [update({}), deactivate, remove()]) {
      const stale = { ...command, expectedVersion: 1 } as AccountCommand;
      expect(() => when(stale, state)).toThrow(refusal('CONFLICT', 'expectedVersion'));
      expect(when({ ...command, expectedVersion: 2 } as AccountCommand, state)).toHaveLength(1);
    }
  });
});
