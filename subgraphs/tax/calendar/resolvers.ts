import { isUuid } from '#shared/domain/ids.ts';
import type { Resolvers } from '../generated/types.ts';
import { recordTaxFiling } from './commands.ts';
import { filingId, filingKind } from './filing.ts';
import { taxCalendar } from './queries.ts';

export const calendarResolvers: Resolvers = {
  Query: {
    taxCalendar: (_root, { from, to, asOf }, { database, companyId }) =>
      taxCalendar(database, companyId, from, to, asOf ?? undefined),
  },
  Mutation: {
    recordTaxFiling: async (_root, { input }, { writer, actor, database, companyId }) => {
      const { due, deadline } = await recordTaxFiling(writer, actor, input);
      const sameDay = await taxCalendar(database, companyId, due, due);
      const ofPeriod = sameDay.filter(
        ({ term }) => term.deadline.code === deadline.code && term.period.year === input.year,
      );
      return { obligation: ofPeriod[0] ?? null };
    },
  },
  TaxFiling: {
    __resolveReference: async ({ id }, { writer, companyId }) => {
      if (!isUuid(id)) return null;
      const { key, filedOn, amount } = await writer.load(companyId, id, filingKind);
      if (key === null) return null;
      const { code, year, month } = key;
      return { id, code, period: { year, month: month === 0 ? null : month }, filedOn, filedAmount: amount };
    },
  },
  TaxObligation: {
    code: ({ term }) => term.deadline.code,
    tax: ({ term }) => term.deadline.tax,
    kind: ({ term }) => term.deadline.kind,
    title: ({ term }, { language }) => (language === 'EN' ? term.deadline.titleEn : term.deadline.titleKa),
    form: ({ term }, { language }) => (language === 'EN' ? term.deadline.formEn : term.deadline.formKa),
    year: ({ term }) => term.period.year,
    month: ({ term }) => term.period.month,
    legalDay: ({ term }) => term.legalDay,
    due: ({ term }) => term.due,
    source: ({ term }) => term.deadline.source,
    filing: ({ term: { deadline, period }, filedOn, filedAmount }, _args, { companyId }) => {
      const { code } = deadline;
      // The VAT return and the customs declaration are documents of their own.
      if (filedOn === null || code === 'VAT' || code === 'CUSTOMS') return null;
      const id = filingId(companyId, { code, year: period.year, month: period.month ?? 0 });
      return { id, code, period, filedOn, filedAmount: filedAmount ?? null };
    },
    filedAmount: ({ filedAmount }) => filedAmount ?? null,
    payrollAmount: ({ payrollAmount }) => payrollAmount ?? '0.00',
    // The charges of a customs declaration are paid at once, or not at all.
    paid: ({ paid, filedOn, amount }) => paid ?? (filedOn === null ? '0.00' : (amount ?? '0.00')),
    outstanding: ({ outstanding, filedOn, amount }) =>
      outstanding === undefined ? (filedOn === null ? amount : '0.00') : outstanding,
    payments: ({ payments }) => [...(payments ?? [])],
    lateInterest: ({ late }) => late?.interest ?? null,
    latePenalty: ({ late }) => late?.penalty ?? null,
  },
};
