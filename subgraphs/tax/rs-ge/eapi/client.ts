import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import type { CalendarDate } from '#shared/domain/date.ts';
import type {
  InvoiceFilter,
  Period,
  RemoteInvoice,
  RsGeDocument,
  SavedDocument,
  TaxAuthority,
  Taxpayer,
  Unit,
} from '../authority.ts';
import { RsGeFailure, unanswered, understood, type CallKind } from '#shared/rs-ge/failure.ts';
import type { Endpoint } from '#shared/rs-ge/endpoint.ts';
import type { Session, SessionStore } from './session.ts';
import {
  envelope,
  goodsOfInvoice,
  invoiceTable,
  LIST_TYPE,
  oneInvoice,
  orgInfo,
  pinWanted,
  remoteInvoice,
  sequence,
  signedIn,
  STATUS,
  transactionResult,
  understoodLine,
  units,
  vatPayerStatus,
  wireInvoice,
  wireSpan,
} from './wire.ts';

export interface EApiOptions {
  readonly endpoint: Endpoint;
  readonly credentials: { readonly userName: string; readonly password: string };
  /** Names this installation to RS.ge, which may then ask for a PIN only once. */
  readonly deviceCode: string;
  readonly sessions: SessionStore;
  /** So often the result of a save is looked for before its outcome is called unknown. */
  readonly resultAttempts?: number;
  /** Pause between two looks, on top of the pace. */
  readonly resultPauseMs?: number;
}

interface Reply {
  readonly id: number;
  readonly text: string;
  readonly data: unknown;
}

/** Before its end a token is used no more: the clocks may differ. */
const TOKEN_MARGIN_MILLISECONDS = 30_000;

