import { createManifestChecker } from '#gateway/operations/manifest.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import type { RegisteredText } from '#shared/platform/access-authority.ts';
import type { ManifestChecker, ManifestFault } from '#shared/platform/operation-manifest.ts';

/** A registered operation that runs now and would not run any more. */
export interface BrokenOperation extends ManifestFault {
  readonly partnerId: string;
}

export interface BreakingCheck {
  /** Supergraph that is answered now. */
  readonly from: string;
  /** Supergraph that is to take its place. */
  readonly to: string;
  readonly operations: AsyncIterable<readonly RegisteredText[]>;
  readonly costLimit: number;
}

/** Why registered operations would break by another supergraph; what is broken already is not its fault. */
export async function findBroken({
  from,
  to,
  operations,
  costLimit,
}: BreakingCheck): Promise<BrokenOperation[]> {
  const [before, after] = [createManifestChecker(from, costLimit), createManifestChecker(to, costLimit)];
  const broken: BrokenOperation[] = [];
  for await (const page of operations) {
    for (const partnerId of new Set(page.map((operation) => operation.partnerId))) {
      const ofPartner = page.filter((operation) => operation.partnerId === partnerId);
      const faults = await faultsOf(after, ofPartner);
      if (faults.length === 0) continue;
      const failing = new Set(faults.map(({ operationId }) => operationId));
      const suspects = ofPartner.filter(({ operationId }) => failing.has(operationId));
      const old = new Set((await faultsOf(before, suspects)).map(({ operationId }) => operationId));
      for (const fault of faults) if (!old.has(fault.operationId)) broken.push({ ...fault, partnerId });
    }
  }
  return broken;
}

async function faultsOf(
  check: ManifestChecker,
  operations: readonly RegisteredText[],
): Promise<readonly ManifestFault[]> {
  const scopes: readonly Permission[] = operations[0]?.scopes ?? [];
  const { faults } = await check(
    operations.map(({ operationId: id, body }) => ({ id, body })),
    // Where nobody lets a partner do anything, the schema alone is in question.
    new Set(scopes.length === 0 ? PERMISSIONS : scopes),
  );
  return faults;
}
