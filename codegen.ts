import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Types of the models behind the SDL types of each subgraph, as seen from its generated folder:
 * `Account: '../accounts/queries.ts#AccountRow'`. (`#ledger/…` cannot be used: `#` parts the file from the type.)
 */
const mappers: Record<'ledger' | 'identity' | 'tax' | 'payroll' | 'inventory', Record<string, string>> = {
  ledger: {
    Account: '../accounts/queries.ts#AccountRow',
    Company: '../books/queries.ts#CompanyOfBooks',
    Currency: '../currencies/queries.ts#CurrencyRow',
    Entry: '../transactions/transaction.ts#Entry as EntryRecord',
    Period: '../periods/queries.ts#PeriodRow',
    PeriodChange: '../periods/queries.ts#PeriodChangeRow',
    Transaction: '../transactions/queries.ts#TransactionRow',
    TrialBalanceRow: '../balances/queries.ts#TrialBalanceLine',
  },
  identity: {
    ApiKey: '../api-keys/queries.ts#ApiKeyRow',
    Company: '../companies/queries.ts#CompanyRow',
    Invitation: '../invitations/queries.ts#InvitationRow',
    OperationManifest: '../operations/queries.ts#ManifestRow',
    Partner: '../partners/queries.ts#PartnerRow',
    RegisteredOperation: '../../shared/platform/access-authority.ts#RegisteredOperation as StoredOperation',
    Role: '../roles/queries.ts#RoleRow',
    SecurityEvent: '../security-events/queries.ts#SecurityEventRow',
    SessionPayload: '../sessions/open-session.ts#OpenSession',
    UserSession: '../sessions/queries.ts#UserSessionRow',
    User: '../users/queries.ts#UserRow',
  },
  tax: {
    Counterparty: '../counterparties/queries.ts#CounterpartyRow',
    Transaction: '../invoices/queries.ts#LedgerTransaction',
    TaxInvoice: '../invoices/queries.ts#TaxInvoiceRow',
    TaxInvoiceLine: '../invoices/queries.ts#TaxInvoiceLineRow',
    TaxInvoiceAdvance: '../invoices/invoice.ts#SetOff',
    TaxUnit: '../invoices/law.ts#Unit',
    VatGround: '../invoices/law.ts#Ground',
    RsGeConnection: '../rs-ge/queries.ts#ConnectionRow',
    RsGeReport: '../rs-ge/queries.ts#ReportRow',
    RsGeSubmission: '../rs-ge/queries.ts#SubmissionRow',
    TaxPostingAccount: '../posting-accounts/queries.ts#PostingAccountRow',
    TaxProfile: '../profile/profile.ts#TaxProfileDetails',
    TaxRate: '../rates/rate.ts#Rate',
    TaxObligation: '../calendar/queries.ts#Obligation',
    PropertyTaxAccount: '../property-tax/queries.ts#AccountOfYear',
    PropertyTaxReturn: '../property-tax/queries.ts#PropertyTaxYear',
    SmallBusinessReturn: '../small-business/queries.ts#SmallBusinessMonth',
    SmallBusinessIncome: '../small-business/queries.ts#IncomeRow',
    Form30Sum: '../withholding/queries.ts#WithholdingSum',
    Form30: '../withholding/queries.ts#Form30Month',
    Withholding: '../withholding/queries.ts#WithholdingRow',
    ProfitTaxLine: '../profit-tax/queries.ts#ProfitTaxLineRow',
    ProfitTaxReturnRow: '../profit-tax/queries.ts#ProfitTaxSum',
    ProfitTaxReturn: '../profit-tax/queries.ts#ProfitTaxMonth',
    ProfitTaxCharge: '../profit-tax/queries.ts#ProfitTaxChargeRow',
    Posting: '../postings/queries.ts#PostingRow',
    UndocumentedVat: '../vat-register/queries.ts#UndocumentedVatRow',
    VatDifferences: '../vat-register/queries.ts#VatDifferencesRow',
    VatDocumentDifference: '../vat-register/queries.ts#VatDocumentRow',
    VatEntry: '../vat-register/queries.ts#VatEntryRow',
    VatTurnover: '../vat-register/queries.ts#VatTurnoverRow',
    VatRegistrationCrossing: '../registration/queries.ts#CrossingRow',
    VatRegistrationWatch: '../registration/queries.ts#RegistrationWatch',
    VatReturn: '../vat-return/queries.ts#VatReturnRow',
    VatReturnBox: '../vat-return/resolvers.ts#FilledBox',
    VatReturnChange: '../vat-return/queries.ts#VatReturnChange as VatReturnStep',
    VatReturnFiling: '../vat-return/resolvers.ts#FilingAfter',
    VatReturnItem: '../vat-return/queries.ts#VatItem as VatReturnItemRow',
  },
  payroll: {
    Absence: '../absences/absence.ts#Absence as AbsenceRecord',
    AbsencePayload: '../absences/decide.ts#AbsenceResult',
    DayOffPayload: '../calendar/resolvers.ts#MonthOfDay',
    Employee: '../employees/queries.ts#EmployeeRow',
    EmployeePayload: '../employees/resolvers.ts#WrittenEmployee',
    Employment: '../employments/queries.ts#EmploymentRow',
    EmploymentPayload: '../employments/resolvers.ts#WrittenEmployment',
    EmploymentTerms: '../employments/employment.ts#EmploymentTerms as TermsOfEmployment',
    PayComponent: '../components/component.ts#PayComponent as ComponentOfPay',
    PayComponentPayload: '../components/decide.ts#ComponentResult',
    TaxReliefGround: '../employees/queries.ts#ReliefGroundRow',
    WorkingMonth: '../calendar/resolvers.ts#MonthBySchedule',
    PayCalculation: '../pay/calculate.ts#Pay',
    PayDifference: '../runs/queries.ts#PayslipPair',
    PayrollRun: '../runs/queries.ts#RunRow',
    PayrollPayment: '../payments/queries.ts#PaymentRow',
    PayrollPaymentFile: '../payments/queries.ts#PaymentFileRow',
    Payslip: '../runs/queries.ts#PayslipRow',
    PayRules: '../pay/rules.ts#PayRules as RulesOfPay',
  },
  inventory: {
    InventoryPostingAccount: '../posting-accounts/queries.ts#PostingAccountRow',
    TaxInvoice: '../foreign.ts#TaxInvoiceRef',
    Waybill: '../waybills/queries.ts#WaybillRow',
  },
};

