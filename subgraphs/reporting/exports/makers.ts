import { z } from 'zod';
import type { Database } from '#db/client.ts';
import { printedAmount } from '#shared/documents/amount.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { agedBalances } from '../counterparties/aged.ts';
import { readNames, type CounterpartyName } from '../counterparties/names.ts';
import { reconciliationAct } from '../counterparties/reconciliation.ts';
import { listOfAct } from '../counterparties/resolvers.ts';
import { generalLedger, type Card, type ListedAccount } from '../general-ledger/queries.ts';
import { listOf } from '../general-ledger/resolvers.ts';
import { onDebit, turnoverSheet } from '../general-ledger/turnover.ts';
import { everyEntry, foreignAmount, inLanguage, unlessZero } from './entry-rows.ts';
import type { Report, ReportColumn, ReportLanguage, ReportRow } from './report.ts';
import { printedDay, wordsOf, type Words } from './words.ts';

/** What a report is made of: the company's books, what was asked, and the language. */
export interface Making {
  readonly database: Database;
  readonly companyId: string;
  readonly language: ReportLanguage;
  /** Whether months that are counted are open; then the file says up to which posting it is true. */
  readonly isOpen: boolean;
}

/** A report without what every report has. */
type Drawn = Omit<Report, 'language' | 'totalTitle'>;

/** Makes a report; null when there is nothing by that name. */
export interface ReportMaker<Question> {
  /** What is asked, as it travels in a link. */
  readonly question: z.ZodType<Question>;
  /** The last day that the report counts. */
  lastDay(question: Question): string;
  /** Draws the report; its rows are read only when they are asked for. */
  make(making: Making, question: Question): Promise<Drawn | null>;
}

const day = z.iso.date();
const ids = z.array(z.string()).nullable();
const ledgerQuestion = z.object({
  from: day,
  to: day,
  accountIds: ids,
  counterpartyId: z.string().nullable(),
  dimension: z.object({ name: z.string(), value: z.string() }).nullable(),
});
const turnoverQuestion = z.object({
  from: day,
  to: day,
  by: z.enum(['ACCOUNT', 'CURRENCY', 'DIMENSION', 'COUNTERPARTY']),
  dimensionName: z.string().nullable(),
  accountIds: ids,
});
const agedQuestion = z.object({ side: z.enum(['RECEIVABLE', 'PAYABLE']), asOf: day, accountIds: ids });
const actQuestion = z.object({ counterpartyId: z.string(), from: day, to: day });

const generalLedgerMaker: ReportMaker<z.infer<typeof ledgerQuestion>> = {
  question: ledgerQuestion,
  lastDay: ({ to }) => to,
  async make(making, question) {
    const words = wordsOf(making.language);
    const { seq, cards } = await generalLedger(making.database, making.companyId, question);
    return {
      title: words.generalLedger,
      ...spanned(question),
      facts: counted(making, words, seq),
      columns: [
        { title: words.account, width: 12, kind: 'text' },
        { title: words.name, width: 28, kind: 'text', isSaidOnce: true },
        { title: words.date, width: 15, kind: 'date' },
        { title: words.posting, width: 9, kind: 'integer' },
        { title: words.description, width: 34, kind: 'text' },
        { title: words.counterparty, width: 26, kind: 'text' },
        { title: words.debit, width: 16, kind: 'amount', isSummed: true },
        { title: words.credit, width: 16, kind: 'amount', isSummed: true },
        { title: words.currency, width: 10, kind: 'text' },
        { title: words.currencyAmount, width: 15, kind: 'amount' },
        { title: words.balance, width: 17, kind: 'amount' },
      ],
      rows: ledgerRows(making, cards, words),
    };
  },
};

async function* ledgerRows(
  { database, companyId, language }: Making,
  cards: readonly Card[],
  words: Words,
): AsyncGenerator<ReportRow> {
  for (const card of cards) {
    const { code } = card.account;
    const name = accountName(card.account, language);
    const balanceRow = (date: string, title: string, balance: Amount): ReportRow => [
      ...[code, name, date, null, title, null, null, null, null, null],
      formatAmount(balance),
    ];
    yield balanceRow(card.from, words.opening, card.opening);
    for await (const entry of everyEntry(database, companyId, listOf(card), language)) {
      yield [
        code,
        name,
        entry.date,
        String(entry.seq),
        entry.description,
        entry.counterparty,
        unlessZero(entry.debit),
        unlessZero(entry.credit),
        entry.currency === 'GEL' ? null : entry.currency,
        foreignAmount(entry),
        formatAmount(entry.balance),
      ];
    }
    yield balanceRow(card.to, words.closing, card.closing);
  }
}

