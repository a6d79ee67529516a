import type { GatewayOptions } from '#gateway/gateway.ts';
import type { Config } from '#shared/platform/config.ts';
import type { Logger } from '#shared/platform/log.ts';
import { openRedis, type Redis } from '#shared/platform/redis.ts';
import type { StopList } from './stop-list.ts';
import { supergraphText } from './supergraph-file.ts';

/** What the settings say about a gateway, wherever its subgraphs are. */
export function gatewaySettings(
  config: Config,
  redis: Redis | undefined,
): Pick<
  GatewayOptions,
  | 'tokens'
  | 'rates'
  | 'costLimit'
  | 'timeoutMs'
  | 'trustProxy'
  | 'sockets'
  | 'metricsToken'
  | 'slowOperationMs'
  | 'redis'
  | 'reload'
  | 'drainMs'
  | 'sources'
> {
  return {
    tokens: { issuer: config.tokenIssuer, audience: config.tokenAudience },
    rates: config.rates,
    costLimit: config.costLimit,
    timeoutMs: config.requestTimeoutSeconds * 1_000,
    trustProxy: config.trustProxy,
    sockets: config.sockets,
    metricsToken: config.metricsToken,
    slowOperationMs: config.slowOperationMs,
    redis,
    reload: {
      read: () => supergraphText(config),
      mayBreak: config.supergraph.mayBreak,
      ...(config.supergraph.pollMs === undefined ? {} : { pollMs: config.supergraph.pollMs }),
    },
    drainMs: config.drainMs,
    sources: { breaker: { openMs: config.breakerOpenMs } },
  };
}

/** The gateway shares its rates by Redis where there is one. */
export function openRedisIfConfigured(config: Config, log: Logger, stops: StopList): Redis | undefined {
  if (config.redisUrl === undefined) return undefined;
  const redis = openRedis(config.redisUrl, log);
  stops.add(() => {
    redis.disconnect();
    return Promise.resolve();
  });
  return redis;
}
