import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { initialProfile, type TaxProfileDetails } from './profile.ts';
import { profiles } from './tables.ts';

/** The profile of the company; that of one that has said nothing yet is as every company begins. */
export async function readProfile(database: Database, companyId: string): Promise<TaxProfileDetails> {
  const [row] = await database.withCompanyDrizzle(companyId, (db) =>
    db
      .select({
        taxId: profiles.taxId,
        regime: profiles.regime,
        vatRegistrations: profiles.vatRegistrations,
      })
      .from(profiles)
      .where(eq(profiles.companyId, companyId)),
  );
  return row ?? initialProfile;
}
