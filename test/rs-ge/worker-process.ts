import { createLog } from '#shared/platform/log.ts';
import { openWorld, type WorldOptions } from './outbox-world.ts';

/**
 * A process with an outbox of its own, to be killed in the middle of whatever it does. Reads where its database and RS.ge
 * are from its arguments.
 */
const given = JSON.parse(process.argv[2] ?? '{}') as Omit<WorldOptions, 'log'>;
const world = openWorld({ ...given, log: createLog({ logLevel: 'warn' }) });
world.outbox();
process.send?.('ready');
// Without its parent it has nothing to do.
process.on('disconnect', () => process.exit(0));
