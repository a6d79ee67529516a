import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PersistedOutcome } from '#gateway/operations/resolve.ts';
import type { ErrorCode } from '#shared/domain/errors.ts';
import type { Principal } from '#shared/platform/principal.ts';

/** What the gateway counts. Each call is a few additions: labels are looked up once and kept. */
export interface Metrics {
  /** An answer over HTTP, whatever it was. */
  httpAnswer(method: string, endpoint: string | undefined, status: number, milliseconds: number): void;
  /** An operation that was answered or refused, over whatever transport; only those of partners are told apart. */
  operation(
    principal: Principal | null,
    outcome: OperationOutcome,
    milliseconds: number,
    cost?: number,
  ): void;
  /** How the text of an automatically persisted query was found. */
  persistedQuery(outcome: PersistedOutcome): void;
  socketOpened(): void;
  socketClosed(): void;
  /** Everything, in the text format of Prometheus. */
  page(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** `ok`, or the code of the refusal. */
export type OperationOutcome = 'ok' | ErrorCode;

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Partners are known by name to the company and by id to us: an endless number of them cannot be made up. */
const OTHER = 'other';

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const http = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the last byte of the answer.',
    labelNames: ['method', 'endpoint', 'status'] as const,
    buckets: SECONDS,
    registers,
  });
  const requests = new Counter({
    name: 'davtari_partner_requests_total',
    help: 'Operations that partners asked for, by outcome: ok, or the code of the refusal.',
    labelNames: ['partner', 'outcome'] as const,
    registers,
  });
  const cost = new Counter({
    name: 'davtari_partner_cost_total',
    help: 'Cost of the operations that partners ran, in the units of extensions.cost.',
    labelNames: ['partner'] as const,
    registers,
  });
  const duration = new Histogram({
    name: 'davtari_partner_duration_seconds',
    help: 'Time that operations of partners took.',
    labelNames: ['partner'] as const,
    buckets: SECONDS,
    registers,
  });
  const persisted = new Counter({
    name: 'davtari_persisted_queries_total',
    help: 'Automatically persisted queries: hit, miss, or kept when a text was sent along.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const sockets = new Gauge({
    name: 'davtari_sockets_open',
    help: 'Open WebSockets.',
    registers,
  });

  const answers = new Map<string, Histogram.Internal<'method' | 'endpoint' | 'status'>>();
  const partners = new Map<string, PartnerMetrics>();
  const outcomes = {
    hit: persisted.labels('hit'),
    miss: persisted.labels('miss'),
    kept: persisted.labels('kept'),
  };

  function ofPartner(id: string): PartnerMetrics {
    let found = partners.get(id);
    if (found === undefined) {
      found = { cost: cost.labels(id), duration: duration.labels(id), outcomes: new Map() };
      partners.set(id, found);
    }
    return found;
  }

  return {
    httpAnswer(method, endpoint = OTHER, status, milliseconds) {
      const key = `${method} ${String(status)} ${endpoint}`;
      let child = answers.get(key);
      if (child === undefined) {
        child = http.labels(method, endpoint, String(status));
        answers.set(key, child);
      }
      child.observe(milliseconds / 1000);
    },
    operation(principal, outcome, milliseconds, spent) {
      const id = principal?.partner?.id;
      if (id === undefined) return;
      const partner = ofPartner(id);
      let counted = partner.outcomes.get(outcome);
      if (counted === undefined) {
        counted = requests.labels(id, outcome);
        partner.outcomes.set(outcome, counted);
      }
      counted.inc();
      partner.duration.observe(milliseconds / 1000);
      if (spent !== undefined) partner.cost.inc(spent);
    },
    persistedQuery: (outcome) => outcomes[outcome].inc(),
    socketOpened: () => sockets.inc(),
    socketClosed: () => sockets.dec(),
    page: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

interface PartnerMetrics {
  readonly cost: Counter.Internal;
  readonly duration: Histogram.Internal<'partner'>;
  readonly outcomes: Map<OperationOutcome, Counter.Internal>;
}

const ERRORS = /"errors":\[.*?"code":"([A-Z_]+)"/s;

/** The outcome that an answer's text tells: the code of its first error. Looked for in answers to partners only. */
export function outcomeOfText(body: string): OperationOutcome {
  return (ERRORS.exec(body)?.[1] as ErrorCode | undefined) ?? 'ok';
}

/** The outcome that errors tell: the code of the first. */
export function outcomeOf(
  errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] | undefined,
): OperationOutcome {
  const code = errors?.[0]?.extensions?.['code'];
  return typeof code === 'string' ? (code as ErrorCode) : 'ok';
}
