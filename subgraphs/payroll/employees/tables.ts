import { date, integer, jsonb, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { payrollSchema } from '../schema.ts';
import type { EmployeeCategory, PensionDecision, Relief, SealedIdentity, Sex } from './employee.ts';

export const employees = payrollSchema.table(
  'employees',
  {
    companyId: uuid('company_id').notNull(),
    id: uuid('id').notNull(),
    number: text('number').notNull(),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    firstNameEn: text('first_name_en'),
    lastNameEn: text('last_name_en'),
    category: text('category').$type<EmployeeCategory>().notNull(),
    residenceCountry: text('residence_country').notNull(),
    identityKind: text('identity_kind').$type<SealedIdentity['kind']>().notNull(),
    identitySealed: text('identity_sealed').notNull(),
    identityDigest: text('identity_digest').notNull(),
    birthDate: date('birth_date', { mode: 'string' }),
    sex: text('sex').$type<Sex>(),
    address: text('address'),
    accountSealed: text('account_sealed'),
    accountDigest: text('account_digest'),
    pension: jsonb('pension').$type<readonly PensionDecision[]>().notNull(),
    reliefs: jsonb('reliefs').$type<readonly Relief[]>().notNull(),
    version: integer('version').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.id] })],
);
