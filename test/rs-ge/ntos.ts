import { XMLParser } from 'fast-xml-parser';
import { Refusal, totalOf, type HeldInvoice, type Registry, type SimulatedUser } from './registry.ts';

/** The SOAP service of tax invoices as the simulator speaks it: names and their misspellings are the service's own. */

const parser = new XMLParser({ ignoreAttributes: true, removeNSPrefix: true, parseTagValue: false });

/** The order in which each operation demands its parameters. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  chek: ['su', 'sp'],
  get_un_id_from_user_id: ['user_id', 'su', 'sp'],
  get_un_id_from_tin: ['user_id', 'tin', 'su', 'sp'],
  save_invoice_n: [
    'user_id',
    'invois_id',
    'operation_date',
    'seller_un_id',
    'buyer_un_id',
    'overhead_no',
    'overhead_dt',
    'b_s_user_id',
    'note',
    'su',
    'sp',
  ],
  save_invoice_a: [
    'user_id',
    'invois_id',
    'operation_date',
    'seller_un_id',
    'buyer_un_id',
    'overhead_no',
    'overhead_dt',
    'b_s_user_id',
    'note',
    'su',
    'sp',
  ],
  save_invoice_desc: [
    'user_id',
    'id',
    'su',
    'sp',
    'invois_id',
    'goods',
    'g_unit',
    'g_number',
    'full_amount',
    'drg_amount',
    'aqcizi_amount',
    'akciz_id',
  ],
  delete_invoice_desc: ['user_id', 'id', 'inv_id', 'su', 'sp'],
  get_invoice_desc: ['user_id', 'invois_id', 'su', 'sp'],
  get_invoice: ['user_id', 'invois_id', 'su', 'sp'],
  change_invoice_status: ['user_id', 'inv_id', 'status', 'su', 'sp'],
  acsept_invoice_status: ['user_id', 'inv_id', 'status', 'su', 'sp'],
  ref_invoice_status: ['user_id', 'inv_id', 'ref_text', 'su', 'sp'],
  k_invoice: ['user_id', 'inv_id', 'k_type', 'su', 'sp'],
  get_makoreqtirebeli: ['user_id', 'inv_id', 'su', 'sp'],
  get_seq_nums: ['user_id', 'sag_periodi', 'su', 'sp'],
  add_inv_to_decl: ['user_id', 'seq_num', 'inv_id', 'su', 'sp'],
  ...Object.fromEntries(
    ['get_seller_invoices', 'get_buyer_invoices'].map((operation) => [
      operation,
      [
        'user_id',
        'un_id',
        's_dt',
        'e_dt',
        'op_s_dt',
        'op_e_dt',
        'invoice_no',
        'sa_ident_no',
        'desc',
        'doc_mos_nom',
        'su',
        'sp',
      ],
    ]),
  ),
};

type Given = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, string | number | boolean>>;

export interface SoapReply {
  readonly status: number;
  readonly xml: string;
}

/** The user of a call, for the count of its pace. */
export function serviceUserOf(xml: string): string | undefined {
  return /<su>([^<]*)<\/su>/.exec(xml)?.[1];
}

