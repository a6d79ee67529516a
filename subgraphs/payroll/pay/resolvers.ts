import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, formatRate, GEL_MINOR_UNITS, parseAmount, type Amount } from '#shared/domain/money.ts';
import type { Resolvers } from '../generated/types.ts';
import { payOfGross, payOfNet, type Pay } from './calculate.ts';
import { payRulesOn } from './queries.ts';
import type { PayRules } from './rules.ts';

const shown = (amount: (pay: Pay) => Amount) => (pay: Pay) => formatAmount(amount(pay));
const share = (rate: (rules: PayRules) => bigint) => (rules: PayRules) => formatRate(rate(rules));

export const payResolvers: Resolvers = {
  Query: {
    payRules: (_root, { date }, { database }) => payRulesOn(database, date, 'date'),
    payCalculation: async (_root, { input }, { database }) => {
      const amount = parseAmount(input.amount, GEL_MINOR_UNITS, 'input.amount');
      if (amount <= 0n) throw badInput('input.amount', input.amount, 'a pay is more than zero');
      const relief = parseAmount(input.relief ?? '0', GEL_MINOR_UNITS, 'input.relief');
      if (relief < 0n) throw badInput('input.relief', input.relief, 'a relief is not negative');
      const rules = await payRulesOn(database, input.date, 'input.date');
      const circumstances = { isPensionParticipant: input.isPensionParticipant, relief };
      return input.basis === 'GROSS'
        ? payOfGross(amount, circumstances, rules)
        : payOfNet(amount, circumstances, rules);
    },
  },
  PayRules: {
    incomeTaxRate: share((rules) => rules.incomeTaxRate),
    employeePensionRate: share((rules) => rules.employeePensionRate),
    employerPensionRate: share((rules) => rules.employerPensionRate),
  },
  PayCalculation: {
    gross: shown((pay) => pay.gross),
    employeePension: shown((pay) => pay.employeePension),
    relief: shown((pay) => pay.relief),
    taxable: shown((pay) => pay.taxable),
    incomeTax: shown((pay) => pay.incomeTax),
    net: shown((pay) => pay.net),
    employerPension: shown((pay) => pay.employerPension),
    employerCost: shown((pay) => pay.employerCost),
  },
};
