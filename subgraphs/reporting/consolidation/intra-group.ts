import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { sumBroken } from '../general-ledger/turnover-sums.ts';
import { correspond } from '../read-model/correspondence.ts';
import type { Flow, Fragment } from '../read-model/sums.ts';
import type { Sheet } from '../statements/sheet.ts';
import type { Partner } from './members.ts';

/** What a member has on an account with another member. */
export interface IntraGroupAmount {
  readonly accountId: string;
  /** Identification code of the other one. */
  readonly taxId: string;
  /** Debit minus credit. */
  readonly net: Amount;
}

interface KnownPartner extends Partner {
  /** The counterparty by which the books know it. */
  readonly id: string;
}

async function readPartners(
  { sql, companyId }: Sheet,
  partners: readonly Partner[],
): Promise<KnownPartner[]> {
  if (partners.length === 0) return [];
  const rows = await sql<{ id: string; taxId: string }[]>`
    /* intraGroupPartners */ select id, tax_id as "taxId" from reporting.counterparties
    where company_id = ${companyId} and tax_id = any (${partners.map(({ taxId }) => taxId)}::text[])`;
  return rows.flatMap(({ id, taxId }) =>
    partners.filter((partner) => partner.taxId === taxId).map((partner) => ({ ...partner, id })),
  );
}

/** Balances with counterparties that are members, by account. */
export async function intraGroupBalances(
  sheet: Sheet,
  partners: readonly Partner[],
  asOf: CalendarDate,
): Promise<IntraGroupAmount[]> {
  const { sql, companyId, knownSeq } = sheet;
  const known = await readPartners(sheet, partners);
  const taxIds = new Map(known.map(({ id, taxId }) => [id, taxId] as const));
  if (taxIds.size === 0) return [];
  const rows = await sumBroken(
    sql,
    companyId,
    { from: null, to: asOf, accountIds: null },
    { by: 'COUNTERPARTY' },
  );
  const later =
    knownSeq === null
      ? []
      : await sql<{ accountId: string; key: string; net: string }[]>`
          /* intraGroupLearnedLater */ select account_id as "accountId", counterparty_id as key,
            sum(debit_gel - credit_gel)::text as net
          from reporting.entries
          where company_id = ${companyId} and seq > ${knownSeq} and date <= ${asOf}::date
            and counterparty_id = any (${[...taxIds.keys()]}::uuid[])
          group by 1, 2`;
  return [
    ...rows.map(({ accountId, key, debit, credit }) => ({ accountId, key, net: debit - credit })),
    ...later.map(({ accountId, key, net }) => ({ accountId, key, net: -parseDatabaseAmount(net) })),
  ].flatMap(({ accountId, key, net }) => {
    const taxId = taxIds.get(key);
    return taxId === undefined ? [] : [{ accountId, taxId, net }];
  });
}

/**
 * Income and expenses with members while both were in the group: entries of profit or loss that name one, or that name
 * nobody in a transaction whose other entries name that one and nobody else.
 */
export async function intraGroupFlows(
  sheet: Sheet,
  partners: readonly Partner[],
): Promise<IntraGroupAmount[]> {
  const { sql, companyId } = sheet;
  const known = await readPartners(sheet, partners);
  if (known.length === 0) return [];
  const rows = await sql<{ taxId: string; accountId: string; net: string }[]>`
    /* intraGroupFlows */ with ${touchedBy(sheet, known)},
    alone as (
      select t.seq, t.counterparty_id,
        not exists (select from reporting.entries o where o.company_id = ${companyId} and o.seq = t.seq
                    and o.counterparty_id is distinct from t.counterparty_id and o.counterparty_id is not null) as is_alone
      from touched t)
    select c.tax_id as "taxId", x.account_id as "accountId", sum(x.debit_gel - x.credit_gel)::text as net
    from alone t
    join reporting.entries x on x.company_id = ${companyId} and x.seq = t.seq
    join reporting.accounts a on a.company_id = ${companyId} and a.id = x.account_id and a.type in ('REVENUE', 'EXPENSE')
    join reporting.counterparties c on c.company_id = ${companyId} and c.id = t.counterparty_id
    where x.counterparty_id = t.counterparty_id or (x.counterparty_id is null and t.is_alone)
    group by 1, 2`;
  return rows.map(({ net, ...row }) => ({ ...row, net: parseDatabaseAmount(net) }));
}

/** A flow between two accounts of a member that is with another member. */
export interface IntraGroupFlow extends Flow {
  readonly date: CalendarDate;
  /** Identification code of the other one. */
  readonly taxId: string;
}

interface NamedEntry {
  readonly seq: number;
  readonly date: CalendarDate;
  readonly accountId: string;
  readonly debit: string;
  readonly credit: string;
  readonly counterpartyId: string | null;
  /** The member that the entry names, on a day on which both were in the group. */
  readonly taxId: string | null;
  readonly isReversal: boolean;
}

