import { errorCodeDef, ERRORS } from '@apollo/federation-internals';
import { generateHydratedPaths } from '@apollo/gateway/dist/executeQueryPlan.js';
import type { FetchNode, PlanNode, ResponsePath } from '@apollo/query-planner';
import { GraphQLError, OperationTypeNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { SubgraphFetch } from '#gateway/execution/data-source.ts';
import type { SubgraphResponse } from '#shared/graphql/execute.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { Variables } from './conditions.ts';
import { isObject, mergeInto, type Fields } from './merge.ts';
import { NotCompilable } from './not-compilable.ts';
import { compileRequires, type Represent } from './requires.ts';

/** How a subgraph is asked. */
export type AskSubgraph = (fetch: SubgraphFetch) => Promise<SubgraphResponse>;

/** One execution of a plan. */
export interface Run {
  readonly caller: Caller;
  /** As the client gave them. */
  readonly variables: Variables;
  /** With defaults, for conditions. */
  readonly conditions: Variables;
  /** What has been put together so far. */
  readonly data: Fields;
  readonly errors: GraphQLError[];
}

/** A step of a plan, run at some place of the data: an object, a list of objects, or nothing. */
export type Step = (run: Run, at: unknown) => Promise<void> | undefined;

export interface CompileContext {
  readonly supergraphSchema: GraphQLSchema;
  readonly subgraph: (name: string) => AskSubgraph;
  /** Texts that the plan sends at several places: equal ones under way at the same time share an answer. */
  readonly repeated: ReadonlySet<string>;
}

/** Texts of fetches that a plan holds more than once. */
export function repeatedTexts(node: PlanNode | undefined): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const walk = (at: PlanNode | undefined): void => {
    if (at === undefined) return;
    switch (at.kind) {
      case 'Fetch':
        if (seen.has(at.operation)) repeated.add(at.operation);
        seen.add(at.operation);
        break;
      case 'Flatten':
        walk(at.node);
        break;
      case 'Sequence':
      case 'Parallel':
        for (const child of at.nodes) walk(child);
        break;
      case 'Condition':
        walk(at.ifClause);
        walk(at.elseClause);
        break;
      case 'Defer':
        throw new NotCompilable('@defer');
    }
  };
  walk(node);
  return repeated;
}

/** Compiles the fetches of a plan to functions. Throws `NotCompilable` for what it does not know. */
export function compileFetches(context: CompileContext, node: PlanNode, path: ResponsePath = []): Step {
  switch (node.kind) {
    case 'Sequence': {
      const steps = node.nodes.map((child) => compileFetches(context, child, path));
      return async (run, at) => {
        for (const step of steps) await step(run, at);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => compileFetches(context, child, path));
      return async (run, at) => {
        await Promise.all(steps.map(async (step) => step(run, at)));
      };
    }
    case 'Flatten': {
      const step = compileFetches(context, node.node, [...path, ...node.path]);
      const find = compilePath(node.path);
      return (run, at) => {
        const found = find(at);
        return found ? step(run, found) : undefined;
      };
    }
    case 'Condition': {
      const { condition, ifClause, elseClause } = node;
      const yes = ifClause === undefined ? undefined : compileFetches(context, ifClause, path);
      const no = elseClause === undefined ? undefined : compileFetches(context, elseClause, path);
      return (run, at) => (run.conditions[condition] === true ? yes : no)?.(run, at);
    }
    case 'Fetch':
      return compileFetch(context, node, path);
    case 'Defer':
      throw new NotCompilable('@defer');
    default:
      return node satisfies never;
  }
}

function compileFetch(context: CompileContext, node: FetchNode, path: ResponsePath): Step {
  if (node.inputRewrites ?? node.outputRewrites ?? node.contextRewrites) throw new NotCompilable('rewrites');
  const ask = context.subgraph(node.serviceName);
  const { operation: query, operationName, requires, variableUsages = [] } = node;
  const isShared = context.repeated.has(query);
  const isRead = node.operationKind !== OperationTypeNode.MUTATION;
  const fetchOf = (run: Run, variables: Fields): SubgraphFetch => ({
    query,
    variables,
    operationName,
    caller: run.caller,
    isRead,
    ...(isShared ? { operation: run } : {}),
  });
  const fetch = async (run: Run, at: unknown, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // As the stock executor has it: a fetch that fails leaves its part empty, and the rest goes on.
      run.errors.push(error as GraphQLError);
    }
  };
  const receive = (run: Run, response: SubgraphResponse): Fields | null | undefined => {
    if (response.errors !== undefined) reportErrors(run, response.errors, node, path);
    return response.data;
  };
  const variablesOf = (run: Run): Fields => {
    const variables: Fields = {};
    for (const name of variableUsages) {
      if (Object.hasOwn(run.variables, name) && run.variables[name] !== undefined)
        variables[name] = run.variables[name];
    }
    return variables;
  };

  if (requires === undefined) {
    return (run, at) => {
      const targets = objectsAt(at);
      if (targets.length === 0) return undefined;
      return fetch(run, at, async () => {
        const variables = variablesOf(run);
        const data = receive(run, await ask(fetchOf(run, variables)));
        for (const target of targets) mergeInto(target, data);
      });
    };
  }

  if (variableUsages.includes('representations')) throw new NotCompilable('a variable named representations');
  const represent = compileRequires(context.supergraphSchema, requires);
  return (run, at) => {
    const wanted = wantedEntities(objectsAt(at), represent);
    if (wanted.representations.length === 0) return undefined;
    return fetch(run, at, async () => {
      const variables = variablesOf(run);
      variables['representations'] = wanted.representations;
      const response = spreadErrors(await ask(fetchOf(run, variables)), wanted);
      const data = receive(run, response);
      if (data === null || data === undefined) return;
      const entities = data['_entities'];
      if (!Array.isArray(entities)) throw new Error(`Expected "data._entities" in response to be an array`);
      if (entities.length !== wanted.representations.length)
        throw new Error(`Expected "data._entities" to contain ${wanted.representations.length} elements`);
      for (const [index, places] of wanted.places.entries()) {
        const entity: unknown = entities[index];
        if (!isObject(entity)) continue;
        for (const place of places) {
          entity['__typename'] ??= place['__typename'];
          mergeInto(place, entity);
        }
      }
    });
  };
}

