import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { goodsOf } from '#test/goods.ts';
import { payrollOf } from '#test/payroll.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 4, chart: loadChart(), years: [2026] });
});
afterAll(() => system.close());

async function lock(company: TestCompany, area: string, until: string | null): Promise<void> {
  await company
    .as('chief_accountant')
    .query('mutation ($input: SetLockDateInput!) { setLockDate(input: $input) { lockDate { until } } }', {
      input: { area, until, reason: 'looked through' },
    });
}

/** Lets the administrator, who does everything here, go past a lock; answers the exception. */
async function letPass(company: TestCompany, area: string): Promise<string> {
  const { grantLockException } = await company.as('chief_accountant').query<{
    grantLockException: { lockException: { id: string } };
  }>('mutation ($input: GrantLockExceptionInput!) { grantLockException(input: $input) { lockException { id } } }', {
    input: {
      area,
      userId: company.users.admin.id,
      until: new Date(Date.now() + 3_600_000).toISOString(),
      reason: 'a late paper',
    },
  });
  return grantLockException.lockException.id;
}

const REVOKE =
  'mutation ($input: RevokeLockExceptionInput!) { revokeLockException(input: $input) { lockException { transactionIds } } }';

/** Ends it, and answers what went past the lock by it. */
async function passed(company: TestCompany, id: string): Promise<string[]> {
  const { revokeLockException } = await company.as('chief_accountant').query<{
    revokeLockException: { lockException: { transactionIds: string[] } };
  }>(REVOKE, { input: { id, reason: 'done' } });
  return revokeLockException.lockException.transactionIds;
}

const refusedOn = (area: string, field: string, value: string, until: string) => ({
  ...{ code: 'PERIOD_CLOSED', field, value, area, until },
  message: `${field}: ${area} is locked until ${until}, so also on ${value}`,
});

