/** Subgraphs whose documents the ledger posts, by the schema that publishes their log. */
export const DOCUMENT_SOURCES = ['tax', 'payroll', 'inventory'] as const;

/** Name of the consumer that reads the documents of a subgraph. */
export function postingsOf(source: string): string {
  return `postings-of-${source}`;
}
