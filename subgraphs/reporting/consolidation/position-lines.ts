import type { Amount } from '#shared/domain/money.ts';
import type { StatementLine } from '../mappings/line.ts';
import { shareOf, type LineOfGroup } from './columns.ts';

/** What is held in other companies stands here; it is eliminated against their equity. */
export const INVESTMENTS = 'LONG_TERM_INVESTMENTS';
/** Lines that hold what owners have paid in: none of a subsidiary's is the group's. */
export const PAID_IN: readonly string[] = ['SHARE_CAPITAL', 'SHARE_PREMIUM'];
/**
 * Lines on which nobody owes anything to the counterparty that an entry names: things and cash, which stay what they are
 * wherever they came from, and taxes, which are owed to the treasury whoever they were charged to.
 */
const OWED_TO_NO_MEMBER = new Set([
  'PROPERTY_PLANT_EQUIPMENT',
  'INTANGIBLE_ASSETS',
  'GOODWILL',
  'INVENTORIES',
  'CASH',
  'TAX_ASSETS',
  'CURRENT_TAX',
  'OTHER_TAXES',
  'DEFERRED_TAX_ASSETS',
  'DEFERRED_TAX',
]);

/** Whether what stands on a line with a member is owed between the two. */
export function isClaim({ code }: Pick<StatementLine, 'code'>): boolean {
  return !OWED_TO_NO_MEMBER.has(code);
}

/** Lines that only a group has. */
export const EXTRA = {
  goodwill: {
    code: 'GOODWILL_ON_CONSOLIDATION',
    kind: 'LINE',
    level: 2,
    totalCode: 'TOTAL_NON_CURRENT_ASSETS',
    nameKa: 'გუდვილი კონსოლიდაციისას',
    nameEn: 'Goodwill on consolidation',
  },
  bargain: {
    code: 'BARGAIN_PURCHASE',
    kind: 'LINE',
    level: 2,
    totalCode: 'TOTAL_EQUITY',
    nameKa: 'ხელსაყრელი შეძენა ან აღურიცხავი ინვესტიცია',
    nameEn: 'Bargain purchase, or investment not recorded',
  },
  difference: {
    code: 'INTRAGROUP_DIFFERENCE',
    kind: 'LINE',
    level: 2,
    totalCode: 'TOTAL_EQUITY',
    nameKa: 'შიდაჯგუფური სხვაობა',
    nameEn: 'Intra-group difference',
  },
  minority: {
    code: 'NON_CONTROLLING_INTERESTS',
    kind: 'LINE',
    level: 2,
    totalCode: 'TOTAL_EQUITY',
    nameKa: 'არამაკონტროლებელი წილი',
    nameEn: 'Non-controlling interests',
  },
} as const satisfies Record<string, LineOfGroup>;
export const EXTRA_CODES: ReadonlySet<string> = new Set(Object.values(EXTRA).map(({ code }) => code));

/**
 * A line of equity of a subsidiary: what of it is no equity of the owners of the parent, and what of that is of others. What
 * was paid in, and what was there before the group led it, was bought. Pure.
 * @param others what they own, in ten-thousandths of a percent
 */
export function splitEquity(code: string, amount: Amount, acquired: Amount, others: bigint) {
  const before = PAID_IN.includes(code) ? amount : acquired;
  const [theirsBefore, theirsSince] = [shareOf(before, others), shareOf(amount - before, others)];
  return {
    eliminated: before + theirsSince,
    theirs: theirsBefore + theirsSince,
    boughtFor: before - theirsBefore,
  };
}

/** Puts the lines that only a group has where they are read. */
export function withExtraLines(lines: readonly StatementLine[]): LineOfGroup[] {
  const before = (code: string, extra: readonly LineOfGroup[]) => (line: LineOfGroup) =>
    line.code === code ? [...extra, line] : [line];
  return lines
    .flatMap(before('TOTAL_NON_CURRENT_ASSETS', [EXTRA.goodwill]))
    .flatMap(before('TOTAL_EQUITY', [EXTRA.bargain, EXTRA.difference, EXTRA.minority]));
}
