import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_ROLES, type Permission } from '#shared/domain/permissions.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { readRequirements } from './requirements.ts';
import { createFieldGuard } from './rules.ts';

const { byCoordinate, supergraphSdl } = readRequirements(
  readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8'),
);
const schema = Supergraph.build(supergraphSdl, { validateSupergraph: true }).apiSchema().toGraphQLJSSchema();
const guard = createFieldGuard(schema, byCoordinate);

/** Root fields that the caller may select, as `Mutation.signIn`. */
async function allowed(principal: Principal | null): Promise<readonly string[]> {
  const open: string[] = [];
  for (const name of ['Query', 'Mutation', 'Subscription']) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.keys(type.getFields())) {
      if ((await guard(name, field, principal)) === null) open.push(`${name}.${field}`);
    }
  }
  return open.sort();
}

function principalWith(permissions: readonly Permission[]): Principal {
  return {
    userId: 'u',
    companyId: 'c',
    roles: [],
    permissions: new Set(permissions),
    tokenId: 't',
    sessionId: 's',
    issuedAt: 0,
    expiresAt: 0,
  };
}

describe('the committed supergraph', () => {
  it('lets callers without a token do nothing but sign in, and join by an invitation', async () => {
    expect(await allowed(null)).toEqual([
      'Mutation.acceptInvitation',
      'Mutation.refreshSession',
      'Mutation.signIn',
      'Mutation.signOut',
    ]);
  });

  it('lets an auditor change nothing in the books', async () => {
    const writes = (await allowed(principalWith(BUILT_IN_ROLES.auditor))).filter((field) =>
      field.startsWith('Mutation.'),
    );
    // What remains is about oneself: how one signs in, what one is called, companies of one's own.
    const own = /session|sign|password|company|secondFactor|recoveryCodes|acceptInvitation|updateMe/i;
    expect(writes.filter((field) => !own.test(field))).toEqual([]);
  });

  it('does not let an accountant approve what an accountant wrote', async () => {
    const open = await allowed(principalWith(BUILT_IN_ROLES.accountant));
    expect(open).toContain('Mutation.createTransaction');
    expect(open).not.toContain('Mutation.approveTransaction');
    expect(open).not.toContain('Mutation.recordTransaction');
  });
});