/** Entities to ask for, each once, and the places in the data that want them. */
interface Wanted {
  readonly representations: readonly Fields[];
  /** For each representation. */
  readonly places: readonly Fields[][];
  /** For each representation, the positions that it would have if none were asked for twice. */
  readonly positions: readonly number[][];
  readonly isRepeated: boolean;
}

function wantedEntities(objects: readonly Fields[], represent: Represent): Wanted {
  const representations: Fields[] = [];
  const places: Fields[][] = [];
  const positions: number[][] = [];
  const known = new Map<string, number>();
  let position = 0;
  for (const object of objects) {
    const representation = represent(object);
    if (representation === undefined) continue;
    const key = JSON.stringify(representation);
    const index = known.get(key);
    if (index === undefined) {
      known.set(key, representations.length);
      representations.push(representation);
      places.push([object]);
      positions.push([position]);
    } else {
      places[index]?.push(object);
      positions[index]?.push(position);
    }
    position++;
  }
  return { representations, places, positions, isRepeated: position > representations.length };
}

/** An entity that several places wanted fails at each of them. */
function spreadErrors(response: SubgraphResponse, wanted: Wanted): SubgraphResponse {
  if (response.errors === undefined || !wanted.isRepeated) return response;
  const errors = response.errors.flatMap((error) => {
    const [root, at, ...rest] = error.path ?? [];
    if (root !== '_entities' || typeof at !== 'number') return [error];
    return (wanted.positions[at] ?? []).map((index) => ({ ...error, path: [root, index, ...rest] }));
  });
  return { ...response, errors };
}

/** Objects at a place of the data, as the stock executor counts them. */
function objectsAt(at: unknown): readonly Fields[] {
  if (!Array.isArray(at)) return [at as Fields];
  return at.filter((item): item is Fields => item !== null && item !== undefined);
}

/** Follows a path into the data; lists are flattened on the way. */
function compilePath(path: ResponsePath): (at: unknown) => unknown {
  let find = (at: unknown): unknown => at;
  for (const part of path.toReversed()) {
    const rest = find;
    find =
      part === '@'
        ? (at) => (Array.isArray(at) ? at.flatMap((item) => rest(item)) : at === null ? null : undefined)
        : (at) => {
            if (at === null || at === undefined) return at;
            return isObject(at) && Object.hasOwn(at, part) ? rest(at[part]) : undefined;
          };
  }
  return find;
}

function codeOf({ extensions }: GraphQLFormattedError): string {
  return String(extensions?.['code']);
}

function reportErrors(
  run: Run,
  errors: readonly GraphQLFormattedError[],
  { serviceName, requires }: FetchNode,
  path: ResponsePath,
): void {
  let places: ResponsePath[] | undefined;
  const pathOf = (given: readonly (string | number)[] | undefined): ResponsePath | undefined => {
    if (given === undefined) return undefined;
    const at = given[1];
    if (requires === undefined || typeof at !== 'number') return [...path, ...given];
    if (places === undefined) generateHydratedPaths([], path, run.data, (places = []));
    return [...(places[at] ?? []), ...given.slice(2)];
  };
  for (const error of errors) {
    const message = error.message || `Error while fetching subquery from service "${serviceName}"`;
    const options = {
      // The stock executor hands on the plain object of the answer here, and so do we.
      originalError: error as unknown as Error,
      path: pathOf(error.path) ?? null,
      extensions: { ...error.extensions, serviceName },
    };
    const definition = errorCodeDef(codeOf(error));
    run.errors.push(
      definition === undefined && error.extensions?.['code'] !== undefined
        ? new GraphQLError(message, options)
        : (definition ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options),
    );
  }
}
