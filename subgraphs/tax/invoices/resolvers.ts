import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { FUNCTIONAL_CURRENCY, ISO_4217 } from '#shared/domain/currencies.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { demandSearchable } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { TaxContext } from '../context.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  RecordTaxInvoiceInput,
  Resolvers,
  TaxInvoiceError,
  TaxInvoiceFilter,
  TaxInvoiceLineResolvers,
  TaxInvoiceResolvers,
} from '../generated/types.ts';
import { invoiceOrders, type Orders } from './commands.ts';
import { partiesTogether } from './parties.ts';
import { listGrounds, listInvoices, listUnits, readHistory, type TaxInvoiceRow } from './queries.ts';

const MAX_BATCH = 1_000;
const dateCursor: z.ZodType<[string, string]> = z.tuple([z.iso.date(), z.uuid()]);

const taxInvoice: TaxInvoiceResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.taxInvoice.load(id),
  number: ({ numberSeries, number }) =>
    numberSeries === null ? null : `${numberSeries}-${String(number).padStart(6, '0')}`,
  registrationNumber: ({ registrationSeries, registrationNumber }) =>
    registrationSeries === null ? registrationNumber : `${registrationSeries}-${registrationNumber ?? ''}`,
  counterparty: ({ counterpartyId }, _args, { loaders }) =>
    counterpartyId === null ? null : loaders.counterparty.load(counterpartyId),
  lines: ({ id }, _args, { loaders }) => loaders.taxInvoiceLines.load(id),
  total: ({ gross }) => gross,
  exchangeRate: ({ exchangeRate }) => withoutZeros(exchangeRate),
  currencyTotal: ({ gross, currency, currencyGross }) => inCurrency(currencyGross ?? gross, currency),
  advanceLeft: ({ kind, corrects, gross, usedGross, currency, currencyGross, currencyUsed }) => {
    if (kind !== 'ADVANCE' || corrects !== null) return null;
    const [whole, used] = currencyGross === null ? [gross, usedGross] : [currencyGross, currencyUsed];
    return formatAmount(parseDatabaseAmount(whole) - parseDatabaseAmount(used), ISO_4217.get(currency));
  },
  corrects: ({ corrects }, _args, { loaders }) =>
    corrects === null ? null : loaders.taxInvoice.load(corrects),
  corrections: ({ id }, _args, { loaders }) => loaders.taxInvoiceCorrections.load(id),
  customs: ({ customs, customsPaidOn }) =>
    customs && {
      ...customs,
      excise: customs.excise ?? '0.00',
      paymentDue: customs.paymentDue ?? null,
      paidOn: customsPaidOn,
      lines: [...(customs.lines ?? [])],
    },
  postings: ({ id }, _args, { loaders }) => loaders.taxInvoicePostings.load(id),
  vatItems: ({ id }, _args, { loaders }) => loaders.vatItemsOfDocument.load(id),
  history: ({ id }, _args, { database, companyId }) => readHistory(database, companyId, id),
};

const line: TaxInvoiceLineResolvers = {
  unit: async ({ unitCode }, _args, { database }) => {
    const unit = (await listUnits(database)).find(({ code }) => code === unitCode);
    if (unit === undefined) throw new Error(`a line has the unit ${String(unitCode)}, which is gone`);
    return unit;
  },
  quantity: ({ quantity }) => withoutZeros(quantity),
  unitPrice: ({ unitPrice }) => withoutZeros(unitPrice),
  rate: ({ rate }) => withoutZeros(rate),
  creditableShare: ({ creditableShare }) => withoutZeros(creditableShare),
  total: ({ gross }) => gross,
  currencyTotal: async ({ gross, currencyGross, invoiceId }, _args, { loaders }) => {
    if (currencyGross === null) return gross;
    const invoice = await loaders.taxInvoice.load(invoiceId);
    return inCurrency(currencyGross, invoice?.currency ?? FUNCTIONAL_CURRENCY);
  },
  excise: ({ exciseGroup: group, exciseQuantity: quantity, exciseRate: rate, excise: amount }) =>
    group === null || quantity === null || rate === null || amount === null
      ? null
      : { group, quantity: withoutZeros(quantity), rate: withoutZeros(rate), amount },
};

const queries: QueryResolvers = {
  taxInvoice: (_root, { id }, { loaders }) => loaders.taxInvoice.load(id),
  taxInvoices: async (_root, { first, after, filter }, { database, companyId }) => {
    const page = pageArguments({ first, after }, { cursor: dateCursor });
    checkFilter(filter ?? {});
    const rows = await listInvoices(database, companyId, filter ?? {}, page);
    return connectionFromPage(rows, page, (row): [string, string] => [row.operationDate, row.id]);
  },
  taxUnits: (_root, _args, { database }) => listUnits(database),
  vatGrounds: (_root, { date }, { database }) => listGrounds(database, parseDate(date, 'date')),
};

