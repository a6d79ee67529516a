import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POSTING_REQUESTED, type PostingRequestedData } from '#shared/domain/posting.ts';
import type { NewEvent } from '#shared/domain/decider.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { factsOf } from '../facts.ts';
import {
  decideCorrection,
  decideImport,
  decideIssuedAtOnce,
  decideReceived,
  type Around,
  type InvoiceDraft,
} from './decide.ts';
import { evolveInvoice, initialInvoice, type Invoice, type InvoiceEvent, type VatItem } from './invoice.ts';
import { VatLaw, type Ground, type VatTreatment } from './law.ts';
import type { LineDraft } from './reckon.ts';
import { taxOnTop, taxWithin } from './rounding.ts';

const ground = (code: string, treatment: VatTreatment, more: Partial<Ground>): Ground => ({
  code,
  treatment,
  validFrom: '2021-01-01',
  validTo: null,
  isDefault: false,
  outputPart: null,
  outputBox: null,
  inputBox: null,
  isPaid: true,
  source: '',
  nameKa: '',
  nameEn: '',
  ...more,
});

const law = new VatLaw({
  units: [{ code: 1, nameKa: 'ცალი', nameEn: 'piece' }],
  grounds: [
    ground('SUPPLY', 'STANDARD', { isDefault: true, outputPart: 'OUTPUT', outputBox: '1', inputBox: '1' }),
    ground('ADVANCE', 'STANDARD', { outputPart: 'OUTPUT', outputBox: '2', inputBox: '1' }),
    ground('SHORTAGE', 'STANDARD', { outputPart: 'OUTPUT', outputBox: '4', isPaid: false }),
    ground('EXPORT', 'EXEMPT_WITH_CREDIT', { isDefault: true, outputPart: 'OUTPUT', outputBox: '14' }),
    ground('SERVICE', 'REVERSE_CHARGE', {
      isDefault: true,
      outputPart: 'REVERSE_CHARGE',
      outputBox: '1',
      inputBox: '4',
    }),
    ground('DECLARATION', 'IMPORT', { isDefault: true, inputBox: '2' }),
    ground('MARGIN_SCHEME', 'MARGIN', { isDefault: true, outputPart: 'OUTPUT', outputBox: '1.1' }),
  ],
  figures: [
    ['VAT_STANDARD', '18'],
    ['VAT_SHARE_IGNORED', '5'],
    ['VAT_FIXED_ASSET_SHARE_IGNORED', '20'],
    ['VAT_CREDIT_TERM', '36'],
    ['IMPORT_PAYMENT_TERM', '5'],
  ].map(([code = '', value = '']) => ({ code, value, validFrom: '2021-01-01', validTo: null })),
});

const facts = factsOf({
  profile: {
    taxId: null,
    regime: 'DISTRIBUTED_PROFIT',
    vatRegistrations: [{ from: '2022-01-01', to: null }],
  },
  vatLaw: law,
  postingAccounts: {
    RECEIVABLE: '1410',
    PAYABLE: '3110',
    ADVANCE_RECEIVED: '3120',
    ADVANCE_PAID: '1480',
    REVENUE: '6110',
    PURCHASE: '1610',
    SERVICE: '7490',
    FIXED_ASSET: '2150',
    FREE_SUPPLY_COST: '7490',
    VAT_OUTPUT: '3330',
    VAT_ON_ADVANCES: '3331',
    VAT_INPUT: '3340',
    VAT_INPUT_LATER: '1490',
    VAT_IMPORT: '3341',
    VAT_REVERSE_CHARGE: '3335',
    VAT_REVERSE_CHARGE_INPUT: '3345',
    IMPORT_CHARGES: '3390',
    IMPORT_TAX_PAYABLE: '3390',
    EXCISE_PAYABLE: '3350',
  },
});

const OTHERS = 'other-side';
const around = (advances: ReadonlyMap<string, Invoice> = new Map()): Around => ({
  companyId: '00000000-0000-7000-8000-000000000001',
  party: { id: OTHERS, isActive: true, isResident: false, vatRegistrations: [] },
  advances,
  original: null,
  officialRate: null,
});
const line = (unitPrice: string, more: Partial<LineDraft> = {}): LineDraft => ({
  name: 'x',
  unit: 1,
  quantity: '1',
  unitPrice,
  treatment: 'STANDARD',
  ...more,
});
const draft = (lines: readonly LineDraft[], more: Partial<InvoiceDraft> = {}): InvoiceDraft => ({
  kind: 'SUPPLY',
  counterpartyId: OTHERS,
  operationDate: '2026-03-10',
  priceMode: 'INCLUSIVE',
  lines,
  ...more,
});

const of = (events: readonly NewEvent[], id: string): Invoice =>
  events
    .filter(({ aggregateId }) => aggregateId === id)
    .reduce((state, event) => evolveInvoice(state, event as unknown as InvoiceEvent), initialInvoice);

