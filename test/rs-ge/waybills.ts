import { XMLParser } from 'fast-xml-parser';
import type { HeldInvoice, SimulatedUser } from './registry.ts';

/** The waybill service as the simulator speaks it: names and their misspellings are the service's own. */

const parser = new XMLParser({ ignoreAttributes: true, removeNSPrefix: true, parseTagValue: false });

/** The order in which each operation demands its parameters. */
const LIST = (who: string): string[] => [
  'su',
  'sp',
  'itypes',
  who,
  'statuses',
  'car_number',
  'begin_date_s',
  'begin_date_e',
  'create_date_s',
  'create_date_e',
  'driver_tin',
  'delivery_date_s',
  'delivery_date_e',
  'full_amount',
  'waybill_number',
  'close_date_s',
  'close_date_e',
  's_user_ids',
  'comment',
];
const ONE = ['su', 'sp', 'waybill_id'];
const ORDER: Readonly<Record<string, readonly string[]>> = {
  chek_service_user: ['su', 'sp'],
  get_error_codes: ['su', 'sp'],
  get_waybill_units: ['su', 'sp'],
  get_waybill_types: ['su', 'sp'],
  save_waybill: ['su', 'sp', 'waybill'],
  get_waybill: ONE,
  get_waybills: LIST('buyer_tin'),
  get_buyer_waybills_ex: [...LIST('seller_tin'), 'is_confirmed'],
  send_waybil_vd: ['su', 'sp', 'begin_date', 'waybill_id'],
  close_waybill_vd: ['su', 'sp', 'delivery_date', 'waybill_id'],
  ref_waybill: ONE,
  del_waybill: ONE,
  confirm_waybill: ONE,
  reject_waybill: ONE,
  save_invoice: ['su', 'sp', 'waybill_id', 'in_inv_id'],
};

const UNITS: Readonly<Record<number, string>> = {
  1: 'ცალი',
  2: 'კგ',
  3: 'გრ',
  4: 'ლ',
  5: 'ტონა',
  99: 'სხვა',
};
const KINDS = [
  'შიდა გადაზიდვა',
  'ტრანსპორტირებით',
  'ტრანსპორტირების გარეშე',
  'დისტრიბუცია',
  'უკან დაბრუნება',
  'ქვე-ზედნადები',
];
const ERRORS: Readonly<Record<number, string>> = {
  [-1]: 'ოპერაცია ვერ შესრულდა',
  [-101]: 'ზედნადები სხვას ეკუთვნის',
  [-1005]: 'მყიდველის საიდენტიფიკაციო ნომერი არასწორია',
  [-1012]: 'მძღოლის პირადი ნომერი აუცილებელია',
  [-1026]: 'ავტომობილის ნომერი არასწორია',
  [-1035]: 'შიდა გადაზიდვაში მყიდველი არ უნდა იყოს მითითებული',
  [-1036]: 'ზომის ერთეული არასწორია',
  [-2006]: 'საქონლის სტატუსი არასწორია',
};

/** A waybill as the service holds it; the fields of its XML, and its owner. */
export interface HeldWaybill {
  readonly id: number;
  readonly sellerTin: string;
  fields: Readonly<Record<string, string>>;
  goods: readonly Readonly<Record<string, string>>[];
  status: number;
  number: string;
  confirmed: number;
  deliveryDate: string;
  readonly createdAt: string;
  /** The tax invoice that it is linked with; 0 for none; and how often it was linked. */
  invoice: number;
  links: number;
  /** How often its content was saved. */
  saves: number;
}

interface Reply {
  readonly status: number;
  readonly xml: string;
}

type Node = Readonly<Record<string, unknown>>;

export class WayBills {
  readonly held: HeldWaybill[] = [];
  readonly #users: readonly SimulatedUser[];
  readonly #invoices: (id: number) => Pick<HeldInvoice, 'sellerTin' | 'buyerTin'> | undefined;
  #next = 700_000_001;

