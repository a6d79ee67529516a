import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { inCurrency, rateOf } from '../statements/rates.ts';
import { drawLines, spanOf, type Sheet, type Translate } from '../statements/sheet.ts';
import { ratesUpTo, TRANSLATION, translationSince } from '../statements/translate.ts';
import { addTo, amountsOf, groupLines, groupOf, WHOLE, type LineAmounts } from './columns.ts';
import { sumOfDifferences } from './differences.ts';
import type { Part, ReadMember } from './members.ts';
import { EXTRA, splitEquity } from './position-lines.ts';
import type { PositionOfGroup, PositionOfMember } from './position.ts';
import { differencesAt, eliminatedAt, type AmountBetween } from './translated.ts';

/** The position of a member in another currency. */
export interface TranslatedPosition {
  /** As its own statement has it, with its own translation difference. */
  readonly now: LineAmounts;
  /** What of its equity was posted while the group led it, at historical rates. */
  readonly since: LineAmounts;
  /** What is taken out as being between it and others. */
  readonly eliminated: LineAmounts;
  /** The rate of the day. */
  readonly closing: bigint;
  /** The rate at which the group obtained it; that of the day for the company that leads it. */
  readonly obtainedAt: bigint;
}

/** Reads the position of a member in another currency. */
export async function readTranslated(
  sheet: Sheet,
  member: ReadMember,
  asOf: CalendarDate,
  { standard, currency }: { readonly standard: string; readonly currency: string },
  translate: Translate,
  balances: readonly AmountBetween[],
): Promise<TranslatedPosition> {
  const draw = async (from: CalendarDate | null, by: Translate): Promise<LineAmounts> => {
    const span = spanOf(sheet, { from, to: asOf, withClosing: true });
    return amountsOf((await drawLines(sheet, standard, 'FINANCIAL_POSITION', [span], by)).lines);
  };
  const rates = await ratesUpTo(sheet, asOf, currency);
  const closing = rateOf(rates, asOf);
  const eve = member.from === null ? null : dayBefore(member.from);
  return {
    now: await draw(null, translate),
    since:
      member.from === null || member.from > asOf
        ? new Map()
        : await draw(member.from, translationSince(sheet, rates)),
    eliminated: eliminatedAt(balances, closing),
    closing,
    // Who had no books then was obtained with nothing.
    obtainedAt: (eve === null ? undefined : rates.get(eve)) ?? closing,
  };
}

/**
 * Positions added up in the currency that is asked. What is eliminated is that of the group: assets and liabilities, goodwill
 * among them, at the rate of the day (IAS 21.39, 21.47); equity that members earned in the group at historical rates, none of
 * what they came with; non-controlling interests at the rate of the day, which gives them their share of translation
 * differences (IAS 21.41). The rest of these, and what rounding leaves, is the translation difference of the owners. Pure.
 * @returns the position of the books where it is asked in the currency of the books
 */
export function translatedPosition(
  parts: readonly Part<PositionOfMember>[],
  books: PositionOfGroup,
): PositionOfGroup {
  const closing = parts[0]?.of.translated?.closing;
  if (closing === undefined) return books;
  const { lines } = books;
  const differences = differencesAt(books.differences, closing);
  const inBooks = ({ code }: { readonly code: string }): Amount => books.eliminations.get(code) ?? 0n;
  const bargains = books.bargains.map(({ member, amount }) => {
    const { of } = parts.find((part) => part.member === member) ?? {};
    return { member, amount: inCurrency(amount, of?.translated?.obtainedAt ?? closing) };
  });
  const eliminations = new Map<string, Amount>([
    [EXTRA.goodwill.code, inCurrency(inBooks(EXTRA.goodwill), closing)],
    [EXTRA.minority.code, inCurrency(inBooks(EXTRA.minority), closing)],
    [EXTRA.difference.code, -sumOfDifferences(differences)],
  ]);
  for (const { amount } of bargains) addTo(eliminations, EXTRA.bargain.code, amount);
  for (const { member, of } of parts) {
    for (const [code, amount] of of.translated?.eliminated ?? []) addTo(eliminations, code, amount);
    if (member.isLeader) continue;
    for (const { code, kind, totalCode } of lines)
      if (kind === 'LINE' && totalCode === 'TOTAL_EQUITY')
        addTo(eliminations, code, -splitTranslated(code, of, WHOLE - member.share).eliminated);
  }
  const drawn = groupLines(lines, { members: [], eliminations }, null, () => false);
  addTo(
    eliminations,
    TRANSLATION.code,
    groupOf(drawn, 'TOTAL_ASSETS') - groupOf(drawn, 'TOTAL_EQUITY_AND_LIABILITIES'),
  );
  return {
    ...{ lines, eliminations, differences, bargains },
    members: parts.map(({ of }) => of.translated?.now ?? new Map()),
  };
}

/** A line of the translated equity of a subsidiary, as `splitEquity` has it. Pure. */
export function splitTranslated(code: string, { translated }: PositionOfMember, others: bigint) {
  const now = translated?.now.get(code) ?? 0n;
  return splitEquity(code, now, now - (translated?.since.get(code) ?? 0n), others);
}
