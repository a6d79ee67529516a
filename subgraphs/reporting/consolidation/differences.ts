import type { Amount } from '#shared/domain/money.ts';
import type { ReadMember } from './members.ts';

/** What two members say of what is between them. */
export interface IntraGroupDifference {
  readonly kind: 'BALANCES' | 'FLOWS' | 'CASH';
  readonly first: ReadMember;
  readonly second: ReadMember;
  /** Owed to the first, earned or received by it, by its own books; negative the other way. */
  readonly firstSays: Amount;
  /** The same by the books of the second. */
  readonly secondSays: Amount;
}

/** What each of two members has against the other, by identification codes. */
export type Claims = ReadonlyMap<string, ReadonlyMap<string, Amount>>;

/**
 * Every pair of members that have something between them, whether both say the same or not. Pure.
 * @param claims by company, then by the identification code of the other one
 */
export function compareClaims(
  kind: IntraGroupDifference['kind'],
  members: readonly ReadMember[],
  claims: Claims,
): IntraGroupDifference[] {
  const claim = (of: ReadMember, against: ReadMember): Amount =>
    claims.get(of.companyId)?.get(against.taxId ?? '') ?? 0n;
  return members.flatMap((first, index) =>
    members.slice(index + 1).flatMap((second) => {
      const [firstSays, secondSays] = [claim(first, second), -claim(second, first)];
      return firstSays === 0n && secondSays === 0n ? [] : [{ kind, first, second, firstSays, secondSays }];
    }),
  );
}

/** What is left when everything between members is taken out. Pure. */
export function sumOfDifferences(pairs: readonly IntraGroupDifference[]): Amount {
  return pairs.reduce((sum, { firstSays, secondSays }) => sum + firstSays - secondSays, 0n);
}
