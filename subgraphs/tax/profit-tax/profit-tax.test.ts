import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
let company: TestCompany;
beforeAll(async () => {
  system = await startSystem({ companies: 3 });
  company = system.company(0);
});
afterAll(() => system.close());

interface Charge {
  readonly id: string;
  readonly taxable: string;
  readonly tax: string;
  readonly reversedOn: string | null;
}

const CHARGE = `mutation ($input: ChargeProfitTaxInput!) {
  chargeProfitTax(input: $input) { charge { id taxable tax reversedOn } }
}`;
const REVERSE = `mutation ($input: ReverseProfitTaxChargeInput!) {
  reverseProfitTaxCharge(input: $input) { charge { id reversedOn reversalReason } }
}`;
const RETURN = `query ($year: Int!, $month: Int!, $after: String) {
  profitTaxReturn(year: $year, month: $month) {
    due amount taxable tax
    rows { kind title amount taxable tax }
    lines(first: 2, after: $after) {
      edges { node { date isReversal amount taxable tax charge { id description } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

async function charge(given: object, by: TestCompany = company): Promise<Charge> {
  const input = {
    date: '2026-01-20',
    kind: 'DIVIDEND',
    amount: '8500.00',
    description: 'Dividend of 2025',
    ...given,
  };
  const { chargeProfitTax } = await by
    .as('tax_specialist')
    .query<{ chargeProfitTax: { charge: Charge } }>(CHARGE, { input });
  return chargeProfitTax.charge;
}

async function monthOf(by: TestCompany, month: number, after?: string) {
  const { profitTaxReturn } = await by.as('auditor').query<{
    profitTaxReturn: {
      due: string;
      amount: string;
      taxable: string;
      tax: string;
      rows: object[];
      lines: {
        edges: { node: { charge: { id: string }; tax: string; isReversal: boolean } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
  }>(RETURN, { year: 2026, month, after });
  return profitTaxReturn;
}

/** Requests to the ledger in the log of tax, of one charge. */
async function requestsFor(id: string): Promise<object[]> {
  const rows = await system.owner.sql<{ type: string; data: object }[]>`
    select event_type as type, data from tax.event_store
    where data -> 'source' ->> 'id' = ${id} and event_type like 'Posting%' order by seq`;
  return rows.map(({ type, data }) => ({ type, ...data }));
}

describe('profit tax on what is distributed', () => {
  it.each([
    ['8500.00', '10000.00', '1500.00'],
    ['1000.00', '1176.47', '176.47'],
    ['10000.00', '11764.71', '1764.71'],
    ['1.00', '1.18', '0.18'],
    ['0.02', '0.02', '0.00'],
  ])('of %s is taxed on %s: %s', async (amount, taxable, tax) => {
    expect(await charge({ amount }, system.company(1))).toMatchObject({ taxable, tax });
  });

  it('asks the ledger to post the expense against the liability', async () => {
    const { id } = await charge({ amount: '1000.00', description: 'Gift to a partner', kind: 'FREE_SUPPLY' });
    expect(await requestsFor(id)).toEqual([
      {
        type: 'PostingRequested',
        source: { subgraph: 'tax', type: 'ProfitTaxCharge', id, purpose: 'charge' },
        date: '2026-01-20',
        description: 'Gift to a partner',
        entries: [
          { accountCode: '9210', debit: '176.47' },
          { accountCode: '3310', credit: '176.47' },
        ],
      },
    ]);
    await company
      .as('tax_specialist')
      .query(REVERSE, { input: { id, date: '2026-01-31', reason: 'Returned' } });
    expect((await requestsFor(id)).at(-1)).toMatchObject({
      type: 'PostingReversalRequested',
      date: '2026-01-31',
      reason: 'Returned',
    });
  });

  it('makes a return of the month, whose reversals count in the month of their own', async () => {
    const other = system.company(2);
    const dividend = await charge({}, other);
    const loan = await charge({ kind: 'LOAN_TO_INDIVIDUAL_OR_NON_RESIDENT', amount: '1000.00' }, other);
    await charge({ kind: 'DIVIDEND', amount: '1.00', date: '2026-01-31' }, other);
    await charge({ kind: 'DIVIDEND', amount: '5.00', date: '2026-02-01' }, other);
    const input = { id: loan.id, date: '2026-02-10', reason: 'The loan was paid back' };
    await other.as('tax_specialist').query(REVERSE, { input });

    const january = await monthOf(other, 1);
    expect(january).toMatchObject({
      due: '2026-02-16',
      amount: '9501.00',
      taxable: '11177.65',
      tax: '1676.65',
      rows: [
        {
          kind: 'DIVIDEND',
          title: 'განაწილებული მოგება',
          amount: '8501.00',
          taxable: '10001.18',
          tax: '1500.18',
        },
        { kind: 'LOAN_TO_INDIVIDUAL_OR_NON_RESIDENT', amount: '1000.00', taxable: '1176.47', tax: '176.47' },
      ],
    });
    const rest = await monthOf(other, 1, january.lines.pageInfo.endCursor);
    const lines = [...january.lines.edges, ...rest.lines.edges].map(({ node }) => node);
    expect(january.lines.pageInfo.hasNextPage).toBe(true);
    expect(rest.lines.pageInfo.hasNextPage).toBe(false);
    expect(lines.map(({ charge: { id } }) => id).slice(0, 2)).toEqual([dividend.id, loan.id]);
    expect(lines.map(({ tax }) => tax)).toEqual(['1500.00', '176.47', '0.18']);

    const february = await monthOf(other, 2);
    expect(february).toMatchObject({ due: '2026-03-16', amount: '-995.00', tax: '-175.59' });
    expect(february.lines.edges.map(({ node }) => [node.isReversal, node.tax])).toEqual([
      [false, '0.88'],
      [true, '-176.47'],
    ]);
  });

  it('is charged once for one key', async () => {
    const once = { idempotencyKey: 'charge-once', amount: '3.00' };
    expect((await charge(once)).id).toBe((await charge(once)).id);
  });

  it('may be on a counterparty of the company’s only', async () => {
    const input = { date: '2026-01-20', kind: 'OTHER', amount: '1.00', description: 'x' };
    const stranger = '018f0000-0000-7000-8000-000000000000';
    const refusal = await company
      .as('tax_specialist')
      .refusal(CHARGE, { input: { ...input, counterpartyId: stranger } });
    expect(refusal).toMatchObject({ code: 'NOT_FOUND', field: 'counterpartyId' });
  });

  it.each([
    ['amount', { amount: '0.00' }],
    ['amount', { amount: '-1.00' }],
    ['amount', { amount: '1.001' }],
    ['description', { description: ' ' }],
    ['date', { date: '2016-12-31' }],
  ])('refuses what cannot be and names %s', async (field, given) => {
    const input = { date: '2026-01-20', kind: 'OTHER', amount: '1.00', description: 'x', ...given };
    const refusal = await company.as('tax_specialist').refusal(CHARGE, { input });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('is reversed once, and not before it was charged', async () => {
    const specialist = company.as('tax_specialist');
    const { id } = await charge({});
    const reversal = { id, date: '2026-01-25', reason: 'mistake' };
    const early = await specialist.refusal(REVERSE, { input: { ...reversal, date: '2026-01-19' } });
    expect(early).toMatchObject({ code: 'BAD_USER_INPUT', field: 'date' });
    await specialist.query(REVERSE, { input: reversal });
    const again = await specialist.refusal(REVERSE, { input: reversal });
    expect(again).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
    const unknown = await specialist.refusal(REVERSE, { input: { ...reversal, id: 'nothing' } });
    expect(unknown).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
  });

  it('is no tax of a small business', async () => {
    const specialist = system.company(1).as('tax_specialist');
    await specialist.query(
      'mutation { updateTaxProfile(input: { regime: SMALL_BUSINESS }) { profile { regime } } }',
    );
    const input = { date: '2026-01-20', kind: 'OTHER', amount: '1.00', description: 'x' };
    expect((await specialist.refusal(CHARGE, { input })).code).toBe('INVALID_TRANSITION');
  });

  it('has no return of a month that is none', async () => {
    const refusal = await company.as('tax_specialist').refusal(RETURN, { year: 2026, month: 13 });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: 'month' });
  });

  it('is charged by those only who may write taxes', async () => {
    const input = { date: '2026-01-20', kind: 'OTHER', amount: '1.00', description: 'x' };
    expect((await company.as('auditor').refusal(CHARGE, { input })).code).toBe('FORBIDDEN');
  });
});
