import { withBooks } from '#cli/books.ts';
import { chooseCompany } from '#cli/company.ts';
import { EXIT } from '#cli/exit.ts';
import type { CommandContext } from './context.ts';
import type { Rebuilt } from './rebuilt.ts';

/** `davtari rebuild [ledger | tax | payroll | inventory]`: makes the tables that are read from anew, out of the events. */
export async function runRebuild(
  part: Rebuilt,
  given: { readonly company?: string },
  context: CommandContext,
): Promise<number> {
  const { output } = context;
  return withBooks(context.config, context.log, async ({ owner, ...books }) => {
    const company = await chooseCompany(owner.sql, given.company);
    const progress = output.progress('Rebuilding', 'events');
    const { events } = await books[part]
      .rebuild(company.id, (done, total) => {
        progress.at(done, total);
      })
      .finally(() => {
        progress.end();
      });
    output.result(
      { company: company.id, name: company.name, part, events },
      `${company.name}: ${part} rebuilt from ${events} events`,
    );
    return EXIT.ok;
  });
}
