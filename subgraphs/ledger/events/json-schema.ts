import { z } from 'zod';
import { LEDGER_EVENTS, type EventDescription } from './catalogue.ts';

export interface PublishedSchema {
  /** `TransactionPosted.v1`. */
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/**
 * The events as JSON Schemas (draft 2020-12), for programs of others. A schema allows fields that it does not know:
 * a version may gain some, and only a change that would be misunderstood makes a new version.
 */
export function publishedSchemas(): PublishedSchema[] {
  return Object.entries(LEDGER_EVENTS).map(([type, event]) => {
    const name = `${type}.v${event.version}`;
    const schema = z.toJSONSchema(envelope(type, event), {
      target: 'draft-2020-12',
      override: ({ jsonSchema }) => {
        if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      },
    });
    return {
      name,
      schema: {
        $schema: schema.$schema,
        $id: `urn:davtari:event:${name}`,
        title: type,
        description: event.description,
        ...schema,
      },
    };
  });
}

/** An event as the log has it. */
function envelope(type: string, { version, aggregateType, data }: EventDescription<unknown>): z.ZodType {
  return z.strictObject({
    type: z.literal(type),
    aggregateType: z.literal(aggregateType),
    aggregateId: z.uuid(),
    version: z.int().min(1).describe('Version of the aggregate after this event.'),
    data,
    metadata: z.object({
      userId: z.uuid().describe('Who caused it.'),
      eventVersion: version === 1 ? z.literal(1).exactOptional() : z.literal(version),
    }),
  });
}
