import type { Actor } from '#shared/domain/actor.ts';
import { receivedWaybillId, tellWaybill } from '../commands.ts';
import type { RemoteWaybill, WaybillAuthority } from '../rs-ge/remote.ts';
import type { WaybillEvent } from '../waybill.ts';
import type { InventoryWriter } from '../../writer.ts';
import type { FollowedWaybill } from './store.ts';

const DAY = 86_400_000;
/** New waybills for us are looked for so many days back. */
const DAYS_BACK = 3;

/** What RS.ge's state says of one of ours that we do not know yet. */
export function newsOf(
  ours: Pick<FollowedWaybill, 'status' | 'answer' | 'invoice'>,
  remote: RemoteWaybill,
): WaybillEvent[] {
  const news: WaybillEvent[] = [];
  // Somebody has closed or cancelled it there by hand.
  if (remote.state === 'CLOSED' && ours.status === 'ACTIVE')
    news.push({ type: 'WaybillClosed', data: { deliveredAt: remote.deliveredAt } });
  if (remote.state === 'CANCELLED') news.push({ type: 'WaybillCancelled', data: {} });
  if (remote.answer !== null && ours.answer === null)
    news.push({ type: 'WaybillAnswered', data: { answer: remote.answer } });
  if (remote.invoice !== null && remote.invoice !== ours.invoice)
    news.push({ type: 'WaybillInvoiceLinked', data: { invoiceRsGeId: remote.invoice } });
  return news;
}

/** Looks what others did with waybills of ours, and tells it. */
export async function followIssued(
  writer: InventoryWriter,
  companyId: string,
  authority: WaybillAuthority,
  followed: readonly FollowedWaybill[],
): Promise<void> {
  const [oldest] = followed;
  if (oldest === undefined) return;
  const remote = new Map(
    (await authority.issued(oldest.since, today())).map((waybill) => [waybill.rsGeId, waybill]),
  );
  for (const ours of followed) {
    const theirs = remote.get(ours.rsGeId);
    if (theirs === undefined) continue;
    for (const fact of newsOf(ours, theirs))
      await tellWaybill(
        writer,
        { companyId, userId: ours.createdBy },
        ours.id,
        `waybill followed ${ours.id} ${fact.type}${fact.type === 'WaybillInvoiceLinked' ? ` ${fact.data.invoiceRsGeId}` : ''}`,
        fact,
      );
  }
}

/** Writes down the waybills that others made for us in these days; answers how many RS.ge has. */
export async function receive(
  writer: InventoryWriter,
  actor: Actor,
  authority: WaybillAuthority,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<number> {
  const found = (await authority.received(from, to)).filter(
    ({ state, number }) => number !== null && (state === 'ACTIVE' || state === 'CLOSED'),
  );
  const known = await knownIds(
    writer,
    actor.companyId,
    found.map(({ rsGeId }) => rsGeId),
  );
  for (const { rsGeId } of found) {
    if (known.has(rsGeId)) continue;
    // The list leaves the lines out.
    const { number, seller, content, answer } = await authority.read(rsGeId);
    await tellWaybill(
      writer,
      actor,
      receivedWaybillId(actor.companyId, rsGeId),
      `waybill received ${rsGeId}`,
      { type: 'WaybillReceived', data: { rsGeId, number: number ?? '', seller, content, answer } },
    );
  }
  return found.length;
}

/** The last days, as they are looked through again and again. */
export function lastDays(): { readonly from: string; readonly to: string } {
  return { from: new Date(Date.now() - DAYS_BACK * DAY).toISOString().slice(0, 10), to: today() };
}

async function knownIds(
  { database }: InventoryWriter,
  companyId: string,
  rsGeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ rsGeId: string }[]>`
      /* waybillsKnown */ select rs_ge_id as "rsGeId" from inventory.waybills
      where company_id = ${companyId} and rs_ge_id = any (${[...rsGeIds]}::text[])`,
  );
  return new Set(rows.map(({ rsGeId }) => rsGeId));
}

/** The day in Tbilisi, and the one after where the day changes while one asks. */
function today(): string {
  return new Date(Date.now() + 4 * 3_600_000).toISOString().slice(0, 10);
}
