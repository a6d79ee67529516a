import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { TaxAuthority } from '#tax/rs-ge/authority.ts';
import { RsGeFailure } from '#shared/rs-ge/failure.ts';
import { BUYER, eapiOf, ntosOf, sale, SELLER, type ClientOptions } from './parties.ts';
import type { SimulatedUser } from './registry.ts';
import { startSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';
import type { Fault } from './trouble.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function simulated(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ users: [SELLER, BUYER], paceMs: 0, ...options });
  closing.push(() => simulator.close());
  return simulator;
}

const CLIENTS = { EAPI: eapiOf, NTOS: ntosOf } as const;

function speak(
  channel: keyof typeof CLIENTS,
  simulator: Simulator,
  user: SimulatedUser,
  options: ClientOptions = {},
): TaxAuthority {
  const client = CLIENTS[channel](simulator, user, options);
  closing.push(() => client.close());
  return client;
}

/** The failure that a call must end in. */
async function failureOf(call: Promise<unknown>): Promise<RsGeFailure> {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(RsGeFailure);
  return failure as RsGeFailure;
}

function onlyFault(simulator: Simulator, kind: Fault | undefined): void {
  simulator.trouble.probability = kind === undefined ? 0 : 1;
  simulator.trouble.kinds = kind === undefined ? [] : [kind];
}

