import { and, asc, eq, gt, ilike, inArray, like, or, sql as expression, type SQL } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { AccountType } from './account.ts';
import { accounts } from './tables.ts';

export type AccountRow = typeof accounts.$inferSelect;

export interface AccountConditions {
  readonly types?: readonly AccountType[] | null | undefined;
  readonly isActive?: boolean | null | undefined;
  readonly isHeading?: boolean | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly codePrefix?: string | null | undefined;
  readonly search?: string | null | undefined;
}

/** Accounts by key, for loaders; what is not the company's is absent from the answer. */
export function findAccounts(
  database: Database,
  companyId: string,
  key: 'id' | 'code' | 'parentId',
  values: readonly string[],
): Promise<AccountRow[]> {
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(accounts)
      .where(and(eq(accounts.companyId, companyId), inArray(accounts[key], [...values])))
      .orderBy(asc(accounts.code)),
  );
}

/** One page of accounts in order of code, and how many match in all. */
export function listAccounts(
  database: Database,
  companyId: string,
  conditions: AccountConditions,
  page: Page<[string]>,
): Promise<{ rows: AccountRow[]; totalCount: number }> {
  const matching = and(...accountConditions(companyId, conditions));
  return database.withCompanyDrizzle(companyId, async (db) => ({
    rows: await db
      .select()
      .from(accounts)
      .where(page.after === null ? matching : and(matching, gt(accounts.code, page.after[0])))
      .orderBy(asc(accounts.code))
      .limit(page.limit),
    totalCount: await db.$count(accounts, matching),
  }));
}

function accountConditions(companyId: string, given: AccountConditions): (SQL | undefined)[] {
  return [
    eq(accounts.companyId, companyId),
    given.types ? inArray(accounts.type, [...given.types]) : undefined,
    typeof given.isActive === 'boolean' ? eq(accounts.isActive, given.isActive) : undefined,
    typeof given.isHeading === 'boolean' ? eq(accounts.isHeading, given.isHeading) : undefined,
    given.parentId ? eq(accounts.parentId, given.parentId) : undefined,
    given.codePrefix ? like(accounts.code, `${escapePattern(given.codePrefix)}%`) : undefined,
    given.search ? containing(given.search) : undefined,
  ];
}

function containing(search: string): SQL | undefined {
  const pattern = `%${escapePattern(search)}%`;
  const inNames = expression`exists (select from jsonb_each_text(${accounts.names}) n where n.value ilike ${pattern})`;
  return or(ilike(accounts.code, pattern), inNames);
}

/** Takes the wildcards of LIKE literally. */
export function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
