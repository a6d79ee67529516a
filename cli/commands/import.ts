import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseAccounts, parentsFirst } from '#ledger/accounts/chart.ts';
import { withBooks } from '#cli/books.ts';
import { chooseActor, chooseCompany } from '#cli/company.ts';
import { CommandFailure, EXIT } from '#cli/exit.ts';
import { importJournal, type Refusal } from '#cli/import/import-journal.ts';
import type { CommandContext } from './context.ts';

export interface ImportArguments {
  readonly company?: string;
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly allOrNothing?: boolean;
  readonly source?: string;
  readonly accounts?: string;
  readonly createCurrencies?: boolean;
  readonly openYears?: boolean;
  readonly concurrency: number;
}

/** `davtari import`: takes a journal file into the books. */
export async function runImport(
  path: string,
  given: ImportArguments,
  context: CommandContext,
): Promise<number> {
  refuseContradictions(given);
  const { output, signal } = context;
  const accounts =
    given.accounts === undefined ? [] : parentsFirst(parseAccounts(await readFile(given.accounts, 'utf8')));
  return withBooks(context.config, context.log, async ({ owner, ledger }) => {
    const company = await chooseCompany(owner.sql, given.company);
    const { actor, email } = await chooseActor(owner.sql, company, given.as, [
      'transactions:write',
      'transactions:approve',
      ...(accounts.length > 0 ? (['accounts:write'] as const) : []),
    ]);
    output.note(`Importing ${path} into ${company.name} as ${email}`);
    const opened = accounts.length > 0 ? await ledger.openAccounts(actor, accounts) : { created: 0 };
    const source = given.source ?? basename(path);
    const mode =
      given.dryRun === true ? 'dry-run' : given.allOrNothing === true ? 'all-or-nothing' : 'each-for-itself';
    const progress = output.progress('Importing', 'transactions');
    const began = performance.now();
    let summary;
    try {
      summary = await importJournal({
        ledger,
        actor,
        path,
        source,
        mode,
        openYears: given.openYears === true,
        createCurrencies: given.createCurrencies === true,
        concurrency: given.concurrency,
        signal,
        onRefused: (refusal) => {
          output.item({ type: 'refused', ...refusal }, inWords(refusal));
        },
        onProgress: (phase, done, total) => {
          if (phase === 'recording') progress.at(done, total);
        },
      });
    } finally {
      progress.end();
    }
    const seconds = Math.round(performance.now() - began) / 1000;
    const { imported, replayed, refused, found, interrupted } = summary;
    output.result(
      {
        type: 'summary',
        file: path,
        source,
        company: company.id,
        mode,
        accountsCreated: opened.created,
        ...summary,
        seconds,
      },
      [
        `${found} transactions in ${seconds} s: ${imported} ${mode === 'dry-run' ? 'would be imported' : 'imported'}`,
        ...(replayed > 0 ? [`${replayed} were there already`] : []),
        ...(refused > 0 ? [`${refused} refused`] : []),
        ...(mode === 'all-or-nothing' && refused > 0 ? ['so nothing was imported'] : []),
        ...(interrupted ? ['interrupted; run the same command again to go on'] : []),
      ].join(', '),
    );
    return interrupted ? EXIT.interrupted : refused > 0 ? EXIT.refused : EXIT.ok;
  });
}

function refuseContradictions(given: ImportArguments): void {
  if (given.dryRun !== true) return;
  const changing = {
    '--accounts': given.accounts,
    '--open-years': given.openYears,
    '--create-currencies': given.createCurrencies,
  };
  for (const [option, value] of Object.entries(changing)) {
    if (value !== undefined && value !== false) {
      throw new CommandFailure(`--dry-run changes nothing, so it cannot go with ${option}`);
    }
  }
  if (given.allOrNothing === true) throw new CommandFailure('--dry-run cannot go with --all-or-nothing');
}

function inWords({ transaction, from, to, line, code, message }: Refusal): string {
  const lines = from === to ? `line ${from}` : `lines ${from}–${to}`;
  const at = line === from && from === to ? '' : `, line ${line}`;
  return `refused: ${lines}${transaction === null ? '' : ` (${transaction})`}${at}: ${code}: ${message}`;
}
