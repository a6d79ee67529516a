import type { Database } from '#db/client.ts';
import { dayBefore } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { EquityChange, Names } from '../mappings/line.ts';
import { readEquityChanges } from '../mappings/queries.ts';
import type { ChartAccount } from '../read-model/chart.ts';
import { sumAccounts, sumFlows, type Sums } from '../read-model/sums.ts';
import { check } from '../statements/checks.ts';
import { equityComponents } from '../statements/equity.ts';
import { inCurrency } from '../statements/rates.ts';
import { readPosition, spanOf, type Sheet } from '../statements/sheet.ts';
import {
  demandCurrency,
  FUNCTIONAL,
  meanRate,
  TRANSLATION,
  translatedAt,
  translatedFlows,
} from '../statements/translate.ts';
import { addTo, groupOf, shareOf, sum, WHOLE, type Across, type LineOfGroup, type Sides } from './columns.ts';
import { sumOfDifferences } from './differences.ts';
import type { ConsolidationGroup } from './groups.ts';
import {
  isIn,
  readGroup,
  since,
  within,
  type Days,
  type Part,
  type Partner,
  type Reach,
  type ReadMember,
} from './members.ts';
import {
  addUpPerformances,
  daysWithin,
  profitOfOthers,
  readPerformanceOf,
  spansFromEve,
  type PerformanceOfGroup,
  type PerformanceOfMember,
} from './performance.ts';
import {
  addUpPositions,
  drawPosition,
  readPositionOf,
  type PositionOfGroup,
  type PositionOfMember,
} from './position.ts';
import { EXTRA, splitEquity } from './position-lines.ts';
import type { GroupFindings } from './statement.ts';
import { splitTranslated, type TranslatedPosition } from './translated-position.ts';

export interface EquityAsked extends Reach, Days {
  readonly compare: Days | null;
  /** The currency that it is shown in. */
  readonly currency: string;
  readonly standard: string;
}

type Named = Names & { readonly code: string };

/** One kind of change of a component, across. */
export interface GroupEquityChange {
  readonly change: Named;
  readonly amount: Across;
}

/** A component of the equity of a group over a span. */
export interface GroupEquityComponent {
  readonly line: Named;
  readonly opening: Across;
  readonly changes: readonly GroupEquityChange[];
  readonly closing: Across;
}

/** The statement of changes in equity of a group. */
export interface GroupEquity extends GroupFindings {
  readonly components: readonly GroupEquityComponent[];
  /** All but what is of non-controlling interests. */
  readonly ofOwners: GroupEquityComponent;
  readonly total: GroupEquityComponent;
}

/** Equity of a member while it was in the group. */
export interface EquityOfMember {
  readonly wasIn: boolean;
  readonly isStillIn: boolean;
  /** Before the first day of the span, or before the day on which the group began to lead it. */
  readonly begin: PositionOfMember;
  /** At the end of its last day within the span. */
  readonly end: PositionOfMember;
  readonly kinds: readonly EquityChange[];
  /** By line of the statement of financial position, then by kind; in the currency that is asked. */
  readonly changes: ReadonlyMap<string, ReadonlyMap<string, Amount>>;
  readonly performance: PerformanceOfMember;
}

/** Changes added up: amounts by component and kind. */
export interface EquityOfGroup extends Sides {
  readonly lines: readonly LineOfGroup[];
  readonly opening: PositionOfGroup;
  readonly closing: PositionOfGroup;
  readonly performance: PerformanceOfGroup;
}

