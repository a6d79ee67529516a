import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, namedId, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { ReportingWriter } from '../writer.ts';
import {
  decideConsent,
  decideGroup,
  decideWithdrawal,
  evolveConsent,
  evolveGroup,
  initialConsent,
  initialGroup,
  type SetGroup,
} from './decide.ts';
import { findGroup } from './groups.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

const groupKind = { initial: initialGroup, evolve: evolveGroup, stateVersion: 1 };
const consentKind = { initial: initialConsent, evolve: evolveConsent, stateVersion: 1 };

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function setGroup(
  writer: ReportingWriter,
  actor: Actor,
  input: Omit<SetGroup, 'id' | 'isKnown' | 'leaderId'> & Keyed & { readonly id?: string | null | undefined },
): Promise<string> {
  const isKnown = input.id !== null && input.id !== undefined;
  const id = input.id ?? newId();
  if (!isUuid(id)) throw notFound('id', id);
  for (const [index, { companyId }] of input.members.entries())
    if (!isUuid(companyId)) throw notFound(`members[${String(index)}].companyId`, companyId);
  let state = initialGroup;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'setConsolidationGroup',
    ...keyed(input),
    aggregates: [id],
    changesFacts: false,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, groupKind);
    },
    decide: () => decideGroup({ ...input, id, isKnown, leaderId: actor.companyId }, state),
  });
  return result.id;
}

/**
 * Lets the group of another company read the books of this one.
 * @throws DomainError NOT_FOUND unless that company has such a group and names this one in it.
 */
export async function giveConsent(
  writer: ReportingWriter,
  actor: Actor,
  input: { readonly groupId: string; readonly parentId: string } & Keyed,
): Promise<void> {
  const { groupId, parentId } = input;
  const id = namedId('reporting', actor.companyId, `consolidation-consent:${groupId}`);
  let state = initialConsent;
  await writer.writePath.execute({
    ...actor,
    operation: 'consentToConsolidation',
    ...keyed(input),
    aggregates: [id],
    changesFacts: false,
    prepare: async () => {
      // Nothing is learned of groups that do not name this company: they are as good as none.
      const group = isUuid(parentId) ? await findGroup(writer.database, parentId, groupId) : null;
      if (group?.members.some(({ companyId }) => companyId === actor.companyId) !== true)
        throw notFound('groupId', groupId);
      state = await writer.load(actor.companyId, id, consentKind);
    },
    decide: () => decideConsent(id, { groupId, parentId }, state),
  });
}

/** From now on the group reads nothing more. @throws DomainError INVALID_TRANSITION. */
export async function withdrawConsent(
  writer: ReportingWriter,
  actor: Actor,
  input: { readonly groupId: string } & Keyed,
): Promise<void> {
  const { groupId } = input;
  const id = namedId('reporting', actor.companyId, `consolidation-consent:${groupId}`);
  let state = initialConsent;
  await writer.writePath.execute({
    ...actor,
    operation: 'withdrawConsolidationConsent',
    ...keyed(input),
    aggregates: [id],
    changesFacts: false,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, consentKind);
    },
    decide: () => decideWithdrawal(id, groupId, state),
  });
}
