import { RsGeFailure } from '#shared/rs-ge/failure.ts';
import { child, childrenOf, textOf, type Parameters, type XmlNode } from '#shared/rs-ge/soap.ts';
import type { TRANSPORT_MEANS } from './remote.ts';
import {
  WAYBILL_KINDS,
  type RemoteState,
  type RemoteWaybill,
  type WaybillContent,
  type WaybillLine,
} from './remote.ts';

/** Names, spellings and numbers of the WayBillService, as they are on the wire. They go no further than this folder. */

export const CODE = { DONE: 1, NOT_DONE: -1, BAD_CREDENTIALS: -100, NOT_YOURS: -101 } as const;

const STATES: Readonly<Record<string, RemoteState>> = {
  '0': 'SAVED',
  '1': 'ACTIVE',
  '2': 'CLOSED',
  '8': 'WITH_TRANSPORTER',
  '-1': 'DELETED',
  '-2': 'CANCELLED',
};

/** Kinds are numbered from 1 in this order, and so are means of transport. */
const numberOf = <T extends string>(all: readonly T[], one: T): number => all.indexOf(one) + 1;

const VAT_TYPES = ['STANDARD', 'ZERO', 'EXEMPT'] as const;

/** Our name for the document, in the one field that RS.ge leaves to us. */
const REFERENCE = /^davtari:(\S+)(?:\s([\s\S]*))?$/;

/** RS.ge tells time as Tbilisi does, four hours ahead of Greenwich all the year, and says no offset. */
const TBILISI_MILLISECONDS = 4 * 3_600_000;

export function wireTime(moment: string): string {
  return new Date(Date.parse(moment) + TBILISI_MILLISECONDS).toISOString().slice(0, 19);
}

