import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { reportingListProbes } from '#test/reporting-list-probes.ts';
import { input, probe, writing, type Probes } from '#test/tenancy-probes.ts';

const KEY = 'their-key';
const MAP = writing('mapStatementAccount', 'MapStatementAccountInput', 'mapping { lineCode }');
const SET_BUDGET = writing('setBudget', 'SetBudgetInput', 'budget { total }');
const SET_TERMS = writing('setPaymentTerms', 'SetPaymentTermsInput', 'terms { payableDays }');
const SET_GROUP = writing(
  'setConsolidationGroup',
  'SetConsolidationGroupInput',
  'group { id members { hasConsented } }',
);
const CONSENT = writing('consentToConsolidation', 'ConsentToConsolidationInput', 'consents { parentId }');
const WITHDRAW = writing(
  'withdrawConsolidationConsent',
  'WithdrawConsolidationConsentInput',
  'consents { parentId }',
);
const group = (companyId: unknown) => ({
  nameKa: 'ჯგუფი',
  members: [{ companyId, ownership: '60', from: '2026-01-01' }],
});
/** A company that there is not. */
const NOBODY = '018f0000-0000-7000-8000-0000000c0f11';
/** The group that the second company leads, and the company. */
let theirs = { groupId: '', companyId: '', fileId: '' };
/** A group that the first company leads; on the days asked about it is alone in it. */
let ourGroup = '';
/** Statements of groups, and of which days they are asked. */
const OF_GROUPS = {
  consolidatedBalanceSheet: 'asOf: "2026-12-31"',
  consolidatedIncomeStatement: 'from: "2026-01-01", to: "2026-12-31"',
  consolidatedCashFlowStatement: 'from: "2026-01-01", to: "2026-12-31"',
  consolidatedChangesInEquity: 'from: "2026-01-01", to: "2026-12-31"',
};
const BUDGET = { year: 2026, months: Array.from({ length: 12 }, () => '1.00') };
const mapping = (accountId: unknown) => ({
  standard: 'IFRS_SME',
  statement: 'FINANCIAL_POSITION',
  accountId,
  lineCode: 'CASH',
});

/** Maps the odd accounts of the second company, the first of them under the key `their-key`, and makes a group of theirs. */
/** @param fetchFile fetches the file of a link to its end */
export async function reportTheirs(
  them: Caller,
  us: Caller,
  fetchFile: (url: string) => Promise<unknown>,
): Promise<void> {
  const { statementMappings } = await them.query<{
    statementMappings: { accounts: { account: { id: string }; lineCode: string | null }[] };
  }>(
    '{ statementMappings(standard: IFRS_SME, statement: FINANCIAL_POSITION) { accounts { account { id } lineCode } } }',
  );
  const odd = statementMappings.accounts.filter(({ lineCode }) => lineCode === null);
  for (const [index, { account }] of odd.entries())
    await them.query(MAP, {
      input: { ...mapping(account.id), ...(index === 0 ? { idempotencyKey: KEY } : {}) },
    });
  const { setConsolidationGroup } = await them.query<{
    setConsolidationGroup: { group: { id: string } };
  }>(SET_GROUP, { input: { ...group(uuidv7()), idempotencyKey: KEY } });
  const { company } = await them.query<{ company: { id: string } }>('{ company { id } }');
  const ours = await us.query<{ setConsolidationGroup: { group: { id: string } } }>(SET_GROUP, {
    input: {
      nameKa: 'ჯგუფი',
      members: [{ companyId: NOBODY, ownership: '60', from: '2099-01-01' }],
    },
  });
  ourGroup = ours.setConsolidationGroup.group.id;
  const { reportFile } = await them.query<{ reportFile: { id: string; url: string } }>(
    '{ reportFile(report: TURNOVER_SHEET, format: CSV, from: "2026-01-01", to: "2026-01-31") { id url } }',
  );
  await fetchFile(reportFile.url);
  theirs = {
    groupId: setConsolidationGroup.group.id,
    companyId: company.id,
    fileId: reportFile.id,
  };
  if (odd.length === 0) throw new Error('no account of theirs wants mapping');
}

export const REPORTING_PLACES_OF_NOTHING: readonly string[] = [
  // Lines of statements are the same for everybody.
  'Mutation.mapStatementAccount(input.lineCode)',
  // A year of a plan names nothing.
  'Mutation.setBudget(input.year)',
  // Currencies are the same for everybody, and so are their official rates.
  'Query.balanceSheet(currency)',
  'Query.incomeStatement(currency)',
  'Query.consolidatedBalanceSheet(currency)',
  'Query.consolidatedIncomeStatement(currency)',
  'Query.consolidatedCashFlowStatement(currency)',
  'Query.consolidatedChangesInEquity(currency)',
  'Query.reportFile(currency)',
];