  /** @param invoices What the service of invoices holds, by its id. */
  constructor(
    users: readonly SimulatedUser[],
    invoices: (id: number) => Pick<HeldInvoice, 'sellerTin' | 'buyerTin'> | undefined,
  ) {
    this.#users = users;
    this.#invoices = invoices;
  }

  answer(soapAction: string, xml: string): Reply {
    const operation = /^"?http:\/\/tempuri\.org\/(\w+)"?$/.exec(soapAction)?.[1] ?? '';
    const order = ORDER[operation];
    const envelope = parser.parse(xml) as { Envelope?: { Body?: Record<string, Node | string> } };
    const call = envelope.Envelope?.Body?.[operation];
    if (order === undefined || call === undefined || typeof call === 'string')
      return fault(`Server did not recognize the value of HTTP Header SOAPAction: ${soapAction}.`);
    if (Object.keys(call).join() !== order.join())
      return fault(`Parameters of ${operation} are not in their order.`);
    const user = this.#users.find(
      ({ serviceUser, servicePassword }) =>
        serviceUser === text(call, 'su') && servicePassword === text(call, 'sp'),
    );
    if (operation === 'chek_service_user')
      return result(
        operation,
        `<chek_service_userResult>${String(user !== undefined)}</chek_service_userResult>` +
          `<un_id>${user === undefined ? -1 : 1}</un_id><s_user_id>1</s_user_id>`,
      );
    if (user === undefined) return code(operation, -100);
    return this.#act(operation, call, user);
  }

  #act(operation: string, call: Node, user: SimulatedUser): Reply {
    switch (operation) {
      case 'get_error_codes':
        return list(
          operation,
          'ERROR_CODES',
          'ERROR_CODE',
          Object.entries(ERRORS).map(([id, TEXT]) => ({ ID: id, TEXT, TYPE: '1' })),
        );
      case 'get_waybill_units':
        return list(
          operation,
          'WAYBILL_UNITS',
          'WAYBILL_UNIT',
          Object.entries(UNITS).map(([ID, NAME]) => ({ ID, NAME })),
        );
      case 'get_waybill_types':
        return list(
          operation,
          'WAYBILL_TYPES',
          'WAYBILL_TYPE',
          KINDS.map((NAME, index) => ({ ID: String(index + 1), NAME })),
        );
      case 'save_waybill':
        return this.#save(((call['waybill'] as Node | undefined)?.['WAYBILL'] ?? {}) as Node, user);
      case 'get_waybill': {
        const waybill = this.#of(call);
        if (
          waybill === undefined ||
          (waybill.sellerTin !== user.tin && waybill.fields['BUYER_TIN'] !== user.tin)
        )
          return code(operation, -101);
        return result(
          operation,
          `<get_waybillResult>${shown(waybill, this.#users, true)}</get_waybillResult>`,
        );
      }
      case 'get_waybills':
      case 'get_buyer_waybills_ex': {
        const from = text(call, 'create_date_s');
        const to = text(call, 'create_date_e');
        // The known defect: without these two, nothing.
        const found =
          from === ''
            ? []
            : this.held.filter(
                (waybill) =>
                  (operation === 'get_waybills'
                    ? waybill.sellerTin === user.tin
                    : waybill.fields['BUYER_TIN'] === user.tin && waybill.status > 0) &&
                  waybill.createdAt >= from &&
                  waybill.createdAt <= to,
              );
        return result(
          operation,
          `<${operation}Result><WAYBILL_LIST>${found.map((one) => shown(one, this.#users, false)).join('')}` +
            `</WAYBILL_LIST></${operation}Result>`,
        );
      }
      case 'save_invoice':
        return this.#linkInvoice(call, user);
      default:
        return this.#change(operation, call, user);
    }
  }

  #save(given: Node, user: SimulatedUser): Reply {
    const refused = (status: number): Reply =>
      result(
        'save_waybill',
        `<save_waybillResult><RESULT><STATUS>${status}</STATUS><ID>0</ID></RESULT></save_waybillResult>`,
      );
    const type = Number(text(given, 'TYPE'));
    if (type === 1 && text(given, 'BUYER_TIN') !== '') return refused(-1035);
    if (type !== 1 && type !== 4 && !this.#users.some(({ tin }) => tin === text(given, 'BUYER_TIN')))
      return refused(-1005);
    // Misleading, and so is the original.
    if (type === 3 && (text(given, 'START_ADDRESS') !== '' || text(given, 'END_ADDRESS') !== ''))
      return refused(-1036);
    if (text(given, 'TRANS_ID') === '1' && text(given, 'DRIVER_TIN') === '') return refused(-1012);
    if (
      text(given, 'TRANS_ID') === '1' &&
      !/^[A-Z]{2}\d{3}[A-Z]{2}$|^[A-Z]{3}\d{3}$/.test(text(given, 'CAR_NUMBER'))
    )
      return refused(-1026);
    const goodsGiven = (given['GOODS_LIST'] as Node | undefined)?.['GOODS'];
    const goods = (Array.isArray(goodsGiven) ? goodsGiven : [goodsGiven]).map((one) => flat(one as Node));
    const id = Number(text(given, 'ID'));
    const existing =
      id === 0 ? undefined : this.held.find((one) => one.id === id && one.sellerTin === user.tin);
    if (id !== 0 && existing === undefined) return refused(-101);
    const fields = flat(given);
    if (existing === undefined) {
      this.held.push({
        id: this.#next,
        sellerTin: user.tin,
        fields,
        goods,
        status: 0,
        number: '',
        confirmed: 0,
        deliveryDate: '',
        createdAt: new Date(Date.now() + 4 * 3_600_000).toISOString().slice(0, 19),
        invoice: 0,
        links: 0,
        saves: 1,
      });
      this.#next += 1;
    } else {
      if (existing.status !== 0 && existing.status !== 1) return refused(-2006);
      Object.assign(existing, { fields, goods, saves: existing.saves + 1 });
    }
    const saved = existing ?? this.held.at(-1);
    return result(
      'save_waybill',
      `<save_waybillResult><RESULT><STATUS>0</STATUS><ID>${saved?.id ?? 0}</ID><GOODS_LIST>` +
        goods
          .map(
            (one) =>
              `<GOODS><ID>1</ID><ERROR>0</ERROR><W_NAME>${escaped(one['W_NAME'] ?? '')}</W_NAME></GOODS>`,
          )
          .join('') +
        '</GOODS_LIST></RESULT></save_waybillResult>',
    );
  }

  #change(operation: string, call: Node, user: SimulatedUser): Reply {
    const waybill = this.#of(call);
    const isBuyers = operation === 'confirm_waybill' || operation === 'reject_waybill';
    const owner = isBuyers ? waybill?.fields['BUYER_TIN'] : waybill?.sellerTin;
    if (waybill === undefined || owner !== user.tin) return code(operation, -101);
    const from = {
      send_waybil_vd: [0],
      close_waybill_vd: [1],
      ref_waybill: [1, 2],
      del_waybill: [0],
      confirm_waybill: [1, 2],
      reject_waybill: [1, 2],
    }[operation];
    if (from?.includes(waybill.status) !== true) return code(operation, -1);
    switch (operation) {
      case 'send_waybil_vd':
        waybill.status = 1;
        waybill.number = String(83_643_000 + (waybill.id % 1_000)).padStart(10, '0');
        return result(operation, `<send_waybil_vdResult>${waybill.number}</send_waybil_vdResult>`);
      case 'close_waybill_vd':
        waybill.status = 2;
        waybill.deliveryDate = text(call, 'delivery_date');
        break;
      case 'ref_waybill':
        waybill.status = -2;
        break;
      case 'del_waybill':
        waybill.status = -1;
        break;
      case 'confirm_waybill':
        waybill.confirmed = 1;
        break;
      case 'reject_waybill':
        waybill.confirmed = -1;
    }
    return code(operation, 1);
  }

  /** The invoice is one of the service of invoices; with 0 a new one comes about there. */
  #linkInvoice(call: Node, user: SimulatedUser): Reply {
    const answered = (value: number, invoice: number): Reply =>
      result(
        'save_invoice',
        `<save_invoiceResult>${value}</save_invoiceResult><out_inv_id>${invoice}</out_inv_id>`,
      );
    const waybill = this.#of(call);
    if (waybill?.sellerTin !== user.tin) return answered(-101, 0);
    if (waybill.status !== 2) return answered(-1, 0);
    const id = Number(text(call, 'in_inv_id'));
    // Nobody of ours may ask for a new one: it would be there besides the one that was sent.
    const invoice = id === 0 ? undefined : this.#invoices(id);
    if (invoice === undefined) return answered(-1, 0);
    if (invoice.sellerTin !== user.tin || invoice.buyerTin !== waybill.fields['BUYER_TIN'])
      return answered(-101, 0);
    waybill.invoice = id;
    waybill.links += 1;
    return answered(1, id);
  }

  #of(call: Node): HeldWaybill | undefined {
    return this.held.find(({ id }) => String(id) === text(call, 'waybill_id'));
  }
}

