import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { DomainError } from '#shared/domain/errors.ts';
import { readCostDirectives, type CostDirectives, type ListSize } from './cost-directives.ts';

/** What an operation may cost: objects that are made, lists multiplied by their lengths, and what is dear by itself. */
export interface CostMeter {
  /**
   * The cost under these variables. Refuses with BAD_USER_INPUT when a connection is asked for without saying how
   * much of it. The document need not be valid yet: what the schema does not know costs nothing and is refused later.
   */
  costOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number;
}

type Variables = Readonly<Record<string, unknown>>;

/** Length of a list of which nothing is said. */
const UNKNOWN_LENGTH = 10;
/** Connections refuse more, so more never costs more. */
const LONGEST_PAGE = 100;
/** What a change costs before anything is selected of its payload. */
const MUTATION = 10;
/** Introspection is answered from memory: a hundred of its objects cost as much as one of the books. */
const INTROSPECTION_SHARE = 1 / 100;
/** Lengths of lists in descriptions of the schema; that of all types is taken from the schema. */
const INTROSPECTION_LENGTHS: Readonly<Record<string, number>> = {
  fields: 10,
  args: 2,
  inputFields: 8,
  enumValues: 8,
  interfaces: 1,
  possibleTypes: 3,
  directives: 20,
};

/** A cost as far as it is known without variables, and what is multiplied once they are. */
interface Formula {
  readonly constant: number;
  readonly parts: readonly Part[];
}

interface Part {
  /** Length of the list. */
  readonly length: Length;
  /** Variables of `@include` (true) and `@skip` (false) that must hold for this to be answered at all. */
  readonly conditions: readonly Condition[];
  readonly each: Formula;
}

type Length = number | LengthByVariable;
interface LengthByVariable {
  readonly variable: string;
  /** Without the variable. */
  readonly fallback: number;
}
interface Condition {
  readonly variable: string;
  readonly wanted: boolean;
  readonly fallback: boolean | undefined;
}

/** One connection, and the variables of which one must say how much of it is wanted. */
interface Demand {
  readonly argument: string;
  readonly field: string;
  readonly variables: readonly string[];
}

interface Compiled {
  readonly formula: Formula;
  readonly demands: readonly Demand[];
}

const NOTHING: Formula = { constant: 0, parts: [] };

export function createCostMeter(supergraphSdl: string, schema: GraphQLSchema): CostMeter {
  const directives = readCostDirectives(supergraphSdl);
  const compiled = new WeakMap<OperationDefinitionNode, Compiled>();
  return {
    costOf(document, operation, variables) {
      let found = compiled.get(operation);
      if (found === undefined) {
        found = new Compiler(schema, directives, document, operation).compile();
        compiled.set(operation, found);
      }
      for (const demand of found.demands) requireLength(demand, variables);
      const { formula } = found;
      return Math.ceil(formula.parts.length === 0 ? formula.constant : evaluate(formula, variables));
    },
  };
}

function evaluate({ constant, parts }: Formula, variables: Variables): number {
  let sum = constant;
  for (const { length, conditions, each } of parts) {
    if (!conditions.every(({ variable, wanted, fallback }) => (variables[variable] ?? fallback) === wanted))
      continue;
    sum += lengthUnder(length, variables) * evaluate(each, variables);
  }
  return sum;
}

function lengthUnder(length: Length, variables: Variables): number {
  if (typeof length === 'number') return length;
  const given = variables[length.variable];
  return typeof given === 'number' ? pageLength(given) : length.fallback;
}

function pageLength(given: number): number {
  return Math.min(Math.max(given, 0), LONGEST_PAGE);
}

function requireLength({ argument, field, variables }: Demand, values: Variables): void {
  if (variables.some((name) => values[name] !== undefined && values[name] !== null)) return;
  throw new DomainError(
    'BAD_USER_INPUT',
    `${argument}: say how many of ${field} are wanted, 1 to ${LONGEST_PAGE}`,
    {
      field: argument,
      of: field,
    },
  );
}

/** What multiplies the fields of a connection that its `first` measures. */
interface Sized {
  readonly fields: ReadonlySet<string>;
  readonly length: Length;
}

/** A fragment's cost where the length of a sized field is not known yet. */
interface FragmentCost {
  readonly fixed: Formula;
  /** Cost of each item of the sized fields. */
  readonly perItem: Formula;
}

