import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateJournal } from '#cli/demo/journal/generate.ts';
import type { TransactionDraft } from '#ledger/ledger.ts';
import { parseRecord, formatRecord } from './csv-record.ts';
import { isFault, readJournal, type JournalItem } from './read-journal.ts';
import { refuseApart, surveyJournal } from './survey-journal.ts';
import { journalHeader, journalLines } from './write-journal.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'davtari-journal-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
function fileOf(content: string | Buffer): string {
  const path = join(folder, `journal-${(files += 1)}.csv`);
  writeFileSync(path, content);
  return path;
}

const HEADER = 'transaction,date,description,account,debit,credit,currency,exchange_rate,entry_description';

async function read(content: string | Buffer): Promise<JournalItem[]> {
  const path = fileOf(content);
  const { apart } = await surveyJournal(path);
  const items: JournalItem[] = [];
  for await (const some of readJournal(path)) items.push(...refuseApart(some, apart));
  return items;
}

const journal = (...lines: string[]): string => `${[HEADER, ...lines].join('\n')}\n`;
const sale = (name: string, amount = '118.00'): string[] => [
  `${name},2026-01-05,გაყიდვა,1110,${amount},,,,`,
  `${name},2026-01-05,გაყიდვა,6110,,${amount},,,`,
];

/** Each item in a word or two: what was read, or the line and the reason it was not. */
const brief = (items: readonly JournalItem[]): string[] =>
  items.map((item) =>
    isFault(item)
      ? `${item.transaction ?? '?'} ${item.from}-${item.to} at ${item.line}: ${item.error.message}`
      : `${item.transaction} ${item.from}-${item.to} ok`,
  );

