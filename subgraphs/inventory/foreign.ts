/** A transaction as inventory knows it: the ledger has the rest. */
export interface TransactionRef {
  readonly id: string;
}

/** Somebody the company does business with, as inventory knows them: tax has the rest. */
export interface CounterpartyRef {
  readonly id: string;
}

/** A tax invoice as inventory knows it: tax has the rest. */
export interface TaxInvoiceRef {
  readonly id: string;
}
