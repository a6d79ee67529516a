import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { openDatabase, type Database } from '#db/client.ts';
import { startGateway, type Gateway, type GatewayOptions } from '#gateway/gateway.ts';
import { createManifestChecker } from '#gateway/operations/manifest.ts';
import { ensureCompany, ensureUser } from '#identity/seed.ts';
import { createIdentity, type Identity } from '#identity/subgraph.ts';
import type { AccountDraft, Ledger } from '#ledger/ledger.ts';
import { createLedger } from '#ledger/subgraph.ts';
import { createInventory, type Inventory } from '#inventory/subgraph.ts';
import type { WaybillOptions } from '#inventory/waybills/waybills.ts';
import { createReporting, type Reporting } from '#reporting/subgraph.ts';
import { createPayroll, type Payroll } from '#payroll/subgraph.ts';
import type { RsGeOptions } from '#tax/rs-ge/rs-ge.ts';
import { createTax, type Tax } from '#tax/subgraph.ts';
import { BUILT_IN_ROLES, type BuiltInRole, type Permission } from '#shared/domain/permissions.ts';
import { issueAccessToken, type TokenRealm } from '#shared/platform/access-token.ts';
import { generateSigningKey, type SigningKey } from '#shared/platform/keys.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { hashedOnce } from '#test/hashed-once.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { createCaller, type Caller } from '#test/caller.ts';

export const PASSWORD = 'a-long-test-password';
const hashOfPassword = hashedOnce(PASSWORD);

/** A small chart: whoever tests the ledger needs each kind of account, not all 166 of them. */
export const CHART: readonly AccountDraft[] = [
  { code: '1000', names: { ka: 'აქტივები', en: 'Assets' }, type: 'ASSET', isHeading: true },
  { code: '1100', names: { ka: 'ფული', en: 'Money' }, type: 'ASSET', parentCode: '1000', isHeading: true },
  { code: '1110', names: { ka: 'სალარო', en: 'Cash' }, type: 'ASSET', parentCode: '1100' },
  { code: '1210', names: { ka: 'ბანკი', en: 'Bank' }, type: 'ASSET', parentCode: '1100' },
  {
    code: '1220',
    names: { ka: 'ბანკი, აშშ დოლარი', en: 'Bank, US dollars' },
    type: 'ASSET',
    parentCode: '1100',
    currency: 'USD',
  },
  { code: '1410', names: { ka: 'მოთხოვნები', en: 'Receivables' }, type: 'ASSET', parentCode: '1000' },
  { code: '3110', names: { ka: 'ვალდებულებები', en: 'Payables' }, type: 'LIABILITY' },
  { code: '5150', names: { ka: 'კაპიტალი', en: 'Capital' }, type: 'EQUITY' },
  { code: '6110', names: { ka: 'შემოსავალი', en: 'Sales' }, type: 'REVENUE' },
  { code: '7410', names: { ka: 'ხარჯი', en: 'Expenses' }, type: 'EXPENSE' },
];

export const YEAR = 2026;

export interface TestUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export interface TestCompany {
  readonly id: string;
  readonly name: string;
  readonly users: Readonly<Record<BuiltInRole, TestUser>>;
  /** Identifier of an account of the chart by its code. */
  accountId(code: string): string;
  /** An access token of the user with this role, issued as a sign-in would. */
  token(role: BuiltInRole, lifetimeSeconds?: number): Promise<string>;
  /** An access token of the auditor's with these permissions and no others, as a role of the company's own would give. */
  tokenWith(permissions: readonly Permission[]): Promise<string>;
  /** Calls the gateway over the network as the user with this role. */
  as(role: BuiltInRole): Caller;
}

export interface System {
  readonly url: string;
  readonly gateway: Gateway;
  readonly ledger: Ledger;
  readonly tax: Tax;
  readonly payroll: Payroll;
  readonly inventory: Inventory;
  readonly reporting: Reporting;
  readonly identity: Identity;
  readonly database: TestDatabase;
  /** The superuser, for whom row-level security does not exist. */
  readonly owner: Database;
  readonly companies: readonly TestCompany[];
  /** The company with this position. */
  company(index: number): TestCompany;
  /** The key that access tokens are signed with, and for whom: for tests that forge them. */
  readonly issuing: { readonly key: SigningKey; readonly realm: TokenRealm };
  /** Calls the gateway without a token. */
  readonly anonymous: Caller;
  close(): Promise<void>;
}

