import type { Database } from '#db/client.ts';
import { ISO_4217 } from '#shared/domain/currencies.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { readNames } from '../counterparties/names.ts';
import { readEntries, type CardEntry, type EntryList } from '../general-ledger/entries.ts';
import type { EntryKey } from '../statements/entries.ts';
import type { ReportLanguage } from './report.ts';

/** Entries that are read at once. */
const PAGE = 5_000;

/** An entry with the name of its counterparty. */
export interface NamedEntry extends CardEntry {
  readonly counterparty: string | null;
}

/**
 * All entries of a list, page by page: a transaction a page, so that who reads slowly keeps no transaction open. All are
 * of the same postings, because those behind the position of the list are left out.
 */
export async function* everyEntry(
  database: Database,
  companyId: string,
  list: EntryList,
  language: ReportLanguage,
): AsyncGenerator<NamedEntry> {
  let after: EntryKey | null = null;
  let balance: Amount = list.opening;
  for (;;) {
    const page: NamedEntry[] = await database.withCompany(companyId, async (sql) => {
      const entries = await readEntries(sql, companyId, list, { after, limit: PAGE }, balance);
      const names = await readNames(
        sql,
        companyId,
        entries.map(({ counterpartyId }) => counterpartyId),
      );
      return entries.map((entry) => {
        const name = names.get(entry.counterpartyId ?? '');
        const counterparty = name === undefined ? null : inLanguage(name, language);
        return { ...entry, counterparty };
      });
    });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = [last.date, last.seq, last.line];
    balance = last.balance;
  }
}

/** A name in a language; Georgian where there is no other. */
export function inLanguage(
  { nameKa, nameEn }: { readonly nameKa: string; readonly nameEn: string | null },
  language: ReportLanguage,
): string {
  return language === 'en' ? (nameEn ?? nameKa) : nameKa;
}

/** An amount, empty when it is nothing. */
export function unlessZero(amount: Amount): string | null {
  return amount === 0n ? null : formatAmount(amount);
}

/** The amount in foreign currency as text, empty for lari. */
export function foreignAmount({ currency, currencyAmount }: CardEntry): string | null {
  return currency === 'GEL' ? null : formatAmount(currencyAmount, ISO_4217.get(currency) ?? 2);
}
