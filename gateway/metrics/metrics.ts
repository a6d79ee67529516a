import type { PersistedOutcome } from '#gateway/operations/resolve.ts';
import type { ErrorCode } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/platform/log.ts';
import { processMetrics, SECONDS, type Distribution, type Tally } from '#shared/platform/metrics.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { tracing } from '#shared/platform/tracing.ts';
import { createOperationLog } from './operation-log.ts';

/** What the gateway counts and tells the log. Each call is a few additions: labels are looked up once and kept. */
export interface Metrics {
  /** An answer over HTTP, whatever it was. */
  httpAnswer(method: string, endpoint: string | undefined, status: number, milliseconds: number): void;
  /** An operation that was answered or refused, over whatever transport. */
  operation(caller: OperationCaller, told: OperationRecord): void;
  /** How the text of an automatically persisted query was found. */
  persistedQuery(outcome: PersistedOutcome): void;
  socketOpened(): void;
  socketClosed(): void;
}

export type OperationCaller = Pick<Caller, 'principal' | 'requestId'>;

export interface OperationRecord {
  /** Unknown when it was refused before it was read. */
  readonly type?: 'query' | 'mutation' | 'subscription' | undefined;
  /** Its name in a document that was read: whatever else a client calls it is not repeated. */
  readonly name?: string | undefined;
  readonly outcome: OperationOutcome;
  readonly milliseconds: number;
  readonly cost?: number | undefined;
}

/** `ok`, or the code of the refusal. */
export type OperationOutcome = 'ok' | ErrorCode;

/** Paths that lead nowhere are of the client's making, and endless. */
const OTHER = 'other';

const http = processMetrics.distribution(
  'http_request_duration_seconds',
  'Time from the request to the last byte of the answer.',
  SECONDS,
  ['method', 'endpoint', 'status'],
);
const operations = processMetrics.tally(
  'davtari_operations_total',
  'GraphQL operations by outcome: ok, or the code of the first error.',
  ['type', 'outcome'],
);
const durations = processMetrics.distribution(
  'davtari_operation_duration_seconds',
  'Time that GraphQL operations took; of subscriptions, until they ran.',
  SECONDS,
  ['type'],
);
const partnerRequests = processMetrics.tally(
  'davtari_partner_requests_total',
  'Operations that partners asked for, by outcome: ok, or the code of the refusal.',
  ['partner', 'outcome'],
);
const partnerCost = processMetrics.tally(
  'davtari_partner_cost_total',
  'Cost of the operations that partners ran, in the units of extensions.cost.',
  ['partner'],
);
const partnerDuration = processMetrics.distribution(
  'davtari_partner_duration_seconds',
  'Time that operations of partners took.',
  SECONDS,
  ['partner'],
);
const persisted = processMetrics.tally(
  'davtari_persisted_queries_total',
  'Automatically persisted queries: hit, miss, or kept when a text was sent along.',
  ['outcome'],
);
const sockets = processMetrics.level('davtari_sockets_open', 'Open WebSockets.').of();

export interface MetricsOptions {
  readonly log: Logger;
  /** Operations that take longer are told at level `warn`. */
  readonly slowMs: number;
}

export function createMetrics(options: MetricsOptions): Metrics {
  const answers = new Map<string, Distribution>();
  const ofType = new Map<string, OfType>();
  const partners = new Map<string, PartnerMetrics>();
  const note = createOperationLog(options.log, options.slowMs);
  const outcomes = {
    hit: persisted.of('hit'),
    miss: persisted.of('miss'),
    kept: persisted.of('kept'),
  };

  function typeMetrics(type: string): OfType {
    let found = ofType.get(type);
    if (found === undefined) {
      found = { duration: durations.of(type), outcomes: new Map() };
      ofType.set(type, found);
    }
    return found;
  }

  function partnerMetrics(id: string): PartnerMetrics {
    let found = partners.get(id);
    if (found === undefined) {
      found = { cost: partnerCost.of(id), duration: partnerDuration.of(id), outcomes: new Map() };
      partners.set(id, found);
    }
    return found;
  }

  return {
    httpAnswer(method, endpoint = OTHER, status, milliseconds) {
      const key = `${method} ${String(status)} ${endpoint}`;
      let child = answers.get(key);
      if (child === undefined) answers.set(key, (child = http.of(method, endpoint, String(status))));
      child.observe(milliseconds / 1000);
    },
    operation(caller, told) {
      const { type = 'unknown', outcome, milliseconds, cost } = told;
      const seconds = milliseconds / 1000;
      const all = typeMetrics(type);
      all.duration.observe(seconds);
      counted(all.outcomes, outcome, () => operations.of(type, outcome)).add();
      const id = caller.principal?.partner?.id;
      if (id !== undefined) {
        const partner = partnerMetrics(id);
        counted(partner.outcomes, outcome, () => partnerRequests.of(id, outcome)).add();
        partner.duration.observe(seconds);
        if (cost !== undefined) partner.cost.add(cost);
      }
      note(caller, told);
      tracing()?.note({
        'graphql.operation.type': type,
        'graphql.operation.name': told.name,
        'davtari.outcome': outcome,
        'davtari.cost': cost,
        'davtari.request_id': caller.requestId,
      });
    },
    persistedQuery: (outcome) => outcomes[outcome].add(),
    socketOpened: () => sockets.add(1),
    socketClosed: () => sockets.add(-1),
  };
}

interface OfType {
  readonly duration: Distribution;
  readonly outcomes: Map<OperationOutcome, Tally>;
}

interface PartnerMetrics extends OfType {
  readonly cost: Tally;
}

function counted(known: Map<OperationOutcome, Tally>, outcome: OperationOutcome, make: () => Tally): Tally {
  let found = known.get(outcome);
  if (found === undefined) known.set(outcome, (found = make()));
  return found;
}

const ERRORS = /"errors":\[.*?"code":"([A-Z_]+)"/s;

/** The outcome that an answer's text tells: the code of its first error. */
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
