import type { AccessAuthority, RegisteredText } from '#shared/platform/access-authority.ts';

/** Everything that partners have registered, page by page. */
export async function* registeredOperations(
  authority: Pick<AccessAuthority, 'registeredOperationsAfter'>,
): AsyncGenerator<readonly RegisteredText[], void> {
  let last: RegisteredText | undefined;
  for (;;) {
    const page = await authority.registeredOperationsAfter(
      last === undefined ? undefined : { partnerId: last.partnerId, operationId: last.operationId },
    );
    last = page.at(-1);
    if (last === undefined) return;
    yield page;
  }
}

/** What partners have registered, and then what frontends ask for most by digest. */
export async function* knownOperations(
  authority: Pick<AccessAuthority, 'registeredOperationsAfter'>,
  automatic: { mostUsed(): Promise<readonly string[]> },
): AsyncGenerator<readonly { readonly body: string }[], void> {
  yield* registeredOperations(authority);
  const texts = await automatic.mostUsed();
  yield texts.map((body) => ({ body }));
}
