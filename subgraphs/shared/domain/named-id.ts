import { v5 as uuidOfName } from 'uuid';

/**
 * Id of the one thing of its name within a company and subgraph: the same wherever and whenever it is asked for, and so
 * fit for decisions, which know no chance.
 */
export function namedId(subgraph: string, companyId: string, name: string): string {
  return uuidOfName(`davtari:${subgraph}:${companyId}:${name}`, uuidOfName.URL);
}
