import type { Resolvers } from '../generated/types.ts';
import { recordTaxFiling } from './commands.ts';
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
    lateInterest: ({ late }) => late?.interest ?? null,
    latePenalty: ({ late }) => late?.penalty ?? null,
  },
};
