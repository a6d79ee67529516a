import { randomUUID } from 'node:crypto';
import {
  INVALID_RECORD,
  Refusal,
  totalOf,
  UNITS,
  type HeldInvoice,
  type Registry,
  type SimulatedUser,
} from './registry.ts';

/** The JSON interface as the simulator speaks it: always status 200, what it means is in `STATUS.ID`. */

export interface Reply {
  readonly DATA: unknown;
  readonly STATUS: { readonly ID: number; readonly TEXT: string };
}

const OK = { ID: 0, TEXT: 'ოპერაცია წარმატებით დასრულდა' };
const TOKEN = { ID: -104, TEXT: 'ტოკენი არასწორია ან ვადა გაუვიდა' };
const SYSTEM = { ID: -1, TEXT: 'სისტემური შეცდომა' };

export const EXPIRED: Reply = { DATA: null, STATUS: TOKEN };
export const BROKEN: Reply = { DATA: null, STATUS: SYSTEM };

export interface EApiSettings {
  readonly tokenSeconds: number;
  /** So long the result of a save is not to be had. */
  readonly saveMs: number;
  /** Whether a `TransactionId` that was seen saves nothing again. */
  readonly isIdempotent: boolean;
}

type Body = Readonly<Record<string, unknown>>;

export class EApi {
  readonly #registry: Registry;
  readonly #settings: EApiSettings;
  readonly #tokens = new Map<string, { readonly user: SimulatedUser; readonly until: number }>();
  readonly #pins = new Map<string, SimulatedUser>();
  readonly #transactions = new Map<
    string,
    { readonly at: number; readonly id: number | null; readonly refusal?: Refusal }
  >();
  repeatedTransactions = 0;

  constructor(registry: Registry, settings: EApiSettings) {
    this.#registry = registry;
    this.#settings = settings;
  }

  /** Ends every sign-in. */
  expireAll(): void {
    this.#tokens.clear();
  }

  userOf(token: string | undefined): SimulatedUser | undefined {
    const held = this.#tokens.get(token ?? '');
    return held !== undefined && held.until > Date.now() ? held.user : undefined;
  }

