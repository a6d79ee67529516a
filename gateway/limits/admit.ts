import { hash } from 'node:crypto';
import {
  GraphQLError,
  Kind,
  Lexer,
  OperationTypeNode,
  parse,
  Source,
  TokenKind,
  type DocumentNode,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { measure, type OperationSize } from './measure.ts';

export interface OperationLimits extends OperationSize {
  /** Lexical tokens of the text. */
  readonly tokens: number;
  /** Brackets within brackets, of whatever kind. */
  readonly nesting: number;
  /** Operations and fragments of one text. */
  readonly definitions: number;
}

/** Generous to any screen of a frontend, and small enough that validation takes milliseconds. */
export const DEFAULT_LIMITS: OperationLimits = {
  tokens: 10_000,
  nesting: 64,
  definitions: 200,
  depth: 16,
  fields: 2_000,
  rootFields: 50,
  aliases: 200,
  directives: 200,
};

export interface AdmittedOperation {
  readonly document: DocumentNode;
  readonly queryHash: string;
}

/** Parses a text, or throws the `GraphQLError` by which it is refused. */
export type Admission = (query: string) => AdmittedOperation;

/** Characters of all remembered texts: a text may be one long literal, so their number alone bounds nothing. */
const REMEMBERED_CHARACTERS = 8 * 1024 * 1024;
const REMEMBERED_DOCUMENT = 256 * 1024;

/**
 * Refuses oversized operations before validation, some of whose rules take time that grows with the square of the
 * expanded size: a kilobyte of nested fragments would hold the process for minutes.
 */
export function createAdmission(limits: OperationLimits = DEFAULT_LIMITS): Admission {
  const admitted = new LRUCache<string, AdmittedOperation>({
    maxSize: REMEMBERED_CHARACTERS,
    maxEntrySize: REMEMBERED_DOCUMENT,
    sizeCalculation: (_operation, query) => query.length + 1,
  });
  return (query) => {
    const known = admitted.get(query);
    if (known !== undefined) return known;
    const document = parseBounded(query, limits);
    const definitions = document.definitions.length;
    if (definitions > limits.definitions) {
      throw tooLarge(NAMES.definitions, definitions, limits.definitions);
    }
    const size = measure(document);
    if ('cycle' in size) throw badRequest(`The fragment "${size.cycle}" contains itself.`);
    for (const measureName of ['depth', 'fields', 'rootFields', 'aliases', 'directives'] as const) {
      if (size[measureName] > limits[measureName]) {
        throw tooLarge(NAMES[measureName], size[measureName], limits[measureName]);
      }
    }
    if (hasConditionalSubscription(document)) {
      throw badRequest('The root of a subscription must not be under @skip or @include.');
    }
    const operation = { document, queryHash: hash('sha256', query, 'hex') };
    admitted.set(query, operation);
    return operation;
  };
}

const NAMES = {
  depth: 'levels of nesting',
  fields: 'selected fields',
  rootFields: 'fields at the root',
  aliases: 'aliases',
  directives: 'directives',
  tokens: 'tokens',
  nesting: 'brackets within one another',
  definitions: 'operations and fragments',
} as const satisfies Record<keyof OperationLimits, string>;

function parseBounded(query: string, { tokens, nesting }: OperationLimits): DocumentNode {
  try {
    demandFlatness(query, tokens, nesting);
    return parse(query, { maxTokens: tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions['code'] !== undefined) throw error;
    if (/contains more tha[nt] \d+ tokens/.test(error.message)) {
      throw tooLarge(NAMES.tokens, undefined, tokens);
    }
    throw new GraphQLError(error.message, {
      nodes: error.nodes ?? null,
      source: error.source ?? null,
      positions: error.positions ?? null,
      extensions: { code: 'BAD_USER_INPUT', field: 'query' },
    });
  }
}

/** The parser calls itself for each bracket, so what is nested without end would overflow the stack. */
function demandFlatness(query: string, maxTokens: number, maxNesting: number): void {
  const lexer = new Lexer(new Source(query));
  let depth = 0;
  let count = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    if ((count += 1) > maxTokens) throw tooLarge(NAMES.tokens, undefined, maxTokens);
    if (OPENING.has(token.kind) && (depth += 1) > maxNesting)
      throw tooLarge(NAMES.nesting, undefined, maxNesting);
    if (CLOSING.has(token.kind)) depth -= 1;
  }
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_L, TokenKind.BRACKET_L, TokenKind.BRACE_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_R, TokenKind.BRACKET_R, TokenKind.BRACE_R]);

/** graphql-js gives up by itself on selections that it would have to compare too often. */
export function isTooCostlyToValidate(error: { readonly message: string }): boolean {
  return /Validation aborted\.$/.test(error.message);
}

export function tooCostlyToValidate(): GraphQLError {
  return new GraphQLError('The operation selects the same fields too often to be validated.', {
    extensions: { code: 'COST_LIMIT_EXCEEDED' },
  });
}

/** The specification forbids it, and graphql-js answers it with an exception instead of a validation error. */
function hasConditionalSubscription(document: DocumentNode): boolean {
  const isConditional = (set: SelectionSetNode): boolean =>
    set.selections.some((selection) => {
      const conditions = selection.directives?.filter(({ name }) => ['skip', 'include'].includes(name.value));
      if (conditions !== undefined && conditions.length > 0) return true;
      if (selection.kind === Kind.INLINE_FRAGMENT) return isConditional(selection.selectionSet);
      if (selection.kind !== Kind.FRAGMENT_SPREAD) return false;
      return document.definitions.some(
        (definition) =>
          definition.kind === Kind.FRAGMENT_DEFINITION &&
          definition.name.value === selection.name.value &&
          isConditional(definition.selectionSet),
      );
    });
  return document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.SUBSCRIPTION &&
      isConditional(definition.selectionSet),
  );
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field: 'query' } });
}

function tooLarge(what: string, actual: number | undefined, limit: number): GraphQLError {
  const has =
    actual === undefined ? `more than ${limit}` : Number.isFinite(actual) ? String(actual) : 'countless';
  return new GraphQLError(`The operation has ${has} ${what}; ${limit} are allowed.`, {
    extensions: { code: 'COST_LIMIT_EXCEEDED', limit, ...(actual === undefined ? {} : { actual }) },
  });
}
