import { boolean, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { VatRegistration } from '../profile/profile.ts';
import { taxSchema } from '../schema.ts';
import type { CounterpartyKind } from './counterparty.ts';

export const counterparties = taxSchema.table('counterparties', {
  companyId: uuid('company_id').notNull(),
  id: uuid('id').notNull(),
  kind: text('kind').$type<CounterpartyKind>().notNull(),
  country: text('country').notNull(),
  taxId: text('tax_id').notNull(),
  nameKa: text('name_ka').notNull(),
  nameEn: text('name_en'),
  address: text('address'),
  isResident: boolean('is_resident').notNull(),
  vatRegistrations: jsonb('vat_registrations').$type<VatRegistration[]>().notNull(),
  ibans: jsonb('ibans').$type<string[]>().notNull(),
  isActive: boolean('is_active').notNull(),
  version: integer('version').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string' }).notNull(),
});
