/** Subgraphs whose tables can be made anew. */
export const REBUILT = ['ledger', 'tax', 'payroll', 'inventory', 'reporting'] as const;
export type Rebuilt = (typeof REBUILT)[number];
