import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';

import { beside, input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** What nobody has, other than what the probed value is compared with. */
const ELSEWHERE = '018f0000-0000-7000-8000-0000000000aa';

/** Documents and counterparties of the second company. */
export interface InvoicesOfTheirs {
  readonly counterparty: string;
  readonly counterpartyCursor: string;
  readonly draft: string;
  readonly issued: string;
  readonly advance: string;
  readonly received: string;
  readonly invoiceCursor: string;
  readonly declaration: string;
  readonly exciseCursor: string;
}

const COUNTERPARTY_TYPES = {
  createCounterparty: 'CreateCounterpartyInput',
  updateCounterparty: 'UpdateCounterpartyInput',
  deactivateCounterparty: 'CounterpartyActionInput',
  activateCounterparty: 'CounterpartyActionInput',
} as const;

const DOCUMENT_TYPES = {
  createTaxInvoice: 'TaxInvoiceInput',
  updateTaxInvoice: 'UpdateTaxInvoiceInput',
  issueTaxInvoice: 'IssueTaxInvoiceInput',
  registerTaxInvoice: 'RegisterTaxInvoiceInput',
  recordReceivedTaxInvoice: 'ReceivedTaxInvoiceInput',
  recordImport: 'ImportInput',
  confirmTaxInvoice: 'ConfirmTaxInvoiceInput',
  refuseTaxInvoice: 'TaxInvoiceReasonInput',
  correctTaxInvoice: 'CorrectTaxInvoiceInput',
  cancelTaxInvoice: 'TaxInvoiceReasonInput',
  recordCustomsPayment: 'RecordCustomsPaymentInput',
} as const;

type Operation = keyof typeof COUNTERPARTY_TYPES | keyof typeof DOCUMENT_TYPES;

function queryOf(operation: Operation): string {
  return operation in COUNTERPARTY_TYPES
    ? writing(
        operation,
        COUNTERPARTY_TYPES[operation as keyof typeof COUNTERPARTY_TYPES],
        'counterparty { taxId version }',
      )
    : writing(
        operation,
        DOCUMENT_TYPES[operation as keyof typeof DOCUMENT_TYPES],
        'invoice { status version note }',
      );
}

const BATCH = `mutation($input: RecordTaxInvoicesInput!) {
  recordTaxInvoices(input: $input) { results { invoice { note } error { code field } } }
}`;

const line = (more: object = {}): object => ({
  name: SECRET,
  unit: 1,
  quantity: '1',
  unitPrice: '118.00',
  treatment: 'STANDARD',
  ...more,
});
const document = (counterpartyId: string, more: object = {}): object => ({
  counterpartyId,
  operationDate: '2026-03-10',
  lines: [line()],
  note: SECRET,
  ...more,
});
const registration = { number: SECRET };

const SET_EXCISE_RATE = writing('setExciseRate', 'SetExciseRateInput', 'group { code }');
const EXCISE_RATE = { group: 'SPIRITS', validFrom: '2026-01-01', rate: '5', source: 'x' };

/** Makes documents of each kind out, under the key `their-key` and with `SECRET` wherever a text may be. */
export async function fileTheirInvoices(them: Caller): Promise<InvoicesOfTheirs> {
  const idempotencyKey = 'their-key';
  const perform = async (operation: Operation, given: object): Promise<string> => {
    const [type, node] =
      operation in COUNTERPARTY_TYPES
        ? [COUNTERPARTY_TYPES[operation as keyof typeof COUNTERPARTY_TYPES], 'counterparty']
        : [DOCUMENT_TYPES[operation as keyof typeof DOCUMENT_TYPES], 'invoice'];
    const data = await them.query<Record<string, Record<string, { id: string }>>>(
      writing(operation, type, `${node} { id }`),
      input({ ...given, idempotencyKey }),
    );
    return data[operation]?.[node]?.id ?? '';
  };
  const another = async (more: object = {}): Promise<string> => {
    const data = await them.query<{ createTaxInvoice: { invoice: { id: string } } }>(
      writing('createTaxInvoice', 'TaxInvoiceInput', 'invoice { id }'),
      input(document(counterparty, more)),
    );
    return data.createTaxInvoice.invoice.id;
  };
  await them.query(writing('updateTaxProfile', 'UpdateTaxProfileInput', 'profile { taxId }'), {
    input: { vatRegistrations: [{ from: '2026-01-01' }] },
  });
  await them.query(
    writing('chooseTaxPostingAccount', 'ChooseTaxPostingAccountInput', 'account { role }'),
    input({ role: 'REVENUE', accountCode: '6110', idempotencyKey }),
  );
  const counterparty = await perform('createCounterparty', {
    kind: 'COMPANY',
    taxId: '404404404',
    name: SECRET,
  });
  await perform('updateCounterparty', { id: counterparty, address: SECRET });
  await perform('deactivateCounterparty', { id: counterparty });
  await perform('activateCounterparty', { id: counterparty });
  const draft = await perform('createTaxInvoice', document(counterparty));
  await perform('updateTaxInvoice', {
    id: draft,
    invoice: document(counterparty, { lines: [line({ name: 'x' })] }),
  });
  const issued = await another();
  await perform('issueTaxInvoice', { id: issued });
  await perform('registerTaxInvoice', { id: issued, registration });
  await perform('confirmTaxInvoice', { id: issued });
  await perform('correctTaxInvoice', {
    id: issued,
    reason: 'PRICE_CHANGED',
    date: '2026-04-01',
    lines: [line({ quantity: '2' })],
  });
  const advance = await another({ kind: 'ADVANCE', payment: { amount: '118.00', reference: SECRET } });
  await them.query(writing('issueTaxInvoice', 'IssueTaxInvoiceInput', 'invoice { id }'), {
    input: { id: advance },
  });
  const received = await perform('recordReceivedTaxInvoice', document(counterparty, { registration }));
  await perform('refuseTaxInvoice', { id: received, reason: SECRET });
  await perform('cancelTaxInvoice', { id: await another(), reason: SECRET });
  const declared = await perform('recordImport', declaration(counterparty));
  await perform('recordCustomsPayment', { id: declared, paidOn: '2026-03-22' });
  await them.query(SET_EXCISE_RATE, input({ ...EXCISE_RATE, source: SECRET, idempotencyKey }));
  const spirits = await another({ lines: [line({ excise: { group: 'SPIRITS', quantity: '1' } })] });
  await them.query(writing('issueTaxInvoice', 'IssueTaxInvoiceInput', 'invoice { id }'), {
    input: { id: spirits },
  });
  const pages = await them.query<Record<string, { pageInfo: { endCursor: string } }>>(`{
    counterparties(first: 1) { pageInfo { endCursor } }
    taxInvoices(first: 1) { pageInfo { endCursor } }
    exciseItems(year: 2026, month: 3, first: 1) { pageInfo { endCursor } }
  }`);
  return {
    counterparty,
    counterpartyCursor: pages['counterparties']?.pageInfo.endCursor ?? '',
    draft,
    issued,
    advance,
    received,
    invoiceCursor: pages['taxInvoices']?.pageInfo.endCursor ?? '',
    declaration: declared,
    exciseCursor: pages['exciseItems']?.pageInfo.endCursor ?? '',
  };
}

function declaration(counterpartyId: string, more: object = {}): object {
  return {
    counterpartyId,
    registration,
    operationDate: '2026-03-20',
    name: SECRET,
    customsValue: '100.00',
    vat: '18.00',
    ...more,
  };
}

/** Entities with ids of the second company's. */
export function entitiesOfTheirInvoices(theirs: InvoicesOfTheirs): Readonly<Record<string, string[]>> {
  return {
    Counterparty: [theirs.counterparty],
    TaxInvoice: [theirs.draft, theirs.issued, theirs.advance, theirs.received],
  };
}

/** Places whose names sound as if they named something of a company, and do not. */
export const INVOICE_PLACES_OF_NOTHING: readonly string[] = [
  // Every company has every year.
  'Query.vatCapitalGoods(year)',
  'Query.exciseReturn(year)',
  'Query.exciseItems(year)',
  // Numbers that others give.
  'Mutation.issueTaxInvoice(input.registration.number)',
  'Mutation.registerTaxInvoice(input.registration.number)',
  'Mutation.correctTaxInvoice(input.registration.number)',
  'Mutation.recordTaxInvoices(input.documents.issued.registration.number)',
  // Accounts of the ledger, which is asked for them when the document is posted.
  'Mutation.createTaxInvoice(input.lines.accountCode)',
  'Mutation.updateTaxInvoice(input.invoice.lines.accountCode)',
  'Mutation.recordReceivedTaxInvoice(input.lines.accountCode)',
  'Mutation.recordImport(input.accountCode)',
  'Mutation.recordImport(input.lines.accountCode)',
  'Mutation.recordTaxInvoices(input.documents.import.lines.accountCode)',
  // Currencies of ISO 4217.
  'Mutation.createTaxInvoice(input.currency)',
  'Mutation.updateTaxInvoice(input.invoice.currency)',
  'Mutation.recordReceivedTaxInvoice(input.currency)',
  'Mutation.recordTaxInvoices(input.documents.issued.invoice.currency)',
  'Mutation.recordTaxInvoices(input.documents.received.currency)',
  // Codes of the foreign-trade nomenclature.
  'Mutation.recordImport(input.commodityCode)',
  'Mutation.recordImport(input.lines.commodityCode)',
  'Mutation.recordTaxInvoices(input.documents.import.commodityCode)',
  'Mutation.recordTaxInvoices(input.documents.import.lines.commodityCode)',
  'Mutation.correctTaxInvoice(input.lines.accountCode)',
  'Mutation.recordTaxInvoices(input.documents.issued.invoice.lines.accountCode)',
  'Mutation.recordTaxInvoices(input.documents.received.lines.accountCode)',
  'Mutation.recordTaxInvoices(input.documents.import.accountCode)',
  // Every company has its own choice for every role.
  'Mutation.chooseTaxPostingAccount(input.accountCode)',
  // The key of the command counts, that of the draft within it stands for nothing.
  'Mutation.updateTaxInvoice(input.invoice.idempotencyKey)',
];

/** What each act wants besides the document; of those that make one, what makes it refused unless the key is known. */
const ACTS: Readonly<Partial<Record<Operation, object>>> = {
  updateCounterparty: { name: 'x' },
  deactivateCounterparty: {},
  activateCounterparty: {},
  updateTaxInvoice: { invoice: document(ELSEWHERE) },
  issueTaxInvoice: {},
  registerTaxInvoice: { registration: { number: '1' } },
  confirmTaxInvoice: {},
  refuseTaxInvoice: { reason: 'x' },
  correctTaxInvoice: { reason: 'OPERATION_CANCELLED', date: '2026-05-01', lines: [] },
  cancelTaxInvoice: { reason: 'x' },
  recordCustomsPayment: { paidOn: '2026-03-22' },
};

const MAKERS: Readonly<Partial<Record<Operation, object>>> = {
  createCounterparty: { kind: 'COMPANY', taxId: 'none', name: 'x' },
  createTaxInvoice: document(ELSEWHERE),
  recordReceivedTaxInvoice: document(ELSEWHERE, { registration: { number: '1' } }),
  recordImport: declaration(ELSEWHERE),
};

/** An exempt line, which needs no registration of ours. */
const EXEMPT = [line({ name: 'x', treatment: 'EXEMPT_WITHOUT_CREDIT' })];

/** Where a client may write what names a counterparty or a document. */
export function invoiceProbes(theirs: () => InvoicesOfTheirs): Probes {
  const keyOf = (operation: Operation, given: object): Probes[string] =>
    probe(
      queryOf(operation),
      (idempotencyKey) => input({ ...given, idempotencyKey }),
      () => 'their-key',
      uuidv7,
    );
  const acts = Object.entries(ACTS).flatMap(([name, given]): [string, Probes[string]][] => {
    const operation = name as Operation;
    const foreign = (): string => {
      if (operation in COUNTERPARTY_TYPES) return theirs().counterparty;
      return operation === 'recordCustomsPayment' ? theirs().declaration : theirs().draft;
    };
    return [
      [`Mutation.${name}(input.id)`, probe(queryOf(operation), (id) => input({ ...given, id }), foreign)],
      [`Mutation.${name}(input.idempotencyKey)`, keyOf(operation, { ...given, id: ELSEWHERE })],
    ];
  });
  const makers = Object.entries(MAKERS).map(([name, given]): [string, Probes[string]] => [
    `Mutation.${name}(input.idempotencyKey)`,
    keyOf(name as Operation, given),
  ]);
  const advances = (invoiceId: unknown) => [{ invoiceId, amount: '1.00' }];
  const party = () => theirs().counterparty;
  const advance = () => theirs().advance;
  const batch = (
    place: string,
    one: (value: never) => object,
    foreign: () => unknown,
    nowhere?: () => unknown,
  ): [string, Probes[string]] => [
    `Mutation.recordTaxInvoices(input.documents.${place})`,
    probe(BATCH, (value) => input({ documents: [one(value)] }), foreign, nowhere),
  ];
  const number = { number: '1' };
  return {
    'Mutation.chooseTaxPostingAccount(input.idempotencyKey)': probe(
      writing('chooseTaxPostingAccount', 'ChooseTaxPostingAccountInput', 'account { role }'),
      (idempotencyKey) => input({ role: 'NONE', accountCode: '6110', idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
    'Mutation.setExciseRate(input.idempotencyKey)': probe(
      SET_EXCISE_RATE,
      (idempotencyKey) => input({ ...EXCISE_RATE, idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
    'Query.exciseItems(after)': probe(
      'query ($v: String) { exciseItems(year: 2026, month: 3, first: 5, after: $v) { edges { node { line } } } }',
      (v) => ({ v }),
      () => theirs().exciseCursor,
      beside(() => theirs().exciseCursor),
    ),
    ...Object.fromEntries(acts),
    ...Object.fromEntries(makers),
    'Query.counterparty(id)': probe(
      'query($v: ID) { counterparty(id: $v) { taxId } }',
      (v) => ({ v }),
      party,
    ),
    'Query.counterparty(taxId)': probe(
      'query($v: String) { counterparty(taxId: $v) { name } }',
      (v) => ({ v }),
      () => '404404404',
      () => '404404405',
    ),
    'Query.counterparties(after)': pageAfter('counterparties', 'taxId', () => theirs().counterpartyCursor),
    'Query.counterparties(filter.search)': probe(
      'query($v: String) { counterparties(first: 5, filter: { search: $v }) { edges { node { taxId } } } }',
      (v) => ({ v }),
      () => SECRET,
      () => 'nowhere',
    ),
    'Query.taxInvoice(id)': probe(
      'query($v: ID!) { taxInvoice(id: $v) { status } }',
      (v) => ({ v }),
      () => theirs().issued,
    ),
    'Query.taxInvoices(after)': pageAfter('taxInvoices', 'status', () => theirs().invoiceCursor),
    'Query.taxInvoices(filter.counterpartyId)': probe(
      'query($v: ID) { taxInvoices(first: 5, filter: { counterpartyId: $v }) { edges { node { status } } } }',
      (v) => ({ v }),
      party,
    ),
    'Query.taxInvoices(filter.search)': probe(
      'query($v: String) { taxInvoices(first: 5, filter: { search: $v }) { edges { node { status } } } }',
      (v) => ({ v }),
      () => SECRET,
      () => 'nowhere',
    ),
    // The number is refused or taken whoever has it: another company's tells nothing.
    'Mutation.createCounterparty(input.taxId)': probe(
      writing('createCounterparty', 'CreateCounterpartyInput', 'counterparty { version }'),
      (taxId) => input({ kind: 'COMPANY', taxId, name: 'x' }),
      () => '404404404',
      () => '404404406',
    ),
    'Mutation.updateCounterparty(input.taxId)': probe(
      queryOf('updateCounterparty'),
      (taxId) => input({ id: ELSEWHERE, taxId }),
      () => '404404404',
      () => '404404407',
    ),
    'Mutation.createTaxInvoice(input.counterpartyId)': probe(
      queryOf('createTaxInvoice'),
      (id) => input(document(id, { lines: EXEMPT })),
      party,
    ),
    'Mutation.createTaxInvoice(input.advances.invoiceId)': probe(
      queryOf('createTaxInvoice'),
      (id) => input(document(ELSEWHERE, { lines: EXEMPT, advances: advances(id) })),
      advance,
    ),
    'Mutation.updateTaxInvoice(input.invoice.counterpartyId)': probe(
      queryOf('updateTaxInvoice'),
      (id) => input({ id: ELSEWHERE, invoice: document(id, { lines: EXEMPT }) }),
      party,
    ),
    'Mutation.updateTaxInvoice(input.invoice.advances.invoiceId)': probe(
      queryOf('updateTaxInvoice'),
      (id) =>
        input({ id: ELSEWHERE, invoice: document(ELSEWHERE, { lines: EXEMPT, advances: advances(id) }) }),
      advance,
    ),
    'Mutation.recordReceivedTaxInvoice(input.counterpartyId)': probe(
      queryOf('recordReceivedTaxInvoice'),
      (id) => input(document(id, { registration: number })),
      party,
    ),
    'Mutation.recordReceivedTaxInvoice(input.registration.number)': probe(
      queryOf('recordReceivedTaxInvoice'),
      (value) => input(document(ELSEWHERE, { registration: { number: value } })),
      () => SECRET,
      () => 'nowhere',
    ),
    'Mutation.recordReceivedTaxInvoice(input.advances.invoiceId)': probe(
      queryOf('recordReceivedTaxInvoice'),
      (id) => input(document(ELSEWHERE, { registration: number, advances: advances(id) })),
      advance,
    ),
    'Mutation.recordImport(input.counterpartyId)': probe(
      queryOf('recordImport'),
      (id) => input(declaration(id)),
      party,
    ),
    'Mutation.recordImport(input.registration.number)': probe(
      queryOf('recordImport'),
      (value) => input(declaration(ELSEWHERE, { registration: { number: value } })),
      () => SECRET,
      () => 'nowhere',
    ),
    'Mutation.correctTaxInvoice(input.advances.invoiceId)': probe(
      queryOf('correctTaxInvoice'),
      (id) =>
        input({
          id: ELSEWHERE,
          reason: 'PRICE_CHANGED',
          date: '2026-05-01',
          lines: EXEMPT,
          advances: advances(id),
        }),
      advance,
    ),
    ...Object.fromEntries([
      batch(
        'issued.invoice.counterpartyId',
        (id) => ({ issued: { invoice: document(id, { lines: EXEMPT }) } }),
        party,
      ),
      batch(
        'issued.invoice.advances.invoiceId',
        (id) => ({ issued: { invoice: document(ELSEWHERE, { lines: EXEMPT, advances: advances(id) }) } }),
        advance,
      ),
      batch(
        'issued.invoice.idempotencyKey',
        (idempotencyKey) => ({ issued: { invoice: document(ELSEWHERE, { idempotencyKey }) } }),
        () => 'their-key',
        uuidv7,
      ),
      batch('received.counterpartyId', (id) => ({ received: document(id, { registration: number }) }), party),
      batch(
        'received.registration.number',
        (value) => ({ received: document(ELSEWHERE, { registration: { number: value } }) }),
        () => SECRET,
        () => 'nowhere',
      ),
      batch(
        'received.advances.invoiceId',
        (id) => ({ received: document(ELSEWHERE, { registration: number, advances: advances(id) }) }),
        advance,
      ),
      batch(
        'received.idempotencyKey',
        (idempotencyKey) => ({ received: document(ELSEWHERE, { registration: number, idempotencyKey }) }),
        () => 'their-key',
        uuidv7,
      ),
      batch('import.counterpartyId', (id) => ({ import: declaration(id) }), party),
      batch(
        'import.registration.number',
        (value) => ({ import: declaration(ELSEWHERE, { registration: { number: value } }) }),
        () => SECRET,
        () => 'nowhere',
      ),
      batch(
        'import.idempotencyKey',
        (idempotencyKey) => ({ import: declaration(ELSEWHERE, { idempotencyKey }) }),
        () => 'their-key',
        uuidv7,
      ),
    ]),
  };
}
