import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { tracing } from '#shared/platform/tracing.ts';

const done = new WeakSet<GraphQLSchema>();

/** Has the root fields of a subgraph told as spans, from the first operation on that runs while tracing is on. */
export function traceRootFields(schema: GraphQLSchema): void {
  if (tracing() === undefined || done.has(schema)) return;
  done.add(schema);
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const resolve = field.resolve ?? defaultFieldResolver;
      const start = { name: `${type?.name ?? ''}.${field.name}` };
      field.resolve = (source, args, context, info): unknown => {
        const work = (): unknown => resolve(source, args, context, info);
        const tracer = tracing();
        return tracer === undefined ? work() : tracer.within(start, work);
      };
    }
  }
}