const OPENING = 'OPENING';
const CLOSING = 'CLOSING';
const OBTAINED: Named = {
  code: 'SUBSIDIARIES_OBTAINED',
  nameKa: 'შვილობილი საწარმოების შეძენა',
  nameEn: 'Subsidiaries obtained',
};
const LOST: Named = {
  code: 'SUBSIDIARIES_LOST',
  nameKa: 'შვილობილი საწარმოების გასვლა',
  nameEn: 'Subsidiaries lost',
};
const DIFFERENCE: Named = {
  code: 'INTRAGROUP_DIFFERENCE',
  nameKa: 'შიდაჯგუფური სხვაობა',
  nameEn: 'Intra-group difference',
};
/** Shares of balances are rounded, and so are shares of what changed them: a tetri may lie between. */
const ROUNDING: Named = {
  code: 'ROUNDING',
  nameKa: 'წილების დამრგვალება',
  nameEn: 'Rounding of shares',
};
const OF_GROUPS = [OBTAINED, LOST, DIFFERENCE, ROUNDING, TRANSLATION];
const OF_OWNERS: Named = {
  code: 'EQUITY_OF_OWNERS',
  nameKa: 'მშობელი საწარმოს მესაკუთრეების კაპიტალი',
  nameEn: 'Attributable to owners of the parent',
};
const TOTAL: Named = { code: 'TOTAL_EQUITY', nameKa: 'სულ საკუთარი კაპიტალი', nameEn: 'Total equity' };

const at = (component: string, kind: string): string => `${component} ${kind}`;

/**
 * Changes in equity of a group (IAS 1.106): each component of what is of the owners of the parent, and non-controlling
 * interests, from the opening to the closing balance of the statement of financial position of the group.
 */
export async function groupEquity(
  database: Database,
  group: ConsolidationGroup,
  asked: EquityAsked,
): Promise<GroupEquity> {
  demandCurrency(asked.currency, asked.knownAt);
  const [now = [], before] = await readGroup(
    database,
    group,
    asked,
    // A company that left the day before is equity that goes within the span.
    spansFromEve(asked),
    ({ first, ...column }, member) => daysWithin({ ...column, from: first }, member),
    (sheet, member, { first, to }, partners) =>
      readEquityOf(sheet, member, { from: first, to }, asked, partners),
  );
  const equity = addUpEquity(now);
  const drawn = draw(equity, before === undefined ? null : addUpEquity(before), now[0]?.of.kinds ?? []);
  const others = drawn.components.find(({ line }) => line.code === EXTRA.minority.code);
  const differences = [...equity.performance.differences, ...equity.closing.differences];
  return {
    ...drawn,
    currency: asked.currency,
    members: now.map(({ member, seq }) => ({ ...member, seq })),
    differences,
    checks: [
      check(
        'CHANGES_LEAD_FROM_OPENING_TO_CLOSING',
        drawn.total.closing.group,
        openingAndChanges(drawn.total),
      ),
      check(
        'CHANGES_OF_NON_CONTROLLING_INTERESTS_LEAD_FROM_OPENING_TO_CLOSING',
        others?.closing.group ?? 0n,
        openingAndChanges(others),
      ),
      check('OPENING_EQUALS_FINANCIAL_POSITION', totalEquity(equity.opening), drawn.total.opening.group),
      check('CLOSING_EQUALS_FINANCIAL_POSITION', totalEquity(equity.closing), drawn.total.closing.group),
      check('PROFIT_EQUALS_CONSOLIDATED_PROFIT', equity.performance.profit, profitOf(drawn.total)),
      check(
        'PROFIT_OF_NON_CONTROLLING_INTERESTS_EQUALS_CONSOLIDATED_PROFIT',
        profitOfOthers(equity.performance),
        profitOf(others),
      ),
      check('MEMBERS_AGREE', 0n, sumOfDifferences(differences)),
    ],
  };
}

function openingAndChanges(component: GroupEquityComponent | undefined): Amount {
  if (component === undefined) return 0n;
  return component.opening.group + sum(component.changes.map(({ amount }) => amount.group));
}

function profitOf(component: GroupEquityComponent | undefined): Amount {
  return component?.changes.find(({ change }) => change.code === 'PROFIT')?.amount.group ?? 0n;
}

function totalEquity(position: PositionOfGroup): Amount {
  return groupOf(drawPosition(position), 'TOTAL_EQUITY');
}

