import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/named-id.ts';
import type { InventoryWriter } from '../writer.ts';
import type { WaybillContentInput } from './content.ts';
import { decideLearned, decideWaybill, type WaybillCommand } from './decide.ts';
import { demandInvoiceAtRsGe, demandLinks, type InvoiceAtRsGe } from './links.ts';
import {
  evolveWaybill,
  initialWaybill,
  type Waybill,
  type WaybillEvent,
  type WaybillLinks,
} from './waybill.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

interface Linking {
  readonly movementId?: string | null | undefined;
  readonly taxInvoiceId?: string | null | undefined;
}

type Given = Exclude<WaybillCommand, { type: 'Draft' }>;

const kind = { initial: initialWaybill, evolve: evolveWaybill, stateVersion: 2 };

/** Writes a waybill without telling RS.ge yet; answers its id. @throws DomainError NOT_FOUND, BAD_USER_INPUT */
export async function draftWaybill(
  writer: InventoryWriter,
  actor: Actor,
  given: WaybillContentInput & Linking & Keyed,
): Promise<string> {
  const id = newId();
  const { movementId, taxInvoiceId, idempotencyKey, ...input } = given;
  const links = linksOf({ movementId, taxInvoiceId });
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'createWaybill',
    ...keyed({ ...input, ...links, idempotencyKey }),
    prepare: () => demandLinks(writer.database, actor.companyId, links),
    decide: () => decideWaybill({ type: 'Draft', id, input, links }, initialWaybill),
  });
  return result.waybillId;
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED */
export function linkWaybill(
  writer: InventoryWriter,
  actor: Actor,
  given: { readonly id: string } & Linking & Keyed,
): Promise<string> {
  const links = linksOf(given);
  return onExisting(writer, actor, 'linkWaybill', given, { type: 'Link', id: given.id, links }, () =>
    demandLinks(writer.database, actor.companyId, links),
  );
}

/**
 * Has a closed waybill linked with the tax invoice of the same goods at RS.ge: with the one named, or the one it belongs to
 * already.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED
 */
export function linkWaybillInvoice(
  writer: InventoryWriter,
  actor: Actor,
  given: { readonly id: string; readonly taxInvoiceId?: string | null | undefined } & Keyed,
): Promise<string> {
  let invoice: InvoiceAtRsGe | undefined;
  return onExisting(
    writer,
    actor,
    'linkWaybillInvoice',
    given,
    () => {
      if (invoice === undefined) throw new Error('what RS.ge knows of the invoice was not read');
      return { type: 'LinkInvoice', id: given.id, invoice };
    },
    async ({ status, links }) => {
      const { companyId } = actor;
      const { id, taxInvoiceId = null } = given;
      await demandLinks(writer.database, companyId, { movementId: null, taxInvoiceId });
      if (status === null) throw notFound('id', id);
      invoice = await demandInvoiceAtRsGe(writer.database, companyId, taxInvoiceId ?? links.taxInvoiceId);
    },
  );
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED */
export async function onExisting(
  writer: InventoryWriter,
  actor: Actor,
  operation: string,
  given: { readonly id: string } & Keyed,
  command: Given | (() => Given),
  check: (state: Waybill) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const { id } = given;
  // What is no UUID names nothing, and must not reach a uuid column.
  if (!isUuid(id)) throw notFound('id', id);
  let state: Waybill = initialWaybill;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(given),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
      await check(state);
    },
    decide: () => decideWaybill(typeof command === 'function' ? command() : command, state),
  });
  return result.waybillId;
}

/** Writes what was learned of RS.ge into the log, once for each `source` that it was learned from. */
export async function tellWaybill(
  writer: InventoryWriter,
  actor: Actor,
  id: string,
  source: string,
  fact: WaybillEvent,
): Promise<void> {
  let state: Waybill = initialWaybill;
  await writer.writePath.execute({
    ...actor,
    operation: 'tellWaybill',
    idempotencyKey: source,
    input: { id, type: fact.type },
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
    },
    decide: () => decideLearned(id, fact, state),
  });
}

/** The id of a waybill that others have sent us: the same however often it is found. */
export function receivedWaybillId(companyId: string, rsGeId: string): string {
  return namedId('inventory', companyId, `received waybill ${rsGeId}`);
}

function linksOf({ movementId, taxInvoiceId }: Linking): WaybillLinks {
  return { movementId: movementId ?? null, taxInvoiceId: taxInvoiceId ?? null };
}

interface CredentialsHistory {
  readonly version: number;
}

/** Writes down that the sign-in changes, without the sign-in. @throws DomainError IDEMPOTENCY_KEY_REUSED */
export async function tellCredentials(
  writer: InventoryWriter,
  actor: Actor,
  idempotencyKey: string | null,
): Promise<void> {
  const id = namedId('inventory', actor.companyId, 'waybill connection');
  let state: CredentialsHistory = { version: 0 };
  await writer.writePath.execute({
    ...actor,
    operation: 'setWaybillCredentials',
    ...keyed({ idempotencyKey }),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load<CredentialsHistory, object>(actor.companyId, id, {
        initial: { version: 0 },
        evolve: ({ version }) => ({ version: version + 1 }),
        stateVersion: 1,
      });
    },
    decide: () => ({
      events: [
        {
          aggregateType: 'WaybillConnection',
          aggregateId: id,
          version: state.version + 1,
          type: 'WaybillCredentialsChanged',
          data: {},
        },
      ],
      result: {},
    }),
  });
}
