import { describe, expect, it } from 'vitest';
import { CircuitBreaker, REFUSED, type BreakerState, type Permit } from './circuit-breaker.ts';

function breaker(): {
  readonly it: CircuitBreaker;
  readonly clock: { now: number };
  readonly states: BreakerState[];
  readonly fail: (times: number) => void;
} {
  const clock = { now: 0 };
  const states: BreakerState[] = [];
  const made = new CircuitBreaker({ now: () => clock.now }, (state) => states.push(state));
  return {
    it: made,
    clock,
    states,
    fail: (times) => {
      for (let time = 0; time < times; time += 1) made.failed(made.enter());
    },
  };
}

const isLetThrough = (permit: Permit): boolean => permit !== REFUSED;

describe('a circuit breaker', () => {
  it('opens at the fifth failure in a row, and not at five with a success between them', () => {
    const { it: made, fail } = breaker();
    fail(4);
    made.succeeded(made.enter());
    fail(4);
    expect(made.state).toBe('closed');
    fail(1);
    expect(made.state).toBe('open');
    expect(made.enter()).toBe(REFUSED);
  });

  it('is half open after a minute, lets one call at a time try, and closes at the second success', () => {
    const { it: made, clock, states, fail } = breaker();
    fail(5);
    clock.now = 59_999;
    expect(made.enter()).toBe(REFUSED);
    clock.now = 60_000;
    expect(made.state).toBe('half-open');
    const first = made.enter();
    expect(isLetThrough(first)).toBe(true);
    expect(made.enter()).toBe(REFUSED);
    made.succeeded(first);
    expect(made.state).toBe('half-open');
    made.succeeded(made.enter());
    expect(made.state).toBe('closed');
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('opens for another minute when the call that tries fails', () => {
    const { it: made, clock, fail } = breaker();
    fail(5);
    clock.now = 60_000;
    made.failed(made.enter());
    clock.now = 119_999;
    expect(made.enter()).toBe(REFUSED);
    clock.now = 120_000;
    expect(isLetThrough(made.enter())).toBe(true);
  });

  it('lets another call try when the one that tried was given up', () => {
    const { it: made, clock, fail } = breaker();
    fail(5);
    clock.now = 60_000;
    made.abandoned(made.enter());
    expect(made.state).toBe('half-open');
    expect(isLetThrough(made.enter())).toBe(true);
  });

  it('lets a call try at once when the place says that it is ready', () => {
    const { it: made, fail } = breaker();
    made.tryNow();
    expect(made.state).toBe('closed');
    fail(5);
    made.tryNow();
    made.succeeded(made.enter());
    expect(made.state).toBe('half-open');
    made.succeeded(made.enter());
    expect(made.state).toBe('closed');
  });

  it('learns nothing from calls that began before it opened', () => {
    const { it: made, clock, fail } = breaker();
    const old = made.enter();
    const older = made.enter();
    fail(5);
    clock.now = 60_000;
    made.succeeded(old);
    made.succeeded(older);
    expect(made.state).toBe('half-open');
    const trying = made.enter();
    made.failed(old);
    expect(made.state).toBe('half-open');
    expect(isLetThrough(trying)).toBe(true);
  });
});
