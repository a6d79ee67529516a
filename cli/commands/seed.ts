import { withBooks, type Books } from '#cli/books.ts';
import { seedDemo } from '#cli/demo/seed-demo.ts';
import { CommandFailure, EXIT } from '#cli/exit.ts';
import type { CommandContext } from './context.ts';

/** `davtari seed --demo`: enters the demo companies, their users and a year of postings. */
export async function runSeed(given: { readonly demo?: boolean }, context: CommandContext): Promise<number> {
  const { output } = context;
  if (given.demo !== true) throw new CommandFailure('say what to seed: davtari seed --demo');
  const { config, log } = context;
  const seed = async ({ owner, ledger, tax }: Books): Promise<number> => {
    const progress = output.progress('Demo year', 'transactions');
    const seeded = await seedDemo({
      owner: owner.sql,
      ledger,
      tax,
      onProgress: (done, total) => {
        progress.at(done, total);
      },
    }).finally(() => {
      progress.end();
    });
    output.result(
      seeded,
      seeded.transactions === 0
        ? 'The demo companies are there already.'
        : `${seeded.companies.map(({ name }) => name).join(' and ')} with ${seeded.transactions} transactions; ` +
            `users ${seeded.users.join(', ')}; password ${seeded.password}`,
    );
    return EXIT.ok;
  };
  // Nobody else may be there to post the documents that are seeded.
  return withBooks(config, log, seed, { followsPolicies: true });
}
