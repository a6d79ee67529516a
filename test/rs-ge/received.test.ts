import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { keepSecret } from '#test/log-watch.ts';
import { startSystem, type System } from '#test/system.ts';
import { QUICK } from './outbox-world.ts';
import { BUYER, SELLER } from './parties.ts';
import type { HeldInvoice } from './registry.ts';
import { startSimulator, type Simulator } from './simulator.ts';
import { FAULTS } from './trouble.ts';

/** We are the buyer here: what SELLER issues comes to us, over either interface. */
const CHANNELS = ['EAPI', 'NTOS'] as const;
type Channel = (typeof CHANNELS)[number];

/** A busy machine answers within it. */
const TIMEOUT_MILLISECONDS = 1_000;

let simulators: Record<Channel, Simulator>;
let systems: Record<Channel, System>;
beforeAll(async () => {
  keepSecret(BUYER.password, 'a password of RS.ge');
  keepSecret(BUYER.servicePassword, 'a password of RS.ge');
  const [eapi, ntos] = await Promise.all(
    CHANNELS.map(() => startSimulator({ users: [SELLER, BUYER], paceMs: 0 })),
  );
  if (eapi === undefined || ntos === undefined) throw new Error('two simulators were asked for');
  simulators = { EAPI: eapi, NTOS: ntos };
  const of = (simulator: Simulator): Promise<System> =>
    startSystem({
      companies: 2,
      rsGe: {
        settings: {
          eapiUrl: simulator.eapiUrl,
          ntosUrl: simulator.ntosUrl,
          timeoutMs: TIMEOUT_MILLISECONDS,
          paceMs: 1,
        },
        outbox: {
          settings: { ...QUICK, timeoutMs: TIMEOUT_MILLISECONDS },
          pollMs: 50,
          followMs: 200,
          receiveMs: 300,
          leaseMs: 5_000,
        },
      },
    });
  systems = { EAPI: await of(eapi), NTOS: await of(ntos) };
}, 120_000);
afterAll(async () => {
  for (const channel of CHANNELS) {
    await systems[channel].close();
    await simulators[channel].close();
  }
});

const SIGN_INS = {
  EAPI: { eapi: { userName: BUYER.userName, password: BUYER.password } },
  NTOS: {
    ntos: { serviceUser: BUYER.serviceUser, servicePassword: BUYER.servicePassword, taxId: BUYER.tin },
  },
};

