import { DomainError } from '#shared/domain/errors.ts';

/**
 * Names the value in a refusal that came from a guard of the database: the guard knows the field only, because rows that
 * are kept apart by company are not quoted in errors. For the `catch` of a command.
 */
export function naming(field: string, value: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof DomainError && error.details.field === field && error.details.value === undefined)
      throw new DomainError(error.code, error.message, { ...error.details, value });
    throw error;
  };
}