/** Components with what changed them; lines and kinds that only a group has where they have an amount. Pure. */
function draw(now: EquityOfGroup, before: EquityOfGroup | null, kinds: readonly EquityChange[]) {
  const extra = new Set<string>(Object.values(EXTRA).map(({ code }) => code));
  const all = [now, ...(before === null ? [] : [before])].flatMap((of) => [...of.members, of.eliminations]);
  const isThere = (lines: readonly Named[], codes: readonly string[]) =>
    lines.some((line) => codes.some((kind) => all.some((of) => (of.get(at(line.code, kind)) ?? 0n) !== 0n)));
  const everyKind = [OPENING, CLOSING, ...[...kinds, ...OF_GROUPS].map(({ code }) => code)];
  const lines = now.lines.filter((line) => !extra.has(line.code) || isThere([line], everyKind));
  const changes: readonly Named[] = [...kinds, ...OF_GROUPS.filter(({ code }) => isThere(now.lines, [code]))];
  const component = (line: Named, parts: readonly Named[]): GroupEquityComponent => {
    const across = (kind: string): Across => {
      const of = (amounts: ReadonlyMap<string, Amount>): Amount =>
        sum(parts.map(({ code }) => amounts.get(at(code, kind)) ?? 0n));
      const groupIn = (sides: Sides): Amount => sum([...sides.members, sides.eliminations].map(of));
      return {
        members: now.members.map(of),
        eliminations: of(now.eliminations),
        group: groupIn(now),
        comparative: before === null ? null : groupIn(before),
      };
    };
    return {
      line,
      opening: across(OPENING),
      changes: changes.map((change) => ({ change, amount: across(change.code) })),
      closing: across(CLOSING),
    };
  };
  return {
    components: lines.map((line) => component(line, [line])),
    ofOwners: component(
      OF_OWNERS,
      lines.filter(({ code }) => code !== EXTRA.minority.code),
    ),
    total: component(TOTAL, lines),
  };
}

/** Adds equity up, and gives others their share of each change. Pure. */
export function addUpEquity(parts: readonly Part<EquityOfMember>[]): EquityOfGroup {
  const sheet = (
    isThere: (of: EquityOfMember) => boolean,
    position: (of: EquityOfMember) => PositionOfMember,
  ) =>
    addUpPositions(
      parts.filter(({ of }) => isThere(of)).map(({ of, ...part }) => ({ ...part, of: position(of) })),
    );
  const opening = sheet(
    ({ wasIn }) => wasIn,
    ({ begin }) => begin,
  );
  const closing = sheet(
    ({ isStillIn }) => isStillIn,
    ({ end }) => end,
  );
  const performance = addUpPerformances(parts.map(({ of, ...part }) => ({ ...part, of: of.performance })));
  const lines = closing.lines.filter(
    ({ kind, totalCode }) => kind === 'LINE' && totalCode === 'TOTAL_EQUITY',
  );
  const eliminations = new Map<string, Amount>();
  const eliminate = (line: string, kind: string, { eliminated, theirs }: Split) => {
    addTo(eliminations, at(line, kind), -eliminated);
    addTo(eliminations, at(EXTRA.minority.code, kind), theirs);
  };
  for (const { code } of lines) {
    const [first, last] = [opening, closing].map((of) => of.eliminations.get(code) ?? 0n);
    eliminations.set(at(code, OPENING), first ?? 0n);
    eliminations.set(at(code, CLOSING), last ?? 0n);
    const change = (last ?? 0n) - (first ?? 0n);
    if (code === EXTRA.bargain.code) addTo(eliminations, at(code, OBTAINED.code), change);
    if (code === EXTRA.difference.code) addTo(eliminations, at(code, DIFFERENCE.code), change);
  }
  for (const { member, of } of parts) {
    if (member.isLeader) continue;
    for (const { code } of lines) giveOthersTheirShare(eliminate, code, WHOLE - member.share, of);
    if (!of.isStillIn && of.end.translated !== null)
      addTo(
        eliminations,
        at(TRANSLATION.code, LOST.code),
        -translationOfEarned(lines, of.end, of.end.translated, WHOLE - member.share),
      );
  }
  for (const { receiver, amount, taken } of performance.dividends) {
    const others = WHOLE - receiver.share;
    const earnedOn = lines.find(
      ({ code }) => changeOf(parts.find(({ member }) => member === receiver)?.of, code, 'PROFIT') !== 0n,
    );
    const theirs = shareOf(amount, others);
    const part = (eliminated: Amount, ofOthers: Amount): Split => ({
      eliminated: eliminated - ofOthers,
      theirs: -ofOthers,
    });
    eliminate(earnedOn?.code ?? taken[0]?.lineCode ?? '', 'PROFIT', part(amount, theirs));
    let told = 0n;
    for (const { lineCode, change, amount: of } of taken) {
      const ofOthers = shareOf(told + of, others) - shareOf(told, others);
      told += of;
      eliminate(lineCode, change, part(-of, -ofOthers));
    }
  }
  const members = parts.map(({ of }) => ownAmounts(lines, of));
  if (isTranslated(parts)) for (const of of [...members, eliminations]) addTranslationDifferences(lines, of);
  return {
    lines,
    members,
    eliminations,
    opening,
    closing,
    performance,
  };
}

