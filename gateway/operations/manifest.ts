import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  GraphQLError,
  Kind,
  print,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { FieldGuard } from '#gateway/authorization/rules.ts';
import { readSupergraph, type SupergraphReading } from '#gateway/composition/reading.ts';
import {
  createAdmission,
  isTooCostlyToValidate,
  tooCostlyToValidate,
  type Admission,
} from '#gateway/limits/admit.ts';
import type { CostMeter } from '#gateway/limits/cost.ts';
import { DEFAULT_COST_LIMIT } from '#gateway/limits/gate.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import {
  isDigest,
  type CheckedOperation,
  type ManifestChecker,
  type ManifestFault,
  type SubmittedOperation,
} from '#shared/platform/operation-manifest.ts';
import type { Principal } from '#shared/platform/principal.ts';

/** Operations that are judged before other requests get their turn: each takes about a millisecond. */
const JUDGED_AT_ONCE = 5;

/**
 * Judges manifests by a supergraph: one operation each, valid, within the limits, and every field allowed to the
 * scopes by the published rules. It needs no running gateway, so the command line can ask it about a supergraph that
 * is not deployed yet.
 */
export function createManifestChecker(
  supergraphSdl: string,
  costLimit: number = DEFAULT_COST_LIMIT,
): ManifestChecker {
  let read: SupergraphReading | undefined;
  const admit = createAdmission();

  return async (submitted, scopes) => {
    // Reading takes a while, and on most days nobody registers anything.
    read ??= readSupergraph(supergraphSdl);
    const { apiSchema: schema, guard, costs } = read;
    const rules = { schema, guard, costs, admit, costLimit };
    const operations: CheckedOperation[] = [];
    const faults: ManifestFault[] = [];
    for (const [index, operation] of submitted.entries()) {
      if (index % JUDGED_AT_ONCE === 0) await nextTurn();
      const found = await judge(rules, operation, scopes);
      if ('faults' in found) faults.push(...found.faults);
      else operations.push(found);
    }
    return { operations, faults };
  };
}

interface Rules {
  readonly schema: GraphQLSchema;
  readonly guard: FieldGuard;
  readonly costs: CostMeter;
  readonly admit: Admission;
  readonly costLimit: number;
}

async function judge(
  { schema, guard, costs, admit, costLimit }: Rules,
  { id, body, name, type }: SubmittedOperation,
  scopes: ReadonlySet<Permission>,
): Promise<CheckedOperation | { readonly faults: readonly ManifestFault[] }> {
  const fault = (message: string): ManifestFault => ({ operationId: id, message });
  if (isDigest(id) && createHash('sha256').update(body).digest('hex') !== id) {
    return { faults: [fault('The id looks like a SHA-256 digest, but it is not that of the text.')] };
  }
  let document: DocumentNode;
  try {
    document = admit(body).document;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { faults: [located(id, error)] };
  }
  const definitions = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const [operation, ...others] = definitions as OperationDefinitionNode[];
  if (operation === undefined || others.length > 0) {
    return { faults: [fault(`The text must hold one operation; it holds ${definitions.length}.`)] };
  }
  const faults = disagreements(operation, name, type).map(fault);
  const invalid = validate(schema, document, specifiedRules);
  faults.push(...invalid.map((error) => located(id, error)));
  faults.push(...introspection(document).map((error) => located(id, error)));
  // What is not valid cannot be asked about field by field.
  if (invalid.length === 0) {
    faults.push(...tooDear(costs, costLimit, document, operation).map(fault));
    faults.push(...(await denials(schema, guard, document, id, scopes)));
  }
  if (faults.length > 0) return { faults };
  return { id, body, name: operation.name?.value ?? id, type: operation.operation };
}

/** What is too dear even where it is cheapest could never be run. */
function tooDear(
  costs: CostMeter,
  costLimit: number,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): string[] {
  const shortest = (operation.variableDefinitions ?? [])
    .filter(({ type }) => print(type).startsWith('Int'))
    .map(({ variable }) => [variable.name.value, 1] as const);
  try {
    const cost = costs.costOf(document, operation, Object.fromEntries(shortest));
    return cost <= costLimit ? [] : [`It costs ${cost} at least; ${costLimit} are allowed.`];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.message];
  }
}

function disagreements(
  operation: OperationDefinitionNode,
  name: string | undefined,
  type: string | undefined,
): string[] {
  const actual = operation.name?.value;
  const kind: string = operation.operation;
  return [
    ...(name === undefined || actual === undefined || name === actual
      ? []
      : [`The manifest calls it ${name}, the text ${actual}.`]),
    ...(type === undefined || type === kind
      ? []
      : [`The manifest calls it a ${type}, the text is a ${kind}.`]),
  ];
}

/** A partner knows what it has registered; the rest of the schema is none of its business. */
function introspection(document: DocumentNode): GraphQLError[] {
  const found: GraphQLError[] = [];
  visit(document, {
    Field: (node) => {
      if (node.name.value === '__schema' || node.name.value === '__type')
        found.push(new GraphQLError('Introspection cannot be registered.', { nodes: node }));
    },
  });
  return found;
}

/** Fields that the scopes do not allow, whatever the variables of `@skip` and `@include` will say. */
async function denials(
  schema: GraphQLSchema,
  guard: FieldGuard,
  document: DocumentNode,
  operationId: string,
  scopes: ReadonlySet<Permission>,
): Promise<ManifestFault[]> {
  const places = new Map<string, { readonly type: string; readonly field: FieldNode }>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (field) => {
        const type = types.getParentType()?.name;
        // The name of its type is nobody's secret; introspection is refused already.
        if (type === undefined || type.startsWith('__') || field.name.value.startsWith('__')) return;
        const coordinate = `${type}.${field.name.value}`;
        if (!places.has(coordinate)) places.set(coordinate, { type, field });
      },
    }),
  );
  const principal = partnerWith(scopes);
  const faults: ManifestFault[] = [];
  for (const [coordinate, { type, field }] of places) {
    const reason =
      (await guard(type, field.name.value, principal)) ??
      (type === schema.getMutationType()?.name ? await personal(guard, type, field.name.value) : null);
    if (reason === null) continue;
    faults.push(located(operationId, new GraphQLError(`${coordinate}: ${reason.message}`, { nodes: field })));
  }
  return faults;
}

/**
 * Mutations that demand no permission are about the caller as a person: passwords, sessions, invitations. A partner is
 * none.
 */
async function personal(guard: FieldGuard, type: string, field: string): Promise<DomainError | null> {
  const isOpenToAll = (await guard(type, field, partnerWith(new Set()))) === null;
  return isOpenToAll ? new DomainError('FORBIDDEN', 'This is for people, and not for partners.') : null;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Whom the rules are asked about: they look at permissions only. */
function partnerWith(permissions: ReadonlySet<Permission>): Principal {
  return {
    userId: NOBODY,
    companyId: NOBODY,
    roles: [],
    permissions,
    tokenId: NOBODY,
    sessionId: NOBODY,
    issuedAt: 0,
    expiresAt: 0,
    partner: { id: NOBODY, keyId: NOBODY },
  };
}

function located(operationId: string, error: GraphQLError): ManifestFault {
  const { message } = isTooCostlyToValidate(error) ? tooCostlyToValidate() : error;
  const [place] = error.locations ?? [];
  return { operationId, message, ...(place === undefined ? {} : place) };
}
