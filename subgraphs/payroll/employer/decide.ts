import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { Employer } from './employer.ts';

/** What was said of the employer last; null until then. */
export interface DescribedEmployer {
  readonly version: number;
  readonly employer: Employer | null;
}

export interface EmployerEvent {
  readonly type: 'PayrollEmployerDescribed';
  readonly data: Employer;
}

export interface GivenEmployer {
  readonly nameKa: string;
  readonly nameEn?: string | null | undefined;
  readonly taxId: string;
}

export const noEmployer: DescribedEmployer = { version: 0, employer: null };

export function evolveEmployer(state: DescribedEmployer, { data }: EmployerEvent): DescribedEmployer {
  return { version: state.version + 1, employer: data };
}

const LONGEST_NAME = 150;

/** An employer who is as described already yields no event. Pure. @throws DomainError BAD_USER_INPUT naming the field. */
export function decideEmployer(
  id: string,
  given: GivenEmployer,
  state: DescribedEmployer,
): Decision<Record<string, never>> {
  const data: Employer = {
    nameKa: parseText(given.nameKa, 'nameKa', LONGEST_NAME),
    nameEn: parseOptionalText(given.nameEn, 'nameEn', LONGEST_NAME),
    taxId: checkTaxId(given.taxId),
  };
  if (JSON.stringify(data) === JSON.stringify(state.employer)) return { events: [], result: {} };
  return {
    events: [
      {
        aggregateType: 'PayrollEmployer',
        aggregateId: id,
        version: state.version + 1,
        type: 'PayrollEmployerDescribed',
        data,
      },
    ],
    result: {},
  };
}

/** No check digit of Georgian tax numbers is published: only the length can be told wrong. */
function checkTaxId(taxId: string): string {
  if (!/^(?:\d{9}|\d{11})$/.test(taxId))
    throw badInput('taxId', taxId, 'nine digits (company) or eleven (person) are needed');
  return taxId;
}
