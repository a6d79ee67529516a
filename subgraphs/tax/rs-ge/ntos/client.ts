import type {
  InvoiceFilter,
  RemoteInvoice,
  RsGeDocument,
  SavedDocument,
  TaxAuthority,
  Taxpayer,
  Unit,
} from '../authority.ts';
import { CORRECTION_REASONS } from '../authority.ts';
import { RsGeFailure, unanswered, understood, type CallKind } from '#shared/rs-ge/failure.ts';
import type { Endpoint } from '#shared/rs-ge/endpoint.ts';
import {
  readSoap,
  rowsOf,
  soapHeaders,
  soapRequest,
  textOf,
  type Parameters,
  type XmlNode,
} from '#shared/rs-ge/soap.ts';
import {
  CODE,
  endOfDay,
  lineOf,
  noteOf,
  remoteInvoice,
  sameLine,
  STATUS,
  understoodLine,
  wireDate,
  wireLine,
  type WireLine,
} from './wire.ts';

export interface NtosOptions {
  readonly endpoint: Endpoint;
  /** `su` and `sp`: the service user, often `name:TIN`, and its password. */
  readonly credentials: { readonly serviceUser: string; readonly servicePassword: string };
  /** Tax number of the company whose invoices these are. */
  readonly tin: string;
}

interface Identity {
  readonly userId: string;
  readonly unId: string;
}

