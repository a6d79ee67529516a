import { badInput, DomainError } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import type { ManifestFault, SubmittedOperation } from '#shared/platform/operation-manifest.ts';

export const MOST_OPERATIONS = 1_000;
export const LONGEST_ID = 128;
const LONGEST_MANIFEST = 5 * 1024 * 1024;
const LONGEST_BODY = 64 * 1024;
const APOLLO_FORMAT = 'apollo-persisted-query-manifest';

/** A manifest as it was handed in: its operations, and what is wrong with those that cannot be read. */
export interface ReadManifest {
  readonly operations: readonly SubmittedOperation[];
  readonly faults: readonly ManifestFault[];
}

/**
 * Reads either format: Apollo's, or a map of texts by id. A text that is no manifest at all is refused; whatever is
 * wrong with single operations is listed.
 */
export function readManifest(text: string, idOf: (given: string) => string): ReadManifest {
  if (text.length > LONGEST_MANIFEST)
    throw badInput('manifest', '…', `longer than ${LONGEST_MANIFEST} characters`);
  const given = entriesOf(parseObject(text));
  if (given.length === 0) throw badInput('manifest', text, 'has no operation');
  if (given.length > MOST_OPERATIONS) {
    throw badInput('manifest', given.length, `has more than ${MOST_OPERATIONS} operations`);
  }
  const operations: SubmittedOperation[] = [];
  const faults: ManifestFault[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of given.entries()) {
    const operationId = typeof entry.id === 'string' && entry.id !== '' ? idOf(entry.id) : `#${index + 1}`;
    const fault = faultOf(entry) ?? (seen.has(operationId) ? 'The id stands there twice.' : undefined);
    seen.add(operationId);
    if (fault !== undefined) faults.push({ operationId: operationId.slice(0, LONGEST_ID), message: fault });
    else
      operations.push({
        id: operationId,
        body: entry.body as string,
        ...(typeof entry.name === 'string' ? { name: entry.name } : {}),
        ...(typeof entry.type === 'string' ? { type: entry.type } : {}),
      });
  }
  return { operations, faults };
}

interface GivenEntry {
  readonly id?: unknown;
  readonly body?: unknown;
  readonly name?: unknown;
  readonly type?: unknown;
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw badInput('manifest', text, 'is not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw badInput('manifest', text, 'must be a JSON object');
  }
  return parsed as Record<string, unknown>;
}

function entriesOf(manifest: Readonly<Record<string, unknown>>): readonly GivenEntry[] {
  if (!('format' in manifest)) return Object.entries(manifest).map(([id, body]) => ({ id, body }));
  const { format, version, operations } = manifest;
  if (format !== APOLLO_FORMAT) throw badInput('manifest.format', format, `must be ${APOLLO_FORMAT}`);
  if (version !== 1) throw badInput('manifest.version', version, 'must be 1');
  if (!Array.isArray(operations)) throw badInput('manifest.operations', operations, 'must be a list');
  return operations.map((entry: unknown) => (typeof entry === 'object' && entry !== null ? entry : {}));
}

function faultOf({ id, body }: GivenEntry): string | undefined {
  if (typeof id !== 'string' || id === '') return 'The id is missing.';
  if (id.length > LONGEST_ID) return `The id is longer than ${LONGEST_ID} characters.`;
  if (typeof body !== 'string' || body === '') return 'The text is missing.';
  if (body.length > LONGEST_BODY) return `The text is longer than ${LONGEST_BODY} characters.`;
  for (const [what, text] of [
    ['id', id],
    ['text', body],
  ] as const) {
    if (!isStorable(text)) return `The ${what} has control characters or broken Unicode.`;
  }
  return undefined;
}

function isStorable(text: string): boolean {
  try {
    parseText(text, 'manifest', LONGEST_BODY);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** Most faults that an answer lists. */
const MOST_FAULTS = 200;

/** Nothing is registered while anything is wrong, and everything that is wrong is told at once. */
export function demandFaultless(faults: readonly ManifestFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  const ids = new Set(faults.map(({ operationId }) => operationId));
  throw new DomainError(
    'BAD_USER_INPUT',
    `manifest: nothing is registered, because ${ids.size} of its operations cannot be run`,
    {
      field: 'manifest',
      value: first.operationId,
      faultCount: faults.length,
      faults: faults.slice(0, MOST_FAULTS),
    },
  );
}

/** The newest version of a partner's operations. */
export interface NewestManifest {
  readonly version: number;
  readonly contentHash: string;
  /** False once it or any of its operations was revoked. */
  readonly isWhole: boolean;
}

/** The number under which a manifest is registered, or undefined when the newest version says the same already. */
export function decideVersion(newest: NewestManifest | undefined, contentHash: string): number | undefined {
  if (newest === undefined) return 1;
  return newest.isWhole && newest.contentHash === contentHash ? undefined : newest.version + 1;
}
