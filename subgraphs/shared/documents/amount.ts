/** An amount for the eye: `-1234567.80` → `-1,234,567.80`. What is given has its decimals already. */
export function printedAmount(amount: string): string {
  const [whole = '', decimals] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
