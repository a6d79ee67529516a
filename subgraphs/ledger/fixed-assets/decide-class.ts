import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { parseText } from '#shared/domain/text.ts';
import type { AccountFact, LedgerFacts } from '../facts.ts';
import type { DepreciationMethod } from './depreciation.ts';
import { eventOf, type DepreciationStart } from './fixed-asset.ts';
import type { Register } from './known-register.ts';

const CODE = /^[A-Z][A-Z0-9_]{0,49}$/;
/** No life is longer: a hundred years. */
export const MOST_MONTHS = 1_200;

export interface SetClass {
  readonly code: string;
  readonly nameKa: string;
  readonly nameEn: string;
  readonly costAccountCode: string;
  readonly accumulatedAccountCode?: string | null | undefined;
  readonly expenseAccountCode?: string | null | undefined;
  readonly method: DepreciationMethod;
  readonly usefulLifeMonths?: number | null | undefined;
  readonly startsIn: DepreciationStart;
}

/**
 * Says what holds for assets of a class that are registered from now on. Pure.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE naming the field.
 */
export function decideClass(
  companyId: string,
  given: SetClass,
  { version }: Register,
  facts: LedgerFacts,
): Decision<{ code: string }> {
  const { code, method, startsIn } = given;
  if (!CODE.test(code)) throw badInput('code', code, 'must be capitals, digits and underscores, 50 at most');
  const names = { ka: parseText(given.nameKa, 'nameKa', 100), en: parseText(given.nameEn, 'nameEn', 100) };
  const account = (accountCode: string | null | undefined, field: string) =>
    accountCode == null ? null : demandLariAccount(accountCode, field, facts).id;
  const costAccountId = demandLariAccount(given.costAccountCode, 'costAccountCode', facts).id;
  const accumulatedAccountId = account(given.accumulatedAccountCode, 'accumulatedAccountCode');
  if ((method === 'NONE') !== (accumulatedAccountId === null))
    throw badInput(
      'accumulatedAccountCode',
      given.accumulatedAccountCode,
      method === 'NONE' ? 'nothing is depreciated' : 'is needed where something is depreciated',
    );
  if (accumulatedAccountId === costAccountId)
    throw badInput('accumulatedAccountCode', given.accumulatedAccountCode, 'is the account of cost');
  const usefulLifeMonths = parseMonths(given.usefulLifeMonths ?? null, 'usefulLifeMonths');
  const event = eventOf(companyId, version + 1, {
    type: 'FixedAssetClassSet',
    data: {
      code,
      names,
      costAccountId,
      accumulatedAccountId,
      expenseAccountId: account(given.expenseAccountCode, 'expenseAccountCode'),
      method,
      usefulLifeMonths,
      startsIn,
    },
  });
  return { events: [event], result: { code } };
}

/** @throws DomainError BAD_USER_INPUT naming `field`. */
export function parseMonths(months: number | null, field: string): number | null {
  if (months === null) return null;
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS)
    throw badInput(field, months, `must be 1–${String(MOST_MONTHS)}`);
  return months;
}

/** Assets are carried in lari at the rate of the day on which they came (IAS 21.23), so their accounts take lari. */
export function demandLariAccount(code: string, field: string, facts: LedgerFacts): AccountFact {
  const account = facts.demandPostable(facts.accountByCode(code), field, code);
  if (account.currency !== null && account.currency !== FUNCTIONAL_CURRENCY)
    throw badInput(field, code, `is kept in ${account.currency}`);
  return account;
}
