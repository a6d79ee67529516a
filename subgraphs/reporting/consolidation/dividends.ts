import { roundHalfUp, TETRI, type Amount } from '#shared/domain/money.ts';
import type { Claims } from './differences.ts';
import type { Part, ReadMember } from './members.ts';

/** What a member took out of what it had earned, for another one. */
export interface Distribution {
  /** Identification code of the other one. */
  readonly taxId: string;
  /** The line of equity that it was taken from. */
  readonly lineCode: string;
  /** What kind of change of equity it is. */
  readonly change: string;
  readonly amount: Amount;
  /** The same in the currency that is asked, at the rates of its days. */
  readonly shown: Amount;
}

/** What a member distributed and another one has as income: income of the group it is not (IFRS 10.B86c). */
export interface Dividend {
  readonly payer: ReadMember;
  readonly receiver: ReadMember;
  readonly amount: Amount;
  /** What it was taken from, with the same sum. */
  readonly taken: readonly Omit<Distribution, 'taxId'>[];
}

/**
 * Dividends between members: income that one has from another, of which the other one knows no expense, as far as the other
 * one distributed to it. Pure.
 * @param claims what each earned from each other one
 */
export function dividendsBetween(
  parts: readonly Part<{ readonly distributions: readonly Distribution[] }>[],
  claims: Claims,
): Dividend[] {
  const claim = (of: ReadMember, against: ReadMember): Amount =>
    claims.get(of.companyId)?.get(against.taxId ?? '') ?? 0n;
  return parts.flatMap((first, index) =>
    parts.slice(index + 1).flatMap((second) => {
      let open = claim(first.member, second.member) + claim(second.member, first.member);
      return [[first, second] as const, [second, first] as const].flatMap(
        ([{ member: payer, of }, { member: receiver }]) => {
          const taken = of.distributions
            .filter(({ taxId }) => taxId === receiver.taxId)
            .flatMap(({ lineCode, change, amount: distributed, shown }) => {
              const amount = least(open, distributed);
              open -= amount;
              return amount === 0n
                ? []
                : [{ lineCode, change, amount, shown: roundHalfUp((shown * amount) / distributed, TETRI) }];
            });
          const amount = taken.reduce((total, part) => total + part.amount, 0n);
          return amount === 0n ? [] : [{ payer, receiver, amount, taken }];
        },
      );
    }),
  );
}

function least(one: Amount, another: Amount): Amount {
  if (one <= 0n || another <= 0n) return 0n;
  return one < another ? one : another;
}
