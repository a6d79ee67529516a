import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Readable } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '#shared/domain/errors.ts';
import { createFileDesk, type FileDesk, type FileKinds } from '#shared/graphql/file-desk.ts';
import { serveFiles } from '#shared/graphql/file-routes.ts';
import { serveSubgraph, type SubgraphServer } from '#shared/graphql/server.ts';
import { createAssertionSigner, createAssertionVerifier } from '#shared/platform/assertion.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { refuse } from '#gateway/http/refusals.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { httpFiles } from './http-files.ts';

const COMPANY = '018f0000-0000-7000-8000-000000000001';
const SECRET = randomBytes(32);
const PIECE = Buffer.alloc(64 * 1024, 'ლ');

/** How much of the endless file was asked for, and whether it was let go of. */
const endless = { pieces: 0, isLetGo: false };
let clock = new Date();

const kinds = {
  letter: {
    permission: 'payroll:read',
    parameters: z.object({ id: z.string() }),
    open: (companyId: string, { id }: { id: string }) => {
      if (id === 'none') throw new DomainError('NOT_FOUND', 'There is no such letter.');
      const text = `${companyId} ${id} ₾`;
      return Promise.resolve({
        name: 'ხელფასი (მარტი) 2026.txt',
        mediaType: 'text/plain',
        body: Readable.from([text], { objectMode: false }),
      });
    },
  },
  endless: {
    permission: 'payroll:read',
    parameters: z.object({}),
    open: () =>
      Promise.resolve({
        name: 'endless.bin',
        mediaType: 'application/octet-stream',
        body: Readable.from(endlessPieces(), { objectMode: false }),
      }),
  },
  broken: {
    permission: 'payroll:read',
    parameters: z.object({}),
    open: () =>
      Promise.resolve({ name: 'broken.bin', mediaType: 'application/octet-stream', body: brokenStream() }),
  },
} satisfies FileKinds;

async function* endlessPieces(): AsyncGenerator<Buffer> {
  try {
    for (;;) {
      endless.pieces += 1;
      yield await Promise.resolve(PIECE);
    }
  } finally {
    endless.isLetGo = true;
  }
}

function brokenStream(): Readable {
  return Readable.from(
    (async function* () {
      yield await Promise.resolve(PIECE);
      throw new Error('the table is gone');
    })(),
    { objectMode: false },
  );
}

const clerk: Principal = {
  userId: COMPANY,
  companyId: COMPANY,
  roles: [],
  permissions: new Set(['payroll:read']),
  tokenId: 't',
  sessionId: 's',
  issuedAt: 0,
  expiresAt: 0,
};

describe('files by links, from a subgraph in another process', () => {
  const logged: string[] = [];
  let desk: FileDesk<typeof kinds>;
  let subgraph: SubgraphServer;
  let sources: ReturnType<typeof httpFiles>;
  let edge: FastifyInstance;
  let base: string;

  beforeAll(async () => {
    desk = createFileDesk({ subgraph: 'payroll', secret: SECRET, kinds, now: () => clock });
    const key = await generateSigningKey();
    const log = createWatchedLog(logged);
    const runtime = {
      name: 'payroll',
      schema: buildSchema('type Query { none: Int }'),
      files: desk,
      createContext: () => ({}),
      health: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    };
    subgraph = await serveSubgraph(runtime, {
      port: 0,
      host: '127.0.0.1',
      log,
      assertions: createAssertionVerifier(publicKeySet([key]), { subgraph: 'payroll' }),
    });
    // Nobody listens at the first address.
    sources = httpFiles(['http://127.0.0.1:9', subgraph.url], createAssertionSigner(key), log);
    edge = Fastify();
    edge.setErrorHandler(async (error, _request, reply) => refuse(reply, error as DomainError));
    serveFiles(edge, { sourceOf: (token) => (token.startsWith('payroll.') ? sources : undefined), log });
    base = await edge.listen({ port: 0, host: '127.0.0.1' });
  });

  afterAll(async () => {
    await edge.close();
    await sources.close();
    await subgraph.close();
  });

  it('come with their names in Georgian, and are kept by nobody on the way', async () => {
    const { url, expiresAt } = desk.link(clerk, 'letter', { id: 'march' });
    const answer = await fetch(base + url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(`${COMPANY} march ₾`);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const disposition = answer.headers.get('content-disposition') ?? '';
    const [, encoded = ''] = /filename\*=UTF-8''(.+)$/.exec(disposition) ?? [];
    expect(decodeURIComponent(encoded)).toBe('ხელფასი (მარტი) 2026.txt');
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=[\x21-\x7e]+$/);
    expect(Math.abs(expiresAt.getTime() - Date.now() - 300_000)).toBeLessThan(10_000);
  });

  it('are gone when the link is too old', async () => {
    const { url, expiresAt } = desk.link(clerk, 'letter', { id: 'march' });
    clock = expiresAt;
    try {
      const answer = await fetch(base + url);
      expect(answer.status).toBe(410);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'LINK_EXPIRED' } }] });
    } finally {
      clock = new Date();
    }
  });

  it('are nowhere for whoever changes, cuts or makes up a link', async () => {
    const { url } = desk.link(clerk, 'letter', { id: 'march' });
    const stranger = createFileDesk({ subgraph: 'payroll', secret: randomBytes(32), kinds });
    const ofTax = createFileDesk({ subgraph: 'tax', secret: SECRET, kinds });
    const [, sealed = ''] = url.split('.');
    const flipped = sealed.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
    for (const wrong of [
      url.slice(0, -4),
      `/files/payroll.${flipped}`,
      `/files/tax.${sealed}`,
      `/files/payroll.${ofTax.link(clerk, 'letter', { id: 'march' }).url.split('.')[1] ?? ''}`,
      stranger.link(clerk, 'letter', { id: 'march' }).url,
      '/files/payroll.',
      '/files/',
      `/files/payroll.${'x'.repeat(5_000)}`,
      desk.link(clerk, 'letter', { id: 'none' }).url,
    ]) {
      const answer = await fetch(base + wrong);
      expect([wrong, answer.status]).toEqual([wrong, 404]);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    }
  });

  it('are not linked to for who lacks the permission', () => {
    expect(() => desk.link({ ...clerk, permissions: new Set() }, 'letter', { id: 'march' })).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }) as Error,
    );
  });

  it('are given by the subgraph to the gateway alone', async () => {
    const answer = await fetch(subgraph.url + desk.link(clerk, 'letter', { id: 'march' }).url);
    expect(answer.status).toBe(401);
  });

  it('are read no faster than the client takes them, and let go of when it leaves', async () => {
    const leaving = new AbortController();
    const answer = await fetch(base + desk.link(clerk, 'endless', {}).url, { signal: leaving.signal });
    let before = -1;
    await expect
      .poll(async () => {
        before = endless.pieces;
        await delay(300);
        return endless.pieces === before && before > 0;
      })
      .toBe(true);
    expect(before * PIECE.length).toBeLessThan(64 * 1024 * 1024);
    leaving.abort();
    await answer.body?.cancel().catch(() => undefined);
    await expect.poll(() => endless.isLetGo).toBe(true);
  });

  it('that break off are seen to be cut, and told to the log without the link', async () => {
    const { url } = desk.link(clerk, 'broken', {});
    const answer = await fetch(base + url);
    await expect(answer.arrayBuffer()).rejects.toThrow();
    await expect.poll(() => logged.join('\n')).toContain('file_broken_off');
    const token = url.split('.')[1] ?? '';
    expect(logged.join('\n')).not.toContain(token.slice(0, 20));
  });
});
