import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '#db/client.ts';
import { ask, type Course } from './course.ts';
import { TRIAL_BALANCE, type TrialBalance } from './readers.ts';
import type { Subscriber } from './subscribers.ts';
import type { Writers } from './writers.ts';

export interface Judged {
  readonly postings: number;
  readonly head: number;
  readonly accounts: number;
  readonly isIntact: boolean;
}

const DAVTARI = fileURLToPath(new URL('../cli/davtari.mjs', import.meta.url));

/** Holds what everybody was told against the database, read by its owner, and the books against the journal. */
export async function judge(
  course: Course,
  company: string,
  ownerUrl: string,
  environment: Readonly<Record<string, string>>,
  writers: Writers,
  subscribers: readonly Subscriber[],
): Promise<Judged> {
  const owner = openDatabase(ownerUrl, { max: 2 });
  try {
    // 1. Every acknowledged posting exists once, and nothing that nobody sent.
    const posted = await owner.sql<{ id: string; seq: number; description: string }[]>`
      /* postedTransactions */ select id, seq, description from ledger.transactions
      where company_id = ${company} and seq is not null order by seq`;
    const bySeq = new Map<number, string>();
    const byKey = new Map<string, { id: string; seq: number }>();
    for (const { id, seq, description } of posted) {
      if (bySeq.has(seq)) course.violated(`two transactions have number ${String(seq)}`);
      bySeq.set(seq, id);
      if (!description.startsWith('writer ')) continue;
      if (byKey.has(description)) course.violated(`${description} was posted twice`);
      byKey.set(description, { id, seq });
      if (!writers.sent.has(description)) course.violated(`${description} was never sent`);
    }
    for (const { key, id, seq } of writers.acknowledged) {
      const found = byKey.get(key);
      if (found?.id !== id || found.seq !== seq) {
        course.violated(`${key} was acknowledged as ${id} and is ${found?.id ?? 'lost'}`);
      }
    }
    const seqs = [...bySeq.keys()];
    const head = seqs.at(-1) ?? 0;
    if (seqs.some((seq, index) => seq !== (seqs[0] ?? 0) + index)) {
      course.violated('the numbers of postings have a gap');
    }

    // 2. Every subscriber was told everything behind its first place, each once.
    subscribers.forEach(({ seen, first, last }, index) => {
      const name = `subscriber ${String(index)}`;
      if (first === undefined || last !== head) {
        course.violated(`${name} has reached ${String(last)} of ${String(head)}`);
      }
      for (let seq = (first ?? 0) + 1; seq <= head; seq += 1) {
        if (seen.get(seq) !== bySeq.get(seq)) {
          course.violated(`${name} was told ${String(seen.get(seq))} as number ${String(seq)}`);
          break;
        }
      }
    });

    // 3. Balances are what the entries of the events' journal sum up to.
    const sums = await owner.sql<{ code: string; balance: string }[]>`
      /* balancesFromJournal */ select a.code, sum(e.debit_gel - e.credit_gel)::numeric(19, 2)::text as balance
      from ledger.journal_entries e join ledger.accounts a on a.company_id = e.company_id and a.id = e.account_id
      where e.company_id = ${company} group by a.code`;
    const { data } = await ask<TrialBalance>(course, TRIAL_BALANCE);
    const rows = new Map(data?.trialBalance.rows.map(({ account, closing }) => [account.code, closing]));
    for (const { code, balance } of sums) {
      const told = rows.get(code) ?? '0.00';
      if (Number(told) !== Number(balance)) {
        course.violated(`the balance of ${code} is told as ${told}; its entries sum up to ${balance}`);
      }
    }

    // 4. The chain, and every table against the events, by the verification that has code of its own.
    const verified = await davtari(['verify', '--json'], environment);
    const isIntact = verified.code === 0 && /"isIntact":true/.test(verified.output);
    if (!isIntact) course.violated(`the books do not verify: ${verified.output.slice(0, 500)}`);
    return { postings: bySeq.size, head, accounts: sums.length, isIntact };
  } finally {
    await owner.close();
  }
}

function davtari(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [DAVTARI, ...words], {
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 120_000,
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', reject).once('close', (code) => resolve({ code, output }));
  });
}
