import { DEPARTMENTS } from './counterparties.ts';
import { credit, debit } from './desk.ts';
import { share } from './money.ts';
import { shareByRank } from './popularity.ts';
import type { Template } from './templates.ts';

/** 2 % of the gross from the employee and 2 % from the employer; 20 % income tax on the rest; each half up. */
const salaries = shareByRank(DEPARTMENTS, 7, 0.3, (department, weight): Template => ({
  id: `salary:${department}`,
  weight,
  when: 'month-end',
  write: (desk) => {
    const gross = desk.random.amount(3_800, 0.4);
    const pension = share(gross, 2n, 100n);
    const incomeTax = share(gross - pension, 20n, 100n);
    const forSales = department === 'ლოგისტიკა' && desk.random.chance(0.3) ? share(gross, 1n, 3n) : 0n;
    return {
      description: `ხელფასის დარიცხვა: ${department}, უწყისი №${desk.nextNumber()}`,
      lines: [
        debit('7410', gross - forSales),
        ...(forSales > 0n ? [debit('7320', forSales)] : []),
        debit('7415', pension),
        credit('3130', gross - pension - incomeTax),
        credit('3320', incomeTax),
        credit('3371', pension),
        credit('3372', pension),
      ],
    };
  },
}));

const salaryPayment: Template = {
  id: 'salary-payment',
  weight: 5,
  when: 'month-end',
  write: (desk) => {
    const owed = -desk.balance('3130');
    if (owed <= 0n) return null;
    return { description: 'ხელფასის ჩარიცხვა ბარათებზე', lines: [debit('3130', owed), credit('1210', owed)] };
  },
};

const withheldTaxes: Template = {
  id: 'withheld-taxes',
  weight: 2.5,
  when: 'tax-time',
  write: (desk) => {
    const dues = ['3320', '3371', '3372'].map((account) => [account, -desk.balance(account)] as const);
    const total = dues.reduce((sum, [, due]) => sum + due, 0n);
    if (dues.some(([, due]) => due <= 0n)) return null;
    return {
      description: 'საშემოსავლო გადასახადისა და საპენსიო შენატანების გადახდა',
      lines: [...dues.map(([account, due]) => debit(account, due)), credit('1210', total)],
    };
  },
};

const vatOffset: Template = {
  id: 'vat-offset',
  weight: 1,
  when: 'month-end',
  write: (desk) => {
    const output = -desk.balance('3330');
    const input = desk.balance('3340');
    const offset = input < output ? input : output;
    if (offset <= 0n) return null;
    return { description: 'დღგ-ის ჩათვლა', lines: [debit('3330', offset), credit('3340', offset)] };
  },
};

const vatPayment: Template = {
  id: 'vat-payment',
  weight: 1.2,
  when: 'tax-time',
  write: (desk) => {
    const due = -desk.balance('3330') - desk.balance('3340');
    if (due <= 0n) return null;
    return { description: 'დღგ-ის გადახდა ბიუჯეტში', lines: [debit('3330', due), credit('1210', due)] };
  },
};

const depreciation: Template = {
  id: 'depreciation',
  weight: 0.4,
  when: 'month-end',
  write: (desk) => {
    const worn = (
      [
        ['2150', '2250'],
        ['2160', '2260'],
        ['2170', '2270'],
        ['2180', '2280'],
      ] as const
    )
      .map(([asset, wear]) => [wear, share(desk.balance(asset) + desk.balance(wear), 1n, 48n)] as const)
      .filter(([, amount]) => amount > 0n);
    const total = worn.reduce((sum, [, amount]) => sum + amount, 0n);
    if (total <= 0n) return null;
    return {
      description: 'ძირითადი საშუალებების ცვეთის დარიცხვა',
      lines: [debit('7455', total), ...worn.map(([wear, amount]) => credit(wear, amount))],
    };
  },
};

const propertyTax: Template = {
  id: 'property-tax',
  weight: 0.05,
  when: 'tax-time',
  write: (desk) => {
    const amount = desk.random.amount(420, 0.3);
    return {
      description: 'ქონების გადასახადის დარიცხვა',
      lines: [debit('7490', amount), credit('3380', amount)],
    };
  },
};

export const payrollAndTaxes: readonly Template[] = [
  ...salaries,
  salaryPayment,
  withheldTaxes,
  vatOffset,
  vatPayment,
  depreciation,
  propertyTax,
];
