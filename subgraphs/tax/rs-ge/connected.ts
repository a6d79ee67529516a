import { DomainError } from '#shared/domain/errors.ts';
import { RsGeFailure } from '#shared/rs-ge/failure.ts';
import type { TaxAuthority } from './authority.ts';
import type { RsGe } from './rs-ge.ts';

/** A company and the way to RS.ge. */
export interface OfCompany {
  readonly companyId: string;
  readonly rsGe: Pick<RsGe, 'connections'>;
}

/** The client of the company. @throws DomainError INVALID_TRANSITION when nobody has given a sign-in. */
export async function connected({ rsGe, companyId }: OfCompany): Promise<TaxAuthority> {
  const authority = await rsGe.connections.of(companyId);
  if (authority === undefined)
    throw new DomainError('INVALID_TRANSITION', 'the company is not connected to RS.ge');
  return authority;
}

/** What RS.ge answers to a question. @throws DomainError SERVICE_UNAVAILABLE, INVALID_TRANSITION. */
export async function answered<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    if (!(error instanceof RsGeFailure)) throw error;
    switch (error.kind) {
      case 'UNREACHABLE':
      case 'UNKNOWN_OUTCOME':
        throw new DomainError('SERVICE_UNAVAILABLE', 'RS.ge does not answer');
      case 'NOT_SIGNED_IN':
      case 'PIN_REQUIRED':
        throw new DomainError('INVALID_TRANSITION', 'RS.ge does not take the sign-in of the company');
      case 'REFUSED':
        throw new DomainError('BAD_USER_INPUT', `RS.ge: ${error.message}`);
    }
  }
}

/**
 * The number of a month's declaration at RS.ge, the month as `2026-11`.
 * @throws DomainError INVALID_TRANSITION without a connection, SERVICE_UNAVAILABLE, BAD_USER_INPUT when RS.ge has none.
 */
export async function sequenceNumberOf(company: OfCompany, period: string): Promise<string> {
  const authority = await connected(company);
  return answered(authority.sequenceNumber(period));
}

/**
 * Signs in to see whether RS.ge takes the sign-in, and keeps what came of it.
 * @throws DomainError INVALID_TRANSITION when nobody has given one.
 */
export async function tryConnection(company: OfCompany): Promise<void> {
  const authority = await connected(company);
  await keepOutcome(company, () => authority.signIn());
}

/** Tries something and keeps what that says about the connection. */
export async function keepOutcome(
  { rsGe, companyId }: OfCompany,
  attempt: () => Promise<void>,
): Promise<void> {
  try {
    await attempt();
    await rsGe.connections.told(companyId, 'CONNECTED', null);
  } catch (error) {
    if (!(error instanceof RsGeFailure)) throw error;
    await rsGe.connections.told(companyId, stateAfter(error), error.message);
  }
}

function stateAfter({ kind }: RsGeFailure): 'PIN_REQUIRED' | 'REFUSED' | 'UNREACHABLE' {
  switch (kind) {
    case 'PIN_REQUIRED':
      return 'PIN_REQUIRED';
    case 'NOT_SIGNED_IN':
    case 'REFUSED':
      return 'REFUSED';
    case 'UNREACHABLE':
    case 'UNKNOWN_OUTCOME':
      return 'UNREACHABLE';
  }
}
