import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { LEDGER_EVENTS } from './catalogue.ts';
import { publishedSchemas } from './json-schema.ts';

const FOLDER = new URL('./schema/', import.meta.url);
const APPROVED = new URL('./approved/', import.meta.url);

interface ApprovedEvent {
  readonly type: keyof typeof LEDGER_EVENTS;
  readonly data: Record<string, unknown>;
}

/** The approved copies, each with the name of its version. */
const approved = readdirSync(APPROVED)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    name: file.replace(/\.json$/, ''),
    event: JSON.parse(readFileSync(new URL(file, APPROVED), 'utf8')) as ApprovedEvent,
  }));

/** The events of the log that version 1 wrote. */
const logged = readFileSync(new URL('log.v1.jsonl', APPROVED), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Record<string, string>)
  .map((row) => ({
    type: row['event_type'],
    aggregateType: row['aggregate_type'],
    aggregateId: row['aggregate_id'],
    version: row['version'],
    data: JSON.parse(row['data'] ?? '') as unknown,
    metadata: JSON.parse(row['metadata'] ?? '') as unknown,
  }));

/** The schemas as they are committed, old versions too, read by a validator that is not ours. */
function committed() {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  for (const file of readdirSync(FOLDER))
    ajv.addSchema(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as AnySchema, file);
  return (name: string, event: unknown): string => {
    const validate = ajv.getSchema(`${name}.json`);
    if (validate === undefined) return `there is no schema ${name}`;
    return validate(event) === true ? '' : ajv.errorsText(validate.errors);
  };
}

describe('the schemas of events', () => {
  it('are committed as the code has them; a changed meaning is a new version with a file of its own', async () => {
    for (const { name, schema } of publishedSchemas())
      await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(`./schema/${name}.json`);
    const names = new Set(readdirSync(FOLDER));
    for (const [type, { version }] of Object.entries(LEDGER_EVENTS))
      for (let old = 1; old <= version; old++) expect(names.has(`${type}.v${old}.json`)).toBe(true);
  });

  it('hold for every approved copy and every event of the old log', () => {
    const fault = committed();
    expect(approved.length).toBe(Object.keys(LEDGER_EVENTS).length);
    for (const { name, event } of approved) expect([name, fault(name, event)]).toEqual([name, '']);
    expect(logged.length).toBeGreaterThan(30);
    for (const event of logged) expect([event, fault(`${event.type ?? ''}.v1`, event)]).toEqual([event, '']);
  });

  it('describe the approved copies whole: a field that they do not tell of is a fault of ours', () => {
    for (const { event } of approved) {
      expect(LEDGER_EVENTS[event.type].data.safeParse(event.data).error?.message).toBeUndefined();
      const more = { ...event.data, unheardOf: true };
      expect(LEDGER_EVENTS[event.type].data.safeParse(more).success).toBe(false);
    }
  });

  it('refuse what is no such event, and allow what a later version may add', () => {
    const fault = committed();
    const posted = approved.find(({ name }) => name === 'TransactionPosted.v1')?.event;
    expect(fault('TransactionPosted.v1', { ...posted, type: 'TransactionDrafted' })).toContain('type');
    const wrong = { ...posted, data: { ...posted?.data, totalGel: -1 } };
    expect(fault('TransactionPosted.v1', wrong)).toContain('totalGel');
    const { entries: _entries, ...without } = posted?.data ?? {};
    expect(fault('TransactionPosted.v1', { ...posted, data: without })).toContain('entries');
    expect(fault('TransactionPosted.v1', { ...posted, data: { ...posted?.data, later: 1 } })).toBe('');
  });
});