const mutation = (field: string, type: string, selection: string): string =>
  `mutation($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
const FETCH = mutation('fetchRsGeInvoices', 'FetchRsGeInvoicesInput', 'from to');
const ANSWER = mutation('answerRsGeInvoice', 'AnswerRsGeInvoiceInput', 'rsGeInvoice { rsGeId }');

interface Listed {
  readonly rsGeId: string;
  readonly state: string;
  readonly standing: string;
  readonly problem: string | null;
  readonly number: string;
  readonly invoice: {
    readonly id: string;
    readonly status: string;
    readonly total: string;
    readonly vat: string;
    readonly registrationNumber: string;
    readonly lines: readonly {
      readonly name: string;
      readonly unit: { code: number };
      readonly unitText: string | null;
    }[];
  } | null;
}

async function listOf(me: Caller): Promise<Listed[]> {
  const { rsGeInvoices } = await me.query<{ rsGeInvoices: { edges: { node: Listed }[] } }>(
    `{ rsGeInvoices(first: 100) { edges { node { rsGeId state standing problem number
       invoice { id status total vat registrationNumber lines { name unit { code } unitText } } } } } }`,
  );
  return rsGeInvoices.edges.map(({ node }) => node);
}

interface Difference {
  readonly kind: string;
  readonly rsGeId: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly problem: string | null;
  readonly invoice: { readonly id: string } | null;
}

async function differencesOf(me: Caller): Promise<Difference[]> {
  const { rsGeDifferences } = await me.query<{ rsGeDifferences: { edges: { node: Difference }[] } }>(
    '{ rsGeDifferences(first: 100) { edges { node { kind rsGeId ours theirs problem invoice { id } } } } }',
  );
  return rsGeDifferences.edges.map(({ node }) => node);
}

const WAIT = { timeout: 20_000, interval: 50 };

/** A document that the seller has sent us. */
function sent(
  { registry }: Simulator,
  operationDate: string,
  lines: readonly { name?: string; unit?: string; quantity?: number; amount: number; vat: number }[],
): HeldInvoice {
  const invoice = registry.create(SELLER.tin, {
    reference: `sale of ${operationDate}`,
    buyerTin: BUYER.tin,
    operationDate,
  });
  for (const line of lines) registry.addLine(invoice, { name: 'ნივთი', unit: 'ცალი', quantity: 1, ...line });
  registry.activate(invoice);
  return invoice;
}

async function enteredByHand(
  me: Caller,
  given: { number: string; series?: string | null; date: string; price: string },
): Promise<string> {
  const { counterparty } = await me.query<{ counterparty: { id: string } | null }>(
    `{ counterparty(taxId: "${SELLER.tin}") { id } }`,
  );
  const id =
    counterparty?.id ??
    (
      await me.query<{ createCounterparty: { counterparty: { id: string } } }>(
        mutation('createCounterparty', 'CreateCounterpartyInput', 'counterparty { id }'),
        { input: { kind: 'COMPANY', taxId: SELLER.tin, name: SELLER.name } },
      )
    ).createCounterparty.counterparty.id;
  const { recordReceivedTaxInvoice } = await me.query<{
    recordReceivedTaxInvoice: { invoice: { id: string } };
  }>(mutation('recordReceivedTaxInvoice', 'ReceivedTaxInvoiceInput', 'invoice { id }'), {
    input: {
      counterpartyId: id,
      registration: { series: given.series ?? null, number: given.number },
      operationDate: given.date,
      lines: [{ name: 'ნივთი', unit: 1, quantity: '1', unitPrice: given.price, treatment: 'STANDARD' }],
    },
  });
  return recordReceivedTaxInvoice.invoice.id;
}

describe.each(CHANNELS)('what others issue to us at RS.ge, over %s', (channel) => {
  it('is fetched on request, matched with what was entered by hand, and entered otherwise', async () => {
    const [simulator, system] = [simulators[channel], systems[channel]];
    const me = system.company(0).as('tax_specialist');
    await me.query(mutation('setRsGeCredentials', 'SetRsGeCredentialsInput', 'connection { state }'), {
      input: { ...SIGN_INS[channel], idempotencyKey: 'sign-in' },
    });
    const byNumber = sent(simulator, '2026-03-02', [{ amount: 118, vat: 18 }]);
    const byAmounts = sent(simulator, '2026-03-03', [{ amount: 236, vat: 36 }]);
    const fresh = sent(simulator, '2026-03-04', [
      { name: 'კაბელი', unit: 'მ', quantity: 3, amount: 100, vat: 15.25 },
      { name: 'ელექტროენერგია', unit: 'კვტ/სთ', quantity: 7, amount: 59, vat: 9 },
      { name: 'წიგნი', unit: 'ცალი', quantity: 2, amount: 20, vat: -1 },
    ]);
    // The amounts of this one are not those of the law, which nobody may credit unseen.
    const wrong = sent(simulator, '2026-03-05', [{ amount: 118, vat: 20 }]);
    const first = await enteredByHand(me, {
      number: String(byNumber.number),
      series: byNumber.series,
      date: '2026-03-02',
      price: '119.00',
    });
    const second = await enteredByHand(me, { number: 'ნაბეჭდი-7', date: '2026-03-03', price: '236.00' });
    const ghost = await enteredByHand(me, { number: '777', date: '2026-03-09', price: '50.00' });

    const input = { from: '2026-02', to: '2026-03', idempotencyKey: 'fetch' };
    await me.query(FETCH, { input });
    await me.query(FETCH, { input });
    expect(await me.refusal(FETCH, { input: { ...input, from: '2026-01' } })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    const listed = await vi.waitFor(async () => {
      const found = await listOf(me);
      expect(found.map(({ standing }) => standing)).toEqual(['STUCK', 'LINKED', 'LINKED', 'LINKED']);
      return found;
    }, WAIT);
    const invoiceOf = ({ id }: HeldInvoice) => listed.find(({ rsGeId }) => rsGeId === String(id))?.invoice;
    expect([invoiceOf(byNumber)?.id, invoiceOf(byAmounts)?.id]).toEqual([first, second]);
    expect(invoiceOf(fresh)).toMatchObject({
      status: 'RECEIVED',
      total: '179.00',
      vat: '24.25',
      registrationNumber: `ეა-70-${String(fresh.number)}`,
      lines: [
        // 100 for three metres has no price of six decimals that makes 100.00 again by itself; 33.333333 does.
        { name: 'კაბელი', unitText: channel === 'EAPI' ? 'მ' : null },
        { name: 'ელექტროენერგია', unit: { code: 99 }, unitText: 'კვტ/სთ' },
        { name: 'წიგნი', unit: { code: 1 }, unitText: null },
      ],
    });
    const { rsGeMonths } = await me.query<{ rsGeMonths: { month: string; isWaiting: boolean }[] }>(
      '{ rsGeMonths { month isWaiting } }',
    );
    expect(rsGeMonths).toEqual([
      { month: '2026-03', isWaiting: false },
      { month: '2026-02', isWaiting: false },
    ]);

    // The list says in what we and RS.ge differ, and nothing else.
    expect(
      (await differencesOf(me)).map(({ kind, ours, theirs, invoice }) => [kind, ours, theirs, invoice?.id]),
    ).toEqual([
      ['NOT_AT_RS_GE', '777', null, ghost],
      ['NOT_ENTERED', null, String(wrong.number), undefined],
      ['NUMBER', 'ნაბეჭდი-7', `ეა-70-${String(byAmounts.number)}`, second],
      ['VAT', '18.15', '18.00', first],
      ['AMOUNT', '119.00', '118.00', first],
    ]);
    // To another company none of it exists.
    const them = system.company(1).as('tax_specialist');
    expect([await listOf(them), await differencesOf(them)]).toEqual([[], []]);
    expect(
      await them.refusal(ANSWER, { input: { rsGeId: String(fresh.id), answer: 'CONFIRM' } }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is entered once, however often it is fetched', async () => {
    const [simulator, system] = [simulators[channel], systems[channel]];
    const me = system.company(0).as('tax_specialist');
    const before = await listOf(me);
    await me.query(FETCH, { input: { from: '2026-03', to: '2026-03' } });
    await vi.waitFor(async () => {
      const { rsGeMonths } = await me.query<{ rsGeMonths: { isWaiting: boolean }[] }>(
        '{ rsGeMonths { isWaiting } }',
      );
      expect(rsGeMonths.some(({ isWaiting }) => isWaiting)).toBe(false);
      expect((await listOf(me)).some(({ standing }) => standing === 'NEW')).toBe(false);
    }, WAIT);
    expect((await listOf(me)).map(({ invoice }) => invoice?.id)).toEqual(
      before.map(({ invoice }) => invoice?.id),
    );
    expect(simulator.registry.invoices.size).toBe(4);
  });

  it('is confirmed and refused at RS.ge when it is here, or by word about what stands otherwise', async () => {
    const [simulator, system] = [simulators[channel], systems[channel]];
    const me = system.company(0).as('tax_specialist');
    const { registry } = simulator;
    const listed = await listOf(me);
    const of = (date: string): HeldInvoice => {
      const found = [...registry.invoices.values()].find(({ operationDate }) => operationDate === date);
      if (found === undefined) throw new Error(`nothing was sent on ${date}`);
      return found;
    };
    const ours = (date: string): string =>
      listed.find(({ rsGeId }) => rsGeId === String(of(date).id))?.invoice?.id ?? '';
    // The answer to the first of both is lost: RS.ge is asked before it is sent again.
    simulator.trouble.kinds = ['lostAnswer'];
    simulator.trouble.within = channel === 'EAPI' ? 'ConfirmInvoice' : 'acsept_invoice_status';
    simulator.trouble.probability = 1;
    await me.query(mutation('confirmTaxInvoice', 'ConfirmTaxInvoiceInput', 'invoice { status }'), {
      input: { id: ours('2026-03-04') },
    });
    await vi.waitFor(() => {
      expect(of('2026-03-04').status).toBe(2);
    }, WAIT);
    simulator.trouble.probability = 0;
    await me.query(mutation('refuseTaxInvoice', 'TaxInvoiceReasonInput', 'invoice { status }'), {
      input: { id: ours('2026-03-03'), reason: 'ფასი სხვაა' },
    });
    await me.query(ANSWER, {
      input: {
        rsGeId: String(of('2026-03-05').id),
        answer: 'REFUSE',
        reason: 'დღგ არასწორია',
        idempotencyKey: 'no',
      },
    });
    await me.query(ANSWER, {
      input: {
        rsGeId: String(of('2026-03-05').id),
        answer: 'REFUSE',
        reason: 'დღგ არასწორია',
        idempotencyKey: 'no',
      },
    });
    await vi.waitFor(async () => {
      expect([of('2026-03-03').wasRefused, of('2026-03-05').wasRefused]).toEqual([true, true]);
      const { rsGeConnection } = await me.query<{ rsGeConnection: { waiting: number; stuck: number } }>(
        '{ rsGeConnection { waiting stuck } }',
      );
      expect(rsGeConnection).toEqual({ waiting: 0, stuck: 0 });
    }, WAIT);
    const { rsGeSubmissions } = await me.query<{
      rsGeSubmissions: { edges: { node: { operation: string; state: string } }[] };
    }>('{ rsGeSubmissions(first: 10) { edges { node { operation state } } } }');
    expect(rsGeSubmissions.edges.map(({ node }) => `${node.operation} ${node.state}`).sort()).toEqual([
      'CONFIRM DONE',
      'REFUSE DONE',
      'REFUSE DONE',
    ]);
    expect(
      Object.entries(simulator.counted.byAction).filter(([action]) =>
        action.includes(channel === 'EAPI' ? 'Invoice/ConfirmInvoice' : 'acsept_invoice_status'),
      ),
    ).toEqual([[expect.anything(), 1]]);
  });

  it('comes by itself, among faults of every kind, when the company wants that', async () => {
    const [simulator, system] = [simulators[channel], systems[channel]];
    const me = system.company(0).as('tax_specialist');
    const SET = mutation('setRsGeReceiving', 'SetRsGeReceivingInput', 'connection { receives }');
    expect(
      await system
        .company(1)
        .as('tax_specialist')
        .refusal(SET, { input: { receives: true } }),
    ).toMatchObject({ code: 'INVALID_TRANSITION' });
    simulator.trouble.kinds = FAULTS;
    simulator.trouble.within = '';
    simulator.trouble.lateMs = TIMEOUT_MILLISECONDS * 1.2;
    simulator.trouble.probability = 0.2;
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tbilisi' }).format(new Date());
    const many = Array.from({ length: 20 }, (_, at) =>
      sent(simulator, today, [{ amount: 118 * (at + 1), vat: 18 * (at + 1) }]),
    );
    await me.query(SET, { input: { receives: true, idempotencyKey: 'receive' } });
    await vi.waitFor(
      async () => {
        const numbers = (await listOf(me)).flatMap(({ invoice }) => invoice?.registrationNumber ?? []);
        expect(
          many.filter(
            ({ number }) => numbers.filter((one) => one === `ეა-70-${String(number)}`).length !== 1,
          ),
        ).toEqual([]);
      },
      { timeout: 60_000, interval: 100 },
    );
    simulator.trouble.probability = 0;
    expect(await me.query(SET, { input: { receives: false } })).toEqual({
      setRsGeReceiving: { connection: { receives: false } },
    });
    // Each was entered once: the company has as many documents of today as RS.ge.
    const { taxInvoices } = await me.query<{ taxInvoices: { edges: unknown[] } }>(
      `{ taxInvoices(first: 100, filter: { from: "${today}" }) { edges { node { id } } } }`,
    );
    expect(taxInvoices.edges).toHaveLength(many.length);
  }, 90_000);
});

describe('the units of RS.ge', () => {
  it('are asked for, also those that came since', async () => {
    const me = systems.EAPI.company(0).as('tax_specialist');
    const { rsGeUnits } = await me.query<{ rsGeUnits: { code: number; name: string; isKnown: boolean }[] }>(
      '{ rsGeUnits { code name isKnown } }',
    );
    expect(rsGeUnits).toContainEqual({ code: 1, name: 'ცალი', isKnown: true });
    expect(rsGeUnits).toContainEqual({ code: 16, name: 'კვტ/სთ', isKnown: false });
    const overSoap = systems.NTOS.company(0).as('tax_specialist');
    expect(await overSoap.refusal('{ rsGeUnits { code } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