export interface SystemOptions {
  /** How many companies; one by default. */
  readonly companies?: number;
  readonly chart?: readonly AccountDraft[];
  /** Fiscal years that every company has open. */
  readonly years?: readonly number[];
  readonly gateway?: Partial<
    Pick<
      GatewayOptions,
      | 'timings'
      | 'limits'
      | 'queuedEvents'
      | 'rates'
      | 'costLimit'
      | 'timeoutMs'
      | 'redis'
      | 'operations'
      | 'sockets'
    >
  >;
  readonly log?: Logger;
  /** Where RS.ge is, for those who have a simulator. */
  readonly rsGe?: Partial<RsGeOptions>;
  /** Where RS.ge's waybills are, for those who have a simulator. */
  readonly waybills?: Partial<WaybillOptions>;
  /** Leads the ledger to its database by another URL, for tests that watch what it asks. */
  readonly ledgerDatabase?: (url: string) => string;
  /** Told of each root field that a subgraph runs, as `ledger Mutation.createAccount`. */
  readonly onRootField?: (field: string) => void;
  /** A supergraph of more than the committed subgraphs, and those that are new in it. */
  readonly extended?: { readonly supergraphSdl: string; readonly subgraphs: readonly SubgraphRuntime[] };
}

const ROLES = Object.keys(BUILT_IN_ROLES) as BuiltInRole[];
const REALM = { issuer: 'https://davtari.test', audience: 'davtari' };
const TOKEN_SECONDS = 600;
const NOBODY = { eapiUrl: 'http://127.0.0.1:9', ntosUrl: 'http://127.0.0.1:9' };
/** Tests are one impatient user; those about rates set their own. */
const BOUNDLESS = { perMinute: 1e9, perHour: 1e9, taxPerMinute: 1e9, taxPerHour: 1e9 };

/**
 * The whole system in this process over a database of the test file's own: the real identity and ledger, as their
 * application roles, behind the real gateway on a free port. Each company has a user of each role.
 */
