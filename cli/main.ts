import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { DomainError } from '#shared/domain/errors.ts';
import { loadConfig, type Config } from '#shared/platform/config.ts';
import { createLog, type Logger } from '#shared/platform/log.ts';
import type { CommandContext } from './commands/context.ts';
import type {
  DeadLettersDropArguments,
  DeadLettersListArguments,
  DeadLettersRetryArguments,
} from './commands/dead-letters.ts';
import type { ExportArguments } from './commands/export.ts';
import type { ImportArguments } from './commands/import.ts';
import type { ImportItemsArguments } from './commands/import-items.ts';
import type { RegisterArguments } from './commands/partners.ts';
import type { PostDueArguments } from './commands/post-due.ts';
import type { RsGeArguments } from './commands/rs-ge.ts';
import type { SystemPart } from './commands/start-part.ts';
import { REBUILT, type Rebuilt } from './commands/rebuilt.ts';
import type { StartArguments } from './commands/start.ts';
import { CommandFailure, EXIT } from './exit.ts';
import { EXPORT_FORMATS } from './export/formats.ts';
import { logStream } from './log-stream.ts';
import { createOutput } from './output.ts';
import { abortOnSignal } from './signals.ts';

interface CommonOptions {
  readonly json?: boolean;
}

/** Runs one command; its modules are loaded only now, so that `--help` answers at once. */
async function run(
  name: string,
  given: CommonOptions,
  command: (context: CommandContext) => Promise<number>,
): Promise<void> {
  const signal = abortOnSignal();
  let log: Logger | undefined;
  try {
    const config = loadConfig();
    log = createLog({ logLevel: levelOf(name, config) }, logStream());
    const output = createOutput(given.json === true);
    process.exitCode = await command({ config, log, output, signal });
  } catch (error) {
    log?.debug({ event: 'command.failed', err: error });
    fail(error, given.json === true);
  }
}

/** Commands that end tell their results themselves; the log at level `info` is for what goes on running. */
function levelOf(name: string, { logLevel }: Config): Config['logLevel'] {
  return name !== 'start' && logLevel === 'info' ? 'warn' : logLevel;
}

/** One line that says what is wrong; the stack is in the log at level `debug`. */
function fail(error: unknown, isJson: boolean): void {
  const { message, code, exitCode } = failureOf(error);
  if (isJson) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  else process.stderr.write(`davtari: ${message}\n`);
  process.exitCode = exitCode;
}

