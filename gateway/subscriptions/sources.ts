import { DomainError } from '#shared/domain/errors.ts';
import type {
  DocumentEvent,
  DocumentFeed,
  EventFeed,
  FeedEvent,
  PostedEvent,
} from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Selection } from './arguments.ts';
import { Audience } from './audience.ts';
import { BooksView } from './books-view.ts';
import { documentPayloads, feedOf, isDocumentsField, type DocumentSelection } from './documents.ts';
import { Hub } from './hub.ts';
import {
  payloadsOf,
  payloadsOfState,
  type BooksSelection,
  type EventPayload,
  type Position,
} from './payload.ts';
import type { Chunk } from './tail.ts';

/** What subscriptions follow. */
export interface Feeds {
  readonly ledger: EventFeed;
  /** By the name of the subgraph. */
  readonly documents: ReadonlyMap<string, DocumentFeed>;
}

/** The state from which events go on, before it is completed. */
export interface State {
  /** The same object for all who begin at the same place. */
  readonly source: object;
  readonly payloads: () => readonly EventPayload[];
}

/** What one field follows, and what it makes of what happens there. */
export interface Source {
  readonly hub: Hub<FeedEvent>;
  payloads(
    companyId: string,
    chunk: Chunk,
    selection: Selection,
    within: Position['within'],
  ): Promise<readonly EventPayload[]>;
  /** For fields that can begin with a snapshot. */
  state?(companyId: string, start: Position, selection: Selection): Promise<State>;
}

export interface Sources {
  /** Refuses what follows a feed that this gateway does not have. */
  of(selection: Selection): Source;
  close(): Promise<void>;
}

/** One source a feed, which all subscribers of this process share. */
export function createSources({ ledger, documents }: Feeds, log: Logger): Sources {
  const audience = new Audience();
  const books = booksSource(ledger, new Hub(ledger, audience, log));
  const others = new Map(
    [...documents].map(([name, feed]) => [name, documentsSource(new Hub(feed, audience, log))]),
  );
  return {
    of({ field }) {
      if (!isDocumentsField(field)) return books;
      const source = others.get(feedOf(field));
      if (source !== undefined) return source;
      throw new DomainError('SERVICE_UNAVAILABLE', `What happens in ${feedOf(field)} is not told here.`);
    },
    async close() {
      for (const { hub } of [books, ...others.values()]) await hub.close();
    },
  };
}

function booksSource(feed: EventFeed, hub: Hub<PostedEvent>): Source {
  const books = new BooksView(feed);
  return {
    hub,
    async payloads(companyId, chunk: Chunk<PostedEvent>, selection: BooksSelection, within) {
      const ancestors = await books.ancestorsFor(companyId, chunk, selection);
      let previous = chunk.after;
      return chunk.events.flatMap((event) => {
        const own = payloadsOf(event, previous, selection, ancestors, within);
        previous = event.cursor;
        return own;
      });
    },
    async state(companyId, start, selection: BooksSelection) {
      const state = await books.stateAt(companyId, start.cursor, selection);
      return { source: state, payloads: () => payloadsOfState(state, selection.field, start) };
    },
  };
}

function documentsSource(hub: Hub<DocumentEvent>): Source {
  return {
    hub,
    payloads: (_companyId, { events }: Chunk<DocumentEvent>, selection: DocumentSelection) =>
      Promise.resolve(documentPayloads(events, selection)),
  };
}
