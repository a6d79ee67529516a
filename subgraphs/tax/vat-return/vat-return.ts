import { monthKey } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';
import { namedId } from '#shared/domain/named-id.ts';
import type { Check } from './checks.ts';
import type { Figure } from './form.ts';

export const VAT_RETURN_STATES = ['DRAFT', 'READY', 'SUBMITTED', 'ACCEPTED', 'REFUSED', 'CORRECTED'] as const;
export type VatReturnState = (typeof VAT_RETURN_STATES)[number];

interface OfMonth {
  readonly year: number;
  readonly month: number;
  /** Which filing of the month: 1 for the first, one more with each correction. */
  readonly returnVersion: number;
}

/** Id of a month's return, whichever of its filings. */
export function vatReturnId(companyId: string, year: number, month: number): string {
  return namedId('tax', companyId, `vat-return:${monthKey(year, month)}`);
}

/** What was filed; nothing moves it any more. */
export interface Submission extends OfMonth {
  readonly figures: readonly Figure[];
  readonly net: string;
  readonly checks: readonly Check[];
  /** Last event of tax's log that is in the figures. */
  readonly seq: number;
  readonly dueDate: string;
  /** Number of the month's declaration at RS.ge, where it was asked for. */
  readonly sequenceNumber: string | null;
  /** Why it was filed although the books differ; null when nothing differed. */
  readonly reason: string | null;
}

export type VatReturnEvent =
  | { readonly type: 'VatReturnPrepared'; readonly data: OfMonth }
  | { readonly type: 'VatReturnTakenBack'; readonly data: OfMonth & { readonly reason: string } }
  | { readonly type: 'VatReturnSubmitted'; readonly data: Submission }
  | {
      readonly type: 'VatReturnAccepted';
      readonly data: OfMonth & { readonly receiptNumber: string; readonly date: string };
    }
  | {
      readonly type: 'VatReturnRefused';
      readonly data: OfMonth & {
        readonly receiptNumber: string | null;
        readonly date: string;
        readonly reason: string;
      };
    }
  | { readonly type: 'VatReturnReopened'; readonly data: OfMonth & { readonly reason: string } };

/** The return of one month, as it goes from filing to filing. */
export interface VatReturn {
  readonly version: number;
  readonly returnVersion: number;
  readonly state: Exclude<VatReturnState, 'CORRECTED'>;
}

export const initialVatReturn: VatReturn = { version: 0, returnVersion: 1, state: 'DRAFT' };

export function evolveVatReturn(before: VatReturn, event: VatReturnEvent): VatReturn {
  const state = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'VatReturnPrepared':
      return { ...state, state: 'READY' };
    case 'VatReturnTakenBack':
      return { ...state, state: 'DRAFT' };
    case 'VatReturnSubmitted':
      return { ...state, state: 'SUBMITTED' };
    case 'VatReturnAccepted':
      return { ...state, state: 'ACCEPTED' };
    case 'VatReturnRefused':
      return { ...state, state: 'REFUSED' };
    // The filing is corrected by the one that begins here.
    case 'VatReturnReopened':
      return { ...state, state: 'DRAFT', returnVersion: before.returnVersion + 1 };
    default:
      return unreachable(event);
  }
}
