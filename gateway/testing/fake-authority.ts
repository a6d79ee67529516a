import { setTimeout as delay } from 'node:timers/promises';
import type { JSONWebKeySet } from 'jose';
import { DomainError } from '#shared/domain/errors.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import type {
  AccessAuthority,
  AdmittedPartner,
  PartnerRequest,
  RegisteredOperation,
  RegisteredPlace,
  RegisteredText,
} from '#shared/platform/access-authority.ts';
import type { Revocation } from '#shared/platform/revocation.ts';
import type { SecurityEvent } from '#shared/platform/security-event.ts';

/** An authority in memory that keeps the port's promises. */
export class MemoryAuthority implements AccessAuthority {
  jwks: JSONWebKeySet;
  /** Partners by API key. */
  readonly partners = new Map<string, AdmittedPartner>();
  /** Registered operations by `<partner id> <operation id>`. */
  readonly registered = new Map<string, RegisteredOperation>();
  /** What companies let every partner do. */
  scopes: readonly Permission[] = PERMISSIONS;
  readonly events: SecurityEvent[] = [];
  /** How often each question was asked. */
  readonly asked = { keySet: 0, revocations: 0, admitPartner: 0, recordSecurityEvents: 0 };
  /** While true, every question fails and streams end. */
  isAway = false;
  readonly #revocations: Revocation[] = [];
  readonly #streams = new Set<() => void>();

  constructor(jwks: JSONWebKeySet) {
    this.jwks = jwks;
  }

  revoke(...revocations: readonly Revocation[]): void {
    this.#revocations.push(...revocations);
    this.wake();
  }

  /** Makes streams look up: for what is new, or whether the authority is away. */
  wake(): void {
    for (const wake of this.#streams) wake();
  }

  keySet(): Promise<JSONWebKeySet> {
    this.asked.keySet += 1;
    return this.#unlessAway(this.jwks);
  }

  async *revocations(signal: AbortSignal): AsyncGenerator<readonly Revocation[]> {
    this.asked.revocations += 1;
    await this.#unlessAway(undefined);
    let told = 0;
    yield this.#revocations.slice();
    told = this.#revocations.length;
    while (!signal.aborted) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.#streams.delete(wake);
          resolve();
        };
        this.#streams.add(wake);
        signal.addEventListener('abort', wake, { once: true });
      });
      if (this.isAway) throw new Error('the authority is away');
      if (this.#revocations.length === told) continue;
      yield this.#revocations.slice(told);
      told = this.#revocations.length;
    }
  }

  async admitPartner({ apiKey }: PartnerRequest): Promise<AdmittedPartner> {
    this.asked.admitPartner += 1;
    await delay(1);
    const partner = this.partners.get(apiKey);
    if (partner === undefined) throw new DomainError('UNAUTHENTICATED', 'The API key is not valid.');
    return this.#unlessAway(partner);
  }

  registeredOperation(partnerId: string, operationId: string): Promise<RegisteredOperation | undefined> {
    return this.#unlessAway(this.registered.get(`${partnerId} ${operationId}`));
  }

  async registeredOperationsAfter(place: RegisteredPlace | undefined): Promise<readonly RegisteredText[]> {
    const after = place === undefined ? '' : `${place.partnerId} ${place.operationId}`;
    const pairs = await this.#unlessAway([...this.registered]);
    return pairs
      .filter(([key]) => key > after)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, 2)
      .map(([key, { id, body }]) => ({
        partnerId: key.slice(0, key.indexOf(' ')),
        operationId: id,
        body,
        scopes: this.scopes,
      }));
  }

  async recordSecurityEvents(events: readonly SecurityEvent[]): Promise<void> {
    this.asked.recordSecurityEvents += 1;
    await this.#unlessAway(undefined);
    this.events.push(...events);
  }

  #unlessAway<T>(answer: T): Promise<T> {
    return this.isAway ? Promise.reject(new Error('the authority is away')) : Promise.resolve(answer);
  }
}
