import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { openDatabase, type Database } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import { fetchDays } from '#ledger/exchange-rates/follow-nbg.ts';
import { NBG_URL, NbgClient, NbgFailure, type PublishedRate } from '#ledger/exchange-rates/nbg.ts';
import { keepRates } from '#ledger/exchange-rates/official-rates.ts';
import { ISO_4217 } from '#shared/domain/currencies.ts';
import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { CommandFailure, EXIT } from '#cli/exit.ts';
import { migrateDatabase, openOwnersDatabase } from '#cli/database.ts';
import type { CommandContext } from './context.ts';

/** `davtari rates fetch`: asks the National Bank about each day of a span and keeps what it says. */
export async function runRatesFetch(
  given: { readonly from: string; readonly to: string },
  context: CommandContext,
): Promise<number> {
  const { config, output } = context;
  const [from, to] = [parseDate(given.from, 'from'), parseDate(given.to, 'to')];
  if (from > to) throw badInput('from', from, 'is after to');
  const client = new NbgClient({ url: config.nbgRatesUrl ?? NBG_URL });
  try {
    const fresh = await withRates(context, (database) =>
      fetchDays({ database, client }, from, to, (day, found) => {
        output.item({ day, rates: found }, `${day}: ${String(found)} new rates`);
      }),
    );
    output.note(`${String(fresh)} rates kept`);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof NbgFailure) throw new CommandFailure(`the National Bank: ${error.message}`);
    throw error;
  } finally {
    await client.close();
  }
}

const row = z.object({
  currency: z
    .string()
    .refine((code) => code !== 'GEL' && ISO_4217.has(code), 'not a foreign currency of ISO 4217'),
  date: z.iso.date(),
  rate: z
    .string()
    .regex(/^\d+(\.\d{1,10})?$/, 'a decimal number with at most ten places')
    .refine((rate) => /[1-9]/.test(rate), 'above zero'),
  quantity: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'a whole number')
    .default('1'),
});

/** `davtari rates import`: takes official rates from a file with the columns `currency,date,rate` and `quantity`. */
export async function runRatesImport(file: string, context: CommandContext): Promise<number> {
  const rates = readRateFile(await readFile(file, 'utf8'));
  const fresh = await withRates(context, (database) => keepRates(database, rates, 'ENTERED', null));
  context.output.result(
    { file, rows: rates.length, kept: fresh },
    `${String(fresh)} of ${String(rates.length)} rates were new`,
  );
  return EXIT.ok;
}

/** Nothing of a file with a wrong row is taken. @throws DomainError BAD_USER_INPUT naming line and column. */
export function readRateFile(text: string): PublishedRate[] {
  const rows = parse(text, { bom: true, columns: true, skip_empty_lines: true, info: true }) as unknown as {
    record: unknown;
    info: { lines: number };
  }[];
  return rows.map(({ record, info }) => {
    const parsed = row.safeParse(record);
    if (!parsed.success) {
      const fault = parsed.error.issues[0];
      const column = String(fault?.path[0] ?? 'row');
      throw badInput(column, record, `line ${String(info.lines)}: ${fault?.message ?? 'malformed'}`);
    }
    const { currency, date, rate, quantity } = parsed.data;
    return { currency, validFrom: date, rate, quantity: Number(quantity) };
  });
}

async function withRates<T>(
  { config, log }: CommandContext,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const owners = await openOwnersDatabase(config, log);
  try {
    if (owners.kind === 'embedded') await migrateDatabase(owners, config, log);
    const database = openDatabase(roleUrl(owners.ownerUrl, 'ledger', config.databaseRoleSecret), {
      name: 'davtari rates',
      log,
      max: 1,
    });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await owners.close();
  }
}
