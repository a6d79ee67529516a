import type { Database, TransactionSql } from '#db/client.ts';
import type { GroupMember } from './decide.ts';

/** A group as it stands. */
export interface ConsolidationGroup {
  readonly id: string;
  /** The company that leads it. */
  readonly leaderId: string;
  readonly nameKa: string;
  readonly nameEn: string | null;
  readonly members: readonly GroupMember[];
}

/** Groups that a company leads, by name. */
export function listGroups(database: Database, companyId: string): Promise<ConsolidationGroup[]> {
  return database.withCompany(companyId, async (sql) => {
    const groups = await sql<Omit<ConsolidationGroup, 'leaderId' | 'members'>[]>`
      /* consolidationGroups */ select id, name_ka as "nameKa", name_en as "nameEn" from reporting.consolidation_groups
      where company_id = ${companyId} order by name_ka collate "C", id`;
    const members = await sql<(GroupMember & { readonly groupId: string })[]>`
      /* consolidationMembers */ select group_id as "groupId", member_id as "companyId", ownership::text as ownership,
        from_date as "from", to_date as "to"
      from reporting.consolidation_members where company_id = ${companyId} order by group_id, position`;
    return groups.map((group) => ({
      ...group,
      leaderId: companyId,
      members: members.filter(({ groupId }) => groupId === group.id),
    }));
  });
}

/** A group that a company leads; null where it leads none of that id. */
export async function findGroup(
  database: Database,
  companyId: string,
  id: string,
): Promise<ConsolidationGroup | null> {
  return (await listGroups(database, companyId)).find((group) => group.id === id) ?? null;
}

/** Whether a company lets a group read its books; asked as that company, in whose rows the consent stands. */
export async function hasConsented(
  sql: TransactionSql,
  memberId: string,
  { id, leaderId }: Pick<ConsolidationGroup, 'id' | 'leaderId'>,
): Promise<boolean> {
  const rows = await sql`
    /* consolidationConsent */ select from reporting.consolidation_consents
    where company_id = ${memberId} and group_id = ${id} and parent_id = ${leaderId}`;
  return rows.length > 0;
}

/** A consent of this company. */
export interface GivenConsent {
  readonly groupId: string;
  readonly parentId: string;
  readonly givenAt: string;
}

/** To which groups a company has consented. */
export function listConsents(database: Database, companyId: string): Promise<GivenConsent[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<GivenConsent[]>`
      /* consolidationConsents */ select group_id as "groupId", parent_id as "parentId", given_at as "givenAt"
      from reporting.consolidation_consents where company_id = ${companyId} order by given_at, group_id`,
  );
}
