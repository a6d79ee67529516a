import type { Sealing } from '#shared/platform/sealing.ts';
import type { BankOrder } from './queries.ts';

const COLUMNS = ['iban', 'beneficiary', 'amount', 'currency', 'purpose'];

/**
 * The payments as text for a bank, in the format `DAVTARI_CSV_1`: UTF-8, comma between columns, CRLF behind each row, a
 * heading, amounts with a decimal point. Nothing in it is taken for a formula by a spreadsheet.
 */
export function bankFile(orders: readonly BankOrder[], purpose: string, sealing: Sealing): string {
  const rows = orders.map(({ employeeId, accountSealed, firstName, lastName, amount }) => {
    if (accountSealed === null) throw new Error(`employee ${employeeId} has lost the account since`);
    const iban = sealing.open(accountSealed, employeeId);
    return [iban, `${firstName} ${lastName}`, amount, 'GEL', purpose];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
