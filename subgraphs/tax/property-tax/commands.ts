import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { demandPeriod } from '../calendar/deadlines.ts';
import type { TaxWriter } from '../writer.ts';
import { decidePropertyValues } from './decide.ts';
import {
  noPropertyValues,
  propertyValuesId,
  propertyValuesKind,
  type PropertyValue,
  type PropertyValues,
} from './values.ts';

export interface PropertyValuesGiven {
  readonly year: number;
  readonly month: number;
  readonly values: readonly PropertyValue[];
  readonly idempotencyKey?: string | null | undefined;
}

/** @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function setPropertyValues(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...given }: PropertyValuesGiven,
): Promise<void> {
  demandPeriod(given);
  const id = propertyValuesId(actor.companyId, given);
  let state: PropertyValues = noPropertyValues;
  await writer.writePath.execute({
    ...actor,
    operation: 'setPropertyValues',
    ...keyed({ ...given, idempotencyKey }),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, propertyValuesKind);
    },
    decide: () => decidePropertyValues({ id, ...given }, state),
  });
}
