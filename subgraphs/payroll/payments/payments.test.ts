import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { payrollOf, PAY_CHART, type Payroller, type ShownRun } from '#test/payroll.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let used = 0;

beforeAll(async () => {
  system = await startSystem({ companies: 6, chart: PAY_CHART });
});
afterAll(() => system.close());

const FILE = `file { id payments total sent confirmed failed confirmedTotal csv
  list(first: 10) { edges { node { employee { id } amount incomeTax state paidOn failure } } } }`;
const MAKE = `mutation ($input: MakePayrollPaymentFileInput!) { makePayrollPaymentFile(input: $input) { ${FILE} } }`;
const SETTLE = `mutation ($input: SettlePayrollPaymentsInput!) { settlePayrollPayments(input: $input) { ${FILE} } }`;

interface File {
  readonly id: string;
  readonly csv: string;
  readonly [field: string]: unknown;
}

async function make({ keeper }: Payroller, runId: string): Promise<File> {
  const { makePayrollPaymentFile } = await keeper.query<{ makePayrollPaymentFile: { file: File } }>(MAKE, {
    input: { runId },
  });
  return makePayrollPaymentFile.file;
}

async function settle({ keeper }: Payroller, input: object): Promise<File> {
  const { settlePayrollPayments } = await keeper.query<{ settlePayrollPayments: { file: File } }>(SETTLE, {
    input: { date: '2026-10-30', ...input },
  });
  return settlePayrollPayments.file;
}

/** Two people with accounts and one without, paid for October. */
async function paidOctober(): Promise<{ payroll: Payroller; run: ShownRun; ids: string[] }> {
  const payroll = await payrollOf(system, system.company(used++));
  const ids: string[] = [];
  for (const person of [
    { firstName: '=ნინო', iban: 'GE29NB0000000101904917' },
    { lastName: 'ბერიძე, უმცროსი', iban: 'GE29NB0000000101904917' },
    {},
  ]) {
    const { employee } = await payroll.employ({ pay: { amount: '1000.00' }, person });
    ids.push(employee);
  }
  return { payroll, run: await payroll.pay(2026, 10), ids };
}

it('pays who has an account, tries again what failed, and nobody twice', async () => {
  const { payroll, run, ids } = await paidOctober();
  const [first, second, third] = ids;
  const file = await make(payroll, run.id);
  expect(file).toMatchObject({ payments: 2, total: '1568.00', sent: 2 });
  expect(file.csv.split('\r\n')).toEqual([
    'iban,beneficiary,amount,currency,purpose',
    "GE29NB0000000101904917,'=ნინო ბერიძე,784.00,GEL,Salary 2026-10",
    'GE29NB0000000101904917,"ნინო ბერიძე, უმცროსი",784.00,GEL,Salary 2026-10',
    '',
  ]);
  // What is under way is in no other file.
  expect(await payroll.keeper.refusal(MAKE, { input: { runId: run.id } })).toMatchObject({
    code: 'INVALID_TRANSITION',
    field: 'runId',
  });
  const settled = await settle(payroll, {
    fileId: file.id,
    confirmed: [first],
    failed: [{ employeeId: second, reason: 'account closed' }],
  });
  expect(settled).toMatchObject({ sent: 0, confirmed: 1, failed: 1, confirmedTotal: '784.00' });
  expect(settled).toMatchObject({
    list: {
      edges: [
        { node: { employee: { id: first }, state: 'CONFIRMED', paidOn: '2026-10-30', incomeTax: '196.00' } },
        { node: { employee: { id: second }, state: 'FAILED', paidOn: null, failure: 'account closed' } },
      ],
    },
  });
  const again = { fileId: file.id, date: '2026-10-31', confirmed: [first] };
  expect(await payroll.keeper.refusal(SETTLE, { input: again })).toMatchObject({
    code: 'INVALID_TRANSITION',
    field: 'confirmed[0]',
  });
  expect(await payroll.keeper.refusal(SETTLE, { input: { ...again, confirmed: [third] } })).toMatchObject({
    code: 'NOT_FOUND',
  });

  const retry = await make(payroll, run.id);
  expect(retry).toMatchObject({ payments: 1, total: '784.00' });
  expect(await settle(payroll, { fileId: retry.id, confirmed: [second] })).toMatchObject({ confirmed: 1 });
  // The third has no account yet.
  expect(await runOf(payroll, run.id)).toEqual({ state: 'POSTED', withoutAccount: 1, paymentFiles: 2 });
  await payroll.keeper.query(
    'mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { employee { id } } }',
    { input: { id: third, iban: 'GE29NB0000000101904917' } },
  );
  const last = await make(payroll, run.id);
  await settle(payroll, { fileId: last.id, confirmed: [third] });
  expect(await runOf(payroll, run.id)).toEqual({ state: 'PAID', withoutAccount: 0, paymentFiles: 3 });

  // The bank has paid what was owed, and the books name nobody.
  await expect
    .poll(async () => {
      const { trialBalance } = await payroll.keeper.query<{
        trialBalance: { rows: { account: { code: string }; closing: string }[] };
      }>('{ trialBalance(asOf: "2026-12-31") { rows { account { code } closing } } }');
      return trialBalance.rows
        .filter(({ account }) => ['1210', '3130', '3320'].includes(account.code))
        .map(({ account, closing }) => `${account.code} ${closing}`);
    })
    .toEqual(['1210 -2352.00', '3130 0.00', '3320 -588.00']);
});

