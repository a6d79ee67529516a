import { setImmediate as nextTurn } from 'node:timers/promises';
import { getOperationAST, OperationTypeNode } from 'graphql';
import type { LoadedSupergraph } from '#gateway/execution/supergraph.ts';
import type { Admission } from '#gateway/limits/admit.ts';

/** Plans one text, so that the first who asks for it need not wait. Answers whether there was something to plan. */
export type PlanAhead = (text: string) => boolean;

/** Plans as a supergraph's operations do themselves, so that they find it done. */
export function planAhead(supergraph: LoadedSupergraph, admit: Admission): PlanAhead {
  return (text) => {
    const { document, queryHash } = admit(text);
    const operation = getOperationAST(document);
    if (operation == null || operation.operation === OperationTypeNode.SUBSCRIPTION) return false;
    return (
      supergraph.isValid(document) && supergraph.operations.isCompiled({ document, operation, queryHash })
    );
  };
}

export interface Warmed {
  readonly planned: number;
  /** Texts that could not be planned. */
  readonly failed: number;
  /** False when the time was over before the end. */
  readonly isComplete: boolean;
}

export interface WarmLimits {
  /** More plans than are remembered would only drive each other out. */
  readonly operations: number;
  readonly milliseconds: number;
}

export const DEFAULT_WARM: WarmLimits = { operations: 1_500, milliseconds: 20_000 };

/** Plans operations, each text once, until there are enough. Other requests have their turn between any two. */
export async function warmPlans(
  operations: AsyncIterable<readonly { readonly body: string }[]>,
  plan: PlanAhead,
  limits: WarmLimits = DEFAULT_WARM,
): Promise<Warmed> {
  const end = performance.now() + limits.milliseconds;
  const seen = new Set<string>();
  let planned = 0;
  let failed = 0;
  for await (const page of operations) {
    for (const { body } of page) {
      if (seen.has(body)) continue;
      if (planned >= limits.operations || performance.now() >= end)
        return { planned, failed, isComplete: false };
      seen.add(body);
      await nextTurn();
      try {
        if (plan(body)) planned += 1;
      } catch {
        // Who asks for it is told why; here it is counted, and the check of registered operations has named those.
        failed += 1;
      }
    }
  }
  return { planned, failed, isComplete: true };
}
