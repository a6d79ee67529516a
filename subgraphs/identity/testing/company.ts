import { v7 as uuid } from 'uuid';
import type { SubgraphResponse } from '#shared/graphql/execute.ts';
import { ensureCompany, ensureUser, type MembershipToEnter } from '../seed.ts';
import { PASSWORD, type World } from './world.ts';

/** A member of a test's own company, and how to ask in their name. */
export interface TestMember {
  readonly id: string;
  readonly email: string;
  /** Answers the data of the one root field. */
  ask<T = Record<string, unknown>>(query: string, input?: object): Promise<T>;
  /** Answers extensions and message of the refusal. */
  refusal(query: string, input?: object): Promise<Record<string, unknown>>;
  accessToken(): Promise<string>;
  refreshToken(): Promise<string>;
}

export interface TestCompany<Name extends string> {
  readonly id: string;
  readonly members: Readonly<Record<Name, TestMember>>;
}

/** A company of the test's own with members by name; each signs in when first asked. */
export async function createTestCompany<Name extends string>(
  world: World,
  roles: Readonly<Record<Name, MembershipToEnter['roles']>>,
): Promise<TestCompany<Name>> {
  const { id: companyId } = await ensureCompany(world.owner.sql, { name: `შპს ${uuid()}` });
  const members = {} as Record<Name, TestMember>;
  for (const name of Object.keys(roles) as Name[]) {
    const email = `${name}-${uuid()}@test.ge`;
    const user = { email, name, password: PASSWORD };
    const { id } = await ensureUser(world.owner.sql, user, [{ companyId, roles: roles[name] }]);
    members[name] = memberOf(world, { id, email, companyId });
  }
  return { id: companyId, members };
}

export function memberOf(
  world: World,
  { id, email, companyId }: { readonly id: string; readonly email: string; readonly companyId: string },
): TestMember {
  let session: ReturnType<World['signIn']> | undefined;
  const signedIn = () => (session ??= world.signIn(email, companyId));
  const run = async (query: string, input?: object) =>
    world.run(query, input === undefined ? {} : { input }, (await signedIn()).accessToken);
  return {
    id,
    email,
    accessToken: async () => (await signedIn()).accessToken,
    refreshToken: async () => (await signedIn()).refreshToken,
    ask: async <T>(query: string, input?: object) => rootOf(await run(query, input)) as T,
    refusal: async (query, input) => refusalOf(await run(query, input)),
  };
}

export function rootOf({ data, errors }: SubgraphResponse): unknown {
  if (errors !== undefined) throw new Error(`refused: ${JSON.stringify(errors)}`);
  return Object.values(data ?? {})[0];
}

export function refusalOf({ data, errors }: SubgraphResponse): Record<string, unknown> {
  const [error] = errors ?? [];
  if (error === undefined) throw new Error(`not refused: ${JSON.stringify(data)}`);
  return { ...error.extensions, message: error.message };
}

/** Security events of a company, the oldest first: kind, who, whom and what. */
export async function securityEvents(world: World, companyId: string): Promise<string[]> {
  const rows = await world.owner.sql<{ kind: string; subject: string | null; details: object }[]>`
    select kind, subject_id as subject, details from identity.security_events
    where company_id = ${companyId} and kind not in ('SIGNED_IN') order by recorded_at, id`;
  return rows.map(({ kind, subject, details }) => `${kind} ${String(subject)} ${JSON.stringify(details)}`);
}

/** Subjects whose access tokens were voided. */
export async function voided(world: World): Promise<string[]> {
  const rows = await world.owner.sql<{ subject: string }[]>`select subject from identity.access_revocations`;
  return rows.map(({ subject }) => subject);
}