export class Ntos {
  readonly #registry: Registry;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  answer(soapAction: string, xml: string): SoapReply {
    const operation = /^"?http:\/\/tempuri\.org\/(\w+)"?$/.exec(soapAction)?.[1] ?? '';
    const order = ORDER[operation];
    const call = bodyOf(xml)[operation];
    if (order === undefined || call === undefined)
      return fault(
        'soap:Client',
        `Server did not recognize the value of HTTP Header SOAPAction: ${soapAction}.`,
      );
    const given = Object.fromEntries(Object.entries(call).map(([name, value]) => [name, String(value)]));
    if (Object.keys(given).join() !== order.join())
      return fault('soap:Server', `Parameters of ${operation} are not in their order.`);
    const user = this.#registry.users.find(
      ({ serviceUser, servicePassword }) => serviceUser === given['su'] && servicePassword === given['sp'],
    );
    if (user === undefined)
      return result(
        operation,
        operation === 'chek' ? { chekResult: false } : { [`${operation}Result`]: -100 },
      );
    try {
      return this.#act(operation, given, user);
    } catch (error) {
      if (error instanceof Refusal) return result(operation, { [`${operation}Result`]: error.code });
      throw error;
    }
  }

  #act(operation: string, given: Given, user: SimulatedUser): SoapReply {
    const registry = this.#registry;
    const id = Number(given['inv_id'] ?? given['invois_id'] ?? 0);
    const done = (more: Fields = {}): SoapReply =>
      result(operation, { [`${operation}Result`]: true, ...more });
    switch (operation) {
      case 'chek':
        return done({ user_id: registry.unIdOf(user.tin) + 1_000, sua: 0 });
      case 'get_un_id_from_user_id':
        return result(operation, { get_un_id_from_user_idResult: registry.unIdOf(user.tin) });
      case 'get_un_id_from_tin': {
        const found = registry.taxpayer(given['tin'] ?? '');
        return result(operation, {
          get_un_id_from_tinResult: found === undefined ? -1 : registry.unIdOf(given['tin'] ?? ''),
          name: found?.name ?? '',
        });
      }
      case 'save_invoice_n':
      case 'save_invoice_a': {
        const made = registry.create(user.tin, {
          reference: (given['note'] ?? '').replace(/^davtari:/, ''),
          buyerTin: registry.tinOf(Number(given['buyer_un_id'])) ?? '?',
          operationDate: (given['operation_date'] ?? '').slice(0, 10),
          isAdvance: operation === 'save_invoice_a',
        });
        return done({ invois_id: made.id });
      }
      case 'save_invoice_desc': {
        const line = registry.addLine(registry.ofSeller(id, user.tin), {
          name: given['goods'] ?? '',
          unit: given['g_unit'] ?? '',
          quantity: Number(given['g_number']),
          amount: Number(given['full_amount']),
          vat: Number(given['drg_amount']),
        });
        return done({ id: line.id });
      }
      case 'delete_invoice_desc':
        registry.removeLine(registry.ofSeller(id, user.tin), Number(given['id']));
        return done();
      case 'get_invoice_desc':
        return table(operation, 'invoices_descs', lineRows(registry.ofEither(id, user.tin)));
      case 'get_invoice': {
        const invoice = registry.ofEither(id, user.tin);
        const { amount, vat } = totalOf(invoice);
        return done({
          f_series: invoice.series,
          f_number: invoice.number,
          operation_dt: `${invoice.operationDate}T00:00:00`,
          reg_dt: `${invoice.operationDate}T00:00:00`,
          seller_un_id: registry.unIdOf(invoice.sellerTin),
          buyer_un_id: registry.unIdOf(invoice.buyerTin),
          status: invoice.status,
          seq_num_s: invoice.sequenceOfSeller ?? '',
          seq_num_b: invoice.sequenceOfBuyer ?? '',
          k_id: invoice.correctedBy ?? -1,
          k_type: invoice.correctionReason,
          was_ref: invoice.wasRefused ? 1 : 0,
          tanxa: amount,
          vat,
        });
      }
      case 'change_invoice_status': {
        this.#change(registry.ofSeller(id, user.tin), Number(given['status']));
        return done();
      }
      case 'acsept_invoice_status':
        registry.confirm(registry.ofBuyer(id, user.tin));
        return done();
      case 'ref_invoice_status':
        registry.refuse(registry.ofBuyer(id, user.tin));
        return done();
      case 'k_invoice': {
        const corrected = registry.ofSeller(id, user.tin);
        const made = registry.create(user.tin, {
          // This service gives a correction no note of its own.
          reference: `correction of ${corrected.reference}`,
          buyerTin: corrected.buyerTin,
          operationDate: corrected.operationDate,
          corrects: id,
          correctionReason: Number(given['k_type']),
        });
        return done({ k_id: made.id });
      }
      case 'get_makoreqtirebeli':
        return done({ k_id: registry.ofEither(id, user.tin).correctedBy ?? -1 });
      case 'get_seller_invoices':
      case 'get_buyer_invoices':
        return table(operation, 'invoices', this.#rows(operation === 'get_seller_invoices', given, user));
      case 'get_seq_nums':
        return table(operation, 'seq_nums', [
          { SEQ_NUM: registry.sequenceOf(user.tin, given['sag_periodi'] ?? '') },
        ]);
      default: {
        registry.attach(registry.ofEither(id, user.tin), user.tin, Number(given['seq_num']));
        return done();
      }
    }
  }

  #change(invoice: HeldInvoice, status: number): void {
    if (status === -1) this.#registry.delete(invoice);
    else if (status === 6) this.#registry.requestCancellation(invoice);
    else if ((status === 1 && invoice.status === 0) || (status === 5 && invoice.status === 4))
      this.#registry.activate(invoice);
    else throw new Refusal(-2, 'სტატუსი ვერ შეიცვლება');
  }

  #rows(isSeller: boolean, given: Given, user: SimulatedUser): Fields[] {
    const [from, to] = [(given['op_s_dt'] ?? '').slice(0, 10), (given['op_e_dt'] ?? '').slice(0, 10)];
    return [...this.#registry.invoices.values()]
      .filter(
        ({ sellerTin, buyerTin, operationDate, status }) =>
          (isSeller ? sellerTin : buyerTin) === user.tin &&
          (isSeller || (status !== 0 && status !== 4)) &&
          operationDate >= from &&
          operationDate <= to,
      )
      .map((invoice) => ({
        ID: invoice.id,
        F_SERIES: invoice.series,
        F_NUMBER: invoice.number,
        OPERATION_DT: `${invoice.operationDate}T00:00:00`,
        STATUS: invoice.status,
        WAS_REF: invoice.wasRefused ? 1 : 0,
        NOTES: `davtari:${invoice.reference}`,
        SA_IDENT_NO: isSeller ? invoice.buyerTin : invoice.sellerTin,
        TANXA: totalOf(invoice).amount,
        VAT: totalOf(invoice).vat,
        ...(invoice.sequenceOfSeller === null ? {} : { SEQ_NUM_S: invoice.sequenceOfSeller }),
        ...(invoice.sequenceOfBuyer === null ? {} : { SEQ_NUM_B: invoice.sequenceOfBuyer }),
      }));
  }
}

