import { badInput } from '#shared/domain/errors.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';

export interface GivenCompany {
  readonly name: string;
  readonly nameEn?: string | null | undefined;
  readonly taxId?: string | null | undefined;
  readonly firstFiscalYear?: number | null | undefined;
}

/** A company to be founded, every value checked. */
export interface CompanyDefinition {
  readonly name: string;
  readonly nameEn: string | null;
  readonly taxId: string | null;
  readonly firstFiscalYear: number;
  readonly lastFiscalYear: number;
}

/** Absent means "as it is"; null clears. */
export interface CompanyChanges {
  readonly name?: string | null | undefined;
  readonly nameEn?: string | null | undefined;
  readonly taxId?: string | null | undefined;
}

const MAX_NAME = 250;
const TAX_ID = /^[0-9]{9}$/;
/** Books may begin this many years before the current one; older years can be opened one by one. */
const YEARS_BACK = 10;

/** A company as it will be founded in the given year. Pure. */
export function decideFounding(given: GivenCompany, thisYear: number): CompanyDefinition {
  return {
    name: checkName(given.name),
    nameEn: checkNameEn(given.nameEn),
    taxId: checkTaxId(given.taxId),
    firstFiscalYear: checkFirstYear(given.firstFiscalYear ?? thisYear - 1, thisYear),
    lastFiscalYear: thisYear,
  };
}

/** What is to change about a company; nothing of what was left out. Pure. */
export function decideCompanyChanges(
  changes: CompanyChanges,
): Partial<Pick<CompanyDefinition, 'name' | 'nameEn' | 'taxId'>> {
  if (changes.name === null) throw badInput('name', null, 'a company needs a name');
  return {
    ...(changes.name === undefined ? {} : { name: checkName(changes.name) }),
    ...(changes.nameEn === undefined ? {} : { nameEn: checkNameEn(changes.nameEn) }),
    ...(changes.taxId === undefined ? {} : { taxId: checkTaxId(changes.taxId) }),
  };
}

function checkName(name: string): string {
  return parseText(name, 'name', MAX_NAME).trim();
}

function checkNameEn(name: string | null | undefined): string | null {
  return parseOptionalText(name, 'nameEn', MAX_NAME)?.trim() ?? null;
}

function checkTaxId(taxId: string | null | undefined): string | null {
  if (taxId === null || taxId === undefined || taxId === '') return null;
  if (!TAX_ID.test(taxId)) throw badInput('taxId', taxId, 'nine digits are needed');
  return taxId;
}

/** Whoever begins this year is given last year too, for what was left over from it. */
function checkFirstYear(year: number, thisYear: number): number {
  const [least, most] = [thisYear - YEARS_BACK, thisYear];
  if (!Number.isInteger(year) || year < least || year > most) {
    throw badInput('firstFiscalYear', year, `a year from ${least} to ${most} is needed`);
  }
  return Math.min(year, thisYear - 1);
}
