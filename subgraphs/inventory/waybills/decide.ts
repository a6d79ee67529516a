import { unreachable, type Decision } from '#shared/domain/decider.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import { momentOf, parseContent, type WaybillContentInput } from './content.ts';
import type { InvoiceAtRsGe } from './links.ts';
import {
  evolveWaybill,
  type Waybill,
  type WaybillEvent,
  type WaybillLinks,
  type WaybillStatus,
} from './waybill.ts';

export type WaybillCommand =
  | {
      readonly type: 'Draft';
      readonly id: string;
      readonly input: WaybillContentInput;
      readonly links: WaybillLinks;
    }
  | { readonly type: 'Change' | 'Correct'; readonly id: string; readonly input: WaybillContentInput }
  | { readonly type: 'Activate' | 'Discard' | 'Confirm'; readonly id: string }
  | { readonly type: 'Close'; readonly id: string; readonly deliveredAt: string }
  | { readonly type: 'Cancel' | 'Reject'; readonly id: string; readonly reason: string }
  | { readonly type: 'LinkInvoice'; readonly id: string; readonly invoice: InvoiceAtRsGe }
  | { readonly type: 'Link'; readonly id: string; readonly links: WaybillLinks };

/** Where each command may begin. */
const FROM: Readonly<Record<Exclude<WaybillCommand['type'], 'Draft' | 'Link'>, readonly WaybillStatus[]>> = {
  Change: ['DRAFT'],
  Activate: ['DRAFT'],
  Discard: ['DRAFT'],
  Correct: ['ACTIVE'],
  Close: ['ACTIVE'],
  Cancel: ['ACTIVE', 'CLOSED'],
  LinkInvoice: ['CLOSED'],
  Confirm: ['RECEIVED', 'REJECTED'],
  Reject: ['RECEIVED', 'CONFIRMED'],
};

/**
 * What a person does with a waybill. What RS.ge must do for it is only asked for: its answer comes as an event of its own.
 * Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT
 */
export function decideWaybill(command: WaybillCommand, state: Waybill): Decision<{ waybillId: string }> {
  if (command.type === 'Draft')
    return decided(command.id, state, {
      type: 'WaybillDrafted',
      data: { content: parseContent(command.input), links: command.links },
    });
  const { status } = state;
  if (status === null) throw notFound('id', command.id);
  if (command.type === 'Link') {
    demandSameInvoice(command.links, state);
    return decided(command.id, state, { type: 'WaybillLinked', data: command.links });
  }
  if (!FROM[command.type].includes(status))
    throw new DomainError(
      'INVALID_TRANSITION',
      `id: the waybill is ${status}, it must be ${FROM[command.type].join(' or ')}`,
      { field: 'id', value: command.id, status },
    );
  return decided(command.id, state, ...eventsOf(command, state));
}

function eventsOf(
  command: Exclude<WaybillCommand, { type: 'Draft' | 'Link' }>,
  state: Waybill,
): readonly WaybillEvent[] {
  switch (command.type) {
    case 'Change':
      return [{ type: 'WaybillChanged', data: { content: parseContent(command.input) } }];
    case 'Correct':
      return [{ type: 'WaybillCorrectionRequested', data: { content: parseContent(command.input) } }];
    case 'Activate':
      return [{ type: 'WaybillActivationRequested', data: {} }];
    case 'Discard':
      // What RS.ge has never seen is gone at once.
      return [{ type: state.rsGeId === null ? 'WaybillDiscarded' : 'WaybillDiscardingRequested', data: {} }];
    case 'Close':
      return [
        {
          type: 'WaybillClosingRequested',
          data: { deliveredAt: momentOf(command.deliveredAt, 'deliveredAt') },
        },
      ];
    case 'Cancel':
      return [
        { type: 'WaybillCancellationRequested', data: { reason: parseText(command.reason, 'reason', 500) } },
      ];
    case 'LinkInvoice': {
      const { taxInvoiceId, rsGeId } = command.invoice;
      if (state.invoice === rsGeId && state.links.taxInvoiceId === taxInvoiceId)
        throw new DomainError('INVALID_TRANSITION', 'taxInvoiceId: RS.ge has the two linked already', {
          field: 'taxInvoiceId',
          value: taxInvoiceId,
        });
      return [{ type: 'WaybillInvoiceLinkRequested', data: { taxInvoiceId, invoiceRsGeId: rsGeId } }];
    }
    case 'Confirm':
      return [{ type: 'WaybillConfirmationRequested', data: {} }];
    case 'Reject':
      return [
        { type: 'WaybillRejectionRequested', data: { reason: parseText(command.reason, 'reason', 500) } },
      ];
    default:
      return unreachable(command);
  }
}

/** Here a waybill belongs to the tax invoice that RS.ge was asked to link it with. @throws DomainError INVALID_TRANSITION */
function demandSameInvoice(links: WaybillLinks, state: Waybill): void {
  const isAtRsGe =
    state.status === 'LINKING' || (state.invoice !== null && state.invoice === state.askedInvoice);
  if (!isAtRsGe || links.taxInvoiceId === state.links.taxInvoiceId) return;
  throw new DomainError(
    'INVALID_TRANSITION',
    'taxInvoiceId: RS.ge links the waybill with another tax invoice; linkWaybillInvoice changes it there, too',
    { field: 'taxInvoiceId', ...(links.taxInvoiceId === null ? {} : { value: links.taxInvoiceId }) },
  );
}

/**
 * What was learned of RS.ge. What does not change anything any more yields no event, so that learning it twice is safe.
 * Pure.
 */
export function decideLearned(
  id: string,
  fact: WaybillEvent,
  state: Waybill,
): Decision<{ waybillId: string }> {
  if (fact.type === 'WaybillReceived')
    return state.status === null ? decided(id, state, fact) : decided(id, state);
  if (state.status === null) throw new Error(`waybill ${id} is not there, and RS.ge knows it`);
  const after = evolveWaybill(state, fact);
  const isNews =
    JSON.stringify({ ...after, version: 0 }) !== JSON.stringify({ ...state, version: 0 }) ||
    fact.type === 'WaybillRefused';
  return isNews ? decided(id, state, fact) : decided(id, state);
}

function decided(
  id: string,
  { version }: Waybill,
  ...events: readonly WaybillEvent[]
): Decision<{ waybillId: string }> {
  return {
    events: events.map((event, index) => ({
      aggregateType: 'Waybill',
      aggregateId: id,
      version: version + index + 1,
      ...event,
    })),
    result: { waybillId: id },
  };
}