/** `account debit` or `account -credit`, in order of accounts, of each posting. */
function posted(events: readonly NewEvent[]): string[][] {
  return events
    .filter(({ type }) => type === POSTING_REQUESTED)
    .map(({ data }) =>
      (data as PostingRequestedData).entries
        .map(({ accountCode, debit, credit }) => `${accountCode} ${debit ?? `-${credit ?? ''}`}`)
        .sort(),
    );
}

const itemsOf = (events: readonly NewEvent[]): VatItem[] =>
  events.flatMap(({ data }) => ('items' in data ? (data.items as VatItem[]) : []));

const total = (items: readonly VatItem[], part: 'base' | 'vat'): bigint =>
  items.reduce((sum, item) => sum + parseDatabaseAmount(item[part]), 0n);

describe('what the ledger is asked to post', () => {
  const registration = { number: '1' };
  const received = (lines: readonly LineDraft[], more: object = {}) =>
    decideReceived('doc', { ...draft(lines), registration, isConfirmed: true, ...more }, around(), facts)
      .events;

  it.each<[string, readonly NewEvent[], string[][]]>([
    [
      'a sale: receivable, revenue, VAT',
      decideIssuedAtOnce('doc', draft([line('118.00')]), null, around(), facts).events,
      [['1410 118.00', '3330 -18.00', '6110 -100.00']],
    ],
    [
      'an advance: the VAT within the money that came',
      decideIssuedAtOnce(
        'doc',
        draft([line('5900.00')], { kind: 'ADVANCE', payment: { amount: '5900.00' } }),
        null,
        around(),
        facts,
      ).events,
      [['3120 900.00', '3331 -900.00']],
    ],
    [
      'an export: no VAT',
      decideIssuedAtOnce(
        'doc',
        draft([line('50.00', { treatment: 'EXEMPT_WITH_CREDIT' })]),
        null,
        around(),
        facts,
      ).events,
      [['1410 50.00', '6110 -50.00']],
    ],
    [
      'a shortage: VAT that nobody pays for',
      decideIssuedAtOnce(
        'doc',
        draft([line('118.00', { ground: 'SHORTAGE' })], { counterpartyId: null }),
        null,
        around(),
        facts,
      ).events,
      [['3330 -18.00', '7490 18.00']],
    ],
    [
      'a sale under the margin scheme: VAT of the margin',
      decideIssuedAtOnce(
        'doc',
        draft([line('1118.00', { treatment: 'MARGIN', cost: '1000.00' })]),
        null,
        around(),
        facts,
      ).events,
      [['1410 1118.00', '3330 -18.00', '6110 -1100.00']],
    ],
    ['a purchase', received([line('118.00')]), [['1610 100.00', '3110 -118.00', '3340 18.00']]],
    [
      'a purchase of which half is credited: the rest is a cost',
      received([line('118.00', { creditableShare: '50' })]),
      [['1610 109.00', '3110 -118.00', '3340 9.00']],
    ],
    [
      'a purchase credited later: VAT waits, then is credited',
      received([line('118.00')], { creditMonth: '2026-05' }),
      [
        ['1490 18.00', '1610 100.00', '3110 -118.00'],
        ['1490 -18.00', '3340 18.00'],
      ],
    ],
    [
      'a service from abroad: owed and credited',
      received([line('100.00', { treatment: 'REVERSE_CHARGE' })], { kind: 'REVERSE_CHARGE' }),
      [['3110 -100.00', '3335 -18.00', '3345 18.00', '7490 100.00']],
    ],
    [
      'an import: supplier, customs, VAT',
      decideImport(
        'doc',
        {
          counterpartyId: OTHERS,
          registration,
          operationDate: '2026-03-10',
          name: 'x',
          customsValue: '1000.00',
          duty: '50.00',
          vat: '189.00',
        },
        around(),
        facts,
      ).events,
      [['1610 1050.00', '3110 -1000.00', '3341 189.00', '3390 -239.00']],
    ],
  ])('%s', (_what, events, expected) => {
    expect(posted(events)).toEqual(expected);
  });

  it('a delivery that sets an advance off: the rest of the VAT, and of the receivable', () => {
    const advance = decideIssuedAtOnce(
      'advance',
      draft([line('5900.00')], {
        kind: 'ADVANCE',
        operationDate: '2026-02-01',
        payment: { amount: '5900.00' },
      }),
      null,
      around(),
      facts,
    ).events;
    const advances = new Map([['advance', of(advance, 'advance')]]);
    const delivery = decideIssuedAtOnce(
      'doc',
      draft([line('11800.00')], { advances: [{ invoiceId: 'advance', amount: '5900.00' }] }),
      null,
      around(advances),
      facts,
    ).events;
    expect(posted(delivery)).toEqual([
      ['1410 5900.00', '3120 5000.00', '3330 -1800.00', '3331 900.00', '6110 -10000.00'],
    ]);
  });
});

