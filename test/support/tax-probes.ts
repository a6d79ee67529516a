import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { input, probe, writing, type Probes } from '#test/tenancy-probes.ts';

/** What the second company has filed; each noun of tax adds its own, and takes it as an argument where it probes. */
export interface TaxOfTheirs {
  readonly taxId: string;
}

/** Files the taxes of the second company, under the key `their-key` and with `SECRET` wherever a text may be. */
export async function fileTheirTaxes(them: Caller): Promise<TaxOfTheirs> {
  const taxId = '206322102';
  await them.query(writing('updateTaxProfile', 'UpdateTaxProfileInput', 'profile { taxId }'), {
    input: { taxId, idempotencyKey: 'their-key' },
  });
  return { taxId };
}

/** Entities of tax by their type, with ids of the second company's. */
export function entitiesOfTheirTaxes(): Readonly<Record<string, string[]>> {
  return {};
}

/** Places of the schema whose names sound as if they named something of a company, and do not. */
export const TAX_PLACES_OF_NOTHING: readonly string[] = [
  // The number of a taxpayer is public.
  'Mutation.updateTaxProfile(input.taxId)',
];

/** Where a client may write what names something of tax. */
export function taxProbes(): Probes {
  return {
    'Mutation.updateTaxProfile(input.idempotencyKey)': probe(
      writing('updateTaxProfile', 'UpdateTaxProfileInput', 'profile { regime }'),
      (idempotencyKey) => input({ regime: 'DISTRIBUTED_PROFIT', idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
  };
}
