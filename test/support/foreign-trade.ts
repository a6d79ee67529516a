import type { Caller } from '#test/caller.ts';
import type { System, TestCompany } from '#test/system.ts';

/** Trade in foreign currencies of one company, on the usual chart. */
export interface ForeignTrade {
  readonly us: Caller;
  readonly company: TestCompany;
  counterparty(): Promise<string>;
  /** Records a transaction whose first entry is in a currency; answers the entry's name among open items. */
  post(date: string, entry: ForeignEntry, otherAccount: string, otherGel?: string): Promise<string>;
  revalue(date: string, more?: object): Promise<Revalued>;
  withdraw(id: string): Promise<Revalued>;
  match(parts: readonly (string | { id: string; amount: string })[], on?: string): Promise<Matched>;
  /** What stands on an account on a day: in the currency, and in lari. */
  balance(code: string, currency: string, asOf: string): Promise<readonly [amount: string, gel: string]>;
  open(
    asOf: string | null,
    counterpartyId: string,
  ): Promise<readonly (readonly [id: string, open: string, gel: string])[]>;
}

export interface ForeignEntry {
  readonly account: string;
  readonly currency: string;
  readonly debit?: string;
  readonly credit?: string;
  readonly rate: string;
  readonly counterpartyId?: string;
}

export interface Revalued {
  readonly id: string;
  readonly gain: string;
  readonly loss: string;
  readonly isOutdated: boolean;
  readonly transaction: { readonly id: string; readonly date: string } | null;
  readonly reversalTransaction: { readonly id: string; readonly date: string } | null;
  readonly lines: readonly {
    readonly account: { readonly code: string };
    readonly currency: string;
    readonly amount: string;
    readonly carryingGel: string;
    readonly revaluedGel: string;
    readonly differenceGel: string;
  }[];
  readonly items: readonly { readonly id: string; readonly open: string; readonly revaluedGel: string }[];
}

export interface Matched {
  readonly id: string;
  readonly date: string;
  readonly differenceGel: string;
}

const REVALUATION = `id date reversal gain loss isOutdated withdrawReason rates { currency rate source validFrom reason }
  transaction { id date source { type id purpose } } reversalTransaction { id date }
  lines { account { code } currency counterparty { id } amount carryingGel revaluedGel differenceGel }
  items { id side open carryingGel revaluedGel differenceGel }`;
export const REVALUE = `mutation ($input: RevalueForeignCurrencyInput!) { revalueForeignCurrency(input: $input) {
  revaluation { ${REVALUATION} } } }`;
export const WITHDRAW = `mutation ($input: ReverseRevaluationInput!) { reverseRevaluation(input: $input) {
  revaluation { ${REVALUATION} } } }`;
export const RECORD =
  'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }';
export const MATCH = `mutation ($input: MatchOpenItemsInput!) { matchOpenItems(input: $input) { matching {
  id date differenceGel } } }`;

let taxId = 406_100_000;

export function foreignTrade(system: System, index: number): ForeignTrade {
  const company = system.company(index);
  const us = company.as('chief_accountant');
  return {
    us,
    company,
    counterparty: async () => {
      taxId += 1;
      const { createCounterparty } = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
        `mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }`,
        { input: { kind: 'COMPANY', taxId: String(taxId), name: 'შპს უცხოელი' } },
      );
      return createCounterparty.counterparty.id;
    },
    post: async (date, { account, rate, ...entry }, otherAccount, otherGel) => {
      const amount = entry.debit ?? entry.credit ?? '';
      const gel = otherGel ?? (Math.round(Number(amount) * Number(rate) * 100) / 100).toFixed(2);
      const side = entry.debit === undefined ? 'debit' : 'credit';
      const { recordTransaction } = await us.query<{ recordTransaction: { transaction: { id: string } } }>(
        RECORD,
        {
          input: {
            date,
            description: 'ვალუტით',
            entries: [
              { accountCode: account, exchangeRate: rate, ...entry },
              { accountCode: otherAccount, [side]: gel },
            ],
          },
        },
      );
      return `${recordTransaction.transaction.id}:1`;
    },
    revalue: async (date, more = {}) => {
      const answer = await us.query<{ revalueForeignCurrency: { revaluation: Revalued } }>(REVALUE, {
        input: { date, ...more },
      });
      return answer.revalueForeignCurrency.revaluation;
    },
    withdraw: async (id) => {
      const answer = await us.query<{ reverseRevaluation: { revaluation: Revalued } }>(WITHDRAW, {
        input: { id, reason: 'თავიდან' },
      });
      return answer.reverseRevaluation.revaluation;
    },
    match: async (parts, on) => {
      const items = parts.map((part) => (typeof part === 'string' ? { id: part } : part));
      const answer = await us.query<{ matchOpenItems: { matching: Matched } }>(MATCH, {
        input: { items, ...(on === undefined ? {} : { on }) },
      });
      return answer.matchOpenItems.matching;
    },
    balance: async (code, currency, asOf) => {
      const [row] = await system.owner.sql<{ amount: string; gel: string }[]>`
        select coalesce(sum(j.debit - j.credit), 0)::numeric(19, 2)::text as amount,
          coalesce(sum(j.debit_gel - j.credit_gel), 0)::numeric(19, 2)::text as gel
        from ledger.journal_entries j
        where j.company_id = ${company.id} and j.account_id = ${company.accountId(code)} and j.currency = ${currency}
          and j.transaction_date <= ${asOf}::date`;
      return [row?.amount ?? '', row?.gel ?? ''];
    },
    open: async (asOf, counterpartyId) => {
      const { openItems } = await us.query<{
        openItems: { edges: { node: { id: string; open: string; openGel: string } }[] };
      }>(
        `query ($asOf: Date, $counterpartyId: ID) { openItems(first: 100, asOf: $asOf, counterpartyId: $counterpartyId) {
          edges { node { id open openGel } } } }`,
        { asOf, counterpartyId },
      );
      return openItems.edges.map(({ node }) => [node.id, node.open, node.openGel] as const);
    },
  };
}

/** Has the bank's rates be known: each of a day about which it was asked. */
export async function publishRates(
  system: System,
  rates: readonly (readonly [currency: string, day: string, rate: string, quantity?: number])[],
): Promise<void> {
  for (const [currency, day, rate, quantity = 1] of rates) {
    await system.owner.sql`
      insert into ledger.official_rates (currency, valid_from, quantity, rate, source)
      values (${currency}, ${day}, ${quantity}, ${rate}, 'ENTERED')`;
    await system.owner
      .sql`insert into ledger.official_rate_days (day) values (${day}) on conflict do nothing`;
  }
}
