import { Kind, type DirectiveNode, type OperationDefinitionNode } from 'graphql';

/** Values of variables, defaults included. */
export type Variables = Readonly<Record<string, unknown>>;

/** Whether a selection is wanted under these variables. */
export type Condition = (variables: Variables) => boolean;

/** The condition that `@skip` and `@include` put on a selection; undefined when there is none. */
export function conditionOf(directives: readonly DirectiveNode[] | undefined): Condition | undefined {
  let condition: Condition | undefined;
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const wanted = name === 'include';
    if (value?.kind === Kind.VARIABLE) {
      const variable = value.name.value;
      condition = both(condition, (variables) => (variables[variable] === true) === wanted);
    } else {
      const given = value?.kind === Kind.BOOLEAN && value.value;
      condition = both(condition, () => given === wanted);
    }
  }
  return condition;
}

export function both(one: Condition | undefined, other: Condition | undefined): Condition | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return (variables) => one(variables) && other(variables);
}

export function either(one: Condition | undefined, other: Condition | undefined): Condition | undefined {
  // Undefined is no condition, which is wanted always.
  if (one === undefined || other === undefined) return undefined;
  return (variables) => one(variables) || other(variables);
}

/** Variables of the request under the defaults of the operation. Only booleans matter: they are for conditions. */
export function withBooleanDefaults(operation: OperationDefinitionNode): (given: Variables) => Variables {
  const defaults: Record<string, boolean> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.BOOLEAN) defaults[variable.name.value] = defaultValue.value;
  }
  if (Object.keys(defaults).length === 0) return (given) => given;
  return (given) => {
    const values: Record<string, unknown> = { ...defaults };
    for (const [name, value] of Object.entries(given)) if (value !== undefined) values[name] = value;
    return values;
  };
}
