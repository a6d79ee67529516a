import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, Watching } from '#test/caller.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
});
afterAll(() => system.close());

const CHANGED = `subscription ($after: Cursor) { taxDocumentChanged(after: $after) { cursor change document {
  __typename
  ... on ProfitTaxCharge { id tax reversedOn }
  ... on Withholding { id tax reversedOn }
  ... on SmallBusinessIncome { id amount reversedOn }
  ... on TaxFiling { id code period { year month } filedOn filedAmount }
  ... on TaxPayment { id code period { year month } paidOn amount }
  ... on PropertyValues { id year month values { accountCode closing } }
} } }`;

interface Told {
  readonly taxDocumentChanged: {
    readonly cursor: string;
    readonly change: string;
    readonly document: { readonly __typename: string; readonly id: string };
  };
}

const mutation = (field: string, type: string, selection: string): string =>
  `mutation($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
const idOf = (data: Record<string, Record<string, { id: string }>>): string =>
  Object.values(Object.values(data)[0] ?? {})[0]?.id ?? '';

async function perform(
  me: Caller,
  field: string,
  type: string,
  document: string,
  input: object,
): Promise<string> {
  return idOf(await me.query(mutation(field, type, `${document} { id }`), { input }));
}

async function toldUpTo(
  watching: Watching<Told>,
  count: number,
): Promise<[string, Told['taxDocumentChanged']['document']][]> {
  const told = await watching.upTo(count, 20_000);
  return told.map(({ taxDocumentChanged: { change, document } }) => [change, document]);
}

describe('taxDocumentChanged', () => {
  it('tells of charges of profit tax, of tax withheld, of income and of property, as they are now', async () => {
    const company = system.company(0);
    const me = company.as('tax_specialist');
    const start = await system.tax.feed.latest(company.id);
    const watching = me.subscribe<Told>(CHANGED, { after: start });
    const stranger = system
      .company(1)
      .as('tax_specialist')
      .subscribe<Told>(CHANGED, {
        after: await system.tax.feed.latest(system.company(1).id),
      });
    try {
      const charge = await perform(me, 'chargeProfitTax', 'ChargeProfitTaxInput', 'charge', {
        date: '2026-03-10',
        kind: 'DIVIDEND',
        amount: '8500.00',
        description: 'Dividend',
      });
      expect(await toldUpTo(watching, 1)).toEqual([
        ['ProfitTaxCharged', { __typename: 'ProfitTaxCharge', id: charge, tax: '1500.00', reversedOn: null }],
      ]);
      await perform(me, 'reverseProfitTaxCharge', 'ReverseProfitTaxChargeInput', 'charge', {
        id: charge,
        date: '2026-04-02',
        reason: 'mistaken',
      });
      const payee = await perform(me, 'createCounterparty', 'CreateCounterpartyInput', 'counterparty', {
        kind: 'PERSON',
        taxId: '01017098760',
        name: 'ნინო ბერიძე',
      });
      const withholding = await perform(me, 'withholdTax', 'WithholdTaxInput', 'withholding', {
        date: '2026-03-12',
        kind: 'DIVIDEND_TO_INDIVIDUAL',
        counterpartyId: payee,
        gross: '8500.00',
        description: 'Dividend',
      });
      await perform(me, 'reverseWithholding', 'ReverseWithholdingInput', 'withholding', {
        id: withholding,
        date: '2026-03-13',
        reason: 'mistaken',
      });
      await me.query(mutation('setPropertyValues', 'SetPropertyValuesInput', '__typename'), {
        input: {
          year: 2026,
          month: 3,
          values: [{ accountCode: '2130', opening: '100.00', closing: '90.00' }],
        },
      });
      await me.query(mutation('updateTaxProfile', 'UpdateTaxProfileInput', 'profile { regime }'), {
        input: { regime: 'SMALL_BUSINESS' },
      });
      const filing = { code: 'WITHHOLDING', year: 2026, month: 3 };
      await me.query(mutation('recordTaxFiling', 'RecordTaxFilingInput', '__typename'), {
        input: { ...filing, filedOn: '2026-04-10' },
      });
      await perform(me, 'recordTaxPayment', 'RecordTaxPaymentInput', 'payment', {
        ...filing,
        paidOn: '2026-04-11',
        amount: '5.00',
      });
      const income = await perform(
        me,
        'recordSmallBusinessIncome',
        'RecordSmallBusinessIncomeInput',
        'income',
        {
          date: '2026-03-20',
          amount: '700.00',
          description: 'Sales',
        },
      );
      await perform(me, 'reverseSmallBusinessIncome', 'ReverseSmallBusinessIncomeInput', 'income', {
        id: income,
        date: '2026-03-21',
        reason: 'mistaken',
      });
      const told = (await toldUpTo(watching, 9)).slice(1);
      expect(told.map(([change, { __typename }]) => [change, __typename])).toEqual([
        ['ProfitTaxChargeReversed', 'ProfitTaxCharge'],
        ['TaxWithheld', 'Withholding'],
        ['WithholdingReversed', 'Withholding'],
        ['PropertyValuesSet', 'PropertyValues'],
        ['TaxReturnFiled', 'TaxFiling'],
        ['TaxPaid', 'TaxPayment'],
        ['SmallBusinessIncomeRecorded', 'SmallBusinessIncome'],
        ['SmallBusinessIncomeReversed', 'SmallBusinessIncome'],
      ]);
      expect(told[0]?.[1]).toMatchObject({ id: charge, reversedOn: '2026-04-02' });
      expect(told[2]?.[1]).toMatchObject({ id: withholding, tax: '425.00', reversedOn: '2026-03-13' });
      expect(told[3]?.[1]).toMatchObject({
        year: 2026,
        month: 3,
        values: [{ accountCode: '2130', closing: '90.00' }],
      });
      const said = { code: filing.code, period: { year: filing.year, month: filing.month } };
      expect(told[4]?.[1]).toMatchObject({ ...said, filedOn: '2026-04-10', filedAmount: '0.00' });
      expect(told[5]?.[1]).toMatchObject({ ...said, paidOn: '2026-04-11', amount: '5.00' });
      expect(told[7]?.[1]).toMatchObject({ id: income, amount: '700.00', reversedOn: '2026-03-21' });

      // From a cursor on the same is told again, and of another company nothing was told.
      const third = watching.seen[2]?.taxDocumentChanged.cursor;
      const again = me.subscribe<Told>(CHANGED, { after: third });
      try {
        expect((await toldUpTo(again, 6)).map(([change]) => change)).toEqual(
          watching.seen.slice(3).map(({ taxDocumentChanged }) => taxDocumentChanged.change),
        );
      } finally {
        await again.stop();
      }
      expect(stranger.seen).toEqual([]);
    } finally {
      await watching.stop();
      await stranger.stop();
    }
  });
});
