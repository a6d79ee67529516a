import type { Actor } from '#shared/domain/actor.ts';
import type { NewEvent } from '#shared/domain/decider.ts';
import { newId } from '#shared/domain/ids.ts';
import { FIVE_DAYS } from '#payroll/calendar/working-time.ts';
import type { PayrollWriter } from '#payroll/writer.ts';

const BATCH = 250;

/**
 * Employs so many people at once, of all kinds: agreed gross and net, in and outside of the pension scheme, in several
 * cost centres, who join and leave, with bonuses, benefits, deductions, leave and sickness. Who is who follows from the
 * number alone.
 */
export async function employMany(
  writer: PayrollWriter,
  actor: Actor,
  count: number,
  { year, month }: { readonly year: number; readonly month: number },
): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const events = Array.from({ length: Math.min(BATCH, count - from) }, (_one, index) =>
      personOf(from + index, `${String(year)}-${String(month).padStart(2, '0')}`),
    ).flat();
    await writer.writePath.execute({
      ...actor,
      operation: 'employMany',
      input: { from },
      decide: () => ({ events, result: {} }),
    });
  }
}

function personOf(n: number, month: string): NewEvent[] {
  const employeeId = newId();
  const employmentId = newId();
  const day = (of: number): string => `${month}-${String(of).padStart(2, '0')}`;
  const pay = {
    amount: `${String(600 + ((n * 137) % 4_000))}.${String((n * 7) % 100).padStart(2, '0')}`,
    unit: 'MONTHLY',
    basis: n % 7 === 3 ? 'NET' : 'GROSS',
  };
  const start = n % 11 === 5 ? day(16) : '2024-02-01';
  const facts: [type: string, data: object][] = [
    [
      'EmployeeCreated',
      {
        number: String(n),
        firstName: 'ნინო',
        lastName: 'ბერიძე',
        firstNameEn: null,
        lastNameEn: null,
        category: 'CITIZEN',
        residenceCountry: 'GE',
        identity: { kind: 'PERSONAL_NUMBER', sealed: `sealed ${String(n)}`, digest: `digest ${String(n)}` },
        birthDate: '1980-01-01',
        sex: null,
        address: null,
        account: null,
        pension: [
          n % 13 === 4
            ? { from: '2019-01-01', decision: 'OUTSIDE', ground: 'LEFT_SCHEME' }
            : { from: '2019-01-01', decision: 'PARTICIPATES', ground: null },
        ],
        reliefs:
          n % 17 === 2
            ? [
                {
                  ground: 'WAR_VETERAN',
                  from: '2024-01-01',
                  to: null,
                  yearlyAmount: '3000.00',
                  usedBefore: '0.00',
                },
              ]
            : [],
      },
    ],
    [
      'EmploymentBegun',
      {
        id: employmentId,
        start,
        end: n % 19 === 6 ? day(20) : null,
        endReason: n % 19 === 6 ? 'OWN_WISH' : null,
        isSecondary: false,
        terms: [
          {
            from: start,
            position: 'accountant',
            costCentre: n % 4 === 0 ? null : { name: 'cost centre', value: `shop ${String(n % 4)}` },
            schedule: FIVE_DAYS,
            pay,
          },
          ...(n % 23 === 1 ? [raised(day(10), pay.basis)] : []),
        ],
        leaveTakenBefore: '0.00',
      },
    ],
    ...(n % 3 === 0 ? [component('BONUS', { amount: '123.45', basis: 'NET' })] : []),
    ...(n % 8 === 1 ? [component('BENEFIT_IN_KIND', { amount: '100.00', basis: 'GROSS' })] : []),
    ...(n % 9 === 2 ? [component('DEDUCTION', { amount: '33.33' })] : []),
  ];
  if (n % 5 === 1)
    facts.push([
      'AbsenceRecorded',
      {
        id: newId(),
        employmentId,
        kind: n % 2 === 0 ? 'PAID_LEAVE' : 'SICK_LEAVE',
        from: day(17),
        to: day(18),
      },
    ]);
  return facts.map(([type, data], index) => ({
    aggregateType: 'Employee',
    aggregateId: employeeId,
    version: index + 1,
    type,
    data,
  }));

  function component(kind: string, more: object): [string, object] {
    const common = {
      id: newId(),
      employmentId,
      kind,
      name: kind,
      isRecurring: true,
      from: '2024-02-01',
      to: null,
    };
    return ['PayComponentAdded', { ...common, ...more }];
  }

  function raised(from: string, basis: string): object {
    return {
      from,
      position: 'chief',
      costCentre: { name: 'cost centre', value: 'office' },
      schedule: FIVE_DAYS,
      pay: { amount: '5000.00', unit: 'MONTHLY', basis },
    };
  }
}
