import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { checkedByDomain, GraphQLDate, GraphQLDateTime, GraphQLDecimal, GraphQLJSON } from './scalars.ts';

const SCALARS = {
  Decimal: checkedByDomain(GraphQLDecimal),
  Date: checkedByDomain(GraphQLDate),
  DateTime: GraphQLDateTime,
  JSON: GraphQLJSON,
};

const built = new WeakMap<readonly object[], GraphQLSchema>();

/**
 * The executable schema of a subgraph: its merged SDL, the scalars that all share, the resolvers of each noun. These know
 * nothing of whom they answer but from the context, so the same nouns have one schema however often they are started.
 */
export function subgraphSchema(sdlFile: URL, nouns: readonly object[]): GraphQLSchema {
  let schema = built.get(nouns);
  if (schema === undefined) built.set(nouns, (schema = build(sdlFile, nouns)));
  return schema;
}

function build(sdlFile: URL, nouns: readonly object[]): GraphQLSchema {
  const resolvers: Record<string, object> = { ...SCALARS };
  for (const noun of nouns) {
    for (const [type, fields] of Object.entries<object>(noun as Record<string, object>)) {
      resolvers[type] = { ...resolvers[type], ...fields };
    }
  }
  const typeDefs = parse(readFileSync(sdlFile, 'utf8'));
  // The library's type for resolvers knows neither references nor arguments; codegen has checked them already.
  return buildSubgraphSchema({ typeDefs, resolvers: resolvers as Record<string, never> });
}