const turnoverMaker: ReportMaker<z.infer<typeof turnoverQuestion>> = {
  question: turnoverQuestion,
  lastDay: ({ to }) => to,
  async make(making, question) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const { seq, rows } = await turnoverSheet(database, companyId, question);
    const { by } = question;
    const names =
      by === 'COUNTERPARTY'
        ? await namesOf(
            making,
            rows.map(({ key }) => key),
          )
        : new Map<string, CounterpartyName>();
    const keyColumns: readonly ReportColumn[] =
      by === 'ACCOUNT'
        ? []
        : [
            {
              title:
                by === 'COUNTERPARTY' ? words.counterparty : by === 'CURRENCY' ? words.currency : words.value,
              width: by === 'CURRENCY' ? 9 : 26,
              kind: 'text',
            },
          ];
    const shownKey = (key: string | null): string | null => {
      const name = names.get(key ?? '');
      return name === undefined ? key : inLanguage(name, language);
    };
    return {
      title: words.turnoverSheet,
      ...spanned(question),
      facts: counted(making, words, seq),
      columns: [
        { title: words.account, width: 12, kind: 'text' },
        { title: words.name, width: 32, kind: 'text' },
        ...keyColumns,
        ...(
          ['openingDebit', 'openingCredit', 'debit', 'credit', 'closingDebit', 'closingCredit'] as const
        ).map((column) => ({ title: words[column], width: 17, kind: 'amount', isSummed: true }) as const),
      ],
      rows: each(rows, ({ account, key, opening, debit, credit, closing }) => [
        account.code,
        accountName(account, language),
        ...(by === 'ACCOUNT' ? [] : [shownKey(key)]),
        ...[onDebit(opening), onDebit(-opening), debit, credit, onDebit(closing), onDebit(-closing)].map(
          (amount) => formatAmount(amount),
        ),
      ]),
    };
  },
};

const agedMaker: ReportMaker<z.infer<typeof agedQuestion>> = {
  question: agedQuestion,
  lastDay: ({ asOf }) => asOf,
  async make(making, question) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const { seq, rows } = await agedBalances(database, companyId, question);
    const names = await namesOf(
      making,
      rows.map(({ counterpartyId }) => counterpartyId),
    );
    const ages = ['days0To30', 'days31To60', 'days61To90', 'over90', 'prepaid', 'balance'] as const;
    return {
      title: question.side === 'RECEIVABLE' ? words.receivables : words.payables,
      span: `${words.asOf} ${printedDay(question.asOf)}`,
      day: question.asOf,
      facts: counted(making, words, seq),
      columns: [
        { title: words.account, width: 12, kind: 'text' },
        { title: words.counterparty, width: 36, kind: 'text' },
        { title: words.taxId, width: 16, kind: 'text' },
        ...ages.map((age) => ({ title: words[age], width: 17, kind: 'amount', isSummed: true }) as const),
      ],
      rows: each(rows, (row) => {
        const name = names.get(row.counterpartyId ?? '');
        return [
          row.account.code,
          name === undefined ? row.counterpartyId : inLanguage(name, language),
          name?.taxId ?? null,
          ...ages.map((age) => formatAmount(row[age])),
        ];
      }),
    };
  },
};

const actMaker: ReportMaker<z.infer<typeof actQuestion>> = {
  question: actQuestion,
  lastDay: ({ to }) => to,
  async make(making, question) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const act = await reconciliationAct(database, companyId, question.counterpartyId, question);
    if (act === null) return null;
    const name = (await namesOf(making, [act.counterpartyId])).get(act.counterpartyId);
    async function* rows(): AsyncGenerator<ReportRow> {
      if (act === null) return;
      const list = listOfAct(act);
      const balanceRow = (date: string, title: string, balance: Amount): ReportRow => [
        date,
        null,
        title,
        null,
        null,
        formatAmount(balance),
      ];
      yield balanceRow(act.from, words.opening, act.opening);
      if (list.accountIds.length > 0)
        for await (const entry of everyEntry(database, companyId, list, language))
          yield [
            entry.date,
            String(entry.seq),
            entry.description,
            unlessZero(entry.debit),
            unlessZero(entry.credit),
            formatAmount(entry.balance),
          ];
      yield balanceRow(act.to, words.closing, act.closing);
    }
    return {
      title: words.reconciliationAct,
      ...spanned(question),
      facts: [
        [words.counterparty, name === undefined ? act.counterpartyId : inLanguage(name, language)],
        ...(name === undefined ? [] : [[words.taxId, name.taxId] as const]),
        ...counted(making, words, act.seq),
        act.closing < 0n
          ? [words.owedByUs, printedAmount(formatAmount(-act.closing))]
          : [words.owedToUs, printedAmount(formatAmount(act.closing))],
      ],
      columns: [
        { title: words.date, width: 15, kind: 'date' },
        { title: words.posting, width: 10, kind: 'integer' },
        { title: words.description, width: 48, kind: 'text' },
        { title: words.debit, width: 18, kind: 'amount', isSummed: true },
        { title: words.credit, width: 18, kind: 'amount', isSummed: true },
        { title: words.balance, width: 18, kind: 'amount' },
      ],
      rows: rows(),
    };
  },
};

/** Every report that can be fetched as a file, by its name. */
export const MAKERS = {
  GENERAL_LEDGER: generalLedgerMaker,
  TURNOVER_SHEET: turnoverMaker,
  AGED_BALANCES: agedMaker,
  RECONCILIATION_ACT: actMaker,
} as const;

function spanned({ from, to }: { readonly from: string; readonly to: string }) {
  return { span: `${printedDay(from)} – ${printedDay(to)}`, day: to };
}

/** Of closed months nothing is said that changes with the day on which the file is made. */
function counted({ isOpen }: Making, words: Words, seq: number): (readonly [string, string])[] {
  return isOpen ? [[words.counted, String(seq)]] : [];
}

function accountName({ nameKa, nameEn }: ListedAccount, language: ReportLanguage): string {
  return language === 'en' ? nameEn : nameKa;
}

function namesOf({ database, companyId }: Making, wanted: readonly (string | null)[]) {
  return database.withCompany(companyId, (sql) => readNames(sql, companyId, wanted));
}

async function* each<T>(rows: readonly T[], rowOf: (row: T) => ReportRow): AsyncGenerator<ReportRow> {
  for (const row of rows) yield await Promise.resolve(rowOf(row));
}
