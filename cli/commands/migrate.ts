import { migrateDatabase, openOwnersDatabase } from '#cli/database.ts';
import { EXIT } from '#cli/exit.ts';
import type { CommandContext } from './context.ts';

/** `davtari migrate`: brings the database to the state that this version needs. */
export async function runMigrate(context: CommandContext): Promise<number> {
  const { config, log, output } = context;
  const database = await openOwnersDatabase(config, log);
  try {
    const progress = output.progress('Migrating', 'migrations');
    const applied = await migrateDatabase(database, config, log, ({ done, total }) => {
      progress.at(done, total);
    }).finally(() => {
      progress.end();
    });
    output.result(
      { applied },
      applied.length === 0 ? 'The database is up to date.' : `Applied:\n  ${applied.join('\n  ')}`,
    );
    return EXIT.ok;
  } finally {
    await database.close();
  }
}
