import type { EarningCode, KeptCode } from '../runs/payslip.ts';

/** Language of a paper. */
export type PaperLanguage = 'ka' | 'en';

const KA = {
  payslip: 'სახელფასო ფურცელი',
  payslips: 'სახელფასო ფურცლები',
  register: 'სახელფასო უწყისი',
  certificate: 'ცნობა შემოსავლის შესახებ',
  draft: 'პროექტი – არ არის დამტკიცებული',
  correction: 'კორექტირება',
  employer: 'დამსაქმებელი',
  taxId: 'საიდენტიფიკაციო კოდი',
  employee: 'თანამშრომელი',
  number: 'ტაბელის №',
  identity: 'პირადი № / პასპორტი',
  position: 'თანამდებობა',
  payDate: 'გადახდის თარიღი',
  account: 'ანგარიში',
  accrual: 'დარიცხვა',
  quantity: 'რაოდენობა',
  amount: 'თანხა, ₾',
  calculation: 'გაანგარიშება',
  gross: 'სულ დარიცხული',
  employeePension: 'საპენსიო შენატანი (დასაქმებული)',
  relief: 'საშემოსავლო გადასახადის შეღავათი',
  taxable: 'დასაბეგრი თანხა',
  incomeTax: 'საშემოსავლო გადასახადი',
  net: 'ხელზე ასაღები ხელფასი',
  benefits: 'არაფულადი სარგებელი (უკვე მიღებული)',
  courtOrders: 'სააღსრულებო დაკავება',
  advances: 'დაკავებული ავანსი',
  deductions: 'სხვა დაკავება',
  netToPay: 'გადასახდელი თანხა',
  employerPension: 'საპენსიო შენატანი (დამსაქმებელი)',
  statePension: 'საპენსიო შენატანი (სახელმწიფო)',
  information: 'დამსაქმებელი და სახელმწიფო შენატანს ხელფასის ზემოთ იხდიან.',
  year: 'წელი',
  month: 'თვე',
  total: 'სულ',
  inGel: 'თანხები ლარში, ₾',
  issuedOn: 'გაცემის თარიღი',
  signature: 'დამსაქმებლის ხელმოწერა',
  days: 'დღე',
  hours: 'სთ',
};

const EN: typeof KA = {
  payslip: 'Payslip',
  payslips: 'Payslips',
  register: 'Payroll register',
  certificate: 'Certificate of income',
  draft: 'Draft – not approved',
  correction: 'Correction',
  employer: 'Employer',
  taxId: 'Identification code',
  employee: 'Employee',
  number: 'Employee No',
  identity: 'Personal No / passport',
  position: 'Position',
  payDate: 'Day of payment',
  account: 'Account',
  accrual: 'Earned',
  quantity: 'Quantity',
  amount: 'Amount, ₾',
  calculation: 'Calculation',
  gross: 'Gross pay',
  employeePension: 'Pension contribution of the employee',
  relief: 'Relief from income tax',
  taxable: 'Taxable pay',
  incomeTax: 'Income tax',
  net: 'Net pay',
  benefits: 'Benefits in kind (received already)',
  courtOrders: 'Kept back by order of a court',
  advances: 'Advances kept back',
  deductions: 'Other deductions',
  netToPay: 'To be paid',
  employerPension: 'Pension contribution of the employer',
  statePension: 'Pension contribution of the State',
  information: 'Employer and State pay their contributions on top of the pay.',
  year: 'Year',
  month: 'Month',
  total: 'Total',
  inGel: 'amounts in lari, ₾',
  issuedOn: 'Day of issue',
  signature: 'Signature of the employer',
  days: 'days',
  hours: 'h',
};

const LINES: Readonly<Record<EarningCode | KeptCode, Readonly<Record<PaperLanguage, string>>>> = {
  SALARY: { ka: 'ხელფასი', en: 'Salary' },
  PAID_LEAVE: { ka: 'საშვებულებო', en: 'Paid leave' },
  SICK_LEAVE: { ka: 'საავადმყოფო ფურცელი', en: 'Sick leave' },
  UNPAID_LEAVE: { ka: 'უხელფასო შვებულება', en: 'Unpaid leave' },
  MATERNITY: { ka: 'დეკრეტული შვებულება', en: 'Maternity leave' },
  OVERTIME: { ka: 'ზეგანაკვეთური სამუშაო', en: 'Overtime' },
  BONUS: { ka: 'პრემია', en: 'Bonus' },
  COMMISSION: { ka: 'საკომისიო', en: 'Commission' },
  ALLOWANCE: { ka: 'დანამატი', en: 'Allowance' },
  BENEFIT_IN_KIND: { ka: 'არაფულადი სარგებელი', en: 'Benefit in kind' },
  LEAVE_COMPENSATION: { ka: 'გამოუყენებელი შვებულების კომპენსაცია', en: 'Compensation for unused leave' },
  LEAVE_OVERDRAWN: {
    ka: 'გამომუშავებაზე მეტად გამოყენებული შვებულება (არ არის დაკავებული)',
    en: 'Leave taken beyond what was earned (not kept back)',
  },
  ARREARS: { ka: 'წინა თვის სხვაობა', en: 'Arrears' },
  COURT_ORDER: { ka: 'სააღსრულებო დაკავება', en: 'Court order' },
  ADVANCE: { ka: 'ავანსი', en: 'Advance' },
  DEDUCTION: { ka: 'დაკავება', en: 'Deduction' },
};

export type Words = typeof KA;

export function wordsOf(language: PaperLanguage): Words {
  return language === 'ka' ? KA : EN;
}

export function lineName(code: EarningCode | KeptCode, language: PaperLanguage): string {
  return LINES[code][language];
}

/** `31.03.2026` */
export function printedDate(date: string): string {
  return date.split('-').reverse().join('.');
}

/** `03.2026` */
export function printedMonth(year: number, month: number): string {
  return `${String(month).padStart(2, '0')}.${String(year)}`;
}
