import {
  getArgumentValues,
  getVariableValues,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { badInput } from '#shared/domain/errors.ts';
import { GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { aboutArguments, documentTypes, isDocumentsField, type DocumentSelection } from './documents.ts';
import type { BooksSelection } from './payload.ts';

export type Selection = BooksSelection | DocumentSelection;

/** What a subscription asks for, read from its operation. */
export interface SubscriptionArguments {
  readonly selection: Selection;
  readonly after: string | undefined;
  readonly wantsSnapshot: boolean;
  /** With the defaults of those that were not given. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The root field, its arguments and the coerced variables. */
export function readArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): SubscriptionArguments {
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced.errors !== undefined)
    throw coerced.errors[0] ?? new Error('Variables were refused without a reason.');
  const node = rootField(document, operation.selectionSet);
  const field = node === undefined ? undefined : schema.getSubscriptionType()?.getFields()[node.name.value];
  if (node === undefined || field === undefined)
    throw new Error('A validated subscription has one root field.');
  const args = getArgumentValues(field, node, coerced.coerced);
  const after = args['after'];
  return {
    selection: selectionOf(schema, field.name, args),
    after: after == null ? undefined : typeof after === 'string' ? after : JSON.stringify(after),
    wantsSnapshot: args['snapshot'] === true,
    variables: coerced.coerced,
  };
}

function selectionOf(
  schema: GraphQLSchema,
  field: string,
  args: Readonly<Record<string, unknown>>,
): Selection {
  if (isDocumentsField(field))
    return {
      field,
      types: documentTypes(schema, field),
      documentIds: idsOf(args['documentIds']),
      about: aboutArguments(field).flatMap((name) => idsOf(args[name]) ?? []),
    };
  if (field !== 'transactionPosted' && field !== 'balanceChanged')
    throw new Error(`The gateway does not know the subscription ${field}.`);
  return {
    field,
    accountIds: idsOf(args['accountIds']),
    includeSubaccounts: args['includeSubaccounts'] === true,
    minimumAmount: minimumOf(args['minimumAmount']),
  };
}

function idsOf(given: unknown): ReadonlySet<string> | undefined {
  return Array.isArray(given) ? new Set(given.map(String)) : undefined;
}

function minimumOf(given: unknown): bigint | undefined {
  if (given == null) return undefined;
  const minimum = parseAmount(given, GEL_MINOR_UNITS, 'minimumAmount');
  if (minimum < 0n) throw badInput('minimumAmount', given, 'an amount is not negative');
  return minimum;
}

function rootField(document: DocumentNode, set: SelectionSetNode): FieldNode | undefined {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value !== '__typename') return selection;
      continue;
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : document.definitions.find(
            (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
          );
    const found =
      inner !== undefined && 'selectionSet' in inner && inner.selectionSet !== undefined
        ? rootField(document, inner.selectionSet)
        : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
