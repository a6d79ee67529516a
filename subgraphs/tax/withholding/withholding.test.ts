import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
let company: TestCompany;
let nino: string;
let berlin: string;
let partner: string;
beforeAll(async () => {
  system = await startSystem({ companies: 3 });
  company = system.company(0);
  nino = await payee(company, 'PERSON', 'GE', '01017098765', 'ნინო <ბერიძე>', 'თბილისი, "რუსთაველის" 1');
  berlin = await payee(company, 'FOREIGN', 'DE', 'DE811569869', 'Spree & Söhne GmbH', null);
  partner = await payee(company, 'COMPANY', 'GE', '206322102', 'შპს პარტნიორი', 'ბათუმი');
});
afterAll(() => system.close());

/** Puts a counterparty where its projection would. */
async function payee(
  of: TestCompany,
  kind: string,
  country: string,
  taxId: string,
  name: string,
  address: string | null,
): Promise<string> {
  const id = uuidv7();
  await system.owner.sql`
    insert into tax.counterparties values (${of.id}, ${id}, ${kind}, ${country}, ${taxId}, ${name}, null, ${address},
      ${country === 'GE'}, '[]', '[]', true, 1, now(), now())`;
  return id;
}

const WITHHOLD = `mutation ($input: WithholdTaxInput!) {
  withholdTax(input: $input) { withholding { id rate tax net form30Cells reversedOn } }
}`;
const REVERSE = `mutation ($input: ReverseWithholdingInput!) {
  reverseWithholding(input: $input) { withholding { id reversedOn } }
}`;
const FORM = `query ($year: Int!, $month: Int!, $after: String) {
  form30(year: $year, month: $month) {
    due gross tax net
    sums { kind title(language: EN) payments gross tax net }
    rows(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
    file { name mediaType contentBase64 }
  }
}`;

interface Withheld {
  readonly id: string;
  readonly rate: string;
  readonly tax: string;
  readonly net: string;
  readonly form30Cells: readonly string[];
}

const dividend = () => ({
  date: '2026-01-28',
  kind: 'DIVIDEND_TO_INDIVIDUAL',
  counterpartyId: nino,
  gross: '8500.00',
  description: 'Dividend of 2025',
});

async function withhold(given: object, by: TestCompany = company): Promise<Withheld> {
  const { withholdTax } = await by
    .as('tax_specialist')
    .query<{ withholdTax: { withholding: Withheld } }>(WITHHOLD, { input: { ...dividend(), ...given } });
  return withholdTax.withholding;
}