it('pays in cash who wishes so, once, and out of the cash box', async () => {
  const { payroll, run, ids } = await paidOctober();
  const CASH = `mutation ($input: PayPayrollInCashInput!) { payPayrollInCash(input: $input) {
    file { id method payDate payments total confirmed confirmedTotal list(first: 5) { edges { node { state paidOn } } } } } }`;
  const [first, second, third] = ids;
  const date = '2026-11-02';
  const file = await make(payroll, run.id);
  const refused = (input: object) =>
    payroll.keeper.refusal(CASH, { input: { runId: run.id, date, employeeIds: [third], ...input } });
  expect(await refused({ employeeIds: [third, first] })).toMatchObject({
    code: 'INVALID_TRANSITION',
    field: 'employeeIds[1]',
    value: first,
  });
  expect(await refused({ employeeIds: [third, third] })).toMatchObject({ field: 'employeeIds[1]' });
  expect(await refused({ employeeIds: [] })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'employeeIds' });
  expect(await refused({ date: '2026-02-30' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'date' });
  expect(await refused({ runId: file.id })).toMatchObject({ code: 'NOT_FOUND', field: 'runId' });

  const { payPayrollInCash } = await payroll.keeper.query<{ payPayrollInCash: { file: File } }>(CASH, {
    input: { runId: run.id, date, employeeIds: [third] },
  });
  expect(payPayrollInCash.file).toMatchObject({
    method: 'CASH',
    payDate: date,
    payments: 1,
    confirmed: 1,
    confirmedTotal: '784.00',
    list: { edges: [{ node: { state: 'CONFIRMED', paidOn: date } }] },
  });
  expect(await refused({})).toMatchObject({ code: 'INVALID_TRANSITION', value: third });
  expect(
    await payroll.keeper.refusal('query ($id: ID!) { payrollPaymentFile(id: $id) { csv } }', {
      id: payPayrollInCash.file.id,
    }),
  ).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });

  // What failed at the bank may be handed out; that is the last of the run.
  await settle(payroll, {
    fileId: file.id,
    confirmed: [first],
    failed: [{ employeeId: second, reason: 'account closed' }],
  });
  await payroll.keeper.query(CASH, { input: { runId: run.id, date, employeeIds: [second] } });
  expect(await runOf(payroll, run.id)).toEqual({ state: 'PAID', withoutAccount: 0, paymentFiles: 3 });
  await expect
    .poll(async () => {
      const { trialBalance } = await payroll.keeper.query<{
        trialBalance: { rows: { account: { code: string }; closing: string }[] };
      }>('{ trialBalance(asOf: "2026-12-31") { rows { account { code } closing } } }');
      return trialBalance.rows
        .filter(({ account }) => ['1110', '1210', '3130'].includes(account.code))
        .map(({ account, closing }) => `${account.code} ${closing}`);
    })
    .toEqual(['1110 -1568.00', '1210 -784.00', '3130 0.00']);
});

