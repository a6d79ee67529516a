import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import type { BankOrder } from './queries.ts';

/** Who pays, when and what for. */
export interface CreditTransfer {
  /** Identifier of the file (UUID): a bank that gets it twice knows it. */
  readonly id: string;
  /** Moment in which the file was made. */
  readonly createdAt: string;
  readonly payDate: string;
  readonly purpose: string;
  readonly payer: string;
  /** Identification code of the payer; null where it is not known. */
  readonly payerTaxId: string | null;
  readonly payerIban: string;
}

/**
 * The payments as ISO 20022 customer credit transfer initiation, `pain.001.001.03`: one instruction, one transfer for each
 * employee. The same payments make the same file.
 */
export function creditTransfer(of: CreditTransfer, orders: readonly BankOrder[], sealing: Sealing): string {
  const total = formatAmount(orders.reduce((sum, { amount }) => sum + parseDatabaseAmount(amount), 0n));
  const sums = tag('NbOfTxs', text(String(orders.length))) + tag('CtrlSum', text(total));
  const payer =
    tag('Nm', text(of.payer)) +
    (of.payerTaxId === null
      ? ''
      : tag('Id', tag('OrgId', tag('Othr', tag('Id', text(of.payerTaxId)) + TAX_ID))));
  const header =
    tag('MsgId', text(shortId(of.id))) +
    tag('CreDtTm', text(new Date(of.createdAt).toISOString().slice(0, 19))) +
    sums +
    tag('InitgPty', payer);
  const instruction =
    tag('PmtInfId', text(shortId(of.id))) +
    tag('PmtMtd', 'TRF') +
    sums +
    tag('ReqdExctnDt', text(of.payDate)) +
    tag('Dbtr', payer) +
    tag('DbtrAcct', tag('Id', tag('IBAN', text(of.payerIban))) + tag('Ccy', 'GEL')) +
    // The account tells the bank; its code is not asked for.
    tag('DbtrAgt', tag('FinInstnId', tag('Othr', tag('Id', 'NOTPROVIDED')))) +
    orders.map((order) => transfer(order, of.purpose, sealing)).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03">' +
    tag('CstmrCdtTrfInitn', tag('GrpHdr', header) + tag('PmtInf', instruction)) +
    '</Document>\n'
  );
}

function transfer(order: BankOrder, purpose: string, sealing: Sealing): string {
  const { employeeId, accountSealed, firstName, lastName, amount } = order;
  if (accountSealed === null) throw new Error(`employee ${employeeId} has lost the account since`);
  return tag(
    'CdtTrfTxInf',
    tag('PmtId', tag('EndToEndId', text(shortId(employeeId)))) +
      tag('Amt', `<InstdAmt Ccy="GEL">${text(amount)}</InstdAmt>`) +
      tag('Cdtr', tag('Nm', text(`${firstName} ${lastName}`.slice(0, MOST_OF_NAME)))) +
      tag('CdtrAcct', tag('Id', tag('IBAN', text(sealing.open(accountSealed, employeeId))))) +
      tag('RmtInf', tag('Ustrd', text(purpose))),
  );
}

/** What kind of identification it is, by the external code set of ISO 20022. */
const TAX_ID = '<SchmeNm><Cd>TXID</Cd></SchmeNm>';
const MOST_OF_NAME = 140;

/** Identifiers have 35 characters at most. */
function shortId(id: string): string {
  return id.replaceAll('-', '');
}

function tag(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function text(given: string): string {
  return given.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}
