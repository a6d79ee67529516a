import { sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import type { IdentityDatabase } from '../database.ts';
import { newRecoveryCodes, newSecret, readCode, secretUri, stepOf } from './codes.ts';
import { decideSecondFactor, type GivenCode, type SecondFactorDecision } from './decide.ts';
import { factorOf, useRecoveryCode, useStep, type Factor } from './queries.ts';

/** The second factor of users: codes of a device, and recovery codes for the day when it is lost. */
export interface SecondFactors {
  /** Checks what was given at a sign-in, and uses it up: neither kind of code is good twice. */
  check(
    userId: string,
    given: string | null | undefined,
  ): Promise<{ decision: SecondFactorDecision; given: GivenCode }>;
  /** Makes a secret for a device, in the place of one that was not confirmed. */
  begin(user: { readonly id: string; readonly email: string }): Promise<{ secret: string; uri: string }>;
  /**
   * Enables the factor once the device has shown a code; answers the recovery codes, or undefined for a wrong code.
   * `also` runs in the same transaction.
   */
  confirm(userId: string, code: string, also: Also): Promise<string[] | undefined>;
  /** Puts new recovery codes in the place of the old ones. */
  regenerate(userId: string, code: string, also: Also): Promise<string[] | undefined>;
  /** Takes the factor away; answers false for a wrong code. */
  disable(userId: string, code: string, also: Also): Promise<boolean>;
}

type Also = (db: DrizzleTransaction) => Promise<void>;

export function createSecondFactors(options: {
  readonly database: IdentityDatabase;
  readonly sealing: Sealing;
}): SecondFactors {
  const { database, sealing } = options;
  const digestOf = (userId: string, code: string): string =>
    sealing.digest(`recovery code ${userId} ${code}`);

  /** Uses up what was given; whichever transaction comes second finds it used. */
  async function useUp(
    db: DrizzleTransaction,
    userId: string,
    factor: Factor,
    text: string,
  ): Promise<Exclude<GivenCode, 'NOTHING'>> {
    const read = readCode(text);
    if (read === null) return 'WRONG';
    if (read.kind === 'RECOVERY_CODE') {
      if (!factor.isConfirmed) return 'WRONG';
      return (await useRecoveryCode(db, userId, digestOf(userId, read.code))) ? 'RECOVERY_CODE' : 'WRONG';
    }
    const step = stepOf(sealing.open(factor.sealedSecret, userId), read.code);
    if (step === null) return 'WRONG';
    return (await useStep(db, userId, step)) ? 'CODE' : 'WRONG';
  }

  async function giveRecoveryCodes(db: DrizzleTransaction, userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await db.execute(
      sql`/* dropRecoveryCodes */ delete from identity.recovery_codes where user_id = ${userId}`,
    );
    const rows = codes.map((code) => sql`(${userId}, ${digestOf(userId, code.replace('-', ''))})`);
    await db.execute(sql`
      /* giveRecoveryCodes */ insert into identity.recovery_codes (user_id, code_digest)
      values ${sql.join(rows, sql`, `)}`);
    return codes;
  }

  return {
    check: (userId, given) =>
      database.asUser(
        userId,
        async (db) => {
          const factor = await factorOf(db, userId);
          const isEnabled = factor?.isConfirmed === true;
          const code =
            !isEnabled || given === null || given === undefined || given === ''
              ? 'NOTHING'
              : await useUp(db, userId, factor, given);
          return { decision: decideSecondFactor({ isEnabled, given: code }), given: code };
        },
        'write',
      ),

    begin: (user) =>
      database.asUser(
        user.id,
        async (db) => {
          const secret = newSecret();
          const begun = await db.execute(sql`
            /* beginSecondFactor */ insert into identity.second_factors as f (user_id, sealed_secret)
            values (${user.id}, ${sealing.seal(secret, user.id)})
            on conflict (user_id) do update
              set sealed_secret = excluded.sealed_secret, created_at = now(), last_step = 0
              where f.confirmed_at is null
            returning 1`);
          if (begun.length === 0) throw alreadyEnabled();
          return { secret, uri: secretUri(secret, user.email) };
        },
        'write',
      ),

    confirm: (userId, code, also) =>
      database.asUser(
        userId,
        async (db) => {
          const factor = await factorOf(db, userId);
          if (factor === undefined) throw notBegun();
          if (factor.isConfirmed) throw alreadyEnabled();
          if ((await useUp(db, userId, factor, code)) === 'WRONG') return undefined;
          await db.execute(
            sql`/* confirmSecondFactor */ update identity.second_factors set confirmed_at = now() where user_id = ${userId}`,
          );
          await also(db);
          return giveRecoveryCodes(db, userId);
        },
        'write',
      ),

    regenerate: (userId, code, also) =>
      database.asUser(
        userId,
        async (db) => {
          const factor = await factorOf(db, userId);
          if (factor?.isConfirmed !== true) throw notEnabled();
          if ((await useUp(db, userId, factor, code)) === 'WRONG') return undefined;
          await also(db);
          return giveRecoveryCodes(db, userId);
        },
        'write',
      ),

    disable: (userId, code, also) =>
      database.asUser(
        userId,
        async (db) => {
          const factor = await factorOf(db, userId);
          if (factor?.isConfirmed !== true) throw notEnabled();
          if ((await useUp(db, userId, factor, code)) === 'WRONG') return false;
          await db.execute(
            sql`/* disableSecondFactor */ delete from identity.second_factors where user_id = ${userId}`,
          );
          await also(db);
          return true;
        },
        'write',
      ),
  };
}

function alreadyEnabled(): DomainError {
  return new DomainError('INVALID_TRANSITION', 'The second factor is enabled; disable it first.');
}

function notBegun(): DomainError {
  return new DomainError('INVALID_TRANSITION', 'There is no second factor to confirm; begin one first.');
}

function notEnabled(): DomainError {
  return new DomainError('INVALID_TRANSITION', 'No second factor is enabled.');
}
