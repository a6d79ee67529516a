import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { expect } from 'vitest';

export interface CatalogRules {
  /**
   * SECURITY DEFINER functions that may run as the owner of the tables, as `schema.name`: those that make
   * tables. All others belong to the writer role, which row-level security holds.
   */
  readonly ownerFunctions?: readonly string[];
  /** Foreign keys between two tables of companies that may cross them, as `schema.table.constraint`, each with its reason. */
  readonly crossingKeys?: Readonly<Record<string, string>>;
}

/** What this project's own migrations may do besides. */
export const PROJECT_EXCEPTIONS = {
  ownerFunctions: ['ledger.ensure_journal_partitions'],
  crossingKeys: {
    'identity.partner_companies.partner_companies_partner_exists':
      'a company consents to a partner of another company; the key holds the company that owns the partner',
  },
} as const satisfies CatalogRules;

/**
 * Everything in the database that breaks the rules of tenancy, a sentence each. It looks at what is there, so
 * tables, views and functions to come are held to the same rules.
 */
export async function catalogFaults(ownerUrl: string, rules: CatalogRules = {}): Promise<string[]> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    const found = await sql<{ fault: string }[]>`
      /* catalogFaults */
      with subgraph as materialized (
        select n.oid, n.nspname::text as name, app.oid as app, app.rolname::text as app_name,
               writer.oid as writer, writer.rolname::text as writer_name
        from pg_namespace n
        join pg_roles app on app.rolname = 'davtari_' || n.nspname
        join pg_roles writer on writer.rolname = 'davtari_' || n.nspname || '_writer'
      ), relation as materialized (
        select s.name || '.' || c.relname as name, s.app, s.app_name, c.*
        from pg_class c join subgraph s on s.oid = c.relnamespace
      ), tenant as materialized (
        select r.* from relation r
        join pg_attribute a on a.attrelid = r.oid and a.attname = 'company_id' and not a.attisdropped
      ), policy as materialized (
        select t.name, t.app, p.polname, p.polcmd, p.polroles,
               pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as with_check
        from tenant t join pg_policy p on p.polrelid = t.oid
      ), may as materialized (
        select r.*, has_table_privilege(r.app, r.oid, 'select, insert, update, delete')
                 or has_any_column_privilege(r.app, r.oid, 'select, insert, update') as may_touch
        from relation r where r.relkind in ('r', 'p', 'v', 'm', 'f')
      )
      select name || ' has a company but no row-level security' as fault
        from tenant where relkind in ('r', 'p') and not relrowsecurity
      union all select name || ' does not force row-level security on its owner'
        from tenant where relkind in ('r', 'p') and not relforcerowsecurity
      union all select name || ' has a company but no policy'
        from tenant t where relkind in ('r', 'p') and not relispartition
          and not exists (select from pg_policy p where p.polrelid = t.oid)
      union all select name || ': policy ' || polname || ' has no USING'
        from policy where polcmd <> 'a' and qual is null
      union all select name || ': policy ' || polname || ' has no WITH CHECK'
        from policy where polcmd in ('*', 'a', 'w') and with_check is null
      union all select name || ': policy ' || polname || ' lets the application see every company'
        from policy where (qual = 'true' or with_check = 'true') and polroles && array[0::oid, app]
      union all select m.name || ' is a partition that ' || m.app_name || ' reaches directly'
        from may m where m.relispartition and m.may_touch
      union all select m.name || ' is a view that reads with the rights of its owner'
        from may m where m.relkind = 'v' and m.may_touch
          and not coalesce(m.reloptions && array['security_invoker=true', 'security_invoker=on'], false)
      union all select m.name || ' is a materialized view of all companies that ' || m.app_name || ' reads'
        from may m join tenant t on t.oid = m.oid where m.relkind = 'm' and m.may_touch
      union all select r.rolname || ' owns ' || pg_describe_object(d.classid, d.objid, d.objsubid)
        from subgraph s join pg_roles r on r.oid in (s.app, s.writer)
        join pg_shdepend d on d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o'
        where d.dbid in (0, (select oid from pg_database where datname = current_database()))
          and (r.oid = s.app or d.classid <> 'pg_proc'::regclass)
      union all select r.rolname || ' has more rights than a role of the application may have'
        from subgraph s join pg_roles r on r.oid in (s.app, s.writer)
        where r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
      union all select s.writer_name || ' can log in'
        from subgraph s join pg_roles r on r.oid = s.writer where r.rolcanlogin
      union all select s.app_name || ' is a member of ' || pg_get_userbyid(m.roleid)
        from subgraph s join pg_auth_members m on m.member = s.app
      union all select s.app_name || ' may enter the schema ' || other.name
        from subgraph s join subgraph other on other.oid <> s.oid
        where has_schema_privilege(s.app, other.oid, 'usage') or has_schema_privilege(s.writer, other.oid, 'usage')
      union all select r.rolname || ' may create in the schema ' || n.nspname
        from subgraph s join pg_roles r on r.oid in (s.app, s.writer)
        join pg_namespace n on has_schema_privilege(r.oid, n.oid, 'create')
      union all select s.name || '.' || p.proname || ' runs with the rights of ' || pg_get_userbyid(p.proowner)
        from pg_proc p join subgraph s on s.oid = p.pronamespace
        where p.prosecdef and p.proowner <> s.writer
          and s.name || '.' || p.proname <> all (${[...(rules.ownerFunctions ?? [])]}::text[])
      union all select s.name || '.' || p.proname || ' runs with other rights but on the search_path of its caller'
        from pg_proc p join subgraph s on s.oid = p.pronamespace
        where p.prosecdef and not exists (select from unnest(p.proconfig) c where c like 'search\_path=%')
      union all select s.name || '.' || p.proname || ' may be called by everybody'
        from pg_proc p join subgraph s on s.oid = p.pronamespace
        where exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
      union all select t.name || ': foreign key ' || con.conname || ' may lead to another company'
        from tenant t
        join pg_constraint con on con.conrelid = t.oid and con.contype = 'f' and con.conparentid = 0
        join tenant target on target.oid = con.confrelid
        where t.name || '.' || con.conname <> all (${Object.keys(rules.crossingKeys ?? {})}::text[])
          and not exists (
            select from unnest(con.conkey, con.confkey) as pair(own, other)
            join pg_attribute o on o.attrelid = con.conrelid and o.attnum = pair.own and o.attname = 'company_id'
            join pg_attribute f on f.attrelid = con.confrelid and f.attnum = pair.other and f.attname = 'company_id')
      order by fault`;
    return found.map((row) => row.fault);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Names that Drizzle writes for columns and PostgreSQL keeps under another. */
