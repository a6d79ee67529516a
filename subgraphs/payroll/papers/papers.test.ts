import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCaller, type Caller } from '#test/caller.ts';
import { payrollOf, PAY_CHART, type Payroller, type ShownRun } from '#test/payroll.ts';
import { printedText } from '#test/printed-text.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let payroll: Payroller;
let run: ShownRun;
let nino: string;
let other: string;

const ACCOUNT = 'GE29NB0000000101904917';

beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: PAY_CHART });
});
// Waiting for a run is for tests only, so the first of them pays the month.
beforeEach(() => (month ??= payMonth()));

let month: Promise<void> | undefined;

async function payMonth(): Promise<void> {
  payroll = await payrollOf(system, system.company(0));
  const employed = await payroll.employ({
    pay: { amount: '1000.00' },
    person: { firstNameEn: 'Nino', lastNameEn: 'Beridze', personalNumber: '01008012345', iban: ACCOUNT },
  });
  nino = employed.employee;
  ({ employee: other } = await payroll.employ({
    pay: { amount: '2500.00' },
    person: { lastName: 'მაისურაძე', personalNumber: '01008012346' },
  }));
  await payroll.add({
    employmentId: employed.employment,
    kind: 'ADVANCE',
    name: 'ავანსი',
    from: '2026-03-01',
    amount: '100.00',
  });
  run = await payroll.pay(2026, 3);
  // Nino is paid by the bank on the day that was planned, the other one in cash a few days later, in the next month.
  const { makePayrollPaymentFile } = await payroll.keeper.query<{
    makePayrollPaymentFile: { file: { id: string } };
  }>(
    `mutation ($input: MakePayrollPaymentFileInput!) { makePayrollPaymentFile(input: $input) { file { id } } }`,
    { input: { runId: run.id } },
  );
  await payroll.keeper.query(
    `mutation ($input: SettlePayrollPaymentsInput!) { settlePayrollPayments(input: $input) { file { id } } }`,
    { input: { fileId: makePayrollPaymentFile.file.id, date: '2026-03-28', confirmed: [nino] } },
  );
}
afterAll(() => system.close());

interface Link {
  readonly url: string;
  readonly expiresAt: string;
}

async function linkTo(field: string, given: string, by: Caller = payroll.keeper): Promise<Link> {
  const answer = await by.query<Record<string, Link | null>>(`{ ${field}(${given}) { url expiresAt } }`);
  const link = answer[field];
  if (link === undefined || link === null) throw new Error(`${field} leads nowhere`);
  return link;
}

interface Sheet {
  readonly Workbook: {
    readonly Worksheet: {
      readonly '@_ss:Name': string;
      readonly Table: { readonly Row: readonly { readonly Cell: readonly { readonly Data: string }[] }[] };
    };
  };
}

/** The rows of a month's form below its head. */
async function form30Of(month: number): Promise<string[][]> {
  const { bytes } = await fetched(await linkTo('payrollForm30File', `year: 2026, month: ${String(month)}`));
  const parser = new XMLParser({
    trimValues: false,
    parseTagValue: false,
    isArray: (name) => name === 'Row',
  });
  const { Row } = (parser.parse(bytes) as Sheet).Workbook.Worksheet.Table;
  return Row.slice(1).map(({ Cell }) => Cell.map(({ Data }) => Data));
}

