import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { keepSecret } from '#test/log-watch.ts';
import { startSystem, type System } from '#test/system.ts';
import { QUICK } from './outbox-world.ts';
import { BUYER, SELLER } from './parties.ts';
import type { HeldInvoice } from './registry.ts';
import { startSimulator, type Simulator } from './simulator.ts';

/** We are SELLER here, and buy from BUYER, too: each side attaches an invoice to a declaration of its own. */
const CHANNELS = ['EAPI', 'NTOS'] as const;
type Channel = (typeof CHANNELS)[number];

const TIMEOUT_MILLISECONDS = 1_000;
const WAIT = { timeout: 25_000, interval: 50 };
const SIGN_INS = {
  EAPI: { eapi: { userName: SELLER.userName, password: SELLER.password } },
  NTOS: {
    ntos: { serviceUser: SELLER.serviceUser, servicePassword: SELLER.servicePassword, taxId: SELLER.tin },
  },
};
/** The call that attaches, as each interface names it. */
const ATTACHING = { EAPI: 'Invoice/CreateDecl', NTOS: 'add_inv_to_decl' } as const;

let simulators: Record<Channel, Simulator>;
let systems: Record<Channel, System>;
beforeAll(async () => {
  keepSecret(SELLER.password, 'a password of RS.ge');
  keepSecret(SELLER.servicePassword, 'a password of RS.ge');
  const start = async (): Promise<[Simulator, System]> => {
    const simulator = await startSimulator({ users: [SELLER, BUYER], paceMs: 0, seed: 7 });
    const system = await startSystem({
      rsGe: {
        settings: {
          eapiUrl: simulator.eapiUrl,
          ntosUrl: simulator.ntosUrl,
          timeoutMs: TIMEOUT_MILLISECONDS,
          paceMs: 1,
          // Every call to attach meets trouble for a while, and the breaker is none of this test's business.
          breaker: { failures: 1_000 },
        },
        outbox: {
          settings: { ...QUICK, timeoutMs: TIMEOUT_MILLISECONDS, maxAttempts: 60 },
          pollMs: 50,
          followMs: 200,
          leaseMs: 5_000,
        },
      },
    });
    return [simulator, system];
  };
  const [eapi, ntos] = [await start(), await start()];
  simulators = { EAPI: eapi[0], NTOS: ntos[0] };
  systems = { EAPI: eapi[1], NTOS: ntos[1] };
}, 120_000);
afterAll(async () => {
  for (const channel of CHANNELS) {
    await systems[channel].close();
    await simulators[channel].close();
  }
});

