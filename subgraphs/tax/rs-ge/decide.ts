import type { Decision } from '#shared/domain/decider.ts';
import type { RsGeDocumentEvent } from './events.ts';

/** How a document stands at RS.ge, as far as deciding needs it. */
export interface RsGeStanding {
  readonly version: number;
  readonly last: RsGeDocumentEvent['type'] | null;
}

export const initialStanding: RsGeStanding = { version: 0, last: null };

export function evolveStanding(state: RsGeStanding, event: RsGeDocumentEvent): RsGeStanding {
  return { version: state.version + 1, last: event.type };
}

export interface TellFact {
  /** Id of the aggregate. */
  readonly id: string;
  readonly fact: RsGeDocumentEvent;
}

/** Writes down what RS.ge did. What was said last is not said again. Pure. */
export function decideFact({ id, fact }: TellFact, state: RsGeStanding): Decision<Record<string, never>> {
  if (state.last === fact.type && fact.type !== 'RsGeRefused') return { events: [], result: {} };
  return {
    events: [
      {
        aggregateType: 'RsGeDocument',
        aggregateId: id,
        version: state.version + 1,
        type: fact.type,
        data: fact.data,
      },
    ],
    result: {},
  };
}

/** A sign-in was given or taken away: what it is, is in no event. */
export interface CredentialsChanged {
  readonly type: 'RsGeCredentialsChanged';
  readonly data: { readonly channel: 'EAPI' | 'NTOS' | null };
}

/** From now on what others issue is looked for again and again, or no more. */
export interface ReceivingChanged {
  readonly type: 'RsGeReceivingChanged';
  readonly data: { readonly receives: boolean };
}

export interface CredentialsHistory {
  readonly version: number;
}

export const initialCredentials: CredentialsHistory = { version: 0 };

export function evolveCredentials(state: CredentialsHistory): CredentialsHistory {
  return { version: state.version + 1 };
}

/** Every change is a fact of its own, for those who look later who gave which sign-in when. Pure. */
export function decideConnection(
  id: string,
  event: CredentialsChanged | ReceivingChanged,
  state: CredentialsHistory,
): Decision<{ readonly version: number }> {
  const version = state.version + 1;
  return {
    events: [{ aggregateType: 'RsGeConnection', aggregateId: id, version, ...event }],
    result: { version },
  };
}
