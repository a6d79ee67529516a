import { beside, probe, type Probe, type Probes } from '#test/tenancy-probes.ts';

/** An account of nobody. */
const NOWHERE = '018f0000-0000-7000-8000-00000000f11e';
const SPAN = 'from: "2026-01-01", to: "2026-12-31"';
const LEDGER = `edges { node { code opening debit closing entries(first: 5) { edges { node { description } } } } }`;
const CARD = 'code opening debit closing entries(first: 5) { edges { node { description } } }';
const SHEET = 'debit edges { node { code debit } }';
const AGED = 'balance accounts { id } edges { node { code balance } }';
const ACT = 'opening closing entries(first: 5) { edges { node { description } } }';

/** A cursor behind a file of long after. */
const placeInTime = (id: string) =>
  Buffer.from(JSON.stringify(['2100-01-01T00:00:00.000Z', id])).toString('base64url');

/** A cursor behind a row of the other company's account, of the parts that come after the account. */
const behind =
  (account: () => string, ...rest: null[]) =>
  () =>
    Buffer.from(JSON.stringify(['SECRET-1', account(), ...rest])).toString('base64url');

/** Where a client may write what names an account, a counterparty or a place in a list of reporting. */
export function reportingListProbes(theirAccount: () => string, theirCounterparty: () => string): Probes {
  const naming = (field: string, given: string, selection: string, theirs: () => string): Probe =>
    probe(`query ($v: ID!) { ${field}(${given}) { ${selection} } }`, (v) => ({ v }), theirs);
  const paging = (field: string, given: string, selection: string, cursor: () => string): Probe =>
    probe(
      `query ($v: String) { ${field}(${given}, first: 100, after: $v) { ${selection} pageInfo { hasNextPage } } }`,
      (v) => ({ v }),
      cursor,
      beside(cursor),
    );
  const place = behind(theirAccount);
  // Rows have a third part, which is null: the place beside it is of another account.
  const row = behind(theirAccount, null);
  const rows = (field: string, given: string, selection: string): Probe =>
    probe(
      `query ($v: String) { ${field}(${given}, first: 100, after: $v) { ${selection} pageInfo { hasNextPage } } }`,
      (v) => ({ v }),
      row,
      () => behind(() => NOWHERE, null)(),
    );
  return {
    'Query.generalLedger(accountIds)': naming(
      'generalLedger',
      `${SPAN}, first: 5, accountIds: [$v]`,
      LEDGER,
      theirAccount,
    ),
    'Query.generalLedger(counterpartyId)': naming(
      'generalLedger',
      `${SPAN}, first: 5, counterpartyId: $v`,
      LEDGER,
      theirCounterparty,
    ),
    'Query.generalLedger(after)': paging('generalLedger', SPAN, 'edges { node { code } }', place),
    'Query.accountCard(accountId)': naming('accountCard', `${SPAN}, accountId: $v`, CARD, theirAccount),
    'Query.accountCard(counterpartyId)': naming(
      'accountCard',
      `${SPAN}, accountId: "${NOWHERE}", counterpartyId: $v`,
      CARD,
      theirCounterparty,
    ),
    'Query.turnoverSheet(accountIds)': naming(
      'turnoverSheet',
      `${SPAN}, first: 5, accountIds: [$v]`,
      SHEET,
      theirAccount,
    ),
    'Query.turnoverSheet(after)': rows('turnoverSheet', SPAN, SHEET),
    'Query.agedBalances(accountIds)': naming(
      'agedBalances',
      'side: RECEIVABLE, asOf: "2026-12-31", first: 5, accountIds: [$v]',
      AGED,
      theirAccount,
    ),
    'Query.agedBalances(after)': rows('agedBalances', 'side: RECEIVABLE, asOf: "2026-12-31"', AGED),
    'Query.reportFile(accountIds)': naming(
      'reportFile',
      `report: GENERAL_LEDGER, format: CSV, ${SPAN}, accountIds: [$v]`,
      'isClosed',
      theirAccount,
    ),
    'Query.reportFile(counterpartyId)': ['GENERAL_LEDGER', 'RECONCILIATION_ACT'].map((report) =>
      naming(
        'reportFile',
        `report: ${report}, format: CSV, ${SPAN}, counterpartyId: $v`,
        'isClosed',
        theirCounterparty,
      ),
    ),
    'Query.exportedReports(after)': probe(
      'query ($v: String) { exportedReports(first: 100, after: $v) { edges { node { id } } } }',
      (v) => ({ v }),
      () => placeInTime('018f0000-0000-7000-8000-000000000001'),
      () => placeInTime('018f0000-0000-7000-8000-000000000002'),
    ),
    'Query.reconciliationAct(counterpartyId)': naming(
      'reconciliationAct',
      `${SPAN}, counterpartyId: $v`,
      ACT,
      theirCounterparty,
    ),
  };
}
