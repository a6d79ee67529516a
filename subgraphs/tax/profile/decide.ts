import { parseDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { TaxProfile, TaxProfileDetails, TaxRegime, VatRegistration } from './profile.ts';

/** Absent means "as it is"; null clears. */
export interface TaxProfileChanges {
  readonly taxId?: string | null | undefined;
  readonly regime?: TaxRegime | null | undefined;
  readonly vatRegistrations?:
    readonly { readonly from: string; readonly to?: string | null | undefined }[] | null | undefined;
}

export interface ProfileCommand {
  readonly id: string;
  readonly changes: TaxProfileChanges;
}

const MOST_REGISTRATIONS = 100;

/**
 * A profile that is as asked for already yields no event. Pure.
 * @throws DomainError BAD_USER_INPUT naming the field.
 */
export function decideProfile(
  { id, changes }: ProfileCommand,
  state: TaxProfile,
): Decision<Record<string, never>> {
  const { version, ...before } = state;
  const after: TaxProfileDetails = {
    taxId: changes.taxId === undefined ? before.taxId : checkTaxId(changes.taxId),
    regime: changes.regime ?? before.regime,
    vatRegistrations: changes.vatRegistrations
      ? checkRegistrations(changes.vatRegistrations)
      : before.vatRegistrations,
  };
  if (JSON.stringify(after) === JSON.stringify(before)) return { events: [], result: {} };
  return {
    events: [
      {
        aggregateType: 'TaxProfile',
        aggregateId: id,
        version: version + 1,
        type: 'TaxProfileChanged',
        data: after,
        reference: true,
      },
    ],
    result: {},
  };
}

/** No check digit of Georgian tax numbers is published: only the length can be told wrong. */
function checkTaxId(taxId: string | null): string | null {
  if (taxId !== null && !/^(?:\d{9}|\d{11})$/.test(taxId))
    throw badInput('taxId', taxId, 'nine digits (company) or eleven (person) are needed');
  return taxId;
}

/** Spans in order and apart from each other. @throws DomainError BAD_USER_INPUT naming the span. */
export function checkRegistrations(
  given: readonly { readonly from: string; readonly to?: string | null | undefined }[],
): VatRegistration[] {
  if (given.length > MOST_REGISTRATIONS)
    throw badInput('vatRegistrations', given.length, `more than ${MOST_REGISTRATIONS}`);
  let lastDay: string | null = '';
  return given.map(({ from, to = null }, index) => {
    const field = `vatRegistrations.${String(index)}`;
    const span = {
      from: parseDate(from, `${field}.from`),
      to: to === null ? null : parseDate(to, `${field}.to`),
    };
    if (span.to !== null && span.to < span.from)
      throw badInput(`${field}.to`, span.to, `before the first day, ${span.from}`);
    if (lastDay === null || span.from <= lastDay)
      throw badInput(`${field}.from`, span.from, 'the registration before it has not ended');
    lastDay = span.to;
    return span;
  });
}
