/**
 * A subgraph that costs next to nothing: it computes the answer to a body once and sends it again to every equal body.
 * What is measured in front of it is the gateway.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
} from 'graphql';
import type { ToRival } from './rival.ts';

type Source = Readonly<Record<string, unknown>> | undefined;

const ENTRIES = 3;
const AUTHORS = 5;

function start({ subgraph }: ToRival): void {
  const file = new URL(`../../subgraphs/${subgraph ?? ''}/generated/subgraph.graphql`, import.meta.url);
  const schema = buildSubgraphSchema({ typeDefs: parse(readFileSync(file, 'utf8')) });
  const answers = new Map<string, Promise<string>>();

  const compute = async (body: string): Promise<string> => {
    const { query, variables, operationName } = JSON.parse(body) as {
      query: string;
      variables?: Record<string, unknown>;
      operationName?: string;
    };
    const result = await execute({
      schema,
      document: parse(query),
      variableValues: variables ?? {},
      operationName: operationName ?? null,
      fieldResolver: invented,
    });
    return JSON.stringify(result);
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      let answer = answers.get(body);
      if (answer === undefined) answers.set(body, (answer = compute(body)));
      answer.then(
        (text) => response.setHeader('content-type', 'application/json').end(text),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    process.send?.({ kind: 'ready', url: `http://127.0.0.1:${port}/graphql` });
  });
}

/** What is there, or else something that fits the type and depends on the place only. */
const invented: GraphQLFieldResolver<Source, unknown> = (source, args: Record<string, unknown>, _c, info) => {
  const given = source?.[info.fieldName];
  if (given !== undefined) return given;
  const id = typeof args['id'] === 'string' ? args['id'] : textOf(source?.['id']);
  const first = typeof args['first'] === 'number' ? args['first'] : Number(source?.['first'] ?? ENTRIES);
  return invent(info.returnType, info.fieldName, id, first);
};

function textOf(id: unknown): string {
  return typeof id === 'string' ? id : '0';
}

function invent(type: GraphQLOutputType, field: string, id: string, first: number): unknown {
  if (isNonNullType(type)) return invent(type.ofType, field, id, first);
  if (isListType(type))
    return Array.from({ length: first }, (_, index) => invent(type.ofType, field, `${id}${index}`, first));
  const named = getNamedType(type);
  if (isObjectType(named)) {
    const isAuthor = named.name === 'User';
    const own = isAuthor ? `u${(id.codePointAt(id.length - 1) ?? 0) % AUTHORS}` : `${field}-${id}`;
    return { __typename: named.name, id: own, ...(named.name.endsWith('Connection') ? { first } : {}) };
  }
  if (isEnumType(named)) return named.getValues()[0]?.value;
  switch (named.name) {
    case 'Int':
      return id.length;
    case 'Float':
      return 0.5;
    case 'Boolean':
      return true;
    case 'Date':
      return '2026-11-22';
    case 'DateTime':
      return '2026-11-22T12:00:00.000Z';
    case 'Decimal':
      return '1234.50';
    default:
      return `${field} ${id}`;
  }
}

process.once('message', start);
process.once('disconnect', () => process.exit());