/** Turns one operation into a formula. Each fragment is looked at once, so the work is linear in the document. */
class Compiler {
  readonly #schema: GraphQLSchema;
  readonly #directives: CostDirectives;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, FragmentCost>();
  readonly #demands: Demand[] = [];
  #isIntrospection = false;

  constructor(
    schema: GraphQLSchema,
    directives: CostDirectives,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ) {
    this.#schema = schema;
    this.#directives = directives;
    this.#operation = operation;
    this.#fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  compile(): Compiled {
    const root = this.#schema.getRootType(this.#operation.operation);
    const formula = root == null ? NOTHING : this.#set(this.#operation.selectionSet, root, undefined).fixed;
    return { formula, demands: this.#demands };
  }

  #set(
    set: SelectionSetNode,
    type: GraphQLCompositeType,
    sized: ReadonlySet<string> | undefined,
  ): FragmentCost {
    const fixed = new Sum();
    const perItem = new Sum();
    for (const selection of set.selections) {
      const conditions = this.#conditions(selection);
      if (conditions === 'never') continue;
      const cost = this.#selection(selection, type, sized);
      fixed.add(cost.fixed, 1, conditions);
      perItem.add(cost.perItem, 1, conditions);
    }
    return { fixed: fixed.formula(), perItem: perItem.formula() };
  }

