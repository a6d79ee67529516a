import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
let company: TestCompany;

beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  company = system.company(0);
});
afterAll(() => system.close());

interface Data {
  readonly taxProfile: object;
}

const UPDATE = `mutation ($input: UpdateTaxProfileInput!) {
  updateTaxProfile(input: $input) { profile { taxId regime vatRegistrations { from to } } }
}`;
const PROFILE = '{ taxProfile { taxId regime vatRegistrations { from to } } }';

describe('the tax profile of a company', () => {
  it('says at first that profit is taxed when it is distributed, and that no VAT is due', async () => {
    const { taxProfile } = await system.company(1).as('tax_specialist').query<Data>(PROFILE);
    expect(taxProfile).toEqual({ taxId: null, regime: 'DISTRIBUTED_PROFIT', vatRegistrations: [] });
  });

  it('keeps what is not named, and answers the same to the same key', async () => {
    const specialist = company.as('tax_specialist');
    const first = {
      taxId: '206322102',
      vatRegistrations: [{ from: '2024-03-01', to: '2025-02-28' }, { from: '2026-01-15' }],
      idempotencyKey: 'profile-1',
    };
    await specialist.query(UPDATE, { input: first });
    await specialist.query(UPDATE, { input: { regime: 'SMALL_BUSINESS' } });
    await specialist.query(UPDATE, { input: first });
    const { taxProfile } = await specialist.query<Data>(PROFILE);
    expect(taxProfile).toEqual({
      taxId: '206322102',
      regime: 'SMALL_BUSINESS',
      vatRegistrations: [
        { from: '2024-03-01', to: '2025-02-28' },
        { from: '2026-01-15', to: null },
      ],
    });
  });

  it.each([
    ['taxId', { taxId: '12345678' }],
    ['vatRegistrations.0.to', { vatRegistrations: [{ from: '2026-02-01', to: '2026-01-31' }] }],
    ['vatRegistrations.1.from', { vatRegistrations: [{ from: '2026-01-01' }, { from: '2026-06-01' }] }],
    [
      'vatRegistrations.1.from',
      { vatRegistrations: [{ from: '2026-01-01', to: '2026-03-31' }, { from: '2026-03-31' }] },
    ],
  ])('refuses what cannot be and names %s', async (field, input) => {
    const refusal = await company.as('tax_specialist').refusal(UPDATE, { input });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('is changed by those only who may submit returns', async () => {
    const refusal = await company.as('auditor').refusal(UPDATE, { input: { regime: 'SMALL_BUSINESS' } });
    expect(refusal.code).toBe('FORBIDDEN');
  });
});
