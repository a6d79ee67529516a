/** What the simulated RS.ge holds: taxpayers, users and documents, with the rules of their states. */

export interface SimulatedUser {
  readonly tin: string;
  readonly name: string;
  /** Sign-in of the JSON interface. */
  readonly userName: string;
  readonly password: string;
  /** When given, a sign-in waits for it. */
  readonly pin?: string;
  /** Sign-in of the SOAP interface. */
  readonly serviceUser: string;
  readonly servicePassword: string;
}

export interface HeldLine {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  /** Number of the unit, which the JSON interface knows; 99 for one in words. */
  readonly unitId: number;
  readonly quantity: number;
  readonly amount: number;
  /** −1 for what is not taxed, 0 at the zero rate. */
  readonly vat: number;
}

export interface HeldInvoice {
  readonly id: number;
  readonly reference: string;
  readonly sellerTin: string;
  readonly buyerTin: string;
  /** `YYYY-MM-DD`. */
  readonly operationDate: string;
  readonly isAdvance: boolean;
  /** −1 deleted, 0 saved, 1 sent, 2 confirmed, 3 corrected, 4–5 and 8 a correction saved, sent, confirmed, 6–7 cancelled. */
  status: number;
  wasRefused: boolean;
  series: string;
  /** Negative until the document is sent. */
  number: number;
  lines: HeldLine[];
  readonly corrects: number | null;
  readonly correctionReason: number;
  correctedBy: number | null;
  sequenceOfSeller: number | null;
  sequenceOfBuyer: number | null;
}

/** A no of RS.ge with its code. */
export class Refusal extends Error {
  readonly code: number;
  constructor(code: number, words: string) {
    super(words);
    this.code = code;
  }
}

export const NOT_YOURS = -101;
export const WRONG_STATUS = -2;
export const INVALID_RECORD = -30;
export const UNKNOWN_BUYER = -1005;

export interface NewInvoice {
  readonly reference: string;
  readonly buyerTin: string;
  readonly operationDate: string;
  readonly isAdvance?: boolean;
  readonly corrects?: number;
  readonly correctionReason?: number;
}

const OTHER_UNIT = 99;
/** Units as the JSON interface lists them: the known ones and some that were added since. */
export const UNITS: readonly { readonly value: number; readonly label: string }[] = [
  { value: 1, label: 'ცალი' },
  { value: 2, label: 'კგ' },
  { value: 4, label: 'ლ' },
  { value: 15, label: 'კომპლექტი' },
  { value: 16, label: 'კვტ/სთ' },
  { value: OTHER_UNIT, label: 'სხვა' },
];

const FIRST_ID = 500_001;
const FIRST_NUMBER = 1_000_001;
const SERIES = 'ეა-70';

export class Registry {
  readonly users: readonly SimulatedUser[];
  readonly invoices = new Map<number, HeldInvoice>();
  readonly #payers = new Map<string, { readonly name: string; readonly isVatPayer: boolean }>();
  #nextId = FIRST_ID;
  #nextNumber = FIRST_NUMBER;
  #nextLine = 1;

  constructor(users: readonly SimulatedUser[]) {
    this.users = users;
    for (const { tin, name } of users) this.#payers.set(tin, { name, isVatPayer: true });
  }

  addTaxpayer(tin: string, name: string, isVatPayer: boolean): void {
    this.#payers.set(tin, { name, isVatPayer });
  }

  taxpayer(tin: string): { readonly name: string; readonly isVatPayer: boolean } | undefined {
    return this.#payers.get(tin);
  }