const mutations: MutationResolvers = {
  createTaxInvoice: async (_root, { input }, context) =>
    written(context, await orders(context).createDraft(input)),
  updateTaxInvoice: async (_root, { input }, context) =>
    written(context, await orders(context).updateDraft(input)),
  issueTaxInvoice: async (_root, { input }, context) => written(context, await orders(context).issue(input)),
  registerTaxInvoice: async (_root, { input }, context) =>
    written(context, await orders(context).register(input)),
  recordReceivedTaxInvoice: async (_root, { input }, context) =>
    written(context, await orders(context).receive(input)),
  recordImport: async (_root, { input }, context) =>
    written(context, await orders(context).recordImport(input)),
  recordCustomsPayment: async (_root, { input }, context) =>
    written(context, await orders(context).payCustoms(input)),
  confirmTaxInvoice: async (_root, { input }, context) =>
    written(context, await orders(context).confirm(input)),
  refuseTaxInvoice: async (_root, { input }, context) =>
    written(context, await orders(context).refuse(input)),
  correctTaxInvoice: async (_root, { input }, context) =>
    written(context, await orders(context).correct(input)),
  cancelTaxInvoice: async (_root, { input }, context) =>
    written(context, await orders(context).cancel(input)),
  recordTaxInvoices: async (_root, { input: { documents } }, context) => {
    if (documents.length < 1 || documents.length > MAX_BATCH)
      throw badInput('documents', documents.length, `a batch has 1–${String(MAX_BATCH)} documents`);
    const { writer, actor } = context;
    const batch = invoiceOrders(writer, actor, partiesTogether(writer.database, actor.companyId));
    const results = await Promise.all(
      documents.map(async (document, index) => {
        try {
          const { invoice } = await written(context, await record(batch, document));
          return { index, invoice, error: null };
        } catch (error) {
          return { index, invoice: null, error: itemError(error, context) };
        }
      }),
    );
    return { results };
  },
};

export const invoiceResolvers: Resolvers = {
  TaxInvoice: taxInvoice,
  TaxInvoiceLine: line,
  TaxInvoiceAdvance: {
    invoice: async ({ invoiceId }, _args, { loaders }) => {
      const row = await loaders.taxInvoice.load(invoiceId);
      if (row === null) throw new Error(`the advance ${invoiceId} is gone`);
      return row;
    },
    amount: ({ gross, currencyGross }) => currencyGross ?? gross,
    amountGel: ({ gross }) => gross,
  },
  Transaction: {
    // Whether there is such a transaction is the ledger's to say.
    __resolveReference: ({ id }) => ({ id }),
    taxInvoices: async ({ id }, _args, { loaders }) => {
      const found = await loaders.taxInvoiceIdsOfTransaction.load(id);
      const rows = await Promise.all(found.map(({ invoiceId }) => loaders.taxInvoice.load(invoiceId)));
      return rows.filter((row) => row !== null);
    },
  },
  TaxUnit: { name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? nameEn : nameKa) },
  VatGround: { name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? nameEn : nameKa) },
  Query: queries,
  Mutation: mutations,
};

function orders({ writer, actor }: TaxContext): Orders {
  return invoiceOrders(writer, actor);
}

/** The document as it is now, after a command on it. */
async function written({ loaders }: TaxContext, id: string): Promise<{ invoice: TaxInvoiceRow }> {
  const invoice = await loaders.taxInvoice.clear(id).load(id);
  if (invoice === null) throw new Error(`document ${id} is gone`);
  return { invoice };
}

function record(
  batch: Orders,
  { issued, received, import: declared }: RecordTaxInvoiceInput,
): Promise<string> {
  const given = [issued, received, declared].filter((one) => one !== null && one !== undefined);
  if (given.length !== 1) throw badInput('documents', given.length, 'each names exactly one document');
  if (issued) return batch.issueAtOnce(issued.invoice, issued.registration);
  if (received) return batch.receive(received);
  if (declared) return batch.recordImport(declared);
  throw new Error('a document of a batch is none of the three');
}

function itemError(error: unknown, { log, caller }: TaxContext): TaxInvoiceError {
  if (error instanceof DomainError) {
    const { field = null, value = null } = error.details;
    return { code: error.code, message: error.message, field, value };
  }
  log.error({ event: 'recordTaxInvoices.failed', requestId: caller.requestId, err: error });
  return { code: 'INTERNAL_SERVER_ERROR', message: 'internal error', field: null, value: null };
}

function checkFilter(filter: TaxInvoiceFilter): void {
  for (const field of ['from', 'to'] as const) if (filter[field]) parseDate(filter[field], `filter.${field}`);
  if (filter.counterpartyId && !isUuid(filter.counterpartyId))
    throw badInput('filter.counterpartyId', filter.counterpartyId, 'no such counterparty');
  demandSearchable(filter.search, 'filter.search');
}

/** An amount as the table has it, with the decimals of its currency. */
function inCurrency(amount: string, currency: string): string {
  return formatAmount(parseDatabaseAmount(amount), ISO_4217.get(currency));
}

/** `18.000000` → `18`. */
function withoutZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
