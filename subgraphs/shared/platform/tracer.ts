import { AsyncLocalStorage } from 'node:async_hooks';
import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import { DomainError } from '#shared/domain/errors.ts';
import type { TracingSettings } from './config.ts';
import type { KeptSpan, SpanStart, Tracer } from './tracing.ts';

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;
const CLOSE_MILLISECONDS = 3_000;
/** How long finished spans are gathered before they are sent together. */
const GATHER_MILLISECONDS = 1_000;

/** Tells spans to a collector by OTLP. Loaded only when tracing is on. */
export function createTracer({ endpoint, ratio }: TracingSettings, part: string): Tracer {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `davtari-${part}` }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }), {
        scheduledDelayMillis: GATHER_MILLISECONDS,
      }),
    ],
  });
  const otel = provider.getTracer('davtari');
  /** The running span; there is none for what is not sampled. */
  const running = new AsyncLocalStorage<Span | undefined>();

  function start({ name, kind, attributes = {} }: SpanStart, parent: Context): Span {
    return otel.startSpan(
      name,
      { kind: kind === undefined ? SpanKind.INTERNAL : KINDS[kind], attributes },
      parent,
    );
  }

  function run<T>(span: Span, work: () => T): T {
    const sampled = (span.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;
    return running.run(sampled ? span : undefined, () => {
      try {
        const outcome = work();
        if (outcome instanceof Promise) {
          outcome.then(
            () => span.end(),
            (error: unknown) => endFailed(span, error),
          );
        } else {
          span.end();
        }
        return outcome;
      } catch (error) {
        endFailed(span, error);
        throw error;
      }
    });
  }

  return {
    begin: (given, traceparent, work) => run(start(given, contextOf(traceparent)), work),
    within(given, work) {
      const parent = running.getStore();
      return parent === undefined ? work() : run(start(given, trace.setSpan(ROOT_CONTEXT, parent)), work);
    },
    open(given) {
      const parent = running.getStore();
      if (parent === undefined) return undefined;
      const span = start(given, trace.setSpan(ROOT_CONTEXT, parent));
      return (error) => (error === undefined ? span.end() : endFailed(span, error));
    },
    note(attributes) {
      const span = running.getStore();
      for (const [name, value] of Object.entries(attributes)) {
        if (value !== undefined) span?.setAttribute(name, value);
      }
    },
    traceparent() {
      const span = running.getStore();
      if (span === undefined) return undefined;
      const { traceId, spanId } = span.spanContext();
      return `00-${traceId}-${spanId}-01`;
    },
    keep: () => running.getStore(),
    resume: (kept: KeptSpan | undefined, work) => running.run(kept as Span | undefined, work),
    async close() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MILLISECONDS).unref());
      // Whoever cannot take the last spans must not keep the process from ending.
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}

/** A failure by its code alone: its words may quote what it failed on. */
function endFailed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  const code =
    error instanceof DomainError
      ? error.code
      : error instanceof Error && 'code' in error
        ? error.code
        : undefined;
  span.setAttribute('error.type', typeof code === 'string' ? code : 'defect');
  span.end();
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function contextOf(traceparent: string | undefined): Context {
  const [, traceId = '', spanId = '', flags = '0'] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(context) ? trace.setSpanContext(ROOT_CONTEXT, context) : ROOT_CONTEXT;
}
