import { describe, expect, it } from 'vitest';
import { createLog } from '#shared/platform/log.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { createOperationLog } from './operation-log.ts';
import type { OperationRecord } from './metrics.ts';

const COMPANY = '0192f0c0-0000-7000-8000-000000000001';
const USER = '0192f0c0-0000-7000-8000-000000000002';
const principal: Principal = {
  userId: USER,
  companyId: COMPANY,
  roles: ['accountant'],
  permissions: new Set(),
  tokenId: 'token',
  sessionId: 'session',
  issuedAt: 0,
  expiresAt: 0,
};

const QUERY: OperationRecord = {
  type: 'query',
  name: 'Balances',
  outcome: 'ok',
  milliseconds: 12.34,
  cost: 7,
};

/** The lines that a log of this level is told of these operations. */
function linesOf(level: 'debug' | 'info' | 'warn', ...told: readonly OperationRecord[]) {
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ logLevel: level }, { write: (line) => void lines.push(JSON.parse(line) as never) });
  const note = createOperationLog(log, 1_000);
  for (const one of told) note({ principal, requestId: 'r-1' }, one);
  return lines;
}

describe('the log of operations', () => {
  it('tells request, company, operation, outcome, time and cost, and nobody', () => {
    const [line] = linesOf('debug', QUERY);
    expect(line).toMatchObject({
      event: 'operation',
      requestId: 'r-1',
      companyId: COMPANY,
      type: 'query',
      operation: 'Balances',
      outcome: 'ok',
      durationMs: 12.3,
      cost: 7,
    });
    expect(JSON.stringify(line)).not.toContain(USER);
  });

  it('keeps mutations and failures at info, and what reads well at debug', () => {
    const mutation = { ...QUERY, type: 'mutation', name: 'Post' } as const;
    const failure = { ...QUERY, outcome: 'FORBIDDEN', name: 'Peek' } as const;
    expect(linesOf('info', QUERY, mutation, failure).map((line) => line['operation'])).toEqual([
      'Post',
      'Peek',
    ]);
  });

  it('warns of what was slow', () => {
    const slow = { ...QUERY, milliseconds: 1_001 };
    expect(linesOf('warn', { ...QUERY, milliseconds: 999 }, slow)).toMatchObject([
      { event: 'operation_slow', operation: 'Balances', durationMs: 1_001 },
    ]);
  });

  it('is not flooded by whoever floods us, and says what it left out', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = createLog(
      { logLevel: 'info' },
      { write: (line) => void lines.push(JSON.parse(line) as never) },
    );
    const note = createOperationLog(log, 1_000);
    const refused: OperationRecord = { outcome: 'RATE_LIMITED', milliseconds: 0.1 };
    for (let index = 0; index < 5_000; index++) note({ principal: null, requestId: 'r' }, refused);
    // The flood may have met the turn of a second.
    expect(lines.length).toBeLessThanOrEqual(600);
    await expect
      .poll(
        () => {
          note({ principal: null, requestId: 'after' }, refused);
          return lines.reduce((sum, line) => sum + Number(line['suppressed'] ?? 0), 0);
        },
        { timeout: 3_000 },
      )
      .toBeGreaterThan(4_000);
  });

  it('repeats no personal number, even as the name of an operation', () => {
    const [line] = linesOf('debug', { ...QUERY, name: 'of_01017012345' });
    expect(JSON.stringify(line)).not.toContain('01017012345');
  });
});