async function fetched(link: Link): Promise<{ name: string; type: string; bytes: Buffer }> {
  const answer = await fetch(system.url + link.url);
  expect(answer.status).toBe(200);
  const [, name = ''] = /filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return {
    name: decodeURIComponent(name),
    type: answer.headers.get('content-type') ?? '',
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}

const DESCRIBE = `mutation ($input: DescribePayrollEmployerInput!) {
  describePayrollEmployer(input: $input) { employer { nameKa nameEn taxId } } }`;
const EMPLOYER = { nameKa: 'შპს „დავთარი & შვილები“', nameEn: 'Davtari LLC', taxId: '404404404' };

describe('papers of payroll', () => {
  it('tell an employee in Georgian and in English how the pay was reckoned', async () => {
    const file = await fetched(await linkTo('payslipFile', `runId: "${run.id}", employeeId: "${nino}"`));
    expect([file.name, file.type]).toEqual(['სახელფასო ფურცელი 2026-03.pdf', 'application/pdf']);
    const pages = await printedText(file.bytes);
    expect(pages).toHaveLength(1);
    for (const text of ['ნინო ბერიძე', '01008012345', ACCOUNT, '28.03.2026', '1,000.00', '20.00', '196.00'])
      expect(pages[0]).toContain(text);
    for (const text of ['784.00', '100.00', '684.00', '₾', 'საშემოსავლო გადასახადი, 20 %', '2 %'])
      expect(pages[0]).toContain(text);

    const english = await fetched(
      await linkTo('payslipFile', `runId: "${run.id}", employeeId: "${nino}", language: EN`),
    );
    const [page] = await printedText(english.bytes);
    expect(page).toContain('Nino Beridze');
    expect(page).toContain('To be paid');
  });

  it('hold everybody of a run in one file, each on a page of their own', async () => {
    const file = await fetched(await linkTo('payslipsFile', `runId: "${run.id}"`));
    const pages = await printedText(file.bytes);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('ბერიძე');
    expect(pages[1]).toContain('მაისურაძე');
  });

  it('sum in the register to what the run says', async () => {
    const file = await fetched(await linkTo('payrollRegisterFile', `runId: "${run.id}"`));
    const rows = await readSheet(file.bytes);
    expect(rows).toHaveLength(4);
    const head = rows[0] ?? [];
    const total = (title: string): number => Number(rows.at(-1)?.[head.indexOf(title)]);
    expect(total('სულ დარიცხული')).toBe(Number(run.totals?.['gross']));
    expect(total('საშემოსავლო გადასახადი')).toBe(Number(run.totals?.['incomeTax']));
    expect(total('გადასახდელი თანხა')).toBe(Number(run.totals?.['netToPay']));
    expect(run.totals?.['gross']).toBe('3500.00');
  });

  it('are Form 30 as the portal takes it', async () => {
    const file = await fetched(await linkTo('payrollForm30File', 'year: 2026, month: 3'));
    expect(file.name).toMatch(/^form30-.*2026-03\.xls$/);
    const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false });
    const { Worksheet } = (parser.parse(file.bytes) as Sheet).Workbook;
    expect(Worksheet['@_ss:Name']).toBe('data');
    const ofNino = [
      '01008012345',
      'ნინო',
      'ბერიძე',
      ' ',
      '268',
      '4',
      '1',
      '1000.00',
      ' ',
      '28.03.2026',
      '20',
    ];
    expect(await form30Of(3)).toEqual([[...ofNino, ' ', ' ', ' ']]);
    const empty = await fetched(await linkTo('payrollForm30File', 'year: 2026, month: 6'));
    expect(empty.bytes.toString('utf8').match(/<Row>/g)).toHaveLength(1);
  });

  it('have a payment in the month in which it was made, whenever it was planned', async () => {
    // The run was planned for March, and half of it is not paid yet: it is in no form.
    expect(await form30Of(4)).toEqual([]);
    await payroll.keeper.query(
      `mutation ($input: PayPayrollInCashInput!) { payPayrollInCash(input: $input) { file { method total } } }`,
      { input: { runId: run.id, date: '2026-04-03', employeeIds: [other] } },
    );
    expect((await form30Of(3)).map(([id]) => id)).toEqual(['01008012345']);
    expect((await form30Of(4)).map(([id, , , , , , , gross, , date]) => [id, gross, date])).toEqual([
      ['01008012346', '2500.00', '03.04.2026'],
    ]);
  });

  it('certify the income of a year', async () => {
    const given = `employeeId: "${nino}", year: 2026, language: EN`;
    expect(await payroll.keeper.refusal(`{ incomeCertificateFile(${given}) { url } }`)).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'payrollEmployer',
    });
    await payroll.keeper.query(DESCRIBE, { input: EMPLOYER });
    const file = await fetched(await linkTo('incomeCertificateFile', given));
    const [page] = await printedText(file.bytes);
    for (const text of [
      'Davtari LLC',
      '404404404',
      'Certificate of income',
      '01008012345',
      '03.2026',
      '1,000.00',
      '196.00',
      '784.00',
    ])
      expect(page).toContain(text);
  });

  it('name the employer as soon as somebody has said who it is', async () => {
    const ofNino = `runId: "${run.id}", employeeId: "${nino}"`;
    const described = await payroll.keeper.query(DESCRIBE, { input: EMPLOYER });
    expect(described).toEqual({ describePayrollEmployer: { employer: EMPLOYER } });
    expect(await payroll.keeper.query('{ payrollEmployer { nameKa nameEn taxId } }')).toEqual({
      payrollEmployer: EMPLOYER,
    });
    const [georgian] = await printedText((await fetched(await linkTo('payslipFile', ofNino))).bytes);
    for (const text of ['დამსაქმებელი', EMPLOYER.nameKa, EMPLOYER.taxId]) expect(georgian).toContain(text);
    const [english] = await printedText(
      (await fetched(await linkTo('payslipFile', `${ofNino}, language: EN`))).bytes,
    );
    expect(english).toContain('Davtari LLC');
    const register = await fetched(await linkTo('payrollRegisterFile', `runId: "${run.id}"`));
    const sheet = strFromU8(unzipSync(register.bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    // Above each printed page, where an ampersand is doubled.
    expect(sheet).toContain('&amp;Lშპს „დავთარი &amp;&amp; შვილები“, საიდენტიფიკაციო კოდი 404404404<');
    const form = await fetched(await linkTo('payrollForm30File', 'year: 2026, month: 3'));
    expect(form.name).toBe('form30-404404404-2026-03.xls');
    expect(await system.company(1).as('admin').query('{ payrollEmployer { taxId } }')).toEqual({
      payrollEmployer: null,
    });
  });

  it.each([
    ['nameKa', { ...EMPLOYER, nameKa: ' ' }],
    ['nameEn', { ...EMPLOYER, nameEn: 'x'.repeat(151) }],
    ['taxId', { ...EMPLOYER, taxId: '4044044040' }],
  ])('name no employer by a wrong %s', async (field, input) => {
    expect(await system.company(1).as('admin').refusal(DESCRIBE, { input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
      value: expect.any(String) as string,
    });
  });

  it('are the same file however often they are fetched', async () => {
    const link = await linkTo('payslipsFile', `runId: "${run.id}"`);
    const again = await linkTo('payslipsFile', `runId: "${run.id}"`);
    expect((await fetched(link)).bytes.equals((await fetched(again)).bytes)).toBe(true);
  });

  it('are linked to for nobody without the permission, and for no other company', async () => {
    const clerk = createCaller(
      system.url,
      await system.company(0).tokenWith(['payroll:write', 'reports:tax']),
    );
    const stranger = system.company(1).as('admin');
    const places = [
      ['payslipFile', `runId: "${run.id}", employeeId: "${nino}"`],
      ['payslipsFile', `runId: "${run.id}"`],
      ['payrollRegisterFile', `runId: "${run.id}"`],
      ['incomeCertificateFile', `employeeId: "${nino}", year: 2026`],
      ['payrollForm30File', 'year: 2026, month: 3'],
    ] as const;
    for (const [field, given] of places) {
      await expect(linkTo(field, given, clerk)).rejects.toThrow(/FORBIDDEN/);
      if (field !== 'payrollForm30File')
        await expect(linkTo(field, given, stranger)).rejects.toThrow(/leads nowhere/);
    }
    const theirs = await fetched(await linkTo('payrollForm30File', 'year: 2026, month: 3', stranger));
    expect(theirs.bytes.toString('utf8').match(/<Row>/g)).toHaveLength(1);
  });

  it('are nowhere under a link that somebody changed', async () => {
    const { url } = await linkTo('payslipsFile', `runId: "${run.id}"`);
    const answer = await fetch(`${system.url}${url.slice(0, -2)}xx`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it('are refused for a month that is none', async () => {
    await expect(linkTo('payrollForm30File', 'year: 2026, month: 13')).rejects.toThrow(/BAD_USER_INPUT/);
    await expect(linkTo('payrollForm30File', 'year: 1026, month: 1')).rejects.toThrow(/BAD_USER_INPUT/);
  });
});
