/** Subgraphs whose tables can be made anew. */
export const REBUILT = ['ledger', 'tax', 'inventory'] as const;
export type Rebuilt = (typeof REBUILT)[number];