describe('a journal file', () => {
  it('is read as transactions with every text untouched', async () => {
    const items = await read(
      journal(
        'T1,2026-01-05,"შეძენა, ""წუნი""",1610, 100.0 ,,USD,2.7150,"two\nlines"',
        'T1,2026-01-05,"შეძენა, ""წუნი""",3110,,1e5,USD,2.7150,',
      ),
    );
    expect(items).toEqual([
      {
        transaction: 'T1',
        from: 2,
        to: 4,
        lines: [2, 4],
        draft: {
          date: '2026-01-05',
          description: 'შეძენა, "წუნი"',
          entries: [
            {
              accountCode: '1610',
              debit: ' 100.0 ',
              credit: null,
              currency: 'USD',
              exchangeRate: '2.7150',
              description: 'two\nlines',
            },
            {
              accountCode: '3110',
              debit: null,
              credit: '1e5',
              currency: 'USD',
              exchangeRate: '2.7150',
              description: null,
            },
          ],
        },
      },
    ]);
  });

  it.each([
    ['a byte order mark', `\uFEFF${journal(...sale('T1'))}`],
    ['line ends of Windows', journal(...sale('T1')).replaceAll('\n', '\r\n')],
    ['no line break at its end', journal(...sale('T1')).slice(0, -1)],
    ['blank lines', journal('', ...sale('T1'), '', '')],
  ])('may have %s', async (_case, content) => {
    const items = await read(content);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ transaction: 'T1', draft: { entries: [{ description: null }, {}] } });
  });

  it('may have its columns in another order', async () => {
    const items = await read(
      'credit,debit,account,date,description,transaction,entry_description,exchange_rate,currency\n' +
        ',5.00,1110,2026-01-05,d,T1,,,\n5.00,,6110,2026-01-05,d,T1,,,\n',
    );
    expect(items).toMatchObject([
      { transaction: 'T1', draft: { entries: [{ accountCode: '1110', debit: '5.00' }, { credit: '5.00' }] } },
    ]);
  });

  it.each([
    ['a missing column', journal().replace('exchange_rate,', ''), 'exchange_rate', /the column is missing/],
    ['semicolons', journal().replaceAll(',', ';'), 'transaction', /missing \(columns are parted by commas\)/],
    ['an unknown column', `${HEADER},vat\n`, 'vat', /no such column/],
    ['a column twice', `${HEADER},debit\n`, 'debit', /no such column, or has it once/],
    ['nothing in it', '', 'file', /the file is empty/],
    ['no header', sale('T1').join('\n'), 'transaction', /the column is missing/],
  ])('is refused as a whole for %s, which is named', async (_case, content, field, message) => {
    await expect(read(content)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field },
      message: expect.stringMatching(message) as unknown,
    });
  });

  it('is refused as a whole when a line is not UTF-8, and the line is named', async () => {
    const lines = Buffer.from(journal(...sale('T1'), ...sale('T2')));
    const broken = Buffer.concat([lines.subarray(0, -3), Buffer.from([0xff, 0xfe]), Buffer.from(',\n')]);
    await expect(read(broken)).rejects.toThrow(/line 5 is not UTF-8/);
    await expect(read(Buffer.from(journal(...sale('T1')), 'utf16le'))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('a fault in a journal file', () => {
  it('of a torn last line refuses its transaction and no other', async () => {
    const torn = journal(...sale('T1'), ...sale('T2')).slice(0, -5);
    expect(brief(await read(torn))).toEqual([
      'T1 2-3 ok',
      'T2 4-5 at 5: line 5: the file ends in the middle of this line (6 fields where the header has 9)',
    ]);
  });

  it('of a last line torn inside quotes is seen too', async () => {
    const torn = `${journal(...sale('T1'))}T2,2026-01-05,"სარ`;
    expect(brief(await read(torn))).toEqual([
      'T1 2-3 ok',
      'T2 4-4 at 4: line 4: the file ends in the middle of this line',
    ]);
  });

  it('of a wrong number of fields names the line', async () => {
    const [first = '', second = ''] = sale('T2');
    expect(brief(await read(journal(...sale('T1'), first, `${second},`, ...sale('T3'))))).toEqual([
      'T1 2-3 ok',
      'T2 4-5 at 5: line 5: 10 fields where the header has 9',
      'T3 6-7 ok',
    ]);
  });

  it('of a stray quote costs one transaction, not the rest of the file', async () => {
    const unclosed = 'T2,2026-01-05,"ქირა,1110,5.00,,,,';
    const midway = 'T4,2026-01-05,ქი"რა,1110,5.00,,,,';
    const after = 'T6,2026-01-05,"ქირა"!,1110,5.00,,,,';
    expect(
      brief(
        await read(
          journal(...sale('T1'), unclosed, ...sale('T3'), midway, ...sale('T5'), after, ...sale('T7')),
        ),
      ),
    ).toEqual([
      'T1 2-3 ok',
      'T2 4-4 at 4: line 4: a quote that is never closed',
      'T3 5-6 ok',
      'T4 7-7 at 7: line 7: a stray quote in field 3',
      'T5 8-9 ok',
      'T6 10-10 at 10: line 10: text after the closing quote of field 3',
      'T7 11-12 ok',
    ]);
  });

  it('that hides which transaction a line is of refuses both neighbours, since either may lack it', async () => {
    const items = brief(await read(journal(...sale('T1'), 'rubbish', ...sale('T2'), ...sale('T3'))));
    expect(items).toEqual([
      '? 4-4 at 4: line 4: 1 fields where the header has 9',
      'T1 2-3 at 4: line 4: it cannot be read and may be part of this transaction',
      'T2 5-6 at 4: line 4: it cannot be read and may be part of this transaction',
      'T3 7-8 ok',
    ]);
  });

  it('of lines of one transaction standing apart refuses every part of it', async () => {
    const [first = '', second = ''] = sale('T1');
    expect(brief(await read(journal(first, ...sale('T2'), second)))).toEqual([
      'T1 2-2 at 2: transaction: the lines of the transaction are not together: they begin at lines 2, 5',
      'T2 3-4 ok',
      'T1 5-5 at 5: transaction: the lines of the transaction are not together: they begin at lines 2, 5',
    ]);
  });

  it.each([
    ['date', ['T1,2026-01-05,d,1110,5.00,,,,', 'T1,2026-01-06,d,6110,,5.00,,,']],
    ['description', ['T1,2026-01-05,d,1110,5.00,,,,', 'T1,2026-01-05,D,6110,,5.00,,,']],
  ])('of another %s inside a transaction names the line and the column', async (column, lines) => {
    const [item] = await read(journal(...lines));
    expect(item).toMatchObject({ line: 3, error: { code: 'BAD_USER_INPUT', details: { field: column } } });
  });

  it('of a line without a transaction names the column', async () => {
    const [item] = await read(journal(',2026-01-05,d,1110,5.00,,,,'));
    expect(item).toMatchObject({ transaction: null, line: 2, error: { details: { field: 'transaction' } } });
  });
});

describe('reading and writing', () => {
  it('agree with csv-parse on any fields', () => {
    const field = fc.string({
      unit: fc.constantFrom('a', 'ა', '"', ',', '\n', '\r', ' ', ';', '€'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(field, { minLength: 2, maxLength: 9 }), (fields) => {
        const text = formatRecord(fields);
        expect(parseRecord(text)).toEqual({ kind: 'fields', fields });
        expect(parse(text, { record_delimiter: '\u0000' })).toEqual([fields]);
      }),
      { numRuns: 500 },
    );
  });

  it('bring a generated year back as it was, in memory that does not grow with the file', async () => {
    const options = { seed: 5, transactions: 3_000, from: '2025-01-01', to: '2025-12-31' };
    const text = [journalHeader()];
    for (const { index, draft } of generateJournal(options)) text.push(journalLines(`G${index}`, draft));
    const path = fileOf(text.join(''));
    const survey = await surveyJournal(path);
    expect(survey).toMatchObject({ transactions: 3_000, faults: 0, years: [2025] });
    expect([...survey.currencies.entries()].sort()).toEqual([
      ['EUR', 2],
      ['USD', 2],
    ]);
    const generated = generateJournal(options);
    let largestBatch = 0;
    for await (const items of readJournal(path)) {
      largestBatch = Math.max(largestBatch, items.length);
      for (const item of items) {
        if (isFault(item)) throw item.error;
        expect(withoutNothing(item.draft.entries)).toEqual(
          (generated.next().value as { draft: TransactionDraft } | undefined)?.draft.entries,
        );
      }
    }
    expect(generated.next().done).toBe(true);
    expect(largestBatch).toBeLessThan(2_000);
  });
});

function withoutNothing(entries: readonly object[]): unknown[] {
  return entries.map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null)),
  );
}
