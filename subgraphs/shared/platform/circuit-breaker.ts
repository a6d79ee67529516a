export type BreakerState = 'closed' | 'open' | 'half-open';

export interface BreakerOptions {
  /** So many failures one after the other open it. */
  readonly failures: number;
  /** So long it stays open before a call may try again. */
  readonly openMs: number;
  /** So many successes of calls that tried close it again. */
  readonly successes: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

export const DEFAULT_BREAKER: BreakerOptions = {
  failures: 5,
  openMs: 60_000,
  successes: 2,
  now: () => performance.now(),
};

/** Leave to call, to be handed back with what came of it. */
export type Permit = number;

export const REFUSED: Permit = 0;

/**
 * Keeps calls from a place that fails, so that nobody waits for it and it can recover. Closed, it lets everything
 * through and costs a comparison. Open, it refuses. After a while, half open, it lets one call at a time try.
 */
export class CircuitBreaker {
  readonly #options: BreakerOptions;
  readonly #onChange: (state: BreakerState) => void;
  #state: BreakerState = 'closed';
  /** Changes with the state, so that a call that began in another one is told apart when it ends. */
  #epoch: Permit = 1;
  #failures = 0;
  #successes = 0;
  #openedAt = 0;
  #isTrying = false;

  constructor(
    options: Partial<BreakerOptions> = {},
    onChange: (state: BreakerState) => void = () => undefined,
  ) {
    this.#options = { ...DEFAULT_BREAKER, ...options };
    this.#onChange = onChange;
  }

  get state(): BreakerState {
    return this.#state === 'open' && this.#isDue() ? 'half-open' : this.#state;
  }

  /** Asks for leave to call; `REFUSED` when there is none. Every other permit must be handed back. */
  enter(): Permit {
    if (this.#state === 'closed') return this.#epoch;
    if (this.#state === 'open') {
      if (!this.#isDue()) return REFUSED;
      this.#become('half-open');
    }
    if (this.#isTrying) return REFUSED;
    this.#isTrying = true;
    return this.#epoch;
  }

  succeeded(permit: Permit): void {
    if (permit !== this.#epoch) return;
    if (this.#state === 'closed') {
      this.#failures = 0;
      return;
    }
    this.#isTrying = false;
    this.#successes += 1;
    if (this.#successes >= this.#options.successes) this.#become('closed');
  }

  failed(permit: Permit): void {
    if (permit !== this.#epoch) return;
    this.#failures += 1;
    if (this.#state === 'half-open' || this.#failures >= this.#options.failures) this.#become('open');
  }

  /** The call was given up before it could show anything. */
  abandoned(permit: Permit): void {
    if (permit === this.#epoch) this.#isTrying = false;
  }

  /** Lets a call try before the time: the place has said that it is ready. */
  tryNow(): void {
    if (this.#state === 'open') this.#become('half-open');
  }

  #isDue(): boolean {
    return this.#options.now() - this.#openedAt >= this.#options.openMs;
  }

  #become(state: BreakerState): void {
    this.#state = state;
    this.#epoch += 1;
    this.#failures = 0;
    this.#successes = 0;
    this.#isTrying = false;
    if (state === 'open') this.#openedAt = this.#options.now();
    this.#onChange(state);
  }
}
