import { badInput } from '#shared/domain/errors.ts';

const MOST_MONTHS = 120;
const MOST_ACCOUNTS = 100;

/** The span as it is. @throws DomainError BAD_USER_INPUT when it touches more than 120 months. */
export function demandMonths<Span extends { readonly from: string; readonly to: string }>(span: Span): Span {
  if (monthsOf(span.to) - monthsOf(span.from) >= MOST_MONTHS)
    throw badInput('to', span.to, `at most ${String(MOST_MONTHS)} months at a time`);
  return span;
}

/** The accounts as they are. @throws DomainError BAD_USER_INPUT when they are more than 100. */
export function demandFewAccounts(accountIds: readonly string[] | null): readonly string[] | null {
  if (accountIds !== null && accountIds.length > MOST_ACCOUNTS)
    throw badInput('accountIds', accountIds.length, `at most ${String(MOST_ACCOUNTS)} accounts`);
  return accountIds;
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
