import { z } from 'zod';
import { monthKey } from '#shared/domain/date.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { TaxContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { sequenceNumberOf } from '../rs-ge/connected.ts';
import {
  acceptVatReturn,
  prepareVatReturn,
  refuseVatReturn,
  reopenVatReturn,
  submitVatReturn,
} from './commands.ts';
import { vatReturnFile } from './file.ts';
import { differences, type Figure } from './form.ts';
import {
  findVatReturnMonth,
  listVatItems,
  listVatReturnChanges,
  readVatReturn,
  type Filing,
  type VatReturnRow,
} from './queries.ts';
import { vatReturnId } from './vat-return.ts';

/** A box as the resolvers pass it on: its figure, its words, and the month that it is of. */
export interface FilledBox extends Figure {
  readonly titleKa: string;
  readonly titleEn: string;
  readonly of: VatReturnRow;
}

/** A filing beside the one before it. */
export interface FilingAfter extends Filing {
  readonly before: Filing | undefined;
  readonly figures: readonly Figure[];
}

const cursor = z.tuple([z.string(), z.uuid(), z.int()]);

/** Reads the return once its command has been carried out. */
async function after(
  { database, companyId }: TaxContext,
  { year, month }: { readonly year: number; readonly month: number },
  done: Promise<void>,
): Promise<{ vatReturn: VatReturnRow }> {
  await done;
  return { vatReturn: await readVatReturn(database, companyId, year, month) };
}

export const vatReturnResolvers: Resolvers = {
  Query: {
    vatReturn: (_root, { year, month }, { database, companyId }) =>
      readVatReturn(database, companyId, year, month),
  },
  Mutation: {
    prepareVatReturn: (_root, { input }, context) =>
      after(context, input, prepareVatReturn(context.writer, context.actor, input)),
    submitVatReturn: (_root, { input }, context) =>
      after(
        context,
        input,
        submitVatReturn(context.writer, context.actor, input, () =>
          sequenceNumberOf(context, monthKey(input.year, input.month)),
        ),
      ),
    acceptVatReturn: (_root, { input }, context) =>
      after(context, input, acceptVatReturn(context.writer, context.actor, input)),
    refuseVatReturn: (_root, { input }, context) =>
      after(context, input, refuseVatReturn(context.writer, context.actor, input)),
    reopenVatReturn: (_root, { input }, context) =>
      after(context, input, reopenVatReturn(context.writer, context.actor, input)),
  },
  VatReturn: {
    __resolveReference: async ({ id }, { database, companyId }) => {
      const found = await findVatReturnMonth(database, companyId, id);
      return found === undefined ? null : readVatReturn(database, companyId, found.year, found.month);
    },
    id: ({ year, month }, _args, { companyId }) => vatReturnId(companyId, year, month),
    version: ({ filing }) => filing.returnVersion,
    state: ({ filing }) => filing.state,
    sequenceNumber: ({ filing }) => filing.sequenceNumber,
    title: ({ form }, _args, { caller }) => (caller.language === 'en' ? form.titleEn : form.titleKa),
    boxes: (row) =>
      row.figures.map((figure): FilledBox => {
        const words = row.form.boxes.find(({ part, box }) => part === figure.part && box === figure.box);
        return { ...figure, titleKa: words?.titleKa ?? '', titleEn: words?.titleEn ?? '', of: row };
      }),
    filings: ({ filings, figures }) =>
      filings.map((filing, index) => ({ ...filing, before: filings[index - 1], figures })),
    changes: ({ year, month }, _args, { database, companyId }) =>
      listVatReturnChanges(database, companyId, year, month),
    file: (row, { format }) => vatReturnFile(row, format ?? 'JSON'),
  },
  VatReturnBox: {
    title: ({ titleKa, titleEn }, _args, { caller }) => (caller.language === 'en' ? titleEn : titleKa),
    items: async (box, args, { database, companyId }) => {
      const page = pageArguments(args, { cursor });
      const items = await listVatItems(database, companyId, box.of, box, page);
      return connectionFromPage(items, page, (item) => [item.box, item.documentId, item.line] as const);
    },
  },
  VatReturnItem: {
    invoice: ({ documentType, documentId }, _args, { loaders }) =>
      documentType === 'TaxInvoice' ? loaders.taxInvoice.load(documentId) : null,
    transactions: ({ transactionIds }) => transactionIds.map((id) => ({ id })),
    counterparty: ({ counterpartyId }, _args, { loaders }) =>
      counterpartyId === null ? null : loaders.counterparty.load(counterpartyId),
  },
  VatReturnFiling: {
    version: ({ returnVersion }) => returnVersion,
    net: ({ submitted }) => submitted?.net ?? null,
    differencesReason: ({ submitted }) => submitted?.reason ?? null,
    // The last filing may not be submitted yet: then it is what the documents say now.
    differences: ({ submitted, before, figures }) =>
      before?.submitted ? differences(before.submitted.figures, submitted?.figures ?? figures) : [],
  },
  VatReturnChange: {
    version: ({ returnVersion }) => returnVersion,
    by: ({ changedBy }) => ({ id: changedBy }),
  },
};
