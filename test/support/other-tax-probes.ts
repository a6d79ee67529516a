import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { input, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** What the second company owes besides VAT, by ids. */
export interface OtherTaxesOfTheirs {
  readonly profitTaxCharge: string;
  readonly income: string;
  readonly payee: string;
  readonly withholding: string;
  readonly propertyValues: string;
  readonly taxPayment: string;
  readonly taxFiling: string;
}

/** Entities among them by their type. */
export function entitiesOfTheirOtherTaxes(theirs: OtherTaxesOfTheirs): Readonly<Record<string, string[]>> {
  return {
    ProfitTaxCharge: [theirs.profitTaxCharge],
    Withholding: [theirs.withholding],
    SmallBusinessIncome: [theirs.income],
    PropertyValues: [theirs.propertyValues],
    TaxPayment: [theirs.taxPayment],
    TaxFiling: [theirs.taxFiling],
  };
}

const CHARGE = writing('chargeProfitTax', 'ChargeProfitTaxInput', 'charge { id tax }');
const INCOME = writing('recordSmallBusinessIncome', 'RecordSmallBusinessIncomeInput', 'income { id amount }');
const PROFILE = writing('updateTaxProfile', 'UpdateTaxProfileInput', 'profile { regime }');
const FILING = writing(
  'recordTaxFiling',
  'RecordTaxFilingInput',
  'obligation { code state filedOn filing { id } }',
);
const VALUES = writing(
  'setPropertyValues',
  'SetPropertyValuesInput',
  'propertyTaxReturn { average accounts { average } }',
);
const PAY = writing('recordTaxPayment', 'RecordTaxPaymentInput', 'payment { id amount }');
const WITHHOLD = writing('withholdTax', 'WithholdTaxInput', 'withholding { id tax }');
const PAYEE = writing('createCounterparty', 'CreateCounterpartyInput', 'counterparty { id }');

const PAYMENT = { date: '2025-03-10', kind: 'INTEREST', gross: '100.00', description: 'ours' };
const DISTRIBUTION = { date: '2025-03-10', kind: 'OTHER', amount: '100.00', description: 'ours' };
const EARNED = { date: '2025-03-10', amount: '100.00', description: 'ours' };
const FILED = { code: 'WITHHOLDING', year: 2025, month: 3, filedOn: '2025-04-10' };
const PAID = { code: 'WITHHOLDING', year: 2025, month: 3, paidOn: '2025-04-10', amount: '5.00' };
const BUILDING = { accountCode: '2130', opening: '1.00', closing: '1.00' };
const TAKEN_BACK = { date: '2025-03-11', reason: 'ours' };

/** Files other taxes of the second company, under the key `their-key` and with `SECRET` wherever a text may be. */
export async function fileTheirOtherTaxes(them: Caller): Promise<OtherTaxesOfTheirs> {
  const idempotencyKey = 'their-key';
  const { chargeProfitTax } = await them.query<{ chargeProfitTax: { charge: { id: string } } }>(
    CHARGE,
    input({ ...DISTRIBUTION, description: SECRET, idempotencyKey }),
  );
  await them.query(PROFILE, input({ regime: 'SMALL_BUSINESS' }));
  const { recordSmallBusinessIncome } = await them.query<{
    recordSmallBusinessIncome: { income: { id: string } };
  }>(INCOME, input({ ...EARNED, description: SECRET, idempotencyKey }));
  await them.query(PROFILE, input({ regime: 'DISTRIBUTED_PROFIT' }));
  const { recordTaxFiling } = await them.query<{
    recordTaxFiling: { obligation: { filing: { id: string } | null } };
  }>(FILING, input({ ...FILED, filedOn: '2025-04-11', idempotencyKey }));
  const { recordTaxPayment } = await them.query<{ recordTaxPayment: { payment: { id: string } } }>(
    PAY,
    input({ ...PAID, description: SECRET, idempotencyKey }),
  );
  const theirBuilding = { ...BUILDING, accountCode: SECRET };
  await them.query(VALUES, input({ year: 2025, month: 3, values: [theirBuilding], idempotencyKey }));
  const { propertyTaxReturn } = await them.query<{ propertyTaxReturn: { months: { id: string }[] } }>(
    '{ propertyTaxReturn(year: 2025) { months { id } } }',
  );
  const { createCounterparty } = await them.query<{ createCounterparty: { counterparty: { id: string } } }>(
    PAYEE,
    input({ kind: 'PERSON', taxId: '01017098760', name: SECRET }),
  );
  const payee = createCounterparty.counterparty.id;
  const { withholdTax } = await them.query<{ withholdTax: { withholding: { id: string } } }>(
    WITHHOLD,
    input({ ...PAYMENT, counterpartyId: payee, description: SECRET, idempotencyKey }),
  );
  return {
    profitTaxCharge: chargeProfitTax.charge.id,
    income: recordSmallBusinessIncome.income.id,
    payee,
    withholding: withholdTax.withholding.id,
    taxFiling: recordTaxFiling.obligation.filing?.id ?? '',
    taxPayment: recordTaxPayment.payment.id,
    propertyValues: propertyTaxReturn.months[0]?.id ?? '',
  };
}

/** Every company has every year, and the codes are those of the law. */
export const OTHER_TAX_PLACES_OF_NOTHING: readonly string[] = [
  'Query.profitTaxReturn(year)',
  'Query.form30(year)',
  'Query.smallBusinessReturn(year)',
  'Query.propertyTaxReturn(year)',
  'Mutation.recordTaxFiling(input.year)',
  'Mutation.recordTaxFiling(input.code)',
  'Mutation.recordTaxPayment(input.year)',
  'Mutation.recordTaxPayment(input.code)',
  'Mutation.setPropertyValues(input.year)',
];

/** A key of theirs is new to us: under it, and under one that is nowhere, the same is done. */
function keyProbe(query: string, given: object): Probes[string] {
  return probe(
    query,
    (idempotencyKey) => input({ ...given, idempotencyKey }),
    () => 'their-key',
    uuidv7,
  );
}

export function otherTaxProbes(theirs: () => OtherTaxesOfTheirs): Probes {
  const reverseCharge = writing(
    'reverseProfitTaxCharge',
    'ReverseProfitTaxChargeInput',
    'charge { reversedOn }',
  );
  const reverseIncome = writing(
    'reverseSmallBusinessIncome',
    'ReverseSmallBusinessIncomeInput',
    'income { reversedOn }',
  );
  const reversePayment = writing(
    'reverseWithholding',
    'ReverseWithholdingInput',
    'withholding { reversedOn }',
  );
  const payAgain = writing('recordTaxPayment', 'RecordTaxPaymentInput', 'payment { amount description }');
  const takeBack = writing('takeBackTaxPayment', 'TakeBackTaxPaymentInput', 'payment { takenBackReason }');
  const charge = writing('chargeProfitTax', 'ChargeProfitTaxInput', 'charge { tax description }');
  const nowhere = uuidv7();
  return {
    'Mutation.chargeProfitTax(input.counterpartyId)': probe(
      charge,
      (counterpartyId) => input({ ...DISTRIBUTION, counterpartyId }),
      () => theirs().payee,
    ),
    'Mutation.chargeProfitTax(input.idempotencyKey)': keyProbe(charge, DISTRIBUTION),
    'Mutation.reverseProfitTaxCharge(input.id)': probe(
      reverseCharge,
      (id) => input({ ...TAKEN_BACK, id }),
      () => theirs().profitTaxCharge,
    ),
    'Mutation.reverseProfitTaxCharge(input.idempotencyKey)': keyProbe(reverseCharge, {
      ...TAKEN_BACK,
      id: nowhere,
    }),
    'Mutation.withholdTax(input.counterpartyId)': probe(
      WITHHOLD,
      (counterpartyId) => input({ ...PAYMENT, counterpartyId }),
      () => theirs().payee,
    ),
    'Mutation.withholdTax(input.idempotencyKey)': keyProbe(WITHHOLD, { ...PAYMENT, counterpartyId: nowhere }),
    'Mutation.reverseWithholding(input.id)': probe(
      reversePayment,
      (id) => input({ ...TAKEN_BACK, id }),
      () => theirs().withholding,
    ),
    'Mutation.reverseWithholding(input.idempotencyKey)': keyProbe(reversePayment, {
      ...TAKEN_BACK,
      id: nowhere,
    }),
    'Mutation.recordSmallBusinessIncome(input.idempotencyKey)': keyProbe(INCOME, EARNED),
    'Mutation.reverseSmallBusinessIncome(input.id)': probe(
      reverseIncome,
      (id) => input({ ...TAKEN_BACK, id }),
      () => theirs().income,
    ),
    'Mutation.reverseSmallBusinessIncome(input.idempotencyKey)': keyProbe(reverseIncome, {
      ...TAKEN_BACK,
      id: nowhere,
    }),
    'Mutation.recordTaxFiling(input.idempotencyKey)': keyProbe(FILING, FILED),
    'Mutation.recordTaxPayment(input.idempotencyKey)': keyProbe(payAgain, PAID),
    'Mutation.takeBackTaxPayment(input.id)': probe(
      takeBack,
      (id) => input({ id, reason: 'ours' }),
      () => theirs().taxPayment,
    ),
    'Mutation.takeBackTaxPayment(input.idempotencyKey)': keyProbe(takeBack, { id: nowhere, reason: 'ours' }),
    'Mutation.setPropertyValues(input.values.accountCode)': probe(
      VALUES,
      (accountCode) => input({ year: 2025, month: 3, values: [{ ...BUILDING, accountCode }] }),
      () => SECRET,
      () => 'nowhere',
    ),
    'Mutation.setPropertyValues(input.idempotencyKey)': keyProbe(VALUES, {
      year: 2025,
      month: 3,
      values: [BUILDING],
    }),
  };
}