/** Translation differences of all components, and those of non-controlling interests. Pure. */
export function translationDifferencesIn(
  { lines }: EquityOfGroup,
  amounts: ReadonlyMap<string, Amount>,
): { readonly total: Amount; readonly ofOthers: Amount } {
  const of = (code: string): Amount => amounts.get(at(code, TRANSLATION.code)) ?? 0n;
  return { total: sum(lines.map(({ code }) => of(code))), ofOthers: of(EXTRA.minority.code) };
}

/** What rates did to what the owners earned with a member, which goes with it when it leaves. Pure. */
function translationOfEarned(
  lines: readonly LineOfGroup[],
  position: PositionOfMember,
  { now, closing }: TranslatedPosition,
  others: bigint,
): Amount {
  const earned = lines.map(({ code }) => {
    const amount = position.now.get(code) ?? 0n;
    return amount - splitEquity(code, amount, position.acquired.get(code) ?? 0n, others).eliminated;
  });
  const historical = lines.map(
    ({ code }) => (now.get(code) ?? 0n) - splitTranslated(code, position, others).eliminated,
  );
  return inCurrency(sum(earned), closing) - sum(historical);
}

function isTranslated(parts: readonly Part<EquityOfMember>[]): boolean {
  return parts.some(({ of }) => of.end.translated !== null);
}

/**
 * What lies between the balances of a component and is no other change of it is the difference of their rates (IAS 21.41), and
 * what rounding leaves. Pure.
 */
function addTranslationDifferences(lines: readonly LineOfGroup[], amounts: Map<string, Amount>): void {
  for (const { code } of lines) {
    const told = [...amounts].filter(([key]) => key.startsWith(at(code, '')));
    const left = told.reduce((sum, [key, of]) => sum + (key === at(code, CLOSING) ? of : -of), 0n);
    addTo(amounts, at(code, TRANSLATION.code), left);
  }
}

/** What of an amount is no equity of the owners of the parent, and what of that is of others. */
interface Split {
  readonly eliminated: Amount;
  readonly theirs: Amount;
}

/** What a member has by itself: what it came with, what changed, and what it took along. Pure. */
function ownAmounts(lines: readonly LineOfGroup[], of: EquityOfMember): Map<string, Amount> {
  return new Map(
    lines.flatMap(({ code }) => {
      const [first, last] = [of.begin, of.end].map(
        ({ now, translated }) => (translated?.now ?? now).get(code) ?? 0n,
      );
      if (first === undefined || last === undefined) throw new Error('both ends are read');
      return [
        [at(code, of.wasIn ? OPENING : OBTAINED.code), first] as const,
        ...[...(of.changes.get(code) ?? [])].map(([kind, amount]) => [at(code, kind), amount] as const),
        ...(of.isStillIn ? [] : [[at(code, LOST.code), -last] as const]),
        [at(code, CLOSING), of.isStillIn ? last : 0n] as const,
      ];
    }),
  );
}

