import type { TransactionSql } from '#db/client.ts';
import type { CashFlowAccount, CashFlowLine, EquityChange, StatementLine, StatementName } from './line.ts';

/** The lines of a statement in the order in which it is read. */
export async function readLines(
  sql: TransactionSql,
  standard: string,
  statement: StatementName,
): Promise<StatementLine[]> {
  const rows = await sql<StatementLine[]>`
    /* statementLines */ select code, kind, level, total_code as "totalCode", side, prefixes, name_ka as "nameKa",
      name_en as "nameEn", swings_to as "swingsTo"
    from reporting.statement_lines where standard = ${standard} and statement = ${statement} order by position`;
  return rows.map((row) => ({ ...row }));
}

/** Accounts that the company has given a line of its own choice. */
export async function readChoices(
  sql: TransactionSql,
  companyId: string,
  standard: string,
  statement: StatementName,
): Promise<Map<string, string>> {
  const rows = await sql<{ account_id: string; line_code: string }[]>`
    /* mappedAccounts */ select account_id, line_code from reporting.account_mappings
    where company_id = ${companyId} and standard = ${standard} and statement = ${statement}`;
  return new Map(rows.map(({ account_id, line_code }) => [account_id, line_code]));
}

/** The lines of the statement of cash flows, and which accounts go where. */
export async function readCashFlowLines(
  sql: TransactionSql,
): Promise<{ readonly lines: CashFlowLine[]; readonly accounts: CashFlowAccount[] }> {
  const lines = await sql<CashFlowLine[]>`
    /* cashFlowLines */ select code, activity, name_ka as "nameKa", name_en as "nameEn"
    from reporting.cash_flow_lines order by position`;
  const accounts = await sql<CashFlowAccount[]>`
    /* cashFlowAccounts */ select prefix, direction, line_code as "lineCode" from reporting.cash_flow_accounts`;
  return { lines: lines.map((row) => ({ ...row })), accounts: accounts.map((row) => ({ ...row })) };
}

/** What changes equity. */
export async function readEquityChanges(sql: TransactionSql): Promise<EquityChange[]> {
  const rows = await sql<EquityChange[]>`
    /* equityChanges */ select code, prefixes, name_ka as "nameKa", name_en as "nameEn"
    from reporting.equity_changes order by position`;
  return rows.map((row) => ({ ...row }));
}
