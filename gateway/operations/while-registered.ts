import { DomainError } from '#shared/domain/errors.ts';
import { refusal } from '#shared/graphql/errors.ts';

const LOOK_MILLISECONDS = 1_000;

/**
 * A partner's subscription, which ends with the refusal once its operation is registered no more: a revoked operation
 * stops where it runs, too. `find` answers the text that the operation has now; while it cannot be told, the
 * subscription goes on.
 */
export function whileRegistered<T>(
  stream: AsyncGenerator<T, void>,
  query: string,
  find: () => Promise<{ readonly query: string }>,
  lookMs: number = LOOK_MILLISECONDS,
): AsyncGenerator<T, void> {
  let refused: Error | undefined;
  let failWaiting: (error: Error) => void = () => undefined;

  async function look(): Promise<void> {
    try {
      if ((await find()).query === query) return;
      refused = refusal(noLonger());
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'PERSISTED_QUERY_NOT_FOUND') return;
      refused = refusal(error);
    }
    finish();
    failWaiting(refused);
    await stream.return();
  }

  const timer = setInterval(() => void look().catch(() => undefined), lookMs);
  timer.unref();
  const finish = (): void => clearInterval(timer);

  return {
    next: () =>
      new Promise((resolve, reject) => {
        if (refused !== undefined) {
          reject(refused);
          return;
        }
        failWaiting = reject;
        stream.next().then(
          (step) => {
            if (step.done === true) finish();
            // Whatever came at the same moment is not told any more.
            if (refused === undefined) resolve(step);
            else reject(refused);
          },
          (error: unknown) => {
            finish();
            reject(error instanceof Error ? error : new Error(String(error)));
          },
        );
      }),
    return(value) {
      finish();
      return stream.return(value);
    },
    throw(error) {
      finish();
      return stream.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      finish();
      await stream.return();
    },
  };
}

function noLonger(): DomainError {
  return new DomainError(
    'PERSISTED_QUERY_NOT_FOUND',
    'Another operation is registered under this id by now.',
  );
}
