import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { demandFewAccounts, demandMonths } from '../analysis/limits.ts';
import { plannedOf } from '../budgets/resolvers.ts';
import { horizonOf } from '../cash-forecast/resolvers.ts';
import type { QueryReportFileArgs } from '../generated/types.ts';
import { filterOf } from '../general-ledger/resolvers.ts';
import { onlyByAccount } from '../general-ledger/turnover-resolvers.ts';
import { dimensionOf } from '../read-model/dimensions.ts';
import { parseSpan } from '../statements/scope.ts';
import { FUNCTIONAL } from '../statements/translate.ts';

/** Reports that are had as they were once known. */
const KNOWN_AT = new Set<QueryReportFileArgs['report']>([
  'BALANCE_SHEET',
  'INCOME_STATEMENT',
  'CASH_FLOW_STATEMENT',
  'CHANGES_IN_EQUITY',
  'CONSOLIDATED_BALANCE_SHEET',
  'CONSOLIDATED_INCOME_STATEMENT',
  'CONSOLIDATED_CASH_FLOW_STATEMENT',
  'CONSOLIDATED_CHANGES_IN_EQUITY',
  'GENERAL_LEDGER',
  'TURNOVER_SHEET',
  'CORRESPONDING_ACCOUNTS',
  'AGED_BALANCES',
  'RECONCILIATION_ACT',
]);

/** Reports that are had of one dimension. */
const OF_DIMENSION = new Set<QueryReportFileArgs['report']>([
  'GENERAL_LEDGER',
  'TURNOVER_SHEET',
  'BALANCE_SHEET',
  'INCOME_STATEMENT',
  'CASH_FLOW_STATEMENT',
  'CORRESPONDING_ACCOUNTS',
  'BUDGET_COMPARISON',
]);

/** What a report needs of what was given. @throws DomainError BAD_USER_INPUT naming what is missing, or not to be had. */
export function questionOf(given: QueryReportFileArgs): object {
  const accountIds = given.accountIds ?? null;
  const standard = given.standard ?? 'IFRS_SME';
  const dimension = dimensionOf(given.dimension);
  const currency = given.currency ?? 'GEL';
  const knownAt = given.knownAt ?? null;
  if (knownAt !== null && !KNOWN_AT.has(given.report))
    throw badInput('knownAt', knownAt, `${given.report} is not had as it was once known`);
  if (dimension !== null && !OF_DIMENSION.has(given.report))
    throw badInput('dimension', dimension.name, `${given.report} is not had of one dimension`);
  switch (given.report) {
    case 'GENERAL_LEDGER':
      return { ...parseSpan(demanded(given)), ...filterOf(given), accountIds, knownAt };
    case 'TURNOVER_SHEET': {
      const by = given.by ?? 'ACCOUNT';
      const dimensionName = given.dimensionName ?? null;
      if ((by === 'DIMENSION') !== (dimensionName !== null))
        throw badInput('dimensionName', dimensionName, 'is named by dimension, and only then');
      return {
        ...parseSpan(demanded(given)),
        by,
        dimensionName,
        dimension: onlyByAccount(by, dimension),
        accountIds,
        knownAt,
      };
    }
    case 'AGED_BALANCES': {
      if (given.side === undefined || given.side === null)
        throw badInput('side', null, 'say whose debts are meant');
      const aged = { side: given.side, asOf: lastDay(given), by: given.agedBy ?? 'TRANSACTION_DATE' };
      return { ...aged, accountIds, knownAt };
    }
    case 'RECONCILIATION_ACT':
      return {
        ...parseSpan(demanded(given)),
        counterpartyId: present(given.counterpartyId, 'counterpartyId'),
        knownAt,
      };
    case 'BALANCE_SHEET': {
      const compareTo = given.compareTo ? parseDate(given.compareTo, 'compareTo') : null;
      return { asOf: lastDay(given), compareTo, standard, currency, dimension, knownAt };
    }
    case 'INCOME_STATEMENT':
      return { ...compared(given), standard, by: given.expenses ?? 'FUNCTION', dimension, currency, knownAt };
    case 'CASH_FLOW_STATEMENT':
      return { ...compared(given), standard, method: given.method ?? 'DIRECT', dimension, knownAt };
    case 'CHANGES_IN_EQUITY':
      return { ...compared(given), standard, knownAt };
    case 'CONSOLIDATED_BALANCE_SHEET': {
      const compareTo = given.compareTo ? parseDate(given.compareTo, 'compareTo') : null;
      return { ...ofGroup(given), asOf: lastDay(given), compareTo };
    }
    case 'CONSOLIDATED_INCOME_STATEMENT':
      return { ...ofGroup(given), ...compared(given), by: given.expenses ?? 'FUNCTION' };
    case 'CONSOLIDATED_CASH_FLOW_STATEMENT':
      return { ...ofGroup(given), ...compared(given), method: given.method ?? 'DIRECT' };
    case 'CONSOLIDATED_CHANGES_IN_EQUITY':
      return { ...ofGroup(given), ...compared(given) };
    case 'CORRESPONDING_ACCOUNTS':
      return { ...parseSpan(demanded(given)), dimension, knownAt };
    case 'BUDGET_COMPARISON': {
      const { from, to } = parseSpan(demanded(given));
      return { fromMonth: monthOf(from), toMonth: monthOf(to), dimension: plannedOf(given.dimension) };
    }
    case 'CASH_FORECAST':
      return {
        from: parseDate(present(given.from, 'from'), 'from'),
        horizon: horizonOf(given.weeks ?? null, given.months ?? null),
      };
    case 'FINANCIAL_RATIOS':
      return { ...parseSpan(demanded(given)), standard };
    case 'MONTHLY_RESULTS':
      return demandMonths(parseSpan(demanded(given)));
    case 'MARGIN_BY_DIMENSION':
      return {
        ...parseSpan(demanded(given)),
        dimensionName: present(given.dimensionName, 'dimensionName'),
        standard,
      };
    case 'BENFORD_TEST':
      return { ...parseSpan(demanded(given)), accountIds: demandFewAccounts(accountIds) };
  }
}

/** @throws DomainError BAD_USER_INPUT naming the day that is missing. */
export function demanded(given: QueryReportFileArgs): { from: string; to: string } {
  return { from: present(given.from, 'from'), to: present(given.to, 'to') };
}

function ofGroup(given: QueryReportFileArgs) {
  const currency = given.currency ?? FUNCTIONAL;
  return {
    groupId: present(given.groupId, 'groupId'),
    standard: given.standard ?? 'IFRS_SME',
    ...(currency === FUNCTIONAL ? {} : { currency }),
    knownAt: given.knownAt ?? null,
  };
}

function compared(given: QueryReportFileArgs) {
  const { compareFrom, compareTo } = given;
  const isAlone = (compareFrom ?? null) === null && (compareTo ?? null) === null;
  const compare = isAlone
    ? null
    : parseSpan(
        { from: present(compareFrom, 'compareFrom'), to: present(compareTo, 'compareTo') },
        { from: 'compareFrom', to: 'compareTo' },
      );
  return { ...parseSpan(demanded(given)), compare };
}

function lastDay(given: QueryReportFileArgs): string {
  return parseDate(present(given.to, 'to'), 'to');
}

function monthOf(day: string): { year: number; month: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

function present(value: string | null | undefined, field: string): string {
  if (value === undefined || value === null) throw badInput(field, null, 'the report needs it');
  return value;
}
