import { jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { taxSchema } from '../schema.ts';
import type { TaxRegime, VatRegistration } from './profile.ts';

export const profiles = taxSchema.table('profiles', {
  companyId: uuid('company_id').primaryKey(),
  taxId: text('tax_id'),
  regime: text('regime').$type<TaxRegime>().notNull(),
  vatRegistrations: jsonb('vat_registrations').$type<readonly VatRegistration[]>().notNull(),
});
