import type { Database, TransactionSql } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { parseScaled } from '#shared/domain/money.ts';
import { drawnUp, type Sheet } from '../statements/sheet.ts';
import { WHOLE } from './columns.ts';
import { hasConsented, type ConsolidationGroup } from './groups.ts';

/** A company whose statements are added up. */
export interface ReadMember {
  readonly companyId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly taxId: string | null;
  /** In ten-thousandths of a percent. */
  readonly share: bigint;
  readonly isLeader: boolean;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The companies of a group on some day of a span, the leader first. Each is asked as itself.
 * @throws DomainError FORBIDDEN naming a member that has not consented.
 */
export async function membersOf(
  database: Database,
  group: ConsolidationGroup,
  span: { readonly from: string; readonly to: string },
): Promise<ReadMember[]> {
  const leader = { companyId: group.leaderId, ownership: '100.0000', from: null, to: null };
  const members: ReadMember[] = [];
  for (const { companyId, ownership, from, to } of [leader, ...group.members]) {
    if ((from !== null && from > span.to) || (to !== null && to < span.from)) continue;
    const isLeader = companyId === group.leaderId;
    const named = await database.withCompany(companyId, async (sql) => {
      if (!isLeader) await demandConsent(sql, companyId, group);
      const [row] = await sql<{ name: string; name_en: string | null; tax_id: string | null }[]>`
        /* companyNamed */ select name, name_en, tax_id from identity_published.company_named()`;
      return row;
    });
    members.push({
      companyId,
      name: named?.name ?? companyId,
      nameEn: named?.name_en ?? null,
      taxId: named?.tax_id ?? null,
      share: isLeader ? WHOLE : parseScaled(ownership, 4, 'ownership'),
      isLeader,
      from,
      to,
    });
  }
  return members;
}

/** Reads the books of a member as that member, once more asking for its consent in the same snapshot. */
export function readAs<T>(
  database: Database,
  group: ConsolidationGroup,
  { companyId, isLeader }: ReadMember,
  days: Readonly<Record<string, string>>,
  work: (sheet: Sheet) => Promise<T>,
): Promise<T> {
  return drawnUp(database, companyId, { knownAt: null }, days, async (sheet) => {
    if (!isLeader) await demandConsent(sheet.sql, companyId, group);
    return work(sheet);
  });
}

async function demandConsent(
  sql: TransactionSql,
  companyId: string,
  group: ConsolidationGroup,
): Promise<void> {
  if (!(await hasConsented(sql, companyId, group)))
    throw new DomainError('FORBIDDEN', `groupId: the company ${companyId} has not consented to the group`, {
      field: 'groupId',
      value: group.id,
    });
}
