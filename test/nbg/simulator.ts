import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/**
 * A simulator of the National Bank's public interface of rates, for tests. It is not the bank: its figures are given to
 * it, and only the form of its answers is the bank's.
 */
export interface NbgSimulator {
  readonly url: string;
  /** Days that were asked about, in order. */
  readonly asked: readonly string[];
  /** Publishes lari for so many units from a business day on. */
  publish(day: string, currency: string, rate: string, quantity?: number): void;
  /** The next questions go wrong in these ways, one after the other. */
  fail(...ways: readonly ('STATUS' | 'SILENCE' | 'NONSENSE' | 'HANG_UP')[]): void;
  close(): Promise<void>;
}

interface Published {
  readonly day: string;
  readonly rate: string;
  readonly quantity: number;
}

export async function startNbgSimulator(): Promise<NbgSimulator> {
  const published = new Map<string, Published[]>();
  const asked: string[] = [];
  const failures: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const day = url.searchParams.get('date') ?? '';
    asked.push(day);
    const failure = failures.shift();
    if (failure === 'HANG_UP') return void request.socket.destroy();
    if (failure === 'SILENCE') return;
    if (failure === 'STATUS') return void response.writeHead(503).end('busy');
    response.setHeader('content-type', 'application/json');
    if (failure === 'NONSENSE') return void response.end('[{"currencies":[{"code":"USD","quantity":0}]}]');
    const currencies = [...published].flatMap(([code, rates]) => {
      const last = rates.filter((rate) => rate.day <= day).at(-1);
      return last === undefined
        ? []
        : [
            {
              code,
              quantity: last.quantity,
              rateFormated: last.rate,
              diffFormated: '0.0000',
              rate: Number(last.rate),
              name: code,
              diff: 0,
              date: `${last.day}T00:00:00.000Z`,
              validFromDate: `${last.day}T00:00:00.000Z`,
            },
          ];
    });
    response.end(JSON.stringify([{ date: `${day}T00:00:00.000Z`, currencies }]));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/currencies`,
    asked,
    publish(day, currency, rate, quantity = 1) {
      const rates = [
        ...(published.get(currency) ?? []).filter((known) => known.day !== day),
        { day, rate, quantity },
      ];
      published.set(
        currency,
        rates.sort((a, b) => (a.day < b.day ? -1 : 1)),
      );
    },
    fail: (...ways) => void failures.push(...ways),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
