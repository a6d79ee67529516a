import type { ReportLanguage } from './report.ts';

const KA = {
  generalLedger: 'მთავარი წიგნი',
  accountCard: 'ანგარიშის ბარათი',
  turnoverSheet: 'ბრუნვითი უწყისი',
  receivables: 'მოთხოვნების ხანდაზმულობა',
  payables: 'ვალდებულებების ხანდაზმულობა',
  reconciliationAct: 'შედარების აქტი',
  account: 'ანგარიში',
  name: 'დასახელება',
  date: 'თარიღი',
  posting: '№',
  description: 'შინაარსი',
  counterparty: 'კონტრაგენტი',
  taxId: 'საიდენტიფიკაციო კოდი',
  debit: 'დებეტი, ₾',
  credit: 'კრედიტი, ₾',
  currency: 'ვალუტა',
  currencyAmount: 'თანხა ვალუტაში',
  balance: 'ნაშთი, ₾',
  opening: 'საწყისი ნაშთი',
  closing: 'საბოლოო ნაშთი',
  openingDebit: 'საწყისი დებეტი, ₾',
  openingCredit: 'საწყისი კრედიტი, ₾',
  closingDebit: 'საბოლოო დებეტი, ₾',
  closingCredit: 'საბოლოო კრედიტი, ₾',
  value: 'მნიშვნელობა',
  days0To30: '0–30 დღე, ₾',
  days31To60: '31–60 დღე, ₾',
  days61To90: '61–90 დღე, ₾',
  over90: '90 დღეზე მეტი, ₾',
  prepaid: 'წინასწარ გადახდილი, ₾',
  total: 'სულ',
  asOf: 'მდგომარეობა',
  counted: 'გათვალისწინებულია გატარებამდე №',
  owedToUs: 'ჩვენ სასარგებლოდ, ₾',
  owedByUs: 'კონტრაგენტის სასარგებლოდ, ₾',
};

const EN: typeof KA = {
  generalLedger: 'General ledger',
  accountCard: 'Account card',
  turnoverSheet: 'Turnover sheet',
  receivables: 'Aged receivables',
  payables: 'Aged payables',
  reconciliationAct: 'Reconciliation act',
  account: 'Account',
  name: 'Name',
  date: 'Date',
  posting: 'No',
  description: 'Description',
  counterparty: 'Counterparty',
  taxId: 'Identification code',
  debit: 'Debit, ₾',
  credit: 'Credit, ₾',
  currency: 'Currency',
  currencyAmount: 'In currency',
  balance: 'Balance, ₾',
  opening: 'Opening balance',
  closing: 'Closing balance',
  openingDebit: 'Opening debit, ₾',
  openingCredit: 'Opening credit, ₾',
  closingDebit: 'Closing debit, ₾',
  closingCredit: 'Closing credit, ₾',
  value: 'Value',
  days0To30: '0–30 days, ₾',
  days31To60: '31–60 days, ₾',
  days61To90: '61–90 days, ₾',
  over90: 'Over 90 days, ₾',
  prepaid: 'Prepaid, ₾',
  total: 'Total',
  asOf: 'As of',
  counted: 'Counted up to posting No',
  owedToUs: 'Owed to us, ₾',
  owedByUs: 'Owed by us, ₾',
};

/** Words of reports. */
export type Words = typeof KA;

export function wordsOf(language: ReportLanguage): Words {
  return language === 'ka' ? KA : EN;
}

/** `31.03.2026` */
export function printedDay(date: string): string {
  return date.split('-').reverse().join('.');
}