describe('in a time that is locked for taxes', () => {
  const UNTIL = '2026-03-31';
  const ISSUE =
    'mutation ($input: IssueTaxInvoiceInput!) { issueTaxInvoice(input: $input) { invoice { id status } } }';
  const CANCEL =
    'mutation ($input: TaxInvoiceReasonInput!) { cancelTaxInvoice(input: $input) { invoice { status } } }';
  const CORRECT =
    'mutation ($input: CorrectTaxInvoiceInput!) { correctTaxInvoice(input: $input) { invoice { id } } }';
  const CHARGE =
    'mutation ($input: ChargeProfitTaxInput!) { chargeProfitTax(input: $input) { charge { id } } }';
  const REVERSE =
    'mutation ($input: ReverseProfitTaxChargeInput!) { reverseProfitTaxCharge(input: $input) { charge { id } } }';
  const charge = (date: string) => ({
    input: { date, kind: 'DIVIDEND', amount: '85.00', description: 'dividend' },
  });
  let company: TestCompany;
  let us: Caller;
  let buyer: string;
  beforeAll(async () => {
    company = system.company(0);
    us = company.as('admin');
    await us.query(
      'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
      { input: { taxId: '200000000', vatRegistrations: [{ from: '2026-01-01' }] } },
    );
    const { createCounterparty } = await us.query<{
      createCounterparty: { counterparty: { id: string } };
    }>(
      'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
      { input: { kind: 'COMPANY', taxId: '206322102', name: 'მყიდველი' } },
    );
    buyer = createCounterparty.counterparty.id;
  });

  async function draft(operationDate: string): Promise<string> {
    const { createTaxInvoice } = await us.query<{ createTaxInvoice: { invoice: { id: string } } }>(
      'mutation ($input: TaxInvoiceInput!) { createTaxInvoice(input: $input) { invoice { id } } }',
      {
        input: {
          counterpartyId: buyer,
          operationDate,
          lines: [{ name: 'საქონელი', unit: 1, quantity: '1', unitPrice: '118.00', treatment: 'STANDARD' }],
        },
      },
    );
    return createTaxInvoice.invoice.id;
  }

  async function posted(id: string): Promise<string | undefined> {
    const { taxInvoice } = await us.query<{
      taxInvoice: { postings: { transaction: { id: string } | null }[] };
    }>('query ($id: ID!) { taxInvoice(id: $id) { postings { transaction { id } } } }', { id });
    return taxInvoice.postings[0]?.transaction?.id;
  }

  it('an invoice is not issued, and stays a draft; behind the lock it is', async () => {
    const [inside, behind] = [await draft('2026-03-31'), await draft('2026-04-01')];
    await lock(company, 'TAX', UNTIL);
    expect(await us.refusal(ISSUE, { input: { id: inside } })).toMatchObject(
      refusedOn('TAX', 'operationDate', '2026-03-31', UNTIL),
    );
    await us.query(ISSUE, { input: { id: behind } });
    await lock(company, 'TAX', null);
    expect(await us.query(ISSUE, { input: { id: inside } })).toMatchObject({
      issueTaxInvoice: { invoice: { status: 'ISSUED' } },
    });
  });

  it('what is taken back goes by the day of its reversal', async () => {
    const issued = await draft('2026-02-10');
    await us.query(ISSUE, { input: { id: issued } });
    const { chargeProfitTax } = await us.query<{ chargeProfitTax: { charge: { id: string } } }>(
      CHARGE,
      charge('2026-03-10'),
    );
    await lock(company, 'TAX', UNTIL);
    const { id } = chargeProfitTax.charge;
    // An invoice is cancelled as of its own day.
    expect(await us.refusal(CANCEL, { input: { id: issued, reason: 'wrong' } })).toMatchObject(
      refusedOn('TAX', 'operationDate', '2026-02-10', UNTIL),
    );
    expect(
      await us.refusal(CORRECT, {
        input: {
          id: issued,
          date: '2026-03-30',
          reason: 'PRICE_CHANGED',
          lines: [{ name: 'საქონელი', unit: 1, quantity: '1', unitPrice: '59.00', treatment: 'STANDARD' }],
        },
      }),
    ).toMatchObject(refusedOn('TAX', 'date', '2026-03-30', UNTIL));
    expect(await us.refusal(CHARGE, charge('2026-03-11'))).toMatchObject(
      refusedOn('TAX', 'date', '2026-03-11', UNTIL),
    );
    expect(await us.refusal(REVERSE, { input: { id, date: '2026-03-20', reason: 'wrong' } })).toMatchObject(
      refusedOn('TAX', 'date', '2026-03-20', UNTIL),
    );
    expect(await us.query(REVERSE, { input: { id, date: '2026-04-20', reason: 'wrong' } })).toMatchObject({
      reverseProfitTaxCharge: { charge: { id } },
    });
  });

  it('whoever has an exception passes, and nobody else; the ledger writes down by what', async () => {
    await lock(company, 'TAX', UNTIL);
    const [ours, other] = [await draft('2026-03-15'), await draft('2026-03-16')];
    const exception = await letPass(company, 'TAX');
    await us.query(ISSUE, { input: { id: ours } });
    expect(await company.as('tax_specialist').refusal(ISSUE, { input: { id: other } })).toMatchObject(
      refusedOn('TAX', 'operationDate', '2026-03-16', UNTIL),
    );
    await expect.poll(() => posted(ours)).toBeDefined();
    expect(await passed(company, exception)).toEqual([await posted(ours)]);
    expect(await us.refusal(ISSUE, { input: { id: other } })).toMatchObject({ code: 'PERIOD_CLOSED' });
  });
});

describe('in a time that is locked for payroll', () => {
  const POST = 'mutation ($input: PostPayrollRunInput!) { postPayrollRun(input: $input) { run { state } } }';

  it('a run is not posted, and stays approved; behind the lock, or with an exception, it is', async () => {
    const company = system.company(1);
    const payroll = await payrollOf(system, company);
    await payroll.employ({ pay: { amount: '1000.00' } });
    const approved = async (month: number) => {
      const { id, digest } = await payroll.start(2026, month);
      await payroll.command('approvePayrollRun', { id, digest }, payroll.approver);
      return id;
    };
    await lock(company, 'PAYROLL', '2026-04-30');
    const march = await approved(3);
    for (const [date, day] of [
      [undefined, '2026-03-31'],
      ['2026-04-30', '2026-04-30'],
    ] as const)
      expect(await payroll.keeper.refusal(POST, { input: { id: march, date } })).toMatchObject(
        refusedOn('PAYROLL', 'date', day, '2026-04-30'),
      );
    expect((await payroll.past(march, '')).state).toBe('APPROVED');
    await payroll.command('postPayrollRun', { id: march, date: '2026-05-01' });
    expect((await payroll.past(march, 'POSTING')).state).toBe('POSTED');

    const april = await approved(4);
    const exception = await letPass(company, 'PAYROLL');
    await payroll.command('postPayrollRun', { id: april });
    const posted = await payroll.past(april, 'POSTING');
    expect(posted.state).toBe('POSTED');
    expect(await passed(company, exception)).toEqual([posted.transaction?.id]);
  });

  it('pay is not paid', async () => {
    const company = system.company(2);
    const payroll = await payrollOf(system, company);
    const { employee } = await payroll.employ({ pay: { amount: '1000.00' } });
    const run = await payroll.pay(2026, 5);
    await lock(company, 'PAYROLL', '2026-06-10');
    const pay = (date: string) => ({ input: { runId: run.id, date, employeeIds: [employee] } });
    const CASH =
      'mutation ($input: PayPayrollInCashInput!) { payPayrollInCash(input: $input) { file { id } } }';
    expect(await payroll.keeper.refusal(CASH, pay('2026-06-10'))).toMatchObject(
      refusedOn('PAYROLL', 'date', '2026-06-10', '2026-06-10'),
    );
    await payroll.keeper.query(CASH, pay('2026-06-11'));
  });
});

