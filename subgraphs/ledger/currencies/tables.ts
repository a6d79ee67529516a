import { integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ledgerSchema } from '../schema.ts';

/** Units that companies registered; the currencies of ISO 4217 are in `#shared/domain/currencies.ts`. */
export const customCurrencies = ledgerSchema.table(
  'custom_currencies',
  {
    companyId: uuid('company_id').notNull(),
    code: text('code').notNull(),
    minorUnits: integer('minor_units').notNull(),
    name: text('name').notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.code] })],
);
