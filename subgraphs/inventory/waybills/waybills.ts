import type { Database } from '#db/client.ts';
import type { Logger } from '#shared/platform/log.ts';
import { sealingBy } from '#shared/platform/sealing.ts';
import type { InventoryWriter } from '../writer.ts';
import { WaybillConnections, WAYBILLS_AT_RS_GE, type WaybillSettings } from './connections.ts';
import { createDispatcher, type DispatcherOptions } from './dispatch/dispatcher.ts';

export interface WaybillOptions {
  /** What sign-ins are sealed by. */
  readonly secret: Uint8Array;
  /** Another address and other times than those of RS.ge: a simulator has them. */
  readonly settings?: Partial<WaybillSettings>;
  readonly dispatch?: Partial<DispatcherOptions>;
}

/** The options that settings and secret of a process amount to. */
export function waybillOptions(
  secret: Uint8Array,
  { waybillsUrl }: { readonly waybillsUrl: string | undefined },
): WaybillOptions {
  return { secret, ...(waybillsUrl === undefined ? {} : { settings: { url: waybillsUrl } }) };
}

/** The way of this process to RS.ge's waybills. */
export interface Waybills {
  readonly connections: WaybillConnections;
  /** Lets the dispatcher look at once. */
  wake(): void;
  close(): Promise<void>;
}

/** @param dispatches False for whoever gives commands only and leaves the calling to the running system. */
export function openWaybills(
  parts: { readonly database: Database; readonly writer: InventoryWriter; readonly log: Logger },
  options: WaybillOptions,
  dispatches: boolean,
): Waybills {
  const settings: WaybillSettings = { ...WAYBILLS_AT_RS_GE, ...options.settings };
  const connections = new WaybillConnections(parts.database, sealingBy(options.secret, 'waybills'), settings);
  const dispatcher = dispatches
    ? createDispatcher({
        ...parts,
        connections,
        settings: { timeoutMs: settings.timeoutMs },
        ...options.dispatch,
      })
    : null;
  return {
    connections,
    wake: () => dispatcher?.wake(),
    async close() {
      await dispatcher?.close();
      await connections.close();
    },
  };
}
