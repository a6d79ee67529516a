import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { demandSearchable } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { RsGeFailure } from '#shared/rs-ge/failure.ts';
import type { InventoryContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { draftWaybill, linkWaybill, linkWaybillInvoice, onExisting, tellCredentials } from './commands.ts';
import { totalOf } from './content.ts';
import { receive } from './dispatch/follow.ts';
import {
  listWaybills,
  readConnection,
  retryCall,
  type WaybillConnectionRow,
  type WaybillRow,
} from './queries.ts';
import type { WaybillAuthority } from './rs-ge/remote.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);
const LONGEST = 200;
const MOST_DAYS = 31;
const DAY = 86_400_000;

export const waybillResolvers: Resolvers = {
  Waybill: {
    __resolveReference: ({ id }, { loaders }) => loaders.waybill.load(id),
    kind: ({ content }) => content.kind,
    seller: ({ direction, sellerTaxId, sellerName }) =>
      direction === 'ISSUED' ? null : { taxId: sellerTaxId, name: sellerName, isForeign: false },
    buyer: ({ content }) => content.buyer,
    startAddress: ({ content }) => content.startAddress,
    endAddress: ({ content }) => content.endAddress,
    transport: ({ content: { transport } }) =>
      transport === null ? null : { ...transport, driverTaxId: masked(transport.driverTaxId) },
    beginsAt: ({ content }) => content.beginsAt,
    comment: ({ content }) => content.comment,
    lines: ({ content }) => [...content.lines],
    total: ({ content }) => totalOf(content),
    refusal: ({ refusedCall, refusalCode, refusalText }) =>
      refusedCall === null ? null : { operation: refusedCall, code: refusalCode, text: refusalText ?? '' },
    calls: async ({ id }, _args, { loaders }) =>
      (await loaders.callsOfWaybill.load(id)).map(({ call, ...row }) => ({ ...row, operation: call })),
    movement: ({ movementId }, _args, { loaders }) =>
      movementId === null ? null : loaders.movement.load(movementId),
    taxInvoice: ({ taxInvoiceId }) => (taxInvoiceId === null ? null : { id: taxInvoiceId }),
    createdBy: ({ createdBy }) => ({ id: createdBy }),
  },
  StockMovement: {
    waybills: ({ id }, _args, { loaders }) => loaders.waybillsOfMovement.load(id),
  },
  TaxInvoice: {
    waybills: ({ id }, _args, { loaders }) => (isUuid(id) ? loaders.waybillsOfInvoice.load(id) : []),
  },
  Query: {
    waybill: (_root, { id }, { loaders }) => loaders.waybill.load(id),
    waybills: async (_root, { first, after, filter }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      demandSearchable(filter?.number, 'filter.number');
      const rows = await listWaybills(database, companyId, filter ?? {}, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.createdAt, row.id]);
    },
    waybillConnection: (_root, _args, { database, companyId }) => readConnection(database, companyId),
  },
  Mutation: {
    createWaybill: async (_root, { input: { content, movementId, taxInvoiceId, idempotencyKey } }, context) =>
      written(
        context,
        await draftWaybill(context.writer, context.actor, {
          ...content,
          movementId,
          taxInvoiceId,
          idempotencyKey,
        }),
      ),
    changeWaybill: async (_root, { input }, context) =>
      written(
        context,
        await onExisting(context.writer, context.actor, 'changeWaybill', input, {
          type: 'Change',
          id: input.id,
          input: input.content,
        }),
      ),
    activateWaybill: (_root, { input }, context) =>
      asked(context, 'activateWaybill', input, { type: 'Activate', id: input.id }),
    correctWaybill: (_root, { input }, context) =>
      asked(context, 'correctWaybill', input, { type: 'Correct', id: input.id, input: input.content }),
    closeWaybill: (_root, { input }, context) =>
      asked(context, 'closeWaybill', input, {
        type: 'Close',
        id: input.id,
        deliveredAt: input.deliveredAt,
      }),
    cancelWaybill: (_root, { input }, context) =>
      asked(context, 'cancelWaybill', input, { type: 'Cancel', id: input.id, reason: input.reason }),
    discardWaybill: (_root, { input }, context) =>
      asked(context, 'discardWaybill', input, { type: 'Discard', id: input.id }),
    confirmWaybill: (_root, { input }, context) =>
      asked(context, 'confirmWaybill', input, { type: 'Confirm', id: input.id }),
    rejectWaybill: (_root, { input }, context) =>
      asked(context, 'rejectWaybill', input, { type: 'Reject', id: input.id, reason: input.reason }),
    linkWaybill: async (_root, { input }, context) =>
      written(context, await linkWaybill(context.writer, context.actor, input)),
    linkWaybillInvoice: async (_root, { input }, context) => {
      const id = await linkWaybillInvoice(context.writer, context.actor, input);
      context.waybills.wake();
      return written(context, id);
    },
    retryWaybill: async (_root, { input: { id } }, context) => {
      const waybill = await context.loaders.waybill.load(id);
      if (waybill === null) throw notFound('id', id);
      if (!(await retryCall(context.writer.database, context.companyId, id)))
        throw new DomainError('INVALID_TRANSITION', 'id: no call of the waybill waits for a person', {
          field: 'id',
          value: id,
        });
      context.waybills.wake();
      return written(context, id);
    },
    fetchReceivedWaybills: async (_root, { input }, context) => {
      const from = parseDate(input.from, 'from');
      const to = parseDate(input.to, 'to');
      if (to < from) throw badInput('to', to, `before the first day, ${from}`);
      if (Date.parse(to) - Date.parse(from) > MOST_DAYS * DAY)
        throw badInput('to', to, `more than ${String(MOST_DAYS)} days after the first one`);
      const authority = await connected(context);
      return {
        found: await answered(receive(context.writer, context.actor, authority, { from, to })),
      };
    },
    setWaybillCredentials: async (_root, { input }, context) => {
      const serviceUser = confidential(input.serviceUser, 'serviceUser');
      const servicePassword = confidential(input.servicePassword, 'servicePassword');
      const { writer, actor, companyId, waybills } = context;
      // What is kept first is that it happens: nobody changes a sign-in without a trace.
      await tellCredentials(writer, actor, input.idempotencyKey ?? null);
      await waybills.connections.keep(companyId, { serviceUser, servicePassword });
      waybills.wake();
      return connection(context);
    },
    tryWaybillConnection: async (_root, _args, context) => {
      const authority = await connected(context);
      const { connections } = context.waybills;
      try {
        await authority.signIn();
        await connections.told(context.companyId, 'CONNECTED', null);
        context.waybills.wake();
      } catch (error) {
        if (!(error instanceof RsGeFailure)) throw error;
        const isRefused = error.kind === 'NOT_SIGNED_IN' || error.kind === 'REFUSED';
        await connections.told(context.companyId, isRefused ? 'REFUSED' : 'UNREACHABLE', error.message);
      }
      return connection(context);
    },
  },
};

