import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import {
  entitiesOfTheirOtherTaxes,
  fileTheirOtherTaxes,
  OTHER_TAX_PLACES_OF_NOTHING,
  otherTaxProbes,
  type OtherTaxesOfTheirs,
} from '#test/other-tax-probes.ts';
import {
  entitiesOfTheirInvoices,
  fileTheirInvoices,
  INVOICE_PLACES_OF_NOTHING,
  invoiceProbes,
  type InvoicesOfTheirs,
} from '#test/tax-invoice-probes.ts';
import { fileTheirRsGe, RS_GE_PLACES_OF_NOTHING, rsGeProbes, type RsGeOfTheirs } from '#test/rs-ge-probes.ts';
import { askForTheirPosting, POSTING_PLACES_OF_NOTHING, postingProbes } from '#test/posting-probes.ts';
import { input, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** What the second company has filed; each noun of tax adds its own, and takes it as an argument where it probes. */
export interface TaxOfTheirs {
  readonly taxId: string;
  readonly vatReturn: string;
  readonly invoices: InvoicesOfTheirs;
  readonly rsGe: RsGeOfTheirs;
  readonly otherTaxes: OtherTaxesOfTheirs;
}

/** Files the taxes of the second company, under the key `their-key` and with `SECRET` wherever a text may be. */
export async function fileTheirTaxes(them: Caller): Promise<TaxOfTheirs> {
  const taxId = '206322102';
  await them.query(writing('updateTaxProfile', 'UpdateTaxProfileInput', 'profile { taxId }'), {
    input: { taxId, idempotencyKey: 'their-key' },
  });
  await askForTheirPosting(them);
  return {
    taxId,
    vatReturn: await fileTheirVatReturn(them),
    invoices: await fileTheirInvoices(them),
    rsGe: await fileTheirRsGe(them),
    otherTaxes: await fileTheirOtherTaxes(them),
  };
}

const VAT_RETURN_STEPS = {
  prepareVatReturn: writing('prepareVatReturn', 'VatReturnInput', 'vatReturn { id }'),
  submitVatReturn: writing('submitVatReturn', 'SubmitVatReturnInput', 'vatReturn { id }'),
  acceptVatReturn: writing('acceptVatReturn', 'AcceptVatReturnInput', 'vatReturn { id }'),
  refuseVatReturn: writing('refuseVatReturn', 'RefuseVatReturnInput', 'vatReturn { id }'),
  reopenVatReturn: writing('reopenVatReturn', 'ReopenVatReturnInput', 'vatReturn { id }'),
} as const;
type VatReturnStep = keyof typeof VAT_RETURN_STEPS;

/** What each step of a VAT return wants besides its month. */
const VAT_RETURN_INPUTS: Readonly<Record<VatReturnStep, object>> = {
  prepareVatReturn: {},
  submitVatReturn: { sequenceNumber: SECRET },
  acceptVatReturn: { receiptNumber: SECRET, date: '2025-04-15' },
  refuseVatReturn: { receiptNumber: SECRET, reason: SECRET, date: '2025-04-15' },
  reopenVatReturn: { reason: SECRET },
};

/** A return that has taken every step. */
async function fileTheirVatReturn(them: Caller): Promise<string> {
  let id = '';
  const take = async (step: VatReturnStep, idempotencyKey: string): Promise<void> => {
    const given = { ...VAT_RETURN_INPUTS[step], year: 2025, month: 3, idempotencyKey };
    const data = await them.query<Record<string, { vatReturn: { id: string } }>>(
      VAT_RETURN_STEPS[step],
      input(given),
    );
    id = data[step]?.vatReturn.id ?? '';
  };
  await take('prepareVatReturn', 'their-key');
  await take('submitVatReturn', 'their-key');
  await take('refuseVatReturn', 'their-key');
  await take('reopenVatReturn', 'their-key');
  await take('prepareVatReturn', 'another key');
  await take('submitVatReturn', 'another key');
  await take('acceptVatReturn', 'their-key');
  return id;
}

/** A month to come is refused to everybody, unless the key were known. */
function vatReturnProbes(): Probes {
  return Object.fromEntries(
    Object.entries(VAT_RETURN_STEPS).map(([step, query]) => [
      `Mutation.${step}(input.idempotencyKey)`,
      probe(
        query,
        (idempotencyKey) =>
          input({ ...VAT_RETURN_INPUTS[step as VatReturnStep], year: 2099, month: 1, idempotencyKey }),
        () => 'their-key',
        uuidv7,
      ),
    ]),
  );
}

/** Entities of tax by their type, with ids of the second company's. */
export function entitiesOfTheirTaxes({
  vatReturn,
  invoices,
  otherTaxes,
}: TaxOfTheirs): Readonly<Record<string, string[]>> {
  return {
    VatReturn: [vatReturn],
    ...entitiesOfTheirInvoices(invoices),
    ...entitiesOfTheirOtherTaxes(otherTaxes),
  };
}

/** Places of the schema whose names sound as if they named something of a company, and do not. */
export const TAX_PLACES_OF_NOTHING: readonly string[] = [
  ...POSTING_PLACES_OF_NOTHING,
  ...INVOICE_PLACES_OF_NOTHING,
  ...RS_GE_PLACES_OF_NOTHING,
  // The number of a taxpayer is public.
  'Mutation.updateTaxProfile(input.taxId)',
  // Every company has every month.
  'Query.vatReturn(year)',
  ...Object.keys(VAT_RETURN_STEPS).map((step) => `Mutation.${step}(input.year)`),
  ...OTHER_TAX_PLACES_OF_NOTHING,
];

/** Where a client may write what names something of tax. */
export function taxProbes(theirs: () => TaxOfTheirs): Probes {
  return {
    ...invoiceProbes(() => theirs().invoices),
    ...rsGeProbes(() => theirs().rsGe),
    ...otherTaxProbes(() => theirs().otherTaxes),
    ...vatReturnProbes(),
    ...postingProbes(),
    'Mutation.updateTaxProfile(input.idempotencyKey)': probe(
      writing('updateTaxProfile', 'UpdateTaxProfileInput', 'profile { regime }'),
      (idempotencyKey) => input({ regime: 'DISTRIBUTED_PROFIT', idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
  };
}
