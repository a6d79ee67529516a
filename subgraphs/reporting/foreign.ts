/** An account as reporting hands it on: the ledger has the rest. */
export interface AccountRef {
  readonly id: string;
}

/** A transaction as reporting hands it on: the ledger has the rest. */
export interface TransactionRef {
  readonly id: string;
}

/** Somebody the company does business with, as reporting hands them on: tax has the rest. */
export interface CounterpartyRef {
  readonly id: string;
}