describe.each(['EAPI', 'NTOS'] as const)('a client of %s', (channel) => {
  it('saves a document, sends it, and learns its number only then', async () => {
    const simulator = await simulated();
    const seller = speak(channel, simulator, SELLER);
    await seller.signIn();
    const id = await seller.save(sale('one'), randomUUID());
    expect(await seller.read(id)).toMatchObject({ state: 'SAVED', number: null });
    await seller.activate(id);
    expect(await seller.read(id)).toMatchObject({
      state: 'SENT',
      series: 'ეა-70',
      number: '1000001',
      operationDate: '2026-11-10',
      amount: '251.00',
      vat: '36.00',
    });
    const held = simulator.registry.invoices.get(Number(id));
    expect(held?.lines.map(({ name, vat }) => ({ name, vat }))).toEqual([
      { name: 'მაგიდა "დიდი" & <ახალი>', vat: 36 },
      { name: 'წიგნი', vat: -1 },
    ]);
  });

  it('lets the buyer confirm one document and refuse another', async () => {
    const simulator = await simulated();
    const [seller, buyer] = [speak(channel, simulator, SELLER), speak(channel, simulator, BUYER)];
    const ids = [await seller.save(sale('yes'), randomUUID()), await seller.save(sale('no'), randomUUID())];
    const november = { from: '2026-11-01', to: '2026-11-30' };
    expect(await buyer.list({ role: 'BUYER', ...november })).toEqual([]);
    for (const id of ids) await seller.activate(id);
    await buyer.confirm(ids[0] ?? '');
    await buyer.refuse(ids[1] ?? '', 'არ შეგვიკვეთავს');
    const states = await seller.list({ role: 'SELLER', ...november });
    expect(states.map(({ reference, state }) => [reference, state])).toEqual([
      ['yes', 'CONFIRMED'],
      ['no', 'REFUSED'],
    ]);
    expect(await seller.list({ role: 'SELLER', from: '2026-10-01', to: '2026-10-31' })).toEqual([]);
  });

  it('corrects what was confirmed, once', async () => {
    const simulator = await simulated();
    const [seller, buyer] = [speak(channel, simulator, SELLER), speak(channel, simulator, BUYER)];
    const first = await seller.save(sale('first'), randomUUID());
    await seller.activate(first);
    await buyer.confirm(first);
    const lines = sale('x').lines.slice(0, 1);
    const correction = sale('second', { lines, corrects: { rsGeId: first, reason: 'GOODS_RETURNED' } });
    const transaction = randomUUID();
    const second = await seller.save(correction, transaction);
    expect(await seller.findSaved(correction, transaction)).toEqual({ id: second, isWhole: true });
    await seller.activate(second);
    await buyer.confirm(second);
    expect((await seller.read(first)).state).toBe('CORRECTED');
    expect(await seller.read(second)).toMatchObject({ state: 'CONFIRMED', amount: '236.00' });
    expect(simulator.registry.invoices.get(Number(second))?.correctionReason).toBe(4);
    const again = sale('third', { corrects: { rsGeId: first, reason: 'PRICE_CHANGED' } });
    expect((await failureOf(seller.save(again, randomUUID()))).kind).toBe('REFUSED');
  });

  it('deletes what was only saved, and asks the buyer to agree to cancel what was sent', async () => {
    const simulator = await simulated();
    const [seller, buyer] = [speak(channel, simulator, SELLER), speak(channel, simulator, BUYER)];
    const saved = await seller.save(sale('saved'), randomUUID());
    await seller.cancel(saved);
    expect((await seller.read(saved)).state).toBe('DELETED');
    const sent = await seller.save(sale('sent'), randomUUID());
    await seller.activate(sent);
    await seller.cancel(sent);
    expect((await seller.read(sent)).state).toBe('CANCELLING');
    await buyer.confirm(sent);
    expect((await seller.read(sent)).state).toBe('CANCELLED');
  });

  it('gets the number of a declaration and attaches to it', async () => {
    const simulator = await simulated();
    const seller = speak(channel, simulator, SELLER);
    const id = await seller.save(sale('one'), randomUUID());
    await seller.activate(id);
    const sequence = await seller.sequenceNumber('2026-11');
    await seller.attachInvoices('2026-11', [id]);
    expect((await seller.read(id)).sellerSequence).toBe(sequence);
  });

  it('is told with code and words what RS.ge refuses', async () => {
    const simulator = await simulated();
    const [seller, buyer] = [speak(channel, simulator, SELLER), speak(channel, simulator, BUYER)];
    const id = await seller.save(sale('one'), randomUUID());
    await seller.activate(id);
    expect(await failureOf(seller.activate(id))).toMatchObject({ kind: 'REFUSED', code: '-2' });
    // Somebody else's document is none that the caller has.
    expect(await failureOf(buyer.activate(id))).toMatchObject({ kind: 'REFUSED', code: '-101' });
    expect(await failureOf(seller.save(sale('two', { buyerTin: '499999999' }), randomUUID()))).toMatchObject({
      kind: 'REFUSED',
      code: '-1005',
    });
    const stranger = speak(channel, simulator, { ...SELLER, password: 'x', servicePassword: 'x' });
    expect(await failureOf(stranger.signIn())).toMatchObject({ kind: 'NOT_SIGNED_IN', code: '-100' });
  });

  it.each(['lostAnswer', 'lateAnswer', 'brokenAfter', 'garbage'] as const)(
    'calls a save unknown after %s, sends it no second time, and finds what was done by asking',
    async (kind) => {
      // What is not late has time enough on a busy machine.
      const simulator = await simulated({ trouble: { lateMs: 3_000 } });
      const seller = speak(channel, simulator, SELLER, { timeoutMs: 2_000 });
      await seller.signIn();
      const transaction = randomUUID();
      onlyFault(simulator, kind);
      simulator.trouble.within = channel === 'EAPI' ? 'SaveInvoice' : 'save_invoice_n';
      expect((await failureOf(seller.save(sale('one'), transaction))).kind).toBe('UNKNOWN_OUTCOME');
      const writes = Object.entries(simulator.counted.byAction).filter(([action]) =>
        action.includes(simulator.trouble.within),
      );
      expect(writes.map(([, times]) => times)).toEqual([1]);
      const found = await seller.findSaved(sale('one'), transaction);
      // The SOAP service takes the lines one by one after the header.
      expect(found?.isWhole).toBe(channel === 'EAPI');
      if (channel === 'NTOS') await seller.save(sale('one'), transaction, found?.id);
      expect(await seller.findSaved(sale('one'), transaction)).toEqual({ id: found?.id, isWhole: true });
      expect(simulator.registry.byReference().get('one')).toHaveLength(1);
    },
  );

  it.each(['cutBefore', 'brokenBefore'] as const)('finds nothing when a save failed by %s', async (kind) => {
    const simulator = await simulated();
    const seller = speak(channel, simulator, SELLER);
    await seller.signIn();
    const transaction = randomUUID();
    onlyFault(simulator, kind);
    simulator.trouble.within = channel === 'EAPI' ? 'SaveInvoice' : 'save_invoice_n';
    expect((await failureOf(seller.save(sale('one'), transaction))).kind).toBe('UNKNOWN_OUTCOME');
    expect(await seller.findSaved(sale('one'), transaction)).toBeUndefined();
  });

  it('knows that nothing was done when the place cannot be reached, and leaves it alone after five failures', async () => {
    const simulator = await simulated();
    const seller = speak(channel, simulator, SELLER, { breaker: { openMs: 60_000 } });
    onlyFault(simulator, 'unavailable');
    for (let time = 0; time < 5; time += 1)
      expect((await failureOf(seller.signIn())).kind).toBe('UNREACHABLE');
    const { calls } = simulator.counted;
    expect(await failureOf(seller.signIn())).toMatchObject({ kind: 'UNREACHABLE', code: 'BREAKER_OPEN' });
    expect(simulator.counted.calls).toBe(calls);
  });

  it('lets RS.ge breathe between two calls', async () => {
    const simulator = await simulated({ paceMs: 40 });
    // What is sent in time may arrive late on a busy machine, and the next then seems too early.
    const seller = speak(channel, simulator, SELLER, { paceMs: 120 });
    await Promise.all([seller.findTaxpayer(BUYER.tin), seller.findTaxpayer(SELLER.tin)]);
    await seller.save(sale('one'), randomUUID());
    expect(simulator.counted.calls).toBeGreaterThan(4);
    expect(simulator.counted.tooFast).toBe(0);
  });

  it('reads no endless answer', async () => {
    const simulator = await simulated();
    const seller = speak(channel, simulator, SELLER, { maxBytes: 300 });
    const all = { role: 'SELLER', from: '2026-01-01', to: '2026-12-31' } as const;
    simulator.registry.create(SELLER.tin, {
      reference: 'x'.repeat(500),
      buyerTin: BUYER.tin,
      operationDate: '2026-05-05',
    });
    expect((await failureOf(seller.list(all))).kind).toBe('UNREACHABLE');
  });
});

