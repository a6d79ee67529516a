import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '#shared/domain/errors.ts';
import { ACCOUNT_TYPES, type AccountEvent } from '../accounts/account.ts';
import type { CurrencyRegistered } from '../currencies/decide.ts';
import type { OwnRateEvent } from '../exchange-rates/own-rate.ts';
import { DEPRECIATION_METHODS } from '../fixed-assets/depreciation.ts';
import { DEPRECIATION_STARTS, DISPOSAL_KINDS, type FixedAssetEvent } from '../fixed-assets/fixed-asset.ts';
import { LOCK_AREAS, type LockEvent } from '../locks/lock.ts';
import type { OpenItemsEvent } from '../open-items/open-item.ts';
import type { FiscalYearEvent } from '../periods/period.ts';
import type { PostingAccountEvent } from '../posting-accounts/decide.ts';
import type { PostingRefused } from '../postings/refusal.ts';
import { RATE_SOURCES, REVALUATION_REVERSALS, type RevaluationEvent } from '../revaluation/revaluation.ts';
import { RECURRENCE_UNITS } from '#shared/domain/recurrence.ts';
import type { RecurringEntryEvent } from '../schedules/recurring/recurring-entry.ts';
import { REVERSING_KINDS, type ReversingEntryEvent } from '../schedules/reversing/reversing-entry.ts';
import { SPREAD_METHODS } from '../schedules/spreads/plan.ts';
import { SPREAD_KINDS, type SpreadEvent } from '../schedules/spreads/spread.ts';
import type { LedgerSettingsEvent } from '../settings/settings.ts';
import type { TransactionEvent } from '../transactions/transaction.ts';

/** Every event that the ledger's log may hold. */
export type LedgerEvent =
  | AccountEvent
  | CurrencyRegistered
  | FiscalYearEvent
  | FixedAssetEvent
  | LedgerSettingsEvent
  | LockEvent
  | OpenItemsEvent
  | OwnRateEvent
  | PostingAccountEvent
  | PostingRefused
  | RecurringEntryEvent
  | RevaluationEvent
  | ReversingEntryEvent
  | SpreadEvent
  | TransactionEvent;

const amount = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .describe('Exact decimal text, never negative.');
const date = z.iso.date().describe('Day of the calendar.');
const id = z.uuid();
const lockArea = z.enum(LOCK_AREAS).describe('Whose documents are locked.');
const currency = z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/);
const year = z.int().min(1000).max(9999);
const month = z.int().min(1).max(12);

const source = z
  .strictObject({
    subgraph: z.string(),
    type: z.string().describe('Kind of document as its subgraph calls it.'),
    id: z.string(),
    purpose: z.string().describe('One document may be posted for several reasons.'),
  })
  .describe('The document of another subgraph that this was recorded for.');

const entry = z.strictObject({
  line: z.int().min(1),
  accountId: id,
  accountCode: z.string().describe('Code of the account when this was recorded.'),
  currency,
  exchangeRate: amount.describe('Lari for one unit of the currency.'),
  debit: amount.describe('In the currency of the entry.'),
  credit: amount.describe('In the currency of the entry.'),
  debitGel: amount,
  creditGel: amount,
  description: z.string().exactOptional(),
  counterpartyId: id.describe('With whom; tax keeps the counterparties.').exactOptional(),
  dimensions: z.array(z.strictObject({ name: z.string(), value: z.string() })).exactOptional(),
});

