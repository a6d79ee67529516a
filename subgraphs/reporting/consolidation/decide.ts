import { parseDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { formatAmount, parseScaled } from '#shared/domain/money.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';

/** A company of a group, besides the one that leads it. */
export interface GroupMember {
  readonly companyId: string;
  /** Percent with four decimals. */
  readonly ownership: string;
  readonly from: string;
  readonly to: string | null;
}

export interface GroupContent {
  readonly nameKa: string;
  readonly nameEn: string | null;
  readonly members: readonly GroupMember[];
}

/** A group of companies; version 0 while there is none. */
export interface Group {
  readonly version: number;
  readonly content: GroupContent | null;
}

export interface ConsolidationGroupSet {
  readonly type: 'ConsolidationGroupSet';
  readonly data: GroupContent;
}

export const initialGroup: Group = { version: 0, content: null };

export function evolveGroup(state: Group, { data }: ConsolidationGroupSet): Group {
  return { version: state.version + 1, content: data };
}

export interface SetGroup {
  readonly id: string;
  /** Whether it must be there already. */
  readonly isKnown: boolean;
  readonly leaderId: string;
  readonly nameKa: string;
  readonly nameEn?: string | null | undefined;
  readonly members: readonly {
    readonly companyId: string;
    readonly ownership: string;
    readonly from: string;
    readonly to?: string | null | undefined;
  }[];
}

const MOST_MEMBERS = 50;
const PERCENT_DECIMALS = 4;
const WHOLE = 100n * 10n ** BigInt(PERCENT_DECIMALS);

/**
 * What is said already yields no event. Pure.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT naming the member.
 */
export function decideGroup(
  { id, isKnown, leaderId, ...given }: SetGroup,
  state: Group,
): Decision<{ readonly id: string }> {
  if (isKnown && state.version === 0) throw notFound('id', id);
  if (given.members.length === 0 || given.members.length > MOST_MEMBERS)
    throw badInput('members', given.members.length, `a group has 1 to ${String(MOST_MEMBERS)} members`);
  const seen = new Set([leaderId]);
  const members = given.members.map(({ companyId, ownership, from, to }, index): GroupMember => {
    const field = `members[${String(index)}]`;
    if (seen.has(companyId))
      throw badInput(`${field}.companyId`, companyId, 'leads the group or is named already');
    seen.add(companyId);
    const share = parseScaled(ownership, PERCENT_DECIMALS, `${field}.ownership`);
    if (share <= 0n || share > WHOLE)
      throw badInput(`${field}.ownership`, ownership, 'a share is more than 0 and at most 100 percent');
    const first = parseDate(from, `${field}.from`);
    const last = to === null || to === undefined ? null : parseDate(to, `${field}.to`);
    if (last !== null && last < first) throw badInput(`${field}.from`, first, 'is after the last day');
    return { companyId, ownership: formatAmount(share, PERCENT_DECIMALS), from: first, to: last };
  });
  const content: GroupContent = {
    nameKa: parseText(given.nameKa, 'nameKa', 150),
    nameEn: parseOptionalText(given.nameEn, 'nameEn', 150),
    members,
  };
  if (JSON.stringify(state.content) === JSON.stringify(content)) return { events: [], result: { id } };
  return {
    events: [
      {
        aggregateType: 'ConsolidationGroup',
        aggregateId: id,
        version: state.version + 1,
        type: 'ConsolidationGroupSet',
        data: content,
      },
    ],
    result: { id },
  };
}

/** Whether a company lets a group read its books. */
export interface Consent {
  readonly version: number;
  readonly isGiven: boolean;
}

export type ConsentEvent =
  | {
      readonly type: 'ConsolidationConsentGiven';
      readonly data: { readonly groupId: string; readonly parentId: string };
    }
  | { readonly type: 'ConsolidationConsentWithdrawn'; readonly data: { readonly groupId: string } };

export const initialConsent: Consent = { version: 0, isGiven: false };

export function evolveConsent(state: Consent, { type }: ConsentEvent): Consent {
  return { version: state.version + 1, isGiven: type === 'ConsolidationConsentGiven' };
}

/** A consent that stands is given once. Pure. */
export function decideConsent(
  id: string,
  data: { readonly groupId: string; readonly parentId: string },
  { version, isGiven }: Consent,
): Decision<Record<string, never>> {
  if (isGiven) return { events: [], result: {} };
  return { events: [consentEvent(id, version, { type: 'ConsolidationConsentGiven', data })], result: {} };
}

/** Pure. @throws DomainError INVALID_TRANSITION where no consent stands. */
export function decideWithdrawal(
  id: string,
  groupId: string,
  { version, isGiven }: Consent,
): Decision<Record<string, never>> {
  if (!isGiven)
    throw new DomainError('INVALID_TRANSITION', 'groupId: no consent to this group stands', {
      field: 'groupId',
      value: groupId,
    });
  return {
    events: [consentEvent(id, version, { type: 'ConsolidationConsentWithdrawn', data: { groupId } })],
    result: {},
  };
}

function consentEvent(aggregateId: string, version: number, event: ConsentEvent) {
  return { aggregateType: 'ConsolidationConsent', aggregateId, version: version + 1, ...event };
}
