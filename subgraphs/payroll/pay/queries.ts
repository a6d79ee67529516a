import type { Database } from '#db/client.ts';
import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import { notFound } from '#shared/domain/errors.ts';
import { parseScaled, RATE_DECIMALS } from '#shared/domain/money.ts';
import type { PayRules } from './rules.ts';

/**
 * The rules of a day.
 * @throws DomainError BAD_USER_INPUT for what is no date, NOT_FOUND for a day of which no rules are known.
 */
export async function payRulesOn(database: Database, given: string, field: string): Promise<PayRules> {
  const date: CalendarDate = parseDate(given, field);
  const [row] = await database.sql<
    {
      valid_from: string;
      valid_to: string | null;
      income_tax_rate: string;
      employee_pension_rate: string;
      employer_pension_rate: string;
      source: string;
    }[]
  >`
    /* payRulesOn */ select valid_from, valid_to, income_tax_rate::text, employee_pension_rate::text,
      employer_pension_rate::text, source
    from payroll.pay_rules where valid_from <= ${date} and (valid_to is null or valid_to >= ${date})`;
  if (row === undefined) throw notFound(field, date);
  const rate = (text: string): bigint => parseScaled(text, RATE_DECIMALS, 'rate');
  return {
    validFrom: row.valid_from,
    validTo: row.valid_to,
    incomeTaxRate: rate(row.income_tax_rate),
    employeePensionRate: rate(row.employee_pension_rate),
    employerPensionRate: rate(row.employer_pension_rate),
    source: row.source,
  };
}