export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const log = options.log ?? createWatchedLog();
  const database = await createTestDatabase();
  const owner = openDatabase(database.ownerUrl, { max: 2 });
  const key = await generateSigningKey();
  const identity = await createIdentity({
    databaseUrl: database.urlFor('identity'),
    keys: { accessToken: key, secret: randomBytes(32) },
    config: {
      tokenIssuer: REALM.issuer,
      tokenAudience: REALM.audience,
      accessTokenSeconds: TOKEN_SECONDS,
      refreshTokenSeconds: TOKEN_SECONDS,
    },
    checkManifest: createManifestChecker(await supergraphSdl()),
    log,
  });
  const ledger = await createLedger({
    databaseUrl: (options.ledgerDatabase ?? ((url) => url))(database.urlFor('ledger')),
    ownerUrl: database.ownerUrl,
    log,
  });
  const tax = await createTax({
    databaseUrl: database.urlFor('tax'),
    // No test speaks to RS.ge: without a simulator nobody listens there.
    rsGe: { secret: randomBytes(32), settings: NOBODY, ...options.rsGe },
    log,
  });
  const payroll = await createPayroll({
    databaseUrl: database.urlFor('payroll'),
    secret: randomBytes(32),
    log,
  });
  const inventory = await createInventory({
    databaseUrl: database.urlFor('inventory'),
    waybills: { secret: randomBytes(32), settings: { url: 'http://127.0.0.1:9' }, ...options.waybills },
    log,
  });
  const reporting = await createReporting({
    databaseUrl: database.urlFor('reporting'),
    secret: randomBytes(32),
    log,
  });
  const runtimes = [ledger, identity, tax, payroll, inventory, reporting];
  const { onRootField } = options;
  const untold =
    onRootField === undefined ? [] : runtimes.map((runtime) => tellRootFields(runtime, onRootField));
  const subgraphs = new Map<string, { runtime: SubgraphRuntime }>(
    [...runtimes, ...(options.extended?.subgraphs ?? [])].map((runtime) => [runtime.name, { runtime }]),
  );
  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    corsOrigins: [],
    supergraphSdl: options.extended?.supergraphSdl ?? (await supergraphSdl()),
    subgraphs,
    feed: ledger.feed,
    documentFeeds: new Map([
      ['tax', tax.feed],
      ['payroll', payroll.feed],
      ['inventory', inventory.feed],
      ['reporting', reporting.feed],
    ]),
    authority: identity.authority,
    tokens: REALM,
    rates: BOUNDLESS,
    log,
    ...options.gateway,
  });

  async function addCompany(index: number): Promise<TestCompany> {
    const name = `შპს კომპანია ${String(index + 1)}`;
    const { id } = await ensureCompany(owner.sql, { name });
    const users = {} as Record<BuiltInRole, TestUser>;
    for (const role of ROLES) users[role] = await addUser(owner, { companyId: id, index, role });
    const actor = { companyId: id, userId: users.chief_accountant.id };
    await ledger.openAccounts(actor, options.chart ?? CHART);
    for (const year of options.years ?? [YEAR]) await ledger.ensureFiscalYear(actor, year);
    const codes = await owner.sql<{ code: string; id: string }[]>`
      select code, id from ledger.accounts where company_id = ${id}`;
    const idByCode = new Map(codes.map((account) => [account.code, account.id]));
    const token = (role: BuiltInRole, lifetimeSeconds = TOKEN_SECONDS): Promise<string> =>
      issueAccessToken(
        key,
        REALM,
        {
          userId: users[role].id,
          companyId: id,
          sessionId: uuidv7(),
          roles: [role],
          permissions: BUILT_IN_ROLES[role],
        },
        lifetimeSeconds,
      );
    const tokenWith = (permissions: readonly Permission[]): Promise<string> =>
      issueAccessToken(
        key,
        REALM,
        { userId: users.auditor.id, companyId: id, sessionId: uuidv7(), roles: [], permissions },
        TOKEN_SECONDS,
      );
    const callers = new Map<BuiltInRole, Caller>();
    for (const role of ROLES) callers.set(role, createCaller(gateway.url, await token(role)));
    return {
      id,
      name,
      users,
      token,
      tokenWith,
      accountId: (code) => present(idByCode.get(code), `account ${code}`),
      as: (role) => present(callers.get(role), role),
    };
  }

  const companies: TestCompany[] = [];
  for (let index = 0; index < (options.companies ?? 1); index++) companies.push(await addCompany(index));
  return {
    url: gateway.url,
    gateway,
    ledger,
    tax,
    payroll,
    inventory,
    reporting,
    identity,
    database,
    owner,
    companies,
    company: (index) => present(companies[index], `company ${String(index)}`),
    issuing: { key, realm: REALM },
    anonymous: createCaller(gateway.url),
    async close() {
      for (const stop of untold) stop();
      await gateway.close();
      await reporting.close();
      await inventory.close();
      await payroll.close();
      await tax.close();
      await ledger.close();
      await identity.close();
      await owner.close();
      await database.drop();
    },
  };
}

type RootFieldListener = (field: string) => void;

const listeners = new WeakMap<GraphQLSchema, Set<RootFieldListener>>();

/** Tells of each root field that a subgraph runs. Answers how to stop that: a schema outlives the system. */
function tellRootFields(subgraph: SubgraphRuntime, tell: RootFieldListener): () => void {
  const told = listenersOf(subgraph);
  told.add(tell);
  return () => told.delete(tell);
}

/** Those before the resolvers of a subgraph's root fields; what these answer stays theirs. */
function listenersOf({ name, schema }: SubgraphRuntime): Set<RootFieldListener> {
  const known = listeners.get(schema);
  if (known !== undefined) return known;
  const told = new Set<RootFieldListener>();
  listeners.set(schema, told);
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context, info): unknown => {
        for (const tell of told) tell(`${name} ${info.parentType.name}.${info.fieldName}`);
        return resolve(source, args, context, info);
      };
    }
  }
  return told;
}

/** The supergraph as it is committed. */
export function supergraphSdl(): Promise<string> {
  return readFile(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
}

async function addUser(
  owner: Database,
  { companyId, index, role }: { companyId: string; index: number; role: BuiltInRole },
): Promise<TestUser> {
  const email = `${role}@company${String(index + 1)}.ge`;
  const name = `${role} ${String(index + 1)}`;
  const { id } = await ensureUser(owner.sql, { email, name, password: await hashOfPassword() }, [
    { companyId, roles: [role] },
  ]);
  return { id, email, name };
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The test system has no ${what}.`);
  return value;
}
