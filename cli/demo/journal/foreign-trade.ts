import { FOREIGN_CUSTOMERS, FOREIGN_SUPPLIERS, type ForeignPartner } from './counterparties.ts';
import { credit, debit, type ForeignInvoice, type Line } from './desk.ts';
import { rateOn, type ForeignCurrency } from './exchange-rates.ts';
import { inGel, share, vatOn } from './money.ts';
import { shareByRank } from './popularity.ts';
import type { Template } from './templates.ts';

function foreignLine(
  side: 'debit' | 'credit',
  account: string,
  amount: bigint,
  currency: ForeignCurrency,
  rate: string,
): Line {
  return { account, side, amount, gel: inGel(amount, rate), foreign: { currency, rate } };
}

/** What the change of the rate made: a credit is a gain, a debit a loss, nothing when it did not move. */
function exchangeDifference(gain: bigint): Line[] {
  if (gain === 0n) return [];
  return gain > 0n ? [credit('8140', gain)] : [debit('8240', -gain)];
}

function partyOf(kind: 'importer' | 'exporter' | 'adviser', partner: ForeignPartner): string {
  return `${kind}:${partner.name}`;
}

const imports = shareByRank(FOREIGN_SUPPLIERS, 0.5, 0.5, (partner, weight): Template => ({
  id: `import:${partner.name}`,
  weight,
  write: (desk) => {
    const party = partyOf('importer', partner);
    if (desk.openInvoice(party) !== undefined) return null;
    const amount = desk.random.amount(3_600, 0.5);
    const rate = rateOn(desk.date, partner.currency);
    const gel = inGel(amount, rate);
    const vat = vatOn(gel);
    return {
      description: `იმპორტი: ${partner.name}, დეკლარაცია C${desk.nextNumber()}`,
      lines: [
        debit('1610', gel),
        debit('3341', vat),
        foreignLine('credit', '3110', amount, partner.currency, rate),
        credit('1210', vat),
      ],
      invoice: { party, opens: { amount, rate } },
    };
  },
}));

/** A service from abroad: the buyer owes the VAT and deducts it at once. */
const reverseCharge = shareByRank(FOREIGN_SUPPLIERS, 0.3, 0.5, (partner, weight): Template => ({
  id: `reverse-charge:${partner.name}`,
  weight,
  write: (desk) => {
    const party = partyOf('adviser', partner);
    if (desk.openInvoice(party) !== undefined) return null;
    const amount = desk.random.amount(480, 0.4);
    const rate = rateOn(desk.date, partner.currency);
    const gel = inGel(amount, rate);
    const vat = vatOn(gel);
    return {
      description: `არარეზიდენტის მომსახურება: ${partner.name} (უკუდაბეგვრა)`,
      lines: [
        debit('7450', gel),
        foreignLine('credit', '3110', amount, partner.currency, rate),
        debit('3345', vat),
        credit('3335', vat),
      ],
      invoice: { party, opens: { amount, rate } },
    };
  },
}));

const payments = FOREIGN_SUPPLIERS.flatMap((partner) =>
  (['importer', 'adviser'] as const).map((kind): Template => ({
    id: `payment-abroad:${kind}:${partner.name}`,
    weight: 0.15,
    write: (desk) => {
      const party = partyOf(kind, partner);
      const invoice = desk.openInvoice(party);
      if (invoice === undefined) return null;
      const rate = rateOn(desk.date, partner.currency);
      const gain = inGel(invoice.amount, invoice.rate) - inGel(invoice.amount, rate);
      return {
        description: `გადახდა არარეზიდენტზე: ${partner.name}`,
        lines: [
          foreignLine('debit', '3110', invoice.amount, partner.currency, invoice.rate),
          foreignLine('credit', '1220', invoice.amount, partner.currency, rate),
          ...exchangeDifference(gain),
        ],
        invoice: { party, opens: null },
      };
    },
  })),
);

/** The bank sells above the official rate; the difference is a loss on exchange. */
const conversions = (['USD', 'EUR'] as const).map((currency): Template => ({
  id: `conversion:${currency}`,
  weight: 0.5,
  write: (desk) => {
    if (desk.cashIn(currency) > 2_000_000n) return null;
    const amount = desk.random.amount(4_000, 0.4);
    const rate = rateOn(desk.date, currency);
    const paid = share(inGel(amount, rate), BigInt(10_000 + desk.random.integer(20, 90)), 10_000n);
    const gain = inGel(amount, rate) - paid;
    return {
      description: `კონვერტაცია: ${currency} შეძენა, კურსი ${rate}`,
      lines: [
        foreignLine('debit', '1220', amount, currency, rate),
        credit('1210', paid),
        ...exchangeDifference(gain),
      ],
    };
  },
}));

const exports = shareByRank(FOREIGN_CUSTOMERS, 0.3, 0.4, (partner, weight): Template => ({
  id: `export:${partner.name}`,
  weight,
  write: (desk) => {
    const party = partyOf('exporter', partner);
    if (desk.openInvoice(party) !== undefined) return null;
    const invoice: ForeignInvoice = {
      amount: desk.random.amount(2_900, 0.5),
      rate: rateOn(desk.date, partner.currency),
    };
    return {
      description: `ექსპორტი: ${partner.name}, ინვოისი №${desk.nextNumber()}`,
      lines: [
        foreignLine('debit', '1410', invoice.amount, partner.currency, invoice.rate),
        credit('6110', inGel(invoice.amount, invoice.rate)),
      ],
      invoice: { party, opens: invoice },
    };
  },
}));

const exportReceipts = FOREIGN_CUSTOMERS.map((partner): Template => ({
  id: `export-receipt:${partner.name}`,
  weight: 0.2,
  write: (desk) => {
    const party = partyOf('exporter', partner);
    const invoice = desk.openInvoice(party);
    if (invoice === undefined) return null;
    const rate = rateOn(desk.date, partner.currency);
    const gain = inGel(invoice.amount, rate) - inGel(invoice.amount, invoice.rate);
    return {
      description: `ჩარიცხვა არარეზიდენტი მყიდველისგან: ${partner.name}`,
      lines: [
        foreignLine('debit', '1220', invoice.amount, partner.currency, rate),
        foreignLine('credit', '1410', invoice.amount, partner.currency, invoice.rate),
        ...exchangeDifference(gain),
      ],
      invoice: { party, opens: null },
    };
  },
}));

export const foreignTrade: readonly Template[] = [
  ...imports,
  ...reverseCharge,
  ...payments,
  ...conversions,
  ...exports,
  ...exportReceipts,
];
