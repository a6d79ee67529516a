import { randomBytes } from 'node:crypto';
import { openDatabase, type Database } from '#db/client.ts';
import { executeSubgraph, type SubgraphResponse } from '#shared/graphql/execute.ts';
import { createAccessTokenVerifier } from '#shared/platform/access-token.ts';
import type { KeyRing } from '#shared/platform/key-ring.ts';
import { generateSigningKey } from '#shared/platform/keys.ts';
import { createLog } from '#shared/platform/log.ts';
import type { Caller, Principal } from '#shared/platform/principal.ts';
import type { Redis } from '#shared/platform/redis.ts';
import { hashedOnce } from '#test/hashed-once.ts';
import { createTestDatabase } from '#test/database.ts';
import { ensureCompany, ensureUser } from '../seed.ts';
import { createIdentity, type Identity, type IdentityOptions } from '../subgraph.ts';

export const PASSWORD = 'demo-password';
const hashOfPassword = hashedOnce(PASSWORD);

export const CONFIG = {
  // Tests fail sign-ins on purpose, and those about throttling set their own figures.
  attempts: { perAccount: 1_000, perAddress: 1_000, seconds: 900 },
  accessTokenSeconds: 1800,
  refreshTokenSeconds: 604_800,
  tokenIssuer: 'davtari',
  tokenAudience: 'davtari-api',
};

/** Two companies with their users in a database of the test file's own, and the subgraph as its application role. */
export interface World {
  readonly identity: Identity;
  /** The application role's own view of the database. */
  readonly app: Database;
  readonly appUrl: string;
  /** The superuser, for whom row-level security does not exist. */
  readonly owner: Database;
  readonly first: string;
  readonly second: string;
  /** User ids by the part before the `@`; `both` is a member of both companies. */
  readonly users: Record<
    'accountant' | 'chief' | 'admin' | 'disabled' | 'former' | 'stranger' | 'secondChief' | 'both',
    string
  >;
  /** Runs one operation as nobody, or as whom an access token speaks of, from somewhere. */
  run(
    query: string,
    variables?: Record<string, unknown>,
    accessToken?: string,
    from?: Pick<Caller, 'address' | 'userAgent'>,
  ): Promise<SubgraphResponse>;
  signIn(email: string, companyId?: string): Promise<Tokens>;
  principalOf(accessToken: string): Promise<Principal>;
  /** Ends the subgraph and starts it anew, as another process would find things. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface WorldOptions {
  readonly config?: Partial<IdentityOptions['config']>;
  readonly redis?: Redis;
  /** Keys that are rotated meanwhile. */
  readonly accessToken?: KeyRing;
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const database = await createTestDatabase();
  const owner = openDatabase(database.ownerUrl, { max: 4 });
  const app = openDatabase(database.urlFor('identity'), { max: 4 });
  const { id: first } = await ensureCompany(owner.sql, {
    name: 'შპს დემო',
    nameEn: 'LLC Demo',
    taxId: '404123456',
  });
  const { id: second } = await ensureCompany(owner.sql, { name: 'შპს მეორე', nameEn: 'LLC Second' });
  const enter = async (email: string, name: string, ...memberships: Parameters<typeof ensureUser>[2]) =>
    (await ensureUser(owner.sql, { email, name, password: await hashOfPassword() }, memberships)).id;
  const users = {
    accountant: await enter('accountant@demo.ge', 'ანა', { companyId: first, roles: ['accountant'] }),
    chief: await enter('chief@demo.ge', 'ბექა', { companyId: first, roles: ['chief_accountant'] }),
    admin: await enter('admin@demo.ge', 'გიორგი', { companyId: first, roles: ['admin'] }),
    disabled: await enter('disabled@demo.ge', 'დათო', { companyId: first, roles: ['admin'] }),
    former: await enter('former@demo.ge', 'ელენე', { companyId: first, roles: ['admin'] }),
    stranger: await enter('stranger@demo.ge', 'ვანო'),
    secondChief: await enter('chief@second.ge', 'ზაზა', { companyId: second, roles: ['chief_accountant'] }),
    both: await enter(
      'both@demo.ge',
      'თამარ',
      { companyId: second, roles: ['tax_specialist'] },
      { companyId: first, roles: ['auditor'] },
    ),
  };
  await owner.sql`update identity.users set disabled_at = now() where id = ${users.disabled}`;
  await owner.sql`update identity.memberships set ended_at = now() where user_id = ${users.former}`;

  const log = createLog({ logLevel: 'silent' });
  const keys = {
    accessToken: options.accessToken ?? (await generateSigningKey()),
    secret: randomBytes(32),
  };
  const start = () =>
    createIdentity({
      databaseUrl: database.urlFor('identity'),
      keys,
      config: { ...CONFIG, ...options.config },
      ...(options.redis === undefined ? {} : { redis: options.redis }),
      log,
    });
  let identity = await start();
  const verifier = createAccessTokenVerifier(await identity.authority.keySet(), {
    issuer: CONFIG.tokenIssuer,
    audience: CONFIG.tokenAudience,
  });

  const run: World['run'] = async (query, variables = {}, accessToken, from = {}) => {
    const principal = accessToken === undefined ? null : await verifier.verify(accessToken);
    const caller = { principal, requestId: 'test', language: 'ka', ...from } as const;
    return executeSubgraph(identity, { query, variables, operationName: undefined, caller }, log);
  };

  return {
    get identity() {
      return identity;
    },
    async restart() {
      await identity.close();
      identity = await start();
    },
    app,
    appUrl: database.urlFor('identity'),
    owner,
    first,
    second,
    users,
    run,
    async signIn(email, companyId) {
      const { data, errors } = await run(SIGN_IN, { input: { email, password: PASSWORD, companyId } });
      if (data === undefined || data === null) throw new Error(`sign-in failed: ${JSON.stringify(errors)}`);
      return data['signIn'] as Tokens;
    },
    principalOf: (accessToken) => verifier.verify(accessToken),
    async close() {
      await Promise.all([identity.close(), app.close(), owner.close()]);
      await database.drop();
    },
  };
}

export const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    accessToken refreshToken expiresIn roles permissions user { id name email } company { id name nameEn }
  }
}`;
