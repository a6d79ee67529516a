import type { OperationCost } from '#gateway/limits/gate.ts';
import type { Caller } from '#shared/platform/principal.ts';

/** What travels with one operation through Apollo Server, the rules and the query plan. */
export interface OperationContext {
  readonly caller: Caller;
  /** Told in the answer; absent for subscriptions. */
  readonly cost?: OperationCost | undefined;
}
