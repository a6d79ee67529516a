import { getNamedType, isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';
import type { DocumentEvent } from '#shared/platform/event-feed.ts';
import type { EventPayload } from './payload.ts';

/** A field of `type Subscription` that tells what happens to the documents of a subgraph. */
interface DocumentsField {
  /** The subgraph whose feed it follows. */
  readonly feed: string;
  /** The field of its payloads that is the document. The types which that can have are those that are told. */
  readonly document: string;
  /** Arguments with identifiers of things that the change of a document is to touch, besides `documentIds`. */
  readonly about?: readonly string[];
}

/**
 * Another one needs a row here, its field and its payload in `events.graphql`, and a feed of that name among those that
 * the gateway is given.
 */
const FIELDS = {
  taxDocumentChanged: { feed: 'tax', document: 'document' },
  payrollRunProgress: { feed: 'payroll', document: 'run' },
  reportFileProgress: { feed: 'reporting', document: 'file' },
  stockChanged: { feed: 'inventory', document: 'movement', about: ['itemIds', 'warehouseIds'] },
} as const satisfies Readonly<Record<string, DocumentsField>>;

export type DocumentsFieldName = keyof typeof FIELDS;

/** What is to be told of documents. */
export interface DocumentSelection {
  readonly field: DocumentsFieldName;
  /** Types of documents that the payload knows. */
  readonly types: ReadonlySet<string>;
  /** Documents to be told about; all when absent. */
  readonly documentIds: ReadonlySet<string> | undefined;
  /** Of each set the change must touch one; a set for each argument that is given. */
  readonly about: readonly ReadonlySet<string>[];
}

export function isDocumentsField(name: string): name is DocumentsFieldName {
  return Object.hasOwn(FIELDS, name);
}

/** The subgraph whose feed a field follows. */
export function feedOf(field: DocumentsFieldName): string {
  return FIELDS[field].feed;
}

/** Names of the arguments of a field that say what the change of a document is to touch. */
export function aboutArguments(field: DocumentsFieldName): readonly string[] {
  const { about = [] }: DocumentsField = FIELDS[field];
  return about;
}

/** The types of documents that the payloads of a field can tell of, by the schema. */
export function documentTypes(schema: GraphQLSchema, field: DocumentsFieldName): ReadonlySet<string> {
  const payload = schema.getSubscriptionType()?.getFields()[field]?.type;
  const type = payload === undefined ? undefined : getNamedType(payload);
  const document = isObjectType(type) ? type.getFields()[FIELDS[field].document] : undefined;
  if (document === undefined) throw new Error(`The payload of ${field} holds no document.`);
  const named = getNamedType(document.type);
  return new Set(
    isAbstractType(named) ? schema.getPossibleTypes(named).map(({ name }) => name) : [named.name],
  );
}

/** What the field yields of these events: one payload each, of those that are meant. */
export function documentPayloads(
  events: readonly DocumentEvent[],
  { field, types, documentIds, about }: DocumentSelection,
): readonly EventPayload[] {
  const { document } = FIELDS[field];
  return events
    .filter(
      ({ documentType, documentId, touches = [] }) =>
        types.has(documentType) &&
        (documentIds === undefined || documentIds.has(documentId)) &&
        about.every((ids) => touches.some((id) => ids.has(id))),
    )
    .map(({ seq, recordedAt, cursor, change, documentType, documentId }) => ({
      seq,
      recordedAt,
      cursor,
      change,
      [document]: { __typename: documentType, id: documentId },
    }));
}