  /** The number that the SOAP interface knows a taxpayer by. */
  unIdOf(tin: string): number {
    return [...this.#payers.keys()].indexOf(tin) + 1;
  }

  tinOf(unId: number): string | undefined {
    return [...this.#payers.keys()][unId - 1];
  }

  create(sellerTin: string, given: NewInvoice): HeldInvoice {
    const isForeign = given.buyerTin === '';
    if (!isForeign && !this.#payers.has(given.buyerTin))
      throw new Refusal(UNKNOWN_BUYER, 'მყიდველი ვერ მოიძებნა');
    const corrected = given.corrects === undefined ? undefined : this.ofSeller(given.corrects, sellerTin);
    if (corrected !== undefined) {
      if (![1, 2, 5, 8].includes(corrected.status) || corrected.correctedBy !== null)
        throw new Refusal(WRONG_STATUS, 'დოკუმენტი ვერ დაკორექტირდება');
    }
    const id = this.#nextId++;
    const made: HeldInvoice = {
      id,
      reference: given.reference,
      sellerTin,
      buyerTin: given.buyerTin,
      operationDate: given.operationDate,
      isAdvance: given.isAdvance === true,
      status: corrected === undefined ? 0 : 4,
      wasRefused: false,
      series: SERIES,
      number: -id,
      lines:
        corrected === undefined ? [] : corrected.lines.map((line) => ({ ...line, id: this.#nextLine++ })),
      corrects: corrected?.id ?? null,
      correctionReason: given.correctionReason ?? 0,
      correctedBy: null,
      sequenceOfSeller: null,
      sequenceOfBuyer: null,
    };
    if (corrected !== undefined) {
      corrected.correctedBy = id;
      corrected.status = 3;
    }
    this.invoices.set(id, made);
    return made;
  }

  addLine(
    invoice: HeldInvoice,
    line: Omit<HeldLine, 'id' | 'unitId'> & { readonly unitId?: number },
  ): HeldLine {
    this.demandSaved(invoice);
    const unitId = UNITS.find(({ label }) => label === line.unit)?.value ?? OTHER_UNIT;
    const made = { id: this.#nextLine++, unitId, ...line };
    invoice.lines.push(made);
    return made;
  }

  removeLine(invoice: HeldInvoice, id: number): void {
    this.demandSaved(invoice);
    invoice.lines = invoice.lines.filter((line) => line.id !== id);
  }

  demandSaved({ status }: HeldInvoice): void {
    if (status !== 0 && status !== 4) throw new Refusal(WRONG_STATUS, 'დოკუმენტი უკვე გადაგზავნილია');
  }

  /** Sends the document to the buyer and gives it its number. */
  activate(invoice: HeldInvoice): void {
    this.demandSaved(invoice);
    if (invoice.lines.length === 0) throw new Refusal(INVALID_RECORD, 'დოკუმენტს სტრიქონები არ აქვს');
    invoice.status = invoice.status === 0 ? 1 : 5;
    invoice.wasRefused = false;
    if (invoice.number < 0) invoice.number = this.#nextNumber++;
  }

  confirm(invoice: HeldInvoice): void {
    const next = { 1: 2, 5: 8, 6: 7 }[invoice.status];
    if (next === undefined) throw new Refusal(WRONG_STATUS, 'დოკუმენტი დასადასტურებელი არ არის');
    invoice.status = next;
  }

  refuse(invoice: HeldInvoice): void {
    const next = { 1: 0, 5: 4, 6: 2 }[invoice.status];
    if (next === undefined) throw new Refusal(WRONG_STATUS, 'დოკუმენტი უარსაყოფი არ არის');
    invoice.wasRefused = invoice.status !== 6;
    invoice.status = next;
  }

  delete(invoice: HeldInvoice): void {
    this.demandSaved(invoice);
    invoice.status = -1;
  }

  requestCancellation(invoice: HeldInvoice): void {
    if (![1, 2, 5, 8].includes(invoice.status)) throw new Refusal(WRONG_STATUS, 'დოკუმენტი ვერ გაუქმდება');
    invoice.status = 6;
  }

  attach(invoice: HeldInvoice, tin: string, sequence: number): void {
    if (invoice.number < 0) throw new Refusal(WRONG_STATUS, 'დოკუმენტი გადაგზავნილი არ არის');
    if (invoice.sellerTin === tin) invoice.sequenceOfSeller = sequence;
    else invoice.sequenceOfBuyer = sequence;
  }

  ofSeller(id: number, tin: string): HeldInvoice {
    const found = this.invoices.get(id);
    if (found?.sellerTin !== tin) throw new Refusal(NOT_YOURS, 'დოკუმენტი თქვენ არ გეკუთვნით');
    return found;
  }

  ofBuyer(id: number, tin: string): HeldInvoice {
    const found = this.invoices.get(id);
    if (found?.buyerTin !== tin) throw new Refusal(NOT_YOURS, 'დოკუმენტი თქვენ არ გეკუთვნით');
    return found;
  }

  ofEither(id: number, tin: string): HeldInvoice {
    const found = this.invoices.get(id);
    if (found === undefined || (found.sellerTin !== tin && found.buyerTin !== tin))
      throw new Refusal(NOT_YOURS, 'დოკუმენტი თქვენ არ გეკუთვნით');
    return found;
  }

  /** Documents that are not deleted, by the reference of whoever sent them. */
  byReference(): ReadonlyMap<string, readonly HeldInvoice[]> {
    const found = new Map<string, HeldInvoice[]>();
    for (const invoice of this.invoices.values()) {
      if (invoice.status === -1) continue;
      found.set(invoice.reference, [...(found.get(invoice.reference) ?? []), invoice]);
    }
    return found;
  }

  /** The number of the month's declaration of a taxpayer. */
  sequenceOf(tin: string, period: string): number {
    return Number(`${period}${String(this.unIdOf(tin)).padStart(4, '0')}`);
  }
}

export function totalOf(invoice: HeldInvoice): { readonly amount: number; readonly vat: number } {
  const tetri = (value: number): number => Math.round(value * 100);
  return {
    amount: invoice.lines.reduce((sum, { amount }) => sum + tetri(amount), 0) / 100,
    vat: invoice.lines.reduce((sum, { vat }) => sum + tetri(Math.max(0, vat)), 0) / 100,
  };
}
