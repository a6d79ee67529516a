import { badInput, DomainError } from '#shared/domain/errors.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import { parseText } from '#shared/domain/text.ts';

const LONGEST_NAME = 100;

export interface PartnerLimitsChange {
  readonly requestsPerMinute?: number | null | undefined;
  readonly requestsPerHour?: number | null | undefined;
  readonly costPerMinute?: number | null | undefined;
}

const MOST = {
  requestsPerMinute: 1_000_000,
  requestsPerHour: 10_000_000,
  costPerMinute: 100_000_000,
} as const;

export function decideName(name: unknown): string {
  return parseText(name, 'name', LONGEST_NAME).trim();
}

/** The limits that are to change; what is not said stays. */
export function decideLimits(given: PartnerLimitsChange | null | undefined): Record<string, number> {
  const limits: Record<string, number> = {};
  for (const name of ['requestsPerMinute', 'requestsPerHour', 'costPerMinute'] as const) {
    const value = given?.[name];
    if (value === null || value === undefined) continue;
    if (value < 1 || value > MOST[name]) {
      throw badInput(`limits.${name}`, value, `must be between 1 and ${MOST[name]}`);
    }
    limits[name] = value;
  }
  return limits;
}

/**
 * Scopes that may be given to a partner: permissions that whoever gives them holds too, none of those that say who
 * may do what. In the order of the published list, each once.
 */
export function decideScopes(scopes: readonly string[], held: ReadonlySet<Permission>): Permission[] {
  if (scopes.length === 0) throw badInput('scopes', scopes, 'must name at least one permission');
  for (const scope of scopes) {
    if (!(PERMISSIONS as readonly string[]).includes(scope))
      throw badInput('scopes', scope, 'is no permission');
    if (isAdministration(scope)) throw badInput('scopes', scope, 'what administers stays with people');
  }
  const beyond = scopes.filter((scope) => !(held as ReadonlySet<string>).has(scope));
  if (beyond.length > 0) {
    throw new DomainError('FORBIDDEN', `Nobody gives away what they do not hold: ${beyond.join(', ')}.`, {
      field: 'scopes',
      needed: [beyond],
    });
  }
  return PERMISSIONS.filter((permission) => scopes.includes(permission));
}

function isAdministration(scope: string): boolean {
  return scope.startsWith('admin:');
}
