import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { roleUrl } from '#db/roles.ts';
import { catalogFaults, PROJECT_EXCEPTIONS } from '#test/catalog.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';

const root = mkdtempSync(join(tmpdir(), 'davtari-migrations-'));
let test: TestDatabase;

beforeEach(async () => {
  test = await createTestDatabase({ empty: true });
});

afterEach(async () => {
  await test.drop();
  rmSync(root, { recursive: true, force: true });
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Writes files below the root of a small project. */
function project(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const run = (secret?: string) =>
  migrate(test.ownerUrl, { root, ...(secret === undefined ? {} : { secret }) });

/** One statement as the owner. */
async function ask(text: string): Promise<readonly unknown[]> {
  const sql = postgres(test.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}

const NOTES = 'subgraphs/probe_notes/migrations';

describe('migrations', () => {
  it('run in order, common ones first, and only once', async () => {
    project({
      'db/migrations/0001_shared.sql': 'create table shared (id int);',
      [`${NOTES}/0002_more.sql`]: 'alter table note add column text text;',
      [`${NOTES}/0001_note.sql`]:
        'create table {{schema}}.note (id int); grant select on note to {{app_role}};',
    });
    const seen: string[] = [];
    const first = await migrate(test.ownerUrl, {
      root,
      onProgress: ({ subgraph, name, done, total }) =>
        seen.push(`${String(done)}/${String(total)} ${subgraph} ${name}`),
    });
    expect(first.applied).toEqual([
      'davtari/0001_shared.sql',
      'probe_notes/0001_note.sql',
      'probe_notes/0002_more.sql',
    ]);
    expect(seen).toEqual([
      '1/3 davtari 0001_shared.sql',
      '2/3 probe_notes 0001_note.sql',
      '3/3 probe_notes 0002_more.sql',
    ]);
    expect((await run()).applied).toEqual([]);
    const app = openDatabase(test.urlFor('probe_notes'), { max: 1 });
    expect(await app.sql`select id, text from probe_notes.note`).toHaveLength(0);
    await app.close();
  });

  it('may give rights to a subgraph whose own migrations come later, and to none that is not there', async () => {
    project({
      'subgraphs/probe_first/migrations/0001_note.sql': `create table note (id int);
        grant usage on schema probe_first to {{app_role_of_probe_second}};
        grant select on note to {{app_role_of_probe_second}};`,
      'subgraphs/probe_second/migrations/0001_own.sql': 'create table own (id int);',
    });
    await run();
    const second = openDatabase(test.urlFor('probe_second'), { max: 1 });
    expect(await second.sql`select id from probe_first.note`).toHaveLength(0);
    await second.close();
    project({
      'subgraphs/probe_first/migrations/0002_more.sql': 'grant select on note to {{app_role_of_nobody}};',
    });
    await expect(run()).rejects.toThrow('nothing is known to put for {{app_role_of_nobody}}');
  });

  it('wait for one another when two processes start at once', async () => {
    project({
      [`${NOTES}/0001_note.sql`]: 'create table note (id int); select pg_sleep(0.2);',
      [`${NOTES}/0002_more.sql`]: 'insert into note values (1);',
    });
    const runs = await Promise.all([run(), run(), run()]);
    expect(runs.map((one) => one.applied.length).sort()).toEqual([0, 0, 2]);
    expect(await ask('select id from probe_notes.note')).toEqual([{ id: 1 }]);
  });

  it('refuse to go on when an applied one was changed', async () => {
    project({ [`${NOTES}/0001_note.sql`]: 'create table note (id int);' });
    await run();
    project({
      [`${NOTES}/0001_note.sql`]: 'create table note (id bigint);',
      [`${NOTES}/0002_more.sql`]: 'create table more ();',
    });
    await expect(run()).rejects.toThrow('probe_notes/0001_note.sql was changed after it had been applied');
    expect(await ask(`select to_regclass('probe_notes.more') as it`)).toEqual([{ it: null }]);
  });

  it('refuse to go on when what an applied one includes was changed, but not for another kind of line end', async () => {
    project({
      [`${NOTES}/0001_note.sql`]: '-- before\n--! include part.sql\n-- after\n',
      'db/sql/part.sql': 'create table {{schema}}.part\n(id int);\n',
    });
    await run();
    expect(await ask(`select to_regclass('probe_notes.part')::text as it`)).toEqual([
      { it: 'probe_notes.part' },
    ]);
    project({ 'db/sql/part.sql': 'create table {{schema}}.part\r\n(id int);\r\n' });
    expect((await run()).applied).toEqual([]);
    project({ 'db/sql/part.sql': 'create table {{schema}}.part (id bigint);' });
    await expect(run()).rejects.toThrow('was changed after it had been applied');
  });

  it('leave nothing behind when one fails, and say which line', async () => {
    project({
      [`${NOTES}/0001_good.sql`]: 'create table good (id int);',
      [`${NOTES}/0002_bad.sql`]: 'create table half (id int);\n\nselect * from nowhere;',
    });
    await expect(run()).rejects.toThrow(
      /probe_notes\/0002_bad\.sql failed: relation "nowhere" .* \(line 3\)/,
    );
    expect(
      await ask(
        `select to_regclass('probe_notes.good') is null as good, to_regclass('probe_notes.half') as half`,
      ),
    ).toEqual([{ good: false, half: null }]);
    project({ [`${NOTES}/0002_bad.sql`]: 'create table whole (id int);' });
    expect((await run()).applied).toEqual(['probe_notes/0002_bad.sql']);
  });

  it('are numbered upwards, each number once, with a name that says what', async () => {
    project({ [`${NOTES}/0002_second.sql`]: 'create table second ();' });
    await run();
    project({ [`${NOTES}/0001_late.sql`]: 'create table late ();' });
    await expect(run()).rejects.toThrow('0001_late.sql comes too late');
    rmSync(join(root, NOTES, '0001_late.sql'));
    project({ [`${NOTES}/0002_twin.sql`]: '' });
    await expect(run()).rejects.toThrow('have the same number');
    rmSync(join(root, NOTES, '0002_twin.sql'));
    project({ [`${NOTES}/3-third.sql`]: '' });
    await expect(run()).rejects.toThrow('is named like 0001_what_it_does.sql');
  });

  it('name a placeholder or directive that nothing is known about', async () => {
    project({ [`${NOTES}/0001_note.sql`]: 'select {{colour}};' });
    await expect(run()).rejects.toThrow('{{colour}}');
    project({ [`${NOTES}/0001_note.sql`]: '--! inclde part.sql' });
    await expect(run()).rejects.toThrow('cannot read the line');
  });

  it('let an older program start beside a newer one, but miss no file from the middle', async () => {
    project({
      [`${NOTES}/0001_one.sql`]: '',
      [`${NOTES}/0002_two.sql`]: '',
      [`${NOTES}/0003_three.sql`]: '',
    });
    await run();
    rmSync(join(root, NOTES, '0003_three.sql'));
    expect((await run()).applied).toEqual([]);
    project({ [`${NOTES}/0003_three.sql`]: '' });
    rmSync(join(root, NOTES, '0002_two.sql'));
    await expect(run()).rejects.toThrow('its file is gone');
  });
});

describe('roles', () => {
  it('are brought back to what they must be, whatever happened to them', async () => {
    project({ 'subgraphs/probe_roles/migrations/0001_note.sql': 'create table note (id int);' });
    await run();
    await ask(`alter role davtari_probe_roles createdb bypassrls password 'other'`);
    await ask(`alter role davtari_probe_roles_writer login`);
    await run();
    expect(await catalogFaults(test.ownerUrl)).toEqual([]);
    const app = openDatabase(test.urlFor('probe_roles'), { max: 1 });
    await app.ping();
    await app.close();
  });

  it('follow the secret that is given instead of the owner’s password', async () => {
    project({ 'subgraphs/probe_secret/migrations/0001_note.sql': 'create table note (id int);' });
    await run('a secret of sixteen letters');
    const app = openDatabase(roleUrl(test.ownerUrl, 'probe_secret', 'a secret of sixteen letters'), {
      max: 1,
    });
    await app.ping();
    await app.close();
    const old = openDatabase(test.urlFor('probe_secret'), { max: 1 });
    await expect(old.ping()).rejects.toMatchObject({ code: '28P01' });
    await old.close();
  });

  it('refuse to be derived from nothing', () => {
    expect(() => roleUrl('postgres://davtari@localhost/davtari', 'ledger')).toThrow('DATABASE_ROLE_SECRET');
    expect(() => roleUrl(test.ownerUrl, 'ledger; drop')).toThrow('cannot be the name of a subgraph');
  });
});

describe('an owner who is no superuser', () => {
  const name = 'probe_owner';
  const password = 'a password of the owner';
  const database = () => new URL(test.ownerUrl).pathname.slice(1);
  const ownerUrl = () => Object.assign(new URL(test.ownerUrl), { username: name, password }).href;

  beforeEach(async () => {
    await ask(`do $$ begin
      if not exists (select from pg_roles where rolname = '${name}') then
        create role ${name} login createrole password '${password}';
      end if;
    end $$`);
    await ask(`alter database ${database()} owner to ${name}`);
  });

  it('migrates, and hands functions to the writer role', async () => {
    project({
      'subgraphs/probe_plain/migrations/0001_note.sql': `
        create table note (company_id uuid);
        alter table note enable row level security;
        alter table note force row level security;
        create policy tenant on note to {{app_role}}, {{writer_role}}
          using (company_id = current_setting('app.company_id')::uuid)
          with check (company_id = current_setting('app.company_id')::uuid);
        grant insert on note to {{writer_role}};
        grant select on note to {{app_role}};
        create function write(company uuid) returns void language sql security definer
          set search_path = pg_catalog, pg_temp
          begin atomic insert into {{schema}}.note values (company); end;
        alter function write(uuid) owner to {{writer_role}};
        grant execute on function write(uuid) to {{app_role}};`,
    });
    await migrate(ownerUrl(), { root });
    expect((await migrate(ownerUrl(), { root })).applied).toEqual([]);
    expect(await catalogFaults(test.ownerUrl)).toEqual([]);

    const company = '11111111-1111-4111-8111-111111111111';
    const app = openDatabase(roleUrl(ownerUrl(), 'probe_plain'), { max: 1 });
    await app.withCompany(company, (sql) => sql`select probe_plain.write(${company})`, 'write');
    expect(await app.withCompany(company, (sql) => sql`select 1 from probe_plain.note`)).toHaveLength(1);
    const direct = app.withCompany(
      company,
      (sql) => sql`insert into probe_plain.note values (${company})`,
      'write',
    );
    await expect(direct).rejects.toMatchObject({ code: '42501' });
    await app.close();
  });

  it('can run the migrations of this project', async () => {
    // Roles belong to the whole server and were made by its superuser, so this owner is let manage them.
    await ask(`do $$ declare r text; begin
      for r in select rolname from pg_roles where rolname like 'davtari\\_%' loop
        execute format('grant %I to ${name} with admin option', r);
      end loop;
    end $$`);
    const secret = decodeURIComponent(new URL(test.ownerUrl).password);
    const { applied } = await migrate(ownerUrl(), { secret });
    expect(applied.length).toBeGreaterThan(5);
    expect(await catalogFaults(test.ownerUrl, PROJECT_EXCEPTIONS)).toEqual([]);
  });
});
