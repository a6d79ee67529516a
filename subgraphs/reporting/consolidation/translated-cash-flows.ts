import type { Amount } from '#shared/domain/money.ts';
import { inCurrency } from '../statements/rates.ts';
import { addTo, keyOf, sum, type LineAmounts, type LineOfGroup } from './columns.ts';
import { largestOf } from './translated.ts';

/** Flows of a company, or what is eliminated: operating ones by both methods. */
export interface CashColumn {
  readonly direct: LineAmounts;
  readonly indirect: LineAmounts;
  readonly opening: Amount;
  readonly closing: Amount;
}

/** Cash of a member in another currency, at the rates of both ends, and the rate of what flows between them. */
export interface TranslatedCash {
  readonly rate: bigint;
  readonly opening: Amount;
  readonly closing: Amount;
}

/** What changes of rates did to cash that is shown in another currency (IAS 7.28). */
export const EFFECT_OF_TRANSLATION: LineOfGroup = {
  code: 'TRANSLATION_DIFFERENCE',
  kind: 'LINE',
  level: 1,
  totalCode: 'CHANGE_OF_CASH',
  nameKa: 'საკურსო სხვაობა გადაყვანისას',
  nameEn: 'Translation difference',
};
const PROFIT = keyOf({ code: 'PROFIT', step: 'PROFIT' });

/** Operating flows by the direct method. Pure. */
export function operatingOf({ direct }: Pick<CashColumn, 'direct'>, operating: ReadonlySet<string>): Amount {
  return sum([...direct].flatMap(([code, amount]) => (operating.has(code) ? [amount] : [])));
}

/**
 * Flows in another currency, all at one rate (IAS 7.26, 7.27). Both methods come to the same where they do in the books: what
 * rounding leaves between them stands on the largest flow. What the rates of both ends leave beyond is the effect of translation;
 * what does not hold in the books does not hold here either. Pure.
 * @param to with the profit that the way of the indirect method begins with, as the statement of profit or loss has it
 * @param operating codes of the operating flows of the direct method
 */
export function translatedColumn(
  books: CashColumn,
  { rate, opening, closing, profit }: TranslatedCash & { readonly profit: Amount },
  operating: ReadonlySet<string>,
): CashColumn {
  const translated = (amounts: LineAmounts) =>
    new Map([...amounts].map(([key, amount]) => [key, inCurrency(amount, rate)]));
  const [direct, indirect] = [translated(books.direct), translated(books.indirect)];
  indirect.set(PROFIT, profit);
  const between = (of: Pick<CashColumn, 'direct' | 'indirect'>) =>
    sum([...of.indirect.values()]) - operatingOf(of, operating);
  const gap = between({ direct, indirect }) - inCurrency(between(books), rate);
  const flow = largestOf([...direct].filter(([code]) => operating.has(code)));
  const step = largestOf([...indirect].filter(([key]) => key !== PROFIT));
  if (flow !== null) addTo(direct, flow, gap);
  else if (step !== null) addTo(indirect, step, -gap);
  const beyond = (of: Omit<CashColumn, 'indirect'>) => of.closing - of.opening - sum([...of.direct.values()]);
  direct.set(
    EFFECT_OF_TRANSLATION.code,
    beyond({ direct, opening, closing }) - inCurrency(beyond(books), rate),
  );
  return { direct, indirect, opening, closing };
}
