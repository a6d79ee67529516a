import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { input, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

const KEY = 'their-key';
const DAY = '2001-01-31';
/** A unit that the second company has registered, and one that nobody has. */
const [THEIRS, NOBODYS] = ['SECRETUNIT', 'NOWHEREUNIT'];

const SET = writing('setExchangeRate', 'SetExchangeRateInput', 'ownExchangeRate { rate changes { reason } }');
const WITHDRAW = writing(
  'withdrawExchangeRate',
  'WithdrawExchangeRateInput',
  'ownExchangeRate { changes { reason } }',
);
const given = { currency: 'EUR', date: DAY, rate: '3.1', reason: 'x' };

/** Has the second company set rates of its own, and withdraw one, under the key `their-key`. */
export async function setTheirRates(them: Caller): Promise<void> {
  await them.query(
    writing('registerCurrency', 'RegisterCurrencyInput', 'currency { code }'),
    input({ code: THEIRS, minorUnits: 2, name: SECRET }),
  );
  for (const currency of ['USD', THEIRS])
    await them.query(SET, input({ ...given, currency, rate: '77.77', reason: SECRET }));
  await them.query(SET, input({ ...given, rate: '77.77', reason: SECRET, idempotencyKey: KEY }));
  await them.query(WITHDRAW, input({ currency: 'EUR', date: DAY, reason: SECRET, idempotencyKey: KEY }));
}

/** What the first company may try with rates of the second. */
export function exchangeRateProbes(): Probes {
  const asking = (field: string, type: string) => [
    // What the second company has set for a currency of everybody's is as if nothing were set.
    probe(
      `query($v: String!) { ${field} { ${type} } }`,
      (v) => ({ v }),
      () => 'USD',
      () => 'CHF',
    ),
    probe(
      `query($v: String!) { ${field} { ${type} } }`,
      (v) => ({ v }),
      () => THEIRS,
      () => NOBODYS,
    ),
  ];
  return {
    'Query.exchangeRate(currency)': asking(`exchangeRate(currency: $v, date: "${DAY}")`, 'rate reason'),
    'Query.exchangeRates(currency)': asking(
      `exchangeRates(currency: $v, from: "${DAY}", to: "${DAY}")`,
      'rate reason',
    ),
    'Query.ownExchangeRates(currency)': asking(
      `ownExchangeRates(currency: $v, from: "${DAY}", to: "${DAY}")`,
      'rate changes { reason }',
    ),
    'Mutation.setExchangeRate(input.currency)': probe(
      SET,
      (currency) => input({ ...given, currency }),
      () => THEIRS,
      () => NOBODYS,
    ),
    'Mutation.setExchangeRate(input.idempotencyKey)': probe(
      writing('setExchangeRate', 'SetExchangeRateInput', 'ownExchangeRate { rate }'),
      (idempotencyKey) => input({ ...given, idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.withdrawExchangeRate(input.currency)': [
      probe(
        WITHDRAW,
        (currency) => input({ currency, date: DAY, reason: 'x' }),
        () => THEIRS,
        () => NOBODYS,
      ),
      probe(
        WITHDRAW,
        (currency) => input({ currency, date: DAY, reason: 'x' }),
        () => 'USD',
        () => 'CHF',
      ),
    ],
    'Mutation.withdrawExchangeRate(input.idempotencyKey)': probe(
      WITHDRAW,
      (idempotencyKey) => input({ currency: 'CHF', date: DAY, reason: 'x', idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
  };
}
