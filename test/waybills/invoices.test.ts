import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHART, startSystem, type System } from '#test/system.ts';
import type { Caller } from '#test/caller.ts';
import { QUICK } from '../rs-ge/outbox-world.ts';
import { BUYER, SELLER } from '../rs-ge/parties.ts';
import { startSimulator, type Simulator } from '../rs-ge/simulator.ts';
import type { HeldWaybill } from '../rs-ge/waybills.ts';

const WAIT = { timeout: 20_000, interval: 50 };
const TIMES = { timeoutMs: 250, settleMs: 400, retryMs: 40, longestRetryMs: 300, maxAttempts: 12 };

let simulator: Simulator;
let system: System;
let me: Caller;
let buyerId: string;
beforeAll(async () => {
  simulator = await startSimulator({ users: [SELLER, BUYER], paceMs: 0 });
  system = await startSystem({
    companies: 2,
    chart: [
      ...CHART,
      { code: '3330', names: { en: 'VAT payable' }, type: 'LIABILITY', role: 'VAT_PAYABLE' },
      { code: '1610', names: { en: 'Goods' }, type: 'ASSET' },
      { code: '3340', names: { en: 'VAT receivable' }, type: 'ASSET', role: 'VAT_RECEIVABLE' },
    ],
    rsGe: {
      settings: { eapiUrl: simulator.eapiUrl, ntosUrl: simulator.ntosUrl, timeoutMs: 2_000, paceMs: 1 },
      outbox: { settings: { ...QUICK, timeoutMs: 2_000 }, pollMs: 50, followMs: 200, leaseMs: 9_000 },
    },
    waybills: {
      settings: { url: simulator.waybillsUrl, timeoutMs: 250, paceMs: 0, breaker: { openMs: 300 } },
      dispatch: { settings: TIMES, pollMs: 50, followMs: 300, leaseMs: 1_200 },
    },
  });
  me = system.company(0).as('admin');
  await change('updateTaxProfile', 'UpdateTaxProfileInput', 'profile { taxId }', {
    taxId: SELLER.tin,
    vatRegistrations: [{ from: '2026-01-01' }],
  });
  const { serviceUser, servicePassword } = SELLER;
  await change('setWaybillCredentials', 'SetWaybillCredentialsInput', 'connection { state }', {
    serviceUser,
    servicePassword,
  });
  buyerId = await idOf('createCounterparty', 'CreateCounterpartyInput', 'counterparty', {
    kind: 'COMPANY',
    taxId: BUYER.tin,
    name: BUYER.name,
  });
}, 120_000);
afterAll(async () => {
  await system.close();
  await simulator.close();
});

const writing = (mutation: string, type: string, shown: string): string =>
  `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${shown} } }`;

async function change(mutation: string, type: string, shown: string, input: object): Promise<void> {
  await me.query(writing(mutation, type, shown), { input });
}

async function idOf(mutation: string, type: string, noun: string, input: object): Promise<string> {
  const answer = await me.query<Record<string, Record<string, { id: string }>>>(
    writing(mutation, type, `${noun} { id }`),
    { input },
  );
  const id = answer[mutation]?.[noun]?.id;
  if (id === undefined) throw new Error(`no ${noun} of ${mutation}`);
  return id;
}

async function signIn(channel: object): Promise<void> {
  await change('setRsGeCredentials', 'SetRsGeCredentialsInput', 'connection { state }', channel);
}
const bySoap = (): Promise<void> =>
  signIn({
    ntos: {
      serviceUser: SELLER.serviceUser,
      servicePassword: SELLER.servicePassword,
      taxId: SELLER.tin,
    },
  });

/** A tax invoice of ours that was issued here; RS.ge may have it already or not. */
async function issued(counterpartyId = buyerId): Promise<string> {
  const id = await idOf('createTaxInvoice', 'TaxInvoiceInput', 'invoice', {
    counterpartyId,
    operationDate: '2026-03-10',
    lines: [{ name: 'მაგიდა', unit: 1, quantity: '2', unitPrice: '118.00', treatment: 'STANDARD' }],
  });
  await change('issueTaxInvoice', 'IssueTaxInvoiceInput', 'invoice { id }', { id });
  return id;
}

