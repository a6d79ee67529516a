import { parseText } from './text.ts';

/** The idempotency key apart from the input that it stands for. */
export function keyed<Input extends { readonly idempotencyKey?: string | null | undefined }>(
  given: Input,
): { idempotencyKey: string | null; input: Omit<Input, 'idempotencyKey'> } {
  const { idempotencyKey, ...input } = given;
  return {
    idempotencyKey:
      idempotencyKey === null || idempotencyKey === undefined
        ? null
        : parseText(idempotencyKey, 'idempotencyKey', 200),
    input,
  };
}
