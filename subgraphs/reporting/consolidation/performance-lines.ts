import { TRANSLATION } from '../statements/translate.ts';
import type { LineOfGroup } from './columns.ts';

export const DIFFERENCE: LineOfGroup = {
  code: 'INTRAGROUP_DIFFERENCE',
  kind: 'LINE',
  level: 2,
  totalCode: 'PROFIT_BEFORE_TAX',
  nameKa: 'შიდაჯგუფური სხვაობა',
  nameEn: 'Intra-group difference',
};
export const OF_OWNERS: LineOfGroup = {
  code: 'PROFIT_OF_OWNERS',
  kind: 'LINE',
  level: 1,
  totalCode: null,
  nameKa: 'მათ შორის მშობელი საწარმოს მესაკუთრეების',
  nameEn: 'Attributable to owners of the parent',
};
export const OF_OTHERS: LineOfGroup = {
  ...OF_OWNERS,
  code: 'PROFIT_OF_OTHERS',
  nameKa: 'მათ შორის არამაკონტროლებელი წილის',
  nameEn: 'Attributable to non-controlling interests',
};

/** Other comprehensive income: what there is of it only where a statement is shown in another currency (IAS 1.7, 21.41). */
export const OTHER_COMPREHENSIVE: LineOfGroup = {
  code: TRANSLATION.code,
  kind: 'LINE',
  level: 1,
  totalCode: 'COMPREHENSIVE_INCOME',
  nameKa: 'სხვა სრული შემოსავალი: საკურსო სხვაობა გადაყვანისას',
  nameEn: 'Other comprehensive income: translation difference',
};
export const COMPREHENSIVE: LineOfGroup = {
  code: 'COMPREHENSIVE_INCOME',
  kind: 'TOTAL',
  level: 0,
  totalCode: null,
  nameKa: 'სულ სრული შემოსავალი',
  nameEn: 'Total comprehensive income',
};
export const COMPREHENSIVE_OF_OWNERS: LineOfGroup = { ...OF_OWNERS, code: 'COMPREHENSIVE_INCOME_OF_OWNERS' };
export const COMPREHENSIVE_OF_OTHERS: LineOfGroup = { ...OF_OTHERS, code: 'COMPREHENSIVE_INCOME_OF_OTHERS' };
