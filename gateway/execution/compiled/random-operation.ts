import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** A source of chance that repeats itself for the same seed. */
export interface Chance {
  below(limit: number): number;
  oneIn(count: number): boolean;
  pick<T>(items: readonly T[]): T;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32: small, and good enough to wander through a schema.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneIn: (count) => below(count) === 0,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
  };
}

const DEEPEST = 5;
const ALIASES = ['a', 'b', 'c'];

/** A random operation over a schema: aliases, fragments, conditions, arguments and all. Not always a valid one. */
export function randomOperation(
  schema: GraphQLSchema,
  seed: number,
  kind: 'query' | 'mutation' = 'query',
): { readonly text: string; readonly variables: Record<string, unknown> } {
  const by = chance(seed);
  const fragments: string[] = [];

  const condition = (): string => {
    if (!by.oneIn(7)) return '';
    const value = by.pick(['true', 'false', '$yes', '$no', '$defaulted']);
    return ` @${by.pick(['skip', 'include'])}(if: ${value})`;
  };

  const literal = (type: GraphQLInputType): string => {
    if (isNonNullType(type)) return literal(type.ofType);
    if (isListType(type)) return `[${literal(type.ofType)}]`;
    if (isEnumType(type)) return by.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
      return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
    }
    switch (type.name) {
      case 'Int':
        return String(1 + by.below(4));
      case 'Float':
        return '1.5';
      case 'Boolean':
        return by.pick(['true', 'false']);
      case 'ID':
        return by.pick(['"1"', '"2"', '$id']);
      default:
        return `"${String(1 + by.below(9))}"`;
    }
  };

  const field = (parent: GraphQLCompositeType, depth: number): string => {
    if (isAbstractType(parent) && !isInterfaceType(parent)) return '__typename';
    const candidates = Object.values(parent.getFields()).filter(
      ({ type }) => depth < DEEPEST || !isCompositeType(getNamedType(type)),
    );
    if (candidates.length === 0 || by.oneIn(8)) return `${by.oneIn(3) ? 'kind: ' : ''}__typename`;
    const { name, args, type } = by.pick(candidates);
    const given = args
      .filter((argument) => isNonNullType(argument.type) || by.oneIn(2))
      .map((argument) => `${argument.name}: ${literal(argument.type)}`);
    const alias = by.oneIn(6) ? `${by.pick(ALIASES)}${name}: ` : '';
    const named = getNamedType(type);
    const below = isCompositeType(named) ? ` ${set(named, depth + 1)}` : '';
    return `${alias}${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${condition()}${below}`;
  };

  const fragmentOn = (parent: GraphQLCompositeType, depth: number): string => {
    const others = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLCompositeType =>
        isCompositeType(type) &&
        type !== parent &&
        ((isAbstractType(parent) && isObjectType(type) && schema.isSubType(parent, type)) ||
          (isAbstractType(type) && isObjectType(parent) && schema.isSubType(type, parent))),
    );
    const on = others.length === 0 || by.oneIn(3) ? parent : by.pick(others);
    const body = set(on, depth);
    if (by.oneIn(2)) return `... on ${on.name}${condition()} ${body}`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${on.name} ${body}`);
    return `...${name}${condition()}`;
  };

  const set = (parent: GraphQLCompositeType, depth: number): string => {
    const selections = Array.from({ length: 1 + by.below(4) }, () =>
      depth > 1 && depth < DEEPEST && by.oneIn(5) ? fragmentOn(parent, depth + 1) : field(parent, depth),
    );
    return `{ ${selections.join(' ')} }`;
  };

  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (root == null) throw new Error(`The schema has no ${kind}.`);
  const body = set(root, 1);
  const definitions = [
    ['$yes', 'Boolean!'],
    ['$no', 'Boolean!'],
    ['$defaulted', `Boolean! = ${String(by.oneIn(2))}`],
    ['$id', 'ID!'],
  ].filter(([name]) => [body, ...fragments].some((text) => text.includes(String(name))));
  const head = definitions.length === 0 ? '' : `(${definitions.map((pair) => pair.join(': ')).join(', ')})`;
  return {
    text: [`${kind} Random${head} ${body}`, ...fragments].join('\n'),
    variables: { yes: true, no: false, id: '3' },
  };
}
