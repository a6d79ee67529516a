import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller, type Caller } from '#test/caller.ts';
import { perform, record, sale, credit, debit } from '#test/postings.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
let company: TestCompany;
let chief: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  company = system.company(0);
  chief = company.as('chief_accountant');
});
afterAll(() => system.close());

/** Where the company's events end now: whoever follows after it sees what comes, however late it connects. */
const now = (of = company) => system.ledger.feed.latest(of.id);

interface Posted {
  readonly transactionPosted: {
    readonly cursor: string;
    readonly seq: number;
    readonly transaction: { readonly id: string };
  };
}
const POSTED =
  'subscription($after: Cursor, $ids: [ID!]) { transactionPosted(after: $after, accountIds: $ids) { cursor seq transaction { id } } }';

interface Changed {
  readonly balanceChanged: {
    readonly cursor: string;
    readonly seq: number;
    readonly account: { readonly code: string };
    readonly debit: string;
    readonly credit: string;
    readonly balance: string;
  };
}
const CHANGED =
  'subscription($after: Cursor, $ids: [ID!]) { balanceChanged(after: $after, accountIds: $ids) { cursor seq account { code } debit credit balance } }';

const seqs = (seen: readonly Posted[]) => seen.map(({ transactionPosted }) => transactionPosted.seq);
const countFrom = (first: number, length: number) => Array.from({ length }, (_, index) => first + index);

describe('a subscriber', () => {
  it('sees a posting with fields of both subgraphs, under aliases and through fragments', async () => {
    const watching = chief.subscribe(
      `subscription Live($after: Cursor) {
        event: transactionPosted(after: $after) {
          position: seq
          ...what
        }
      }
      fragment what on TransactionPostedEvent {
        transaction {
          __typename
          number
          createdBy { name mail: email }
          entries { ...line }
          ... on Transaction { total: totalAmount }
        }
      }
      fragment line on Entry { account { name ka: name(language: KA) en: name(language: EN) } debit credit }`,
      { after: await now() },
    );
    const recorded = await record(chief, sale('42.00'));
    const author = company.users.chief_accountant;
    expect(await watching.upTo(1)).toEqual([
      {
        event: {
          position: recorded.seq,
          transaction: {
            __typename: 'Transaction',
            number: recorded.number,
            createdBy: { name: author.name, mail: author.email },
            total: '42.00',
            entries: [
              { account: { name: 'სალარო', ka: 'სალარო', en: 'Cash' }, debit: '42.00', credit: '0.00' },
              {
                account: { name: 'შემოსავალი', ka: 'შემოსავალი', en: 'Sales' },
                debit: '0.00',
                credit: '42.00',
              },
            ],
          },
        },
      },
    ]);
    await watching.stop();
  });

  it('that gives no cursor sees what is posted from then on', async () => {
    const watching = chief.subscribe<Posted>(POSTED);
    // Nothing tells the client that its subscription stands, so it posts until it sees.
    let last = 0;
    for (let tries = 0; tries < 50 && watching.seen.length === 0; tries++) {
      last = (await record(chief, sale('1.00'))).seq ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const seen = await watching.upTo(1);
    const first = seen[0]?.transactionPosted.seq ?? 0;
    expect(seqs(await watching.upTo(last - first + 1))).toEqual(countFrom(first, last - first + 1));
    await watching.stop();
  });

  it('sees neither drafts, nor approvals, nor what is refused', async () => {
    const watching = chief.subscribe<Posted>(POSTED, { after: await now() });
    const { id } = await perform(chief, 'createTransaction', sale('1.00'));
    await perform(chief, 'approveTransaction', { id });
    await chief.answer(
      'mutation($i: TransactionInput!) { recordTransaction(input: $i) { transaction { id } } }',
      {
        i: sale('0'),
      },
    );
    const posted = await record(chief, sale('2.00'));
    expect(await watching.upTo(1)).toMatchObject([{ transactionPosted: { transaction: { id: posted.id } } }]);
    await perform(chief, 'postTransaction', { id });
    expect((await watching.upTo(2))[1]).toMatchObject({ transactionPosted: { transaction: { id } } });
    await watching.stop();
  });

  it('of balances is told debit, credit and the balance after each posting, per account', async () => {
    const watching = chief.subscribe<Changed>(CHANGED, {
      after: await now(),
      ids: [company.accountId('1210'), company.accountId('7410')],
    });
    const entries = [
      debit('1210', '10.00'),
      debit('1210', '5.00'),
      credit('1210', '1.00'),
      debit('7410', '2.50'),
      credit('6110', '16.50'),
    ];
    const first = await record(chief, sale('0', { entries }));
    // Dated earlier, posted later: the balance is of all that is posted.
    const second = await record(
      chief,
      sale('0', { date: '2026-01-01', entries: [debit('6110', '4.00'), credit('1210', '4.00')] }),
    );
    const seen = await watching.upTo(3);
    expect(seen.map(({ balanceChanged: { cursor: _cursor, ...change } }) => change)).toEqual(
      expect.arrayContaining([
        { seq: first.seq, account: { code: '1210' }, debit: '15.00', credit: '1.00', balance: '14.00' },
        { seq: first.seq, account: { code: '7410' }, debit: '2.50', credit: '0.00', balance: '2.50' },
        { seq: second.seq, account: { code: '1210' }, debit: '0.00', credit: '4.00', balance: '10.00' },
      ]),
    );
    // A cursor between two changes of one posting resumes between them.
    const resumed = chief.subscribe<Changed>(CHANGED, {
      after: seen[0]?.balanceChanged.cursor,
      ids: [company.accountId('1210'), company.accountId('7410')],
    });
    expect(await resumed.upTo(2)).toEqual(seen.slice(1));
    await Promise.all([watching.stop(), resumed.stop()]);
  });

  it('that names accounts sees the postings that touch any of them', async () => {
    const watching = chief.subscribe<Posted>(POSTED, {
      after: await now(),
      ids: [company.accountId('3110')],
    });
    await record(chief, sale('1.00'));
    const touching = await record(
      chief,
      sale('0', { entries: [debit('7410', '1.00'), credit('3110', '1.00')] }),
    );
    await record(chief, sale('1.00'));
    const again = await record(
      chief,
      sale('0', { entries: [debit('3110', '1.00'), credit('1110', '1.00')] }),
    );
    expect((await watching.upTo(2)).map(({ transactionPosted }) => transactionPosted.transaction.id)).toEqual(
      [touching.id, again.id],
    );
    await watching.stop();
  });

  it('of each company sees its own postings only, each once and in order', async () => {
    const second = system.company(1);
    const ours = chief.subscribe<Posted>(POSTED, { after: await now() });
    const theirs = second.as('auditor').subscribe<Posted>(POSTED, { after: await now(second) });
    const posts = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        record(index % 2 === 0 ? chief : second.as('chief_accountant'), sale('1.00')),
      ),
    );
    const idsOf = (parity: number) =>
      posts
        .filter((_, index) => index % 2 === parity)
        .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
        .map(({ id }) => id);
    const seenBy = async (watching: typeof ours) =>
      (await watching.upTo(20)).map(({ transactionPosted }) => transactionPosted.transaction.id);
    expect(await seenBy(ours)).toEqual(idsOf(0));
    expect(await seenBy(theirs)).toEqual(idsOf(1));
    await Promise.all([ours.stop(), theirs.stop()]);
  });
});

