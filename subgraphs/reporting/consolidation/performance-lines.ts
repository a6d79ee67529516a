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
