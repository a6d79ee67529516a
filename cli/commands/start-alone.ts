import { startTracing } from '#shared/platform/tracing.ts';
import { EXIT } from '#cli/exit.ts';
import { untilAborted } from '#cli/signals.ts';
import type { CommandContext } from './context.ts';
import { startPart, type SystemPart } from './start-part.ts';
import { StopList } from './stop-list.ts';

/** `davtari start --only <part>`: one part of the system in this process, until a signal ends it. */
export async function runStartAlone(
  { only, port }: { readonly only: SystemPart; readonly port?: number },
  context: CommandContext,
): Promise<number> {
  const { config, output, signal } = context;
  const stops = new StopList();
  try {
    stops.add(await startTracing(config.tracing, only));
    const url = await startPart(only, port, context, stops);
    output.result({ part: only, url }, `Davtari's ${only} is ready: ${url}`);
    await untilAborted(signal);
  } finally {
    await stops.run();
  }
  return EXIT.ok;
}