  answer(action: string, body: Body, token: string | undefined): Reply {
    try {
      if (action.startsWith('Users/')) return this.#users(action, body, token);
      const user = this.userOf(token);
      if (user === undefined) return EXPIRED;
      return { DATA: this.#act(action, body, user), STATUS: OK };
    } catch (error) {
      if (error instanceof Refusal) return { DATA: null, STATUS: { ID: error.code, TEXT: error.message } };
      throw error;
    }
  }

  #users(action: string, body: Body, token: string | undefined): Reply {
    switch (action) {
      case 'Users/Authenticate': {
        const user = this.#registry.users.find(
          ({ userName, password }) => userName === body['USERNAME'] && password === body['PASSWORD'],
        );
        if (user === undefined) throw new Refusal(-100, 'მომხმარებელი ან პაროლი არასწორია');
        if (user.pin === undefined) return this.#signedIn(user);
        const pinToken = randomUUID();
        this.#pins.set(pinToken, user);
        return { DATA: { PIN_TOKEN: pinToken, MASKED_MOBILE: '5** ** ** 12' }, STATUS: OK };
      }
      case 'Users/AuthenticatePin': {
        const user = this.#pins.get(textOf(body['PIN_TOKEN']));
        this.#pins.delete(textOf(body['PIN_TOKEN']));
        if (user === undefined || user.pin !== body['PIN']) throw new Refusal(-100, 'პინ-კოდი არასწორია');
        return this.#signedIn(user);
      }
      case 'Users/SignOut':
        this.#tokens.delete(token ?? '');
        return { DATA: true, STATUS: OK };
      default:
        throw new Refusal(-2, 'არასწორი ქმედება');
    }
  }

  #signedIn(user: SimulatedUser): Reply {
    const token = randomUUID();
    const seconds = this.#settings.tokenSeconds;
    this.#tokens.set(token, { user, until: Date.now() + seconds * 1_000 });
    return {
      DATA: { ACCESS_TOKEN: token, EXPIRES_IN: seconds, MASKED_MOBILE: '5** ** ** 12' },
      STATUS: OK,
    };
  }

  #act(action: string, body: Body, user: SimulatedUser): unknown {
    const registry = this.#registry;
    const named = (): number => Number(objectOf(body['INVOICE'])['ID']);
    switch (action) {
      case 'Common/GetUnits':
        return UNITS;
      case 'Common/GetTransactionResult': {
        const known = this.#transactions.get(textOf(body['TransactionId']));
        if (known === undefined || known.at > Date.now()) return { INVOICE_ID: null };
        if (known.refusal !== undefined) throw known.refusal;
        return { INVOICE_ID: known.id };
      }
      case 'Org/GetOrgInfoByTin': {
        const found = registry.taxpayer(textOf(body['Tin']));
        return found === undefined
          ? {}
          : {
              Tin: body['Tin'],
              Name: found.name,
              Address: 'თბილისი',
              IsVatPayer: found.isVatPayer,
              IsDiplomat: false,
            };
      }
      case 'Org/GetVatPayerStatus':
        return { IsVatPayer: registry.taxpayer(textOf(body['Tin']))?.isVatPayer === true };
      case 'Invoice/SaveInvoice':
        return this.#save(textOf(body['TransactionId']), objectOf(body['INVOICE']), user);
      case 'Invoice/ActivateInvoice':
        registry.activate(registry.ofSeller(named(), user.tin));
        return true;
      case 'Invoice/DeleteInvoice':
        registry.delete(registry.ofSeller(named(), user.tin));
        return true;
      case 'Invoice/CancelInvoice':
        registry.requestCancellation(registry.ofSeller(named(), user.tin));
        return true;
      case 'Invoice/ConfirmInvoice':
        registry.confirm(registry.ofBuyer(named(), user.tin));
        return true;
      case 'Invoice/RefuseInvoice':
        registry.refuse(registry.ofBuyer(named(), user.tin));
        return true;
      case 'Invoice/GetInvoice':
        return { INVOICE: whole(registry.ofEither(Number(body['InvoiceID']), user.tin)) };
      case 'Invoice/ListInvoices': {
        const [from = '', to = ''] = textOf(body['OPERATION_DATE']).split(':').map(isoDate);
        const isSeller = body['TYPE'] === 1;
        const found = [...registry.invoices.values()].filter(
          ({ sellerTin, buyerTin, operationDate, status }) =>
            (isSeller ? sellerTin : buyerTin) === user.tin &&
            (isSeller || (status !== 0 && status !== 4)) &&
            operationDate >= from &&
            operationDate <= to,
        );
        const rows = found.map(row);
        const fields = Object.keys(rows[0] ?? {});
        return {
          Data: { Fields: fields, Rows: rows.map((one) => fields.map((field) => one[field])) },
        };
      }
      case 'Invoice/GetSeqNum':
        return { SeqNum: registry.sequenceOf(user.tin, textOf(body['OperationPeriod'])) };
      case 'Invoice/CreateDecl': {
        const sequence = registry.sequenceOf(user.tin, textOf(body['OperationPeriod']));
        for (const one of listOf(body['Invoices']))
          registry.attach(registry.ofEither(Number(one['ID']), user.tin), user.tin, sequence);
        return true;
      }
      default:
        throw new Refusal(-2, 'არასწორი ქმედება');
    }
  }

  /** Takes a document; what became of it is to be asked for later. */
  #save(transactionId: string, given: Body, user: SimulatedUser): unknown {
    const at = Date.now() + this.#settings.saveMs;
    if (this.#transactions.has(transactionId)) {
      this.repeatedTransactions += 1;
      if (this.#settings.isIdempotent) return { TransactionId: transactionId };
    }
    try {
      const invoice = this.#saved(given, user);
      this.#transactions.set(transactionId, { at, id: invoice.id });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#transactions.set(transactionId, { at, id: null, refusal: error });
    }
    return { TransactionId: transactionId };
  }

  #saved(given: Body, user: SimulatedUser): HeldInvoice {
    if (given['TIN_SELLER'] !== user.tin) throw new Refusal(INVALID_RECORD, 'გამყიდველი არასწორია');
    const goods = listOf(given['INVOICE_GOODS']);
    if (goods.length === 0) throw new Refusal(INVALID_RECORD, 'საქონელი არ არის მითითებული');
    const registry = this.#registry;
    const id = Number(given['ID']);
    const corrects = Number(given['PREV_CORRECTION_ID'] ?? 0);
    const invoice =
      id === 0
        ? registry.create(user.tin, {
            reference: textOf(given['INV_COMMENT']),
            buyerTin: textOf(given['TIN_BUYER']),
            operationDate: isoDate(textOf(given['OPERATION_DATE'])),
            isAdvance: given['INV_CATEGORY'] === 4,
            ...(corrects === 0 ? {} : { corrects, correctionReason: Number(given['CORRECT_REASON_ID']) }),
          })
        : registry.ofSeller(id, user.tin);
    invoice.lines = [];
    for (const line of goods) {
      const type = Number(line['VAT_TYPE']);
      registry.addLine(invoice, {
        name: textOf(line['GOODS_NAME']),
        unit: textOf(line['UNIT_TXT']),
        unitId: Number(line['UNIT_ID']),
        quantity: Number(line['QUANTITY']),
        amount: Number(line['AMOUNT']),
        vat: type === 0 ? Number(line['VAT_AMOUNT']) : type === 1 ? 0 : -1,
      });
    }
    return invoice;
  }
}

