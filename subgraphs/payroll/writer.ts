import type { ConstraintTable, Database } from '#db/client.ts';
import { refusingLocked } from '#db/locked-documents.ts';
import { createSubgraphWriter, type SubgraphWriter } from '#db/subgraph-writer.ts';
import { numberTaken, personTaken } from './employees/decide.ts';
import type { PayrollFacts } from './facts.ts';
import { loadPayrollFacts } from './reference.ts';
import { paymentsChanged } from './payments/decide.ts';
import { runUnderWay, runOfMonth } from './runs/decide.ts';
import { SCHEMA } from './schema.ts';

/** What commands of payroll write through. */
export type PayrollWriter = SubgraphWriter<PayrollFacts>;

/**
 * The guards of the database and the refusals that they mean. The rules refuse first and name the field; these are for
 * races and for whatever reached the tables by another way.
 */
const CONSTRAINTS: ConstraintTable = {
  employees_number: numberTaken,
  employees_identity: personTaken,
  payments_as_counted: paymentsChanged,
  payments_once: paymentsChanged,
  runs_month: runOfMonth,
  runs_under_way: runUnderWay,
  ...refusingLocked(({ type }) => (type === 'LeaveProvision' ? 'month' : 'date')),
};

export function createPayrollWriter(database: Database): PayrollWriter {
  return createSubgraphWriter<PayrollFacts>({
    database,
    schema: SCHEMA,
    loadFacts: (companyId) => loadPayrollFacts(database, companyId),
    constraints: CONSTRAINTS,
  });
}
