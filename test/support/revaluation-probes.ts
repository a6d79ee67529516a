import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

const KEY = 'their-key';
/** The revaluation that the second company has in force, and where its page ends. */
let theirs = { revaluation: '', cursor: '' };

const REVALUE = writing(
  'revalueForeignCurrency',
  'RevalueForeignCurrencyInput',
  'revaluation { gain loss lines { amount } }',
);
const REVERSE = writing('reverseRevaluation', 'ReverseRevaluationInput', 'revaluation { gain }');
const DAY = '2026-03-30';
const rate = { currency: 'USD', rate: '2.71', reason: 'x' };

/** Has the second company receive dollars and revalue them twice, the first time under the key `their-key`. */
export async function revalueTheirs(them: Caller): Promise<void> {
  const open = writing('createAccount', 'CreateAccountInput', 'account { id }');
  await them.query(open, input({ code: '8140', name: SECRET, type: 'REVENUE' }));
  await them.query(open, input({ code: '8240', name: SECRET, type: 'EXPENSE' }));
  await them.query(
    writing('recordTransaction', 'TransactionInput', 'transaction { id }'),
    input({
      date: '2026-03-15',
      description: SECRET,
      entries: [
        { accountCode: '1220', debit: '70.00', exchangeRate: '2.70' },
        { accountCode: '5150', credit: '189.00' },
      ],
    }),
  );
  const ids: string[] = [];
  for (const more of [{ idempotencyKey: KEY, date: DAY }, { date: '2026-03-31' }]) {
    const { revalueForeignCurrency } = await them.query<{
      revalueForeignCurrency: { revaluation: { id: string } };
    }>(
      writing('revalueForeignCurrency', 'RevalueForeignCurrencyInput', 'revaluation { id }'),
      input({ ...more, rates: [{ ...rate, reason: SECRET }] }),
    );
    ids.push(revalueForeignCurrency.revaluation.id);
  }
  const [ended, revaluation = ''] = ids;
  await them.query(REVERSE, input({ id: ended, reason: SECRET, idempotencyKey: KEY }));
  const { revaluations } = await them.query<{ revaluations: { pageInfo: { endCursor: string } } }>(
    '{ revaluations(first: 1) { pageInfo { endCursor } } }',
  );
  theirs = { revaluation, cursor: revaluations.pageInfo.endCursor };
}

/** What the first company may try with revaluations of the second. */
export function revaluationProbes(): Probes {
  return {
    'Query.revaluation(id)': probe(
      'query ($v: ID!) { revaluation(id: $v) { gain lines { amount } } }',
      (v) => ({ v }),
      () => theirs.revaluation,
    ),
    'Query.revaluations(after)': pageAfter('revaluations', 'gain', () => theirs.cursor),
    'Mutation.revalueForeignCurrency(input.rates.currency)': probe(
      REVALUE,
      (currency) => input({ date: DAY, rates: [{ ...rate, currency }] }),
      () => 'SECRETCOIN',
      () => 'NOWHERECOIN',
    ),
    'Mutation.revalueForeignCurrency(input.idempotencyKey)': probe(
      REVALUE,
      (idempotencyKey) => input({ date: DAY, rates: [rate], currencies: ['XYZ'], idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.reverseRevaluation(input.id)': probe(
      REVERSE,
      (id) => input({ id, reason: 'x' }),
      () => theirs.revaluation,
    ),
    'Mutation.reverseRevaluation(input.idempotencyKey)': probe(
      REVERSE,
      (idempotencyKey) => input({ id: theirs.revaluation, reason: 'x', idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
  };
}
