import {
  coerceInputValue,
  GraphQLError,
  Kind,
  parse,
  print,
  typeFromAST,
  isInputType,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type NamedTypeNode,
  type TypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import { holdsConfidential, literalHoldsConfidential } from './confidential.ts';

/**
 * graphql-js tells in prose which input value it could not take. These functions find the same faults again, on
 * the way of failure only, and name `field` and `value` as every other refusal does.
 */

const MAX_FAULTS = 10;
const MAX_QUOTED = 100;
/** All that is said of a value that must not be repeated. */
const UNQUOTED = 'the value does not fit its type';

/** Every variable value that does not fit its type, or nothing when all fit. */
export function variableFaults(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  values: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  const operation = findOperation(document, operationName);
  const faults: GraphQLError[] = [];
  for (const definition of operation?.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = inputType(schema, definition.type);
    if (type === undefined) continue;
    if (!Object.hasOwn(values, name)) {
      if (definition.type.kind === Kind.NON_NULL_TYPE && definition.defaultValue === undefined) {
        faults.push(
          fault(argumentOf(document, name), undefined, `a value of type ${print(definition.type)} is needed`),
        );
      }
      continue;
    }
    coerceInputValue(values[name], type, (path, value, error) => {
      if (faults.length >= MAX_FAULTS) return;
      const argument = argumentOf(document, name);
      const field = path.length === 0 ? argument : fieldPath(path);
      faults.push(
        holdsConfidential([argument, ...path], value)
          ? fault(field, undefined, UNQUOTED)
          : fault(field, value, reason(error)),
      );
    });
  }
  return faults;
}

/** The error with `field` and `value` taken from the literal that it points at, when it points at one. */
export function literalFault(error: GraphQLError): GraphQLError {
  const node = error.nodes?.[0];
  const source = node?.loc?.source.body;
  if (node === undefined || source === undefined || !isValue(node)) return error;
  const path = pathToLiteral(source, node.loc?.start ?? -1);
  if (path === undefined) return error;
  const field = fieldPath(path);
  if (literalHoldsConfidential(path, node)) {
    return new GraphQLError(`${field}: ${UNQUOTED}`, {
      path: error.path ?? null,
      extensions: { code: 'BAD_USER_INPUT', field },
    });
  }
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: {
      code: 'BAD_USER_INPUT',
      field,
      value: quote(node.kind === Kind.STRING ? node.value : print(node)),
    },
  });
}

/** `["entries", 2, "debit"]` → `entries[2].debit`. */
export function fieldPath(path: readonly (string | number)[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}

function fault(field: string, value: unknown, why: string): GraphQLError {
  const extensions = {
    code: 'BAD_USER_INPUT',
    field,
    ...(value === undefined ? {} : { value: quote(value) }),
  };
  return new GraphQLError(`${field}: ${why}`, { extensions });
}

function reason(error: GraphQLError): string {
  // What a scalar says itself follows graphql-js' own words.
  const scalar = error.originalError?.message;
  return (scalar ?? error.message).replace(/\.$/, '');
}

function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}

function findOperation(
  document: DocumentNode,
  name: string | undefined,
): OperationDefinitionNode | undefined {
  return document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (name === undefined || definition.name?.value === name),
  );
}

/** Callers know arguments, not the variables through which they pass them. */
function argumentOf(document: DocumentNode, variable: string): string {
  let found: string | undefined;
  visit(document, {
    Argument: (argument) => {
      if (argument.value.kind === Kind.VARIABLE && argument.value.name.value === variable) {
        found ??= argument.name.value;
      }
    },
  });
  return found ?? variable;
}

function isValue(node: ASTNode): boolean {
  return node.kind.endsWith('Value') || node.kind === Kind.VARIABLE;
}

function pathToLiteral(source: string, start: number): readonly (string | number)[] | undefined {
  let found: (string | number)[] | undefined;
  visit(parse(source), {
    enter: (node, _key, parent, _path, ancestors) => {
      if (found !== undefined || node.loc?.start !== start || !isValue(node)) return;
      found = [];
      const chain = [...ancestors, ...(parent === undefined ? [] : [parent]), node];
      for (const [index, step] of chain.entries()) {
        if ('length' in step) continue;
        const ancestor: ASTNode = step;
        if (ancestor.kind === Kind.ARGUMENT && ancestor.name.value !== 'input')
          found.push(ancestor.name.value);
        if (ancestor.kind === Kind.OBJECT_FIELD) found.push(ancestor.name.value);
        if (ancestor.kind === Kind.LIST) {
          const next = chain.slice(index + 1).find((candidate) => !('length' in candidate)) as
            ASTNode | undefined;
          const at = ancestor.values.findIndex((value) => value === next);
          if (at >= 0) found.push(at);
        }
      }
      if (found.length === 0) found.push('input');
    },
  });
  return found;
}

function inputType(schema: GraphQLSchema, node: TypeNode): GraphQLInputType | undefined {
  // The overloads of typeFromAST know each kind of node, but not their union.
  const type: unknown = typeFromAST(schema, node as NamedTypeNode);
  return isInputType(type) ? type : undefined;
}
