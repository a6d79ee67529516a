import { SHOPS, SUPPLIERS } from './counterparties.ts';
import { credit, debit } from './desk.ts';
import { share, vatOn } from './money.ts';
import { shareByRank } from './popularity.ts';
import type { Template } from './templates.ts';

const goods = shareByRank(SUPPLIERS, 9, 1.05, (supplier, weight): Template => ({
  id: `goods:${supplier}`,
  weight,
  write: (desk) => {
    const net = desk.random.amount(5_200, 0.7);
    const vat = vatOn(net);
    return {
      description: `საქონლის შეძენა: ${supplier}, ზედნადები №${desk.nextNumber()}`,
      lines: [debit('1610', net), debit('3340', vat), credit('3110', net + vat)],
      owing: { party: `supplier:${supplier}`, change: net + vat },
    };
  },
}));

const payments = shareByRank(SUPPLIERS, 9, 1.05, (supplier, weight): Template => ({
  id: `payment:${supplier}`,
  weight,
  write: (desk) => {
    const party = `supplier:${supplier}`;
    const owed = desk.owedBy(party);
    if (owed <= 0n) return null;
    const paid = desk.random.chance(0.7) ? owed : share(owed, 1n, 2n);
    return {
      description: `გადახდა მომწოდებელზე: ${supplier}`,
      lines: [debit('3110', paid), credit('1210', paid)],
      owing: { party, change: -paid },
    };
  },
}));

const rents = shareByRank(SHOPS, 3, 0.2, (shop, weight): Template => ({
  id: `rent:${shop}`,
  weight,
  when: 'month-start',
  write: (desk) => {
    const net = desk.random.amount(1_900, 0.1);
    const vat = vatOn(net);
    return {
      description: `საიჯარო ქირა, ფილიალი „${shop}“`,
      lines: [debit('7420', net), debit('3340', vat), credit('3110', net + vat)],
      owing: { party: `landlord:${shop}`, change: net + vat },
    };
  },
}));

const rentPayments = shareByRank(SHOPS, 3, 0.2, (shop, weight): Template => ({
  id: `rent-payment:${shop}`,
  weight,
  when: 'tax-time',
  write: (desk) => {
    const party = `landlord:${shop}`;
    const owed = desk.owedBy(party);
    if (owed <= 0n) return null;
    return {
      description: `საიჯარო ქირის გადახდა, ფილიალი „${shop}“`,
      lines: [debit('3110', owed), credit('1210', owed)],
      owing: { party, change: -owed },
    };
  },
}));

/** Services bought from day to day: expense account, what it is, usual net price in GEL, how often. */
const SERVICES = [
  ['7490', 'კომუნალური მომსახურება', 380, 2.6],
  ['7430', 'ინტერნეტი და ტელეფონი', 190, 2.0],
  ['7340', 'ტრანსპორტირება', 420, 2.6],
  ['7425', 'საკანცელარიო საქონელი', 85, 1.7],
  ['7310', 'რეკლამა', 650, 1.7],
  ['7445', 'პროგრამული უზრუნველყოფა', 310, 1.2],
  ['7440', 'რემონტი', 540, 0.7],
  ['7450', 'აუდიტი და კონსულტაცია', 900, 0.7],
  ['7435', 'დაზღვევა', 480, 0.5],
] as const;

const services = SERVICES.flatMap(([account, name, price, weight]) =>
  shareByRank(SUPPLIERS.slice(0, 5), weight, 2, (supplier, part): Template => ({
    id: `service:${account}:${supplier}`,
    weight: part,
    write: (desk) => {
      const net = desk.random.amount(price);
      const vat = vatOn(net);
      return {
        description: `${name}: ${supplier}, ანგარიშ-ფაქტურა №${desk.nextNumber()}`,
        lines: [debit(account, net), debit('3340', vat), credit('3110', net + vat)],
        owing: { party: `supplier:${supplier}`, change: net + vat },
      };
    },
  })),
);

const equipment: Template = {
  id: 'equipment',
  weight: 0.25,
  write: (desk) => {
    const net = desk.random.amount(2_400);
    const vat = vatOn(net);
    const account = desk.random.pick(['2150', '2160', '2170', '2180']);
    return {
      description: `ძირითადი საშუალების შეძენა, მიღება-ჩაბარების აქტი №${desk.nextNumber()}`,
      lines: [debit(account, net), debit('3340', vat), credit('1210', net + vat)],
    };
  },
};

export const purchases: readonly Template[] = [
  ...goods,
  ...payments,
  ...rents,
  ...rentPayments,
  ...services,
  equipment,
];
