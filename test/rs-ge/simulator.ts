import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { BROKEN, EApi, EXPIRED } from './eapi.ts';
import { fault, Ntos, serviceUserOf } from './ntos.ts';
import { seededRandom } from './random.ts';
import { Registry, type SimulatedUser } from './registry.ts';
import { FAULTS, type Fault, type Trouble } from './trouble.ts';
import { WayBills } from './waybills.ts';

/**
 * A simulated RS.ge: its interfaces over real HTTP, with the states, refusals and misspellings that public sources tell
 * of, and with trouble on demand. It is not RS.ge, and what it accepts RS.ge may refuse.
 */
export interface Simulator {
  /** Address of the JSON interface. */
  readonly eapiUrl: string;
  /** Address of the SOAP service of tax invoices. */
  readonly ntosUrl: string;
  /** Address of the SOAP service of waybills. */
  readonly waybillsUrl: string;
  readonly registry: Registry;
  readonly eapi: EApi;
  readonly waybills: WayBills;
  /** May be changed while it runs. */
  readonly trouble: Trouble;
  readonly counted: Counted;
  close(): Promise<void>;
}

export interface Counted {
  calls: number;
  /** Calls of one user that came sooner after the last than is asked for. */
  tooFast: number;
  readonly faults: Record<Fault, number>;
  readonly byAction: Record<string, number>;
}

export interface SimulatorOptions {
  readonly users: readonly SimulatedUser[];
  readonly port?: number;
  readonly seed?: number;
  readonly trouble?: Partial<Trouble>;
  readonly tokenSeconds?: number;
  readonly saveMs?: number;
  readonly isIdempotent?: boolean;
  /** The pause that is asked of one user between two calls. */
  readonly paceMs?: number;
  /** How long an ordinary answer takes. */
  readonly answerMs?: number;
}

export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { users, paceMs = 300, answerMs = 0 } = options;
  const registry = new Registry(users);
  const eapi = new EApi(registry, {
    tokenSeconds: options.tokenSeconds ?? 2_400,
    saveMs: options.saveMs ?? 0,
    isIdempotent: options.isIdempotent ?? true,
  });
  const ntos = new Ntos(registry);
  const waybills = new WayBills(users, (id) => registry.invoices.get(id));
  const trouble: Trouble = { probability: 0, kinds: FAULTS, within: '', lateMs: 1_000, ...options.trouble };
  const random = seededRandom(options.seed ?? 1);
  const counted: Counted = {
    calls: 0,
    tooFast: 0,
    faults: Object.fromEntries(FAULTS.map((kind) => [kind, 0])) as Record<Fault, number>,
    byAction: {},
  };
  const lastCall = new Map<string, number>();

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A defect of the simulator must not look like trouble that was asked for.
      response.destroy();
      process.emitWarning(error instanceof Error ? error : String(error));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrived = performance.now();
    const isWaybills = request.url?.startsWith('/WayBillService/') === true;
    const isSoap = isWaybills || request.url?.startsWith('/ntosservice/') === true;
    const body = await textOf(request);
    const action = isSoap
      ? ((request.headers['soapaction'] as string | undefined) ?? '')
      : (request.url ?? '').slice(1);
    const token = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    count(action, (isSoap ? serviceUserOf(body) : eapi.userOf(token)?.userName) ?? '', arrived);
    if (answerMs > 0) await delay(answerMs);

    const drawn = draw(isSoap, action);
    const work = (): { readonly status: number; readonly type: string; readonly text: string } => {
      if (isSoap) {
        const { status, xml } = (isWaybills ? waybills : ntos).answer(action, body);
        return { status, type: 'text/xml; charset=utf-8', text: xml };
      }
      return asJson(eapi.answer(action, parsed(body), token));
    };
    switch (drawn) {
      case undefined:
        send(response, work());
        return;
      case 'cutBefore':
        response.destroy();
        return;
      case 'lostAnswer':
        work();
        response.destroy();
        return;
      case 'lateAnswer': {
        const late = work();
        await delay(trouble.lateMs);
        send(response, late);
        return;
      }
      case 'lateWork': {
        await delay(trouble.lateMs);
        send(response, work());
        return;
      }
      case 'brokenBefore':
        send(response, broken(isSoap));
        return;
      case 'brokenAfter':
        work();
        send(response, broken(isSoap));
        return;
      case 'garbage':
        work();
        send(response, { status: 200, type: 'text/html', text: '<html><body>Runtime Error' });
        return;
      case 'unavailable':
        send(response, { status: 503, type: 'text/plain', text: 'Service Unavailable' });
        return;
      case 'expired':
        eapi.expireAll();
        send(response, asJson(EXPIRED));
    }
  }

  function count(action: string, user: string, at: number): void {
    counted.calls += 1;
    counted.byAction[action] = (counted.byAction[action] ?? 0) + 1;
    const last = lastCall.get(user);
    if (user !== '' && last !== undefined && at - last < paceMs) counted.tooFast += 1;
    lastCall.set(user, at);
  }

  function draw(isSoap: boolean, action: string): Fault | undefined {
    if (!action.includes(trouble.within) || random() >= trouble.probability) return undefined;
    // There is no sign-in to expire in the SOAP service, nor while one signs in.
    const possible = trouble.kinds.filter(
      (kind) => kind !== 'expired' || !(isSoap || action.startsWith('Users/')),
    );
    // One of those that were the rarest so far: a storm of some dozens of faults has them all.
    const fewest = Math.min(...possible.map((kind) => counted.faults[kind]));
    const rarest = possible.filter((kind) => counted.faults[kind] === fewest);
    const kind = rarest[Math.floor(random() * rarest.length)];
    if (kind === undefined) return undefined;
    counted.faults[kind] += 1;
    return kind;
  }

  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    eapiUrl: `http://127.0.0.1:${String(port)}`,
    ntosUrl: `http://127.0.0.1:${String(port)}/ntosservice/ntosservice.asmx`,
    waybillsUrl: `http://127.0.0.1:${String(port)}/WayBillService/WayBillService.asmx`,
    registry,
    eapi,
    waybills,
    trouble,
    counted,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function broken(isSoap: boolean): { readonly status: number; readonly type: string; readonly text: string } {
  if (!isSoap) return asJson(BROKEN);
  const { status, xml } = fault(
    'soap:Server',
    'Server was unable to process request. ---> ORA-00060: deadlock',
  );
  return { status, type: 'text/xml; charset=utf-8', text: xml };
}

function asJson(reply: object): { readonly status: number; readonly type: string; readonly text: string } {
  return { status: 200, type: 'application/json; charset=utf-8', text: JSON.stringify(reply) };
}

function send(
  response: ServerResponse,
  { status, type, text }: { readonly status: number; readonly type: string; readonly text: string },
): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': type });
  response.end(text);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(body === '' ? '{}' : body);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
