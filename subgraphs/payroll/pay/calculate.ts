import { convertExactly, RATE_DECIMALS, roundToTetri, TETRI, type Amount } from '#shared/domain/money.ts';
import type { PayRules } from './rules.ts';

/** What a pay depends on besides its amount. */
export interface PayCircumstances {
  readonly isPensionParticipant: boolean;
  /** Relief from income tax that may be used, GEL. */
  readonly relief: Amount;
}

/** A pay, GEL. Gross = pension + tax + net; cost = gross + the employer's pension. */
export interface Pay {
  readonly gross: Amount;
  readonly employeePension: Amount;
  /** Relief that was used. */
  readonly relief: Amount;
  readonly taxable: Amount;
  readonly incomeTax: Amount;
  readonly net: Amount;
  readonly employerPension: Amount;
  readonly employerCost: Amount;
}

/**
 * From gross to net: pension of the gross, income tax of what remains after pension and relief (Tax Code, articles 81 and
 * 82), the employer's pension on top; each rounded to the tetri, half up.
 */
export function payOfGross(gross: Amount, circumstances: PayCircumstances, rules: PayRules): Pay {
  const { isPensionParticipant } = circumstances;
  const employeePension = isPensionParticipant ? share(gross, rules.employeePensionRate) : 0n;
  const employerPension = isPensionParticipant ? share(gross, rules.employerPensionRate) : 0n;
  const remaining = gross - employeePension;
  const relief = circumstances.relief < remaining ? circumstances.relief : remaining;
  const taxable = remaining - relief;
  const incomeTax = share(taxable, rules.incomeTaxRate);
  return {
    gross,
    employeePension,
    relief,
    taxable,
    incomeTax,
    net: remaining - incomeTax,
    employerPension,
    employerCost: gross + employerPension,
  };
}

/**
 * The pay with the least gross that yields this net. There is always one: a tetri more of gross is never less net, and
 * never more than a tetri more, since the pension and the tax of that tetri are not both rounded up.
 */
export function payOfNet(net: Amount, circumstances: PayCircumstances, rules: PayRules): Pay {
  let pay = payOfGross(estimate(net, circumstances, rules), circumstances, rules);
  while (pay.net < net) pay = payOfGross(pay.gross + atLeastATetri(net - pay.net), circumstances, rules);
  for (;;) {
    const less = payOfGross(pay.gross - TETRI, circumstances, rules);
    if (less.net < net) return pay;
    pay = less;
  }
}

const ONE = 10n ** BigInt(RATE_DECIMALS);

/** Gross that yields about this net, if nothing were rounded: what is relieved is not taxed. */
function estimate(net: Amount, { isPensionParticipant, relief }: PayCircumstances, rules: PayRules): Amount {
  const pension = isPensionParticipant ? rules.employeePensionRate : 0n;
  const kept = ONE - rules.incomeTaxRate;
  const remaining = net <= relief ? net : relief + ((net - relief) * ONE) / kept;
  return wholeTetri((remaining * ONE) / (ONE - pension));
}

function share(amount: Amount, rate: bigint): Amount {
  return roundToTetri(convertExactly(amount, rate));
}

function wholeTetri(amount: Amount): Amount {
  return (amount / TETRI) * TETRI;
}

function atLeastATetri(amount: Amount): Amount {
  return amount < TETRI ? TETRI : wholeTetri(amount);
}