const SERIALS: Readonly<Record<string, string>> = {
  smallserial: 'smallint',
  serial: 'integer',
  bigserial: 'bigint',
};

/** Fails unless the Drizzle tables say of each column exactly what the database says: name, type, nullability. */
export async function expectDrizzleMatchesCatalog(
  ownerUrl: string,
  tables: readonly PgTable[],
): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    for (const table of tables) {
      const { schema = 'public', name, columns } = getTableConfig(table);
      await sql`select set_config('search_path', ${`${schema}, pg_catalog`}, false)`;
      const real = await sql<{ name: string; type: string }[]>`
        select attname::text as name,
               format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end as type
        from pg_attribute where attrelid = to_regclass(${`"${schema}"."${name}"`})
          and attnum > 0 and not attisdropped`;
      const declared = await Promise.all(
        columns.map(async (column) => {
          const type = SERIALS[column.getSQLType()] ?? column.getSQLType();
          const [row] = await sql<[{ type: string | null }]>`
            select format_type(to_regtype(${type}), to_regtypemod(${type})) as type`;
          return [
            column.name,
            `${row.type ?? `unknown ${type}`}${column.notNull ? ' not null' : ''}`,
          ] as const;
        }),
      );
      expect(
        Object.fromEntries(declared),
        `${schema}.${name}: Drizzle (left) and the database differ`,
      ).toEqual(Object.fromEntries(real.map((column) => [column.name, column.type])));
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}
