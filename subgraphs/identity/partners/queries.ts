import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { DrizzleTransaction } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { partnerCompanies, partners } from './tables.ts';

/** A partner as one company sees it. */
export interface PartnerRow {
  readonly id: string;
  readonly name: string;
  readonly isOwn: boolean;
  /** What this company lets it do; empty without a consent that holds. */
  readonly scopes: string[];
  readonly limits: {
    readonly requestsPerMinute: number;
    readonly requestsPerHour: number;
    readonly costPerMinute: number;
  };
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface ConsentRow {
  readonly companyId: string;
  readonly scopes: string[];
  readonly since: string;
  readonly withdrawnAt: string | null;
}

/** Sort key of the list of partners. */
export const partnerCursor = z.tuple([z.string(), z.uuid()]);
export type PartnerKey = z.infer<typeof partnerCursor>;
export const keyOfPartner = (partner: PartnerRow): PartnerKey => [partner.name, partner.id];

/** A page of the partners that the company sees, by name as Georgians sort it. */
export async function partnersOfCompany(
  db: DrizzleTransaction,
  companyId: string,
  page: Page<PartnerKey>,
): Promise<PartnerRow[]> {
  const name = sql`${partners.name} collate "ka-x-icu"`;
  const behind =
    page.after === null
      ? undefined
      : sql`(${name}, ${partners.id}) > (${page.after[0]}, ${page.after[1]}::uuid)`;
  return selectPartners(db, companyId, behind).orderBy(name, partners.id).limit(page.limit);
}

export async function partnerById(
  db: DrizzleTransaction,
  companyId: string,
  id: string,
): Promise<PartnerRow | undefined> {
  const [row] = await selectPartners(db, companyId, eq(partners.id, id));
  return row;
}

/** Companies that consent, or did, as far as the transaction's company sees them. */
export async function consentsOf(db: DrizzleTransaction, partnerId: string): Promise<ConsentRow[]> {
  return db
    .select({
      companyId: partnerCompanies.companyId,
      scopes: partnerCompanies.scopes,
      since: partnerCompanies.consentedAt,
      withdrawnAt: partnerCompanies.withdrawnAt,
    })
    .from(partnerCompanies)
    .where(eq(partnerCompanies.partnerId, partnerId))
    .orderBy(asc(partnerCompanies.consentedAt), asc(partnerCompanies.companyId));
}

/** The company that created a partner, whoever asks. */
export async function ownerOfPartner(db: DrizzleTransaction, partnerId: string): Promise<string | undefined> {
  const [row] = await db.execute<{ owner: string | null }>(
    sql`/* ownerOfPartner */ select identity.owner_of_partner(${partnerId}::uuid) as owner`,
  );
  return row?.owner ?? undefined;
}

/** Partners with what the company lets them do. */
export function selectPartners(db: DrizzleTransaction, companyId: string, condition: SQL | undefined) {
  return db
    .select({
      id: partners.id,
      name: partners.name,
      isOwn: sql<boolean>`${partners.companyId} = ${companyId}::uuid`,
      scopes: sql<
        string[]
      >`case when ${partnerCompanies.withdrawnAt} is null then coalesce(${partnerCompanies.scopes}, '{}') else '{}' end`,
      limits: {
        requestsPerMinute: partners.requestsPerMinute,
        requestsPerHour: partners.requestsPerHour,
        costPerMinute: partners.costPerMinute,
      },
      createdBy: partners.createdBy,
      createdAt: partners.createdAt,
    })
    .from(partners)
    .leftJoin(
      partnerCompanies,
      and(eq(partnerCompanies.partnerId, partners.id), eq(partnerCompanies.companyId, companyId)),
    )
    .where(condition)
    .$dynamic();
}