const tetri = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((amount) => amount * 100n);
const RATE = 18_000_000n;

describe('rounding by LINE_HALF_UP', () => {
  it('parts an inclusive price without loss, within half a tetri of the exact tax', () => {
    fc.assert(
      fc.property(tetri, (gross) => {
        const { base, vat } = taxWithin(gross, RATE);
        expect(base + vat).toBe(gross);
        const error = 118n * vat - 18n * gross;
        expect((error < 0n ? -error : error) <= 118n * 50n).toBe(true);
      }),
    );
  });

  it('finds the exclusive price again in the inclusive one it makes', () => {
    fc.assert(
      fc.property(tetri, (base) => {
        const { gross, vat } = taxOnTop(base, RATE);
        expect(taxWithin(gross, RATE)).toEqual({ base, vat, gross });
      }),
    );
  });
});

const price = fc.integer({ min: 1, max: 10_000_000 }).map((cents) => formatAmount(BigInt(cents) * 100n));
const drafts = fc.array(
  fc
    .record({ price, isExport: fc.boolean() })
    .map(({ price: unitPrice, isExport }) =>
      line(unitPrice, isExport ? { treatment: 'EXEMPT_WITH_CREDIT' } : {}),
    ),
  { minLength: 1, maxLength: 4 },
);

describe('corrections', () => {
  it('bring the months together to what is true in the end, in the return and in the ledger', () => {
    fc.assert(
      fc.property(drafts, fc.array(drafts, { minLength: 1, maxLength: 3 }), (first, later) => {
        const events: NewEvent[] = [...decideIssuedAtOnce('doc', draft(first), null, around(), facts).events];
        later.forEach((lines, index) => {
          const correction = {
            reason: 'OPERATION_CHANGED',
            date: `2026-0${String(4 + index)}-01`,
            lines,
          } as const;
          const state = of(events, 'doc');
          events.push(
            ...decideCorrection('doc', `correction ${String(index)}`, correction, state, around(), facts)
              .events,
          );
        });
        const last = decideIssuedAtOnce('last', draft(later.at(-1) ?? []), null, around(), facts).events;
        for (const part of ['base', 'vat'] as const)
          expect(total(itemsOf(events), part)).toBe(total(itemsOf(last), part));
        expect(balances(events)).toEqual(balances(last));
      }),
      { numRuns: 50 },
    );
  });
});

describe('advances', () => {
  it('are used up to the tetri however they are parted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 6 }), (parts) => {
        const cents = (amount: number): string => formatAmount(BigInt(amount) * 100n);
        const all = cents(parts.reduce((sum, part) => sum + part, 0));
        let events: NewEvent[] = [
          ...decideIssuedAtOnce(
            'advance',
            draft([line(all)], { kind: 'ADVANCE', operationDate: '2026-02-01', payment: { amount: all } }),
            null,
            around(),
            facts,
          ).events,
        ];
        parts.forEach((part, index) => {
          const advances = new Map([['advance', of(events, 'advance')]]);
          const delivery = draft([line('5000.00')], {
            advances: [{ invoiceId: 'advance', amount: cents(part) }],
          });
          events = [
            ...events,
            ...decideIssuedAtOnce(`d${String(index)}`, delivery, null, around(advances), facts).events,
          ];
        });
        const ofAdvances = itemsOf(events).filter(({ box }) => box === '2');
        expect([total(ofAdvances, 'base'), total(ofAdvances, 'vat')]).toEqual([0n, 0n]);
        const gone = new Map([['advance', of(events, 'advance')]]);
        const once = draft([line('5000.00')], { advances: [{ invoiceId: 'advance', amount: '0.01' }] });
        expect(() => decideIssuedAtOnce('more', once, null, around(gone), facts)).toThrow('only 0.00');
      }),
      { numRuns: 50 },
    );
  });
});

/** Balance of each account after all postings, where it is not zero; every posting must balance. */
function balances(events: readonly NewEvent[]): Record<string, string> {
  const sums = new Map<string, bigint>();
  for (const { type, data } of events) {
    if (type !== POSTING_REQUESTED) continue;
    let difference = 0n;
    for (const { accountCode, debit = '0', credit = '0' } of (data as PostingRequestedData).entries) {
      const amount = parseDatabaseAmount(debit) - parseDatabaseAmount(credit);
      difference += amount;
      sums.set(accountCode, (sums.get(accountCode) ?? 0n) + amount);
    }
    expect(difference).toBe(0n);
  }
  return Object.fromEntries(
    [...sums]
      .filter(([, sum]) => sum !== 0n)
      .map(([account, sum]): [string, string] => [account, formatAmount(sum)])
      .sort(),
  );
}