it('is asked for the same payments by two at once and makes them once', async () => {
  const { payroll, run } = await paidOctober();
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => payroll.keeper.answer(MAKE, { input: { runId: run.id } })),
  );
  const refusals = answers.flatMap(({ errors }) => errors ?? []);
  expect(refusals).toHaveLength(3);
  for (const { extensions } of refusals) expect(extensions).toMatchObject({ field: 'runId', value: run.id });
});

it('tells a bank of the same payments by ISO 20022, without those that failed', async () => {
  const { payroll, run, ids } = await paidOctober();
  const { id } = await make(payroll, run.id);
  const QUERY = `query ($id: ID!, $payer: String, $payerIban: String!) {
    payrollPaymentFile(id: $id) { creditTransfer(payer: $payer, payerIban: $payerIban) } }`;
  const asked = { id, payer: 'შპს „ა & ბ“ <თბილისი>', payerIban: 'GE60 NB00 0000 0123 4567 89' };
  const parsed = async (): Promise<{ whole: CreditTransfer; transfers: Transfer[] }> => {
    const { payrollPaymentFile } = await payroll.keeper.query<{
      payrollPaymentFile: { creditTransfer: string };
    }>(QUERY, asked);
    const xml = payrollPaymentFile.creditTransfer;
    const parser = new XMLParser({
      ignoreAttributes: false,
      parseTagValue: false,
      isArray: (name) => name === 'CdtTrfTxInf',
    });
    const { Document } = parser.parse(xml) as { Document: CreditTransfer };
    return { whole: Document, transfers: Document.CstmrCdtTrfInitn.PmtInf.CdtTrfTxInf };
  };
  const { whole, transfers } = await parsed();
  expect(whole['@_xmlns']).toBe('urn:iso:std:iso:20022:tech:xsd:pain.001.001.03');
  const { GrpHdr, PmtInf } = whole.CstmrCdtTrfInitn;
  // Names of a sequence come in the order of the schema.
  expect(Object.keys(GrpHdr)).toEqual(['MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum', 'InitgPty']);
  expect(Object.keys(PmtInf)).toEqual([
    ...['PmtInfId', 'PmtMtd', 'NbOfTxs', 'CtrlSum', 'ReqdExctnDt', 'Dbtr', 'DbtrAcct', 'DbtrAgt'],
    'CdtTrfTxInf',
  ]);
  expect(GrpHdr).toMatchObject({ NbOfTxs: '2', CtrlSum: '1568.00', InitgPty: { Nm: asked.payer } });
  expect(GrpHdr['MsgId']).toMatch(/^[0-9a-f]{32}$/);
  expect(GrpHdr['CreDtTm']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  expect(PmtInf).toMatchObject({
    PmtMtd: 'TRF',
    NbOfTxs: '2',
    CtrlSum: '1568.00',
    ReqdExctnDt: '2026-10-28',
    DbtrAcct: { Id: { IBAN: 'GE60NB0000000123456789' }, Ccy: 'GEL' },
  });
  expect(transfers.map(({ PmtId }) => PmtId.EndToEndId)).toEqual(
    ids.slice(0, 2).map((one) => one.replaceAll('-', '')),
  );
  expect(transfers[0]).toMatchObject({
    Amt: { InstdAmt: { '#text': '784.00', '@_Ccy': 'GEL' } },
    Cdtr: { Nm: '=ნინო ბერიძე' },
    CdtrAcct: { Id: { IBAN: 'GE29NB0000000101904917' } },
    RmtInf: { Ustrd: 'Salary 2026-10' },
  });

  // The employer is the payer where nobody else is named.
  const unnamed = { id, payer: null, payerIban: asked.payerIban };
  expect(await payroll.keeper.refusal(QUERY, unnamed)).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'payer',
  });
  await payroll.keeper.query(
    `mutation ($input: DescribePayrollEmployerInput!) { describePayrollEmployer(input: $input) { employer { taxId } } }`,
    { input: { nameKa: 'შპს დავთარი', taxId: '404404404' } },
  );
  const named = await payroll.keeper.query<{ payrollPaymentFile: { creditTransfer: string } }>(
    QUERY,
    unnamed,
  );
  expect(named.payrollPaymentFile.creditTransfer).toContain(
    '<Dbtr><Nm>შპს დავთარი</Nm><Id><OrgId><Othr><Id>404404404</Id><SchmeNm><Cd>TXID</Cd></SchmeNm></Othr></OrgId></Id></Dbtr>',
  );

  const wrong = await payroll.keeper.refusal(QUERY, { ...asked, payerIban: 'GE61NB0000000123456789' });
  expect(wrong).toMatchObject({ code: 'BAD_USER_INPUT', field: 'payerIban' });
  expect(JSON.stringify(wrong)).not.toContain('0123456789');

  await settle(payroll, { fileId: id, failed: [{ employeeId: ids[0], reason: 'account closed' }] });
  const left = await parsed();
  expect(left.whole.CstmrCdtTrfInitn.PmtInf).toMatchObject({ NbOfTxs: '1', CtrlSum: '784.00' });
  await settle(payroll, { fileId: id, failed: [{ employeeId: ids[1], reason: 'account closed' }] });
  expect(await payroll.keeper.refusal(QUERY, asked)).toMatchObject({ code: 'INVALID_TRANSITION', value: id });
});

