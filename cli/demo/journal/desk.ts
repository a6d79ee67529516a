import type { Random } from './random.ts';
import type { ForeignCurrency } from './exchange-rates.ts';

export interface Line {
  readonly account: string;
  readonly side: 'debit' | 'credit';
  /** Hundredths of the line's own currency. */
  readonly amount: bigint;
  /** The same in tetri. */
  readonly gel: bigint;
  readonly foreign?: { readonly currency: ForeignCurrency; readonly rate: string };
}

/** What a template writes: lines in balance, and what they change in who owes whom. */
export interface Posting {
  readonly description: string;
  readonly lines: readonly Line[];
  readonly owing?: { readonly party: string; readonly change: bigint };
  /** A foreign invoice that this posting opens (or, paid, closes). */
  readonly invoice?: { readonly party: string; readonly opens: ForeignInvoice | null };
}

export interface ForeignInvoice {
  readonly amount: bigint;
  readonly rate: string;
}

/**
 * The bookkeeper's desk: what the books say so far, so that what is invented next fits them. Nobody pays more
 * than is owed, sells what is not in stock or spends what is not in the bank. Its size does not grow with the
 * journal.
 */
export class Desk {
  readonly random: Random;
  date = '';
  private documentNumber = 0;
  private readonly balances = new Map<string, bigint>();
  private readonly foreignCash = new Map<ForeignCurrency, bigint>();
  private readonly owed = new Map<string, bigint>();
  private readonly invoices = new Map<string, ForeignInvoice>();

  constructor(random: Random) {
    this.random = random;
  }

  /** Debit minus credit of an account, tetri. */
  balance(account: string): bigint {
    return this.balances.get(account) ?? 0n;
  }

  cashIn(currency: ForeignCurrency): bigint {
    return this.foreignCash.get(currency) ?? 0n;
  }

  owedBy(party: string): bigint {
    return this.owed.get(party) ?? 0n;
  }

  openInvoice(party: string): ForeignInvoice | undefined {
    return this.invoices.get(party);
  }

  nextNumber(): string {
    this.documentNumber += 1;
    return String(this.documentNumber).padStart(5, '0');
  }

  /** True when the bank, the tills and the stock stay at zero or above after these lines. */
  affords(lines: readonly Line[]): boolean {
    return lines.every((line) => {
      if (line.side === 'debit') return true;
      if (line.account === '1220') {
        return line.foreign !== undefined && this.cashIn(line.foreign.currency) >= line.amount;
      }
      return !LIQUID.has(line.account) || this.balance(line.account) >= line.gel;
    });
  }

  /** Enters a posting; `sign` −1n takes back what it changed in who owes whom. */
  enter(posting: Posting, sign: 1n | -1n = 1n): void {
    for (const line of posting.lines) {
      const direction = line.side === 'debit' ? 1n : -1n;
      this.balances.set(line.account, this.balance(line.account) + direction * line.gel);
      if (line.account === '1220' && line.foreign !== undefined) {
        const { currency } = line.foreign;
        this.foreignCash.set(currency, this.cashIn(currency) + direction * line.amount);
      }
    }
    if (posting.owing !== undefined) {
      const { party, change } = posting.owing;
      this.owed.set(party, this.owedBy(party) + sign * change);
    }
    if (posting.invoice !== undefined) {
      const { party, opens } = posting.invoice;
      if (opens === null || sign === -1n) this.invoices.delete(party);
      else this.invoices.set(party, opens);
    }
  }
}

/** Cash, bank and goods: what cannot be below zero. */
const LIQUID = new Set(['1110', '1210', '1610']);

export function debit(account: string, gel: bigint): Line {
  return { account, side: 'debit', amount: gel, gel };
}

export function credit(account: string, gel: bigint): Line {
  return { account, side: 'credit', amount: gel, gel };
}
