import { demandEmployment } from '../employments/resolvers.ts';
import type { PayComponentResolvers, Resolvers } from '../generated/types.ts';
import { addPayComponent, cancelPayComponent, endPayComponent } from './commands.ts';

const component: PayComponentResolvers = {
  amount: (given) => ('amount' in given ? given.amount : null),
  basis: (given) => ('basis' in given ? given.basis : null),
  hours: (given) => ('hours' in given ? given.hours : null),
  multiplier: (given) => ('multiplier' in given ? given.multiplier : null),
  share: (given) => ('share' in given ? given.share : null),
  priority: (given) => ('priority' in given ? given.priority : null),
  mostShare: (given) => ('mostShare' in given ? given.mostShare : null),
  totalLimit: (given) => ('totalLimit' in given ? given.totalLimit : null),
};

export const componentResolvers: Resolvers = {
  PayComponent: component,
  PayComponentPayload: {
    component: async ({ componentId, employmentId }, _args, { loaders }) => {
      const all = await loaders.componentsOf.load(employmentId);
      return all.find(({ id }) => id === componentId) ?? null;
    },
    employment: ({ employmentId }, _args, context) => demandEmployment(context, employmentId),
  },
  Mutation: {
    addPayComponent: (_root, { input }, { writer, actor }) => addPayComponent(writer, actor, input),
    endPayComponent: (_root, { input }, { writer, actor }) => endPayComponent(writer, actor, input),
    cancelPayComponent: (_root, { input }, { writer, actor }) => cancelPayComponent(writer, actor, input),
  },
};