const mutation = (field: string, type: string, selection: string): string =>
  `mutation($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;

async function issued(me: Caller, counterpartyId: string, operationDate: string): Promise<string> {
  const { createTaxInvoice } = await me.query<{ createTaxInvoice: { invoice: { id: string } } }>(
    mutation('createTaxInvoice', 'TaxInvoiceInput', 'invoice { id }'),
    {
      input: {
        counterpartyId,
        operationDate,
        lines: [{ name: 'სკამი', unit: 1, quantity: '1', unitPrice: '118.00', treatment: 'STANDARD' }],
      },
    },
  );
  const { id } = createTaxInvoice.invoice;
  await me.query(mutation('issueTaxInvoice', 'IssueTaxInvoiceInput', 'invoice { id }'), { input: { id } });
  return id;
}

async function submitted(me: Caller, month: number, given: object): Promise<string | null> {
  const of = { year: 2026, month };
  await me.query(mutation('prepareVatReturn', 'VatReturnInput', 'vatReturn { id }'), { input: of });
  const { submitVatReturn } = await me.query<{
    submitVatReturn: { vatReturn: { sequenceNumber: string | null } };
  }>(mutation('submitVatReturn', 'SubmitVatReturnInput', 'vatReturn { sequenceNumber }'), {
    input: { ...of, attachesInvoices: true, differencesReason: 'the books are kept elsewhere', ...given },
  });
  return submitVatReturn.vatReturn.sequenceNumber;
}

interface Attachment {
  readonly documentId: string;
  readonly state: string;
  readonly attempts: number;
}

async function attachments(me: Caller): Promise<Attachment[]> {
  const { rsGeSubmissions } = await me.query<{
    rsGeSubmissions: { edges: { node: Attachment & { operation: string } }[] };
  }>('{ rsGeSubmissions(first: 100) { edges { node { documentId operation state attempts } } } }');
  return rsGeSubmissions.edges.map(({ node }) => node).filter(({ operation }) => operation === 'ATTACH');
}

describe.each(CHANNELS)('the declaration of a month, over %s', (channel) => {
  it('gets the invoices of both sides attached, each once, whatever goes wrong on the way', async () => {
    const [simulator, me] = [simulators[channel], systems[channel].company(0).as('tax_specialist')];
    const { registry, trouble } = simulator;
    await me.query(mutation('updateTaxProfile', 'UpdateTaxProfileInput', 'profile { taxId }'), {
      input: { taxId: SELLER.tin, vatRegistrations: [{ from: '2026-01-01' }] },
    });
    await me.query(mutation('setRsGeCredentials', 'SetRsGeCredentialsInput', 'connection { state }'), {
      input: SIGN_INS[channel],
    });
    const { createCounterparty } = await me.query<{ createCounterparty: { counterparty: { id: string } } }>(
      mutation('createCounterparty', 'CreateCounterpartyInput', 'counterparty { id }'),
      { input: { kind: 'COMPANY', taxId: BUYER.tin, name: BUYER.name } },
    );
    const partner = createCounterparty.counterparty.id;
    const sales: string[] = [];
    for (const day of ['03', '04', '05', '06', '07', '08'])
      sales.push(await issued(me, partner, `2026-03-${day}`));

    // What they have issued to us they have attached to their own declaration already.
    const bought = ['2026-03-01', '2026-03-02'].map((operationDate) => {
      const made = registry.create(BUYER.tin, { reference: 'theirs', buyerTin: SELLER.tin, operationDate });
      registry.addLine(made, { name: 'ქაღალდი', unit: 'ცალი', quantity: 1, amount: 59, vat: 9 });
      registry.activate(made);
      registry.attach(made, BUYER.tin, registry.sequenceOf(BUYER.tin, '202603'));
      return made;
    });
    // One of both somebody confirms on the pages of RS.ge.
    for (const made of bought.slice(1)) registry.confirm(made);
    await me.query(mutation('fetchRsGeInvoices', 'FetchRsGeInvoicesInput', 'from'), {
      input: { from: '2026-03', to: '2026-03' },
    });
    const received = await vi.waitFor(async () => {
      const { rsGeInvoices } = await me.query<{
        rsGeInvoices: { edges: { node: { invoice: { id: string } | null } }[] };
      }>('{ rsGeInvoices(first: 10) { edges { node { invoice { id } } } } }');
      const ids = rsGeInvoices.edges.map(({ node }) => node.invoice?.id ?? '');
      expect(ids.filter((id) => id !== '')).toHaveLength(2);
      return ids;
    }, WAIT);
    for (const id of received)
      await me.query(mutation('confirmTaxInvoice', 'ConfirmTaxInvoiceInput', 'invoice { status }'), {
        input: { id },
      });
    const ofUs = (id: string): HeldInvoice | undefined => registry.byReference().get(id)?.[0];
    await vi.waitFor(async () => {
      expect(sales.map((id) => (ofUs(id)?.number ?? -1) > 0)).toEqual(sales.map(() => true));
      expect(bought.map(({ status }) => status)).toEqual([2, 2]);
      const { rsGeConnection } = await me.query<{ rsGeConnection: object }>(
        '{ rsGeConnection { waiting stuck } }',
      );
      expect(rsGeConnection).toEqual({ waiting: 0, stuck: 0 });
    }, WAIT);

    // Each call to attach is lost before or behind its work, breaks, or comes late, until the trouble is over.
    trouble.within = ATTACHING[channel];
    trouble.kinds = ['cutBefore', 'lostAnswer', 'brokenBefore', 'brokenAfter', 'garbage', 'lateWork'];
    trouble.lateMs = TIMEOUT_MILLISECONDS * 1.2;
    trouble.probability = 0.7;
    const sequence = registry.sequenceOf(SELLER.tin, '202603');
    expect(await submitted(me, 3, { asksSequenceNumber: true })).toBe(String(sequence));
    await vi.waitFor(async () => {
      const all = await attachments(me);
      expect(all.map(({ documentId }) => documentId).sort()).toEqual([...sales, ...received].sort());
      if (all.some(({ attempts }) => attempts > 4)) trouble.probability = 0;
      expect(all.map(({ state }) => state)).toEqual(all.map(() => 'DONE'));
    }, WAIT);
    trouble.probability = 0;
    expect(sales.map((id) => ofUs(id)?.sequenceOfSeller)).toEqual(sales.map(() => sequence));
    const theirs = registry.sequenceOf(BUYER.tin, '202603');
    expect(bought.map(({ sequenceOfBuyer }) => sequenceOfBuyer)).toEqual([sequence, sequence]);
    expect(bought.map(({ sequenceOfSeller }) => sequenceOfSeller)).toEqual([theirs, theirs]);
    const { rsGeReports } = await me.query<{ rsGeReports: { declaredIn: string | null }[] }>(
      'query($ids: [ID!]!) { rsGeReports(documentIds: $ids) { declaredIn } }',
      { ids: [...sales, ...received] },
    );
    expect(rsGeReports.map(({ declaredIn }) => declaredIn)).toEqual(rsGeReports.map(() => '2026-03'));
    // It was trouble: something had to be asked after, and nothing was sent blindly.
    const faults = trouble.kinds.reduce((sum, kind) => sum + simulator.counted.faults[kind], 0);
    expect(faults).toBeGreaterThan(3);
  });

  it('that is filed anew gets them attached to its own number', async () => {
    const [simulator, me] = [simulators[channel], systems[channel].company(0).as('tax_specialist')];
    const before = (await attachments(me)).length;
    await me.query(mutation('reopenVatReturn', 'ReopenVatReturnInput', 'vatReturn { id }'), {
      input: { year: 2026, month: 3, reason: 'შესწორება' },
    });
    // The corrected declaration has another number, which the filer has seen at RS.ge.
    const number =
      channel === 'NTOS' ? '990077' : String(simulator.registry.sequenceOf(SELLER.tin, '202603'));
    await submitted(me, 3, { sequenceNumber: number });
    await vi.waitFor(async () => {
      const all = await attachments(me);
      expect(all).toHaveLength(2 * before);
      expect(all.map(({ state }) => state)).toEqual(all.map(() => 'DONE'));
    }, WAIT);
    const own = [...simulator.registry.invoices.values()].map((held) =>
      held.sellerTin === SELLER.tin ? held.sequenceOfSeller : held.sequenceOfBuyer,
    );
    expect(own).toEqual(own.map(() => Number(number)));
  });
});
