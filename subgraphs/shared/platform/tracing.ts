import type { TracingSettings } from './config.ts';

/**
 * The seam of tracing. While it is off, as it is by default, each place of the program that could tell of itself costs
 * a comparison with undefined, and nothing of OpenTelemetry is loaded.
 */
export interface Tracer {
  /** Runs work as the first span of a trace, or as the continuation of another process's. */
  begin<T>(span: SpanStart, traceparent: string | undefined, work: () => T): T;
  /** Runs work as a part of the span that is running; outside of any it runs untold. */
  within<T>(span: SpanStart, work: () => T): T;
  /** Marks a span that has just begun to run. Answers how to end it; undefined outside of any span. */
  open(span: SpanStart): ((error?: unknown) => void) | undefined;
  /** Says more of the running span. */
  note(attributes: NonNullable<SpanStart['attributes']>): void;
  /** Names the running span for another process, as W3C writes it. */
  traceparent(): string | undefined;
  /** Keeps the running span, so that work which is done later can be told as a part of it. */
  keep(): KeptSpan | undefined;
  /** Runs work as a part of a kept span instead of whichever is running. */
  resume<T>(kept: KeptSpan | undefined, work: () => T): T;
  /** Sends what is still to be sent, and ends. */
  close(): Promise<void>;
}

/** A span that is kept; nobody but the tracer looks inside. */
export type KeptSpan = object;

export interface SpanStart {
  readonly name: string;
  readonly kind?: 'server' | 'client';
  /** Names of operations, fields and statements, and figures: never a parameter, and nobody's name. */
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
}

let tracer: Tracer | undefined;

/** The tracer, when tracing is on. */
export function tracing(): Tracer | undefined {
  return tracer;
}

/** Runs work as a part of the running span, if there is one. */
export function traced<T>(name: string, work: () => T, attributes?: SpanStart['attributes']): T {
  if (tracer === undefined) return work();
  return tracer.within({ name, ...(attributes === undefined ? {} : { attributes }) }, work);
}

/** Runs what a client asked for as the beginning of a trace: what strangers say of theirs is not believed. */
export function tracedRequest<T>(start: SpanStart, work: () => T): T {
  return tracer === undefined ? work() : tracer.begin(start, undefined, work);
}

/** Headers by which another process goes on with this trace. */
export function traceHeaders(): Readonly<Record<string, string>> {
  const traceparent = tracer?.traceparent();
  return traceparent === undefined ? NO_HEADERS : { traceparent };
}

const NO_HEADERS: Readonly<Record<string, string>> = {};

/**
 * Turns tracing on for this process, before databases are opened and servers listen: what was made earlier goes on
 * untold. Answers how to turn it off again.
 */
export async function startTracing(
  settings: TracingSettings | undefined,
  part: string,
): Promise<() => Promise<void>> {
  if (settings === undefined) return () => Promise.resolve();
  const { createTracer } = await import('./tracer.ts');
  const started = createTracer(settings, part);
  tracer = started;
  return async () => {
    tracer = undefined;
    await started.close();
  };
}
