import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import { parseScaled } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { ExciseLaw } from './law.ts';

/** A rate as it is given: GEL for one unit of the group, from a day on. */
export interface ExciseRateDraft {
  readonly group: string;
  readonly validFrom: string;
  readonly rate: string;
  readonly source: string;
}

export interface ExciseRateEvent {
  readonly type: 'ExciseRateSet';
  readonly data: ExciseRateDraft & { readonly validFrom: CalendarDate };
}

/** What was said last of one group and day. */
export interface ExciseRateState {
  readonly version: number;
  readonly rate: string | null;
  readonly source: string | null;
}

export const noExciseRate: ExciseRateState = { version: 0, rate: null, source: null };

export function evolveExciseRate({ version }: ExciseRateState, { data }: ExciseRateEvent): ExciseRateState {
  return { version: version + 1, rate: data.rate, source: data.source };
}

/** Decimals of a rate. */
const DECIMALS = 6;
const LONGEST_SOURCE = 300;

/**
 * Sets a rate of the company. What is known already yields no event; documents that are made out keep their rate. Pure.
 * @throws DomainError BAD_USER_INPUT.
 */
export function decideExciseRate(
  id: string,
  draft: ExciseRateDraft,
  state: ExciseRateState,
  law: ExciseLaw,
): Decision<Record<string, never>> {
  const { group, rate } = draft;
  if (!law.hasGroup(group)) throw badInput('group', group, 'no such group of excisable goods');
  const validFrom = parseDate(draft.validFrom, 'validFrom');
  if (parseScaled(rate, DECIMALS, 'rate') < 0n) throw badInput('rate', rate, 'must not be negative');
  const source = parseText(draft.source, 'source', LONGEST_SOURCE);
  if (state.rate === rate && state.source === source) return { events: [], result: {} };
  return {
    events: [
      {
        aggregateType: 'ExciseRate',
        aggregateId: id,
        version: state.version + 1,
        type: 'ExciseRateSet',
        data: { group, validFrom, rate, source },
        reference: true,
      },
    ],
    result: {},
  };
}
