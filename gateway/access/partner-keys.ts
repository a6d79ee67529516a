import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { DomainError } from '#shared/domain/errors.ts';
import type { AccessAuthority, AdmittedPartner, PartnerRequest } from '#shared/platform/access-authority.ts';
import type { RevocationList } from './revocation-list.ts';

/** Partners by their API keys. */
export interface PartnerKeys {
  admit(request: PartnerRequest): Promise<AdmittedPartner>;
}

const REMEMBERED = 10_000;
/** A refused key is not asked about again for so long; a mistyped one is retried in a loop all too often. */
const REFUSAL_MILLISECONDS = 5_000;
/** Wrong keys that one address may try in a minute before it is no longer listened to. */
const WRONG_KEYS_PER_MINUTE = 30;
const MINUTE = 60_000;

type Remembered =
  | { readonly kind: 'admitted'; readonly partner: AdmittedPartner }
  | { readonly kind: 'refused'; readonly error: DomainError; readonly until: number };

/**
 * Asks identity about a key once, and believes the answer until it runs out or is revoked. Keys are remembered by
 * digest, so that a memory dump holds none.
 */
export function rememberPartnerKeys(
  authority: Pick<AccessAuthority, 'admitPartner'>,
  revocations: Pick<RevocationList, 'isRevoked'>,
): PartnerKeys {
  const remembered = new LRUCache<string, Remembered>({ max: REMEMBERED });
  const asking = new Map<string, Promise<AdmittedPartner>>();
  const wrongKeys = new LRUCache<string, { count: number; readonly since: number }>({ max: REMEMBERED });

  async function ask(digest: string, request: PartnerRequest): Promise<AdmittedPartner> {
    demandPatience(request.address);
    try {
      const partner = await authority.admitPartner(request);
      remembered.set(digest, { kind: 'admitted', partner });
      return partner;
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'SERVICE_UNAVAILABLE') {
        remembered.set(digest, { kind: 'refused', error, until: Date.now() + REFUSAL_MILLISECONDS });
        countWrongKey(request.address);
      }
      throw error;
    }
  }

  function demandPatience(address = ''): void {
    const wrong = wrongKeys.get(address);
    if (wrong === undefined || wrong.count < WRONG_KEYS_PER_MINUTE) return;
    const left = wrong.since + MINUTE - Date.now();
    if (left <= 0) {
      wrongKeys.delete(address);
      return;
    }
    throw new DomainError('RATE_LIMITED', 'Too many wrong API keys came from this address.', {
      retryAfter: Math.ceil(left / 1000),
    });
  }

  function countWrongKey(address = ''): void {
    const wrong = wrongKeys.get(address);
    if (wrong === undefined || wrong.since + MINUTE < Date.now())
      wrongKeys.set(address, { count: 1, since: Date.now() });
    else wrong.count += 1;
  }

  return {
    async admit(request) {
      const digest = hash('sha256', `${request.companyId ?? ''}\n${request.apiKey}`, 'base64url');
      const known = remembered.get(digest);
      if (known?.kind === 'admitted' && isAlive(known.partner, revocations)) return known.partner;
      if (known?.kind === 'refused' && known.until > Date.now()) throw known.error;
      let answer = asking.get(digest);
      if (answer === undefined) {
        answer = ask(digest, request).finally(() => asking.delete(digest));
        asking.set(digest, answer);
      }
      return answer;
    },
  };
}

function isAlive({ principal }: AdmittedPartner, revocations: Pick<RevocationList, 'isRevoked'>): boolean {
  return principal.expiresAt > Date.now() / 1000 && !revocations.isRevoked(principal);
}
