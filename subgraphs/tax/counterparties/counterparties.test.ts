import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System } from '#test/system.ts';
import type { Caller } from '#test/caller.ts';

let system: System;
let us: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  us = system.company(0).as('tax_specialist');
});
afterAll(() => system.close());

const FIELDS =
  'id kind country taxId name(language: EN) isResident ibans isActive version vatRegistrations { from to }';
const CREATE = `mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { ${FIELDS} } } }`;
const UPDATE = `mutation ($input: UpdateCounterpartyInput!) { updateCounterparty(input: $input) { counterparty { ${FIELDS} } } }`;
const DEACTIVATE = `mutation ($input: CounterpartyActionInput!) { deactivateCounterparty(input: $input) { counterparty { ${FIELDS} } } }`;
const ACTIVATE = DEACTIVATE.replace('deactivate', 'activate');
const FIND = `query ($id: ID, $taxId: String) { counterparty(id: $id, taxId: $taxId) { ${FIELDS} } }`;
const LIST = `query ($filter: CounterpartyFilter, $first: Int, $after: String) {
  counterparties(first: $first, after: $after, filter: $filter) { edges { node { taxId } } pageInfo { hasNextPage endCursor } }
}`;

interface Found {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}
interface Page {
  readonly counterparties: {
    readonly edges: readonly { readonly node: { readonly taxId: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

async function create(input: object, caller = us): Promise<Found> {
  const data = await caller.query<{ createCounterparty: { counterparty: Found } }>(CREATE, { input });
  return data.createCounterparty.counterparty;
}

describe('counterparties', () => {
  it('are added with all that is known of them, once for a key', async () => {
    const input = {
      kind: 'COMPANY',
      taxId: '206322102',
      name: 'შპს მყიდველი',
      nameEn: 'Buyer LLC',
      ibans: ['GE29 NB00 0000 0101 9049 17'],
      vatRegistrations: [{ from: '2024-01-01' }],
      idempotencyKey: 'buyer',
    };
    const first = await create(input);
    expect(first).toMatchObject({
      kind: 'COMPANY',
      country: 'GE',
      name: 'Buyer LLC',
      isResident: true,
      ibans: ['GE29NB0000000101904917'],
      isActive: true,
      version: 1,
    });
    expect(await create(input)).toEqual(first);
    const { counterparty } = await us.query<{ counterparty: Found }>(FIND, { taxId: '206322102' });
    expect(counterparty).toEqual(first);
  });

  it('are known by one number each, within a company', async () => {
    const input = { kind: 'PERSON', taxId: '01001000001', name: 'პირი' };
    await create(input);
    expect(await us.refusal(CREATE, { input })).toMatchObject({ code: 'CONFLICT', field: 'taxId' });
    await create(input, system.company(1).as('tax_specialist'));
  });

  it('are changed in the version that was seen, and rest when nothing changes', async () => {
    const { id } = await create({ kind: 'FOREIGN', country: 'DE', taxId: 'DE 123', name: 'Lieferant GmbH' });
    const input = { id, expectedVersion: 1, address: 'Berlin' };
    const { updateCounterparty } = await us.query<{ updateCounterparty: { counterparty: Found } }>(UPDATE, {
      input,
    });
    expect(updateCounterparty.counterparty).toMatchObject({ version: 2, isResident: false });
    expect((await us.refusal(UPDATE, { input })).code).toBe('CONFLICT');
    await us.query(UPDATE, { input: { id, address: 'Berlin' } });
    await us.query(DEACTIVATE, { input: { id } });
    await us.query(ACTIVATE, { input: { id } });
    await us.query(DEACTIVATE, { input: { id } });
    const { counterparty } = await us.query<{ counterparty: Found }>(FIND, { id });
    expect(counterparty).toMatchObject({ version: 5, isActive: false });
  });

  it('are found by number and name, a page after the other', async () => {
    for (const [index, name] of ['გვერდი ა', 'გვერდი ბ', 'გვერდი გ'].entries())
      await create({ kind: 'COMPANY', taxId: `30000000${String(index)}`, name });
    const filter = { search: 'გვერდი' };
    const { counterparties: first } = await us.query<Page>(LIST, { filter, first: 2 });
    const { counterparties: rest } = await us.query<Page>(LIST, {
      filter,
      first: 2,
      after: first.pageInfo.endCursor,
    });
    expect([...first.edges, ...rest.edges].map(({ node }) => node.taxId)).toEqual([
      '300000000',
      '300000001',
      '300000002',
    ]);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    const { counterparties: one } = await us.query<Page>(LIST, { filter: { search: '300000001' }, first: 5 });
    expect(one.edges).toHaveLength(1);
  });

  it.each([
    ['taxId', { kind: 'COMPANY', taxId: '12345678', name: 'x' }],
    ['taxId', { kind: 'COMPANY', taxId: '1234567890', name: 'x' }],
    ['taxId', { kind: 'PERSON', taxId: '123456789', name: 'x' }],
    ['taxId', { kind: 'PERSON', taxId: '1234567890a', name: 'x' }],
    ['taxId', { kind: 'FOREIGN', country: 'DE', taxId: '', name: 'x' }],
    ['country', { kind: 'FOREIGN', taxId: '1', name: 'x' }],
    ['country', { kind: 'FOREIGN', country: 'GE', taxId: '1', name: 'x' }],
    ['country', { kind: 'COMPANY', country: 'DE', taxId: '123456789', name: 'x' }],
    ['name', { kind: 'COMPANY', taxId: '123456789', name: ' ' }],
    ['ibans.0', { kind: 'COMPANY', taxId: '123456789', name: 'x', ibans: ['GE28NB0000000101904917'] }],
    ['ibans.0', { kind: 'COMPANY', taxId: '123456789', name: 'x', ibans: ['GE29NB000000010190491'] }],
    [
      'ibans.1',
      {
        kind: 'COMPANY',
        taxId: '123456789',
        name: 'x',
        ibans: ['GE29NB0000000101904917', 'GE29NB0000000101904917'],
      },
    ],
    [
      'vatRegistrations.0.to',
      {
        kind: 'COMPANY',
        taxId: '123456789',
        name: 'x',
        vatRegistrations: [{ from: '2026-02-01', to: '2026-01-01' }],
      },
    ],
  ])('refuses a wrong %s', async (field, input) => {
    expect(await us.refusal(CREATE, { input })).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('are written by those only who may write tax documents', async () => {
    const input = { kind: 'COMPANY', taxId: '400000000', name: 'x' };
    expect((await system.company(0).as('auditor').refusal(CREATE, { input })).code).toBe('FORBIDDEN');
  });
});
