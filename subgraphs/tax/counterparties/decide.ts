import { unreachable, type Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import { checkRegistrations } from '../profile/decide.ts';
import {
  HOME_COUNTRY,
  type Counterparty,
  type CounterpartyDetails,
  type CounterpartyKind,
} from './counterparty.ts';
import { parseIban } from './iban.ts';

/** Absent means "as it is"; null clears. */
export interface CounterpartyChanges {
  readonly taxId?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly nameEn?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly isResident?: boolean | null | undefined;
  readonly vatRegistrations?:
    readonly { readonly from: string; readonly to?: string | null | undefined }[] | null | undefined;
  readonly ibans?: readonly string[] | null | undefined;
}

export interface CounterpartyDraft extends CounterpartyChanges {
  readonly kind: CounterpartyKind;
  readonly country?: string | null | undefined;
  readonly taxId: string;
  readonly name: string;
}

export type CounterpartyCommand =
  | { readonly type: 'AddCounterparty'; readonly id: string; readonly given: CounterpartyDraft }
  | {
      readonly type: 'ChangeCounterparty';
      readonly id: string;
      readonly expectedVersion: number | null;
      readonly changes: CounterpartyChanges;
    }
  | {
      readonly type: 'SetCounterpartyActive';
      readonly id: string;
      readonly expectedVersion: number | null;
      readonly isActive: boolean;
    };

export interface CounterpartyResult {
  readonly counterpartyId: string;
}

const MOST_IBANS = 20;
const LONGEST_NAME = 250;
const LONGEST_ADDRESS = 500;

/**
 * A counterparty that is as asked for already yields no event. Pure.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT naming the field, CONFLICT.
 */
export function decideCounterparty(
  command: CounterpartyCommand,
  state: Counterparty,
): Decision<CounterpartyResult> {
  const { id } = command;
  const result = { counterpartyId: id };
  const changed = (type: string, data: CounterpartyDetails): Decision<CounterpartyResult> => ({
    events: [{ aggregateType: 'Counterparty', aggregateId: id, version: state.version + 1, type, data }],
    result,
  });
  if (command.type === 'AddCounterparty') return changed('CounterpartyAdded', added(command.given));

  const { version, details: before } = state;
  if (before === null) throw notFound('id', id);
  if (command.expectedVersion !== null && command.expectedVersion !== version) {
    throw new DomainError(
      'CONFLICT',
      `the counterparty is at version ${String(version)}, not ${String(command.expectedVersion)}`,
      { field: 'expectedVersion', value: String(command.expectedVersion) },
    );
  }
  const after = afterwards(command, before);
  return JSON.stringify(after) === JSON.stringify(before)
    ? { events: [], result }
    : changed('CounterpartyChanged', after);
}

function afterwards(
  command: Exclude<CounterpartyCommand, { type: 'AddCounterparty' }>,
  before: CounterpartyDetails,
): CounterpartyDetails {
  switch (command.type) {
    case 'ChangeCounterparty':
      return withChanges(before, command.changes);
    case 'SetCounterpartyActive':
      return { ...before, isActive: command.isActive };
    default:
      return unreachable(command);
  }
}

function added(given: CounterpartyDraft): CounterpartyDetails {
  const { kind } = given;
  const country = countryOf(kind, given.country ?? null);
  return withChanges(
    {
      kind,
      country,
      taxId: given.taxId,
      nameKa: given.name,
      nameEn: null,
      address: null,
      isResident: given.isResident ?? kind !== 'FOREIGN',
      vatRegistrations: [],
      ibans: [],
      isActive: true,
    },
    given,
  );
}

function withChanges(before: CounterpartyDetails, changes: CounterpartyChanges): CounterpartyDetails {
  const { taxId, name, nameEn, address, isResident, vatRegistrations, ibans } = changes;
  return {
    kind: before.kind,
    country: before.country,
    taxId: taxId === undefined ? before.taxId : checkTaxId(before.kind, taxId),
    nameKa: name === undefined ? before.nameKa : parseText(name, 'name', LONGEST_NAME),
    nameEn: nameEn === undefined ? before.nameEn : parseOptionalText(nameEn, 'nameEn', LONGEST_NAME),
    address: address === undefined ? before.address : parseOptionalText(address, 'address', LONGEST_ADDRESS),
    isResident: isResident ?? before.isResident,
    vatRegistrations: vatRegistrations ? checkRegistrations(vatRegistrations) : before.vatRegistrations,
    ibans: ibans ? checkIbans(ibans) : before.ibans,
    isActive: before.isActive,
  };
}

const TAX_ID = {
  COMPANY: { form: /^\d{9}$/, why: 'a company has nine digits' },
  PERSON: { form: /^\d{11}$/, why: 'a person has eleven digits' },
  FOREIGN: { form: /^[\p{L}\d][\p{L}\d ./-]{0,29}$/u, why: '1 to 30 letters, digits and . / - are needed' },
} as const satisfies Record<CounterpartyKind, { form: RegExp; why: string }>;

/** No check digit of Georgian tax numbers is published: only the length can be told wrong. */
function checkTaxId(kind: CounterpartyKind, taxId: string | null): string {
  const { form, why } = TAX_ID[kind];
  if (taxId === null || !form.test(taxId)) throw badInput('taxId', taxId, why);
  return taxId;
}

function countryOf(kind: CounterpartyKind, country: string | null): string {
  if (kind !== 'FOREIGN') {
    if (country !== null && country !== HOME_COUNTRY)
      throw badInput('country', country, 'companies and persons are of Georgia; others are FOREIGN');
    return HOME_COUNTRY;
  }
  if (country === null || !/^[A-Z]{2}$/.test(country))
    throw badInput('country', country, 'two capital letters of ISO 3166 are needed');
  if (country === HOME_COUNTRY) throw badInput('country', country, 'Georgia is not foreign');
  return country;
}

function checkIbans(given: readonly string[]): string[] {
  if (given.length > MOST_IBANS) throw badInput('ibans', given.length, `more than ${String(MOST_IBANS)}`);
  const ibans = given.map((text, index) => parseIban(text, `ibans.${String(index)}`));
  ibans.forEach((iban, index) => {
    if (ibans.indexOf(iban) !== index) throw badInput(`ibans.${String(index)}`, iban, 'is named twice');
  });
  return ibans;
}
