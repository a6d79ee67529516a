import { DomainError } from '#shared/domain/errors.ts';

/**
 * Keeps what a preparation refuses until the decision, which is where the write path looks whether the same command was
 * accepted before under its key.
 */
export function keptRefusal() {
  let refusal: DomainError | undefined;
  return {
    async keep(prepare: () => Promise<void>): Promise<void> {
      refusal = undefined;
      try {
        await prepare();
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refusal = error;
      }
    },
    raise(): void {
      if (refusal !== undefined) throw refusal;
    },
  };
}
