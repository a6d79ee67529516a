import type { ExportedTransaction } from '#ledger/ledger.ts';
import { beancountAccount, lariOnly, onOneLine } from './account-name.ts';

/** Accounts are opened before any transaction can be dated. */
const OPENED = '1900-01-01';

/**
 * Writes transactions as a beancount file that passes `bean-check`. A foreign amount carries its total in lari
 * (`@@`), so each transaction balances to the tetri. Accounts are opened where they first occur; beancount sorts
 * directives by date itself.
 */
export class BeancountWriter {
  private readonly opened = new Set<string>();

  header(company: string): string {
    return [
      `option "title" "${quoted(company)}"`,
      'option "operating_currency" "GEL"',
      // Beancount divides a total into a price of 28 digits and finds it off in the last one.
      'option "inferred_tolerance_default" "GEL:0.001"',
      '',
    ].join('\n');
  }

  transaction({ date, number, description, entries }: ExportedTransaction): string {
    const openings: string[] = [];
    const postings = entries.map((entry) => {
      const account = beancountAccount(entry);
      if (!this.opened.has(account)) {
        this.opened.add(account);
        openings.push(`${openings.length === 0 ? '\n' : ''}${OPENED} open ${account}\n`);
      }
      const note = entry.description === null ? '' : `    note: "${quoted(entry.description)}"\n`;
      const isDebit = /[1-9]/.test(entry.debit);
      // Lari that change what a foreign balance is carried at have no currency of their own to stand for.
      if (!isDebit && !/[1-9]/.test(entry.credit)) return `  ${account}  ${lariOnly(entry)} GEL\n${note}`;
      const amount = isDebit ? entry.debit : `-${entry.credit}`;
      const total = entry.currency === 'GEL' ? '' : ` @@ ${isDebit ? entry.debitGel : entry.creditGel} GEL`;
      return `  ${account}  ${amount} ${entry.currency}${total}\n${note}`;
    });
    const header = `${date} * "${quoted(description)}"\n  number: "${quoted(number)}"\n`;
    return `${openings.join('')}\n${header}${postings.join('')}`;
  }
}

function quoted(text: string): string {
  return onOneLine(text).replaceAll(/["\\]/g, (mark) => `\\${mark}`);
}
