import { parseDate } from '#shared/domain/date.ts';
import { unreachable, type Decision } from '#shared/domain/decider.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { formatAmount, GEL_MINOR_UNITS, parseAmount, parseScaled } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import { demandEmployment, factOf, type EmployeeFile } from '../employees/file.ts';
import type { AgreedBasis, Employment } from '../employments/employment.ts';
import type { ComponentEvent, ComponentKind, PayComponent } from './component.ts';

export interface GivenComponent {
  readonly employmentId: string;
  readonly kind: ComponentKind;
  readonly name: string;
  readonly isRecurring?: boolean | null | undefined;
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly amount?: string | null | undefined;
  readonly basis?: AgreedBasis | null | undefined;
  readonly hours?: string | null | undefined;
  readonly multiplier?: string | null | undefined;
  readonly share?: string | null | undefined;
  readonly priority?: number | null | undefined;
  readonly mostShare?: string | null | undefined;
  readonly totalLimit?: string | null | undefined;
}

export type ComponentCommand =
  | {
      readonly type: 'AddPayComponent';
      readonly employeeId: string;
      readonly id: string;
      readonly given: GivenComponent;
    }
  | {
      readonly type: 'EndPayComponent';
      readonly employeeId: string;
      readonly id: string;
      readonly to: string;
    }
  | { readonly type: 'CancelPayComponent'; readonly employeeId: string; readonly id: string };

export interface ComponentResult {
  readonly componentId: string;
  readonly employmentId: string;
}

/**
 * Pure.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT naming the field.
 */
export function decideComponent(command: ComponentCommand, file: EmployeeFile): Decision<ComponentResult> {
  const { employeeId, id } = command;
  const decided = (event: ComponentEvent | null, employmentId: string): Decision<ComponentResult> => ({
    events: event === null ? [] : [factOf(employeeId, file, event)],
    result: { componentId: id, employmentId },
  });
  if (command.type === 'AddPayComponent') {
    const employment = demandEmployment(file, command.given.employmentId, 'employmentId');
    const data = added(id, command.given, employment);
    return decided({ type: 'PayComponentAdded', data }, employment.id);
  }
  const before = file.components.find((component) => component.id === id);
  if (before === undefined) throw notFound('id', id);
  switch (command.type) {
    case 'EndPayComponent': {
      const to = parseDate(command.to, 'to');
      if (!before.isRecurring) throw badInput('id', id, 'applies once and needs no end');
      if (to < before.from) throw badInput('to', to, `before the first day, ${before.from}`);
      const data = { ...before, to };
      return decided(to === before.to ? null : { type: 'PayComponentEnded', data }, before.employmentId);
    }
    case 'CancelPayComponent':
      return decided({ type: 'PayComponentCancelled', data: { id } }, before.employmentId);
    default:
      return unreachable(command);
  }
}

function added(id: string, given: GivenComponent, employment: Employment): PayComponent {
  const { kind } = given;
  const isRecurring = given.isRecurring ?? false;
  const from = parseDate(given.from, 'from');
  const to = given.to === null || given.to === undefined ? null : parseDate(given.to, 'to');
  if (to !== null && !isRecurring) throw badInput('to', to, 'what applies once has no last day');
  if (to !== null && to < from) throw badInput('to', to, `before the first day, ${from}`);
  // What is earned after the end, a commission for example, is paid with the last month.
  if (from < employment.start || (employment.end !== null && from > employment.end))
    throw badInput('from', from, 'the employee is not employed then');
  refuseStrange(given);
  const common = {
    id,
    employmentId: employment.id,
    name: parseText(given.name, 'name', 150),
    isRecurring,
    from,
    to,
  };
  switch (kind) {
    case 'OVERTIME':
      return {
        ...common,
        kind,
        hours: decimal(demanded(given.hours, 'hours'), 'hours', 2, [1n, 40_000n]),
        multiplier: decimal(demanded(given.multiplier, 'multiplier'), 'multiplier', 4, [10_000n, 100_000n]),
      };
    case 'BONUS':
    case 'COMMISSION':
    case 'ALLOWANCE':
    case 'BENEFIT_IN_KIND':
      return {
        ...common,
        kind,
        amount: money(demanded(given.amount, 'amount'), 'amount'),
        basis: given.basis ?? 'GROSS',
      };
    case 'DEDUCTION':
    case 'ADVANCE':
      return { ...common, kind, amount: money(demanded(given.amount, 'amount'), 'amount') };
    case 'COURT_ORDER': {
      const { amount, share, mostShare, totalLimit } = given;
      if (isAbsent(amount) === isAbsent(share))
        throw badInput('amount', amount, 'a court order takes an amount or a share');
      return {
        ...common,
        kind,
        priority: checkPriority(given.priority ?? 1),
        amount: isAbsent(amount) ? null : money(amount, 'amount'),
        share: isAbsent(share) ? null : fraction(share, 'share'),
        mostShare: isAbsent(mostShare) ? null : fraction(mostShare, 'mostShare'),
        totalLimit: isAbsent(totalLimit) ? null : money(totalLimit, 'totalLimit'),
      };
    }
    default:
      return unreachable(kind);
  }
}

const BELONGING = {
  OVERTIME: ['hours', 'multiplier'],
  BONUS: ['amount', 'basis'],
  COMMISSION: ['amount', 'basis'],
  ALLOWANCE: ['amount', 'basis'],
  BENEFIT_IN_KIND: ['amount', 'basis'],
  DEDUCTION: ['amount'],
  ADVANCE: ['amount'],
  COURT_ORDER: ['amount', 'share', 'priority', 'mostShare', 'totalLimit'],
} as const satisfies Record<ComponentKind, readonly (keyof GivenComponent)[]>;

const OPTIONAL = [
  'amount',
  'basis',
  'hours',
  'multiplier',
  'share',
  'priority',
  'mostShare',
  'totalLimit',
] as const;

/** What was said and would not be heeded is refused. */
function refuseStrange(given: GivenComponent): void {
  const own: readonly string[] = BELONGING[given.kind];
  for (const field of OPTIONAL) {
    if (!isAbsent(given[field]) && !own.includes(field))
      throw badInput(field, given[field], `does not belong to ${given.kind}`);
  }
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function demanded(value: string | null | undefined, field: string): string {
  if (isAbsent(value)) throw badInput(field, value, 'is needed');
  return value;
}

function money(text: string, field: string): string {
  const amount = parseAmount(text, GEL_MINOR_UNITS, field);
  if (amount <= 0n) throw badInput(field, text, 'must be more than zero');
  return formatAmount(amount);
}

/** Fractions and factors may have four decimals. */
function fraction(text: string, field: string): string {
  return decimal(text, field, 4, [1n, 10_000n]);
}

function decimal(
  text: string,
  field: string,
  decimals: number,
  [least, most]: readonly [bigint, bigint],
): string {
  const value = parseScaled(text, decimals, field);
  if (value < least || value > most) throw badInput(field, text, 'is too small or too large');
  const digits = value.toString().padStart(decimals + 1, '0');
  const part = digits.slice(-decimals).replace(/0+$/, '');
  return part === '' ? digits.slice(0, -decimals) : `${digits.slice(0, -decimals)}.${part}`;
}

function checkPriority(priority: number): number {
  if (priority < 1 || priority > 100) throw badInput('priority', priority, 'must be between 1 and 100');
  return priority;
}