/** The JSON interface of RS.ge: every answer has HTTP status 200, what it means is in `STATUS.ID`. */
export function createEApiClient(options: EApiOptions): TaxAuthority {
  const { endpoint, credentials, deviceCode, sessions, resultAttempts = 5, resultPauseMs = 200 } = options;
  let signingIn: Promise<Session> | undefined;

  /** One call, once. Throws only when no answer can be understood. */
  async function send(action: string, body: object, kind: CallKind, token?: string): Promise<Reply> {
    const { status, text } = await endpoint.post({
      path: `/${action}`,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(token === undefined ? {} : { authorization: `bearer ${token}` }),
      },
      body: JSON.stringify(body),
      kind,
    });
    const parsed = envelope.safeParse(json(text));
    if (status !== 200 || !parsed.success)
      throw unanswered(kind, 'RS.ge answered what cannot be read', { code: status });
    const { ID: id, TEXT: words } = parsed.data.STATUS;
    return { id, text: words ?? '', data: parsed.data.DATA };
  }

  /** One call in the name of the user. An expired token was refused before anything was done: one fresh sign-in. */
  async function call(action: string, body: object, kind: CallKind): Promise<unknown> {
    let reply = await send(action, body, kind, (await session()).token);
    if (reply.id === STATUS.TOKEN_EXPIRED) {
      await forget();
      reply = await send(action, body, kind, (await session()).token);
    }
    return dataOf(reply, kind);
  }

  function dataOf({ id, text, data }: Reply, kind: CallKind): unknown {
    if (id === STATUS.OK) return data;
    if (id === STATUS.SYSTEM_ERROR) throw unanswered(kind, text, { code: id });
    // The sign-in was taken a moment ago, so no person can give a better one: nothing was done, and later it may pass.
    if (id === STATUS.TOKEN_EXPIRED) throw new RsGeFailure('UNREACHABLE', text, { code: id });
    if (id === STATUS.USE_TEST_CREDENTIALS) throw new RsGeFailure('NOT_SIGNED_IN', text, { code: id });
    throw new RsGeFailure('REFUSED', text, { code: id });
  }

  /** What the answer of a call says, or the failure of an answer that says something else. */
  async function ask<Schema extends z.ZodType>(
    schema: Schema,
    action: string,
    body: object,
    kind: CallKind = 'READ',
  ): Promise<z.output<Schema>> {
    const data = await call(action, body, kind);
    try {
      return schema.parse(data);
    } catch (cause) {
      throw unanswered(kind, `RS.ge answered ${action} with data of another shape`, { cause });
    }
  }

  async function session(): Promise<Session> {
    const { session: known } = await sessions.read();
    if (known !== null && known.expiresAt - TOKEN_MARGIN_MILLISECONDS > Date.now()) return known;
    signingIn ??= authenticate().finally(() => {
      signingIn = undefined;
    });
    return signingIn;
  }

  async function forget(): Promise<void> {
    await sessions.write({ session: null, pendingPin: null });
  }

  async function authenticate(): Promise<Session> {
    const { pendingPin } = await sessions.read();
    // Another attempt would only send another code to the telephone.
    if (pendingPin !== null) throw wantsPin(pendingPin.maskedMobile);
    const { userName, password } = credentials;
    const reply = await send(
      'Users/Authenticate',
      { USERNAME: userName, PASSWORD: password, DEVICE_CODE: deviceCode },
      'READ',
    );
    const data = signInData(reply);
    const pin = pinWanted.safeParse(data);
    if (pin.success) {
      const maskedMobile = pin.data.MASKED_MOBILE ?? null;
      await sessions.write({ session: null, pendingPin: { pinToken: pin.data.PIN_TOKEN, maskedMobile } });
      throw wantsPin(maskedMobile);
    }
    return keep(data);
  }

  function signInData(reply: Reply): unknown {
    if (reply.id === STATUS.OK) return reply.data;
    if (reply.id === STATUS.SYSTEM_ERROR) throw unanswered('READ', reply.text, { code: reply.id });
    throw new RsGeFailure('NOT_SIGNED_IN', reply.text, { code: reply.id });
  }

  async function keep(data: unknown): Promise<Session> {
    const answer = signedIn.safeParse(data);
    if (!answer.success) throw unanswered('READ', 'RS.ge answered the sign-in with data of another shape');
    const made = {
      token: answer.data.ACCESS_TOKEN,
      expiresAt: Date.now() + answer.data.EXPIRES_IN * 1_000,
    };
    await sessions.write({ session: made, pendingPin: null });
    return made;
  }

  /** The id that a save has led to; undefined while RS.ge knows none. */
  async function resultOf(transactionId: string): Promise<string | undefined> {
    const result = await ask(transactionResult, 'Common/GetTransactionResult', {
      TransactionId: transactionId,
    });
    const id = result?.INVOICE_ID ?? '';
    return id === '' || id === '0' ? undefined : id;
  }

  async function read(id: string): Promise<RemoteInvoice> {
    const { INVOICE } = await ask(oneInvoice, 'Invoice/GetInvoice', {
      InvoiceID: Number(id),
      InvoiceNumber: 0,
      parentInvoiceID: 0,
    });
    return understood('READ', () => remoteInvoice(INVOICE));
  }

  async function list({ role, from, to }: InvoiceFilter): Promise<readonly RemoteInvoice[]> {
    const rows = await ask(invoiceTable, 'Invoice/ListInvoices', {
      TYPE: LIST_TYPE[role],
      OPERATION_DATE: wireSpan(from, to),
      MAXIMUM_ROWS: 0,
    });
    return understood('READ', () => rows.map(remoteInvoice));
  }

  const act = async (action: string, id: string, more: object = {}): Promise<void> => {
    await call(`Invoice/${action}`, { INVOICE: { ID: Number(id), ...more } }, 'WRITE');
  };

  return {
    channel: 'EAPI',
    async signIn() {
      await forget();
      await session();
    },
    async confirmPin(pin) {
      const { pendingPin } = await sessions.read();
      if (pendingPin === null) throw new RsGeFailure('NOT_SIGNED_IN', 'no sign-in waits for a PIN');
      const reply = await send(
        'Users/AuthenticatePin',
        { PIN_TOKEN: pendingPin.pinToken, PIN: pin, DEVICE_CODE: deviceCode },
        'READ',
      );
      if (reply.id !== STATUS.OK) {
        // The next sign-in asks for a new code.
        await forget();
        throw new RsGeFailure('NOT_SIGNED_IN', reply.text, { code: reply.id });
      }
      await keep(reply.data);
    },
    async findTaxpayer(tin): Promise<Taxpayer | undefined> {
      const info = await ask(orgInfo.nullish(), 'Org/GetOrgInfoByTin', { Tin: tin });
      if (typeof info?.Name !== 'string' || info.Name === '') return undefined;
      return { tin, name: info.Name, address: info.Address ?? null, isVatPayer: info.IsVatPayer ?? null };
    },
    async isVatPayer(tin, on?: CalendarDate) {
      const answer = await ask(vatPayerStatus, 'Org/GetVatPayerStatus', {
        Tin: tin,
        ...(on === undefined ? {} : { VatDate: wireSpan(on, on).slice(0, 10) }),
      });
      return answer.IsVatPayer;
    },
    async units(): Promise<readonly Unit[]> {
      const rows = await ask(units, 'Common/GetUnits', {});
      return rows.map(({ value, label }) => ({ id: value, name: label }));
    },
    async save(document, transactionId, id) {
      await call(
        'Invoice/SaveInvoice',
        { INVOICE: wireInvoice(document, id), TransactionId: transactionId },
        'WRITE',
      );
      for (let attempt = 0; attempt < resultAttempts; attempt += 1) {
        const saved = await afterSaving(() => resultOf(transactionId));
        if (saved !== undefined) return saved;
        await delay(resultPauseMs);
      }
      throw new RsGeFailure(
        'UNKNOWN_OUTCOME',
        'RS.ge has taken the document and not yet said what became of it',
      );
    },
    async findSaved(document: RsGeDocument, transactionId): Promise<SavedDocument | undefined> {
      const byTransaction = await resultOf(transactionId);
      if (byTransaction !== undefined) return { id: byTransaction, isWhole: true };
      const found = (
        await list({ role: 'SELLER', from: document.operationDate, to: document.operationDate })
      ).filter(({ reference, state }) => reference === document.reference && state !== 'DELETED');
      return onlyOne(found);
    },
    activate: (id) => act('ActivateInvoice', id),
    confirm: (id) => act('ConfirmInvoice', id),
    refuse: (id) => act('RefuseInvoice', id),
    async cancel(id) {
      const { state } = await read(id);
      await act(state === 'SAVED' ? 'DeleteInvoice' : 'CancelInvoice', id);
    },
    read,
    async lines(id) {
      const { INVOICE } = await ask(goodsOfInvoice, 'Invoice/GetInvoice', {
        InvoiceID: Number(id),
        InvoiceNumber: 0,
        parentInvoiceID: 0,
      });
      return understood('READ', () => INVOICE.INVOICE_GOODS.map(understoodLine));
    },
    list,
    async sequenceNumber(period: Period) {
      return (await ask(sequence, 'Invoice/GetSeqNum', { OperationPeriod: period.replace('-', '') })).SeqNum;
    },
    async attachInvoices(period, ids) {
      await call(
        'Invoice/CreateDecl',
        { Invoices: ids.map((id) => ({ ID: Number(id) })), OperationPeriod: period.replace('-', '') },
        'WRITE',
      );
    },
    close: () => endpoint.close(),
  };
}

/** Once a save is sent, not being able to ask after it leaves its outcome unknown. */
async function afterSaving<T>(asking: () => Promise<T>): Promise<T> {
  try {
    return await asking();
  } catch (error) {
    if (error instanceof RsGeFailure && error.kind === 'UNREACHABLE')
      throw new RsGeFailure('UNKNOWN_OUTCOME', error.message, { code: error.code ?? '', cause: error });
    throw error;
  }
}

/** Two of one reference are a defect that nobody but a person may settle. */
export function onlyOne(found: readonly RemoteInvoice[]): SavedDocument | undefined {
  const [first, second] = found;
  if (second !== undefined)
    throw new RsGeFailure('UNKNOWN_OUTCOME', `RS.ge holds our document ${String(found.length)} times`, {
      code: 'DUPLICATE',
    });
  return first === undefined ? undefined : { id: first.id, isWhole: true };
}

function wantsPin(maskedMobile: string | null): RsGeFailure {
  return new RsGeFailure(
    'PIN_REQUIRED',
    'RS.ge has sent a code to a telephone and waits for it',
    maskedMobile === null ? {} : { maskedMobile },
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Anything else than JSON fails the check of the shape that follows.
    return undefined;
  }
}
