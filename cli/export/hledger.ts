import type { ExportedTransaction } from '#ledger/ledger.ts';
import { hledgerAccount, lariOnly, onOneLine } from './account-name.ts';

/**
 * Writes transactions as an hledger journal. A foreign amount carries its total in lari (`@@`), so each
 * transaction balances to the tetri whatever the rate; commodities and accounts are declared where they first
 * occur, so the file passes `hledger --strict`.
 */
export class HledgerWriter {
  private readonly declared = new Set<string>();

  header(company: string): string {
    return `; ${onOneLine(company)}: journal exported by davtari\n\ncommodity 1000.00 GEL\n`;
  }

  transaction({ date, number, description, entries }: ExportedTransaction): string {
    const declarations: string[] = [];
    const postings = entries.map((entry) => {
      const account = hledgerAccount(entry);
      this.declare(declarations, `account ${account}`);
      const sign = isZero(entry.debit) ? '-' : '';
      const amount = isZero(entry.debit) ? entry.credit : entry.debit;
      const gel = isZero(entry.debit) ? entry.creditGel : entry.debitGel;
      const comment = entry.description === null ? '' : `  ; ${commentText(entry.description)}`;
      // Lari that change what a foreign balance is carried at have no currency of their own to stand for.
      if (isZero(entry.debit) && isZero(entry.credit))
        return `    ${account}  ${lariOnly(entry)} GEL${comment}\n`;
      if (entry.currency === 'GEL') return `    ${account}  ${sign}${amount} GEL${comment}\n`;
      const symbol = /^[A-Z]+$/.test(entry.currency) ? entry.currency : `"${entry.currency}"`;
      this.declare(declarations, `commodity ${zeroLike(amount)} ${symbol}`, symbol);
      return `    ${account}  ${sign}${amount} ${symbol} @@ ${gel} GEL${comment}\n`;
    });
    const header = `${date} (${number}) ${descriptionText(description)}`.trimEnd();
    return `${declarations.join('')}\n${header}\n${postings.join('')}`;
  }

  private declare(into: string[], directive: string, key = directive): void {
    if (this.declared.has(key)) return;
    this.declared.add(key);
    into.push(`${into.length === 0 ? '\n' : ''}${directive}\n`);
  }
}

/** A semicolon would begin a comment. */
function descriptionText(text: string): string {
  return onOneLine(text).replaceAll(';', ',');
}

/** In comments `name:` is a tag, `date:` and square brackets even change the date; a blank takes that away. */
function commentText(text: string): string {
  return onOneLine(text)
    .replaceAll(/(\S):/g, '$1 :')
    .replaceAll(/\[(?=[\d=/.-])/g, '[ ');
}

function isZero(amount: string): boolean {
  return /^[0.]*$/.test(amount);
}

/** hledger reads the number of decimals from the example in the declaration. */
function zeroLike(amount: string): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  return decimals === 0 ? '1000.' : `1000.${'0'.repeat(decimals)}`;
}
