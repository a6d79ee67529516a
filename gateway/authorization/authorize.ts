import { createHash } from 'node:crypto';
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { DomainError } from '#shared/domain/errors.ts';
import { authorizationFingerprint, type Principal } from '#shared/platform/principal.ts';
import type { FieldGuard } from './rules.ts';
import { selectedFields, type SelectedField } from './selected-fields.ts';
import { withoutFields } from './strip.ts';

export interface DeniedField extends SelectedField {
  readonly reason: DomainError;
}

export type Verdict =
  | { readonly kind: 'allowed' }
  | {
      readonly kind: 'refused';
      readonly errors: readonly GraphQLError[];
      /** The fields that the caller may not select; none when the request itself is at fault. */
      readonly denied: readonly DeniedField[];
    }
  | {
      readonly kind: 'stripped';
      readonly document: DocumentNode;
      readonly source: string;
      /** Hash of the stripped text: under the original's the plan would be served to callers who may see all. */
      readonly queryHash: string;
      readonly denied: readonly DeniedField[];
    };

export interface AuthorizationRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Identifies the document's text. */
  readonly queryHash: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly principal: Principal | null;
}

export type Authorizer = (request: AuthorizationRequest) => Promise<Verdict>;

const NO_CONDITIONS: Readonly<Record<string, unknown>> = {};
const REMEMBERED_VERDICTS = 10_000;
/** Denied fields of one remembered verdict: larger ones are rare, and would add up. */
const REMEMBERED_FIELDS = 50;

/** Asks the guard about every field of an operation, before anything is planned. */
export function createAuthorizer(schema: GraphQLSchema, guard: FieldGuard): Authorizer {
  const verdicts = new LRUCache<string, Promise<Verdict>>({ max: REMEMBERED_VERDICTS });
  const conditionsOf = new WeakMap<OperationDefinitionNode, readonly string[]>();

  return (request) => {
    let names = conditionsOf.get(request.operation);
    if (names === undefined)
      conditionsOf.set(request.operation, (names = conditionVariables(request.document)));
    const conditions = names.length === 0 ? NO_CONDITIONS : conditionValues(request, names);
    // Everything that a rule may look at is in the key, or one caller's verdict would serve another. Neither a hash nor
    // a name holds a space, and what may hold one stands last.
    const key = `${request.queryHash} ${request.operation.name?.value ?? ''} ${
      names.length === 0 ? '' : JSON.stringify(Object.values(conditions))
    } ${authorizationFingerprint(request.principal)}`;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = judge(schema, guard, request, conditions);
    verdicts.set(key, verdict);
    verdict.then(
      (judged) => {
        if (judged.kind !== 'allowed' && sizeOf(judged) > REMEMBERED_FIELDS) verdicts.delete(key);
      },
      () => verdicts.delete(key),
    );
    return verdict;
  };
}

async function judge(
  schema: GraphQLSchema,
  guard: FieldGuard,
  { document, operation, principal }: AuthorizationRequest,
  conditions: Readonly<Record<string, unknown>>,
): Promise<Verdict> {
  const fragments = new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const reasons = new Map<string, DomainError | null>();
  const denied: DeniedField[] = [];
  for (const field of selectedFields(schema, operation, fragments, conditions)) {
    const coordinate = `${field.typeName}.${field.fieldName}`;
    let reason = reasons.get(coordinate);
    if (reason === undefined) {
      reason = await guard(field.typeName, field.fieldName, principal);
      reasons.set(coordinate, reason);
    }
    if (reason === null || denied.some((above) => isBelow(field, above))) continue;
    if (denied.some((same) => samePath(same, field))) continue;
    denied.push({ ...field, reason });
  }
  if (denied.length === 0) return { kind: 'allowed' };
  if (operation.operation !== OperationTypeNode.QUERY) {
    return {
      kind: 'refused',
      denied,
      errors: denied.map((field) =>
        denial(
          field,
          field.path.map((step) => step.key),
        ),
      ),
    };
  }
  const stripped = withoutFields(
    schema,
    onlyOperation(document, operation),
    (type, field) => reasons.get(`${type}.${field}`) instanceof Error,
  );
  const source = print(stripped);
  return {
    kind: 'stripped',
    document: stripped,
    source,
    queryHash: createHash('sha256').update('stripped:').update(source).digest('hex'),
    denied,
  };
}

function sizeOf(verdict: Exclude<Verdict, { kind: 'allowed' }>): number {
  return verdict.kind === 'refused' ? verdict.errors.length : verdict.denied.length;
}

/** The error that stands where the denied field would have been. */
export function denial(field: DeniedField, path: readonly (string | number)[]): GraphQLError {
  return new GraphQLError(field.reason.message, { path, originalError: field.reason });
}

/** Other operations of the document may select fields that were never asked about. */
function onlyOperation(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const definitions = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return { ...document, definitions };
}

function isBelow(field: SelectedField, above: SelectedField): boolean {
  return (
    field.path.length > above.path.length &&
    above.path.every((step, index) => step.key === field.path[index]?.key)
  );
}

function samePath(one: SelectedField, other: SelectedField): boolean {
  return (
    one.path.length === other.path.length &&
    one.path.every((step, index) => step.key === other.path[index]?.key)
  );
}

function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      for (const { value } of directive.arguments ?? []) {
        if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
    },
  });
  return [...names].sort();
}

function conditionValues(request: AuthorizationRequest, names: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of names) {
    const definition = request.operation.variableDefinitions?.find(
      (known) => known.variable.name.value === name,
    );
    const given = request.variables[name];
    const fallback =
      definition?.defaultValue?.kind === Kind.BOOLEAN ? definition.defaultValue.value : undefined;
    // Anything else is refused later, and until then must not blow up the key.
    values[name] = typeof given === 'boolean' ? given : given === undefined ? fallback : undefined;
  }
  return values;
}
