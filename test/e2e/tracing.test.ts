import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type Gateway } from '#gateway/gateway.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { serveSubgraph, type SubgraphServer } from '#shared/graphql/server.ts';
import { createAssertionSigner, createAssertionVerifier } from '#shared/platform/assertion.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import { startTracing } from '#shared/platform/tracing.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { record, sale } from '#test/postings.ts';
import { startSystem, supergraphSdl, type System } from '#test/system.ts';

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number };
}

/** Takes what the exporter sends, as a collector would: OTLP over HTTP, as JSON. */
const received: SentSpan[] = [];
const texts: string[] = [];
let collector: Server;
let stopTracing: () => Promise<void>;
let system: System;
let ledger: SubgraphServer;
let gateway: Gateway;
let chief: Caller;

beforeAll(async () => {
  collector = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      texts.push(text);
      const sent = JSON.parse(text) as {
        resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[];
      };
      for (const { scopeSpans } of sent.resourceSpans)
        for (const { spans } of scopeSpans) received.push(...spans);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  stopTracing = await startTracing({ endpoint: `http://127.0.0.1:${port}`, ratio: 1 }, 'test');

  // The ledger behind a socket, identity in the gateway's process.
  system = await startSystem();
  const key = await generateSigningKey();
  ledger = await serveSubgraph(
    { ...system.ledger, close: () => Promise.resolve() },
    {
      port: 0,
      host: '127.0.0.1',
      log: createWatchedLog(),
      assertions: createAssertionVerifier(publicKeySet([key]), { subgraph: 'ledger' }),
      feed: system.ledger.feed,
    },
  );
  gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    corsOrigins: [],
    supergraphSdl: await supergraphSdl(),
    subgraphs: new Map<string, { url: string } | { runtime: SubgraphRuntime }>([
      ['ledger', { url: `${ledger.url}/graphql` }],
      ['identity', { runtime: system.identity }],
      ['tax', { runtime: system.tax }],
      ['payroll', { runtime: system.payroll }],
      ['inventory', { runtime: system.inventory }],
      ['reporting', { runtime: system.reporting }],
    ]),
    feed: system.ledger.feed,
    authority: system.identity.authority,
    assertions: createAssertionSigner(key),
    tokens: system.issuing.realm,
    rates: { perMinute: 1e9, perHour: 1e9, taxPerMinute: 1e9, taxPerHour: 1e9 },
    log: createWatchedLog(),
  });
  chief = createCaller(gateway.url, await system.company(0).token('chief_accountant'));
});
afterAll(async () => {
  await gateway.close();
  await ledger.close();
  await system.close();
  await stopTracing();
  collector.close();
});

const value = (span: SentSpan, key: string): unknown =>
  Object.values(span.attributes.find((attribute) => attribute.key === key)?.value ?? {})[0];

function spansOf(operation: string): readonly SentSpan[] {
  const root = received.find((one) => value(one, 'graphql.operation.name') === operation);
  return received.filter(({ traceId }) => traceId === root?.traceId);
}

/** The trace of one operation, once the collector has it with this span in it. */
async function traceOf(operation: string, span: string): Promise<readonly SentSpan[]> {
  await expect.poll(() => spansOf(operation).map(({ name }) => name), { timeout: 10_000 }).toContain(span);
  return spansOf(operation);
}

/** The names from the root down to the span with this name. */
function pathTo(trace: readonly SentSpan[], name: string): readonly string[] {
  const path: string[] = [];
  let at = trace.find((span) => span.name === name);
  while (at !== undefined) {
    path.unshift(at.name);
    const parent = at.parentSpanId;
    at = trace.find(({ spanId }) => spanId === parent);
  }
  return path;
}

describe('a trace', () => {
  it('leads from the request through the socket of the subgraph to the statement', async () => {
    await chief.query('query Traced { accounts(first: 2) { edges { node { code } } } }');
    const trace = await traceOf('Traced', 'Query.accounts');
    expect(pathTo(trace, 'Query.accounts')).toEqual(['graphql', 'fetch ledger', 'ledger', 'Query.accounts']);
    const statement = trace.find(
      ({ parentSpanId }) =>
        parentSpanId === trace.find(({ name }) => name === 'transaction')?.spanId &&
        parentSpanId !== undefined,
    );
    expect(pathTo(trace, statement?.name ?? 'a statement')).toEqual([
      'graphql',
      'fetch ledger',
      'ledger',
      'Query.accounts',
      'transaction',
      statement?.name,
    ]);
    expect(new Set(trace.map(({ traceId }) => traceId)).size).toBe(1);
  });

  it('tells the append of the flush that carried a posting', async () => {
    await chief.query(
      `mutation TracedPosting($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }`,
      { input: sale('17.23', { description: 'გიორგი მაისურაძე, 01017012345' }) },
    );
    const trace = await traceOf('TracedPosting', 'append');
    expect(pathTo(trace, 'append')).toEqual([
      'graphql',
      'fetch ledger',
      'ledger',
      'Mutation.recordTransaction',
      'write recordTransaction',
      'flush',
      'append',
    ]);
  });

  it('goes into another subgraph of the same process', async () => {
    const { id } = await record(chief, sale('3.00'));
    await chief.query(`query TracedAuthor($id: ID!) { transaction(id: $id) { id createdBy { name } } }`, {
      id,
    });
    const trace = await traceOf('TracedAuthor', 'fetch identity');
    expect(pathTo(trace, 'fetch identity')).toEqual(['graphql', 'fetch identity']);
    expect(trace.filter(({ name }) => name === 'plan')).toHaveLength(1);
  });

  it('marks a failure by its code', async () => {
    await chief.answer('query TracedFailure { transaction(id: "no-such-thing") { nothing } }');
    await expect
      .poll(() => received.find((one) => value(one, 'davtari.outcome') === 'BAD_USER_INPUT'), {
        timeout: 10_000,
      })
      .toBeDefined();
  });

  it('tells nothing of what was asked for and of nobody', () => {
    expect(texts.join('')).not.toMatch(/17\.23|01017012345|მაისურაძე|company1\.ge/);
    expect(texts.length).toBeGreaterThan(0);
  });
});
