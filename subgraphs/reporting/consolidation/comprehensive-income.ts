import type { Database } from '#db/client.ts';
import { demandCurrency, FUNCTIONAL } from '../statements/translate.ts';
import { addTo } from './columns.ts';
import { addUpEquity, readEquityOf, translationDifferencesIn, type EquityOfMember } from './equity.ts';
import type { ConsolidationGroup } from './groups.ts';
import { isIn, readGroup, since, within, type Days, type Part } from './members.ts';
import {
  COMPREHENSIVE,
  COMPREHENSIVE_OF_OTHERS,
  COMPREHENSIVE_OF_OWNERS,
  OF_OTHERS,
  OF_OWNERS,
  OTHER_COMPREHENSIVE,
} from './performance-lines.ts';
import {
  addUpPerformances,
  daysWithin,
  groupPerformance,
  performanceStatement,
  readPerformanceOf,
  spansFromEve,
  type PerformanceAsked,
  type PerformanceOfGroup,
  type PerformanceOfMember,
} from './performance.ts';
import type { GroupStatement } from './statement.ts';

/** What a member earned, and the equity that rates changed. */
interface IncomeOfMember {
  readonly performance: PerformanceOfMember;
  readonly equity: EquityOfMember;
}

/**
 * The statement of profit or loss of a group; in another currency with what rates did to its equity as other comprehensive
 * income, and whose all of it is (IAS 1.81B, 21.39c, 21.41).
 */
export async function groupIncome(
  database: Database,
  group: ConsolidationGroup,
  asked: PerformanceAsked,
): Promise<GroupStatement> {
  if (asked.currency === FUNCTIONAL) return groupPerformance(database, group, asked);
  demandCurrency(asked.currency, asked.knownAt);
  const [now = [], before] = await readGroup(
    database,
    group,
    asked,
    spansFromEve(asked),
    ({ first, ...column }, member) => daysWithin({ ...column, from: first }, member),
    async (sheet, member, { first, to }, partners): Promise<IncomeOfMember> => {
      const span = { from: first, to };
      return {
        performance: await readPerformanceOf(
          sheet,
          within(member, span),
          asked,
          since(partners, first),
          span,
        ),
        equity: await readEquityOf(sheet, member, span, asked, partners),
      };
    },
  );
  const { from, to, compare } = asked;
  return performanceStatement(
    asked.currency,
    now.filter(({ member }) => isIn(member, { from, to })),
    addUpIncome(now, { from, to }),
    before === undefined || compare === null ? null : addUpIncome(before, compare),
  );
}

/**
 * Profits added up, and below them the translation differences of the equity of the same days. Who left on the eve of the first
 * day is in the equity that the span begins with, and earned nothing in it. Pure.
 */
function addUpIncome(parts: readonly Part<IncomeOfMember>[], span: Days): PerformanceOfGroup {
  const counted = parts.filter(({ member }) => isIn(member, span));
  const performance = addUpPerformances(counted.map(({ of, ...part }) => ({ ...part, of: of.performance })));
  const equity = addUpEquity(parts.map(({ of, ...part }) => ({ ...part, of: of.equity })));
  const lines = performance.lines.map((line) =>
    line.code === 'PROFIT' ? { ...line, totalCode: COMPREHENSIVE.code } : line,
  );
  const withTranslation = (
    amounts: ReadonlyMap<string, bigint>,
    changes: ReadonlyMap<string, bigint>,
  ): ReadonlyMap<string, bigint> => {
    const { total, ofOthers } = translationDifferencesIn(equity, changes);
    const all = new Map([...amounts, [OTHER_COMPREHENSIVE.code, total]]);
    addTo(all, COMPREHENSIVE_OF_OWNERS.code, (amounts.get(OF_OWNERS.code) ?? 0n) + total - ofOthers);
    addTo(all, COMPREHENSIVE_OF_OTHERS.code, (amounts.get(OF_OTHERS.code) ?? 0n) + ofOthers);
    return all;
  };
  return {
    ...performance,
    lines: [...lines, OTHER_COMPREHENSIVE, COMPREHENSIVE, COMPREHENSIVE_OF_OWNERS, COMPREHENSIVE_OF_OTHERS],
    members: counted.map((part, place) =>
      withTranslation(
        performance.members[place] ?? new Map(),
        equity.members[parts.indexOf(part)] ?? new Map(),
      ),
    ),
    eliminations: withTranslation(performance.eliminations, equity.eliminations),
  };
}