function row(invoice: HeldInvoice): Record<string, unknown> {
  const { amount, vat } = totalOf(invoice);
  const [seller, buyer] = actions(invoice);
  const [year = '', month = '', day = ''] = invoice.operationDate.split('-');
  return {
    ID: invoice.id,
    INV_CATEGORY: invoice.isAdvance ? 4 : 1,
    INV_SERIE: invoice.number < 0 ? null : invoice.series,
    INV_NUMBER: invoice.number < 0 ? null : invoice.number,
    INV_COMMENT: invoice.reference,
    SELLER_ACTION: seller,
    BUYER_ACTION: buyer,
    OPERATION_DATE: `${day}-${month}-${year} 00:00:00`,
    TIN_SELLER: invoice.sellerTin,
    TIN_BUYER: invoice.buyerTin,
    AMOUNT_FULL: amount,
    AMOUNT_VAT: vat,
    SEQNUM_SELLER: invoice.sequenceOfSeller,
    SEQNUM_BUYER: invoice.sequenceOfBuyer,
    PREV_CORRECTION_ID: invoice.corrects,
    NEXT_CORRECTION_ID: invoice.correctedBy,
  };
}

/** A document with its lines, which lists leave out. */
function whole(invoice: HeldInvoice): Record<string, unknown> {
  return {
    ...row(invoice),
    INVOICE_GOODS: invoice.lines.map((line) => ({
      ID: line.id,
      INVOICE_ID: invoice.id,
      GOODS_NAME: line.name,
      BARCODE: '',
      UNIT_ID: line.unitId,
      UNIT_TXT: line.unit,
      QUANTITY: line.quantity,
      QUANTITY_EXT: 0,
      UNIT_PRICE: line.amount / line.quantity,
      AMOUNT: line.amount,
      VAT_AMOUNT: Math.max(0, line.vat),
      VAT_TYPE: line.vat > 0 ? 0 : line.vat === 0 ? 1 : 2,
    })),
  };
}

/** Acts of seller and buyer, which tell the state here. */
function actions({ status, wasRefused }: HeldInvoice): readonly [number, number] {
  if (wasRefused) return [1, 2];
  switch (status) {
    case -1:
      return [-1, 0];
    case 1:
    case 5:
      return [1, 0];
    case 2:
    case 8:
      return [1, 1];
    case 3:
      return [3, 1];
    case 6:
      return [2, 0];
    case 7:
      return [2, 1];
    default:
      return [0, 0];
  }
}

/** `22-11-2026 …` → `2026-11-22`. */
function isoDate(text: string): string {
  const [day = '', month = '', year = ''] = text.slice(0, 10).split('-');
  return `${year}-${month}-${day}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function objectOf(value: unknown): Body {
  if (typeof value !== 'object' || value === null) throw new Refusal(INVALID_RECORD, 'ჩანაწერი არასწორია');
  return value as Body;
}

function listOf(value: unknown): readonly Body[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}