interface Transfer {
  readonly PmtId: { readonly EndToEndId: string };
}
interface CreditTransfer {
  readonly '@_xmlns': string;
  readonly CstmrCdtTrfInitn: {
    readonly GrpHdr: Readonly<Record<string, unknown>>;
    readonly PmtInf: { readonly CdtTrfTxInf: Transfer[] };
  };
}

it('pays nothing of what is not posted, and shows why the books refused a payment', async () => {
  const { payroll, run, ids } = await paidOctober();
  const next = await payroll.start(2026, 11);
  expect(await payroll.keeper.refusal(MAKE, { input: { runId: next.id } })).toMatchObject({
    code: 'INVALID_TRANSITION',
  });
  const file = await make(payroll, run.id);
  await settle(payroll, { fileId: file.id, confirmed: [ids[0]], date: '2025-12-31' });
  await expect
    .poll(async () => {
      const { payrollPaymentFile } = await payroll.keeper.query<{
        payrollPaymentFile: { refusals: { code: string }[] };
      }>('query ($id: ID!) { payrollPaymentFile(id: $id) { refusals { code } } }', { id: file.id });
      return payrollPaymentFile.refusals;
    })
    .toEqual([{ code: 'PERIOD_CLOSED' }]);

  // What was refused is asked for again, on another day, and stands in the books once.
  const RETRY = `mutation ($input: RetryPayrollPaymentPostingInput!) {
    retryPayrollPaymentPosting(input: $input) { file { id } } }`;
  expect(
    await payroll.keeper.refusal(RETRY, { input: { fileId: file.id, date: '2026-13-01' } }),
  ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'date' });
  await payroll.keeper.query(RETRY, { input: { fileId: file.id, date: '2026-10-31' } });
  await expect
    .poll(async () => {
      const { trialBalance } = await payroll.keeper.query<{
        trialBalance: { rows: { account: { code: string }; closing: string }[] };
      }>('{ trialBalance(asOf: "2026-10-31") { rows { account { code } closing } } }');
      return trialBalance.rows.find(({ account }) => account.code === '1210')?.closing;
    })
    .toBe('-784.00');
  // Payroll learns of it from the ledger's log, a moment after the books have it.
  await expect
    .poll(async () => {
      const { payrollPaymentFile } = await payroll.keeper.query<{
        payrollPaymentFile: { refusals: unknown[] };
      }>('query ($id: ID!) { payrollPaymentFile(id: $id) { refusals { code } } }', { id: file.id });
      return payrollPaymentFile.refusals;
    })
    .toEqual([]);
  expect(await payroll.keeper.refusal(RETRY, { input: { fileId: file.id } })).toMatchObject({
    code: 'INVALID_TRANSITION',
    field: 'fileId',
  });
});

async function runOf({ keeper }: Payroller, id: string): Promise<object> {
  const { payrollRun } = await keeper.query<{
    payrollRun: { state: string; withoutAccount: number; paymentFiles: unknown[] };
  }>('query ($id: ID!) { payrollRun(id: $id) { state withoutAccount paymentFiles { id } } }', { id });
  return { ...payrollRun, paymentFiles: payrollRun.paymentFiles.length };
}