function resolverTypes(subgraph: keyof typeof mappers, contextType: string) {
  return {
    schema: `subgraphs/${subgraph}/generated/subgraph.graphql`,
    plugins: ['typescript', 'typescript-resolvers'],
    config: { contextType, mappers: mappers[subgraph] },
  };
}

const config: CodegenConfig = {
  config: {
    federation: true,
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    // Argument and input fields may be left out or null; what resolvers answer for a nullable field is null.
    inputMaybeValue: 'T | null | undefined',
    maybeValue: 'T | null',
    avoidOptionals: { field: true, inputValue: false, defaultValue: true },
    scalars: {
      ID: { input: 'string', output: 'string' },
      Decimal: 'string',
      Date: 'string',
      DateTime: 'string',
      Cursor: 'string',
      JSON: 'Record<string, unknown>',
      _FieldSet: 'string',
    },
  },
  generates: {
    'subgraphs/ledger/generated/types.ts': resolverTypes('ledger', '../context.ts#LedgerContext'),
    'subgraphs/identity/generated/types.ts': resolverTypes('identity', '../context.ts#IdentityContext'),
    'subgraphs/tax/generated/types.ts': resolverTypes('tax', '../context.ts#TaxContext'),
    'subgraphs/payroll/generated/types.ts': resolverTypes('payroll', '../context.ts#PayrollContext'),
    'subgraphs/inventory/generated/types.ts': resolverTypes('inventory', '../context.ts#InventoryContext'),
  },
};

export default config;
