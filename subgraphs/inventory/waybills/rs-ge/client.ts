import { dayAfter, type CalendarDate } from '#shared/domain/date.ts';
import type { Endpoint } from '#shared/rs-ge/endpoint.ts';
import { RsGeFailure, unanswered, understood, type CallKind } from '#shared/rs-ge/failure.ts';
import {
  child,
  readSoap,
  soapHeaders,
  soapRequest,
  textOf,
  type Parameters,
  type XmlNode,
  type XmlValue,
} from '#shared/rs-ge/soap.ts';
import type { RemoteName, RemoteWaybill, WaybillAuthority } from './remote.ts';
import { CODE, listed, referenceOf, refusal, remoteWaybill, savedId, wireTime, wireWaybill } from './wire.ts';

export interface WaybillClientOptions {
  readonly endpoint: Endpoint;
  /** `su` and `sp`: the service user, often `name:TIN`, and its password. */
  readonly credentials: { readonly serviceUser: string; readonly servicePassword: string };
}

/** The SOAP service of waybills. Here the service user comes first in every operation. */
export function createWaybillClient(options: WaybillClientOptions): WaybillAuthority {
  const { endpoint } = options;
  const secrets: Parameters = [
    ['su', options.credentials.serviceUser],
    ['sp', options.credentials.servicePassword],
  ];
  let words: Promise<ReadonlyMap<string, string>> | undefined;

  async function call(operation: string, parameters: Parameters, kind: CallKind): Promise<XmlNode> {
    const { status, text } = await endpoint.post({
      headers: soapHeaders(operation),
      body: soapRequest(operation, [...secrets, ...parameters]),
      kind,
    });
    const answer = readSoap(operation, text);
    switch (answer.kind) {
      case 'answer':
        return answer.fields;
      case 'fault':
        // A fault says that something broke, not whether it broke before or after the effect.
        throw unanswered(kind, answer.text, { code: answer.code });
      case 'garbage':
        throw unanswered(kind, 'RS.ge answered what cannot be read', { code: status });
    }
  }

  /** An operation on one waybill that answers 1, or a code that says why not. */
  async function perform(operation: string, parameters: Parameters): Promise<XmlNode> {
    const answer = await call(operation, parameters, 'WRITE');
    const result = textOf(answer[`${operation}Result`]);
    if (result === String(CODE.DONE)) return answer;
    if (!/^-\d+$/.test(result)) throw unanswered('WRITE', `RS.ge answered ${operation} without a result`);
    throw await inWords(refusal(result));
  }

  const byId =
    (operation: string) =>
    async (rsGeId: string): Promise<void> => {
      await perform(operation, [['waybill_id', rsGeId]]);
    };

  /** The refusal in the words of the service's own table, where it can be had. */
  async function inWords(failure: unknown): Promise<unknown> {
    if (!(failure instanceof RsGeFailure) || failure.kind !== 'REFUSED' || failure.code === null)
      return failure;
    words ??= names('get_error_codes', 'ERROR_CODES', 'ERROR_CODE', 'TEXT').then(
      (codes) => new Map(codes.map(({ id, name }) => [id, name])),
    );
    try {
      const text = (await words).get(failure.code);
      return text === undefined ? failure : new RsGeFailure('REFUSED', text, { code: failure.code });
    } catch (error) {
      words = undefined;
      // The table is a comfort; the refusal stands without it.
      if (error instanceof RsGeFailure) return failure;
      throw error;
    }
  }

  async function names(
    operation: string,
    list: string,
    item: string,
    field = 'NAME',
  ): Promise<readonly RemoteName[]> {
    const answer = await call(operation, [], 'READ');
    return listed(answer[`${operation}Result`], list, item).map((node) => ({
      id: textOf(node['ID']),
      name: textOf(node[field]),
    }));
  }

  async function nodes(
    operation: 'get_waybills' | 'get_buyer_waybills_ex',
    from: CalendarDate,
    to: CalendarDate,
  ): Promise<readonly XmlNode[]> {
    const isBuyer = operation === 'get_buyer_waybills_ex';
    const answer = await call(
      operation,
      [
        ['itypes', ''],
        [isBuyer ? 'seller_tin' : 'buyer_tin', ''],
        ['statuses', ''],
        ['car_number', ''],
        ['begin_date_s', null],
        ['begin_date_e', null],
        // Without the days of making, the list of the buyer comes back empty.
        ['create_date_s', `${from}T00:00:00`],
        ['create_date_e', `${to}T23:59:59`],
        ['driver_tin', ''],
        ['delivery_date_s', null],
        ['delivery_date_e', null],
        ['full_amount', null],
        ['waybill_number', ''],
        ['close_date_s', null],
        ['close_date_e', null],
        ['s_user_ids', ''],
        ['comment', ''],
        ...(isBuyer ? ([['is_confirmed', null]] as const) : []),
      ],
      'READ',
    );
    const result = answer[`${operation}Result`];
    demandAnswer(result);
    return listed(result, 'WAYBILL_LIST', 'WAYBILL');
  }

  /** A number where a list was asked for is a code. */
  function demandAnswer(result: XmlValue | undefined): void {
    const code = textOf(result);
    if (/^-\d+$/.test(code)) throw refusal(code);
  }

  const days = async (
    operation: 'get_waybills' | 'get_buyer_waybills_ex',
    from: CalendarDate,
    to: CalendarDate,
  ): Promise<readonly RemoteWaybill[]> => {
    const found = await nodes(operation, from, to);
    return understood('READ', () => found.map(remoteWaybill));
  };

  return {
    async signIn() {
      // The misspelling is the name of the operation.
      const answer = await call('chek_service_user', [], 'READ');
      if (textOf(answer['chek_service_userResult']).toLowerCase() !== 'true')
        throw new RsGeFailure('NOT_SIGNED_IN', 'RS.ge does not know the service user or its password', {
          code: CODE.BAD_CREDENTIALS,
        });
    },
    async save(reference, content, rsGeId) {
      const answer = await call(
        'save_waybill',
        [['waybill', [['WAYBILL', wireWaybill(reference, content, rsGeId)]]]],
        'WRITE',
      );
      const result = answer['save_waybillResult'];
      demandAnswer(result);
      const [node] = childNode(result);
      try {
        return savedId(node);
      } catch (error) {
        if (error instanceof RsGeFailure) throw await inWords(error);
        throw unanswered('WRITE', 'RS.ge answered a save in a way that we do not know', { cause: error });
      }
    },
    async findSaved(reference, since) {
      const found = await nodes('get_waybills', since, dayAfter(new Date().toISOString().slice(0, 10)));
      const ours = found.filter((node) => referenceOf(node) === reference && textOf(node['STATUS']) !== '-1');
      if (ours.length > 1)
        throw new RsGeFailure('UNKNOWN_OUTCOME', `RS.ge holds our waybill ${String(ours.length)} times`, {
          code: 'DUPLICATE',
        });
      return ours[0] === undefined ? undefined : textOf(ours[0]['ID']);
    },
    async activate(rsGeId, beginsAt) {
      const answer = await call(
        'send_waybil_vd',
        [
          ['begin_date', wireTime(beginsAt)],
          ['waybill_id', rsGeId],
        ],
        'WRITE',
      );
      const result = textOf(answer['send_waybil_vdResult']);
      if (/^\d{5,}$/.test(result)) return result;
      if (/^-\d+$/.test(result)) throw await inWords(refusal(result));
      throw unanswered('WRITE', 'RS.ge activated a waybill without a number');
    },
    async close(rsGeId, deliveredAt) {
      await perform('close_waybill_vd', [
        ['delivery_date', wireTime(deliveredAt)],
        ['waybill_id', rsGeId],
      ]);
    },
    cancel: byId('ref_waybill'),
    remove: byId('del_waybill'),
    confirm: byId('confirm_waybill'),
    reject: byId('reject_waybill'),
    async linkInvoice(rsGeId, invoice) {
      // With 0 for the invoice RS.ge would make a new one, besides the one that tax sends there: it is never asked to.
      if (!/^[1-9]\d*$/.test(invoice)) throw new Error(`${invoice} is no invoice of RS.ge`);
      const answer = await perform('save_invoice', [
        ['waybill_id', rsGeId],
        ['in_inv_id', invoice],
      ]);
      if (textOf(answer['out_inv_id']) !== invoice)
        throw unanswered('WRITE', 'RS.ge linked a waybill and names another invoice');
    },
    async read(rsGeId) {
      const answer = await call('get_waybill', [['waybill_id', rsGeId]], 'READ');
      const result = answer['get_waybillResult'];
      demandAnswer(result);
      const [node] = listed({ WAYBILLS: result ?? '' }, 'WAYBILLS', 'WAYBILL');
      if (node === undefined)
        throw new RsGeFailure('REFUSED', 'RS.ge has no such waybill', { code: CODE.NOT_YOURS });
      return understood('READ', () => remoteWaybill(node));
    },
    issued: (from, to) => days('get_waybills', from, to),
    received: (from, to) => days('get_buyer_waybills_ex', from, to),
    units: () => names('get_waybill_units', 'WAYBILL_UNITS', 'WAYBILL_UNIT'),
    kinds: () => names('get_waybill_types', 'WAYBILL_TYPES', 'WAYBILL_TYPE'),
    errorCodes: () => names('get_error_codes', 'ERROR_CODES', 'ERROR_CODE', 'TEXT'),
    end: () => endpoint.close(),
  };
}

/** The element `RESULT` of a save. */
function childNode(result: XmlValue | undefined): readonly XmlNode[] {
  const node = child(result, 'RESULT');
  return typeof node === 'object' && !Array.isArray(node) ? [node as XmlNode] : [];
}
