/**
 * What decisions of one company rest on, at one moment. `referenceSeq` says which moment, and the append is refused as
 * stale when the moment has passed.
 */
export interface ReportingFacts {
  readonly referenceSeq: number;
}