/** Splits what a member came with, each change, and what it took along, like the balances that they lie between. Pure. */
function giveOthersTheirShare(
  eliminate: (line: string, kind: string, split: Split) => void,
  code: string,
  others: bigint,
  of: EquityOfMember,
): void {
  const { begin, end } = of;
  const changes = [...(of.changes.get(code) ?? [])];
  const first = begin.now.get(code) ?? 0n;
  const last = first + sum(changes.map(([, amount]) => amount));
  const [begun, ended] =
    end.translated === null
      ? [first, last].map((amount) => splitEquity(code, amount, begin.acquired.get(code) ?? 0n, others))
      : [begin, end].map((position) => splitTranslated(code, position, others));
  if (begun === undefined || ended === undefined) throw new Error('both ends are split');
  if (!of.wasIn) eliminate(code, OBTAINED.code, begun);
  const rounding = { eliminated: ended.eliminated - begun.eliminated, theirs: ended.theirs - begun.theirs };
  for (const [kind, amount] of changes) {
    const split = splitEquity(code, amount, 0n, others);
    eliminate(code, kind, split);
    rounding.eliminated -= split.eliminated;
    rounding.theirs -= split.theirs;
  }
  if (end.translated === null) eliminate(code, ROUNDING.code, rounding);
  if (!of.isStillIn) eliminate(code, LOST.code, { eliminated: -ended.eliminated, theirs: -ended.theirs });
}

function changeOf(of: EquityOfMember | undefined, line: string, kind: string): Amount {
  return of?.changes.get(line)?.get(kind) ?? 0n;
}

/** Reads the equity of a member, and what changed it within a span. */
export async function readEquityOf(
  sheet: Sheet,
  member: ReadMember,
  span: Days,
  asked: Pick<EquityAsked, 'standard' | 'currency'>,
  partners: readonly Partner[],
): Promise<EquityOfMember> {
  const { sql, companyId, chart } = sheet;
  const { standard, currency } = asked;
  const days = within(member, span);
  const eve = dayBefore(span.from);
  const { lines, positionOf } = await readPosition(sheet, standard);
  const kinds = await readEquityChanges(sql);
  const counted = spanOf(sheet, { ...days, withClosing: false });
  const hasDays = days.from <= days.to;
  const turnover = hasDays ? await sumAccounts(sql, companyId, counted) : new Map<string, Sums>();
  const isEquity = ({ id }: ChartAccount): boolean => positionOf(id)?.totalCode === 'TOTAL_EQUITY';
  const moved =
    currency === FUNCTIONAL
      ? { turnover, flows: hasDays ? await sumFlows(sql, companyId, counted) : [] }
      : {
          turnover: translatedAt(turnover, await meanRate(sheet, span, currency)),
          flows: hasDays
            ? await translatedFlows(sheet, [...chart.values()].filter(isEquity), days, currency)
            : [],
        };
  const components = equityComponents(lines, positionOf, kinds, chart, {
    // What it opens and closes with is read with the rest of its position.
    opening: new Map(),
    closing: new Map(),
    ...moved,
  });
  const position = (day: string, others: readonly Partner[]) =>
    readPositionOf(sheet, member, day, asked, others);
  const counting = since(partners, span.from);
  return {
    wasIn: isIn(member, { from: eve, to: eve }),
    isStillIn: isIn(member, { from: span.to, to: span.to }),
    begin: await position(
      dayBefore(days.from),
      partners.filter(({ from }) => from <= eve),
    ),
    end: await position(
      days.to,
      partners.filter(({ to }) => to >= span.to),
    ),
    kinds,
    changes: new Map(
      components.map(({ line, changes }) => [
        line.code,
        new Map(changes.map(({ change, amount }) => [change.code, amount])),
      ]),
    ),
    performance: await readPerformanceOf(sheet, days, { ...asked, by: 'FUNCTION' }, counting, span),
  };
}
