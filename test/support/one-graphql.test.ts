import { createRequire } from 'node:module';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLSchema, graphql, isSchema, parse } from 'graphql';
import { expect, it } from 'vitest';

const require = createRequire(import.meta.url);

it('our files and the libraries share one copy of graphql', async () => {
  expect((require('graphql') as { GraphQLSchema: unknown }).GraphQLSchema).toBe(GraphQLSchema);
  const schema = buildSubgraphSchema({
    typeDefs: parse('type Query { answer: Int }'),
    resolvers: { Query: { answer: () => 42 } },
  });
  expect(schema).toBeInstanceOf(GraphQLSchema);
  expect(isSchema(schema)).toBe(true);
  expect(await graphql({ schema, source: '{ answer }' })).toEqual({ data: { answer: 42 } });
});
