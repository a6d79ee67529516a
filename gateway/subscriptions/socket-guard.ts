import type { IncomingMessage } from 'node:http';
import { networkOf } from '#gateway/limits/rates.ts';

export interface SocketLimits {
  /** Open sockets of the gateway. */
  readonly total: number;
  /** Open sockets from one address. */
  readonly perAddress: number;
  /** Sockets that one address may open in a minute. */
  readonly openedPerMinute: number;
}

export const DEFAULT_SOCKET_LIMITS: SocketLimits = { total: 10_000, perAddress: 500, openedPerMinute: 600 };

/** A connection that may not open now, and in how many seconds it may try again. */
export interface Turned {
  readonly status: 429 | 503;
  readonly retryAfter: number;
}

/** Keeps floods of connections away before they become sockets. */
export interface SocketGuard {
  addressOf(request: IncomingMessage): string;
  /** Counts a connection that is about to open, or answers why it is refused. */
  opening(address: string): Turned | undefined;
  closed(address: string): void;
}

const MINUTE = 60_000;

export function createSocketGuard(
  limits: SocketLimits,
  trustProxy: boolean,
  now: () => number = () => Date.now(),
): SocketGuard {
  const open = new Map<string, number>();
  const opened = new Map<string, number>();
  let total = 0;
  let minute = 0;

  return {
    addressOf(request) {
      const direct = request.socket.remoteAddress ?? '';
      const forwarded = request.headers['x-forwarded-for'];
      if (!trustProxy || forwarded === undefined) return direct;
      // The last entry is what our own proxy has written; whatever stands before it came from outside.
      const last = String(forwarded).split(',').at(-1)?.trim();
      return last === undefined || last === '' ? direct : last;
    },
    opening(address) {
      const key = networkOf(address);
      const current = Math.floor(now() / MINUTE);
      if (current !== minute) {
        minute = current;
        opened.clear();
      }
      const count = (opened.get(key) ?? 0) + 1;
      opened.set(key, count);
      const retryAfter = Math.ceil(((current + 1) * MINUTE - now()) / 1_000);
      if (count > limits.openedPerMinute) return { status: 429, retryAfter };
      if ((open.get(key) ?? 0) >= limits.perAddress) return { status: 429, retryAfter };
      if (total >= limits.total) return { status: 503, retryAfter };
      open.set(key, (open.get(key) ?? 0) + 1);
      total += 1;
      return undefined;
    },
    closed(address) {
      const key = networkOf(address);
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
      total -= 1;
    },
  };
}

/** The refusal of a request to become a WebSocket. */
export function turnedAway({ status, retryAfter }: Turned): string {
  const reason = status === 429 ? 'Too Many Requests' : 'Service Unavailable';
  return `HTTP/1.1 ${status} ${reason}\r\nretry-after: ${retryAfter}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`;
}