export function momentOf(text: string): string | null {
  if (text === '') return null;
  const at = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}+04:00`);
  if (Number.isNaN(at)) throw new Error(`${text} is no moment`);
  return new Date(at).toISOString();
}

/** The element `WAYBILL` of a save. Elements that have nothing to say are there and empty, as the service expects. */
export function wireWaybill(reference: string, content: WaybillContent, rsGeId: string | null): Parameters {
  const { kind, buyer, transport, lines } = content;
  const total = lines.reduce((sum, { amount }) => sum + tetri(amount), 0n);
  return [
    ['SUB_WAYBILLS', null],
    ['GOODS_LIST', lines.map((line) => ['GOODS', wireLine(line)] as const)],
    ['WOOD_DOCS_LIST', null],
    ['ID', rsGeId ?? 0],
    ['TYPE', numberOf(WAYBILL_KINDS, kind)],
    ['BUYER_TIN', buyer?.taxId ?? null],
    // 1: a number of Georgia, which RS.ge checks; 0: somebody from abroad.
    ['CHEK_BUYER_TIN', buyer === null ? null : buyer.isForeign ? 0 : 1],
    ['BUYER_NAME', buyer?.name ?? null],
    ['START_ADDRESS', content.startAddress],
    ['END_ADDRESS', content.endAddress],
    ['DRIVER_TIN', transport?.driverTaxId ?? null],
    ['CHEK_DRIVER_TIN', transport === null ? null : transport.driverIsForeign ? 0 : 1],
    ['DRIVER_NAME', transport?.driverName ?? null],
    ['TRANSPORT_COAST', transport?.cost ?? 0],
    ['RECEPTION_INFO', null],
    ['RECEIVER_INFO', null],
    ['DELIVERY_DATE', null],
    ['STATUS', 0],
    ['SELER_UN_ID', 0],
    ['PAR_ID', content.parentRsGeId ?? 0],
    ['FULL_AMOUNT', gel(total)],
    ['CAR_NUMBER', transport?.carNumber ?? null],
    ['WAYBILL_NUMBER', null],
    ['S_USER_ID', 0],
    ['BEGIN_DATE', wireTime(content.beginsAt)],
    ['TRAN_COST_PAYER', transport?.costPayer === 'BUYER' ? 1 : transport?.costPayer === 'SELLER' ? 2 : null],
    ['TRANS_ID', transport === null ? null : TRANS_IDS[transport.means]],
    ['TRANS_TXT', transport?.text ?? null],
    ['COMMENT', `davtari:${reference} ${content.comment ?? ''}`.trim()],
  ];
}

const TRANS_IDS = { CAR: 1, RAIL: 2, AIR: 3, OTHER: 4, FOREIGN_CAR: 6, CARRIER: 7, MOPED: 8 } as const;

function wireLine(line: WaybillLine): Parameters {
  return [
    ['ID', 0],
    ['W_NAME', line.name],
    ['UNIT_ID', line.unitCode],
    ['UNIT_TXT', line.unitText],
    ['QUANTITY', line.quantity],
    ['PRICE', line.price],
    ['AMOUNT', line.amount],
    ['BAR_CODE', line.barcode],
    ['A_ID', 0],
    ['VAT_TYPE', VAT_TYPES.indexOf(line.vat)],
    ['STATUS', 1],
  ];
}

/** Reads a waybill of an answer. Throws when it holds something that we do not know. */
export function remoteWaybill(node: XmlNode): RemoteWaybill {
  const text = (name: string): string | null => textOf(node[name]) || null;
  const means = Object.entries(TRANS_IDS).find(([, id]) => String(id) === text('TRANS_ID'))?.[0];
  const comment = text('COMMENT') ?? '';
  const kind = WAYBILL_KINDS[Number(text('TYPE')) - 1];
  const state = STATES[text('STATUS') ?? ''];
  const rsGeId = text('ID');
  if (kind === undefined || state === undefined || rsGeId === null)
    throw new Error('a waybill of a kind or a state that we do not know');
  const taxId = text('BUYER_TIN');
  return {
    rsGeId,
    number: text('WAYBILL_NUMBER'),
    state,
    answer: ANSWERS[text('IS_CONFIRMED') ?? '0'] ?? null,
    seller: { taxId: text('SELLER_TIN'), name: text('SELLER_NAME') },
    content: {
      kind,
      buyer:
        taxId === null
          ? null
          : { taxId, name: text('BUYER_NAME'), isForeign: text('CHEK_BUYER_TIN') === '0' },
      startAddress: text('START_ADDRESS'),
      endAddress: text('END_ADDRESS'),
      transport:
        means === undefined
          ? null
          : {
              means: means as (typeof TRANSPORT_MEANS)[number],
              text: text('TRANS_TXT'),
              carNumber: text('CAR_NUMBER'),
              driverTaxId: text('DRIVER_TIN'),
              driverIsForeign: text('CHEK_DRIVER_TIN') === '0',
              driverName: text('DRIVER_NAME'),
              cost: moneyOf(text('TRANSPORT_COAST')),
              costPayer:
                text('TRAN_COST_PAYER') === '1' ? 'BUYER' : text('TRAN_COST_PAYER') === '2' ? 'SELLER' : null,
            },
      beginsAt: momentOf(text('BEGIN_DATE') ?? '') ?? momentOf(text('CREATE_DATE') ?? '') ?? '',
      comment: (REFERENCE.exec(comment)?.[2] ?? (comment.startsWith('davtari:') ? '' : comment)) || null,
      parentRsGeId: text('PAR_ID') === '0' ? null : text('PAR_ID'),
      lines: childrenOf(node['GOODS_LIST'], 'GOODS').map(remoteLine),
    },
    total: moneyOf(text('FULL_AMOUNT')) ?? '0.00',
    deliveredAt: momentOf(text('DELIVERY_DATE') ?? ''),
    // Zero where there is none; a list may leave it out.
    invoice: text('INVOICE_ID') === '0' ? null : text('INVOICE_ID'),
  };
}

const ANSWERS: Readonly<Record<string, 'CONFIRMED' | 'REJECTED'>> = { '1': 'CONFIRMED', '-1': 'REJECTED' };

/** Our reference of a waybill of an answer; null when it was not made by us. */
export function referenceOf(node: XmlNode): string | null {
  return REFERENCE.exec(textOf(node['COMMENT']))?.[1] ?? null;
}

function remoteLine(node: XmlNode): WaybillLine {
  const text = (name: string): string | null => textOf(node[name]) || null;
  const vat = VAT_TYPES[Number(text('VAT_TYPE') ?? 0)];
  if (vat === undefined) throw new Error('a line with a VAT that we do not know');
  return {
    name: text('W_NAME') ?? '',
    unitCode: Number(text('UNIT_ID')),
    unitText: text('UNIT_TXT'),
    // Packages of liquids are told apart from their content.
    quantity: text('QUANTITY') ?? text('QUANTITY_EXT') ?? '0',
    price: text('PRICE') ?? '0',
    amount: moneyOf(text('AMOUNT')) ?? '0.00',
    barcode: text('BAR_CODE'),
    vat,
    itemId: null,
  };
}

/** What a save answers: an id, or a code that says why not; lines have codes of their own. */
export function savedId(result: XmlNode | undefined): string {
  const node = result ?? {};
  const status = textOf(node['STATUS']);
  const bad = childrenOf(node['GOODS_LIST'], 'GOODS').find((goods) => !/^0?$/.test(textOf(goods['ERROR'])));
  if (status !== '' && status !== '0') throw refusal(status);
  if (bad !== undefined) throw refusal(textOf(bad['ERROR']), `line “${textOf(bad['W_NAME'])}”`);
  const id = textOf(node['ID']);
  if (!/^[1-9]\d*$/.test(id)) throw new Error('a save without an id');
  return id;
}

/** A refusal by its code; the words come from the service's own table, when the client knows it. */
export function refusal(code: string, what = 'the waybill'): RsGeFailure {
  if (code === String(CODE.BAD_CREDENTIALS))
    return new RsGeFailure('NOT_SIGNED_IN', 'RS.ge refuses the service user', { code });
  return new RsGeFailure('REFUSED', `RS.ge refuses ${what} with the code ${code}`, { code });
}

/** The nodes of a list of an answer: `<x>Result / LIST / ITEM`. */
export function listed(result: XmlNode[string] | undefined, list: string, item: string): readonly XmlNode[] {
  return childrenOf(child(result, list), item);
}

function tetri(amount: string): bigint {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
}

function gel(amount: bigint): string {
  return `${String(amount / 100n)}.${String(amount % 100n).padStart(2, '0')}`;
}

/** RS.ge leaves zeros away: `100`, `100.5`. */
function moneyOf(text: string | null): string | null {
  if (text === null) return null;
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error('a sum that we cannot read');
  const [whole = '0', part = ''] = text.split('.');
  return `${whole}.${part.padEnd(2, '0')}`;
}
