import { v7 as uuid } from 'uuid';
import { deleteAccount, setAccountActive, updateAccount } from '../accounts/commands.ts';
import { closeYear, reopenYear } from '../closing/commands.ts';
import { registerCurrency } from '../currencies/commands.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { setExchangeRate, withdrawExchangeRate } from '../exchange-rates/commands.ts';
import { grantLockException, revokeLockException, setLockDate } from '../locks/commands.ts';
import {
  addAssetCost,
  cancelAsset,
  changeAssetEstimate,
  disposeAsset,
  putAssetIntoUse,
  recordAssetUnits,
  registerAsset,
  reverseAssetDisposal,
  reverseDepreciationRun,
  runDepreciation,
  setAssetClass,
  transferAsset,
} from '../fixed-assets/commands.ts';
import { closePeriod, openFiscalYear, reopenPeriod } from '../periods/commands.ts';
import { choosePostingAccount } from '../posting-accounts/commands.ts';
import { updateLedgerSettings } from '../settings/commands.ts';
import {
  approveTransaction,
  createTransaction,
  postTransaction,
  reverseTransaction,
} from '../transactions/commands.ts';
import { answerPosting } from '../postings/commands.ts';
import { decideTransaction } from '../transactions/decide.ts';
import { matchItems, unmatchItems } from '../open-items/commands.ts';
import { revalue, withdrawRevaluation } from '../revaluation/commands.ts';
import { postDueEntries } from '../schedules/due/post-due.ts';
import {
  createRecurringEntry,
  changeRecurringEntry,
  endRecurringEntry,
  skipOccurrence,
} from '../schedules/recurring/commands.ts';
import { cancelScheduledReversal, scheduleReversal } from '../schedules/reversing/commands.ts';
import { changeSpread, createSpread, endSpread } from '../schedules/spreads/commands.ts';
import { initialTransaction } from '../transactions/transaction.ts';
import type { EntryDraft } from '../ledger.ts';
import { transfer, type Books } from './books.ts';
import { requestedBy } from './requests.ts';

