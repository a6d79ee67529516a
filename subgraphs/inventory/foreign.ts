/** A tax invoice as inventory knows it: tax has the rest. */
export interface TaxInvoiceRef {
  readonly id: string;
}
