import { v7 as uuidv7 } from 'uuid';
import type { Sql, TransactionSql } from '#db/client.ts';
import { BUILT_IN_ROLES, type BuiltInRole } from '#shared/domain/permissions.ts';
import { checkedEmail, checkedPassword } from './sessions/input.ts';
import { hashPassword } from './users/password.ts';

/**
 * Enters companies and users as the owner of the database, for the command line and the demo data. Each function may
 * be called again and again: what is there already stays as it is.
 */
export interface Entered {
  readonly id: string;
  /** False when it was there before. */
  readonly created: boolean;
}

export interface CompanyToEnter {
  readonly id?: string;
  readonly name: string;
  readonly nameEn?: string;
  /** Nine digits. */
  readonly taxId?: string;
}

export interface UserToEnter {
  readonly email: string;
  readonly name: string;
  /** Kept only when the user is new. Its hash does as well: hashing is slow on purpose, and many may be entered with one. */
  readonly password: string | { readonly hash: string };
  readonly language?: 'ka' | 'en' | 'ru';
}

export interface MembershipToEnter {
  readonly companyId: string;
  readonly roles: readonly BuiltInRole[];
}

/** Finds the company by the most telling thing given – id, else tax id, else name – or enters it. */
export async function ensureCompany(owner: Sql, company: CompanyToEnter): Promise<Entered> {
  return enteringAlone(owner, async (sql) => {
    const condition =
      company.id !== undefined
        ? sql`id = ${company.id}`
        : company.taxId !== undefined
          ? sql`tax_id = ${company.taxId}`
          : sql`name = ${company.name}`;
    const [known] = await sql<{ id: string }[]>`
      /* knownCompany */ select id from identity.companies where ${condition} order by created_at, id limit 1`;
    if (known !== undefined) return { id: known.id, created: false };
    const id = company.id ?? uuidv7();
    await sql`
      /* enterCompany */ insert into identity.companies (id, name, name_en, tax_id)
      values (${id}, ${company.name}, ${company.nameEn ?? null}, ${company.taxId ?? null})`;
    return { id, created: true };
  });
}

/** Finds the user by e-mail address or enters them, and gives them the memberships with exactly these roles. */
export async function ensureUser(
  owner: Sql,
  user: UserToEnter,
  memberships: readonly MembershipToEnter[],
): Promise<Entered> {
  const email = checkedEmail(user.email);
  const password = typeof user.password === 'string' ? checkedPassword(user.password) : user.password;
  const entered = await enteringAlone(owner, async (sql) => {
    const [known] = await sql<{ id: string }[]>`
      /* knownUser */ select id from identity.users where lower(email) = lower(${email})`;
    if (known !== undefined) return { id: known.id, created: false };
    const id = uuidv7();
    const hash = typeof password === 'string' ? await hashPassword(password) : password.hash;
    await sql`
      /* enterUser */ insert into identity.users (id, email, name, language, password_hash)
      values (${id}, ${email}, ${user.name}, ${user.language ?? 'ka'}, ${hash})`;
    return { id, created: true };
  });
  for (const { companyId, roles } of memberships)
    await ensureMembership(owner, entered.id, { companyId, roles });
  return entered;
}

/** Makes the user a member with exactly these roles, also when an earlier membership has ended. */
export async function ensureMembership(
  owner: Sql,
  userId: string,
  membership: MembershipToEnter,
): Promise<void> {
  for (const role of membership.roles) {
    if (!Object.hasOwn(BUILT_IN_ROLES, role)) throw new Error(`There is no role ${role}`);
  }
  await owner.begin(async (sql) => {
    // The owner, too, writes to a company only from inside it.
    await sql`select set_config('app.company_id', ${membership.companyId}, true)`;
    await sql`
      /* ensureMembership */ insert into identity.memberships (company_id, user_id, roles)
      values (${membership.companyId}, ${userId}, ${[...membership.roles]})
      on conflict (company_id, user_id) do update set roles = excluded.roles, ended_at = null`;
  });
}

/** The company with this id, tax id, name or English name; the one entered first when a name is shared. */
export async function findCompany(
  owner: Sql,
  term: string,
): Promise<{ id: string; name: string } | undefined> {
  const [company] = await owner<{ id: string; name: string }[]>`
    /* findCompany */ select id, name from identity.companies
    where ${term} in (id::text, tax_id, name, name_en)
    order by created_at, id limit 1`;
  return company;
}

/** The user with this e-mail address, whatever its case. */
export async function findUser(owner: Sql, email: string): Promise<{ id: string; name: string } | undefined> {
  const [user] = await owner<{ id: string; name: string }[]>`
    /* findUser */ select id, name from identity.users where lower(email) = lower(${email})`;
  return user;
}

const ENTERING = 'identity.seed';

/** Two that enter the same thing at once would both find nothing, so they come in one after the other. */
async function enteringAlone<T>(owner: Sql, work: (sql: TransactionSql) => Promise<T>): Promise<T> {
  const run = async (sql: TransactionSql): Promise<T> => {
    await sql`select pg_advisory_xact_lock(hashtext(${ENTERING}))`;
    return work(sql);
  };
  return (await owner.begin(run)) as T;
}