/** A history in which every kind of event happens, some of it twice. Answers ids by which tests speak of it. */
export async function liveThrough(
  books: Books,
): Promise<{ posted: string; draft: string; reversed: string }> {
  const { writer, actor } = books;
  const chief: Actor = { companyId: actor.companyId, userId: uuid() };

  const { result: first } = await books.transfer('1110', '6110', '150.75', { reference: 'INV-1' });
  await registerCurrency(writer, actor, { code: 'POINTS', minorUnits: 0, name: 'Bonus points' });
  await books.open({
    code: '1290',
    names: { ka: 'სავალუტო', en: 'Dollars' },
    type: 'ASSET',
    currency: 'USD',
  });
  await books.open({
    code: '12',
    names: { en: 'Bank accounts' },
    type: 'ASSET',
    isHeading: true,
    role: 'bank',
  });
  await updateAccount(writer, actor, {
    id: books.accountIds['1290'] ?? '',
    parentId: books.accountIds['12'] ?? '',
    metadata: { iban: 'GE00', limits: { day: 1000.5, b: null }, a: ['x', 'y'] },
  });
  await books.record({
    date: '2026-02-28',
    description: 'ვალუტის ყიდვა',
    entries: [
      { accountCode: '1290', debit: '33.33', exchangeRate: '2.7123', description: 'at the rate of the day' },
      { accountCode: '1290', debit: '66.67', exchangeRate: '2.7123' },
      { accountCode: '1210', credit: '271.23', dimensions: [{ name: 'project', value: 'A' }] },
    ],
    attachments: [{ fileName: 'rate.pdf', contentType: 'application/pdf', size: 3, sha256: 'ab'.repeat(32) }],
  });

  const { result: draft } = await createTransaction(writer, actor, transfer('1210', '3110', '12.30'));
  await createTransaction(writer, actor, transfer('1210', '3110', '4', { description: 'stays a draft' }));
  await updateLedgerSettings(writer, chief, { approverMustDiffer: true });
  await approveTransaction(writer, chief, { id: draft.transactionId });
  await postTransaction(writer, actor, { id: draft.transactionId });
  await updateLedgerSettings(writer, chief, { approverMustDiffer: false });
  const { result: approved } = await createTransaction(writer, actor, transfer('1110', '3110', '5'));
  await approveTransaction(writer, actor, { id: approved.transactionId });

  const { result: mistaken } = await books.transfer('3110', '1110', '20.02', { date: '2026-01-31' });
  const undo = await reverseTransaction(writer, chief, {
    id: mistaken.transactionId,
    date: '2026-02-01',
    reason: 'it was the wrong supplier',
  });
  // A reversal is undone like any other transaction.
  await reverseTransaction(writer, chief, {
    id: undo.result.transactionId,
    date: '2026-02-02',
    reason: 'no, right',
  });

  const temporary = await books.open({ code: '9999', names: { en: 'Temporary' }, type: 'EXPENSE' });
  await setAccountActive(writer, actor, { id: temporary }, false);
  await setAccountActive(writer, actor, { id: temporary }, true);
  await deleteAccount(writer, actor, { id: temporary });
  await books.open({ code: '9999', names: { ru: 'Снова' }, type: 'EXPENSE' });
  await setAccountActive(writer, actor, { id: books.accountIds['3110'] ?? '' }, false);

  await openFiscalYear(writer, chief, { year: 2025 });
  for (let i = 1; i <= 20; i++) await books.transfer('1110', '6110', `${i}.10`, { date: '2025-06-15' });

  await choosePostingAccount(writer, actor, { role: 'RETAINED_EARNINGS', accountCode: '6110' });
  await books.open({ code: '5310', names: { en: 'Retained earnings' }, type: 'EQUITY' });
  await choosePostingAccount(writer, actor, { role: 'RETAINED_EARNINGS', accountCode: '5310' });

  // The year before is closed, opened again for an adjustment, and closed with it.
  for (let month = 6; month <= 12; month++)
    await closePeriod(writer, chief, { year: 2025, month, reason: `month ${month} is done` });
  await closeYear(writer, chief, { year: 2025, reason: 'the year is done' });
  await reopenYear(writer, chief, { year: 2025, reason: 'the auditor found something' });
  await books.transfer('1110', '6110', '0.99', { date: '2025-12-31', isYearEndAdjustment: true });
  await closeYear(writer, chief, { year: 2025, reason: 'the year is done again' });
  await closePeriod(writer, chief, { year: 2026, month: 1, reason: 'January is done' });
  await closePeriod(writer, chief, { year: 2026, month: 2, reason: 'February is done' });
  await reopenPeriod(writer, chief, {
    year: 2026,
    month: 1,
    reason: 'an invoice was late',
    andLater: true,
  });
  await books.transfer('1110', '6110', '1.00', { date: '2026-01-31' });
  await closePeriod(writer, chief, { year: 2026, month: 1, reason: 'January is done again' });

  // A document of another subgraph, and one that the ledger refuses.
  const invoice = { subgraph: 'tax', type: 'TaxInvoice', id: uuid(), purpose: 'issue' };
  const entries = [
    { accountCode: '1110', debit: '11.80', counterpartyId: uuid() },
    { accountCode: '6110', credit: '11.80' },
  ];
  const document = { date: '2026-03-01', description: 'invoice', entries };
  await writer.writePath.execute({
    ...actor,
    operation: 'document',
    input: invoice,
    decide: (facts) =>
      decideTransaction(
        { type: 'RecordTransaction', id: uuid(), draft: document, source: invoice },
        initialTransaction,
        facts,
      ),
  });
  await answerPosting(
    writer,
    ...requestedBy(actor, {
      source: { ...invoice, id: uuid() },
      date: '2026-03-01',
      description: 'invoice to nowhere',
      entries: [
        { accountCode: '1110', debit: '1.00' },
        { accountCode: '0000', credit: '1.00' },
      ],
    }),
  );

  // What a customer owes in dollars and what they paid of it, settled in part; the matching is ended again.
  await books.open({ code: '1410', names: { en: 'Receivables' }, type: 'ASSET', role: 'RECEIVABLE' });
  await books.open({ code: '8140', names: { en: 'Exchange gains' }, type: 'REVENUE' });
  await books.open({ code: '8240', names: { en: 'Exchange losses' }, type: 'EXPENSE' });
  const customer = { counterpartyId: uuid(), currency: 'USD' };
  const invoiced = uuid();
  const paid = uuid();
  const settledBy = async (id: string, given: readonly EntryDraft[]) =>
    writer.writePath.execute({
      ...actor,
      operation: 'document',
      input: id,
      decide: (facts) =>
        decideTransaction(
          {
            type: 'RecordTransaction',
            id,
            draft: { date: '2026-03-05', description: 'in dollars', entries: given },
          },
          initialTransaction,
          facts,
        ),
    });
  await settledBy(invoiced, [
    { accountCode: '1410', debit: '100.00', exchangeRate: '2.70', ...customer },
    { accountCode: '6110', credit: '270.00' },
  ]);
  await settledBy(paid, [
    { accountCode: '1210', debit: '108.40' },
    { accountCode: '1410', credit: '40.00', exchangeRate: '2.71', ...customer },
  ]);
  const { result: matched } = await matchItems(writer, actor, {
    items: [{ id: `${invoiced}:1`, amount: '40.00' }, { id: `${paid}:2` }],
  });
  await unmatchItems(writer, actor, { id: matched.matchingId, reason: 'it was for another invoice' });
  await matchItems(writer, actor, { items: [{ id: `${invoiced}:1`, amount: '40.00' }, { id: `${paid}:2` }] });
  await revalueDollars(books);
  await planAndPost(books);
  await lockAndPass(books);
  await setOwnRates(books);
  await wearOut(books);
  return { posted: first.transactionId, draft: draft.transactionId, reversed: mistaken.transactionId };
}