describe('tax withheld at source', () => {
  it('takes from a profit of 10,000 first 1,500, then 425 of the dividend: 8,075 reach the shareholder', async () => {
    const { chargeProfitTax } = await company
      .as('tax_specialist')
      .query<{ chargeProfitTax: { charge: { tax: string } } }>(
        'mutation ($input: ChargeProfitTaxInput!) { chargeProfitTax(input: $input) { charge { tax } } }',
        { input: { date: '2026-01-28', kind: 'DIVIDEND', amount: '8500.00', description: 'Dividend' } },
      );
    const withheld = await withhold({});
    expect([chargeProfitTax.charge.tax, withheld.tax, withheld.net]).toEqual([
      '1500.00',
      '425.00',
      '8075.00',
    ]);
  });

  it('asks the ledger to move the tax from the payee to the State', async () => {
    const { id } = await withhold({ gross: '100.00' });
    const [row] = await system.owner.sql<{ data: object }[]>`
      select data from tax.event_store where event_type = 'PostingRequested' and data -> 'source' ->> 'id' = ${id}`;
    expect(row?.data).toMatchObject({
      source: { subgraph: 'tax', type: 'Withholding', id, purpose: 'withholding' },
      entries: [
        { accountCode: '3420', debit: '5.00', counterpartyId: nino },
        { accountCode: '3391', credit: '5.00' },
      ],
    });
  });

  it.each([
    ['DIVIDEND_TO_INDIVIDUAL', () => nino, '5', '50.00'],
    ['DIVIDEND_TO_NON_RESIDENT', () => berlin, '5', '50.00'],
    ['DIVIDEND_TO_COMPANY', () => partner, '0', '0.00'],
    ['INTEREST', () => partner, '5', '50.00'],
    ['ROYALTY_TO_RESIDENT', () => nino, '20', '200.00'],
    ['ROYALTY_TO_NON_RESIDENT', () => berlin, '5', '50.00'],
    ['NON_RESIDENT_SERVICES', () => berlin, '10', '100.00'],
    ['NON_RESIDENT_TRANSPORT', () => berlin, '10', '100.00'],
    ['OIL_AND_GAS', () => berlin, '4', '40.00'],
    ['LOW_TAX_JURISDICTION', () => berlin, '15', '150.00'],
    ['SERVICES_OF_INDIVIDUAL', () => nino, '20', '200.00'],
    ['RESIDENTIAL_RENT', () => nino, '5', '50.00'],
    ['SALE_OF_HOME_OR_CAR', () => nino, '5', '50.00'],
  ])('of %s is at the rate of the law', async (kind, to, rate, tax) => {
    const given = { kind, counterpartyId: to(), gross: '1000.00', date: '2025-06-10' };
    expect(await withhold(given)).toMatchObject({ rate, tax });
  });

  it('is lessened by relief, treaty and credit', async () => {
    const kind = 'NON_RESIDENT_SERVICES';
    const given = { kind, counterpartyId: berlin, gross: '1000.00', date: '2025-07-10' };
    const lessened = await withhold({
      ...given,
      relief: '100.05',
      treatyExempt: '40.00',
      foreignCredit: '9.99',
    });
    expect(lessened).toMatchObject({ tax: '40.01', net: '959.99' });
  });

  it('makes the fourteen cells of Form 30 by position', async () => {
    const person = await withhold({ recipientCategory: '12' });
    expect(person.form30Cells).toEqual([
      '01017098765', 'ნინო', '<ბერიძე>', 'თბილისი, "რუსთაველის" 1', '268', '12', '2', '8500.00', ' ', '28.01.2026',
      '5', ' ', ' ', ' ',
    ]); // prettier-ignore
    const given = { kind: 'NON_RESIDENT_SERVICES', counterpartyId: berlin, gross: '1000.00' };
    const foreign = await withhold({ ...given, treatyExempt: '100.00', date: '2026-03-02' });
    expect(foreign.form30Cells).toEqual([
      'DE811569869', ' ', 'Spree & Söhne GmbH', ' ', '276', ' ', '7', '1000.00', ' ', '02.03.2026',
      '10', '100.00', ' ', ' ',
    ]); // prettier-ignore
    const firm = await withhold({ kind: 'INTEREST', counterpartyId: partner, date: '2026-03-03' });
    expect(firm.form30Cells.slice(0, 5)).toEqual(['206322102', 'შპს', 'პარტნიორი', 'ბათუმი', '268']);
  });
});

