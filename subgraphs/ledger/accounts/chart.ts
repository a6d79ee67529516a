import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parse } from 'csv-parse/sync';
import { badInput } from '#shared/domain/errors.ts';
import type { AccountDraft } from '../ledger.ts';

const ACCOUNTS_FILE = new URL('./chart-of-accounts.csv', import.meta.url);
const HEADINGS_FILE = new URL('./chart-of-accounts-headings.csv', import.meta.url);

const REQUIRED_COLUMNS = ['code', 'name_ka', 'name_en', 'type'] as const;

const optionalText = z
  .string()
  .default('')
  .transform((text) => (text === '' ? undefined : text));

const accountRow = z.object({
  code: z.string().min(1, 'a code is needed'),
  name_ka: optionalText,
  name_en: optionalText,
  type: z.enum(['ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE']),
  normal_side: optionalText.pipe(z.enum(['DEBIT', 'CREDIT']).optional()),
  role: optionalText,
  parent: optionalText,
  currency: optionalText,
});

/**
 * The Georgian chart of accounts as a tree: classes (1000), groups (1100), accounts (1110), parents before
 * their children, so that it can be opened in this order.
 */
export function loadChart(): AccountDraft[] {
  const headings = parseAccounts(readFileSync(HEADINGS_FILE, 'utf8')).map((heading) => ({
    ...heading,
    isHeading: true,
  }));
  const groups = new Set(headings.map((heading) => heading.code));
  const accounts = parseAccounts(readFileSync(ACCOUNTS_FILE, 'utf8')).map((account) => {
    const parentCode = `${account.code.slice(0, 2)}00`;
    if (!groups.has(parentCode)) throw badInput('code', account.code, `the chart has no group ${parentCode}`);
    return { ...account, parentCode };
  });
  const chart = [...headings, ...accounts];
  refuseRepeatedCodes(chart);
  return parentsFirst(chart);
}

/**
 * Reads accounts from CSV text with the columns `code,name_ka,name_en,type` and, where they are there,
 * `normal_side,role,parent,currency`. Other columns are left alone.
 */
export function parseAccounts(text: string): AccountDraft[] {
  const rows = parse(text, {
    bom: true,
    skip_empty_lines: true,
    columns: (header: string[]) => {
      for (const column of REQUIRED_COLUMNS) {
        if (!header.includes(column)) throw badInput(column, header.join(','), 'the column is missing');
      }
      return header;
    },
    info: true,
  }) as unknown as { record: unknown; info: { lines: number } }[];
  const accounts = rows.map(({ record, info }) => accountFrom(record, info.lines));
  refuseRepeatedCodes(accounts);
  return accounts;
}

function accountFrom(record: unknown, line: number): AccountDraft {
  const parsed = accountRow.safeParse(record);
  if (!parsed.success) {
    const fault = parsed.error.issues[0];
    const column = String(fault?.path[0] ?? 'row');
    throw badInput(column, record, `line ${line}: ${fault?.message ?? 'malformed'}`);
  }
  const row = parsed.data;
  if (row.name_ka === undefined && row.name_en === undefined) {
    throw badInput('name_ka', record, `line ${line}: a name is needed`);
  }
  return {
    code: row.code,
    names: {
      ...(row.name_ka === undefined ? {} : { ka: row.name_ka }),
      ...(row.name_en === undefined ? {} : { en: row.name_en }),
    },
    type: row.type,
    ...(row.normal_side === undefined ? {} : { normalSide: row.normal_side }),
    ...(row.role === undefined ? {} : { role: row.role }),
    ...(row.parent === undefined ? {} : { parentCode: row.parent }),
    ...(row.currency === undefined ? {} : { currency: row.currency }),
  };
}

function refuseRepeatedCodes(accounts: readonly AccountDraft[]): void {
  const seen = new Set<string>();
  for (const { code } of accounts) {
    if (seen.has(code)) throw badInput('code', code, 'the code occurs twice');
    seen.add(code);
  }
}

/** Orders accounts so that each comes after its parent; a parent that is not among them is left to the ledger. */
export function parentsFirst(accounts: readonly AccountDraft[]): AccountDraft[] {
  const byCode = new Map(accounts.map((account) => [account.code, account]));
  const placed = new Set<string>();
  const ordered: AccountDraft[] = [];
  const place = (account: AccountDraft, below: readonly string[]): void => {
    if (placed.has(account.code)) return;
    if (below.includes(account.code)) throw badInput('parent', account.code, 'the account is above itself');
    const parent = account.parentCode === undefined ? undefined : byCode.get(account.parentCode);
    if (parent !== undefined) place(parent, [...below, account.code]);
    placed.add(account.code);
    ordered.push(account);
  };
  for (const account of accounts) place(account, []);
  return ordered;
}
