import { z } from 'zod';
import { DomainError } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { monthKey } from '#shared/domain/date.ts';
import { SPREADSHEET_ML } from '#shared/documents/spreadsheet-ml.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { daysOfPeriod } from '../calendar/deadline.ts';
import type { TaxContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { reverseWithholding, withholdTax } from './commands.ts';
import { form30Cells, form30Spreadsheet } from './form-30.ts';
import {
  listWithholdings,
  readForm30,
  type PaymentKey,
  type WithholdingRow,
  type WithholdingSum,
} from './queries.ts';

const cursor = z.tuple([z.iso.date(), z.uuid()]);

/** Rows that one file may have: more would be too much for one answer. */
const MOST_ROWS = 5_000;

export const withholdingResolvers: Resolvers = {
  Query: {
    form30: (_root, { year, month }, { database, companyId }) => readForm30(database, companyId, year, month),
  },
  Mutation: {
    withholdTax: async (_root, { input }, context) => ({
      withholding: await written(context, await withholdTax(context.writer, context.actor, input)),
    }),
    reverseWithholding: async (_root, { input }, context) => ({
      withholding: await written(context, await reverseWithholding(context.writer, context.actor, input)),
    }),
  },
  Form30: {
    due: ({ term }) => term.due,
    sums: ({ sums }) => [...sums],
    gross: ({ sums }) => total(sums, 'gross'),
    tax: ({ sums }) => total(sums, 'tax'),
    net: ({ sums }) => total(sums, 'net'),
    rows: async (form, { first, after }, { database, companyId }) => {
      const page = pageArguments<PaymentKey>({ first, after }, { cursor });
      const rows = await listWithholdings(database, companyId, daysOfPeriod(form), page);
      return connectionFromPage(rows, page, ({ date, id }): PaymentKey => [date, id]);
    },
    file: async (form, _args, { database, companyId }) => {
      const page = { limit: MOST_ROWS + 1, after: null };
      const rows = await listWithholdings(database, companyId, daysOfPeriod(form), page);
      if (rows.length > MOST_ROWS)
        throw new DomainError('COST_LIMIT_EXCEEDED', `the form has more than ${MOST_ROWS} rows`);
      return {
        name: `form30-${monthKey(form.year, form.month)}.xls`,
        mediaType: SPREADSHEET_ML,
        contentBase64: Buffer.from(form30Spreadsheet(rows), 'utf8').toString('base64'),
      };
    },
  },
  Form30Sum: {
    title: ({ titleKa, titleEn }, { language }) => (language === 'EN' ? titleEn : titleKa),
  },
  Withholding: {
    __resolveReference: ({ id }, context) => (isUuid(id) ? found(context, id) : null),
    title: ({ titleKa, titleEn }, { language }) => (language === 'EN' ? titleEn : titleKa),
    form30Cells: (row) => form30Cells(row),
  },
};

function total(sums: readonly WithholdingSum[], column: 'gross' | 'tax' | 'net'): string {
  return formatAmount(sums.reduce((sum, row) => sum + parseDatabaseAmount(row[column]), 0n));
}

async function found({ database, companyId }: TaxContext, id: string): Promise<WithholdingRow | null> {
  const [row] = await listWithholdings(database, companyId, { id }, { limit: 1, after: null });
  return row ?? null;
}

async function written(context: TaxContext, id: string): Promise<WithholdingRow> {
  const row = await found(context, id);
  if (row === null) throw new Error(`withholding ${id} was written and is not there`);
  return row;
}
