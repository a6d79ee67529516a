import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { ExportedTransaction } from '#ledger/ledger.ts';
import { withBooks } from '#cli/books.ts';
import { chooseCompany, type Company } from '#cli/company.ts';
import { EXIT } from '#cli/exit.ts';
import { BeancountWriter } from '#cli/export/beancount.ts';
import { csvLines } from '#cli/export/csv.ts';
import type { ExportFormat } from '#cli/export/formats.ts';
import { HledgerWriter } from '#cli/export/hledger.ts';
import { journalHeader } from '#cli/journal-csv/write-journal.ts';
import { writeCalmly } from '#cli/output.ts';
import type { CommandContext } from './context.ts';

export interface ExportArguments {
  readonly company?: string;
  readonly format: ExportFormat;
  readonly output?: string;
}

/** `davtari export`: writes the posted transactions of a company, in order of posting, as a stream. */
export async function runExport(given: ExportArguments, context: CommandContext): Promise<number> {
  const { output, signal } = context;
  return withBooks(context.config, context.log, async ({ owner, ledger }) => {
    const company = await chooseCompany(owner.sql, given.company);
    const toFile = given.output !== undefined;
    const stream = given.output === undefined ? process.stdout : createWriteStream(given.output);
    const failed = new Promise<never>((_, reject) => stream.once('error', reject));
    failed.catch(() => undefined);
    // With --json and no file, stdout carries the transactions themselves, a line of JSON each.
    const writer = output.isJson && !toFile ? JSON_LINES : writerFor(given.format);
    let transactions = 0;
    const write = async (): Promise<void> => {
      await writeCalmly(stream, writer.header(company));
      for await (const transaction of ledger.exportTransactions(company.id)) {
        if (signal.aborted) return;
        await writeCalmly(stream, writer.transaction(transaction));
        transactions += 1;
      }
      if (toFile) {
        stream.end();
        await finished(stream);
      }
    };
    await Promise.race([write(), failed]);
    if (toFile) {
      output.result(
        { company: company.id, format: given.format, file: given.output, transactions },
        `${transactions} transactions of ${company.name} written to ${given.output ?? ''}`,
      );
    }
    return signal.aborted ? EXIT.interrupted : EXIT.ok;
  });
}

interface JournalWriter {
  header(company: Company): string;
  transaction(transaction: ExportedTransaction): string;
}

const JSON_LINES: JournalWriter = {
  header: () => '',
  transaction: (transaction) => `${JSON.stringify(transaction)}\n`,
};

function writerFor(format: ExportFormat): JournalWriter {
  switch (format) {
    case 'csv':
      return { header: journalHeader, transaction: csvLines };
    case 'hledger':
      return named(new HledgerWriter());
    case 'beancount':
      return named(new BeancountWriter());
  }
}

function named(writer: HledgerWriter | BeancountWriter): JournalWriter {
  return {
    header: (company) => writer.header(company.name),
    transaction: (transaction) => writer.transaction(transaction),
  };
}