function lineRows(invoice: HeldInvoice): Fields[] {
  return invoice.lines.map((line) => ({
    ID: line.id,
    INV_ID: invoice.id,
    GOODS: line.name,
    G_UNIT: line.unit,
    G_NUMBER: line.quantity,
    FULL_AMOUNT: line.amount,
    DRG_AMOUNT: line.vat,
    AQCIZI_AMOUNT: 0,
    AKCIS_ID: 0,
  }));
}

function bodyOf(xml: string): Readonly<Record<string, Record<string, unknown> | undefined>> {
  const parsed = parser.parse(xml) as { Envelope?: { Body?: Record<string, Record<string, unknown>> } };
  return parsed.Envelope?.Body ?? {};
}

function envelope(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

function elements(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`)
    .join('');
}

function result(operation: string, fields: Fields): SoapReply {
  return {
    status: 200,
    xml: envelope(
      `<${operation}Response xmlns="http://tempuri.org/">${elements(fields)}</${operation}Response>`,
    ),
  };
}

/** Rows as ADO.NET serialises a table. */
function table(operation: string, rowName: string, rows: readonly Fields[]): SoapReply {
  const body = rows
    .map(
      (row, at) =>
        `<${rowName} diffgr:id="${rowName}${String(at + 1)}" msdata:rowOrder="${String(at)}">${elements(row)}</${rowName}>`,
    )
    .join('');
  return {
    status: 200,
    xml: envelope(
      `<${operation}Response xmlns="http://tempuri.org/"><${operation}Result><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" id="NewDataSet"/><diffgr:diffgram xmlns:msdata="urn:schemas-microsoft-com:xml-msdata" xmlns:diffgr="urn:schemas-microsoft-com:xml-diffgram-v1">${rows.length === 0 ? '' : `<DocumentElement xmlns="">${body}</DocumentElement>`}</diffgr:diffgram></${operation}Result></${operation}Response>`,
    ),
  };
}

export function fault(code: string, text: string): SoapReply {
  return {
    status: 500,
    xml: envelope(
      `<soap:Fault><faultcode>${code}</faultcode><faultstring>${escaped(text)}</faultstring><detail /></soap:Fault>`,
    ),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
