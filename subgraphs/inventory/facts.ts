/**
 * What decisions of one company rest on, at one moment. `referenceSeq` says which moment, and the append is refused as
 * stale when the moment has passed.
 */
export interface InventoryFacts {
  readonly referenceSeq: number;
  /** Code of the account of each role: the company's own choice, else the usual one. */
  readonly postingAccounts: Readonly<Record<string, string>>;
}
