import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import { CircuitBreaker, REFUSED, type BreakerOptions } from '#shared/platform/circuit-breaker.ts';

/** Where the National Bank of Georgia publishes its rates. */
export const NBG_URL = 'https://nbg.gov.ge/gw/api/ct/monetarypolicy/currencies';

/** A rate as the bank publishes it: lari for so many units, from a day on. */
export interface PublishedRate {
  readonly currency: string;
  readonly quantity: number;
  /** Decimal text. */
  readonly rate: string;
  readonly validFrom: CalendarDate;
}

export interface NbgOptions {
  readonly url: string;
  readonly timeoutMs?: number;
  /** Reads are repeated: they change nothing. */
  readonly attempts?: number;
  readonly pauseMs?: number;
  readonly breaker?: Partial<BreakerOptions>;
}

/** The bank did not answer, or answered with something that is no list of rates. */
export class NbgFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NbgFailure';
  }
}

const MAX_BYTES = 1024 * 1024;

// `rateFormated` is spelt so by the bank; it has the digits that are published, which a JSON number need not have.
const answer = z.array(
  z.object({
    currencies: z.array(
      z.object({
        code: z.string().regex(/^[A-Z]{3}$/),
        quantity: z.number().int().positive(),
        rateFormated: z.string().regex(/^\d+(\.\d{1,10})?$/),
        validFromDate: z.string().regex(/^\d{4}-\d{2}-\d{2}T/),
      }),
    ),
  }),
);

/** The public JSON interface of the National Bank of Georgia: official rates of a day, without a key. */
export class NbgClient {
  readonly #options: Required<Omit<NbgOptions, 'breaker'>>;
  readonly #agent: Agent;
  readonly #breaker: CircuitBreaker;

  constructor({ breaker, ...options }: NbgOptions) {
    this.#options = { timeoutMs: 10_000, attempts: 3, pauseMs: 1_000, ...options };
    this.#agent = new Agent({ connections: 1, connect: { timeout: this.#options.timeoutMs } });
    this.#breaker = new CircuitBreaker(breaker);
  }

  /**
   * The rates that apply on a day; on a weekend or holiday those of the last business day.
   * @throws NbgFailure
   */
  async ratesOn(day: CalendarDate): Promise<PublishedRate[]> {
    const { attempts, pauseMs } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const permit = this.#breaker.enter();
      if (permit === REFUSED)
        throw new NbgFailure('the bank failed several times and is left alone for a while');
      try {
        const rates = await this.#ask(day);
        this.#breaker.succeeded(permit);
        return rates;
      } catch (error) {
        this.#breaker.failed(permit);
        if (attempt >= attempts) throw error;
        await pause(pauseMs * attempt);
      }
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #ask(day: CalendarDate): Promise<PublishedRate[]> {
    const { url, timeoutMs } = this.#options;
    let text: string;
    try {
      const response = await request(`${url}/en/json/?date=${day}`, {
        dispatcher: this.#agent,
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.statusCode !== 200) {
        await response.body.dump();
        throw new NbgFailure(`the bank answered with status ${String(response.statusCode)}`);
      }
      text = await bounded(response.body);
    } catch (error) {
      if (error instanceof NbgFailure) throw error;
      throw new NbgFailure('the bank did not answer', { cause: error });
    }
    return readRates(text);
  }
}

async function bounded(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > MAX_BYTES) throw new NbgFailure(`the bank answered with more than ${String(MAX_BYTES)} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** @throws NbgFailure for a text that is no list of rates: nothing of it is taken then. */
export function readRates(text: string): PublishedRate[] {
  try {
    return answer.parse(JSON.parse(text)).flatMap(({ currencies }) =>
      currencies
        .filter(({ code }) => code !== 'GEL')
        .map(({ code, quantity, rateFormated, validFromDate }) => ({
          currency: code,
          quantity,
          rate: rateFormated,
          validFrom: parseDate(validFromDate.slice(0, 10), 'validFromDate'),
        })),
    );
  } catch (cause) {
    throw new NbgFailure('the bank answered with something that is no list of rates', { cause });
  }
}
