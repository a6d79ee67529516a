import { DomainError } from '#shared/domain/errors.ts';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';
import type { EventFeed, FeedEvent, PublishedFeed } from '#shared/platform/event-feed.ts';

type Closing = { close(): Promise<void> };

/** Asks one replica, and the others in turn as long as none can be reached. A refusal is an answer. */
class Turns<T> {
  readonly #replicas: readonly T[];
  #turn = 0;

  constructor(replicas: readonly T[]) {
    this.#replicas = replicas;
  }

  /** The next one, for who follows a stream: whoever loses it asks for the next. */
  next(): T {
    const found = this.#replicas[this.#turn++ % this.#replicas.length];
    if (found === undefined) throw new Error('There is no replica.');
    return found;
  }

  async first<A>(ask: (replica: T) => Promise<A>): Promise<A> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask(this.next());
      } catch (error) {
        const isAnswer = error instanceof DomainError && error.code !== 'SERVICE_UNAVAILABLE';
        if (isAnswer || attempt >= this.#replicas.length) throw error;
      }
    }
  }
}

/** The event feed that several ledgers offer alike: all read one log. */
export function feedOfReplicas(feeds: readonly (EventFeed & Closing)[]): EventFeed & Closing {
  const turns = new Turns(feeds);
  return {
    ...publishedFeedOfReplicas(feeds),
    stateAt: (...asked) => turns.first((feed) => feed.stateAt(...asked)),
    ancestors: (...asked) => turns.first((feed) => feed.ancestors(...asked)),
  };
}

/** What several processes of another subgraph publish alike. */
export function publishedFeedOfReplicas<Event extends FeedEvent>(
  feeds: readonly (PublishedFeed<Event> & Closing)[],
): PublishedFeed<Event> & Closing {
  const turns = new Turns(feeds);
  return {
    latest: (companyId) => turns.first((feed) => feed.latest(companyId)),
    follow: (companyId, after, signal) => turns.next().follow(companyId, after, signal),
    close: () => closeAll(feeds),
  };
}

/** What several identities answer alike, from one database. */
export function authorityOfReplicas(
  authorities: readonly (AccessAuthority & Closing)[],
): AccessAuthority & Closing {
  const turns = new Turns(authorities);
  return {
    keySet: () => turns.first((authority) => authority.keySet()),
    revocations: (signal) => turns.next().revocations(signal),
    admitPartner: (request) => turns.first((authority) => authority.admitPartner(request)),
    registeredOperation: (...asked) => turns.first((authority) => authority.registeredOperation(...asked)),
    registeredOperationsAfter: (place) =>
      turns.first((authority) => authority.registeredOperationsAfter(place)),
    recordSecurityEvents: (events) => turns.first((authority) => authority.recordSecurityEvents(events)),
    close: () => closeAll(authorities),
  };
}

async function closeAll(all: readonly Closing[]): Promise<void> {
  await Promise.all(all.map((each) => each.close()));
}
