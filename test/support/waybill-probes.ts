import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { input, pageAfter, probe, SECRET, writing, type Probe, type Probes } from '#test/tenancy-probes.ts';

/** A waybill of the second company's. */
export interface WaybillsOfTheirs {
  readonly waybill: string;
  readonly cursor: string;
}

const CONTENT = {
  kind: 'WITHOUT_TRANSPORT',
  buyer: { taxId: '404404404' },
  beginsAt: '2026-03-01T08:00:00Z',
  comment: SECRET,
  lines: [{ name: SECRET, unitCode: 1, quantity: '1', price: '1.00' }],
};

const TYPES = {
  createWaybill: 'CreateWaybillInput',
  changeWaybill: 'ChangeWaybillInput',
  correctWaybill: 'ChangeWaybillInput',
  activateWaybill: 'WaybillInput',
  closeWaybill: 'CloseWaybillInput',
  cancelWaybill: 'WaybillWithReasonInput',
  discardWaybill: 'WaybillInput',
  confirmWaybill: 'WaybillInput',
  rejectWaybill: 'WaybillWithReasonInput',
  linkWaybill: 'LinkWaybillInput',
  linkWaybillInvoice: 'LinkWaybillInvoiceInput',
  retryWaybill: 'WaybillInput',
} as const;
const GIVEN: Readonly<Partial<Record<keyof typeof TYPES, object>>> = {
  changeWaybill: { content: CONTENT },
  correctWaybill: { content: CONTENT },
  closeWaybill: { deliveredAt: '2026-03-01T09:00:00Z' },
  cancelWaybill: { reason: 'x' },
  rejectWaybill: { reason: 'x' },
};

/** Writes a waybill for the second company, under the key `their-key`. */
export async function sendTheirWaybill(them: Caller): Promise<WaybillsOfTheirs> {
  const { createWaybill } = await them.query<{ createWaybill: { waybill: { id: string } } }>(
    writing('createWaybill', TYPES.createWaybill, 'waybill { id }'),
    input({ content: CONTENT, idempotencyKey: 'their-key' }),
  );
  await them.query(writing('setWaybillCredentials', 'SetWaybillCredentialsInput', 'connection { state }'), {
    input: { serviceUser: SECRET, servicePassword: SECRET, idempotencyKey: 'their-key' },
  });
  const { waybills } = await them.query<{ waybills: { pageInfo: { endCursor: string } } }>(
    '{ waybills(first: 1) { pageInfo { endCursor } } }',
  );
  return { waybill: createWaybill.waybill.id, cursor: waybills.pageInfo.endCursor };
}

/** Places whose names sound as if they named something of a company, and do not. */
export const WAYBILL_PLACES_OF_NOTHING: readonly string[] = [
  ...(['createWaybill', 'changeWaybill', 'correctWaybill'] as const).flatMap((field) => [
    // Numbers of taxpayers and units are the country's, and what RS.ge calls its own is kept by RS.ge.
    `Mutation.${field}(input.content.buyer.taxId)`,
    `Mutation.${field}(input.content.transport.driverTaxId)`,
    `Mutation.${field}(input.content.parentRsGeId)`,
    `Mutation.${field}(input.content.lines.unitCode)`,
  ]),
  // Nothing is changed by trying, whatever the key.
  'Mutation.tryWaybillConnection(input.idempotencyKey)',
  'Mutation.retryWaybill(input.idempotencyKey)',
];

/** Where a client may write what names a waybill, or what one belongs to. */
export function waybillProbes(
  theirs: () => WaybillsOfTheirs,
  theirMovement: () => string,
  theirInvoice: () => string,
): Probes {
  const byId = (field: keyof typeof TYPES): [string, Probe] => [
    `Mutation.${field}(input.id)`,
    probe(
      writing(field, TYPES[field], 'waybill { status }'),
      (id) => input({ id, ...GIVEN[field] }),
      () => theirs().waybill,
    ),
  ];
  const byKey = (field: keyof typeof TYPES): [string, Probe] => [
    `Mutation.${field}(input.idempotencyKey)`,
    probe(
      writing(field, TYPES[field], 'waybill { status }'),
      (idempotencyKey) =>
        input(
          field === 'createWaybill'
            ? { content: CONTENT, taxInvoiceId: UNKNOWN_ID, idempotencyKey }
            : { id: UNKNOWN_ID, ...GIVEN[field], idempotencyKey },
        ),
      () => 'their-key',
      uuidv7,
    ),
  ];
  const fields = Object.keys(TYPES) as (keyof typeof TYPES)[];
  return {
    'Query.waybill(id)': probe(
      'query($v: ID!) { waybill(id: $v) { comment } }',
      (v) => ({ v }),
      () => theirs().waybill,
    ),
    'Query.waybills(after)': pageAfter('waybills', 'comment', () => theirs().cursor),
    'Query.waybills(filter.number)': probe(
      'query($v: String) { waybills(first: 10, filter: { number: $v }) { edges { node { comment } } } }',
      (v) => ({ v }),
      () => '0083643001',
      () => '0083643999',
    ),
    ...Object.fromEntries(fields.filter((field) => field !== 'createWaybill').map(byId)),
    ...Object.fromEntries(fields.filter((field) => field !== 'retryWaybill').map(byKey)),
    'Mutation.createWaybill(input.movementId)': probe(
      writing('createWaybill', TYPES.createWaybill, 'waybill { status }'),
      (movementId) => input({ content: CONTENT, movementId }),
      theirMovement,
    ),
    'Mutation.linkWaybill(input.movementId)': probe(
      writing('linkWaybill', TYPES.linkWaybill, 'waybill { status }'),
      (movementId) => input({ id: UNKNOWN_ID, movementId }),
      theirMovement,
    ),
    'Mutation.createWaybill(input.taxInvoiceId)': probe(
      writing('createWaybill', TYPES.createWaybill, 'waybill { status }'),
      (taxInvoiceId) => input({ content: CONTENT, taxInvoiceId }),
      theirInvoice,
    ),
    'Mutation.linkWaybill(input.taxInvoiceId)': probe(
      writing('linkWaybill', TYPES.linkWaybill, 'waybill { status }'),
      (taxInvoiceId) => input({ id: UNKNOWN_ID, taxInvoiceId }),
      theirInvoice,
    ),
    'Mutation.linkWaybillInvoice(input.taxInvoiceId)': probe(
      writing('linkWaybillInvoice', TYPES.linkWaybillInvoice, 'waybill { status }'),
      (taxInvoiceId) => input({ id: '018f0000-0000-7000-8000-0000000c0f12', taxInvoiceId }),
      theirInvoice,
    ),
    'Mutation.setWaybillCredentials(input.idempotencyKey)': probe(
      writing('setWaybillCredentials', 'SetWaybillCredentialsInput', 'connection { state }'),
      (idempotencyKey) => input({ serviceUser: '', servicePassword: '', idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
  };
}
