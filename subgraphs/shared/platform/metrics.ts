import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Goes up only. */
export interface Tally {
  add(by?: number): void;
}

/** Goes up and down. */
export interface Level {
  add(by: number): void;
  set(value: number): void;
}

/** Gathers values into buckets. */
export interface Distribution {
  observe(value: number): void;
}

/** One metric under all values of its labels, which are looked up once and kept. */
export interface Family<One> {
  /** The metric under these values, in the order in which the labels were declared. */
  of(...values: readonly string[]): One;
  /** Forgets everything that was said under any labels. */
  clear(): void;
}

export interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

/** Brings levels up to date that are asked for rather than told, right before they are read. */
export type Collector = () => void | Promise<void>;

/** Whoever scrapes waits ten seconds by default; one slow collector must not cost it everything else. */
const COLLECT_MILLISECONDS = 2_000;
/** A label whose values a stranger can make up must not fill the memory. */
const MOST_CHILDREN = 5_000;

/** Buckets for what takes from a fraction of a millisecond to half a minute. */
export const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;
/** Buckets for how many of something went together. */
export const BATCHES = [1, 2, 5, 10, 25, 50, 100, 250, 500] as const;

/** What is counted and measured. Parts know its small instruments and not the library behind them. */
export class MetricRegistry {
  readonly #registry = new Registry();
  readonly #families = new Map<string, Family<unknown>>();
  readonly #collectors = new Set<Collector>();
  readonly #failures: Tally;
  #watchesProcess = false;

  constructor() {
    this.#failures = this.tally(
      'davtari_metrics_failures_total',
      'Times that a figure could not be brought up to date before it was read.',
    ).of();
  }

  tally(name: string, help: string, labels: readonly string[] = []): Family<Tally> {
    return this.#family(name, () => {
      const metric = new Counter({ name, help, labelNames: labels, registers: [this.#registry] });
      return children(metric, labels, (values) => {
        const child = metric.labels(...values);
        return { add: (by = 1) => child.inc(by) };
      });
    });
  }

  level(name: string, help: string, labels: readonly string[] = []): Family<Level> {
    return this.#family(name, () => {
      const metric = new Gauge({ name, help, labelNames: labels, registers: [this.#registry] });
      return children(metric, labels, (values) => {
        const child = metric.labels(...values);
        return { add: (by) => child.inc(by), set: (value) => child.set(value) };
      });
    });
  }

  distribution(
    name: string,
    help: string,
    buckets: readonly number[],
    labels: readonly string[] = [],
  ): Family<Distribution> {
    return this.#family(name, () => {
      const metric = new Histogram({
        name,
        help,
        buckets: [...buckets],
        labelNames: labels,
        registers: [this.#registry],
      });
      return children(metric, labels, (values) => metric.labels(...values));
    });
  }

  /** Has the collector called before every reading. Answers how to stop that. */
  collect(collector: Collector): () => void {
    this.#collectors.add(collector);
    return () => void this.#collectors.delete(collector);
  }

  /** Adds what Node knows of this process; once, however often it is asked. */
  watchProcess(): void {
    if (this.#watchesProcess) return;
    this.#watchesProcess = true;
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Everything, in the text format of Prometheus. */
  async page(): Promise<MetricsPage> {
    await Promise.all([...this.#collectors].map((collector) => this.#run(collector)));
    return { contentType: this.#registry.contentType, text: await this.#registry.metrics() };
  }

  async #run(collector: Collector): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('collecting takes too long')), COLLECT_MILLISECONDS);
    });
    try {
      await Promise.race([Promise.resolve().then(collector), late]);
    } catch {
      // The page says so itself, and everything else on it is still of use.
      this.#failures.add();
    } finally {
      clearTimeout(timer);
    }
  }

  /** A metric exists once, whoever declares it how often. */
  #family<One>(name: string, make: () => Family<One>): Family<One> {
    let family = this.#families.get(name);
    if (family === undefined) this.#families.set(name, (family = make()));
    return family as Family<One>;
  }
}

function children<One>(
  metric: { reset(): void },
  labels: readonly string[],
  make: (values: readonly string[]) => One,
): Family<One> {
  const known = new Map<string, One>();
  const childOf = (values: readonly string[]): One => {
    const key = values.join('\n');
    let child = known.get(key);
    if (child === undefined) known.set(key, (child = make(values)));
    return child;
  };
  // Without labels there is one value from the beginning: nothing yet.
  if (labels.length === 0) childOf([]);
  return {
    of(...values) {
      const child = known.get(values.join('\n'));
      if (child !== undefined) return child;
      if (values.length !== labels.length)
        throw new Error(`labels are ${labels.join(', ') || 'none'}, not ${values.join(', ')}`);
      return childOf(known.size < MOST_CHILDREN ? values : labels.map(() => 'other'));
    },
    clear() {
      known.clear();
      metric.reset();
    },
  };
}

/** Of this process, whatever runs in it: `/metrics` shows it all. */
export const processMetrics = new MetricRegistry();
