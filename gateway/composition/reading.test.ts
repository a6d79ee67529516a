import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { inProcessSubgraph } from '#gateway/execution/data-source.ts';
import { loadSupergraph } from '#gateway/execution/supergraph.ts';
import {
  composeSdl,
  EVENTS_SDL,
  fixtureSubgraphs,
  IDENTITY_SDL,
  LEDGER_SDL,
} from '#gateway/testing/fixture.ts';
import { silent } from '#gateway/testing/fixture.ts';
import { readSupergraph } from './reading.ts';

const compose = (ledger: string): string =>
  composeSdl({ ledger, identity: IDENTITY_SDL, events: EVENTS_SDL });
const SDL = compose(LEDGER_SDL);
const OTHER = compose(`${LEDGER_SDL}\nextend type Query { added: String @authenticated }`);

describe('reading a supergraph', () => {
  it('reads the same text once, also when another was read between', () => {
    const reading = readSupergraph(SDL);
    const other = readSupergraph(OTHER);
    expect(other).not.toBe(reading);
    expect(other.apiSchema.getQueryType()?.getFields()).toHaveProperty('added');
    expect(reading.apiSchema.getQueryType()?.getFields()).not.toHaveProperty('added');
    expect(readSupergraph(SDL)).toBe(reading);
    expect(readSupergraph(OTHER)).toBe(other);
  });

  it('refuses what does not hold each time', () => {
    const open = compose(`${LEDGER_SDL}\nextend type Query { open: String }`);
    for (let time = 0; time < 2; time++)
      expect(() => readSupergraph(open)).toThrow('No access rule on Query.open');
  });

  it('shares nothing between gateways but what follows from the text', async () => {
    const subgraphs = new Map(
      Object.values(fixtureSubgraphs()).map((runtime) => [runtime.name, inProcessSubgraph(runtime, silent)]),
    );
    const denials: string[] = [];
    const refused = await loadSupergraph(SDL, subgraphs, silent, {
      onDenied: (_caller, field) => denials.push(field),
    });
    const open = await loadSupergraph(SDL, subgraphs, silent, {
      authorize: () => Promise.resolve({ kind: 'allowed' }),
    });
    expect(open.apiSchema).toBe(refused.apiSchema);
    expect(open.operations).not.toBe(refused.operations);
    const document = parse('{ transaction(id: "t1") { description } }');
    const operation = getOperationAST(document);
    if (operation == null) throw new Error('This is an operation.');
    const answers = [refused, open].map(async ({ operations }) =>
      operations.answer(
        { document, operation, queryHash: 'q' },
        {},
        { caller: { principal: null, requestId: 'r', language: 'ka' } },
      ),
    );
    const [denied, answered] = await Promise.all(answers);
    expect(denied?.errors).toHaveLength(1);
    expect(denials).toEqual(['Query.transaction']);
    expect(answered).toEqual({ data: { transaction: { description: 'Posting t1' } } });
  });
});
