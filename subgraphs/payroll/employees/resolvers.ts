import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { formatDatabaseAmount } from '#shared/domain/money.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { demandSearchable } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { PayrollContext } from '../context.ts';
import type { EmployeeResolvers, Resolvers } from '../generated/types.ts';
import { createEmployee, updateEmployee } from './commands.ts';
import { masked } from './private.ts';
import { reliefBalance } from './relief-balance.ts';
import { usedReliefKey } from '../loaders.ts';
import { listEmployees, readReliefGrounds, type EmployeeKey, type EmployeeRow } from './queries.ts';

export interface WrittenEmployee {
  readonly employeeId: string;
}

const nameCursor: z.ZodType<EmployeeKey> = z.tuple([z.string().max(100), z.string().max(100), z.uuid()]);

const employee: EmployeeResolvers = {
  __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.employee.load(id) : null),
  personalNumber: (row, _args, context) =>
    row.identityKind === 'PERSONAL_NUMBER' ? identityOf(row, context) : null,
  passportNumber: (row, _args, context) =>
    row.identityKind === 'PASSPORT' ? identityOf(row, context) : null,
  maskedIdentity: (row, _args, context) => masked(identityOf(row, context)),
  iban: accountOf,
  maskedIban: (row, _args, context) => {
    const account = accountOf(row, {}, context);
    return account === null ? null : masked(account);
  },
  pension: ({ pension }) => [...pension],
  reliefs: ({ reliefs }) => [...reliefs],
  reliefBalance: async ({ id, reliefs }, { year }, { loaders }) => {
    // Nobody was paid then, and dates of four digits are compared as texts.
    if (year < 2000 || year > 2200) return null;
    const row = await loaders.usedRelief.load(usedReliefKey({ employeeId: id, year }));
    return reliefBalance(reliefs, year, row?.used ?? null);
  },
  employments: ({ id }, _args, { loaders }) => loaders.employmentsOf.load(id),
};

export const employeeResolvers: Resolvers = {
  Employee: employee,
  EmployeePayload: {
    employee: ({ employeeId }, _args, context) => demandEmployee(context, employeeId),
  },
  TaxReliefGround: {
    yearlyLimit: ({ yearlyLimit }) => formatDatabaseAmount(yearlyLimit),
  },
  Query: {
    employee: (_root, { id }, { loaders }) => (isUuid(id) ? loaders.employee.load(id) : null),
    employees: async (_root, { first, after, filter }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor: nameCursor });
      demandSearchable(filter?.search, 'filter.search');
      const employedOn = filter?.employedOn ? parseDate(filter.employedOn, 'filter.employedOn') : null;
      const conditions = { ...filter, employedOn };
      const { rows, totalCount } = await listEmployees(database, companyId, conditions, page);
      const keyOf = ({ lastName, firstName, id }: EmployeeRow): EmployeeKey => [lastName, firstName, id];
      return { ...connectionFromPage(rows, page, keyOf), totalCount };
    },
    taxReliefGrounds: async (_root, { date: given }, { database }) => {
      const date = parseDate(given, 'date');
      const grounds = await readReliefGrounds(database);
      return grounds.filter(
        ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
      );
    },
  },
  Mutation: {
    createEmployee: async (_root, { input }, context) => ({
      employeeId: await createEmployee(context, context.actor, input),
    }),
    updateEmployee: async (_root, { input }, context) => ({
      employeeId: await updateEmployee(context, context.actor, input),
    }),
  },
};

function identityOf({ id, identitySealed }: EmployeeRow, { sealing }: PayrollContext): string {
  return sealing.open(identitySealed, id);
}

function accountOf(
  { id, accountSealed }: EmployeeRow,
  _args: object,
  { sealing }: PayrollContext,
): string | null {
  return accountSealed === null ? null : sealing.open(accountSealed, id);
}

/** The employee as it is now, after a command on the file. */
async function demandEmployee({ loaders }: PayrollContext, id: string): Promise<EmployeeRow> {
  const row = await loaders.employee.clear(id).load(id);
  if (row === null) throw new Error(`employee ${id} is gone`);
  return row;
}