function failureOf(error: unknown): { message: string; code: string; exitCode: number } {
  if (error instanceof CommandFailure) {
    return { message: error.message, code: 'COMMAND_FAILED', exitCode: error.exitCode };
  }
  if (error instanceof DomainError) {
    return { message: `${error.code}: ${error.message}`, code: error.code, exitCode: EXIT.refused };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'FAILED';
  // A schema or table that is not there.
  if (code === '42P01' || code === '3F000') {
    return { message: 'the database is not set up; run: davtari migrate', code, exitCode: EXIT.failed };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { message: message === '' ? code : message, code, exitCode: EXIT.failed };
}

function number(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

const MOST_CONCURRENCY = 64;

const program = new Command('davtari')
  .description('The accounting platform for Georgia: books, import and export, verification.')
  .exitOverride()
  .showHelpAfterError('(davtari --help tells more)')
  .addHelpText(
    'after',
    `
The database is DATABASE_URL, or the embedded one in DATA_DIR (.data), joined when davtari start has it running.
Exit codes: 0 done; 1 something was refused or found broken; 2 the command could not run.`,
  );

function command(
  name: string,
  description: string,
  examples: readonly string[],
  parent: Command = program,
): Command {
  return parent
    .command(name)
    .description(description)
    .option('--json', 'answer on stdout for machines: one JSON document, or a line of JSON each')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  $ davtari ${example}`).join('\n')}`);
}

const companyOption = new Option(
  '--company <company>',
  'id, name or tax id of the company (default: the only one, else the demo company)',
);

command('start', 'Run everything on this machine, on one port, until Ctrl-C.', [
  'start',
  'start --port 4100',
  'start --demo   # also with DATABASE_URL',
  'start --only ledger --port 4101',
])
  .option('--demo', 'make the demo companies (done by itself in an empty embedded database)')
  .option('--port <port>', 'port of the gateway (default: PORT, else 4000)', number(0, 65_535))
  .addOption(
    new Option(
      '--only <part>',
      'start one part alone; the gateway finds the others by SUBGRAPH_URLS',
    ).choices(['gateway', 'ledger', 'identity', 'tax', 'payroll', 'inventory', 'reporting']),
  )
  .action((given: StartArguments & CommonOptions & { readonly only?: SystemPart }) =>
    run('start', given, async (context) => {
      const { only } = given;
      if (only === undefined) return (await import('./commands/start.ts')).runStart(given, context);
      return (await import('./commands/start-alone.ts')).runStartAlone({ ...given, only }, context);
    }),
  );

command('migrate', 'Bring the database to the state that this version needs.', ['migrate']).action(
  (given: CommonOptions) =>
    run('migrate', given, async (context) => (await import('./commands/migrate.ts')).runMigrate(context)),
);

command('seed', 'Enter the demo companies with a year of postings; safe to repeat.', ['seed --demo'])
  .option('--demo', 'the demo companies')
  .action((given: CommonOptions & { readonly demo?: boolean }) =>
    run('seed', given, async (context) => (await import('./commands/seed.ts')).runSeed(given, context)),
  );

command('import', 'Take a journal file (CSV) into the books; run twice, nothing doubles.', [
  'import journal.csv',
  'import journal.csv --company 404000001 --as chief@demo.ge --open-years',
  'import journal.csv --dry-run --json',
  'import journal.csv --accounts accounts.csv --create-currencies --all-or-nothing',
])
  .argument(
    '<file>',
    'CSV: transaction,date,description,account,debit,credit,currency,exchange_rate,entry_description',
  )
  .addOption(companyOption)
  .option(
    '--as <email>',
    'user who records (default: a chief accountant of the company, else an administrator)',
  )
  .option('--dry-run', 'check everything, record nothing')
  .option(
    '--all-or-nothing',
    'record nothing when any transaction is refused (accounts, years and currencies stay)',
  )
  .option('--source <name>', 'name that makes transactions known again (default: the name of the file)')
  .option(
    '--accounts <file>',
    'CSV of accounts to open first: code,name_ka,name_en,type[,normal_side,role,parent,currency]',
  )
  .option('--open-years', 'open the fiscal years that occur in the file')
  .option('--create-currencies', 'register the currencies in the file that ISO 4217 does not know')
  .option('--concurrency <batches>', 'batches under way at once', number(1, MOST_CONCURRENCY), 2)
  .action((file: string, given: ImportArguments & CommonOptions) =>
    run('import', given, async (context) =>
      (await import('./commands/import.ts')).runImport(file, given, context),
    ),
  );

command('import-items', 'Add the items of a file (CSV or XLSX): all of them, or none when a row is wrong.', [
  'import-items items.csv --dry-run',
  'import-items items.xlsx --company 404000001 --as admin@demo.ge',
])
  .argument('<file>', 'its first row names the columns: code,name,kind,unit[,barcodes,costing_method,…]')
  .addOption(companyOption)
  .option('--as <email>', 'user who adds them (default: one of the company who may)')
  .option('--dry-run', 'check everything, add nothing')
  .action((file: string, given: ImportItemsArguments & CommonOptions) =>
    run('import-items', given, async (context) =>
      (await import('./commands/import-items.ts')).runImportItems(file, given, context),
    ),
  );

command('export', 'Write the posted transactions of a company.', [
  'export > journal.csv',
  'export --format hledger --output books.journal',
  'export --format beancount --company 404000001 > books.beancount',
])
  .addOption(companyOption)
  .addOption(new Option('--format <format>', 'form of the text').choices(EXPORT_FORMATS).default('csv'))
  .option('--output <file>', 'write to this file instead of stdout')
  .action((given: ExportArguments & CommonOptions) =>
    run('export', given, async (context) => (await import('./commands/export.ts')).runExport(given, context)),
  );

command('verify', 'Walk the chain of events and recompute every balance from them.', [
  'verify',
  'verify --json',
])
  .addOption(companyOption)
  .action((given: CommonOptions & { readonly company?: string }) =>
    run('verify', given, async (context) => (await import('./commands/verify.ts')).runVerify(given, context)),
  );

command('post-due', 'Post recurring and reversing entries and parts of spreads that are due.', [
  'post-due --until 2026-01-31',
  'post-due --company 404000001 --until 2026-01-31 --dry-run --json',
])
  .addOption(companyOption)
  .requiredOption('--until <date>', 'last day whose entries are posted, YYYY-MM-DD')
  .option(
    '--as <email>',
    'user who posts (default: a chief accountant of the company, else an administrator)',
  )
  .option('--dry-run', 'list what is due, post nothing')
  .action((given: PostDueArguments & CommonOptions) =>
    run('post-due', given, async (context) =>
      (await import('./commands/post-due.ts')).runPostDue(given, context),
    ),
  );

command('rebuild', 'Make the tables that are read from anew, out of the events.', [
  'rebuild',
  'rebuild tax',
  'rebuild payroll',
  'rebuild inventory',
  'rebuild reporting',
])
  .addArgument(new Argument('[part]', 'whose tables').choices(REBUILT).default('ledger'))
  .addOption(companyOption)
  .action((part: Rebuilt, given: CommonOptions & { readonly company?: string }) =>
    run('rebuild', given, async (context) =>
      (await import('./commands/rebuild.ts')).runRebuild(part, given, context),
    ),
  );

const keys = program
  .command('keys')
  .description('The keys that sign access tokens: list them, or put a new one in place.');

command('list', 'List the keys, without their secret halves.', ['keys list'], keys).action(
  (given: CommonOptions) =>
    run('keys', given, async (context) => (await import('./commands/keys.ts')).runKeysList(context)),
);

command(
  'rotate',
  'Add a new key; running processes follow by themselves, and nobody is signed out.',
  ['keys rotate', 'keys rotate --now'],
  keys,
)
  .option('--now', 'sign with the new key at once, before all verifiers may know it')
  .action((given: CommonOptions & { readonly now?: boolean }) =>
    run('keys', given, async (context) => (await import('./commands/keys.ts')).runKeysRotate(given, context)),
  );

const users = program
  .command('users')
  .description('People who sign in: shut one out of everything, or help one who cannot get in.');

command(
  'disable <email>',
  'End all sessions of a user, in all companies and running processes, and let them sign in no more.',
  ['users disable nino@example.ge'],
  users,
).action((email: string, given: CommonOptions) =>
  run('users', given, async (context) =>
    (await import('./commands/users.ts')).runUsersDisable(email, context),
  ),
);

command('enable <email>', 'Let a user sign in again.', ['users enable nino@example.ge'], users).action(
  (email: string, given: CommonOptions) =>
    run('users', given, async (context) =>
      (await import('./commands/users.ts')).runUsersEnable(email, context),
    ),
);

command(
  'reset-password <email>',
  'Give a user a new password, shown once, and end all their sessions.',
  ['users reset-password nino@example.ge'],
  users,
).action((email: string, given: CommonOptions) =>
  run('users', given, async (context) =>
    (await import('./commands/users.ts')).runUsersResetPassword(email, context),
  ),
);

command(
  'reset-second-factor <email>',
  'Take away the second factor of a user who has lost the device and the recovery codes.',
  ['users reset-second-factor nino@example.ge'],
  users,
).action((email: string, given: CommonOptions) =>
  run('users', given, async (context) =>
    (await import('./commands/users.ts')).runUsersResetSecondFactor(email, context),
  ),
);

const partners = program
  .command('partners')
  .description('Programs of others: register the operations that they may run, and see which would break.');

command(
  'register <partner> <manifest>',
  'Register the operations of a manifest for a partner (id or name), or tell every reason why not.',
  ['partners register "სს ბანკი" persisted-query-manifest.json --company 404000001'],
  partners,
)
  .addOption(companyOption)
  .option('--as <email>', 'user who registers (default: an administrator of the company)')
  .action((partner: string, manifest: string, given: RegisterArguments & CommonOptions) =>
    run('partners', given, async (context) =>
      (await import('./commands/partners.ts')).runPartnersRegister(partner, manifest, given, context),
    ),
  );

command('list', 'List the partners of a company.', ['partners list'], partners)
  .addOption(companyOption)
  .action((given: CommonOptions & { readonly company?: string }) =>
    run('partners', given, async (context) =>
      (await import('./commands/partners.ts')).runPartnersList(given, context),
    ),
  );

command(
  'check',
  'Tell which registered operations of all companies a supergraph would break; exit code 1 if any.',
  ['partners check', 'partners check --supergraph new.graphql'],
  partners,
)
  .option('--supergraph <file>', 'the supergraph that is to be deployed (default: that of this version)')
  .action((given: CommonOptions & { readonly supergraph?: string }) =>
    run('partners', given, async (context) =>
      (await import('./commands/partners.ts')).runPartnersCheck(given, context),
    ),
  );

const deadLetters = program
  .command('dead-letters')
  .description(
    'Events that a consumer of the log could not handle: see them, have them handled again, drop them.',
  );

command(
  'list',
  'List the events that wait to be looked at or are still tried; with --all also those that are settled.',
  ['dead-letters list', 'dead-letters list --company 404000001 --all --json'],
  deadLetters,
)
  .addOption(companyOption)
  .option('--all', 'also those that were handled or dropped')
  .action((given: DeadLettersListArguments & CommonOptions) =>
    run('dead-letters', given, async (context) =>
      (await import('./commands/dead-letters.ts')).runDeadLettersList(given, context),
    ),
  );

command(
  'retry <id...>',
  'Have the consumer handle events again, each once; a running ledger does it.',
  ['dead-letters retry redis-streams/01a20450-c99e-7161-8642-f3c5ae1bdb23/17'],
  deadLetters,
)
  .option('--wait <seconds>', 'wait so long for the outcome', number(0, 3_600), 10)
  .action((ids: string[], given: DeadLettersRetryArguments & CommonOptions) =>
    run('dead-letters', given, async (context) =>
      (await import('./commands/dead-letters.ts')).runDeadLettersRetry(ids, given, context),
    ),
  );

command(
  'drop <id>',
  'Say that an event need not be handled, and why.',
  [
    'dead-letters drop redis-streams/01a20450-c99e-7161-8642-f3c5ae1bdb23/17 --reason "the company is closed"',
  ],
  deadLetters,
)
  .requiredOption('--reason <words>', 'why nothing is lost by it; kept with the event')
  .action((id: string, given: DeadLettersDropArguments & CommonOptions) =>
    run('dead-letters', given, async (context) =>
      (await import('./commands/dead-letters.ts')).runDeadLettersDrop(id, given, context),
    ),
  );

const rates = program
  .command('rates')
  .description('Official exchange rates of the National Bank of Georgia.');

command(
  'fetch',
  'Ask the National Bank about each day of a span, and keep what it says.',
  ['rates fetch --from 2026-11-01 --to 2026-11-23'],
  rates,
)
  .requiredOption('--from <day>', 'first day')
  .requiredOption('--to <day>', 'last day')
  .action((given: CommonOptions & { readonly from: string; readonly to: string }) =>
    run('rates', given, async (context) =>
      (await import('./commands/rates.ts')).runRatesFetch(given, context),
    ),
  );

command(
  'import <file>',
  'Take official rates from a file with the columns currency,date,rate and, where it is not 1, quantity.',
  ['rates import rates.csv'],
  rates,
).action((file: string, given: CommonOptions) =>
  run('rates', given, async (context) => (await import('./commands/rates.ts')).runRatesImport(file, context)),
);

const rsGe = program
  .command('rs-ge')
  .description('The way to RS.ge: how it fares for each company, and what a person must look at.');

command(
  'status',
  'Tell how the connection of each company fares, and which submissions were refused or given up.',
  ['rs-ge status', 'rs-ge status --company 404000001 --json'],
  rsGe,
)
  .addOption(companyOption)
  .action((given: RsGeArguments & CommonOptions) =>
    run('rs-ge', given, async (context) =>
      (await import('./commands/rs-ge.ts')).runRsGeStatus(given, context),
    ),
  );

command(
  'retry <id...>',
  'Take refused or given-up submissions up again: RS.ge is asked what it holds before anything is sent.',
  ['rs-ge retry 01a20450-c99e-7161-8642-f3c5ae1bdb23 --company 404000001'],
  rsGe,
)
  .addOption(companyOption)
  .action((ids: string[], given: RsGeArguments & CommonOptions) =>
    run('rs-ge', given, async (context) =>
      (await import('./commands/rs-ge.ts')).runRsGeRetry(ids, given, context),
    ),
  );

command(
  'drop <id>',
  'Give a submission up for good, and say why.',
  ['rs-ge drop 01a20450-c99e-7161-8642-f3c5ae1bdb23 --reason "entered on the portal by hand"'],
  rsGe,
)
  .addOption(companyOption)
  .requiredOption('--reason <words>', 'why nothing is lost by it; kept with the submission')
  .action((id: string, given: RsGeArguments & CommonOptions & { readonly reason: string }) =>
    run('rs-ge', given, async (context) =>
      (await import('./commands/rs-ge.ts')).runRsGeDrop(id, given, context),
    ),
  );

command(
  'try',
  'Sign in at RS.ge for a company, to see whether it takes the sign-in.',
  ['rs-ge try --company 404000001'],
  rsGe,
)
  .addOption(companyOption)
  .action((given: RsGeArguments & CommonOptions) =>
    run('rs-ge', given, async (context) => (await import('./commands/rs-ge.ts')).runRsGeTry(given, context)),
  );

const events = program.command('events').description('The events of the ledger, for programs of others.');

command(
  'schema',
  'Write the JSON Schemas of the events: all in one document, or a file for each.',
  ['events schema > events.json', 'events schema --out schemas'],
  events,
)
  .option('--out <folder>', 'write a file for each event into this folder')
  .action((given: CommonOptions & { readonly out?: string }) =>
    run('events', given, async (context) =>
      (await import('./commands/events.ts')).runEventsSchema(given, context),
    ),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has said what is wrong; asking for help is nothing wrong.
  process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.failed;
}
