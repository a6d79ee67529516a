import { describe, expect, it, vi } from 'vitest';
import { loadSupergraph } from '#gateway/execution/supergraph.ts';
import { inProcessSubgraph } from '#gateway/execution/data-source.ts';
import { createAdmission } from '#gateway/limits/admit.ts';
import {
  composeSdl,
  EVENTS_SDL,
  fixtureSubgraphs,
  IDENTITY_SDL,
  LEDGER_SDL,
  silent,
} from '#gateway/testing/fixture.ts';
import type { RegisteredText } from '#shared/platform/access-authority.ts';
import { registeredOperations } from './registered.ts';
import { planAhead, warmPlans } from './warm.ts';

const texts = (...bodies: string[]): RegisteredText[] =>
  bodies.map((body, index) => ({ partnerId: 'p', operationId: `o${index}`, body, scopes: [] }));

async function* pages(...all: RegisteredText[][]): AsyncGenerator<readonly RegisteredText[]> {
  for (const page of all) yield await Promise.resolve(page);
}

describe('warming', () => {
  it('plans what is registered, so that nothing is planned when it is asked', async () => {
    const { ledger, identity } = fixtureSubgraphs();
    const subgraphs = new Map(
      [ledger, identity].map((runtime) => [runtime.name, inProcessSubgraph(runtime, silent)]),
    );
    const sdl = composeSdl({ ledger: LEDGER_SDL, identity: IDENTITY_SDL, events: EVENTS_SDL });
    const supergraph = await loadSupergraph(sdl, subgraphs, silent);
    // Whoever reads the same text later has the same planner.
    using plans = vi.spyOn(supergraph.planner, 'buildQueryPlan');
    const admit = createAdmission();
    const query = 'query Q { transaction(id: "t1") { description author { name } } }';
    const subscription = 'subscription { transactionPosted { seq } }';
    const warmed = await warmPlans(
      pages(texts(query, query), texts('{ nonsense }', '{ unreadable', subscription)),
      planAhead(supergraph, admit),
    );
    expect(warmed).toEqual({ planned: 1, failed: 1, isComplete: true });
    expect(plans).toHaveBeenCalledTimes(1);
    planAhead(supergraph, admit)(query);
    expect(plans).toHaveBeenCalledTimes(1);
  });

  it('ends at its bounds', async () => {
    const all = (): AsyncGenerator<readonly RegisteredText[]> => pages(texts('a', 'b', 'c'));
    const plan = (): boolean => true;
    expect(await warmPlans(all(), plan, { operations: 2, milliseconds: 60_000 })).toEqual({
      planned: 2,
      failed: 0,
      isComplete: false,
    });
    expect(await warmPlans(all(), plan, { operations: 9, milliseconds: 0 })).toMatchObject({ planned: 0 });
  });
});

describe('all that is registered', () => {
  it('is asked for page by page until there is none', async () => {
    const all = texts('a', 'b', 'c');
    const asked: unknown[] = [];
    const authority = {
      registeredOperationsAfter: (place: { operationId: string } | undefined) => {
        asked.push(place?.operationId);
        const from =
          place === undefined ? 0 : all.findIndex(({ operationId }) => operationId === place.operationId) + 1;
        return Promise.resolve(all.slice(from, from + 2));
      },
    };
    const found: string[] = [];
    for await (const page of registeredOperations(authority)) found.push(...page.map(({ body }) => body));
    expect(found).toEqual(['a', 'b', 'c']);
    expect(asked).toEqual([undefined, 'o1', 'o2']);
  });
});
