import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { NewEvent } from '#shared/domain/decider.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import type { PostingSource } from '#shared/domain/posting.ts';
import type { AccountFact, LedgerFacts } from '../facts.ts';
import { areaOf } from '../locks/lock.ts';
import { posted, usedBy } from './decide.ts';
import type { Entry } from './transaction.ts';

/** A change of what a balance in a foreign currency is carried at; the currency itself stays as it is. */
export interface LariChange {
  readonly accountId: string;
  readonly currency: string;
  readonly counterpartyId: string | null;
  /** Lari, positive for a debit; never zero. */
  readonly gel: Amount;
}

export interface LariOnlyTransaction {
  readonly id: string;
  readonly date: CalendarDate;
  readonly description: string;
  readonly source: PostingSource;
  readonly changes: readonly LariChange[];
  /** Roles of the accounts that take what was gained, and what was lost. */
  readonly gain: string;
  readonly loss: string;
}

/**
 * Records changes of carrying amounts against gain and loss: each line moves lari alone, with a currency amount and a rate of
 * zero. Only the ledger's own documents post so, and the database lets nobody else. Pure.
 * @throws DomainError ACCOUNT_INACTIVE, NOT_FOUND naming the role, PERIOD_CLOSED.
 */
export function recordLariOnly(given: LariOnlyTransaction, facts: LedgerFacts): NewEvent[] {
  const { id, date, description, source, changes } = given;
  facts.demandOpenPeriod(date, 'date');
  const exception = facts.demandUnlocked(date, areaOf(source));
  const sums = { gain: 0n, loss: 0n };
  const entries: Entry[] = changes.map(({ accountId, currency, counterpartyId, gel }, index) => {
    const known = facts.accountById(accountId);
    const account = facts.demandPostable(known, 'accountId', known?.code ?? accountId);
    if (gel > 0n) sums.gain += gel;
    else sums.loss -= gel;
    const zero = formatAmount(0n, facts.demandMinorUnits(currency, 'currency'));
    return {
      ...sides(index + 1, account, gel),
      currency,
      exchangeRate: '0',
      debit: zero,
      credit: zero,
      ...(counterpartyId !== null && { counterpartyId }),
    };
  });
  if (sums.gain > 0n) entries.push(inGel(entries.length + 1, facts.postingAccount(given.gain), -sums.gain));
  if (sums.loss > 0n) entries.push(inGel(entries.length + 1, facts.postingAccount(given.loss), sums.loss));
  const totalGel = formatAmount(sums.gain + sums.loss);
  return [posted(id, 1, { date, description, totalGel, entries, source }), ...usedBy(exception, id)];
}

function sides(line: number, { id, code }: AccountFact, gel: Amount) {
  return {
    line,
    accountId: id,
    accountCode: code,
    debitGel: formatAmount(gel > 0n ? gel : 0n),
    creditGel: formatAmount(gel > 0n ? 0n : -gel),
  };
}

function inGel(line: number, account: AccountFact, gel: Amount): Entry {
  const both = sides(line, account, gel);
  return {
    ...both,
    currency: FUNCTIONAL_CURRENCY,
    exchangeRate: '1',
    debit: both.debitGel,
    credit: both.creditGel,
  };
}