/** The SOAP interface of tax invoices. An invoice is a header and lines, each a write of its own. */
export function createNtosClient(options: NtosOptions): TaxAuthority {
  const { endpoint, tin } = options;
  const { serviceUser, servicePassword } = options.credentials;
  const secrets: Parameters = [
    ['su', serviceUser],
    ['sp', servicePassword],
  ];
  let identity: Promise<Identity> | undefined;

  /** One call, once. */
  async function send(operation: string, parameters: Parameters, kind: CallKind): Promise<XmlNode> {
    const { status, text } = await endpoint.post({
      headers: soapHeaders(operation),
      body: soapRequest(operation, parameters),
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

  /** One call in the name of the user: its id comes first, the service user last. */
  async function call(operation: string, parameters: Parameters, kind: CallKind): Promise<XmlNode> {
    const { userId } = await whoWeAre();
    return send(operation, [['user_id', userId], ...parameters, ...secrets], kind);
  }

  function whoWeAre(): Promise<Identity> {
    identity ??= introduce();
    identity.catch(() => {
      identity = undefined;
    });
    return identity;
  }

  async function introduce(): Promise<Identity> {
    // The misspelling is the name of the operation.
    const answer = await send('chek', secrets, 'READ');
    if (!isTrue(answer['chekResult']))
      throw new RsGeFailure('NOT_SIGNED_IN', 'RS.ge does not know the service user or its password', {
        code: CODE.BAD_CREDENTIALS,
      });
    const userId = textOf(answer['user_id']);
    const found = await send('get_un_id_from_user_id', [['user_id', userId], ...secrets], 'READ');
    return { userId, unId: textOf(found['get_un_id_from_user_idResult']) };
  }

  /** Operations that answer true, or a number that is 1 or says what is wrong. */
  function demand(operation: string, answer: XmlNode, kind: CallKind): void {
    const result = textOf(answer[`${operation}Result`]);
    if (result === '') throw unanswered(kind, `RS.ge answered ${operation} without a result`);
    if (isTrue(result) || result === '1') return;
    const code = Number(result);
    if (code === CODE.BAD_CREDENTIALS) {
      identity = undefined;
      throw new RsGeFailure('NOT_SIGNED_IN', 'RS.ge refuses the service user', { code });
    }
    throw new RsGeFailure(
      'REFUSED',
      code === CODE.NOT_YOURS ? 'the document is not of this company' : `RS.ge refuses ${operation}`,
      { code: result },
    );
  }

  async function perform(operation: string, parameters: Parameters): Promise<XmlNode> {
    const answer = await call(operation, parameters, 'WRITE');
    demand(operation, answer, 'WRITE');
    return answer;
  }

  async function unIdOf(buyerTin: string | null): Promise<string> {
    if (buyerTin === null)
      throw new RsGeFailure('REFUSED', 'this service takes buyers with a Georgian tax number only', {
        code: 'FOREIGN_BUYER',
      });
    const answer = await call('get_un_id_from_tin', [['tin', buyerTin]], 'READ');
    const unId = textOf(answer['get_un_id_from_tinResult']);
    if (unId === '' || Number(unId) <= 0)
      throw new RsGeFailure('REFUSED', 'RS.ge does not know the tax number of the buyer', { code: -1005 });
    return unId;
  }

  async function saveHeader(document: RsGeDocument): Promise<string> {
    if (document.corrects !== null) {
      const answer = await perform('k_invoice', [
        ['inv_id', document.corrects.rsGeId],
        ['k_type', CORRECTION_REASONS[document.corrects.reason]],
      ]);
      return idOf(answer['k_id']);
    }
    const { unId } = await whoWeAre();
    const buyer = await unIdOf(document.buyerTin);
    const answer = await perform(document.kind === 'ADVANCE' ? 'save_invoice_a' : 'save_invoice_n', [
      ['invois_id', 0],
      ['operation_date', wireDate(document.operationDate)],
      ['seller_un_id', unId],
      ['buyer_un_id', buyer],
      ['overhead_no', ''],
      ['overhead_dt', wireDate(document.operationDate)],
      ['b_s_user_id', 0],
      ['note', noteOf(document.reference)],
    ]);
    return idOf(answer['invois_id']);
  }

  /** Lines that RS.ge holds too many, and those of ours that it lacks. */
  async function difference(
    document: RsGeDocument,
    id: string,
  ): Promise<{ readonly extra: readonly WireLine[]; readonly missing: readonly WireLine[] }> {
    const answer = await call('get_invoice_desc', [['invois_id', id]], 'READ');
    const extra = rowsOf(answer['get_invoice_descResult']).map(lineOf);
    const missing: WireLine[] = [];
    for (const line of document.lines.map(wireLine)) {
      const at = extra.findIndex((held) => sameLine(held, line));
      if (at === -1) missing.push(line);
      else extra.splice(at, 1);
    }
    return { extra, missing };
  }

  /** Makes the lines at RS.ge those of the document: what is there already is left alone. */
  async function settleLines(document: RsGeDocument, id: string, isNew: boolean): Promise<void> {
    const { extra, missing } = isNew
      ? { extra: [], missing: document.lines.map(wireLine) }
      : await difference(document, id);
    for (const line of extra)
      await perform('delete_invoice_desc', [
        ['id', line.id],
        ['inv_id', id],
      ]);
    for (const line of missing) {
      const { userId } = await whoWeAre();
      // Here the service user stands in the middle.
      const answer = await send(
        'save_invoice_desc',
        [
          ['user_id', userId],
          ['id', 0],
          ...secrets,
          ['invois_id', id],
          ['goods', line.goods],
          ['g_unit', line.unit],
          ['g_number', line.quantity],
          ['full_amount', line.fullAmount],
          ['drg_amount', line.vat],
          ['aqcizi_amount', 0],
          ['akciz_id', 0],
        ],
        'WRITE',
      );
      demand('save_invoice_desc', answer, 'WRITE');
    }
  }

  async function correctionOf(id: string): Promise<string | undefined> {
    const answer = await call('get_makoreqtirebeli', [['inv_id', id]], 'READ');
    const found = textOf(answer['k_id']);
    return found === '' || Number(found) <= 0 ? undefined : found;
  }

  async function list({ role, from, to }: InvoiceFilter): Promise<readonly RemoteInvoice[]> {
    const operation = role === 'SELLER' ? 'get_seller_invoices' : 'get_buyer_invoices';
    const { unId } = await whoWeAre();
    const answer = await call(
      operation,
      [
        ['un_id', unId],
        // The days of registration: no bound.
        ['s_dt', '2000-01-01T00:00:00'],
        ['e_dt', '2199-12-31T00:00:00'],
        ['op_s_dt', wireDate(from)],
        ['op_e_dt', endOfDay(to)],
        ['invoice_no', ''],
        ['sa_ident_no', ''],
        ['desc', ''],
        ['doc_mos_nom', ''],
      ],
      'READ',
    );
    const rows = rowsOf(answer[`${operation}Result`]);
    return understood('READ', () => rows.map((row) => remoteInvoice(row, textOf(row['ID']), tin, role)));
  }

  async function read(id: string): Promise<RemoteInvoice> {
    const answer = await call('get_invoice', [['invois_id', id]], 'READ');
    demand('get_invoice', answer, 'READ');
    return understood('READ', () => remoteInvoice(answer, id, tin));
  }

  async function statusOf(id: string): Promise<number> {
    const answer = await call('get_invoice', [['invois_id', id]], 'READ');
    demand('get_invoice', answer, 'READ');
    return Number(textOf(answer['status']));
  }

  async function changeStatus(id: string, status: number): Promise<void> {
    await perform('change_invoice_status', [
      ['inv_id', id],
      ['status', status],
    ]);
  }

  return {
    channel: 'NTOS',
    async signIn() {
      identity = undefined;
      await whoWeAre();
    },
    confirmPin: () =>
      Promise.reject(new RsGeFailure('REFUSED', 'this service asks for no PIN', { code: 'NO_PIN' })),
    async findTaxpayer(wanted): Promise<Taxpayer | undefined> {
      const answer = await call('get_un_id_from_tin', [['tin', wanted]], 'READ');
      const unId = Number(textOf(answer['get_un_id_from_tinResult']));
      if (!(unId > 0)) return undefined;
      return { tin: wanted, name: textOf(answer['name']), address: null, isVatPayer: null };
    },
    isVatPayer: () =>
      Promise.reject(
        new RsGeFailure('REFUSED', 'this service does not tell who pays VAT', { code: 'NOT_OFFERED' }),
      ),
    units: (): Promise<readonly Unit[]> =>
      Promise.reject(
        new RsGeFailure('REFUSED', 'this service takes units as words', { code: 'NOT_OFFERED' }),
      ),
    async save(document, _transactionId, known) {
      const id = known ?? (await saveHeader(document));
      // A correction is born with the lines of what it corrects.
      await settleLines(document, id, known === undefined && document.corrects === null);
      return id;
    },
    async findSaved(document): Promise<SavedDocument | undefined> {
      const id =
        document.corrects === null
          ? await idByReference(document)
          : await correctionOf(document.corrects.rsGeId);
      if (id === undefined) return undefined;
      const { extra, missing } = await difference(document, id);
      return { id, isWhole: extra.length === 0 && missing.length === 0 };
    },
    async activate(id) {
      const status = await statusOf(id);
      await changeStatus(id, status === STATUS.CORRECTION_SAVED ? STATUS.CORRECTION_SENT : STATUS.SENT);
    },
    async confirm(id) {
      const status = await statusOf(id);
      await perform('acsept_invoice_status', [
        ['inv_id', id],
        ['status', AGREED[status] ?? STATUS.CONFIRMED],
      ]);
    },
    async refuse(id, reason) {
      await perform('ref_invoice_status', [
        ['inv_id', id],
        ['ref_text', reason],
      ]);
    },
    async cancel(id) {
      const status = await statusOf(id);
      const isSaved = status === STATUS.SAVED || status === STATUS.CORRECTION_SAVED;
      await changeStatus(id, isSaved ? STATUS.DELETED : STATUS.CANCELLATION_SENT);
    },
    read,
    async lines(id) {
      const answer = await call('get_invoice_desc', [['invois_id', id]], 'READ');
      const refused = textOf(answer['get_invoice_descResult']);
      if (/^-\d+$/.test(refused)) demand('get_invoice_desc', answer, 'READ');
      const rows = rowsOf(answer['get_invoice_descResult']);
      return understood('READ', () => rows.map((row) => understoodLine(lineOf(row))));
    },
    list,
    async sequenceNumber(period) {
      const answer = await call('get_seq_nums', [['sag_periodi', period.replace('-', '')]], 'READ');
      const [row] = rowsOf(answer['get_seq_numsResult']);
      const number = textOf(row?.['SEQ_NUM']);
      if (number === '')
        throw new RsGeFailure('REFUSED', `RS.ge has no declaration of ${period}`, { code: 'NO_SEQUENCE' });
      return number;
    },
    async attachInvoices(period, ids, sequenceNumber) {
      const number = sequenceNumber ?? (await this.sequenceNumber(period));
      for (const id of ids)
        await perform('add_inv_to_decl', [
          ['seq_num', number],
          ['inv_id', id],
        ]);
    },
    close: () => endpoint.close(),
  };

  /** Our document among the seller's invoices of its day, by the note. */
  async function idByReference(document: RsGeDocument): Promise<string | undefined> {
    const day = { role: 'SELLER', from: document.operationDate, to: document.operationDate } as const;
    const rows = (await list(day)).filter(({ state }) => state !== 'DELETED');
    const ours = rows.filter(({ reference }) => reference === document.reference);
    const [first, second] = ours;
    if (second !== undefined)
      throw new RsGeFailure('UNKNOWN_OUTCOME', `RS.ge holds our document ${String(ours.length)} times`, {
        code: 'DUPLICATE',
      });
    return first?.id;
  }
}

/** What agreeing makes of each status. */
const AGREED: Readonly<Record<number, number>> = {
  [STATUS.SENT]: STATUS.CONFIRMED,
  [STATUS.CORRECTION_SENT]: STATUS.CORRECTION_CONFIRMED,
  [STATUS.CANCELLATION_SENT]: STATUS.CANCELLATION_CONFIRMED,
};

function isTrue(value: XmlNode[string] | undefined): boolean {
  return textOf(value).toLowerCase() === 'true';
}

function idOf(value: XmlNode[string] | undefined): string {
  const id = textOf(value);
  if (!/^[1-9]\d*$/.test(id)) throw unanswered('WRITE', 'RS.ge answered a save without an id');
  return id;
}
