import { existsSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Types of the models behind the SDL types of each subgraph, as seen from its generated folder:
 * `Account: '../accounts/queries.ts#AccountRow'`. (`#ledger/…` cannot be used: `#` parts the file from the type.)
 */
const mappers: Record<'ledger' | 'identity', Record<string, string>> = {
  ledger: {},
  identity: {
    Company: '../companies/queries.ts#CompanyRow',
    User: '../users/queries.ts#UserRow',
  },
};

function resolverTypes(subgraph: keyof typeof mappers, contextType: string) {
  return {
    schema: `subgraphs/${subgraph}/generated/subgraph.graphql`,
    plugins: ['typescript', 'typescript-resolvers'],
    config: { contextType, mappers: mappers[subgraph] },
  };
}

const config: CodegenConfig = {
  config: {
    federation: true,
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    // Argument and input fields may be left out or null; what resolvers answer for a nullable field is null.
    inputMaybeValue: 'T | null | undefined',
    maybeValue: 'T | null',
    avoidOptionals: { field: true, inputValue: false, defaultValue: true },
    scalars: {
      ID: { input: 'string', output: 'string' },
      Decimal: 'string',
      Date: 'string',
      DateTime: 'string',
      Cursor: 'string',
      JSON: 'Record<string, unknown>',
      _FieldSet: 'string',
    },
  },
  generates: Object.fromEntries(
    [
      ['ledger', '../context.ts#LedgerContext'] as const,
      ['identity', '../context.ts#IdentityContext'] as const,
    ]
      .filter(([subgraph]) => existsSync(`subgraphs/${subgraph}/generated/subgraph.graphql`))
      .map(([subgraph, context]) => [
        `subgraphs/${subgraph}/generated/types.ts`,
        resolverTypes(subgraph, context),
      ]),
  ),
};

export default config;
