import { SHOPS } from './counterparties.ts';
import { credit, debit } from './desk.ts';
import { share } from './money.ts';
import { shareByRank } from './popularity.ts';
import type { Template } from './templates.ts';

const fees = shareByRank(
  ['გადარიცხვის საკომისიო', 'ტერმინალის საკომისიო', 'ანგარიშის მომსახურება'],
  4.5,
  0.5,
  (fee, weight): Template => ({
    id: `bank-fee:${fee}`,
    weight,
    write: (desk) => {
      const amount = desk.random.amount(6, 0.9);
      return { description: `ბანკის ${fee}`, lines: [debit('7490', amount), credit('1210', amount)] };
    },
  }),
);

const deposits = shareByRank(SHOPS, 3.5, 0.3, (shop, weight): Template => ({
  id: `deposit:${shop}`,
  weight,
  write: (desk) => {
    const inTill = desk.balance('1110');
    if (inTill < 100_000n) return null;
    const amount = share(inTill, BigInt(desk.random.integer(30, 90)), 100n);
    return {
      description: `ინკასაცია, ფილიალი „${shop}“`,
      lines: [debit('1210', amount), credit('1110', amount)],
    };
  },
}));

const errands: Template = {
  id: 'advance-to-employee',
  weight: 0.3,
  write: (desk) => {
    const amount = desk.random.amount(180, 0.4);
    return {
      description: `საქვეანგარიშო თანხა, ორდერი №${desk.nextNumber()}`,
      lines: [debit('1430', amount), credit('1110', amount)],
    };
  },
};

const errandsReported: Template = {
  id: 'report-of-employee',
  weight: 0.2,
  write: (desk) => {
    const held = desk.balance('1430');
    if (held <= 0n) return null;
    return { description: 'საავანსო ანგარიში', lines: [debit('7490', held), credit('1430', held)] };
  },
};

const loan: Template = {
  id: 'loan',
  weight: 0.05,
  write: (desk) => {
    const amount = desk.random.amount(25_000, 0.3);
    return {
      description: `მოკლევადიანი სესხი ბანკიდან, ხელშეკრულება №${desk.nextNumber()}`,
      lines: [debit('1210', amount), credit('3210', amount)],
    };
  },
};

const loanPayment: Template = {
  id: 'loan-payment',
  weight: 0.1,
  when: 'month-end',
  write: (desk) => {
    const owed = -desk.balance('3210');
    if (owed <= 0n) return null;
    const principal = owed < 300_000n ? owed : share(owed, 1n, 6n);
    const interest = share(owed, 13n, 1_200n);
    return {
      description: 'სესხის ძირისა და პროცენტის გადახდა',
      lines: [
        debit('3210', principal),
        ...(interest > 0n ? [debit('8210', interest)] : []),
        credit('1210', principal + interest),
      ],
    };
  },
};

const interest: Template = {
  id: 'interest-earned',
  weight: 0.1,
  when: 'month-end',
  write: (desk) => {
    const amount = desk.random.amount(45, 0.5);
    return {
      description: 'ბანკის მიერ დარიცხული სარგებელი',
      lines: [debit('1210', amount), credit('8110', amount)],
    };
  },
};

export const bankAndCash: readonly Template[] = [
  ...fees,
  ...deposits,
  errands,
  errandsReported,
  loan,
  loanPayment,
  interest,
];
