import { withBooks } from '#cli/books.ts';
import { chooseActor, chooseCompany } from '#cli/company.ts';
import { EXIT } from '#cli/exit.ts';
import { parseDate } from '#shared/domain/date.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { CommandContext } from './context.ts';

export interface PostDueArguments {
  readonly company?: string;
  readonly as?: string;
  readonly until: string;
  readonly dryRun?: boolean;
}

/** Entries that `--dry-run` lists at most. */
const MOST_LISTED = 10_000;

/** `davtari post-due`: posts recurring and reversing entries, accruals' reversals and parts of spreads that are due. */
export async function runPostDue(given: PostDueArguments, context: CommandContext): Promise<number> {
  const { output, signal } = context;
  const until = parseDate(given.until, 'until');
  return withBooks(context.config, context.log, async ({ owner, ledger }) => {
    const company = await chooseCompany(owner.sql, given.company);
    if (given.dryRun === true) {
      const due = await ledger.listDue(company.id, until, { after: null, limit: MOST_LISTED });
      for (const { id, kind, date, description, amount, currency } of due)
        output.item(
          { type: 'due', id, kind, date, description, amount, currency },
          `due: ${date} ${description}${amount === null ? '' : ` ${amount} ${currency ?? ''}`}`,
        );
      output.result({ type: 'summary', company: company.id, due: due.length }, `${String(due.length)} due`);
      return EXIT.ok;
    }
    const { actor, email } = await chooseActor(owner.sql, company, given.as, [
      'transactions:write',
      'transactions:approve',
    ]);
    output.note(`Posting what is due in ${company.name} until ${until} as ${email}`);
    let [posted, refused] = [0, 0];
    for (;;) {
      const { results, hasMore } = await ledger.postDueEntries(actor, { until });
      let fresh = 0;
      for (const { id, date, transactionId, error } of results) {
        if (error === null) {
          fresh += 1;
          output.item({ type: 'posted', id, date, transactionId }, `posted: ${date ?? ''} ${id}`);
          continue;
        }
        if (!(error instanceof DomainError)) throw new Error(`${id} could not be posted`, { cause: error });
        refused += 1;
        const { code, message, details } = error;
        output.item(
          { type: 'refused', id, date, code, message, field: details.field ?? null },
          `refused: ${date ?? ''} ${id}: ${code}: ${message}`,
        );
      }
      posted += fresh;
      // What is refused stays due and comes first again: it is tried once.
      if (!hasMore || fresh === 0 || refused > 0 || signal.aborted) break;
    }
    output.result(
      { type: 'summary', company: company.id, posted, refused },
      `${String(posted)} posted, ${String(refused)} refused`,
    );
    return signal.aborted ? EXIT.interrupted : refused > 0 ? EXIT.refused : EXIT.ok;
  });
}
