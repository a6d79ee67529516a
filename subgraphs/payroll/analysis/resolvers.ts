import type { Resolvers } from '../generated/types.ts';
import { readMonths } from './months.ts';

export const analysisResolvers: Resolvers = {
  Query: {
    payrollMonths: (_root, given, { database, companyId }) => readMonths(database, companyId, given),
    payrollForecast: (_root, given, { forecasts, companyId }) => forecasts.read(companyId, given),
  },
};
