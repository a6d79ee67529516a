import type { CalendarDate } from '#shared/domain/date.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { ExciseLaw } from './excise/law.ts';
import { VatLaw } from './invoices/law.ts';
import { initialProfile, type TaxProfile } from './profile/profile.ts';

export interface TaxFactsSource {
  readonly referenceSeq: number;
  readonly profile: Omit<TaxProfile, 'version'>;
  /** Months, as `2026-02`, whose VAT return is submitted: their documents stand still. */
  readonly submittedMonths: readonly string[];
  readonly vatLaw: VatLaw;
  readonly exciseLaw: ExciseLaw;
  /** Account of the ledger by what it is for (see `tax.default_posting_accounts`). */
  readonly postingAccounts: Readonly<Record<string, string>>;
}

/**
 * What decisions of one company rest on, at one moment. `referenceSeq` says which moment, and the append is refused as
 * stale when the moment has passed.
 */
export class TaxFacts {
  readonly referenceSeq: number;
  readonly profile: Omit<TaxProfile, 'version'>;
  readonly vatLaw: VatLaw;
  readonly exciseLaw: ExciseLaw;
  readonly postingAccounts: Readonly<Record<string, string>>;
  readonly #submittedMonths: ReadonlySet<string>;

  constructor(source: TaxFactsSource) {
    this.referenceSeq = source.referenceSeq;
    this.profile = source.profile;
    this.vatLaw = source.vatLaw;
    this.exciseLaw = source.exciseLaw;
    this.postingAccounts = source.postingAccounts;
    this.#submittedMonths = new Set(source.submittedMonths);
  }

  /** Whether the company owes VAT on what it supplies on this day. */
  isVatRegistered(date: CalendarDate): boolean {
    return this.profile.vatRegistrations.some(({ from, to }) => from <= date && (to === null || date <= to));
  }

  isSubmitted(date: CalendarDate): boolean {
    return this.#submittedMonths.has(date.slice(0, 7));
  }

  /** @throws DomainError PERIOD_CLOSED when the VAT return of the date's month is submitted. */
  demandUnsubmitted(date: CalendarDate, field: string): void {
    if (!this.isSubmitted(date)) return;
    throw new DomainError(
      'PERIOD_CLOSED',
      `${field}: the VAT return of ${date.slice(0, 7)} is submitted; correct the return first`,
      { field, value: date },
    );
  }
}

/** Facts of a company that has said nothing yet; for tests of rules. */
export function factsOf(given: Partial<TaxFactsSource> = {}): TaxFacts {
  return new TaxFacts({
    referenceSeq: 0,
    profile: initialProfile,
    submittedMonths: [],
    vatLaw: new VatLaw({ units: [], grounds: [], figures: [] }),
    exciseLaw: new ExciseLaw({ groups: [], common: [], own: [] }),
    postingAccounts: {},
    ...given,
  });
}
