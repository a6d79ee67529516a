import { CUSTOMERS, SHOPS } from './counterparties.ts';
import { credit, debit, type Desk, type Line } from './desk.ts';
import { share, vatOn } from './money.ts';
import { shareByRank } from './popularity.ts';
import type { Template } from './templates.ts';

/** Goods cost about two thirds of what they are sold for; the two lines that take them out of stock. */
function costOfGoods(desk: Desk, net: bigint): Line[] {
  const cost = share(net, BigInt(desk.random.integer(58, 72)), 100n);
  return desk.balance('1610') >= cost ? [debit('7210', cost), credit('1610', cost)] : [];
}

const cashSales = shareByRank(SHOPS, 10, 0.4, (shop, weight): Template => ({
  id: `cash-sale:${shop}`,
  weight,
  write: (desk) => {
    const net = desk.random.amount(420, 0.5);
    const vat = vatOn(net);
    return {
      description: `საცალო რეალიზაცია, სალარო „${shop}“, Z-ანგარიში №${desk.nextNumber()}`,
      lines: [debit('1110', net + vat), credit('6110', net), credit('3330', vat)],
    };
  },
}));

const cardSales = shareByRank(SHOPS, 11, 0.4, (shop, weight): Template => ({
  id: `card-sale:${shop}`,
  weight,
  write: (desk) => {
    const net = desk.random.amount(760, 0.5);
    const vat = vatOn(net);
    return {
      description: `საბარათე რეალიზაცია, ტერმინალი „${shop}“ №${desk.nextNumber()}`,
      lines: [debit('1210', net + vat), credit('6110', net), credit('3330', vat), ...costOfGoods(desk, net)],
    };
  },
}));

const creditSales = shareByRank(CUSTOMERS, 20, 1.05, (customer, weight): Template => ({
  id: `credit-sale:${customer}`,
  weight,
  write: (desk) => {
    const net = desk.random.amount(3_100, 0.8);
    const vat = vatOn(net);
    return {
      description: `საქონლის რეალიზაცია: ${customer}, ანგარიშ-ფაქტურა №${desk.nextNumber()}`,
      lines: [debit('1410', net + vat), credit('6110', net), credit('3330', vat), ...costOfGoods(desk, net)],
      owing: { party: `customer:${customer}`, change: net + vat },
    };
  },
}));

const receipts = shareByRank(CUSTOMERS, 16, 1.05, (customer, weight): Template => ({
  id: `receipt:${customer}`,
  weight,
  write: (desk) => {
    const party = `customer:${customer}`;
    const owed = desk.owedBy(party);
    if (owed <= 0n) return null;
    const paid = desk.random.chance(0.6) ? owed : share(owed, 1n, 2n);
    return {
      description: `ჩარიცხვა მყიდველისგან: ${customer}`,
      lines: [debit('1210', paid), credit('1410', paid)],
      owing: { party, change: -paid },
    };
  },
}));

const returns: Template = {
  id: 'sales-return',
  weight: 0.4,
  write: (desk) => {
    const net = desk.random.amount(160, 0.5);
    const vat = vatOn(net);
    return {
      description: `საქონლის დაბრუნება ("წუნი"), აქტი №${desk.nextNumber()}`,
      lines: [debit('6120', net), debit('3330', vat), credit('1110', net + vat)],
    };
  },
};

const advances: Template = {
  id: 'advance-received',
  weight: 0.3,
  write: (desk) => {
    const gross = desk.random.amount(1_500);
    return {
      description: `მყიდველისგან მიღებული ავანსი, ინვოისი №${desk.nextNumber()}`,
      lines: [debit('1210', gross), credit('3120', gross)],
    };
  },
};

export const sales: readonly Template[] = [
  ...cashSales,
  ...cardSales,
  ...creditSales,
  ...receipts,
  returns,
  advances,
];