describe('the JSON interface', () => {
  it('waits for the PIN of a telephone and asks RS.ge for no second one meanwhile', async () => {
    const simulator = await simulated({ users: [{ ...SELLER, pin: '1234' }, BUYER] });
    const seller = speak('EAPI', simulator, SELLER);
    expect(await failureOf(seller.signIn())).toMatchObject({
      kind: 'PIN_REQUIRED',
      maskedMobile: '5** ** ** 12',
    });
    expect((await failureOf(seller.units())).kind).toBe('PIN_REQUIRED');
    expect(simulator.counted.byAction['Users/Authenticate']).toBe(1);
    await seller.confirmPin('1234');
    expect(await seller.units()).toContainEqual({ id: 1, name: 'ცალი' });
  });

  it('refuses a wrong PIN', async () => {
    const simulator = await simulated({ users: [{ ...SELLER, pin: '1234' }, BUYER] });
    const seller = speak('EAPI', simulator, SELLER);
    await failureOf(seller.signIn());
    expect((await failureOf(seller.confirmPin('9999'))).kind).toBe('NOT_SIGNED_IN');
  });

  it('signs in once more, and no oftener, when its token is refused inside a good answer', async () => {
    const simulator = await simulated();
    const seller = speak('EAPI', simulator, SELLER);
    await seller.units();
    simulator.eapi.expireAll();
    const id = await seller.save(sale('one'), randomUUID());
    expect(simulator.counted.byAction['Users/Authenticate']).toBe(2);
    expect(simulator.counted.byAction['Invoice/SaveInvoice']).toBe(2);
    expect(simulator.registry.byReference().get('one')).toHaveLength(1);
    // What refuses the token that it has just given is in trouble itself; the sign-in stays good.
    onlyFault(simulator, 'expired');
    expect(await failureOf(seller.activate(id))).toMatchObject({ kind: 'UNREACHABLE', code: '-104' });
    onlyFault(simulator, undefined);
    await seller.activate(id);
  });

  it('saves a repeated transaction once', async () => {
    const simulator = await simulated();
    const seller = speak('EAPI', simulator, SELLER);
    const transaction = randomUUID();
    const ids = [await seller.save(sale('one'), transaction), await seller.save(sale('one'), transaction)];
    expect(ids[0]).toBe(ids[1]);
    expect(simulator.registry.byReference().get('one')).toHaveLength(1);
  });

  it('tells who pays VAT and who nobody is', async () => {
    const simulator = await simulated();
    simulator.registry.addTaxpayer('400000009', 'ი/მ მცირე', false);
    const seller = speak('EAPI', simulator, SELLER);
    expect(await seller.isVatPayer(BUYER.tin, '2026-11-01')).toBe(true);
    expect(await seller.isVatPayer('400000009')).toBe(false);
    expect(await seller.findTaxpayer('400000009')).toMatchObject({ name: 'ი/მ მცირე', isVatPayer: false });
    expect(await seller.findTaxpayer('499999999')).toBeUndefined();
  });
});

describe('the SOAP interface', () => {
  it('completes a document whose lines were interrupted, without a line too many', async () => {
    const simulator = await simulated();
    const seller = speak('NTOS', simulator, SELLER);
    const id = await seller.save(sale('one'), randomUUID());
    const held = simulator.registry.invoices.get(Number(id));
    const [first] = held?.lines ?? [];
    if (held === undefined || first === undefined) throw new Error('nothing was saved');
    // One line is lost, the other there twice.
    held.lines = [first, { ...first, id: 99_999 }];
    expect(await seller.findSaved(sale('one'), 'unused')).toEqual({ id, isWhole: false });
    await seller.save(sale('one'), 'unused', id);
    expect(held.lines.map(({ name }) => name)).toEqual([first.name, 'წიგნი']);
    expect(await seller.findSaved(sale('one'), 'unused')).toEqual({ id, isWhole: true });
  });

  it('takes no document that defines entities of its own', async () => {
    const { readSoap } = await import('#shared/rs-ge/soap.ts');
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    const answer =
      '<Envelope><Body><chekResponse><chekResult>&b;</chekResult></chekResponse></Body></Envelope>';
    expect(readSoap('chek', bomb + answer)).toEqual({ kind: 'garbage' });
    expect(readSoap('chek', answer.slice(0, -20))).toEqual({ kind: 'garbage' });
  });
});