const content = z.strictObject({
  date,
  description: z.string(),
  reference: z.string().exactOptional(),
  totalGel: amount.describe('Sum of the debits, which is that of the credits.'),
  entries: z.array(entry).min(2),
  attachments: z
    .array(
      z.strictObject({
        fileName: z.string(),
        contentType: z.string(),
        size: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .exactOptional(),
  isYearEndAdjustment: z
    .literal(true)
    .describe('Period 13: dated the last day of a year whose months are closed.')
    .exactOptional(),
});

const account = z.strictObject({
  code: z.string(),
  names: z.strictObject({
    ka: z.string().exactOptional(),
    en: z.string().exactOptional(),
    ru: z.string().exactOptional(),
  }),
  type: z.enum(ACCOUNT_TYPES),
  normalSide: z.enum(['DEBIT', 'CREDIT']),
  role: z.string().nullable(),
  currency: currency.nullable().describe('The one currency that the account takes; null for any.'),
  parentId: id.nullable(),
  metadata: z.record(z.string(), z.unknown()),
});

const signed = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('Exact decimal text.');

const periodChange = z.strictObject({ year, month, reason: z.string() });
const nothing = z.strictObject({});
const dimensions = z.array(z.strictObject({ name: z.string(), value: z.string() }));

const template = z.strictObject({
  version: z.int().min(1),
  from: date.describe('First day on which this version counts, up to that of the next.'),
  description: z.string(),
  reference: z.string().exactOptional(),
  entries: z
    .array(
      z.strictObject({
        accountId: id,
        accountCode: z.string().describe('Code of the account when this was recorded.'),
        debit: amount.exactOptional(),
        credit: amount.exactOptional(),
        currency,
        exchangeRate: amount
          .describe('Without it the rate of each day counts: the company’s own, else the official one.')
          .exactOptional(),
        description: z.string().exactOptional(),
        counterpartyId: id.exactOptional(),
        dimensions: dimensions.exactOptional(),
      }),
    )
    .min(2),
  rule: z.strictObject({
    unit: z.enum(RECURRENCE_UNITS),
    every: z.int().min(1),
    day: z.int().min(1).max(31).nullable().describe('In shorter months their last day; null for weeks.'),
  }),
  firstOn: date.describe('The days of the rule are counted from here.'),
  lastOn: date.nullable().describe('Nothing recurs behind it.'),
});

const occurrence = z.strictObject({ date, version: z.int().min(1) });

const spreadPlan = z.strictObject({
  version: z.int().min(1),
  method: z.enum(SPREAD_METHODS).nullable().describe('Null for the rest that is posted at once.'),
  from: date,
  to: date,
  toAccountId: id,
  parts: z.array(z.strictObject({ number: z.int().min(1), date, amount })),
});
const replanned = z.strictObject({
  reason: z.string(),
  amount: amount.describe('All of the spread, in lari.'),
  replaces: z.array(z.int().min(1)).describe('Numbers of the parts that are spread anew.'),
  plan: spreadPlan,
});

const monthName = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('A month, for example 2026-03.');
const depreciationMethod = z.enum(DEPRECIATION_METHODS);
const assetTerms = z.strictObject({
  method: depreciationMethod,
  usefulLifeMonths: z.int().min(1).nullable(),
  startsIn: z.enum(DEPRECIATION_STARTS).describe('When depreciation begins, and so when it ends.'),
});
const assetAccounts = z.strictObject({
  costAccountId: id,
  accumulatedAccountId: id.nullable().describe('Null where nothing is depreciated.'),
  expenseAccountId: id.nullable(),
});

/** What an event says, by type; the newest version of each. */
type DataOf<Event, Type> = Event extends { readonly type: infer Types; readonly data: infer Data }
  ? Type extends Types
    ? Data
    : never
  : never;

export interface EventDescription<Data> {
  /** Raised with a change that readers of the version before would misunderstand; see `upcasters.ts`. */
  readonly version: number;
  readonly aggregateType:
    | 'Account'
    | 'Currency'
    | 'FiscalYear'
    | 'FixedAssets'
    | 'LedgerSettings'
    | 'OpenItems'
    | 'LockDate'
    | 'LockException'
    | 'LockExceptionUse'
    | 'OwnExchangeRate'
    | 'PostingAccount'
    | 'PostingRefusal'
    | 'RecurringEntry'
    | 'Revaluation'
    | 'ReversingEntry'
    | 'Spread'
    | 'Transaction';
  readonly description: string;
  readonly data: z.ZodType<Data>;
}

/** The events of the ledger as they are published. The compiler holds this against the types that the folds read. */
export const LEDGER_EVENTS: {
  readonly [Type in LedgerEvent['type']]: EventDescription<DataOf<LedgerEvent, Type>>;
} = {
  AccountOpened: {
    version: 1,
    aggregateType: 'Account',
    description: 'An account was added to the chart.',
    data: account.extend({ isHeading: z.boolean().describe('A heading takes no postings.') }),
  },
  AccountChanged: {
    version: 1,
    aggregateType: 'Account',
    description: 'An account is now as told, in everything that may change.',
    data: account,
  },
  AccountActivated: {
    version: 1,
    aggregateType: 'Account',
    description: 'An account takes postings again.',
    data: nothing,
  },
  AccountDeactivated: {
    version: 1,
    aggregateType: 'Account',
    description: 'An account takes no postings any more.',
    data: nothing,
  },
  AccountDeleted: {
    version: 1,
    aggregateType: 'Account',
    description: 'An account that never had postings is gone.',
    data: z.strictObject({ code: z.string() }),
  },
  CurrencyRegistered: {
    version: 1,
    aggregateType: 'Currency',
    description: 'A unit of the company’s own may be used in entries.',
    data: z.strictObject({ code: currency, minorUnits: z.int().min(0), name: z.string() }),
  },
  FiscalYearOpened: {
    version: 1,
    aggregateType: 'FiscalYear',
    description: 'The periods of a year are there, all open.',
    data: z.strictObject({
      year,
      periods: z.array(z.strictObject({ id, year, month, startsOn: date, endsOn: date })).length(12),
    }),
  },
  PeriodClosed: {
    version: 1,
    aggregateType: 'FiscalYear',
    description: 'A month takes no postings any more.',
    data: periodChange,
  },
  PeriodReopened: {
    version: 1,
    aggregateType: 'FiscalYear',
    description: 'A closed month takes postings again.',
    data: periodChange,
  },
  YearClosed: {
    version: 1,
    aggregateType: 'FiscalYear',
    description: 'What a year earned went to retained earnings; its accounts of profit or loss are at zero.',
    data: z.strictObject({
      year,
      reason: z.string(),
      resultGel: signed.describe('Profit in lari; negative for a loss.'),
      transactionId: id.nullable().describe('The closing entry; null where there was nothing to close.'),
    }),
  },
  YearReopened: {
    version: 1,
    aggregateType: 'FiscalYear',
    description: 'The closing of a year was undone; its months stay closed.',
    data: z.strictObject({
      year,
      reason: z.string(),
      transactionId: id.nullable().describe('The reversal of the closing entry.'),
    }),
  },
  LedgerSettingsChanged: {
    version: 1,
    aggregateType: 'LedgerSettings',
    description: 'The settings of the ledger are now as told.',
    data: z.strictObject({ approverMustDiffer: z.boolean() }),
  },
  ItemsMatched: {
    version: 1,
    aggregateType: 'OpenItems',
    description: 'Entries of one account, counterparty and currency settle each other.',
    data: z.strictObject({
      matchingId: id,
      accountId: id,
      counterpartyId: id,
      currency,
      date: date.describe('From this day on they settle each other, the latest of their days or later.'),
      amount: amount.describe('Sum of the debits, which is that of the credits, in the currency.'),
      differenceGel: signed.describe('Lari at which the debits were carried, less the credits.'),
      items: z
        .array(
          z.strictObject({
            transactionId: id,
            line: z.int().min(1),
            side: z.enum(['DEBIT', 'CREDIT']),
            amount,
            amountGel: amount,
            revalued: z
              .array(z.strictObject({ revaluationId: id, amountGel: signed }))
              .describe('What of these lari came from revaluations that were kept.')
              .exactOptional(),
          }),
        )
        .min(2),
      differenceTransactionId: id.describe('Posts the difference.').exactOptional(),
    }),
  },
  ItemsUnmatched: {
    version: 1,
    aggregateType: 'OpenItems',
    description: 'A matching was ended; its items are open again.',
    data: z.strictObject({
      matchingId: id,
      reason: z.string(),
      on: date
        .describe('From this day on the items are open again; without it the matching never counted.')
        .exactOptional(),
      reversalTransactionId: id.describe('Takes the difference back.').exactOptional(),
    }),
  },
  FixedAssetClassSet: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'Accounts and terms of a class of assets are now as told, for those registered from now on.',
    data: assetTerms.extend({
      ...assetAccounts.shape,
      code: z.string(),
      names: z.strictObject({ ka: z.string(), en: z.string() }),
    }),
  },
  FixedAssetRegistered: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'An asset is in the register.',
    data: assetTerms.extend({
      ...assetAccounts.shape,
      assetId: id,
      number: z.string(),
      name: z.string(),
      classCode: z.string(),
      cost: amount.describe('In lari.'),
      acquiredOn: date,
      heldFrom: date.describe('Since when the register holds it.'),
      inUseOn: date.nullable(),
      startMonth: monthName.nullable().describe('The first month that is depreciated here.'),
      residual: amount.describe('What is to remain behind its life.'),
      monthsLeft: z.int().min(0).nullable().describe('Of its life, at the first month.'),
      totalUnits: amount.nullable().describe('Of its life, at the first month.'),
      openingDepreciation: z.strictObject({ amount, through: monthName }).nullable(),
      serialNumber: z.string().exactOptional(),
      location: z.string().exactOptional(),
      responsible: z.string().exactOptional(),
      counterpartyId: id.exactOptional(),
      dimensions,
      transactionId: id.describe('The transaction that brought its cost.').exactOptional(),
    }),
  },
  FixedAssetRegistrationCancelled: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'An asset that was registered by mistake is not in the register any more.',
    data: z.strictObject({
      assetId: id,
      reason: z.string(),
      on: date,
      transactionId: id.nullable().describe('The reversal of its acquisition, if that was posted with it.'),
    }),
  },
  FixedAssetPutIntoUse: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'An asset is available for use.',
    data: z.strictObject({ assetId: id, on: date, startMonth: monthName }),
  },
  FixedAssetEstimateChanged: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'From a month on life, residual value or method of an asset are others.',
    data: z.strictObject({
      assetId: id,
      from: monthName,
      method: depreciationMethod,
      residual: amount,
      monthsLeft: z.int().min(1).nullable().describe('From that month on.'),
      unitsLeft: amount.nullable().describe('From that month on.'),
      reason: z.string(),
    }),
  },
  FixedAssetCostAdded: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'Something was added to the cost of an asset.',
    data: z.strictObject({
      assetId: id,
      on: date,
      amount,
      from: monthName.describe('The first month that is depreciated with it.'),
      monthsLeft: z.int().min(1).nullable().describe('Null where the life stays as it is.'),
      description: z.string(),
      transactionId: id.nullable(),
    }),
  },
  FixedAssetTransferred: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'An asset is at another place, of another person, cost centre or class.',
    data: assetAccounts.extend({
      assetId: id,
      on: date,
      classCode: z.string(),
      location: z.string().nullable(),
      responsible: z.string().nullable(),
      dimensions,
      reason: z.string(),
      cost: amount.describe('What stands on the account of cost.'),
      accumulated: amount.describe('What stands on the account of accumulated depreciation.'),
      transactionId: id.nullable().describe('What moved both to other accounts.'),
    }),
  },
  FixedAssetUnitsRecorded: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'An asset gave so many units in a month; said again, the last counts.',
    data: z.strictObject({ assetId: id, month: monthName, units: amount }),
  },
  DepreciationRun: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'The depreciation of a month is in the books.',
    data: z.strictObject({
      runId: id,
      month: monthName,
      date,
      total: amount,
      transactionId: id.nullable().describe('Null where there was nothing to post.'),
      assets: z.array(
        z.strictObject({
          assetId: id,
          amount,
          catchUp: amount.describe('What of it belongs to earlier months.'),
          from: monthName.describe('The first month that it covers.'),
          accumulated: amount.describe('Behind it.'),
          carrying: amount.describe('Behind it.'),
        }),
      ),
    }),
  },
  DepreciationRunReversed: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'The latest run was taken back.',
    data: z.strictObject({ runId: id, on: date, reason: z.string(), transactionId: id.nullable() }),
  },
  FixedAssetDisposed: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'An asset, or a part of it, is out of the books.',
    data: z.strictObject({
      disposalId: id,
      assetId: id,
      on: date,
      disposalKind: z.enum(DISPOSAL_KINDS),
      reason: z.string(),
      cost: amount.describe('What leaves.'),
      accumulated: amount.describe('What leaves.'),
      residual: amount.describe('What leaves.'),
      residualLeft: amount.describe('What stays with the rest.'),
      isWhole: z.boolean(),
      through: monthName.describe('The last month that is depreciated before it leaves.'),
      bookedBefore: monthName.nullable().describe('The last month that was booked before.'),
      depreciation: signed.describe('Up to there, as far as it was not booked; below zero where more was.'),
      proceeds: amount,
      gain: signed.describe('Below zero for a loss.'),
      transactionId: id,
    }),
  },
  FixedAssetDisposalReversed: {
    version: 1,
    aggregateType: 'FixedAssets',
    description: 'A disposal was undone.',
    data: z.strictObject({
      disposalId: id,
      assetId: id,
      on: date,
      reason: z.string(),
      bookedThrough: monthName.nullable().describe('The last month that is booked now.'),
      transactionId: id,
    }),
  },
  PostingAccountChosen: {
    version: 1,
    aggregateType: 'PostingAccount',
    description: "Documents of the ledger's own are posted on another account from now on.",
    data: z.strictObject({ role: z.string().describe('What the account is for.'), accountId: id }),
  },
  LockDateSet: {
    version: 1,
    aggregateType: 'LockDate',
    description: 'The documents of an area are locked up to a day, or not locked any more.',
    data: z.strictObject({
      area: lockArea,
      until: date.nullable().describe('The last locked day; null where the lock is lifted.'),
      reason: z.string(),
    }),
  },
  LockExceptionGranted: {
    version: 1,
    aggregateType: 'LockException',
    description: 'A user may go past the lock of an area until a moment.',
    data: z.strictObject({ area: lockArea, userId: id, until: z.iso.datetime(), reason: z.string() }),
  },
  LockExceptionRevoked: {
    version: 1,
    aggregateType: 'LockException',
    description: 'A user may not go past the lock any more; what was recorded stays.',
    data: z.strictObject({ reason: z.string() }),
  },
  LockExceptionUsed: {
    version: 1,
    aggregateType: 'LockExceptionUse',
    description: 'A transaction went past a lock by an exception.',
    data: z.strictObject({ exceptionId: id, transactionId: id }),
  },
  ExchangeRateSet: {
    version: 1,
    aggregateType: 'OwnExchangeRate',
    description: 'The company goes by a rate of its own on a day, before the official one.',
    data: z.strictObject({
      currency,
      date,
      rate: amount.describe('Lari for `quantity` units.'),
      quantity: z.int().min(1),
      reason: z.string(),
    }),
  },
  ExchangeRateWithdrawn: {
    version: 1,
    aggregateType: 'OwnExchangeRate',
    description: 'The company goes by the official rate of a day again.',
    data: z.strictObject({ currency, date, reason: z.string() }),
  },
  PostingRefused: {
    version: 1,
    aggregateType: 'PostingRefusal',
    description:
      'A document of another subgraph asked for a posting, or its reversal, that the ledger refuses.',
    data: z.strictObject({
      request: z.enum(['POSTING', 'REVERSAL']),
      source,
      attempt: z.int().min(1).describe('Which of its requests was refused.'),
      code: z.enum(Object.keys(ERROR_CODES) as ErrorCode[]),
      field: z.string().exactOptional(),
      message: z.string(),
    }),
  },
  RecurringEntryCreated: {
    version: 1,
    aggregateType: 'RecurringEntry',
    description: 'A transaction is to be recorded again and again.',
    data: z.strictObject({ template }),
  },
  RecurringEntryChanged: {
    version: 1,
    aggregateType: 'RecurringEntry',
    description: 'From a day on something recurs otherwise.',
    data: z.strictObject({ template, reason: z.string() }),
  },
  RecurringEntryEnded: {
    version: 1,
    aggregateType: 'RecurringEntry',
    description: 'Nothing recurs behind a day any more.',
    data: z.strictObject({ on: date, reason: z.string() }),
  },
  RecurringEntryPosted: {
    version: 1,
    aggregateType: 'RecurringEntry',
    description: 'An occurrence is in the books.',
    data: occurrence.extend({ transactionId: id }),
  },
  RecurringEntrySkipped: {
    version: 1,
    aggregateType: 'RecurringEntry',
    description: 'An occurrence was left out.',
    data: occurrence.extend({ reason: z.string() }),
  },
  RevaluationRecorded: {
    version: 1,
    aggregateType: 'Revaluation',
    description: 'Monetary balances in foreign currencies were measured at the closing rates of a day.',
    data: z.strictObject({
      date,
      reversal: z.enum(REVALUATION_REVERSALS),
      transactionId: id.nullable().describe('Null where everything was carried at the closing rate already.'),
      reversalTransactionId: id.nullable().describe('What takes it back on the next day.'),
      rates: z.array(
        z.strictObject({
          currency,
          rate: amount.describe('Lari for one unit.'),
          source: z.enum(RATE_SOURCES),
          validFrom: date.describe('First day of the official rate.').exactOptional(),
          reason: z.string().exactOptional(),
        }),
      ),
      lines: z.array(
        z.strictObject({
          line: z.int().min(1),
          accountId: id,
          currency,
          counterpartyId: id.exactOptional(),
          amount: signed,
          carryingGel: signed,
          revaluedGel: signed,
        }),
      ),
      items: z
        .array(
          z.strictObject({
            transactionId: id,
            line: z.int().min(1),
            of: z.int().min(1).describe('Line of the revaluation.'),
            side: z.enum(['DEBIT', 'CREDIT']),
            open: amount,
            carryingGel: signed,
            revaluedGel: signed,
          }),
        )
        .describe('Shares of open items, each on its own side.'),
    }),
  },
  RevaluationWithdrawn: {
    version: 1,
    aggregateType: 'Revaluation',
    description: 'A revaluation was taken back on its own days.',
    data: z.strictObject({ reason: z.string(), transactionIds: z.array(id) }),
  },
  ReversalScheduled: {
    version: 1,
    aggregateType: 'ReversingEntry',
    description: 'A posted transaction is to be undone on a day; said again, on another day.',
    data: z.strictObject({ kind: z.enum(REVERSING_KINDS), transactionId: id, date, reason: z.string() }),
  },
  ScheduledReversalCancelled: {
    version: 1,
    aggregateType: 'ReversingEntry',
    description: 'A transaction whose reversal was planned is to stay.',
    data: z.strictObject({ reason: z.string() }),
  },
  ScheduledReversalPosted: {
    version: 1,
    aggregateType: 'ReversingEntry',
    description: 'A transaction was undone as planned.',
    data: z.strictObject({ date, reversalId: id }),
  },
  SpreadCreated: {
    version: 1,
    aggregateType: 'Spread',
    description: 'A prepaid expense or deferred income is to be posted month by month.',
    data: z.strictObject({
      kind: z.enum(SPREAD_KINDS),
      description: z.string(),
      reference: z.string().exactOptional(),
      counterpartyId: id.exactOptional(),
      dimensions,
      fromAccountId: id,
      transactionId: id.describe('The transaction that brought the amount.').exactOptional(),
      carriedFrom: date.describe('Since when the amount stands on its account.'),
      amount: amount.describe('In lari.'),
      plan: spreadPlan,
    }),
  },
  SpreadChanged: {
    version: 1,
    aggregateType: 'Spread',
    description: 'What is left is spread otherwise.',
    data: replanned,
  },
  SpreadEnded: {
    version: 1,
    aggregateType: 'Spread',
    description: 'What is left is to be posted at once.',
    data: replanned,
  },
  SpreadPartPosted: {
    version: 1,
    aggregateType: 'Spread',
    description: 'A part is in the books.',
    data: z.strictObject({ number: z.int().min(1), transactionId: id }),
  },
  TransactionDrafted: {
    version: 1,
    aggregateType: 'Transaction',
    description: 'A transaction was written down and is not in the books yet.',
    data: content,
  },
  TransactionApproved: {
    version: 1,
    aggregateType: 'Transaction',
    description: 'A draft may be posted.',
    data: nothing,
  },
  TransactionPosted: {
    version: 1,
    aggregateType: 'Transaction',
    description: 'A transaction is in the books. It carries all of its content.',
    data: content.extend({
      reverses: id.describe('The transaction that this one undoes.').exactOptional(),
      reversalReason: z.string().exactOptional(),
      source: source.exactOptional(),
    }),
  },
  TransactionReversed: {
    version: 1,
    aggregateType: 'Transaction',
    description: 'A posted transaction was undone by another one.',
    data: z.strictObject({ reversedBy: id }),
  },
};