  #selection(
    selection: SelectionNode,
    type: GraphQLCompositeType,
    sized: ReadonlySet<string> | undefined,
  ): FragmentCost {
    if (selection.kind === Kind.FIELD) {
      const cost = this.#field(selection, type);
      if (cost === undefined) return { fixed: NOTHING, perItem: NOTHING };
      if (sized?.has(selection.name.value) === true) return { fixed: NOTHING, perItem: cost.item };
      return { fixed: cost.whole, perItem: NOTHING };
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return this.#set(
        selection.selectionSet,
        this.#typeOf(selection.typeCondition?.name.value, type),
        sized,
      );
    }
    const fragment = this.#fragments.get(selection.name.value);
    if (fragment === undefined) return { fixed: NOTHING, perItem: NOTHING };
    const key = `${selection.name.value} ${sized === undefined ? '' : [...sized].join(' ')}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      // A fragment that contains itself was refused before this.
      known = this.#set(fragment.selectionSet, this.#typeOf(fragment.typeCondition.name.value, type), sized);
      this.#known.set(key, known);
    }
    return known;
  }

  #typeOf(name: string | undefined, otherwise: GraphQLCompositeType): GraphQLCompositeType {
    const type = name === undefined ? undefined : this.#schema.getType(name);
    return isCompositeType(type) ? type : otherwise;
  }

  /** The field's cost: of one item, and whole with the length of its list. Undefined when there is no such field. */
  #field(
    node: FieldNode,
    parent: GraphQLCompositeType,
  ): { readonly item: Formula; readonly whole: Formula } | undefined {
    const field = this.#fieldOf(parent, node.name.value);
    if (field === undefined) return undefined;
    const enters = !this.#isIntrospection && (field === SchemaMetaFieldDef || field === TypeMetaFieldDef);
    if (enters) this.#isIntrospection = true;
    const coordinate = `${parent.name}.${field.name}`;
    const listSize = this.#isIntrospection ? undefined : this.#directives.listSizes.get(coordinate);
    const length = this.#length(node, field, coordinate, listSize);
    const sized: Sized | undefined =
      listSize === undefined || listSize.sizedFields.size === 0
        ? undefined
        : { fields: listSize.sizedFields, length: length ?? UNKNOWN_LENGTH };

    const item = new Sum();
    item.constant(this.#weight(node, field, coordinate));
    const type = getNamedType(field.type);
    if (node.selectionSet !== undefined && isCompositeType(type)) {
      const below = this.#set(node.selectionSet, type, sized?.fields);
      item.add(below.fixed, 1, []);
      if (sized !== undefined) item.add(below.perItem, sized.length, []);
    }
    if (enters) this.#isIntrospection = false;
    const formula = enters ? scaled(item.formula(), INTROSPECTION_SHARE) : item.formula();
    const isList = isListType(getNullableType(field.type));
    if (!isList) return { item: formula, whole: formula };
    const whole = new Sum();
    whole.add(formula, (sized === undefined ? length : undefined) ?? UNKNOWN_LENGTH, []);
    return { item: formula, whole: whole.formula() };
  }

  #fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (parent === this.#schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }

  #weight(node: FieldNode, field: GraphQLField<unknown, unknown>, coordinate: string): number {
    const { weights } = this.#directives;
    const type = getNamedType(field.type);
    let weight = weights.get(coordinate) ?? weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
    if (
      this.#operation.operation === OperationTypeNode.MUTATION &&
      coordinate.startsWith(`${this.#schema.getMutationType()?.name ?? ''}.`) &&
      !weights.has(coordinate)
    ) {
      weight = MUTATION;
    }
    for (const { name } of node.arguments ?? []) weight += weights.get(`${coordinate}(${name.value}:)`) ?? 0;
    return weight;
  }

  /** Length of the field's list, or of the sized fields below it. */
  #length(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    coordinate: string,
    listSize: ListSize | undefined,
  ): Length | undefined {
    if (this.#isIntrospection) {
      return field.name === 'types'
        ? Object.keys(this.#schema.getTypeMap()).length
        : INTROSPECTION_LENGTHS[field.name];
    }
    if (listSize === undefined) return undefined;
    const fallback = listSize.assumedSize ?? UNKNOWN_LENGTH;
    const given = listSize.slicingArguments.flatMap((name) => {
      const value =
        node.arguments?.find((argument) => argument.name.value === name)?.value ??
        field.args.find((argument) => argument.name === name)?.astNode?.defaultValue;
      return value === undefined || value.kind === Kind.NULL ? [] : [value];
    });
    const lengths = given.map((value) => this.#lengthOf(value, fallback));
    if (listSize.requireOneSlicingArgument) this.#demand(coordinate, listSize, given);
    const [first] = lengths;
    return first ?? fallback;
  }

  #demand(field: string, { slicingArguments }: ListSize, given: readonly ValueNode[]): void {
    const variables: string[] = [];
    for (const value of given) {
      if (value.kind !== Kind.VARIABLE) return;
      const fallback = this.#defaultOf(value.name.value);
      if (fallback !== undefined && fallback.kind !== Kind.NULL) return;
      variables.push(value.name.value);
    }
    this.#demands.push({ argument: slicingArguments.join(' or '), field, variables });
  }

  #lengthOf(value: ValueNode, fallback: number): Length {
    if (value.kind === Kind.INT) return pageLength(Number(value.value));
    if (value.kind !== Kind.VARIABLE) return fallback;
    const byDefault = this.#defaultOf(value.name.value);
    return {
      variable: value.name.value,
      fallback: byDefault?.kind === Kind.INT ? pageLength(Number(byDefault.value)) : fallback,
    };
  }

  #defaultOf(variable: string): ValueNode | undefined {
    return this.#operation.variableDefinitions?.find((known) => known.variable.name.value === variable)
      ?.defaultValue;
  }

  /** What must hold for the selection to be answered; `never` when it cannot. */
  #conditions(selection: SelectionNode): readonly Condition[] | 'never' {
    const conditions: Condition[] = [];
    for (const directive of selection.directives ?? []) {
      const wanted = directive.name.value === 'include';
      if (!wanted && directive.name.value !== 'skip') continue;
      const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
      if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return 'never';
      if (value?.kind !== Kind.VARIABLE) continue;
      const byDefault = this.#defaultOf(value.name.value);
      conditions.push({
        variable: value.name.value,
        wanted,
        fallback: byDefault?.kind === Kind.BOOLEAN ? byDefault.value : undefined,
      });
    }
    return conditions;
  }
}

/** Adds formulas up, and what is constant at once. */
class Sum {
  #constant = 0;
  readonly #parts: Part[] = [];

  constant(amount: number): void {
    this.#constant += amount;
  }

  add(formula: Formula, length: Length, conditions: readonly Condition[]): void {
    if (formula.constant === 0 && formula.parts.length === 0) return;
    if (typeof length !== 'number' || conditions.length > 0) {
      this.#parts.push({ length, conditions, each: formula });
      return;
    }
    this.#constant += length * formula.constant;
    if (formula.parts.length === 0) return;
    if (length === 1) this.#parts.push(...formula.parts);
    else this.#parts.push({ length, conditions, each: { constant: 0, parts: formula.parts } });
  }

  formula(): Formula {
    return this.#parts.length === 0 && this.#constant === 0
      ? NOTHING
      : { constant: this.#constant, parts: this.#parts };
  }
}

function scaled(formula: Formula, by: number): Formula {
  const sum = new Sum();
  sum.add(formula, by, []);
  return sum.formula();
}
