import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { postgresError, toDomainError, type ConstraintTable, type DrizzleTransaction } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { BuiltInRole } from '#shared/domain/permissions.ts';
import { requirePrincipal, type IdentityContext } from '../context.ts';
import { checkedKey, digestOf, keyReused } from '../idempotency.ts';
import { decideCompanyChanges, decideFounding, type CompanyChanges, type GivenCompany } from './decide.ts';
import { companies } from './tables.ts';

/** Whoever founds a company may do everything in it. */
const FOUNDERS_ROLES: readonly BuiltInRole[] = ['admin', 'chief_accountant'];

const CONSTRAINTS: ConstraintTable = {
  // Whose it is, is nobody's business.
  companies_tax_id_unique: () =>
    new DomainError('CONFLICT', 'taxId: a company with this tax id is here already', { field: 'taxId' }),
  foundings_founder_exists: () => new DomainError('FORBIDDEN', 'Only a user founds a company.'),
  foundings_most_a_day: (error) =>
    new DomainError('RATE_LIMITED', 'too many companies were founded in a day', {
      retryAfter: Number(error.detail),
    }),
};

/**
 * Founds a company: its row, the founder's membership and the order to open its books, in one transaction. Answers
 * its identifier.
 */
export async function createCompany(
  { caller, database, security, settings }: IdentityContext,
  { idempotencyKey, ...given }: GivenCompany & { readonly idempotencyKey?: string | null | undefined },
): Promise<string> {
  const { userId, partner } = requirePrincipal(caller);
  if (partner !== undefined) throw new DomainError('FORBIDDEN', 'Only a user founds a company.');
  const key = checkedKey(idempotencyKey);
  const { name, nameEn, taxId, firstFiscalYear } = given;
  const digest = digestOf([name, nameEn ?? null, taxId ?? null, firstFiscalYear ?? null]);
  const companyId = uuidv7();
  try {
    return await database.inCompany(
      companyId,
      async (db) => {
        const company = decideFounding(given, await yearInGeorgia(db));
        const roles = `{${FOUNDERS_ROLES.join(',')}}`;
        const [row] = await db.execute<{ id: string }>(sql`
          /* foundCompany */ select identity.found_company(
            ${companyId}::uuid, ${company.name}, ${company.nameEn}, ${company.taxId}, ${userId}::uuid,
            ${roles}::text[], ${company.firstFiscalYear}::int, ${company.lastFiscalYear}::int, ${key}, ${digest},
            ${settings.companiesPerDay}::int) as id`);
        if (row?.id === companyId) {
          await security.record(
            { kind: 'COMPANY_CREATED', companyId, actorId: userId, subjectId: companyId },
            caller,
            db,
          );
        }
        return row?.id ?? companyId;
      },
      'write',
    );
  } catch (error) {
    if (postgresError(error)?.constraint_name === 'foundings_key_reused') throw keyReused(key ?? '');
    throw toDomainError(error, CONSTRAINTS);
  }
}

/** Changes the company of the caller. */
export async function updateCompany(
  { caller, database }: IdentityContext,
  changes: CompanyChanges,
): Promise<void> {
  const after = decideCompanyChanges(changes);
  if (Object.keys(after).length === 0) return;
  try {
    await database.inCompany(
      requirePrincipal(caller).companyId,
      (db, companyId) => db.update(companies).set(after).where(eq(companies.id, companyId)),
      'write',
    );
  } catch (error) {
    throw toDomainError(error, CONSTRAINTS);
  }
}

/** Fiscal years change at midnight in Tbilisi. */
async function yearInGeorgia(db: DrizzleTransaction): Promise<number> {
  const [row] = await db.execute<{ year: number }>(
    sql`/* yearInGeorgia */ select extract(year from now() at time zone 'Asia/Tbilisi')::int as year`,
  );
  if (row === undefined) throw new Error('the database does not know the year');
  return row.year;
}
