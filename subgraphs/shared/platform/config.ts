import { resolve } from 'node:path';
import { z } from 'zod';

/** What is allowed when nothing else is said: ten failures of an account in a quarter of an hour. */
export const DEFAULT_ATTEMPTS: AttemptSettings = { perAccount: 10, perAddress: 100, seconds: 15 * 60 };

/**
 * The only file that reads `process.env`. Every setting is parsed once, at start, and a wrong one stops the
 * process with its name.
 */
const schema = z.object({
  /** Port of the gateway; 0 lets the system choose. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** URL of PostgreSQL as the owner of the database; without it the embedded server is started. */
  DATABASE_URL: z.url().optional(),
  /** URL of Redis; without it everything Redis would do happens in process. */
  REDIS_URL: z.url().optional(),
  /** About so many of the newest posted events are kept in the Redis stream of each company. */
  STREAM_EVENTS: z.coerce.number().int().positive().default(10_000),
  /** Folder of the embedded database and of generated keys. */
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Passwords of the subgraphs' database roles are derived from this secret when it is given. */
  DATABASE_ROLE_SECRET: z.string().min(16).optional(),
  /** JSON Web Key (private, EdDSA) that signs access tokens; a file in DATA_DIR is made without it. */
  ACCESS_TOKEN_KEY_FILE: z.string().optional(),
  /** JSON Web Key (private, EdDSA) by which the gateway vouches for callers to subgraphs. */
  GATEWAY_KEY_FILE: z.string().optional(),
  /** JSON Web Key (symmetric) that seals secrets in the database, for example those of second factors. */
  SECRETS_KEY_FILE: z.string().optional(),
  /** Failed sign-ins that an account and a client's address may have within so many seconds. */
  ATTEMPTS_PER_ACCOUNT: z.coerce.number().int().positive().default(DEFAULT_ATTEMPTS.perAccount),
  ATTEMPTS_PER_ADDRESS: z.coerce.number().int().positive().default(DEFAULT_ATTEMPTS.perAddress),
  ATTEMPTS_SECONDS: z.coerce.number().int().positive().default(DEFAULT_ATTEMPTS.seconds),
  ACCESS_TOKEN_SECONDS: z.coerce
    .number()
    .int()
    .positive()
    .default(30 * 60),
  REFRESH_TOKEN_SECONDS: z.coerce
    .number()
    .int()
    .positive()
    .default(7 * 24 * 60 * 60),
  /** Issuer and audience of access tokens. */
  TOKEN_ISSUER: z.string().default('davtari'),
  TOKEN_AUDIENCE: z.string().default('davtari-api'),
  /** Origins that browsers may call from, separated by commas. */
  CORS_ORIGINS: z.string().default(''),
  /** Requests a minute and an hour that one user may make; operations that ask the tax subgraph have the second pair. */
  RATE_PER_MINUTE: z.coerce.number().int().positive().default(1_000),
  RATE_PER_HOUR: z.coerce.number().int().positive().default(10_000),
  TAX_RATE_PER_MINUTE: z.coerce.number().int().positive().default(500),
  TAX_RATE_PER_HOUR: z.coerce.number().int().positive().default(5_000),
  /** Companies that one user may found in a day. */
  COMPANIES_PER_DAY: z.coerce.number().int().positive().default(20),
  /** Highest cost of one operation, in the units that `extensions.cost` tells. */
  COST_LIMIT: z.coerce.number().int().positive().default(10_000),
  /** Seconds that one answer may take. */
  REQUEST_TIMEOUT_SECONDS: z.coerce.number().positive().default(30),
  /** Open WebSockets of a gateway and from one address, and how many one address may open in a minute. */
  SOCKETS_TOTAL: z.coerce.number().int().positive().default(10_000),
  SOCKETS_PER_ADDRESS: z.coerce.number().int().positive().default(500),
  SOCKETS_OPENED_PER_MINUTE: z.coerce.number().int().positive().default(600),
  /** Bearer token for `/metrics`; without it only callers of this machine may read them. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /**
   * Ids of at most ten companies, separated by commas, whose account balances `/metrics` shows. They are seen by whoever
   * may read the metrics, so by default there are none.
   */
  METRICS_COMPANIES: z.string().default(''),
  /** Operations that take longer are told to the log as slow. */
  SLOW_OPERATION_MS: z.coerce.number().positive().default(1_000),
  /** Where traces are sent by OTLP over HTTP, as `http://host:4318`; without it there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** Share of requests that are traced, when they are. */
  OTEL_TRACES_SAMPLE_RATIO: z.coerce.number().min(0).max(1).default(1),
  /** True behind a proxy of one's own: the address of a client is then what `X-Forwarded-For` says. */
  TRUST_PROXY: z.stringbool().default(false),
  /** File of the composed supergraph; without it the one of this version. SIGHUP makes the gateway look at it. */
  SUPERGRAPH_FILE: z.string().optional(),
  /** Seconds after which the gateway looks at the supergraph's file again by itself; 0 for never. */
  SUPERGRAPH_POLL_SECONDS: z.coerce.number().nonnegative().default(0),
  /** Takes another supergraph over even when registered operations of partners break by it. */
  SUPERGRAPH_MAY_BREAK_OPERATIONS: z.stringbool().default(false),
  /** Seconds for which a part that is told to stop still answers, while it says that it is not ready. */
  DRAIN_SECONDS: z.coerce.number().nonnegative().default(0),
  /** Seconds for which a subgraph's process that failed five times in a row is left alone. */
  BREAKER_OPEN_SECONDS: z.coerce.number().positive().default(60),
  /** Addresses of RS.ge, where others than its own are to be asked: those of a simulator. */
  RS_GE_EAPI_URL: z.url().optional(),
  RS_GE_NTOS_URL: z.url().optional(),
  RS_GE_WAYBILLS_URL: z.url().optional(),
  /**
   * Sign-in of a single company at RS.ge, or the file that holds it, as JSON: `{"companyId":"…","channel":"EAPI",
   * "userName":"…","password":"…"}` or `{"companyId":"…","channel":"NTOS","serviceUser":"…","servicePassword":"…","tin":"…"}`.
   * Other companies give theirs by `setRsGeCredentials`.
   */
  RS_GE_CREDENTIALS: z.string().optional(),
  RS_GE_CREDENTIALS_FILE: z.string().optional(),
  /**
   * Where official exchange rates are fetched from once an hour: `https://nbg.gov.ge/gw/api/ct/monetarypolicy/currencies`.
   * Without it nobody is asked; `davtari rates` asks once, or takes rates from a file.
   */
  NBG_RATES_URL: z.url().optional(),
  /** Subgraphs to call over HTTP, as `ledger=http://…,identity=http://…`; processes of one separated by `|`. */
  SUBGRAPH_URLS: z.string().default(''),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly streamEvents: number;
  readonly dataDir: string;
  readonly logLevel: z.infer<typeof schema>['LOG_LEVEL'];
  readonly databaseRoleSecret: string | undefined;
  readonly accessTokenKeyFile: string;
  readonly gatewayKeyFile: string;
  readonly secretsKeyFile: string;
  readonly attempts: AttemptSettings;
  readonly accessTokenSeconds: number;
  readonly refreshTokenSeconds: number;
  readonly tokenIssuer: string;
  readonly tokenAudience: string;
  readonly corsOrigins: readonly string[];
  readonly rates: RateSettings;
  readonly companiesPerDay: number;
  readonly costLimit: number;
  readonly requestTimeoutSeconds: number;
  readonly sockets: {
    readonly total: number;
    readonly perAddress: number;
    readonly openedPerMinute: number;
  };
  readonly metricsToken: string | undefined;
  readonly metricsCompanies: readonly string[];
  readonly slowOperationMs: number;
  readonly tracing: TracingSettings | undefined;
  readonly trustProxy: boolean;
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly supergraph: {
    readonly file: string | undefined;
    /** Undefined for never. */
    readonly pollMs: number | undefined;
    readonly mayBreak: boolean;
  };
  readonly rsGe: {
    readonly eapiUrl: string | undefined;
    readonly ntosUrl: string | undefined;
    readonly waybillsUrl: string | undefined;
    readonly credentials: string | undefined;
    readonly credentialsFile: string | undefined;
  };
  readonly nbgRatesUrl: string | undefined;
  readonly drainMs: number;
  readonly breakerOpenMs: number;
}

/** How many failed sign-ins there may be within a time. */
export interface AttemptSettings {
  readonly perAccount: number;
  readonly perAddress: number;
  readonly seconds: number;
}

/** Where traces go, and how many of them. */
export interface TracingSettings {
  readonly endpoint: string;
  /** From 0 for none to 1 for every request. */
  readonly ratio: number;
}

/** How many requests one user may make. */
export interface RateSettings {
  readonly perMinute: number;
  readonly perHour: number;
  readonly taxPerMinute: number;
  readonly taxPerHour: number;
}

/** Parses the settings of this process. Throws with the names of all wrong ones. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Wrong settings:\n  ${faults.join('\n  ')}`);
  }
  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    streamEvents: env.STREAM_EVENTS,
    dataDir,
    logLevel: env.LOG_LEVEL,
    databaseRoleSecret: env.DATABASE_ROLE_SECRET,
    accessTokenKeyFile: resolve(env.ACCESS_TOKEN_KEY_FILE ?? `${dataDir}/keys/access-token.jwk.json`),
    gatewayKeyFile: resolve(env.GATEWAY_KEY_FILE ?? `${dataDir}/keys/gateway.jwk.json`),
    secretsKeyFile: resolve(env.SECRETS_KEY_FILE ?? `${dataDir}/keys/secrets.jwk.json`),
    attempts: {
      perAccount: env.ATTEMPTS_PER_ACCOUNT,
      perAddress: env.ATTEMPTS_PER_ADDRESS,
      seconds: env.ATTEMPTS_SECONDS,
    },
    accessTokenSeconds: env.ACCESS_TOKEN_SECONDS,
    refreshTokenSeconds: env.REFRESH_TOKEN_SECONDS,
    tokenIssuer: env.TOKEN_ISSUER,
    tokenAudience: env.TOKEN_AUDIENCE,
    corsOrigins: list(env.CORS_ORIGINS),
    rates: {
      perMinute: env.RATE_PER_MINUTE,
      perHour: env.RATE_PER_HOUR,
      taxPerMinute: env.TAX_RATE_PER_MINUTE,
      taxPerHour: env.TAX_RATE_PER_HOUR,
    },
    companiesPerDay: env.COMPANIES_PER_DAY,
    costLimit: env.COST_LIMIT,
    requestTimeoutSeconds: env.REQUEST_TIMEOUT_SECONDS,
    sockets: {
      total: env.SOCKETS_TOTAL,
      perAddress: env.SOCKETS_PER_ADDRESS,
      openedPerMinute: env.SOCKETS_OPENED_PER_MINUTE,
    },
    metricsToken: env.METRICS_TOKEN,
    metricsCompanies: companyIds(env.METRICS_COMPANIES),
    slowOperationMs: env.SLOW_OPERATION_MS,
    tracing:
      env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
        ? undefined
        : { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT, ratio: env.OTEL_TRACES_SAMPLE_RATIO },
    trustProxy: env.TRUST_PROXY,
    supergraph: {
      file: env.SUPERGRAPH_FILE === undefined ? undefined : resolve(env.SUPERGRAPH_FILE),
      pollMs: env.SUPERGRAPH_POLL_SECONDS === 0 ? undefined : env.SUPERGRAPH_POLL_SECONDS * 1_000,
      mayBreak: env.SUPERGRAPH_MAY_BREAK_OPERATIONS,
    },
    rsGe: {
      eapiUrl: env.RS_GE_EAPI_URL,
      ntosUrl: env.RS_GE_NTOS_URL,
      waybillsUrl: env.RS_GE_WAYBILLS_URL,
      credentials: env.RS_GE_CREDENTIALS,
      credentialsFile: env.RS_GE_CREDENTIALS_FILE,
    },
    nbgRatesUrl: env.NBG_RATES_URL,
    drainMs: env.DRAIN_SECONDS * 1_000,
    breakerOpenMs: env.BREAKER_OPEN_SECONDS * 1_000,
    subgraphUrls: new Map(
      list(env.SUBGRAPH_URLS).map((pair) => {
        const at = pair.indexOf('=');
        if (at < 1) throw new Error(`Wrong settings:\n  SUBGRAPH_URLS: ${pair} is not name=url`);
        return [pair.slice(0, at), pair.slice(at + 1)] as const;
      }),
    ),
  };
}

/**
 * The constructor of Apollo's gateway reports to its maker over the network unless this variable says no; it takes no
 * other setting for it.
 */
export function switchOffVendorTelemetry(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
}

const MOST_SHOWN_COMPANIES = 10;

function companyIds(text: string): readonly string[] {
  const ids = list(text);
  const isGood = ids.length <= MOST_SHOWN_COMPANIES && ids.every((id) => z.guid().safeParse(id).success);
  if (!isGood)
    throw new Error(`Wrong settings:\n  METRICS_COMPANIES: at most ${MOST_SHOWN_COMPANIES} ids of companies`);
  return ids;
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
