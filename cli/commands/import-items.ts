import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { withBooks } from '#cli/books.ts';
import { chooseActor, chooseCompany } from '#cli/company.ts';
import { EXIT } from '#cli/exit.ts';
import type { CommandContext } from './context.ts';

export interface ImportItemsArguments {
  readonly company?: string;
  readonly as?: string;
  readonly dryRun?: boolean;
}

/** `davtari import-items`: adds the items of a file, all of them, or none when a row is wrong; each wrong row is named. */
export async function runImportItems(
  path: string,
  given: ImportItemsArguments,
  context: CommandContext,
): Promise<number> {
  const { output } = context;
  const bytes = await readFile(path);
  const file =
    extname(path).toLowerCase() === '.xlsx'
      ? ({ format: 'XLSX', content: bytes.toString('base64') } as const)
      : ({ format: 'CSV', content: bytes.toString('utf8') } as const);
  return withBooks(context.config, context.log, async ({ owner, inventory }) => {
    const company = await chooseCompany(owner.sql, given.company);
    const { actor, email } = await chooseActor(owner.sql, company, given.as, ['inventory:write']);
    output.note(`Importing ${path} into ${company.name} as ${email}`);
    const isDryRun = given.dryRun === true;
    const { rows, imported, errors } = await inventory.importItems(actor, { ...file, dryRun: isDryRun });
    for (const { row, column, value, reason } of errors)
      output.item(
        { type: 'refused', row, column, value, reason },
        `refused: row ${row}${column === null ? '' : `, ${column}`}${value === null ? '' : ` (${value})`}: ${reason}`,
      );
    const refused = errors.length;
    output.result(
      { type: 'summary', file: path, company: company.id, rows, imported, refused, dryRun: isDryRun },
      refused > 0
        ? `${String(refused)} errors in ${String(rows)} rows, so nothing was imported`
        : `${String(rows)} items ${isDryRun ? 'would be imported' : 'imported'}`,
    );
    return refused > 0 ? EXIT.refused : EXIT.ok;
  });
}
