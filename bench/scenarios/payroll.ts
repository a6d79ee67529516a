import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { roleUrl } from '#db/roles.ts';
import type { AccountDraft } from '#ledger/ledger.ts';
import { createPayroll } from '#payroll/subgraph.ts';
import type { Bench } from '../bench.ts';
import type { Table } from '../report.ts';
import { startSystem, type System } from '../workload/system.ts';
import { faultsOfMonth, readSlips, type Due } from '../../test/payroll/year/compare.ts';
import {
  enterMonth,
  payMonth,
  runMonth,
  type Asking,
  type Filed,
  type Office,
} from '../../test/payroll/year/live.ts';
import { MONTHS, peopleOfYear, YEAR } from '../../test/payroll/year/people.ts';
import { noMemory, recompute } from '../../test/payroll/year/recompute.ts';

const PEOPLE = 5_000;
const MEGABYTE = 2 ** 20;
const CHART: readonly AccountDraft[] = [
  ...(['1210', '1430'] as const).map((code) => account(code, 'ASSET')),
  ...(['3130', '3160', '3190', '3320', '3371', '3372'] as const).map((code) => account(code, 'LIABILITY')),
  ...(['7410', '7415', '7490'] as const).map((code) => account(code, 'EXPENSE')),
];

function account(code: string, type: AccountDraft['type']): AccountDraft {
  return { code, names: { en: code }, type };
}

/**
 * A year of a company of five thousand, by the gateway: each month calculated, approved, posted and paid. All that comes
 * of it is compared with a reckoning of its own, as in the test of the smaller company; that takes no part in the times.
 */
export async function measurePayroll(bench: Bench): Promise<void> {
  const payroll = await createPayroll({
    databaseUrl: roleUrl(bench.server.url, 'payroll'),
    secret: randomBytes(32),
    log: bench.log,
  });
  const system = await startSystem(bench, {}, [
    { runtime: payroll, sdl: 'subgraphs/payroll/generated/subgraph.graphql' },
  ]);
  try {
    await payTheYear(bench, system);
  } finally {
    await system.close();
    await payroll.close();
  }
}

async function payTheYear(bench: Bench, system: System): Promise<void> {
  const companyId = uuidv7();
  const keeper = { companyId, userId: uuidv7() };
  const office: Office = {
    keeper: await asking(system, keeper),
    approver: await asking(system, { companyId, userId: uuidv7() }),
    atOnce: 32,
  };
  for (const year of [YEAR, YEAR + 1]) await bench.ledger.ensureFiscalYear(keeper, year);
  await bench.ledger.openAccounts(keeper, CHART);
  const people = peopleOfYear(PEOPLE);
  const memories = new Map(people.map(({ number }) => [number, noMemory()]));
  const filed = new Map<string, Filed>();
  const rows: Table['rows'][number][] = [];
  let faults = 0;
  for (const month of MONTHS) {
    bench.tell(`payroll, month ${String(month)} of ${String(PEOPLE)} people`);
    await enterMonth(office, people, month, filed);
    await bench.settle();
    const peak = watchMemory();
    const stop = bench.meter();
    const run = await runMonth(office, month);
    const cpu = stop();
    const rss = peak();
    const slips = await readSlips(office.keeper, run.id);
    const owed = slips.filter(({ netToPay }) => netToPay !== '0.00').map(({ employee }) => employee.id);
    const began = performance.now();
    const files = await payMonth(office, run, owed);
    const paid = (performance.now() - began) / 1000;
    const due = people.flatMap((person): Due[] => {
      const pay = recompute(person, month, memories.get(person.number) ?? noMemory());
      return pay === null ? [] : [{ person, pay }];
    });
    const fetching = (link: string): Promise<Buffer> => fetched(system, link);
    const found = await faultsOfMonth({ keeper: office.keeper, fetching }, run, slips, files, due);
    faults += found.length;
    for (const fault of found.slice(0, 3)) bench.tell(fault);
    bench.tell(
      `calculated in ${run.seconds.calculated.toFixed(1)} s, posted in ${run.seconds.posted.toFixed(1)} s, paid in ${paid.toFixed(1)} s, ${rss.toFixed(0)} MB, ${String(found.length)} faults`,
    );
    rows.push({
      month: `${String(YEAR)}-${String(month).padStart(2, '0')}`,
      employees: run.employees,
      calculated: run.seconds.calculated,
      posted: run.seconds.posted,
      paid,
      steps: new Set(run.progress).size,
      node: cpu.node,
      postgres: cpu.postgres,
      foreign: cpu.foreign,
      rss,
      faults: found.length,
    });
  }
  bench.tables.push({
    title: `a year of ${String(PEOPLE)} employees: joiners, leavers, raises, leave, sickness, benefits, reliefs`,
    columns: [
      { key: 'month', heading: 'month' },
      { key: 'employees', heading: 'payslips', digits: 0 },
      { key: 'calculated', heading: 'calculated s', digits: 2 },
      { key: 'posted', heading: 'posted s', digits: 2 },
      { key: 'paid', heading: 'paid s', digits: 2 },
      { key: 'steps', heading: 'steps seen', digits: 0 },
      { key: 'node', heading: 'node cores', digits: 2 },
      { key: 'postgres', heading: 'PG cores', digits: 2 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
      { key: 'rss', heading: 'peak RSS MB', digits: 0 },
      { key: 'faults', heading: 'faults', digits: 0 },
    ],
    rows,
    notes: [
      'posted: approved by another person, and until the ledger has answered; paid: two bank files, settled 500 at a time',
      'faults: what payslips, ledger, bank file, Form 30 or register say otherwise than a reckoning of its own',
      'RSS is that of the whole Node process, gateway, ledger and benchmark included',
    ],
  });
  const most = (key: 'calculated' | 'posted' | 'paid' | 'rss'): number =>
    Math.max(...rows.map((row) => Number(row[key])));
  bench.goals.push(
    {
      what: `the dearest month of ${String(PEOPLE)} employees, calculated, posted and paid`,
      relation: '≤',
      wanted: 30,
      actual: most('calculated') + most('posted') + most('paid'),
      unit: 's',
    },
    { what: 'amounts of the year that do not agree', relation: '≤', wanted: 0, actual: faults, unit: '' },
  );
}

/** The most memory that the process had, in MB, looked at now and then. */
function watchMemory(): () => number {
  let most = process.memoryUsage().rss;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  return () => {
    clearInterval(timer);
    return Math.max(most, process.memoryUsage().rss) / MEGABYTE;
  };
}

async function asking(system: System, actor: Parameters<System['tokenFor']>[0]): Promise<Asking> {
  const token = await system.tokenFor(actor, 'admin');
  return {
    async query<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
      const response = await fetch(`${system.gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data?: Data | null; errors?: unknown };
      if (errors !== undefined || data === undefined || data === null)
        throw new Error(`Refused: ${JSON.stringify(errors)}`);
      return data;
    },
  };
}

async function fetched(system: System, link: string): Promise<Buffer> {
  const response = await fetch(system.gateway.url + link);
  if (response.status !== 200) throw new Error(`${link} answered ${String(response.status)}`);
  return Buffer.from(await response.arrayBuffer());
}
