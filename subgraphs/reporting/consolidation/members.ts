import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { parseScaled } from '#shared/domain/money.ts';
import { demandRead } from '../books/read.ts';
import { isClosedUpTo } from '../exports/queries.ts';
import { drawnUp, type Sheet } from '../statements/sheet.ts';
import { WHOLE } from './columns.ts';
import { hasConsented, type ConsolidationGroup } from './groups.ts';

/** A company whose statements are added up. */
export interface ReadMember {
  readonly companyId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly taxId: string | null;
  /** In ten-thousandths of a percent. */
  readonly share: bigint;
  readonly isLeader: boolean;
  readonly from: string | null;
  readonly to: string | null;
}

/** Days from the first to the last. */
export interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** How far books are to be read, and how much of them counts. */
export interface Reach {
  /** Moment after which nothing counts that was recorded; null for none. */
  readonly knownAt: string | null;
  /** Postings of companies of the group that must have been read. */
  readonly minSeqs: readonly { readonly companyId: string; readonly seq: number }[];
}

/** Another company of the group, and the days on which both were in it. */
export interface Partner extends Days {
  readonly taxId: string;
}

/** What was read of a member. */
export interface Part<T> {
  readonly member: ReadMember;
  readonly seq: number;
  readonly of: T;
}

/**
 * Reads the books of each company of a group as that company, the leader first, once for each column of the statement. All
 * columns of a company are read in one snapshot, in which its consent is asked for once more.
 * @param columns the days of each; a company counts in those in which it was in the group on some day
 * @param daysOf days that the books of a company must have been opened for, by the names by which they were asked
 * @throws DomainError FORBIDDEN naming a member that has not consented; BAD_USER_INPUT for days outside the books of a
 * company, and for `minSeqs` of others; SERVICE_UNAVAILABLE.
 */
export async function readGroup<Column extends Days, T>(
  database: Database,
  group: ConsolidationGroup,
  reach: Reach,
  columns: readonly Column[],
  daysOf: (column: Column, member: ReadMember) => Readonly<Record<string, string>>,
  read: (sheet: Sheet, member: ReadMember, column: Column, partners: readonly Partner[]) => Promise<T>,
): Promise<Part<T>[][]> {
  const members = await membersOf(database, group, columns);
  for (const [index, { companyId, seq }] of reach.minSeqs.entries()) {
    // Only of those who have consented anything is said, and be it how far their books are read.
    if (!members.some((member) => member.companyId === companyId))
      throw badInput(
        `minSeqs[${String(index)}].companyId`,
        companyId,
        'is not in the group on any of the days',
      );
    await demandRead(database, companyId, seq, `minSeqs[${String(index)}].seq`);
  }
  const parts: Part<T>[][] = columns.map(() => []);
  for (const member of members) {
    const own = columns.filter((column) => isIn(member, column));
    const days = Object.assign({}, ...own.map((column) => daysOf(column, member))) as Record<string, string>;
    await drawnUp(database, member.companyId, reach, days, async (sheet) => {
      if (!member.isLeader) await demandConsent(sheet.sql, member.companyId, group);
      for (const [index, column] of columns.entries())
        if (own.includes(column))
          parts[index]?.push({
            member,
            seq: sheet.seq,
            of: await read(sheet, member, column, partnersOf(member, members, column)),
          });
    });
  }
  return parts;
}

/**
 * The companies of a group on some day of the columns, the leader first. Each is asked as itself.
 * @throws DomainError FORBIDDEN naming a member that has not consented.
 */
async function membersOf(
  database: Database,
  group: ConsolidationGroup,
  columns: readonly Days[],
): Promise<ReadMember[]> {
  const leader = { companyId: group.leaderId, ownership: '100.0000', from: null, to: null };
  const members: ReadMember[] = [];
  for (const { companyId, ownership, from, to } of [leader, ...group.members]) {
    if (!columns.some((column) => isIn({ from, to }, column))) continue;
    const isLeader = companyId === group.leaderId;
    const named = await database.withCompany(companyId, async (sql) => {
      if (!isLeader) await demandConsent(sql, companyId, group);
      const [row] = await sql<{ name: string; name_en: string | null; tax_id: string | null }[]>`
        /* companyNamed */ select name, name_en, tax_id from identity_published.company_named()`;
      return row;
    });
    members.push({
      companyId,
      name: named?.name ?? companyId,
      nameEn: named?.name_en ?? null,
      taxId: named?.tax_id ?? null,
      share: isLeader ? WHOLE : parseScaled(ownership, 4, 'ownership'),
      isLeader,
      from,
      to,
    });
  }
  return members;
}

/**
 * Whether all months that the columns count are closed in the books of every company.
 * @throws DomainError FORBIDDEN naming a member that has not consented.
 */
export async function areClosed(
  database: Database,
  group: ConsolidationGroup,
  columns: readonly Days[],
): Promise<boolean> {
  for (const member of await membersOf(database, group, columns))
    for (const column of columns.filter((days) => isIn(member, days))) {
      const isClosed = await database.withCompany(member.companyId, async (sql) => {
        if (!member.isLeader) await demandConsent(sql, member.companyId, group);
        return isClosedUpTo(sql, member.companyId, within(member, column).to);
      });
      if (!isClosed) return false;
    }
  return true;
}

/** Whether a company was in the group on some of the days. Pure. */
export function isIn({ from, to }: Pick<ReadMember, 'from' | 'to'>, days: Days): boolean {
  return (from === null || from <= days.to) && (to === null || to >= days.from);
}

/** The days of a span on which a company was in the group; the first is after the last where there is none. Pure. */
export function within({ from, to }: Pick<ReadMember, 'from' | 'to'>, days: Days): Days {
  return {
    from: from !== null && from > days.from ? from : days.from,
    to: to !== null && to < days.to ? to : days.to,
  };
}

/** Others from a day on; without those who were not there any more. Pure. */
export function since(partners: readonly Partner[], first: CalendarDate): Partner[] {
  return partners
    .map((partner) => (partner.from < first ? { ...partner, from: first } : partner))
    .filter(({ from, to }) => from <= to);
}

/** The others as the books of a company know them: what passed before one of the two was in the group was with a stranger. */
function partnersOf(member: ReadMember, members: readonly ReadMember[], column: Days): Partner[] {
  return members.flatMap((other) => {
    if (other === member || other.taxId === null || other.taxId === member.taxId) return [];
    const days = within(other, within(member, column));
    return days.from > days.to ? [] : [{ taxId: other.taxId, ...days }];
  });
}

async function demandConsent(
  sql: TransactionSql,
  companyId: string,
  group: ConsolidationGroup,
): Promise<void> {
  if (!(await hasConsented(sql, companyId, group)))
    throw new DomainError('FORBIDDEN', `groupId: the company ${companyId} has not consented to the group`, {
      field: 'groupId',
      value: group.id,
    });
}