/** What is left of the dollars is revalued at a rate by hand, twice, as the first rate was wrong. */
async function revalueDollars(books: Books): Promise<void> {
  const { writer, actor } = books;
  const rate = { currency: 'USD', reason: 'the rate of our bank' };
  const day = { date: '2026-03-31', reversal: 'NEXT_DAY' } as const;
  const { result } = await revalue(writer, actor, { ...day, rates: [{ ...rate, rate: '2.70' }] });
  await withdrawRevaluation(writer, actor, {
    id: result.revaluationId,
    reason: 'it was the rate of the day before',
  });
  await revalue(writer, actor, { ...day, reversal: 'KEEP', rates: [{ ...rate, rate: '2.73' }] });
}

/** A lock, a transaction that goes past it by an exception, the end of that, and of the lock. */
async function lockAndPass(books: Books): Promise<void> {
  const { writer, actor } = books;
  await setLockDate(writer, actor, {
    area: 'LEDGER',
    until: '2026-03-31',
    reason: 'March was looked through',
  });
  const { result: exception } = await grantLockException(writer, actor, {
    area: 'LEDGER',
    userId: actor.userId,
    until: '2099-12-31T00:00:00.000Z',
    reason: 'an invoice was late',
  });
  await books.transfer('1110', '6110', '1.50', ON);
  await revokeLockException(writer, actor, { id: exception.exceptionId, reason: 'it is done' });
  await setLockDate(writer, actor, { area: 'LEDGER', until: null, reason: 'April is looked through next' });
}

/** A rate of the company's own for a day, corrected and withdrawn; another one stays. */
async function setOwnRates({ writer, actor }: Books): Promise<void> {
  const day = { currency: 'USD', date: '2026-03-31' };
  await setExchangeRate(writer, actor, { ...day, rate: '2.7', reason: 'as agreed with the bank' });
  await setExchangeRate(writer, actor, { ...day, rate: '2.71', reason: 'a slip' });
  await withdrawExchangeRate(writer, actor, { ...day, reason: 'the official one will do' });
  const dram = { currency: 'AMD', date: '2026-03-31', rate: '7.01', quantity: 1_000 };
  await setExchangeRate(writer, actor, { ...dram, reason: 'none was published' });
}

const ON = { date: '2026-03-20' };

/** A rent that recurs, a transaction that is undone later, and an insurance that is spread over months. */
async function planAndPost(books: Books): Promise<void> {
  const { writer, actor } = books;
  const { result: rent } = await createRecurringEntry(writer, actor, {
    description: 'rent',
    reference: 'R-1',
    entries: [
      { accountCode: '1210', debit: '10.00', dimensions: [{ name: 'project', value: 'A' }] },
      { accountCode: '6110', credit: '10.00', counterpartyId: null },
    ],
    rule: { unit: 'MONTH', every: 1, lastDayOfMonth: true },
    firstOn: '2026-03-31',
    occurrences: 6,
  });
  const id = rent.recurringEntryId;
  await skipOccurrence(writer, actor, { id, date: '2026-04-30', reason: 'a month for free' });
  await changeRecurringEntry(writer, actor, { id, from: '2026-05-01', reason: 'dearer', reference: '' });
  await endRecurringEntry(writer, actor, { id, on: '2026-07-31', reason: 'moved out' });

  const [undone, kept] = [
    await books.transfer('1210', '6110', '7.00', ON),
    await books.transfer('1210', '6110', '8.00', ON),
  ].map(({ result }) => result.transactionId) as [string, string];
  const { result: goes } = await scheduleReversal(writer, actor, {
    transactionId: undone,
    date: '2026-04-01',
    reason: 'estimated',
  });
  const { result: stays } = await scheduleReversal(writer, actor, {
    transactionId: kept,
    date: '2026-04-01',
    reason: 'estimated too',
  });
  await cancelScheduledReversal(writer, actor, { id: stays.reversingEntryId, reason: 'it was right' });

  const { result: insurance } = await createSpread(writer, actor, {
    kind: 'PREPAID_EXPENSE',
    description: 'insurance',
    amount: '100.00',
    fromAccountCode: '1210',
    toAccountCode: '6110',
    from: '2026-03-10',
    months: 6,
    method: 'BY_DAYS',
    dimensions: [{ name: 'project', value: 'B' }],
  });
  // One after the other, so that the log is the same each time.
  for (const due of [
    `recurring:${id}:2026-03-31`,
    `reversal:${goes.reversingEntryId}`,
    `spread:${insurance.spreadId}:1`,
    `spread:${insurance.spreadId}:2`,
  ])
    await postDueEntries(writer, actor, { until: '2026-04-30', ids: [due] });
  const spread = { id: insurance.spreadId, reason: 'sold the car' };
  await changeSpread(writer, actor, {
    ...spread,
    from: '2026-05-01',
    amount: '120.00',
    method: 'EQUAL_MONTHS',
  });
  await endSpread(writer, actor, { ...spread, on: '2026-07-15' });
}

