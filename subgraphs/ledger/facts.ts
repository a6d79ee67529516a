import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { ISO_4217 } from '#shared/domain/currencies.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { monthKey } from '#shared/domain/date.ts';
import type { LockArea } from './locks/lock.ts';

/** What decisions need to know of an account. */
export interface AccountFact {
  readonly id: string;
  readonly code: string;
  readonly currency: string | null;
  readonly isHeading: boolean;
  readonly isActive: boolean;
  readonly parentId: string | null;
}

/** Settings of the company that decisions depend on. */
export interface SettingsFact {
  readonly approverMustDiffer: boolean;
}

export interface PeriodFact {
  readonly year: number;
  readonly month: number;
  readonly status: 'OPEN' | 'CLOSED';
}

/** Leave for a user to go past the lock of an area. */
export interface LockExceptionFact {
  readonly id: string;
  readonly area: LockArea;
  readonly userId: string;
  /** When it ends, as a moment of ISO 8601. */
  readonly until: string;
}

export interface LedgerFactsSource {
  readonly referenceSeq: number;
  readonly accounts: readonly AccountFact[];
  readonly periods: readonly PeriodFact[];
  /** Years that are closed as a whole: what they earned is in retained earnings. */
  readonly closedYears: readonly number[];
  readonly currencies: readonly { readonly code: string; readonly minorUnits: number }[];
  readonly settings: SettingsFact;
  /** The account of each role that the ledger's own documents are posted on, by its id; null where the chart has none. */
  readonly postingAccounts: Readonly<Record<string, string | null>>;
  /** The last locked day of each area that is locked. */
  readonly lockDates: Readonly<Partial<Record<LockArea, CalendarDate>>>;
  /** Exceptions from locks that were not revoked. */
  readonly lockExceptions: readonly LockExceptionFact[];
}

/**
 * The reference data of one company at one moment: chart, periods, currencies, settings. Decisions read it as
 * values; `referenceSeq` says which moment, and the append is refused as stale when the moment has passed.
 */
export class LedgerFacts {
  readonly referenceSeq: number;
  readonly settings: SettingsFact;
  readonly #source: LedgerFactsSource;
  readonly #accountsById = new Map<string, AccountFact>();
  readonly #accountsByCode = new Map<string, AccountFact>();
  readonly #periods = new Map<string, PeriodFact>();
  readonly #customCurrencies: ReadonlyMap<string, number>;

  /** The exceptions of whoever decides, by area. */
  readonly #exceptions: ReadonlyMap<LockArea, string>;

  constructor(source: LedgerFactsSource, exceptions: ReadonlyMap<LockArea, string> = new Map()) {
    this.#exceptions = exceptions;
    this.#source = source;
    this.referenceSeq = source.referenceSeq;
    this.settings = source.settings;
    for (const account of source.accounts) {
      this.#accountsById.set(account.id, account);
      this.#accountsByCode.set(account.code, account);
    }
    for (const period of source.periods) this.#periods.set(monthKey(period.year, period.month), period);
    this.#customCurrencies = new Map(source.currencies.map(({ code, minorUnits }) => [code, minorUnits]));
  }

  /** The facts as they will be when the account is opened. */
  withAccount(account: AccountFact): LedgerFacts {
    const accounts = [...this.#source.accounts, account];
    return new LedgerFacts({ ...this.#source, accounts }, this.#exceptions);
  }

  /** The facts as they are for a user at a moment: with the exceptions from locks that the user has then. */
  seenBy(userId: string, at: Date): LedgerFacts {
    const running = this.#source.lockExceptions.filter(
      (exception) => exception.userId === userId && new Date(exception.until) > at,
    );
    if (running.length === 0) return this;
    return new LedgerFacts(this.#source, new Map(running.map(({ area, id }) => [area, id])));
  }

  /**
   * Demands that an area is not locked on a day. Answers the exception by which it may be passed, null where none is needed.
   * @throws DomainError PERIOD_CLOSED.
   */
  demandUnlocked(date: CalendarDate, area: LockArea): string | null {
    const until = this.#source.lockDates[area];
    if (until === undefined || date > until) return null;
    const exception = this.#exceptions.get(area);
    if (exception !== undefined) return exception;
    throw new DomainError('PERIOD_CLOSED', `date: ${area} is locked until ${until}, so also on ${date}`, {
      field: 'date',
      value: date,
      area,
      until,
    });
  }

  hasPostingRole(role: string): boolean {
    return Object.hasOwn(this.#source.postingAccounts, role);
  }

  /** Whether the chart has an account for the purpose. */
  hasAccountFor(role: string): boolean {
    return this.accountById(this.#source.postingAccounts[role] ?? '') !== undefined;
  }

  /**
   * The account that the ledger's own documents are posted on for a purpose.
   * @throws DomainError NOT_FOUND when the chart has none, ACCOUNT_INACTIVE; the field is the role.
   */
  postingAccount(role: string): AccountFact {
    if (!this.hasPostingRole(role)) throw new Error(`there is no role ${role} of posting accounts`);
    const account = this.accountById(this.#source.postingAccounts[role] ?? '');
    return this.demandPostable(account, `postingAccounts.${role}`, account?.code ?? role);
  }

  accountByCode(code: string): AccountFact | undefined {
    return this.#accountsByCode.get(code);
  }

  accountById(id: string): AccountFact | undefined {
    return this.#accountsById.get(id);
  }

  hasChildren(accountId: string): boolean {
    for (const account of this.#accountsById.values()) if (account.parentId === accountId) return true;
    return false;
  }

  /** All periods, the earliest first. */
  get periods(): readonly PeriodFact[] {
    return [...this.#periods].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, period]) => period);
  }

  isYearClosed(year: number): boolean {
    return this.#source.closedYears.includes(year);
  }

  hasYear(year: number): boolean {
    return this.#periods.has(monthKey(year, 1));
  }

  period(year: number, month: number): PeriodFact | undefined {
    return this.#periods.get(monthKey(year, month));
  }

  /** Decimals of the currency's smallest unit; undefined for a code that neither ISO 4217 nor the company knows. */
  minorUnits(currency: string): number | undefined {
    return ISO_4217.get(currency) ?? this.#customCurrencies.get(currency);
  }

  /** @throws DomainError PERIOD_CLOSED when the date's period is closed or was never opened. */
  demandOpenPeriod(date: CalendarDate, field: string): void {
    const period = this.#periods.get(date.slice(0, 7));
    if (period?.status === 'OPEN') return;
    const why =
      period === undefined ? 'no accounting period was opened for' : 'the accounting period is closed on';
    throw new DomainError('PERIOD_CLOSED', `${field}: ${why} ${date}`, { field, value: date });
  }

  /** @throws DomainError NOT_FOUND, or ACCOUNT_INACTIVE for a heading or a deactivated account. */
  demandPostable(account: AccountFact | undefined, field: string, given: string): AccountFact {
    if (account === undefined) throw notFound(field, given);
    if (account.isHeading || !account.isActive) {
      const why = account.isHeading ? 'is a heading and takes no postings' : 'is inactive';
      throw new DomainError('ACCOUNT_INACTIVE', `${field}: account ${account.code} ${why}`, {
        field,
        value: given,
      });
    }
    return account;
  }

  /** @throws DomainError BAD_USER_INPUT for an unknown currency. */
  demandMinorUnits(currency: string, field: string): number {
    const minorUnits = this.minorUnits(currency);
    if (minorUnits === undefined)
      throw badInput(field, currency, 'not a currency of ISO 4217 or of the company');
    return minorUnits;
  }
}
