import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAY_CHART, payrollOf } from '#test/payroll.ts';
import { printedText } from '#test/printed-text.ts';
import { startSystem, type System } from '#test/system.ts';
import { balances, faultsOfMonth, readSlips, type Due } from '../payroll/year/compare.ts';
import {
  enterMonth,
  gel,
  payMonth,
  runMonth,
  type Filed,
  type Office,
  type PaidRun,
} from '../payroll/year/live.ts';
import { MONTHS, peopleOfYear, YEAR, type Tetri } from '../payroll/year/people.ts';
import { noMemory, recompute, type Memory } from '../payroll/year/recompute.ts';

const PEOPLE = 120;

let system: System;
let office: Office;
const people = peopleOfYear(PEOPLE);
const filed = new Map<string, Filed>();
const memories = new Map<string, Memory>(people.map(({ number }) => [number, noMemory()]));
const runs: PaidRun[] = [];
const dues: Due[][] = [];

beforeAll(async () => {
  system = await startSystem({ chart: PAY_CHART, years: [YEAR, YEAR + 1] });
  const { keeper, approver } = await payrollOf(system, system.company(0));
  office = { keeper, approver, atOnce: 8 };
});
afterAll(() => system.close());

async function fetching(link: string): Promise<Buffer> {
  const answer = await fetch(system.url + link);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe('a year of a company', () => {
  it('has people of all kinds', () => {
    const has = (some: (person: (typeof people)[number]) => boolean): number => people.filter(some).length;
    expect(has(({ known }) => known > 1)).toBeGreaterThan(5);
    expect(has(({ end }) => end !== null)).toBeGreaterThan(3);
    expect(has(({ terms }) => terms.some(({ from }) => from.endsWith('-11')))).toBeGreaterThan(5);
    expect(
      has(({ terms }) =>
        terms.some(({ from, known }) => known > Number(from.slice(5, 7)) && from > String(YEAR)),
      ),
    ).toBeGreaterThan(5);
    for (const kind of ['PAID_LEAVE', 'SICK_LEAVE', 'UNPAID_LEAVE'])
      expect(has(({ absences }) => absences.some((one) => one.kind === kind))).toBeGreaterThan(5);
    for (const kind of ['BONUS', 'OVERTIME', 'BENEFIT_IN_KIND', 'DEDUCTION', 'ADVANCE', 'COURT_ORDER'])
      expect(has(({ components }) => components.some((one) => one.kind === kind))).toBeGreaterThan(1);
    expect(has(({ isInScheme }) => !isInScheme)).toBeGreaterThan(5);
    expect(has(({ relief }) => relief !== null)).toBeGreaterThan(5);
    expect(has(({ terms }) => terms[0]?.basis === 'NET')).toBeGreaterThan(5);
  });

  it.each(MONTHS)(
    'pays month %i: payslips, ledger, bank file, Form 30 and register are what is due, to the tetri',
    async (month) => {
      await enterMonth(office, people, month, filed);
      const run = await runMonth(office, month);
      const slips = await readSlips(office.keeper, run.id);
      const owed = slips.filter(({ netToPay }) => netToPay !== '0.00').map(({ employee }) => employee.id);
      const files = await payMonth(office, run, owed);
      const due = people.flatMap((person): Due[] => {
        const pay = recompute(person, month, memories.get(person.number) ?? noMemory());
        return pay === null ? [] : [{ person, pay }];
      });
      expect(run.employees).toBe(due.length);
      expect(await faultsOfMonth({ keeper: office.keeper, fetching }, run, slips, files, due)).toEqual([]);
      runs.push(run);
      dues.push(due);
    },
  );

  it('prints each payslip of a month on a page of its own, with what is paid out', async () => {
    const [run, due] = [runs[11], dues[11]];
    const { payslipsFile } = await office.keeper.query<{ payslipsFile: { url: string } }>(
      `{ payslipsFile(runId: "${String(run?.id)}", language: EN) { url } }`,
    );
    const pages = await printedText(await fetching(payslipsFile.url));
    expect(pages).toHaveLength(due?.length ?? 0);
    for (const { person, pay } of due ?? []) {
      const page = pages.find((text) => text.includes(person.personalNumber));
      for (const amount of [pay.gross, pay.incomeTax, pay.netToPay])
        expect(page).toContain(gel(amount).replace(/\B(?=(\d{3})+(?=\.))/g, ','));
    }
  });

  it('leaves in the books what is owed to the State and nothing to the people', async () => {
    const sum = (name: 'incomeTax' | 'employeePension' | 'netToPay' | 'gross'): Tetri =>
      dues.flat().reduce((total, { pay }) => total + pay[name], 0n);
    // The ledger answers each settlement a moment later.
    await expect.poll(async () => (await balances(office.keeper)).get('3130'), { timeout: 20_000 }).toBe(0n);
    const closing = await balances(office.keeper);
    expect(closing.get('1210')).toBe(-sum('netToPay'));
    expect(closing.get('3320')).toBe(-sum('incomeTax'));
    expect(closing.get('3371')).toBe(-sum('employeePension'));
    expect(closing.get('7410')).toBe(sum('gross'));
  });
});