/**
 * Flows with members while both were in the group. Transactions are cut into pairs as the books are when they are read; a
 * pair is with the member that one of its entries names – of a pair with cash the other entry, before that of cash – or, where
 * neither names anybody, with the one member that the transaction names, if it names nobody else.
 * @param touching only transactions with an entry on such accounts
 */
export async function intraGroupPairs(
  sheet: Sheet,
  partners: readonly Partner[],
  isCash: (accountId: string) => boolean,
  touching: readonly string[] | null = null,
): Promise<IntraGroupFlow[]> {
  const { sql, companyId } = sheet;
  const known = await readPartners(sheet, partners);
  if (known.length === 0) return [];
  const entries = await sql<NamedEntry[]>`
    /* intraGroupEntries */ with ${touchedBy(sheet, known)}
    select e.seq::int as seq, e.date, e.account_id as "accountId", e.debit_gel as debit, e.credit_gel as credit,
      e.counterparty_id as "counterpartyId", t.reverses_id is not null as "isReversal",
      (select p.tax_id from partner p where p.id = e.counterparty_id and e.date between p.first and p.last) as "taxId"
    from reporting.entries e
    join reporting.transactions t on t.company_id = e.company_id and t.id = e.transaction_id
    where e.company_id = ${companyId} and e.seq in (select seq from touched)
      ${
        touching === null
          ? sql``
          : sql`and exists (select from reporting.entries o where o.company_id = ${companyId} and o.seq = e.seq
                and o.account_id = any (${[...touching]}::uuid[]))`
      }
    order by e.seq, e.line`;
  const bySeq = new Map<number, NamedEntry[]>();
  for (const entry of entries) {
    const ofOne = bySeq.get(entry.seq);
    if (ofOne === undefined) bySeq.set(entry.seq, [entry]);
    else ofOne.push(entry);
  }
  return [...bySeq.values()].flatMap((ofOne) => pairsOf(ofOne, isCash));
}

function pairsOf(entries: readonly NamedEntry[], isCash: (accountId: string) => boolean): IntraGroupFlow[] {
  const named = new Set(entries.flatMap(({ counterpartyId }) => counterpartyId ?? []));
  const alone = named.size === 1 ? (entries.find(({ taxId }) => taxId !== null)?.taxId ?? null) : null;
  // Entries are told apart by their place, so that each side of a pair is known with whom it names.
  const side = (column: 'debit' | 'credit') =>
    entries.map((entry, place) => ({
      accountId: String(place),
      amount: parseDatabaseAmount(entry[column]),
    }));
  return correspond(side('debit'), side('credit')).flatMap(({ debitAccountId, creditAccountId, amount }) => {
    const [debit, credit] = [entries[Number(debitAccountId)], entries[Number(creditAccountId)]];
    if (debit === undefined || credit === undefined) throw new Error('a pair is of entries');
    const taxId = partnerOf(debit, credit, alone, isCash);
    if (taxId === null) return [];
    const [from, to, sign] = debit.isReversal ? [debit, credit, -1n] : [credit, debit, 1n];
    return [
      {
        ...{ debitAccountId: to.accountId, creditAccountId: from.accountId },
        ...{ date: debit.date, amount: sign * amount, taxId },
      },
    ];
  });
}

function partnerOf(
  debit: NamedEntry,
  credit: NamedEntry,
  alone: string | null,
  isCash: (accountId: string) => boolean,
): string | null {
  const [one, another] = isCash(debit.accountId) ? [credit, debit] : [debit, credit];
  if (isCash(another.accountId) && one.counterpartyId !== null) return one.taxId;
  return one.taxId ?? another.taxId ?? (named(one) || named(another) ? null : alone);
}

function named({ counterpartyId }: NamedEntry): boolean {
  return counterpartyId !== null;
}

/** Members as the books know them, and the transactions that name them while both were in the group. */
function touchedBy({ sql, companyId, knownSeq }: Sheet, known: readonly KnownPartner[]): Fragment {
  return sql`partner as (
      select p.id, p.tax_id, p.first, p.last
      from unnest(${known.map(({ id }) => id)}::uuid[], ${known.map(({ taxId }) => taxId)}::text[],
        ${known.map(({ from }) => from)}::date[], ${known.map(({ to }) => to)}::date[]) as p(id, tax_id, first, last)),
    touched as (
      select distinct e.seq, e.counterparty_id from partner p
      join reporting.entries e on e.company_id = ${companyId} and e.counterparty_id = p.id
        and e.date between p.first and p.last and not e.is_closing
        ${knownSeq === null ? sql`` : sql`and e.seq <= ${knownSeq}`})`;
}