/** What RS.ge calls the invoice, once it has it. */
async function sentAs(id: string): Promise<string> {
  const read = async (): Promise<{ rsGeId: string | null; standing: string | null } | undefined> =>
    (
      await me.query<{ rsGeReports: { rsGeId: string | null; standing: string | null }[] }>(
        'query ($ids: [ID!]!) { rsGeReports(documentIds: $ids) { rsGeId standing } }',
        { ids: [id] },
      )
    ).rsGeReports[0];
  await expect.poll(async () => (await read())?.standing, WAIT).toBe('SENT');
  const rsGeId = (await read())?.rsGeId;
  if (rsGeId === undefined || rsGeId === null) throw new Error('RS.ge has it under no id');
  return rsGeId;
}

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly rsGeId: string | null;
  readonly rsGeInvoiceId: string | null;
  readonly taxInvoice: { readonly id: string; readonly waybills: readonly { readonly id: string }[] } | null;
  readonly refusal: object | null;
  readonly calls: readonly {
    readonly operation: string;
    readonly phase: string;
    readonly attempts: number;
  }[];
}
const SHOWN = `id status rsGeId rsGeInvoiceId taxInvoice { id waybills { id } } refusal { operation code text }
  calls { operation phase attempts }`;

async function read(id: string): Promise<Shown> {
  return (await me.query<{ waybill: Shown }>(`query ($id: ID!) { waybill(id: $id) { ${SHOWN} } }`, { id }))
    .waybill;
}

async function standing(id: string, status: string): Promise<Shown> {
  await expect.poll(async () => (await read(id)).status, WAIT).toBe(status);
  return read(id);
}

async function active(): Promise<string> {
  const id = await idOf('createWaybill', 'CreateWaybillInput', 'waybill', {
    content: {
      kind: 'WITHOUT_TRANSPORT',
      buyer: { taxId: BUYER.tin },
      beginsAt: '2026-03-10T08:30:00Z',
      lines: [{ name: 'მაგიდა', unitCode: 1, quantity: '2', price: '118.00' }],
    },
  });
  await change('activateWaybill', 'WaybillInput', 'waybill { id }', { id });
  await standing(id, 'ACTIVE');
  return id;
}

async function closed(): Promise<string> {
  const id = await active();
  const deliveredAt = '2026-03-10T12:00:00Z';
  await change('closeWaybill', 'CloseWaybillInput', 'waybill { id }', { id, deliveredAt });
  await standing(id, 'CLOSED');
  return id;
}

const link = (input: object): Promise<void> =>
  change('linkWaybillInvoice', 'LinkWaybillInvoiceInput', 'waybill { status }', input);
const refusalOf = (input: object): Promise<unknown> =>
  me.refusal(writing('linkWaybillInvoice', 'LinkWaybillInvoiceInput', 'waybill { id }'), { input });

function heldOf({ rsGeId }: Shown): HeldWaybill {
  const held = simulator.waybills.held.find(({ id }) => String(id) === rsGeId);
  if (held === undefined) throw new Error('RS.ge does not have it');
  return held;
}