/** A machine and a car that wear out, are estimated anew, moved and disposed of, and one that was never there. */
async function wearOut(books: Books): Promise<void> {
  const { writer, actor } = books;
  for (const [code, type] of [
    ['2150', 'ASSET'],
    ['2250', 'ASSET'],
    ['2160', 'ASSET'],
    ['2260', 'ASSET'],
    ['7455', 'EXPENSE'],
    ['8220', 'EXPENSE'],
  ] as const)
    await books.open({ code, names: { en: `Assets ${code}` }, type });
  const machines = {
    nameKa: 'დანადგარები',
    nameEn: 'Machines',
    costAccountCode: '2150',
    accumulatedAccountCode: '2250',
    expenseAccountCode: '7455',
    method: 'STRAIGHT_LINE',
    startsIn: 'NEXT_MONTH',
  } as const;
  await setAssetClass(writer, actor, { ...machines, code: 'MACHINES', usefulLifeMonths: 10 });
  const bought = {
    name: 'Lathe',
    classCode: 'MACHINES',
    cost: '1000.00',
    acquiredOn: '2026-03-10',
  };
  const acquire = async (more: object = {}) =>
    (await registerAsset(writer, actor, { ...bought, creditAccountCode: '1210', ...more })).result.assetId;
  const lathe = await acquire({
    number: 'M-1',
    serialNumber: 'L-77',
    location: 'hall',
    responsible: 'Nino',
    counterpartyId: null,
    dimensions: [{ name: 'project', value: 'A' }],
    residual: '100.00',
  });
  await putAssetIntoUse(writer, actor, { id: lathe, on: '2026-03-12' });
  const mistaken = await acquire({ cost: '3.00' });
  await cancelAsset(writer, actor, { id: mistaken, on: '2026-03-11', reason: 'it was a spare part' });
  const press = await acquire({
    cost: '500.00',
    inUseOn: '2026-03-15',
    method: 'UNITS_OF_PRODUCTION',
    totalUnits: '100',
  });
  const { result: taken } = await registerAsset(writer, actor, {
    ...bought,
    cost: '120.00',
    acquiredOn: '2025-08-01',
    inUseOn: '2025-08-20',
    usefulLifeMonths: 12,
    openingDepreciation: { amount: '40.00', through: '2025-12' },
  });
  await recordAssetUnits(writer, actor, { id: press, year: 2026, month: 4, units: '12.5' });
  const april = { year: 2026, month: 4 };
  const { result: run } = await runDepreciation(writer, actor, april);
  await reverseDepreciationRun(writer, actor, { id: run.runId, reason: 'units were wrong' });
  await recordAssetUnits(writer, actor, { id: press, year: 2026, month: 4, units: '13' });
  await runDepreciation(writer, actor, april);
  await changeAssetEstimate(writer, actor, {
    id: lathe,
    from: '2026-05',
    remainingMonths: 20,
    reason: 'stronger',
  });
  await addAssetCost(writer, actor, { id: lathe, on: '2026-05-02', amount: '50.00', description: 'a motor' });
  await transferAsset(writer, actor, {
    id: lathe,
    on: '2026-05-03',
    classCode: 'OFFICE_EQUIPMENT',
    location: 'office',
    reason: 'on show',
  });
  const { result: disposed } = await disposeAsset(writer, actor, {
    id: taken.assetId,
    on: '2026-05-20',
    kind: 'SALE',
    reason: 'sold',
    percent: '50',
    proceeds: '10.00',
    proceedsAccountCode: '1210',
  });
  await reverseAssetDisposal(writer, actor, {
    id: disposed.disposalId,
    on: '2026-05-21',
    reason: 'not paid',
  });
  await disposeAsset(writer, actor, { id: taken.assetId, on: '2026-05-25', kind: 'SCRAP', reason: 'broken' });
}
