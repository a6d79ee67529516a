import type { Form30Payment } from '#shared/documents/form-30.ts';
import { countryNumber } from '#shared/domain/countries.ts';
import type { PaidSalary } from './queries.ts';

/** Employees, by the classifier of recipients on the portal (“1.1 დაქირავებით მომუშავე”). */
const EMPLOYED = '4';
/** Salary, by the classifier of income. */
const SALARY = 1;

/** Pay as Form 30 has it. The portal itself reckons pension and tax. */
export async function* salariesForForm30(paid: AsyncIterable<PaidSalary>): AsyncGenerator<Form30Payment> {
  for await (const row of paid) {
    yield {
      taxId: row.identity,
      firstName: row.firstName,
      lastName: row.lastName,
      address: row.address ?? '',
      country: countryNumber(row.country),
      category: EMPLOYED,
      incomeType: SALARY,
      gross: row.gross,
      relief: row.relief,
      date: row.payDate,
      rate: row.rate,
      treatyExempt: '0.00',
      foreignCredit: '0.00',
    };
  }
}
