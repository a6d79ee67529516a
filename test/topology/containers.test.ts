import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT, sourceFiles } from '../support/source-files.ts';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

// No container engine is needed to see that what the files speak of exists.
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const dockerfile = read('Dockerfile');
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image === 'davtari');
const partOf = ({ command = [] }: Service): string => command[command.indexOf('--only') + 1] ?? '';
const portOf = ({ command = [] }: Service): string => command[command.indexOf('--port') + 1] ?? '';

describe('docker-compose.yml', () => {
  it('starts each part by a command that exists, and more than one ledger', () => {
    expect(ours.map(([, service]) => partOf(service)).sort()).toEqual([
      'gateway',
      'identity',
      'inventory',
      'ledger',
      'ledger',
      'payroll',
      'reporting',
      'tax',
    ]);
    const known = [
      ...(/SUBGRAPH_PORTS = {([^}]+)}/.exec(read('cli/commands/start-part.ts'))?.[1] ?? '').matchAll(
        /(\w+): (\d+)/g,
      ),
    ];
    for (const [, service] of ours.filter(([, each]) => partOf(each) !== 'gateway'))
      expect(known.map(([, part, port]) => `${part} ${port}`)).toContain(
        `${partOf(service)} ${portOf(service)}`,
      );
    expect(known).toHaveLength(6);
    for (const [, { command = [] }] of ours) {
      expect([command[0], command[1], command[3]]).toEqual(['start', '--only', '--port']);
    }
  });

  it('sets nothing that the program does not read', () => {
    const settings = new Set(
      [...read('subgraphs/shared/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(settings.size).toBeGreaterThan(20);
    const set = ours.flatMap(([, { environment }]) => Object.keys(environment ?? {}));
    expect(set.length).toBeGreaterThan(10);
    expect(set.filter((name) => !settings.has(name))).toEqual([]);
  });

  it('asks each part for its health where it answers', () => {
    const sources = sourceFiles();
    const routes = (folder: string): string =>
      sources
        .filter(({ path, isTest }) => path.startsWith(folder) && !isTest)
        .map(({ text }) => text)
        .join('\n');
    for (const [name, service] of ours) {
      const [, port = '', path = ''] =
        /127\.0\.0\.1:(\d+)([\w/]+)'/.exec(service.healthcheck?.test.join(' ') ?? '') ?? [];
      expect([name, port]).toEqual([name, portOf(service)]);
      const folder = partOf(service) === 'gateway' ? 'gateway/http/' : 'subgraphs/shared/graphql/';
      expect(routes(folder)).toContain(`app.get('${path}'`);
    }
  });

  it('leads the gateway to the subgraphs, all of them, and waits until they are healthy', () => {
    const gateway = compose.services['gateway'];
    const places = (gateway?.environment?.['SUBGRAPH_URLS'] ?? '').split(',').flatMap((pair) => {
      const [subgraph = '', urls = ''] = pair.split('=');
      return urls.split('|').map((url) => ({ subgraph, url: new URL(url) }));
    });
    const known = ours.filter(([, service]) => partOf(service) !== 'gateway');
    expect(
      places.map(({ subgraph, url }) => `${subgraph} ${url.hostname} ${url.port} ${url.pathname}`).sort(),
    ).toEqual(
      known.map(([name, service]) => `${partOf(service)} ${name} ${portOf(service)} /graphql`).sort(),
    );
    expect(Object.keys(gateway?.depends_on ?? {}).sort()).toEqual(
      [...known.map(([name]) => name), 'redis'].sort(),
    );
  });

  it('starts everything again when it ends, and waits only for what tells its health', () => {
    for (const [name, service] of services) {
      expect([name, service.restart]).toEqual([name, 'unless-stopped']);
      expect(service.healthcheck, name).toBeDefined();
      for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
        expect([needed, condition]).toEqual([needed, 'service_healthy']);
        expect(compose.services[needed]?.healthcheck, needed).toBeDefined();
      }
    }
  });

  it('lets nobody outside reach anything but the gateway', () => {
    expect(compose.networks['inside']?.internal).toBe(true);
    for (const [name, { ports, networks }] of services) {
      const isGateway = name === 'gateway';
      expect([name, ports !== undefined]).toEqual([name, isGateway]);
      expect([name, networks]).toEqual([name, isGateway ? ['inside', 'outside'] : ['inside']]);
    }
    expect(Object.keys(compose.services['gateway']?.environment ?? {})).not.toContain('DATABASE_URL');
  });

  it('keeps data and keys in volumes, which read-only parts can write, and the keys of identity from the others', () => {
    for (const [name, service] of services) {
      for (const volume of service.volumes ?? []) {
        expect(Object.keys(compose.volumes), name).toContain(volume.split(':')[0]);
      }
    }
    for (const [name, service] of ours) {
      expect([name, service.read_only]).toEqual([name, true]);
      const places = (service.volumes ?? []).map((volume) => volume.split(':')[1] ?? '');
      for (const [setting, file] of Object.entries(service.environment ?? {})) {
        if (!setting.endsWith('_FILE')) continue;
        expect(
          places.some((place) => file.startsWith(`${place}/`)),
          `${name} ${setting}`,
        ).toBe(true);
      }
      const isIdentity = partOf(service) === 'identity';
      expect([name, service.volumes?.some((volume) => volume.startsWith('identity-keys:'))]).toEqual([
        name,
        isIdentity,
      ]);
    }
    expect(compose.services['redis']?.command?.join(' ')).toContain('--appendonly yes');
  });
});

describe('the Dockerfile', () => {
  it('builds in stages, copies what exists, and runs as nobody in particular', () => {
    expect(dockerfile.match(/^FROM node:22/gm)).toHaveLength(2);
    expect(dockerfile).toMatch(/^USER node$/m);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, words]) => words?.split(' ') ?? [],
    );
    expect(copied.length).toBeGreaterThan(6);
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    // Whatever the program imports of ours must be there.
    const folders = new Set(
      sourceFiles()
        .filter(({ path, isTest }) => !isTest && /^(cli|db|gateway|subgraphs)\//.test(path))
        .flatMap(({ imports }) => imports)
        .filter(({ isOurs, isTypeOnly }) => isOurs && !isTypeOnly)
        .map(({ target }) => target.split('/')[0] ?? ''),
    );
    expect([...folders].filter((folder) => !copied.includes(folder))).toEqual([]);
  });

  it('starts a program that exists and makes the folders that the volumes take over', () => {
    const [, entry = '[]'] = /^ENTRYPOINT (.+)$/m.exec(dockerfile) ?? [];
    const [, program = ''] = JSON.parse(entry) as string[];
    expect(existsSync(join(ROOT, program))).toBe(true);
    const places = ours.flatMap(([, { volumes }]) => (volumes ?? []).map((volume) => volume.split(':')[1]));
    for (const place of places) expect(dockerfile).toContain(place);
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
  });
});
