import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tally } from './course.ts';

const ERROR = 50;

interface Line {
  readonly level?: number;
  readonly event?: string;
  readonly err?: { readonly message?: string; readonly code?: string; readonly stack?: string };
}

/** What the parts called a defect of their own in their logs, by kind of part. */
export function defectsIn(folder: string): Record<string, number> {
  const found = new Tally();
  for (const name of readdirSync(folder)) {
    const [, kind] = /^(\w+) \d+\.log$/.exec(name) ?? [];
    if (kind === undefined) continue;
    for (const text of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const line = parsed(text);
      if ((line?.level ?? 0) < ERROR) continue;
      const where = /\((?:.*\/)?([\w-]+\.ts:\d+)/.exec(line?.err?.stack ?? '')?.[1];
      const words = [line?.err?.code, line?.err?.message?.slice(0, 120), where].filter(Boolean).join(' ');
      found.add(`${kind}: ${line?.event ?? ''} ${words}`.trim());
    }
  }
  return found.toJSON();
}

function parsed(text: string): Line | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Line;
  } catch {
    // The process was killed in the middle of the line.
    return undefined;
  }
}
