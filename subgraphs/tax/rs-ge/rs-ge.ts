import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Database } from '#db/client.ts';
import type { Logger } from '#shared/platform/log.ts';
import { sealingBy } from '#shared/platform/sealing.ts';
import type { TaxWriter } from '../writer.ts';
import { Connections, credentials, RS_GE, type ConnectionSettings } from './connections.ts';
import { followAnswersToInvoices } from './tax-invoices.ts';
import { createOutbox, type OutboxOptions } from './outbox/worker.ts';

export interface RsGeOptions {
  /** What sign-ins are sealed by. */
  readonly secret: Uint8Array;
  /** Other addresses and times than those of RS.ge: a simulator has them. */
  readonly settings?: Partial<ConnectionSettings>;
  /** Sign-in of a single company, as JSON, or the file that holds it: `{ "companyId": …, "channel": … }`. */
  readonly credentials?: string;
  readonly credentialsFile?: string;
  readonly outbox?: Partial<OutboxOptions>;
}

/** The options that settings and secret of a process amount to. */
export function rsGeOptions(
  secret: Uint8Array,
  given: {
    readonly eapiUrl: string | undefined;
    readonly ntosUrl: string | undefined;
    readonly credentials: string | undefined;
    readonly credentialsFile: string | undefined;
  },
): RsGeOptions {
  const { eapiUrl, ntosUrl, credentials: text, credentialsFile } = given;
  return {
    secret,
    settings: {
      ...(eapiUrl === undefined ? {} : { eapiUrl }),
      ...(ntosUrl === undefined ? {} : { ntosUrl }),
    },
    ...(text === undefined ? {} : { credentials: text }),
    ...(credentialsFile === undefined ? {} : { credentialsFile }),
  };
}

/** The way of this process to RS.ge. */
export interface RsGe {
  readonly connections: Connections;
  /** Lets the outbox look at once. */
  wake(): void;
  close(): Promise<void>;
}

const configured = z.object({ companyId: z.guid() }).and(credentials);

/** @param sends False for whoever gives commands only and leaves the sending to the running system. */
export async function openRsGe(
  parts: { readonly database: Database; readonly writer: TaxWriter; readonly log: Logger },
  options: RsGeOptions,
  sends: boolean,
): Promise<RsGe> {
  const settings: ConnectionSettings = { ...RS_GE, ...options.settings };
  const connections = new Connections(parts.database, sealingBy(options.secret, 'rs-ge'), settings);
  await keepConfigured(connections, options);
  const outbox = sends
    ? createOutbox({
        ...parts,
        connections,
        settings: { timeoutMs: settings.timeoutMs },
        ...options.outbox,
      })
    : null;
  const answers = sends ? followAnswersToInvoices(parts) : null;
  return {
    connections,
    wake: () => outbox?.wake(),
    async close() {
      await answers?.close();
      await outbox?.close();
      await connections.close();
    },
  };
}

/** The sign-in of the environment is kept like one that a user gives, and left alone when it is kept already. */
async function keepConfigured(connections: Connections, options: RsGeOptions): Promise<void> {
  const text =
    options.credentials ??
    (options.credentialsFile === undefined ? undefined : await readFile(options.credentialsFile, 'utf8'));
  if (text === undefined) return;
  const { companyId, ...given } = parseConfigured(text);
  if (!(await connections.holds(companyId, given))) await connections.keep(companyId, given);
}

function parseConfigured(text: string): z.infer<typeof configured> {
  try {
    return configured.parse(JSON.parse(text));
  } catch (error) {
    // The cause may quote the text, and the text is a secret: its class is all that is told.
    const why = error instanceof Error ? error.name : 'unknown fault';
    throw new Error(`The sign-in for RS.ge of the settings cannot be read (${why})`);
  }
}
