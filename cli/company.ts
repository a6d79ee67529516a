import type { Sql } from '#db/client.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { BUILT_IN_ROLES, type Permission } from '#shared/domain/permissions.ts';
import { CommandFailure } from './exit.ts';

export interface Company {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly taxId: string | null;
}

/** Tax id of the demo company, by which it is known again. */
export const DEMO_TAX_ID = '404000001';

/**
 * Finds the company that a command is about: by id, name or tax id; when none is named the only one there is, or
 * the demo company.
 */
export async function chooseCompany(owner: Sql, wanted: string | undefined): Promise<Company> {
  const companies = await owner<Company[]>`
    /* companies */ select id, name, name_en as "nameEn", tax_id as "taxId"
    from identity.companies order by created_at, id`;
  if (companies.length === 0) {
    throw new CommandFailure('there is no company yet; make the demo company with: davtari seed --demo');
  }
  const matching =
    wanted === undefined
      ? companies
      : companies.filter(({ id, name, nameEn, taxId }) => [id, name, nameEn, taxId].includes(wanted));
  if (matching.length === 1) return matching[0] as Company;
  if (wanted === undefined) {
    const demo = companies.find(({ taxId }) => taxId === DEMO_TAX_ID);
    if (demo !== undefined) return demo;
  }
  const reason =
    wanted === undefined
      ? 'there are several companies; choose one with --company'
      : matching.length === 0
        ? `no company has the id, name or tax id ${wanted}`
        : `several companies are called ${wanted}; choose by id`;
  const list = (matching.length === 0 ? companies : matching).slice(0, 20).map(describe).join('\n  ');
  throw new CommandFailure(`${reason}:\n  ${list}`);
}

function describe({ id, name, taxId }: Company): string {
  return `${id}  ${name}${taxId === null ? '' : `  (${taxId})`}`;
}

interface Member {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly string[];
}

/**
 * Finds the user in whose name the books are changed: the one with this e-mail address, else a chief accountant
 * of the company, else an administrator. The user must be allowed to do it.
 */
export async function chooseActor(
  owner: Sql,
  company: Company,
  email: string | undefined,
  permissions: readonly Permission[],
): Promise<{ actor: Actor; email: string }> {
  const { members, ownRoles } = await owner.begin(async (sql) => {
    await sql`select set_config('app.company_id', ${company.id}, true)`;
    return {
      members: await sql<Member[]>`
        /* membersOfCompany */ select u.id, u.email, m.roles
        from identity.memberships m join identity.users u on u.id = m.user_id
        where m.company_id = ${company.id} and m.ended_at is null and u.disabled_at is null
        order by m.created_at, u.id`,
      ownRoles: await sql<{ name: string; permissions: string[] }[]>`
        /* rolesOfCompany */ select name, permissions from identity.roles where company_id = ${company.id}`,
    };
  });
  const allowed = new Map<string, readonly string[]>([
    ...Object.entries(BUILT_IN_ROLES),
    ...ownRoles.map(({ name, permissions: own }) => [name, own] as const),
  ]);
  const grants = (member: Member, permission: Permission): boolean =>
    member.roles.some((role) => allowed.get(role)?.includes(permission));
  const able = members.filter((member) => permissions.every((permission) => grants(member, permission)));
  const withRole = (role: string): Member | undefined =>
    [...able, ...members].find(({ roles }) => roles.includes(role));
  const chosen =
    email === undefined
      ? (able.find(({ roles }) => roles.includes('chief_accountant')) ??
        withRole('admin') ??
        withRole('chief_accountant'))
      : members.find((member) => member.email.toLowerCase() === email.toLowerCase());
  if (chosen === undefined) {
    throw new CommandFailure(
      email === undefined
        ? `${company.name} has neither a chief accountant nor an administrator; name a user with --as`
        : `${email} is not a user of ${company.name}`,
    );
  }
  for (const permission of permissions) {
    if (!grants(chosen, permission))
      throw new CommandFailure(`${chosen.email} lacks the permission ${permission}`);
  }
  return { actor: { companyId: company.id, userId: chosen.id }, email: chosen.email };
}
