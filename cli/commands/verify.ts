import { withBooks } from '#cli/books.ts';
import { chooseCompany } from '#cli/company.ts';
import { EXIT } from '#cli/exit.ts';
import type { CommandContext } from './context.ts';

/** `davtari verify`: walks the chain of events and recomputes every balance from them. */
export async function runVerify(
  given: { readonly company?: string },
  context: CommandContext,
): Promise<number> {
  const { output } = context;
  return withBooks(context.config, context.log, async ({ owner, ledger }) => {
    const company = await chooseCompany(owner.sql, given.company);
    const progress = output.progress('Verifying', 'events');
    const found = await ledger
      .verify(company.id, (events, total) => {
        progress.at(events, total);
      })
      .finally(() => {
        progress.end();
      });
    const broken = found.firstBrokenEvent;
    output.result(
      { company: company.id, name: company.name, ...found },
      [
        `${company.name}: ${found.eventCount} events, head ${found.headHash}`,
        ...(broken === null
          ? []
          : [
              `BROKEN at event ${broken.logPosition}: ${broken.eventType} of ${broken.aggregateId}: ${broken.reason}`,
            ]),
        ...found.differences.map(
          ({ table, key, expected, actual }) =>
            `DIFFERS: ${table} ${key}: events say ${expected}, stored ${actual}`,
        ),
        found.isIntact ? 'The books are intact.' : 'The books are NOT intact.',
      ].join('\n'),
    );
    return found.isIntact ? EXIT.ok : EXIT.refused;
  });
}
