import { openDatabase } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import { ensureCompany, ensureUser } from '#identity/seed.ts';
import { createLedger } from '#ledger/subgraph.ts';
import { createLog } from '#shared/platform/log.ts';
import { CHART, PASSWORD, YEAR } from '#test/system.ts';

/** A company in the topology's database, and one who may do everything in its books. */
export interface TopologyCompany {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** Enters a company with the small chart, an open year and a chief accountant, before the load begins. */
export async function enterCompany(ownerUrl: string, name: string): Promise<TopologyCompany> {
  const owner = openDatabase(ownerUrl, { max: 2 });
  const log = createLog({ logLevel: 'silent' });
  const ledger = await createLedger({ databaseUrl: roleUrl(ownerUrl, 'ledger'), ownerUrl, log });
  try {
    const { id } = await ensureCompany(owner.sql, { name });
    const email = `chief-${id.slice(0, 8)}${id.slice(-4)}@company.ge`;
    const user = await ensureUser(owner.sql, { email, name: 'ნინო', password: PASSWORD }, [
      { companyId: id, roles: ['chief_accountant'] },
    ]);
    const actor = { companyId: id, userId: user.id };
    await ledger.openAccounts(actor, CHART);
    await ledger.ensureFiscalYear(actor, YEAR);
    return { id, email, password: PASSWORD };
  } finally {
    await ledger.close();
    await owner.close();
  }
}

/** Signs in at a gateway; answers the access token. */
export async function signIn(url: string, { email, password }: TopologyCompany): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      variables: { input: { email, password } },
    }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { signIn?: { accessToken: string } };
    errors?: unknown;
  };
  const token = data?.signIn?.accessToken;
  if (token === undefined) throw new Error(`Could not sign in: ${JSON.stringify(errors)}`);
  return token;
}
