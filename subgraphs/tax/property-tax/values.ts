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
  readonly values: readonly PropertyValue[] | null;
}

export const noPropertyValues: PropertyValues = { version: 0, values: null };

export function evolvePropertyValues(state: PropertyValues, event: PropertyValuesEvent): PropertyValues {
  return { version: state.version + 1, values: event.data.values };
}
