import { roleUrl } from '#db/roles.ts';
import type { Bench } from '../bench.ts';
import { messageOf, startClient } from '../clients/child.ts';

/** What the process of the reports is told first. */
export interface ToReports {
  readonly databaseUrl: string;
  /** What links are sealed with, in base64. */
  readonly secret: string;
}

export type FromReports =
  { readonly kind: 'ready'; readonly port: number } | { readonly kind: 'broken'; readonly why: string };

export interface ReportsApart {
  readonly pid: number;
  /** Where the file of a link is fetched. */
  urlOf(token: string): string;
  close(): void;
}

/** Reporting in a process of its own, which hands out files and does nothing else, so that its memory is theirs. */
export async function startReportsApart(bench: Bench, secret: Uint8Array): Promise<ReportsApart> {
  const child = startClient('../workload/reports-process.ts');
  const answer = messageOf<FromReports>(child, () => true, 60);
  child.send({
    databaseUrl: roleUrl(bench.server.url, 'reporting'),
    secret: Buffer.from(secret).toString('base64'),
  } satisfies ToReports);
  const ready = await answer;
  if (ready.kind === 'broken') {
    child.kill();
    throw new Error(ready.why);
  }
  return {
    pid: child.pid ?? 0,
    urlOf: (token) => `http://127.0.0.1:${String(ready.port)}/${token}`,
    close: () => void child.kill(),
  };
}
