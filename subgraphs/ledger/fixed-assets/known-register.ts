import type { AssetClassRow } from './classes.ts';
import type { Asset } from './fixed-asset.ts';
import type { Month } from './months.ts';

/** A run as decisions know it. */
export interface KnownRun {
  readonly id: string;
  readonly month: Month;
  readonly transactionId: string | null;
}

/** What decisions on assets rest on. All of it is of one moment, of which `version` is the proof. */
export interface Register {
  readonly version: number;
  readonly assets: ReadonlyMap<string, Asset>;
  /** The latest run that stands. */
  readonly lastRun: KnownRun | null;
  /** Company's own classes and those to begin with. */
  readonly classes: ReadonlyMap<string, AssetClassRow>;
  /** How many numbers the register has given by itself. */
  readonly numbersGiven: number;
  /** Numbers that are taken, among those asked about. */
  readonly isNumberTaken: boolean;
}

export const EMPTY_REGISTER: Register = {
  version: 0,
  assets: new Map(),
  lastRun: null,
  classes: new Map(),
  numbersGiven: 0,
  isNumberTaken: false,
};

/** Numbers that the register gives by itself, which nobody else may give. */
export const GIVEN_NUMBER = /^FA-\d{6,}$/;