function shown(waybill: HeldWaybill, users: readonly SimulatedUser[], isWhole: boolean): string {
  const { fields } = waybill;
  const seller = users.find(({ tin }) => tin === waybill.sellerTin);
  const kept = [
    'TYPE',
    'BUYER_TIN',
    'CHEK_BUYER_TIN',
    'BUYER_NAME',
    'START_ADDRESS',
    'END_ADDRESS',
    'DRIVER_TIN',
    'CHEK_DRIVER_TIN',
    'DRIVER_NAME',
    'TRANSPORT_COAST',
    'PAR_ID',
    'CAR_NUMBER',
    'BEGIN_DATE',
    'TRAN_COST_PAYER',
    'TRANS_ID',
    'TRANS_TXT',
    'COMMENT',
  ];
  const elements: Record<string, string> = {
    ID: String(waybill.id),
    ...Object.fromEntries(kept.map((name) => [name, fields[name] ?? ''])),
    STATUS: String(waybill.status),
    WAYBILL_NUMBER: waybill.number,
    INVOICE_ID: String(waybill.invoice),
    CREATE_DATE: waybill.createdAt,
    DELIVERY_DATE: waybill.deliveryDate,
    SELLER_TIN: waybill.sellerTin,
    SELLER_NAME: seller?.name ?? '',
    IS_CONFIRMED: String(waybill.confirmed),
    // Zeros at the end are left away, as numbers have none.
    FULL_AMOUNT: String(Number(fields['FULL_AMOUNT'] ?? 0)),
  };
  const goods = isWhole
    ? `<GOODS_LIST>${waybill.goods.map((one) => `<GOODS>${xml(one)}</GOODS>`).join('')}</GOODS_LIST>`
    : '';
  return `<WAYBILL>${xml(elements)}${goods}</WAYBILL>`;
}

function flat(node: Node): Record<string, string> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}

function text(node: Node, name: string): string {
  const value = node[name];
  return typeof value === 'string' ? value : '';
}

function xml(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
    .join('');
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function list(
  operation: string,
  name: string,
  item: string,
  rows: readonly Readonly<Record<string, string>>[],
): Reply {
  return result(
    operation,
    `<${operation}Result><${name}>${rows.map((row) => `<${item}>${xml(row)}</${item}>`).join('')}</${name}></${operation}Result>`,
  );
}

function code(operation: string, value: number): Reply {
  return result(operation, `<${operation}Result>${value}</${operation}Result>`);
}

function result(operation: string, inside: string): Reply {
  return {
    status: 200,
    xml:
      `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>` +
      `<${operation}Response xmlns="http://tempuri.org/">${inside}</${operation}Response></soap:Body></soap:Envelope>`,
  };
}

function fault(words: string): Reply {
  return {
    status: 500,
    xml:
      `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>` +
      `<soap:Fault><faultcode>soap:Server</faultcode><faultstring>${escaped(words)}</faultstring></soap:Fault></soap:Body></soap:Envelope>`,
  };
}
