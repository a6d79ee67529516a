import { randomBytes } from 'node:crypto';
import type { Config } from '#shared/platform/config.ts';
import type { Logger } from '#shared/platform/log.ts';
import { openDatabase, type Database } from '#db/client.ts';
import { joinDeadLetters, type DeadLetters } from '#db/dead-letters.ts';
import { roleUrl } from '#db/roles.ts';
import { createInventory, type Inventory } from '#inventory/subgraph.ts';
import type { Ledger } from '#ledger/ledger.ts';
import { createLedger } from '#ledger/subgraph.ts';
import { openPayrollUpkeep, type PayrollUpkeep } from '#payroll/upkeep.ts';
import { createReporting, type Reporting } from '#reporting/subgraph.ts';
import { createTax, type Tax } from '#tax/subgraph.ts';
import { migrateDatabase, openOwnersDatabase } from './database.ts';

/** The ledger, tax, inventory, reporting and the database of their owner, open for one command. */
export interface Books {
  readonly owner: Database;
  readonly ledger: Ledger;
  readonly tax: Tax;
  /** Its tables only: people and pay are commanded through the gateway. */
  readonly payroll: PayrollUpkeep;
  readonly inventory: Inventory;
  readonly reporting: Reporting;
  /** Events that the consumers of any subgraph could not handle. */
  readonly deadLetters: DeadLetters;
  close(): Promise<void>;
}

export interface BooksOptions {
  /** Whether ledger, tax and inventory act on each other's documents here; left to the running system without it. */
  readonly followsPolicies?: boolean;
}

/** Opens the books. An embedded database that nobody else runs is also brought up to date. */
export async function openBooks(
  config: Config,
  log: Logger,
  { followsPolicies = false }: BooksOptions = {},
): Promise<Books> {
  const database = await openOwnersDatabase(config, log);
  try {
    if (database.kind === 'embedded') await migrateDatabase(database, config, log);
    const owner = openDatabase(database.ownerUrl, { name: 'davtari cli', log, max: 2 });
    const ledger = await createLedger({
      databaseUrl: roleUrl(database.ownerUrl, 'ledger', config.databaseRoleSecret),
      ownerUrl: database.ownerUrl,
      followsPolicies,
      log,
    });
    const tax = await createTax({
      databaseUrl: roleUrl(database.ownerUrl, 'tax', config.databaseRoleSecret),
      ownerUrl: database.ownerUrl,
      followsPolicies,
      log,
    });
    const payroll = openPayrollUpkeep({
      databaseUrl: roleUrl(database.ownerUrl, 'payroll', config.databaseRoleSecret),
      ownerUrl: database.ownerUrl,
      log,
    });
    const inventory = await createInventory({
      databaseUrl: roleUrl(database.ownerUrl, 'inventory', config.databaseRoleSecret),
      ownerUrl: database.ownerUrl,
      followsPolicies,
      log,
    });
    const reporting = await createReporting({
      databaseUrl: roleUrl(database.ownerUrl, 'reporting', config.databaseRoleSecret),
      ownerUrl: database.ownerUrl,
      // Commands make no links to files, so nobody has to open what this would seal.
      secret: randomBytes(32),
      followsPolicies,
      log,
    });
    return {
      owner,
      ledger,
      tax,
      payroll,
      inventory,
      reporting,
      deadLetters: joinDeadLetters([
        ledger.deadLetters,
        tax.deadLetters,
        payroll.deadLetters,
        inventory.deadLetters,
        reporting.deadLetters,
      ]),
      close: async () => {
        await ledger.close();
        await tax.close();
        await payroll.close();
        await inventory.close();
        await reporting.close();
        await owner.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Opens the books for the time of some work and closes them however it ends. */
export async function withBooks<T>(
  config: Config,
  log: Logger,
  work: (books: Books) => Promise<T>,
  options: BooksOptions = {},
): Promise<T> {
  const books = await openBooks(config, log, options);
  try {
    return await work(books);
  } finally {
    await books.close();
  }
}
