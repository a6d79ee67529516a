/** Subgraphs whose tables can be made anew. */
export const REBUILT = ['ledger', 'tax', 'inventory', 'reporting'] as const;
export type Rebuilt = (typeof REBUILT)[number];
