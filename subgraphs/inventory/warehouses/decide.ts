import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { Bin, Warehouse, WarehouseDetails } from './warehouse.ts';

type Maybe<T> = T | null | undefined;

/** What may be said of a warehouse; what is left out of a change stays. */
export interface WarehouseChanges {
  readonly code?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly nameEn?: Maybe<string>;
  readonly address?: Maybe<string>;
  readonly isActive?: Maybe<boolean>;
}

export interface WarehouseDraft extends WarehouseChanges {
  readonly code: string;
  readonly name: string;
}

export type WarehouseCommand =
  | { readonly type: 'AddWarehouse'; readonly id: string; readonly given: WarehouseDraft }
  | {
      readonly type: 'ChangeWarehouse';
      readonly id: string;
      readonly expectedVersion: number | null;
      readonly changes: WarehouseChanges;
    };

const CODE = 64;
const NAME = 250;
const ADDRESS = 500;

/** @throws DomainError NOT_FOUND, CONFLICT, BAD_USER_INPUT */
export function decideWarehouse(
  command: WarehouseCommand,
  { version, details }: Warehouse,
): Decision<{ id: string }> {
  const { id } = command;
  if (command.type === 'AddWarehouse')
    return decided('Warehouse', id, 1, 'WarehouseAdded', parse(command.given, null));
  if (details === null) throw notFound('id', id);
  if (command.expectedVersion !== null && command.expectedVersion !== version)
    throw new DomainError('CONFLICT', `expectedVersion: the warehouse has version ${version} now`, {
      field: 'expectedVersion',
      value: String(command.expectedVersion),
      version,
    });
  const after = parse(command.changes, details);
  if (JSON.stringify(after) === JSON.stringify(details)) return { events: [], result: { id } };
  return decided('Warehouse', id, version + 1, 'WarehouseChanged', after);
}

export type BinCommand =
  | { readonly type: 'AddBin'; readonly id: string; readonly warehouseId: string; readonly code: string }
  | { readonly type: 'SetBinActive'; readonly id: string; readonly isActive: boolean };

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT */
export function decideBin(
  command: BinCommand,
  { version, details }: Bin,
  warehouse: Warehouse,
): Decision<{ id: string }> {
  const { id } = command;
  if (command.type === 'AddBin') {
    if (warehouse.details === null) throw notFound('warehouseId', command.warehouseId);
    const code = parseText(command.code, 'code', CODE).trim();
    return decided('Bin', id, 1, 'BinAdded', { warehouseId: command.warehouseId, code, isActive: true });
  }
  if (details === null) throw notFound('id', id);
  if (details.isActive === command.isActive) return { events: [], result: { id } };
  return decided('Bin', id, version + 1, 'BinChanged', { ...details, isActive: command.isActive });
}

function parse(given: WarehouseChanges, before: WarehouseDetails | null): WarehouseDetails {
  return {
    code: given.code ? parseText(given.code, 'code', CODE).trim() : (before?.code ?? ''),
    nameKa: given.name ? parseText(given.name, 'name', NAME) : (before?.nameKa ?? ''),
    nameEn:
      given.nameEn === undefined ? (before?.nameEn ?? null) : parseOptionalText(given.nameEn, 'nameEn', NAME),
    address:
      given.address === undefined
        ? (before?.address ?? null)
        : parseOptionalText(given.address, 'address', ADDRESS),
    isActive: given.isActive ?? before?.isActive ?? true,
  };
}

function decided(
  aggregateType: string,
  id: string,
  version: number,
  type: string,
  data: NewEvent['data'],
): Decision<{ id: string }> {
  return { events: [{ aggregateType, aggregateId: id, version, type, data }], result: { id } };
}

/** Guards of the database against races, as the rules would have refused. */
export const warehouseCodeTaken = (): DomainError =>
  new DomainError('CONFLICT', 'code: another warehouse has this code', { field: 'code' });
export const binCodeTaken = (): DomainError =>
  new DomainError('CONFLICT', 'code: another bin of the warehouse has this code', { field: 'code' });