/** Where a client may write what names something of reporting, or an account that it reports on. */
export function reportingProbes(theirAccount: () => string, theirCounterparty: () => string): Probes {
  return {
    ...reportingListProbes(theirAccount, theirCounterparty),
    'Mutation.mapStatementAccount(input.accountId)': probe(
      MAP,
      (accountId) => input(mapping(accountId)),
      theirAccount,
    ),
    'Mutation.mapStatementAccount(input.idempotencyKey)': probe(
      MAP,
      (idempotencyKey) => input({ ...mapping(UNKNOWN_ID), idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.setBudget(input.accountId)': probe(
      SET_BUDGET,
      (accountId) => input({ ...BUDGET, accountId }),
      theirAccount,
    ),
    'Mutation.setBudget(input.idempotencyKey)': probe(
      SET_BUDGET,
      (idempotencyKey) => input({ ...BUDGET, accountId: UNKNOWN_ID, idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.setPaymentTerms(input.counterpartyId)': probe(
      SET_TERMS,
      (counterpartyId) => input({ counterpartyId, payableDays: 5 }),
      theirCounterparty,
    ),
    'Mutation.setPaymentTerms(input.idempotencyKey)': probe(
      SET_TERMS,
      (idempotencyKey) => input({ counterpartyId: UNKNOWN_ID, idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Query.reportFileProgress(id)': probe(
      'query ($id: ID!) { reportFileProgress(id: $id) { state rows } }',
      (id) => ({ id }),
      () => theirs.fileId,
    ),
    'Mutation.setConsolidationGroup(input.id)': probe(
      SET_GROUP,
      (id) => input({ ...group(NOBODY), id }),
      () => theirs.groupId,
    ),
    'Mutation.setConsolidationGroup(input.members.companyId)': probe(
      writing('setConsolidationGroup', 'SetConsolidationGroupInput', 'group { members { hasConsented } }'),
      // Of a group that is not there: a company is stored as it is named, and asked for its consent when it is read.
      (companyId) => input({ ...group(companyId), id: NOBODY }),
      () => theirs.companyId,
    ),
    'Mutation.setConsolidationGroup(input.idempotencyKey)': probe(
      writing('setConsolidationGroup', 'SetConsolidationGroupInput', 'group { members { hasConsented } }'),
      (idempotencyKey) => input({ ...group(NOBODY), idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.consentToConsolidation(input.groupId)': probe(
      CONSENT,
      (groupId) => input({ groupId, parentId: theirs.companyId }),
      () => theirs.groupId,
    ),
    'Mutation.consentToConsolidation(input.parentId)': probe(
      CONSENT,
      (parentId) => input({ groupId: theirs.groupId, parentId }),
      () => theirs.companyId,
    ),
    'Mutation.consentToConsolidation(input.idempotencyKey)': probe(
      CONSENT,
      (idempotencyKey) => input({ groupId: UNKNOWN_ID, parentId: UNKNOWN_ID, idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.withdrawConsolidationConsent(input.groupId)': probe(
      WITHDRAW,
      (groupId) => input({ groupId }),
      () => theirs.groupId,
    ),
    'Mutation.withdrawConsolidationConsent(input.idempotencyKey)': probe(
      WITHDRAW,
      (idempotencyKey) => input({ groupId: UNKNOWN_ID, idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    ...Object.fromEntries(
      Object.entries(OF_GROUPS).flatMap(([name, days]) => [
        [
          `Query.${name}(groupId)`,
          probe(
            `query ($v: ID!) { ${name}(groupId: $v, ${days}) { checks { holds } } }`,
            (v) => ({ v }),
            () => theirs.groupId,
          ),
        ],
        [
          `Query.${name}(minSeqs.companyId)`,
          probe(
            `query ($group: ID!, $v: ID!) { ${name}(groupId: $group, ${days}, minSeqs: [{ companyId: $v, seq: 1 }]) {
              checks { holds } } }`,
            (v) => ({ v, group: ourGroup }),
            () => theirs.companyId,
          ),
        ],
      ]),
    ),
    'Query.reportFile(groupId)': Object.keys(OF_GROUPS).map((name) =>
      probe(
        `query ($v: ID!) { reportFile(report: ${name.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}, groupId: $v, format: CSV,
          from: "2026-01-01", to: "2026-12-31") { isClosed } }`,
        (v) => ({ v }),
        () => theirs.groupId,
      ),
    ),
    'Query.paymentTerms(counterpartyId)': probe(
      'query ($v: ID!) { paymentTerms(counterpartyId: $v) { counterparty { id } payableDays } }',
      (v) => ({ v }),
      theirCounterparty,
    ),
    'Query.benfordTest(accountIds)': probe(
      'query ($v: ID!) { benfordTest(from: "2026-01-01", to: "2026-12-31", accountIds: [$v]) { total } }',
      (v) => ({ v }),
      theirAccount,
    ),
  };
}

/** What of theirs is an entity of reporting. */
export const entitiesOfTheirReports = (): Readonly<Record<string, string[]>> => ({
  ReportFileProgress: [theirs.fileId],
});