describe('a subscriber that loses its connection again and again', () => {
  it('resumes by its last cursor and sees each posting exactly once, while posting goes on', async () => {
    const TOTAL = 300;
    let cursor = await now();
    const posting = (async () => {
      for (let sent = 0; sent < TOTAL; sent += 10) {
        await Promise.all(Array.from({ length: 10 }, () => record(chief, sale('1.00'))));
      }
    })();
    const seen: Posted[] = [];
    while (seen.length < TOTAL) {
      const watching = chief.subscribe<Posted>(POSTED, { after: cursor });
      await watching.upTo(Math.min(1 + (seen.length % 37), TOTAL - seen.length));
      await watching.stop();
      seen.push(...watching.seen);
      cursor = seen.at(-1)?.transactionPosted.cursor ?? cursor;
    }
    await posting;
    expect(seqs(seen)).toEqual(countFrom(seqs(seen)[0] ?? 0, TOTAL));
    expect(new Set(seen.map(({ transactionPosted }) => transactionPosted.transaction.id)).size).toBe(TOTAL);
  });

  it('is refused a cursor that is none', async () => {
    for (const after of ['', 'rubbish', 'NTA~1', '-1', 'a'.repeat(600)]) {
      const watching = chief.subscribe(POSTED, { after });
      const { errors } = await watching.ended;
      expect([after, errors?.[0]?.extensions]).toMatchObject([
        after,
        { code: 'BAD_USER_INPUT', field: 'after' },
      ]);
      await watching.stop();
    }
  });
});

describe('a socket', () => {
  it('without a token is refused with 4401, with a false one with 4403', async () => {
    expect((await system.anonymous.subscribe(POSTED).ended).closeCode).toBe(4401);
    expect((await createCaller(system.url, 'rubbish').subscribe(POSTED).ended).closeCode).toBe(4403);
    const expired = createCaller(system.url, await company.token('auditor', -1));
    expect((await expired.subscribe(POSTED).ended).closeCode).toBe(4403);
  });

  it('is closed with 4403 at the moment its token expires, and not before', async () => {
    const began = Date.now();
    const after = await now();
    const caller = createCaller(system.url, await company.token('auditor', 2));
    const watching = caller.subscribe<Posted>(POSTED, { after });
    await record(chief, sale('1.00'));
    await watching.upTo(1);
    expect((await watching.ended).closeCode).toBe(4403);
    expect(Date.now() - began).toBeGreaterThan(900);
    expect(Date.now() - began).toBeLessThan(6_000);
  });

  it('answers queries and mutations too', async () => {
    const watching = chief.subscribe<{ account: { code: string } }>('{ account(code: "1110") { code } }');
    expect(await watching.upTo(1)).toEqual([{ account: { code: '1110' } }]);
    expect(await watching.ended).toEqual({});
    await watching.stop();
  });

  it('is closed with 1001 when the gateway stops, and the books are whole', async () => {
    const own = await startSystem();
    const caller = own.company(0).as('chief_accountant');
    const watching = [1, 2, 3].map(() => caller.subscribe<Posted>(POSTED, { after: 'MA' }));
    await record(caller, sale('1.00'));
    await Promise.all(watching.map((one) => one.upTo(1)));
    const closing = own.close();
    const ends = await Promise.all(watching.map((one) => one.ended));
    expect(ends.map(({ closeCode }) => closeCode)).toEqual([1001, 1001, 1001]);
    await closing;
  });
});
