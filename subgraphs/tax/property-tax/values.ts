import type { AggregateKind } from '#db/aggregates.ts';
import { namedId } from '#shared/domain/named-id.ts';

/** Net book value of one account of fixed assets at both ends of a month; decimal text, GEL. */
export interface PropertyValue {
  readonly accountCode: string;
  readonly opening: string;
  readonly closing: string;
}

export interface PropertyValuesSet {
  readonly year: number;
  readonly month: number;
  readonly values: readonly PropertyValue[];
}

export interface PropertyValuesEvent {
  readonly type: 'PropertyValuesSet';
  readonly data: PropertyValuesSet;
}

/** What was last said of a month; null when nothing was. */
export interface PropertyValues {
  readonly version: number;
  readonly said: PropertyValuesSet | null;
}

export const noPropertyValues: PropertyValues = { version: 0, said: null };

export function evolvePropertyValues(state: PropertyValues, event: PropertyValuesEvent): PropertyValues {
  return { version: state.version + 1, said: event.data };
}

/** Id of what is said of a month. */
export function propertyValuesId(
  companyId: string,
  { year, month }: { readonly year: number; readonly month: number },
): string {
  return namedId('tax', companyId, `property-values:${year}-${month}`);
}

/** How the words about a month are kept. */
export const propertyValuesKind: AggregateKind<PropertyValues, PropertyValuesEvent> = {
  initial: noPropertyValues,
  evolve: evolvePropertyValues,
  stateVersion: 2,
};