/** Gives a command after which RS.ge is called. */
async function asked(
  context: InventoryContext,
  operation: string,
  input: Parameters<typeof onExisting>[3],
  command: Parameters<typeof onExisting>[4],
): Promise<{ waybill: WaybillRow }> {
  const id = await onExisting(context.writer, context.actor, operation, input, command);
  context.waybills.wake();
  return written(context, id);
}

/** The waybill as it is now, after a command on it. */
async function written({ loaders }: InventoryContext, id: string): Promise<{ waybill: WaybillRow }> {
  const waybill = await loaders.waybill.clear(id).load(id);
  if (waybill === null) throw new Error(`waybill ${id} is gone`);
  return { waybill };
}

/** The client of the company. @throws DomainError INVALID_TRANSITION when nobody has given a sign-in. */
async function connected({ waybills, companyId }: InventoryContext): Promise<WaybillAuthority> {
  const authority = await waybills.connections.of(companyId);
  if (authority === undefined)
    throw new DomainError('INVALID_TRANSITION', 'the company is not connected to the waybills of RS.ge');
  return authority;
}

/** What RS.ge answers to a question. @throws DomainError SERVICE_UNAVAILABLE, INVALID_TRANSITION, BAD_USER_INPUT */
async function answered<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    if (!(error instanceof RsGeFailure)) throw error;
    switch (error.kind) {
      case 'UNREACHABLE':
      case 'UNKNOWN_OUTCOME':
        throw new DomainError('SERVICE_UNAVAILABLE', 'RS.ge does not answer');
      case 'NOT_SIGNED_IN':
      case 'PIN_REQUIRED':
        throw new DomainError('INVALID_TRANSITION', 'RS.ge does not take the sign-in of the company');
      case 'REFUSED':
        throw new DomainError('BAD_USER_INPUT', `RS.ge: ${error.message}`);
    }
  }
}

async function connection({
  writer,
  companyId,
}: InventoryContext): Promise<{ connection: WaybillConnectionRow }> {
  return { connection: await readConnection(writer.database, companyId) };
}

/** A password may be any text; it is never quoted. */
function confidential(text: string, field: string): string {
  if (text.length === 0 || text.length > LONGEST)
    throw new DomainError('BAD_USER_INPUT', `${field}: 1 to ${String(LONGEST)} characters are needed`, {
      field,
    });
  return text;
}

/** Who the driver is, is on the paper; here the end of the number is enough to tell drivers apart. */
function masked(number: string | null): string | null {
  return number === null ? null : `${'•'.repeat(Math.max(0, number.length - 2))}${number.slice(-2)}`;
}
