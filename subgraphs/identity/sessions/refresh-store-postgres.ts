import { sql } from 'drizzle-orm';
import type { IdentityDatabase } from '../database.ts';
import type { RefreshStore } from './refresh-store.ts';
import { refreshTokens } from './tables.ts';

/** Refresh tokens in PostgreSQL. Used ones stay until the session goes: that is how a stolen one is noticed. */
export function postgresRefreshStore(database: Pick<IdentityDatabase, 'asStranger'>): RefreshStore {
  return {
    find: (tokenHash) =>
      database.asStranger(async (db) => {
        const [row] = await db.execute<{ company_id: string | null; session_id: string | null }>(sql`
          /* sessionOfRefreshToken */ select company_id, session_id
          from identity.session_of_refresh_token(${tokenHash})`);
        if (row === undefined || row.company_id === null || row.session_id === null) return undefined;
        return { companyId: row.company_id, sessionId: row.session_id };
      }),

    async begin(db, { companyId, sessionId }, tokenHash) {
      await db.insert(refreshTokens).values({ tokenHash, companyId, sessionId });
    },

    async stateOf(db, { companyId, sessionId }, tokenHash, retrySeconds) {
      const [row] = await db.execute<{ is_used: boolean; sealed: string | null }>(sql`
        /* stateOfRefreshToken */
        select t.used_at is not null as is_used,
               case when t.used_at > clock_timestamp() - make_interval(secs => ${retrySeconds}::float8)
                     and next.used_at is null and next.token_hash is not null
                    then t.sealed_successor end as sealed
        from identity.refresh_tokens t
        left join identity.refresh_tokens next on next.token_hash = t.successor_hash
        where t.token_hash = ${tokenHash} and t.company_id = ${companyId} and t.session_id = ${sessionId}`);
      // Tokens go only with their session, and that is locked.
      if (row === undefined) throw new Error('a refresh token vanished from a locked session');
      if (!row.is_used) return { use: 'NEVER' };
      return row.sealed === null ? { use: 'BEFORE' } : { use: 'JUST_NOW', sealedSuccessor: row.sealed };
    },

    async rotate(db, { companyId, sessionId }, tokenHash, successor) {
      // Whoever holds the token before this one is not to be told of this one's successor for ever.
      await db.execute(sql`
        /* forgetSuccessor */ update identity.refresh_tokens set sealed_successor = null
        where company_id = ${companyId} and session_id = ${sessionId} and successor_hash = ${tokenHash}`);
      const used = await db.execute(sql`
        /* useRefreshToken */ update identity.refresh_tokens
        set used_at = clock_timestamp(), successor_hash = ${successor.hash}, sealed_successor = ${successor.sealed}
        where token_hash = ${tokenHash} and company_id = ${companyId} and session_id = ${sessionId}
          and used_at is null
        returning 1`);
      if (used.length !== 1) throw new Error('a refresh token was used behind the lock of its session');
      await db.insert(refreshTokens).values({ tokenHash: successor.hash, companyId, sessionId });
    },
  };
}
