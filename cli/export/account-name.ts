import type { ExportedTransaction } from '#ledger/ledger.ts';

type ExportedEntry = ExportedTransaction['entries'][number];

/** The five roots that plain-text accounting knows, by account type. */
const ROOTS = {
  ASSET: 'Assets',
  LIABILITY: 'Liabilities',
  EQUITY: 'Equity',
  REVENUE: 'Income',
  EXPENSE: 'Expenses',
} as const satisfies Record<ExportedEntry['accountType'], string>;

/**
 * Name of an account in hledger: `Assets:1110 ნაღდი ფული`. Colons part levels and two blanks end a name there,
 * a semicolon begins a comment, so none of them may be in it.
 */
export function hledgerAccount(entry: ExportedEntry): string {
  const code = entry.accountCode.replaceAll(':', '/');
  const name = nameBeside(entry).replaceAll(/[:;|]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  return `${ROOTS[entry.accountType]}:${code}${name === '' ? '' : ` ${name}`}`;
}

/**
 * Name of an account in beancount: `Assets:1110-ნაღდი-ფული`. A level begins with a capital letter or a digit and
 * holds letters, digits and hyphens only. What else a code holds is written as its number in hexadecimal, so
 * that two codes are never one account.
 */
export function beancountAccount(entry: ExportedEntry): string {
  const code = entry.accountCode.replaceAll(
    /[^A-Za-z0-9-]/g,
    (mark) => `-x${mark.charCodeAt(0).toString(16)}-`,
  );
  const name = nameBeside(entry)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  const level = `${code}${name === '' ? '' : `-${name}`}`;
  return `${ROOTS[entry.accountType]}:${/^[A-Z0-9]/.test(level) ? level : `A${level}`}`;
}

/** The name, unless it only says the code again. */
function nameBeside(entry: ExportedEntry): string {
  return entry.accountName === entry.accountCode ? '' : entry.accountName;
}

/** One line, whatever was in the text. */
export function onOneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what must go
  return text.replaceAll(/[\s\u0000-\u001f\u0085\u2028\u2029]+/g, ' ').trim();
}

/** Signed lari of an entry that has nothing in its currency; negative for a credit. */
export function lariOnly({
  debitGel,
  creditGel,
}: {
  readonly debitGel: string;
  readonly creditGel: string;
}): string {
  return /[1-9]/.test(debitGel) ? debitGel : `-${creditGel}`;
}