describe('in a time that is locked for inventory', () => {
  const UNTIL = '2026-03-31';

  it('a movement is neither approved nor posted, also one that moves no value; with an exception it is', async () => {
    const company = system.company(3);
    const goods = goodsOf(company.as('admin'));
    const [itemId, from, to] = [await goods.item(), await goods.warehouse(), await goods.warehouse()];
    const receipt = (date: string) => ({
      kind: 'RECEIPT',
      date,
      warehouseId: from,
      lines: [{ itemId, quantity: '10', amount: '100.00' }],
    });
    const first = await goods.record(receipt('2026-02-01'));
    const draft = await goods.command('create', receipt('2026-03-10'));
    const approved = await goods.command('create', receipt('2026-03-11'));
    await goods.command('approve', { id: approved.id });
    await lock(company, 'INVENTORY', UNTIL);

    const refused = (date: string) => refusedOn('INVENTORY', 'bookingDate', date, UNTIL);
    expect(await goods.refusal('approve', { id: draft.id })).toMatchObject(refused('2026-03-10'));
    expect(await goods.refusal('post', { id: approved.id })).toMatchObject(refused('2026-03-11'));
    expect(await goods.refusal('record', receipt('2026-03-31'))).toMatchObject(refused('2026-03-31'));
    const transfer = {
      kind: 'TRANSFER',
      warehouseId: from,
      toWarehouseId: to,
      lines: [{ itemId, quantity: '1' }],
    };
    expect(await goods.refusal('record', { ...transfer, date: '2026-03-12' })).toMatchObject(
      refused('2026-03-12'),
    );
    await goods.settled(first.id);
    const reversal = { id: first.id, reason: 'wrong' };
    expect(await goods.refusal('reverse', { ...reversal, bookingDate: '2026-03-20' })).toMatchObject(
      refused('2026-03-20'),
    );
    // What happened then may be booked later.
    await goods.record({ ...receipt('2026-03-10'), bookingDate: '2026-04-01' });
    await goods.command('reverse', { ...reversal, bookingDate: '2026-04-02' });
    expect((await goods.movement(draft.id)).status).toBe('DRAFT');
    expect((await goods.movement(approved.id)).status).toBe('APPROVED');

    const exception = await letPass(company, 'INVENTORY');
    await goods.command('post', { id: approved.id });
    const { postings } = await goods.settled(approved.id);
    expect(await passed(company, exception)).toEqual([postings[0]?.transaction?.id]);
  });

  it('refuses only what is locked of all that is recorded at the same moment', async () => {
    const company = system.company(3);
    const goods = goodsOf(company.as('admin'));
    const [itemId, warehouseId] = [await goods.item(), await goods.warehouse()];
    await lock(company, 'INVENTORY', UNTIL);
    const days = Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? '2026-03-31' : '2026-04-01'));
    const outcomes = await Promise.allSettled(
      days.map((date) =>
        goods.record({
          kind: 'RECEIPT',
          date,
          warehouseId,
          lines: [{ itemId, quantity: '1', amount: '1.00' }],
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      days.map((date) => (date <= UNTIL ? 'rejected' : 'fulfilled')),
    );
    expect((await goods.onHand(itemId, '2026-04-30'))?.quantity).toMatch(/^8(\.0+)?$/);
  });
});
