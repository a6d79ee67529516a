import type { SubgraphResponse } from '#shared/graphql/execute.ts';

/** A subgraph's answer in the form of GraphQL. Throws when it is something else. */
export function readAnswer(text: string): SubgraphResponse {
  const answer: unknown = JSON.parse(text);
  if (!isObject(answer)) throw new TypeError('The answer is no object.');
  const { data, errors } = answer;
  if (data !== undefined && data !== null && !isObject(data)) throw new TypeError('data is no object.');
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(hasMessage)))
    throw new TypeError('errors is no list of errors.');
  if (data === undefined && errors === undefined) throw new TypeError('There is neither data nor errors.');
  return answer;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasMessage(error: unknown): boolean {
  return isObject(error) && typeof error['message'] === 'string';
}
