import { sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';

export interface Factor {
  readonly sealedSecret: string;
  readonly isConfirmed: boolean;
}

/** The second factor of the user of the transaction, locked, whether it is enabled or only begun. */
export async function factorOf(db: DrizzleTransaction, userId: string): Promise<Factor | undefined> {
  const [row] = await db.execute<{ sealed_secret: string; is_confirmed: boolean }>(sql`
    /* factorOf */ select sealed_secret, confirmed_at is not null as is_confirmed
    from identity.second_factors where user_id = ${userId} for update`);
  return row === undefined ? undefined : { sealedSecret: row.sealed_secret, isConfirmed: row.is_confirmed };
}

/** Takes the code of a time step, unless it or a later one was taken before. */
export async function useStep(db: DrizzleTransaction, userId: string, step: number): Promise<boolean> {
  const taken = await db.execute(sql`
    /* useStep */ update identity.second_factors set last_step = ${step}
    where user_id = ${userId} and last_step < ${step} returning 1`);
  return taken.length > 0;
}

/** Takes a recovery code, unless it was taken before. */
export async function useRecoveryCode(
  db: DrizzleTransaction,
  userId: string,
  digest: string,
): Promise<boolean> {
  const taken = await db.execute(sql`
    /* useRecoveryCode */ update identity.recovery_codes set used_at = now()
    where user_id = ${userId} and code_digest = ${digest} and used_at is null returning 1`);
  return taken.length > 0;
}

/** Whether a second factor is asked for, and how many recovery codes are left. */
export interface SecondFactorState {
  readonly isEnabled: boolean;
  readonly recoveryCodesLeft: number;
}

export async function secondFactorState(db: DrizzleTransaction, userId: string): Promise<SecondFactorState> {
  const [row] = await db.execute<{ is_enabled: boolean; left: number }>(sql`
    /* secondFactorState */
    select exists (select from identity.second_factors
                   where user_id = ${userId} and confirmed_at is not null) as is_enabled,
           (select count(*)::int from identity.recovery_codes
            where user_id = ${userId} and used_at is null) as left`);
  return { isEnabled: row?.is_enabled ?? false, recoveryCodesLeft: row?.left ?? 0 };
}