describe('a closed waybill and the tax invoice of the same goods', () => {
  beforeAll(bySoap);

  it('are linked at RS.ge by what RS.ge calls the invoice, and lead to each other here', async () => {
    const taxInvoiceId = await issued();
    const rsGeInvoiceId = await sentAs(taxInvoiceId);
    const id = await closed();
    await link({ id, taxInvoiceId });
    await expect.poll(async () => (await read(id)).rsGeInvoiceId, WAIT).toBe(rsGeInvoiceId);
    const linked = await standing(id, 'CLOSED');
    expect(linked).toMatchObject({
      taxInvoice: { id: taxInvoiceId, waybills: [{ id }] },
      refusal: null,
    });
    expect(linked.calls.at(-1)).toEqual({ operation: 'LINK_INVOICE', phase: 'DONE', attempts: 1 });
    expect(heldOf(linked)).toMatchObject({ status: 2, invoice: Number(rsGeInvoiceId), links: 1 });
    expect(await refusalOf({ id })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'taxInvoiceId',
      value: taxInvoiceId,
    });
    expect(
      await me.refusal(writing('linkWaybill', 'LinkWaybillInput', 'waybill { id }'), { input: { id } }),
    ).toMatchObject({ code: 'INVALID_TRANSITION', field: 'taxInvoiceId' });
  });

  it('are linked once when the answer is lost: RS.ge is asked before anything is sent again', async () => {
    const taxInvoiceId = await issued();
    const rsGeInvoiceId = await sentAs(taxInvoiceId);
    const id = await closed();
    await change('linkWaybill', 'LinkWaybillInput', 'waybill { id }', { id, taxInvoiceId });
    Object.assign(simulator.trouble, { probability: 1, kinds: ['lostAnswer'], within: 'save_invoice' });
    try {
      // Without a name it is the invoice that the waybill belongs to already.
      await link({ id });
      await expect.poll(async () => (await read(id)).calls.at(-1)?.phase, WAIT).not.toBe('WAITING');
      await expect.poll(async () => (await read(id)).rsGeInvoiceId, WAIT).toBe(rsGeInvoiceId);
    } finally {
      simulator.trouble.probability = 0;
    }
    const linked = await standing(id, 'CLOSED');
    expect(linked.calls.at(-1)).toEqual({ operation: 'LINK_INVOICE', phase: 'DONE', attempts: 1 });
    expect(heldOf(linked)).toMatchObject({ links: 1 });
  });

  it('are sent again when RS.ge has broken before the work', async () => {
    const taxInvoiceId = await issued();
    const rsGeInvoiceId = await sentAs(taxInvoiceId);
    const id = await closed();
    Object.assign(simulator.trouble, { probability: 1, kinds: ['brokenBefore'], within: 'save_invoice' });
    await link({ id, taxInvoiceId });
    await expect.poll(async () => (await read(id)).calls.at(-1)?.phase, WAIT).toBe('UNKNOWN');
    simulator.trouble.probability = 0;
    await expect.poll(async () => (await read(id)).rsGeInvoiceId, WAIT).toBe(rsGeInvoiceId);
    expect(heldOf(await standing(id, 'CLOSED'))).toMatchObject({ links: 1 });
  });

  it('of somebody else stay apart: the waybill is closed as before and says what RS.ge said', async () => {
    const other = await idOf('createCounterparty', 'CreateCounterpartyInput', 'counterparty', {
      kind: 'COMPANY',
      taxId: SELLER.tin,
      name: SELLER.name,
    });
    const taxInvoiceId = await issued(other);
    await sentAs(taxInvoiceId);
    const id = await closed();
    await link({ id, taxInvoiceId });
    await expect
      .poll(async () => (await read(id)).refusal, WAIT)
      .toEqual({
        operation: 'LINK_INVOICE',
        code: '-101',
        text: 'ზედნადები სხვას ეკუთვნის',
      });
    expect(await standing(id, 'CLOSED')).toMatchObject({ rsGeInvoiceId: null });
    // Another one may then be named.
    const right = await issued();
    const rsGeInvoiceId = await sentAs(right);
    await link({ id, taxInvoiceId: right });
    await expect.poll(async () => (await read(id)).rsGeInvoiceId, WAIT).toBe(rsGeInvoiceId);
    expect(await standing(id, 'CLOSED')).toMatchObject({ taxInvoice: { id: right }, refusal: null });
  });

  it('that somebody links at RS.ge by hand are known here, too', async () => {
    const rsGeInvoiceId = await sentAs(await issued());
    const id = await closed();
    Object.assign(heldOf(await read(id)), { invoice: Number(rsGeInvoiceId) });
    await expect.poll(async () => (await read(id)).rsGeInvoiceId, WAIT).toBe(rsGeInvoiceId);
    expect(await read(id)).toMatchObject({ status: 'CLOSED', taxInvoice: null });
  });
});

describe('what cannot be linked', () => {
  beforeAll(bySoap);

  it('is a waybill that is not closed yet', async () => {
    const taxInvoiceId = await issued();
    await sentAs(taxInvoiceId);
    const id = await active();
    expect(await refusalOf({ id, taxInvoiceId })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'id',
      value: id,
    });
  });

  it('is a waybill that belongs to no invoice and names none', async () => {
    expect(await refusalOf({ id: await closed() })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'taxInvoiceId',
    });
  });

  it('is an invoice that is not there, that RS.ge does not have, or that is not ours', async () => {
    const id = await closed();
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await refusalOf({ id, taxInvoiceId: nobody })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'taxInvoiceId',
      value: nobody,
    });
    const draft = await idOf('createTaxInvoice', 'TaxInvoiceInput', 'invoice', {
      counterpartyId: buyerId,
      operationDate: '2026-03-10',
      lines: [{ name: 'მაგიდა', unit: 1, quantity: '2', unitPrice: '118.00', treatment: 'STANDARD' }],
    });
    expect(await refusalOf({ id, taxInvoiceId: draft })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'taxInvoiceId',
      value: draft,
    });
  });

  it('is an invoice that went there by the other interface, whose numbers the waybills do not know', async () => {
    await signIn({ eapi: { userName: SELLER.userName, password: SELLER.password } });
    try {
      const taxInvoiceId = await issued();
      await sentAs(taxInvoiceId);
      expect(await refusalOf({ id: await closed(), taxInvoiceId })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'taxInvoiceId',
        value: taxInvoiceId,
      });
    } finally {
      await bySoap();
    }
  });
});
