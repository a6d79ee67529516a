import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { ratesOn } from '../rates/queries.ts';
import { todayInGeorgia } from '../vat-return/queries.ts';
import { adjustmentOf, percentText, shareOfYear } from './adjustment.ts';

/** A fixed asset whose credited VAT follows its use, amounts in GEL. */
export interface CapitalGood {
  readonly invoiceId: string;
  readonly line: number;
  readonly name: string;
  readonly acquiredOn: CalendarDate;
  readonly isBuilding: boolean;
  readonly years: number;
  readonly lastYear: number;
  readonly vat: string;
  readonly credited: string;
  readonly adjustment: string | null;
}

/** What is to be adjusted for a year. */
export interface CapitalGoodsYear {
  readonly year: number;
  readonly isOver: boolean;
  /** Per cent; null when nothing was supplied. */
  readonly creditableShare: string | null;
  readonly goods: readonly CapitalGood[];
  readonly adjustment: string | null;
}

interface GoodRow {
  readonly invoiceId: string;
  readonly line: number;
  readonly name: string;
  readonly acquiredOn: CalendarDate;
  readonly isBuilding: boolean;
  readonly vat: string;
  readonly credited: string;
}

const FIRST_YEAR = 2021;
/** Most fixed assets that one answer names. */
const MOST = 1_000;

/**
 * A proposal: nothing is posted by it. Assets are followed in the years after that of their acquisition.
 * @throws DomainError BAD_USER_INPUT naming `year`, also when there are too many assets to name.
 */
export async function readCapitalGoods(
  database: Database,
  companyId: string,
  year: number,
): Promise<CapitalGoodsYear> {
  const thisYear = Number(todayInGeorgia().slice(0, 4));
  if (year < FIRST_YEAR || year > thisYear)
    throw badInput('year', year, `a year from ${FIRST_YEAR} to ${thisYear} is needed`);
  const rates = await ratesOn(database, `${year}-12-31`);
  const years = rates.count('VAT_ADJUSTMENT_TERM', 'year') / 12;
  const yearsOfBuildings = rates.count('VAT_ADJUSTMENT_TERM_BUILDING', 'year') / 12;
  const [supplies, rows] = await Promise.all([
    suppliesOf(database, companyId, year),
    listGoods(database, companyId, { year, years, yearsOfBuildings }),
  ]);
  if (rows.length > MOST) throw badInput('year', year, `has more than ${MOST} fixed assets to follow`);
  const share = shareOfYear(supplies, rates.scaled('VAT_FIXED_ASSET_SHARE_IGNORED', 'year'));
  let total: Amount = 0n;
  const goods = rows.map(({ vat, credited, ...row }): CapitalGood => {
    const term = row.isBuilding ? yearsOfBuildings : years;
    const amounts = { vat: parseDatabaseAmount(vat), credited: parseDatabaseAmount(credited) };
    const adjustment = share === null ? null : adjustmentOf(amounts, term, share);
    total += adjustment ?? 0n;
    return {
      ...row,
      years: term,
      lastYear: Number(row.acquiredOn.slice(0, 4)) + term - 1,
      vat: formatAmount(amounts.vat),
      credited: formatAmount(amounts.credited),
      adjustment: adjustment === null ? null : formatAmount(adjustment),
    };
  });
  return {
    year,
    isOver: year < thisYear,
    creditableShare: share === null ? null : percentText(share),
    goods,
    adjustment: share === null ? null : formatAmount(total),
  };
}

/** Supplies of a year with the right of credit and without, as the boxes of the returns have them. */
async function suppliesOf(
  database: Database,
  companyId: string,
  year: number,
): Promise<{ readonly creditable: Amount; readonly exempt: Amount }> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ creditable: string; exempt: string }[]>`
      /* suppliesOfYear */
      select coalesce(sum(i.base) filter (where b.is_turnover), 0)::text as creditable,
             coalesce(sum(i.base) filter (where not b.is_turnover), 0)::text as exempt
      from tax.vat_items i
      join tax.vat_boxes b on b.part = i.part and b.box = i.box and not b.is_total
      join tax.vat_return_forms f on f.valid_from = b.valid_from
        and f.valid_from <= i.date and (f.valid_to is null or f.valid_to >= i.date)
      where i.company_id = ${companyId} and i.year = ${year} and i.part = 'OUTPUT'`,
  );
  return {
    creditable: parseDatabaseAmount(row?.creditable ?? '0'),
    exempt: parseDatabaseAmount(row?.exempt ?? '0'),
  };
}

/**
 * Fixed assets that were acquired before the year and are followed in it, by what was true of them last: a corrected
 * document counts as its latest correction says, from the day of the operation itself.
 */
function listGoods(
  database: Database,
  companyId: string,
  { year, years, yearsOfBuildings }: { year: number; years: number; yearsOfBuildings: number },
): Promise<GoodRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<GoodRow[]>`
      /* capitalGoods */
      with account as (
        select d.role, coalesce(p.account_code, d.account_code) as code
        from tax.default_posting_accounts d
        left join tax.posting_accounts p on p.company_id = ${companyId} and p.role = d.role
        where d.role in ('BUILDING', 'STRUCTURE', 'FIXED_ASSET')
      ), standing as (
        select i.id as original, i.operation_date as acquired_on, coalesce(c.id, i.id) as id
        from tax.tax_invoices i
        left join lateral (
          select k.id from tax.tax_invoices k
          where k.company_id = i.company_id and k.corrects = i.id and i.status = 'CORRECTED'
            and k.status = 'CONFIRMED'
          order by k.operation_date desc, k.id desc limit 1
        ) c on true
        where i.company_id = ${companyId} and i.direction = 'RECEIVED' and i.kind <> 'ADVANCE' and i.corrects is null
          and i.status in ('CONFIRMED', 'CORRECTED')
          and i.operation_date >= make_date(${year - yearsOfBuildings + 1}, 1, 1)
          and i.operation_date < make_date(${year}, 1, 1)
      )
      select s.original as "invoiceId", l.line, l.name, s.acquired_on as "acquiredOn", t."isBuilding", l.vat::text,
             l.creditable_vat::text as credited
      from standing s
      join tax.tax_invoice_lines l on l.company_id = ${companyId} and l.invoice_id = s.id
      -- A line without an account of its own lies on the usual one of fixed assets.
      cross join lateral (
        select coalesce(l.account_code, (select code from account where role = 'FIXED_ASSET'))
          in (select code from account where role <> 'FIXED_ASSET') as "isBuilding"
      ) t
      where l.is_fixed_asset and l.vat > 0
        and (t."isBuilding" or s.acquired_on >= make_date(${year - years + 1}, 1, 1))
      order by s.acquired_on, s.original, l.line
      limit ${MOST + 1}`,
  );
}