describe('Form 30 of a month', () => {
  it('has the payments of the month, their sums and the file, without what was reversed', async () => {
    const other = system.company(1);
    const person = await payee(other, 'PERSON', 'GE', '01017098766', 'გია & <ბ>', null);
    const pay = (given: object) => withhold({ counterpartyId: person, ...given }, other);
    const first = await pay({ date: '2026-04-03', gross: '1000.00' });
    const rent = await pay({ date: '2026-04-30', gross: '0.30', kind: 'RESIDENTIAL_RENT' });
    const wrong = await pay({ date: '2026-04-10', gross: '77.00' });
    await pay({ date: '2026-05-01', gross: '5.00' });
    const second = await pay({ date: '2026-04-20', gross: '2000.00' });
    const input = { id: wrong.id, date: '2026-05-02', reason: 'paid to another' };
    await other.as('tax_specialist').query(REVERSE, { input });

    const read = async (after?: string) => {
      const { form30 } = await other.as('auditor').query<{
        form30: {
          rows: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
          file: { name: string; mediaType: string; contentBase64: string };
        };
      }>(FORM, { year: 2026, month: 4, after });
      return form30;
    };
    const form = await read();
    expect(form).toMatchObject({
      due: '2026-05-15',
      gross: '3000.30',
      tax: '150.02',
      net: '2850.28',
      sums: [
        { kind: 'DIVIDEND_TO_INDIVIDUAL', payments: 2, gross: '3000.00', tax: '150.00', net: '2850.00' },
        { kind: 'RESIDENTIAL_RENT', title: 'Residential rent to an individual', payments: 1, tax: '0.02' },
      ],
    });
    const rest = await read(form.rows.pageInfo.endCursor);
    const ids = [...form.rows.edges, ...rest.rows.edges].map(({ node }) => node.id);
    expect(ids).toEqual([first.id, second.id, rent.id]);
    expect(rest.rows.pageInfo.hasNextPage).toBe(false);

    expect(form.file).toMatchObject({ name: 'form30-2026-04.xls', mediaType: 'application/vnd.ms-excel' });
    const xml = Buffer.from(form.file.contentBase64, 'base64').toString('utf8');
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<\?mso-application progid="Excel.Sheet"\?>\n/,
    );
    expect(xml.match(/<Worksheet [^>]*>/g)).toEqual(['<Worksheet ss:Name="data">']);
    const rows = xml.match(/<Row>.*?<\/Row>/gs) ?? [];
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row.match(/<Cell><Data ss:Type="String">[^<>]+<\/Data><\/Cell>/g)).toHaveLength(14);
    }
    expect(rows[1]).toContain('>გია</Data></Cell><Cell><Data ss:Type="String">&amp; &lt;ბ&gt;<');
    expect(rows[1]).toContain('>03.04.2026<');
    expect(rows[1]).toContain('> <');
  });

  it('of a month without payments has no sums and a file of headings', async () => {
    const { form30 } = await system
      .company(2)
      .as('auditor')
      .query<{ form30: { file: { contentBase64: string } } }>(FORM, { year: 2026, month: 4 });
    expect(form30).toMatchObject({ gross: '0.00', tax: '0.00', sums: [], rows: { edges: [] } });
    const xml = Buffer.from(form30.file.contentBase64, 'base64').toString('utf8');
    expect(xml.match(/<Row>/g)).toHaveLength(1);
  });
});

describe('bad payments', () => {
  it.each([
    ['gross', { gross: '0.00' }],
    ['gross', { gross: '-1.00' }],
    ['relief', { relief: '8500.01' }],
    ['treatyExempt', { treatyExempt: '425.01' }],
    ['foreignCredit', { treatyExempt: '400.00', foreignCredit: '25.01' }],
    ['kind', { kind: 'NON_RESIDENT_SERVICES' }],
    ['kind', { kind: 'DIVIDEND_TO_COMPANY' }],
    ['date', { date: '2016-12-31' }],
    ['description', { description: '' }],
  ])('are refused and %s is named', async (field, given) => {
    const input = { ...dividend(), ...given };
    const refusal = await company.as('tax_specialist').refusal(WITHHOLD, { input });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('to companies as if they were individuals are refused', async () => {
    const input = { ...dividend(), counterpartyId: partner };
    const refusal = await company.as('tax_specialist').refusal(WITHHOLD, { input });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: 'kind' });
  });

  it('to counterparties of another company are to nobody', async () => {
    const input = dividend();
    const refusal = await system.company(1).as('tax_specialist').refusal(WITHHOLD, { input });
    expect(refusal).toMatchObject({ code: 'NOT_FOUND', field: 'counterpartyId' });
  });

  it('are reversed once, and not before they were made', async () => {
    const specialist = company.as('tax_specialist');
    const { id } = await withhold({});
    const input = { id, date: '2026-01-30', reason: 'mistake' };
    const early = await specialist.refusal(REVERSE, { input: { ...input, date: '2026-01-27' } });
    expect(early).toMatchObject({ code: 'BAD_USER_INPUT', field: 'date' });
    await specialist.query(REVERSE, { input });
    expect((await specialist.refusal(REVERSE, { input })).code).toBe('INVALID_TRANSITION');
  });

  it('are given by those only who may write taxes', async () => {
    expect((await company.as('auditor').refusal(WITHHOLD, { input: dividend() })).code).toBe('FORBIDDEN');
  });
});
