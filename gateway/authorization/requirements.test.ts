import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSdl, IDENTITY_SDL, LEDGER_SDL, EVENTS_SDL } from '#gateway/testing/fixture.ts';
import { readRequirements } from './requirements.ts';
import { createFieldGuard } from './rules.ts';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';

function supergraphOf(imports: string, body: string): string {
  return composeSdl({ ledger: `extend schema @link(url: "${FEDERATION}"${imports})\n${body}` });
}

describe('rules are read from the supergraph', () => {
  it('for every use of each directive, on types and on fields', () => {
    const { byCoordinate, supergraphSdl } = readRequirements(
      composeSdl({ ledger: LEDGER_SDL, identity: IDENTITY_SDL, events: EVENTS_SDL }),
    );
    expect(byCoordinate.get('Account')).toEqual([{ kind: 'scopes', anyOf: [['accounts:read']] }]);
    expect(byCoordinate.get('Account.secret')).toEqual([{ kind: 'scopes', anyOf: [['admin:system']] }]);
    expect(byCoordinate.get('Query.version')).toEqual([{ kind: 'public' }]);
    expect(byCoordinate.get('User')).toEqual([{ kind: 'authenticated' }]);
    expect(supergraphSdl).not.toMatch(/requiresScopes|authenticated|@public|for: SECURITY/);
  });

  it('when an import renames a directive', () => {
    const sdl = supergraphOf(
      `, import: [{ name: "@requiresScopes", as: "@needs" }, { name: "@authenticated", as: "@signedIn" }]`,
      `type Query { a: String @needs(scopes: [["audit:read"]])  b: String @signedIn }`,
    );
    const { byCoordinate, supergraphSdl } = readRequirements(sdl);
    expect(byCoordinate.get('Query.a')).toEqual([{ kind: 'scopes', anyOf: [['audit:read']] }]);
    expect(byCoordinate.get('Query.b')).toEqual([{ kind: 'authenticated' }]);
    expect(supergraphSdl).not.toMatch(/needs|signedIn|for: SECURITY/);
  });

  it('when a directive is used by its full name', () => {
    const sdl = supergraphOf(
      '',
      `type Query {
        a: String @federation__requiresScopes(scopes: [["audit:read"]])
        b: String @federation__authenticated
      }`,
    );
    const { byCoordinate, supergraphSdl } = readRequirements(sdl);
    expect(byCoordinate.get('Query.a')).toEqual([{ kind: 'scopes', anyOf: [['audit:read']] }]);
    expect(byCoordinate.get('Query.b')).toEqual([{ kind: 'authenticated' }]);
    expect(supergraphSdl).not.toMatch(/requiresScopes|authenticated|for: SECURITY/);
  });

  it('merged from two subgraphs that both guard a field', () => {
    const part = (scope: string): string => `
      extend schema @link(url: "${FEDERATION}", import: ["@shareable", "@requiresScopes"])
      type Query { a: String @shareable @requiresScopes(scopes: [["${scope}"]]) }`;
    const { byCoordinate } = readRequirements(
      composeSdl({ one: part('audit:read'), two: part('accounts:read') }),
    );
    const [requirement] = byCoordinate.get('Query.a') ?? [];
    expect(requirement).toMatchObject({ kind: 'scopes' });
    expect(requirement?.kind === 'scopes' ? [...(requirement.anyOf[0] ?? [])].sort() : []).toEqual([
      'accounts:read',
      'audit:read',
    ]);
  });
});

describe('the start is refused', () => {
  it('for a scope that is no permission', () => {
    const sdl = supergraphOf(
      ', import: ["@requiresScopes"]',
      'type Query { a: String @requiresScopes(scopes: [["acounts:read"]]) }',
    );
    expect(() => readRequirements(sdl)).toThrow('Query.a: there is no permission "acounts:read"');
  });

  it('for @policy, which nobody here understands', () => {
    const sdl = supergraphOf(
      ', import: ["@policy"]',
      'type Query { a: String @policy(policies: [["roles:admin"]]) }',
    );
    expect(() => readRequirements(sdl)).toThrow('unknown rules');
  });

  it('for a directive whose link was lost', () => {
    const sdl = supergraphOf(', import: ["@authenticated"]', 'type Query { a: String @authenticated }');
    const withoutLink = sdl.replace(/^.*specs\.apollo\.dev\/authenticated.*$/m, '');
    expect(() => readRequirements(withoutLink)).toThrow('@authenticated looks like an access rule');
  });

  it('for a directive at a place that cannot become a rule', () => {
    const sdl = supergraphOf(
      ', import: ["@authenticated"]',
      'type Query { a(b: String): String @authenticated }',
    );
    const onArgument = sdl.replace('a(b: String)', 'a(b: String @authenticated)');
    expect(() => readRequirements(onArgument)).toThrow('Only 1 of 2 access directives');
  });

  it('for a field without a rule, naming it', () => {
    const schema = buildSchema('type Query { open: String guarded: String } type Account { id: ID }');
    const rules = new Map([['Query.guarded', [{ kind: 'authenticated' } as const]]]);
    expect(() => createFieldGuard(schema, rules)).toThrow('No access rule on Query.open, Account.id');
  });
});

describe('the guard', () => {
  it('allows a field of an interface only when it is allowed on every type behind it', async () => {
    const schema = buildSchema(`
      interface Node { id: ID } type A implements Node { id: ID } type B implements Node { id: ID }
      type Query { node: Node }
    `);
    const guard = createFieldGuard(
      schema,
      new Map([
        ['A', [{ kind: 'public' as const }]],
        ['B', [{ kind: 'authenticated' as const }]],
        ['Query', [{ kind: 'public' as const }]],
      ]),
    );
    expect(await guard('A', 'id', null)).toBeNull();
    expect((await guard('Node', 'id', null))?.code).toBe('UNAUTHENTICATED');
  });
});
