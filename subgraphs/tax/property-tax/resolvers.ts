import { isUuid } from '#shared/domain/ids.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { Resolvers } from '../generated/types.ts';
import { setPropertyValues } from './commands.ts';
import { readPropertyTax } from './queries.ts';
import { propertyValuesId, propertyValuesKind } from './values.ts';

export const propertyTaxResolvers: Resolvers = {
  Query: {
    propertyTaxReturn: (_root, { year }, { database, companyId }) =>
      readPropertyTax(database, companyId, year),
  },
  Mutation: {
    setPropertyValues: async (_root, { input }, { writer, actor, database, companyId }) => {
      await setPropertyValues(writer, actor, input);
      return { propertyTaxReturn: await readPropertyTax(database, companyId, input.year) };
    },
  },
  PropertyTaxReturn: {
    due: ({ term }) => term.due,
    advanceDue: ({ advanceTerm }) => advanceTerm.due,
    accounts: ({ accounts }) => [...accounts],
    months: ({ months }, _args, { companyId }) =>
      months.map((said) => ({ id: propertyValuesId(companyId, said), ...said, values: [...said.values] })),
    missingMonths: ({ missingMonths }) => [...missingMonths],
    average: ({ average }) => formatAmount(average),
    tax: ({ tax }) => formatAmount(tax),
    advance: ({ advance }) => formatAmount(advance),
    toPay: ({ tax, advance }) => formatAmount(tax - advance),
  },
  PropertyValues: {
    __resolveReference: async ({ id }, { writer, companyId }) => {
      if (!isUuid(id)) return null;
      const { said } = await writer.load(companyId, id, propertyValuesKind);
      return said === null ? null : { id, ...said, values: [...said.values] };
    },
  },
  PropertyTaxAccount: {
    opening: ({ opening }) => formatAmount(opening),
    closing: ({ closing }) => formatAmount(closing),
    average: ({ average }) => formatAmount(average),
  },
};
