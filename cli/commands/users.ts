import { openDatabase } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import { openIdentityDatabase } from '#identity/database.ts';
import { createSecurityLog } from '#identity/security-events/log.ts';
import { postgresBell } from '#identity/sessions/revocation-bell.ts';
import { createRevocations } from '#identity/sessions/revocations.ts';
import { resetPassword, resetSecondFactor } from '#identity/users/recovery.ts';
import { disableUser, enableUser, type SuspensionParts } from '#identity/users/suspension.ts';
import { migrateDatabase, openOwnersDatabase } from '#cli/database.ts';
import { CommandFailure, EXIT } from '#cli/exit.ts';
import type { CommandContext } from './context.ts';

/** `davtari users disable`: shuts a user out of all companies, at once and in every running process. */
export function runUsersDisable(email: string, context: CommandContext): Promise<number> {
  return withIdentity(context, async (parts) => {
    const { userId, changed, sessionsEnded } = demandUser(await disableUser(parts, email), email);
    const state = changed ? 'is shut out' : 'was shut out already';
    context.output.result(
      { userId, email, disabled: true, changed, sessionsEnded },
      `${email} ${state}; ${String(sessionsEnded)} sessions ended.`,
    );
    return EXIT.ok;
  });
}

/** `davtari users enable`: lets the user in again. */
export function runUsersEnable(email: string, context: CommandContext): Promise<number> {
  return withIdentity(context, async (parts) => {
    const { userId, changed } = demandUser(await enableUser(parts, email), email);
    context.output.result(
      { userId, email, disabled: false, changed },
      `${email} ${changed ? 'may sign in again' : 'was not shut out'}.`,
    );
    return EXIT.ok;
  });
}

/** `davtari users reset-password`: a new password for somebody who has lost theirs, told once. */
export function runUsersResetPassword(email: string, context: CommandContext): Promise<number> {
  return withIdentity(context, async (parts) => {
    const { userId, password, sessionsEnded } = demandUser(await resetPassword(parts, email), email);
    context.output.result(
      { userId, email, password, sessionsEnded },
      `${email} signs in with ${password} from now on, and should change it; ${String(sessionsEnded)} sessions ended.`,
    );
    return EXIT.ok;
  });
}

/** `davtari users reset-second-factor`: for somebody who has lost both the device and the recovery codes. */
export function runUsersResetSecondFactor(email: string, context: CommandContext): Promise<number> {
  return withIdentity(context, async (parts) => {
    const { userId, removed, sessionsEnded } = demandUser(await resetSecondFactor(parts, email), email);
    context.output.result(
      { userId, email, removed, sessionsEnded },
      removed
        ? `${email} signs in by password alone; ${String(sessionsEnded)} sessions ended.`
        : `${email} has no second factor.`,
    );
    return EXIT.ok;
  });
}

async function withIdentity<T>(
  { config, log }: CommandContext,
  work: (parts: SuspensionParts) => Promise<T>,
): Promise<T> {
  const server = await openOwnersDatabase(config, log);
  try {
    if (server.kind === 'embedded') await migrateDatabase(server, config, log);
    const owner = openDatabase(server.ownerUrl, { name: 'davtari cli', log, max: 1 });
    const database = openIdentityDatabase(
      roleUrl(server.ownerUrl, 'identity', config.databaseRoleSecret),
      log,
    );
    try {
      const revocations = createRevocations({
        database,
        bell: postgresBell(database.doorbell('identity_access_revocations')),
        accessTokenSeconds: config.accessTokenSeconds,
        log,
      });
      return await work({ owner: owner.sql, database, revocations, security: createSecurityLog(database) });
    } finally {
      await database.close();
      await owner.close();
    }
  } finally {
    await server.close();
  }
}

function demandUser<T>(found: T | undefined, email: string): T {
  if (found === undefined) throw new CommandFailure(`nobody has the address ${email}`);
  return found;
}
