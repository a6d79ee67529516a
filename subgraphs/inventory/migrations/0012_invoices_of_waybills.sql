-- RS.ge links a closed waybill with the tax invoice of the same goods.

alter table inventory.waybills
  -- Under which RS.ge knows the invoice that the waybill is to be linked with, and the one that it has it linked with.
  add column asked_invoice_rs_ge_id text,
  add column invoice_rs_ge_id text,
  drop constraint waybills_status_check,
  add constraint waybills_status_check check (status in ('DRAFT', 'ACTIVATING', 'ACTIVE', 'CORRECTING', 'CLOSING', 'CLOSED',
    'LINKING', 'CANCELLING', 'CANCELLED', 'DISCARDING', 'DISCARDED', 'RECEIVED', 'CONFIRMING', 'CONFIRMED', 'REJECTING',
    'REJECTED'));
alter table inventory.waybill_calls
  drop constraint waybill_calls_call_check,
  add constraint waybill_calls_call_check check (call in ('SAVE', 'ACTIVATE', 'CLOSE', 'CANCEL', 'DELETE', 'CONFIRM',
    'REJECT', 'LINK_INVOICE'));
drop index inventory.waybills_waiting;
create index waybills_waiting on inventory.waybills (company_id)
  where status in ('ACTIVATING', 'CORRECTING', 'CLOSING', 'CANCELLING', 'DISCARDING', 'CONFIRMING', 'REJECTING',
    'LINKING');

-- Companies for which RS.ge is to be called now and nobody does it. Tells their ids only.
create or replace function inventory.waybills_due(p_follow_seconds double precision) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('app.finds_waybills', 'on', true);
  return query
    select c.company_id from inventory.waybill_connections c
    where c.lease_until < clock_timestamp() and c.state <> 'REFUSED' and (
      c.followed_at < clock_timestamp() - make_interval(secs => p_follow_seconds)
      or exists (
        select from inventory.waybills w
        left join inventory.waybill_calls k
          on k.company_id = w.company_id and k.waybill_id = w.id and k.version = w.call_version
        where w.company_id = c.company_id
          and w.status in ('ACTIVATING', 'CORRECTING', 'CLOSING', 'CANCELLING', 'DISCARDING', 'CONFIRMING', 'REJECTING',
            'LINKING')
          and (k.phase is null or (k.phase in ('WAITING', 'SENDING', 'UNKNOWN') and k.next_at <= clock_timestamp()))));
  perform set_config('app.finds_waybills', '', true);
end $$;

create or replace function inventory.project_8_waybills(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e inventory.event_store;
  d json;
begin
  foreach e in array p_events loop
    continue when e.aggregate_type <> 'Waybill';
    d := e.data;
    if e.event_type in ('WaybillDrafted', 'WaybillReceived') then
      insert into inventory.waybills (company_id, id, direction, status, kind, content, revision, saved_revision,
          rs_ge_id, number, answer, seller_tax_id, seller_name, begins_at, movement_id, tax_invoice_id, version,
          created_at, created_by, updated_at)
        values (e.company_id, e.aggregate_id,
          case e.event_type when 'WaybillDrafted' then 'ISSUED' else 'RECEIVED' end,
          case e.event_type when 'WaybillDrafted' then 'DRAFT' else coalesce(d ->> 'answer', 'RECEIVED') end,
          d -> 'content' ->> 'kind', d -> 'content', 1,
          case e.event_type when 'WaybillDrafted' then 0 else 1 end,
          d ->> 'rsGeId', d ->> 'number', d ->> 'answer', d -> 'seller' ->> 'taxId', d -> 'seller' ->> 'name',
          (d -> 'content' ->> 'beginsAt')::timestamptz, (d -> 'links' ->> 'movementId')::uuid,
          (d -> 'links' ->> 'taxInvoiceId')::uuid, e.version, e.recorded_at, (e.metadata ->> 'userId')::uuid,
          e.recorded_at);
      continue;
    end if;
    update inventory.waybills w set
      before = case
        when e.event_type like 'Waybill%Requested' then w.status
        when e.event_type in ('WaybillChanged', 'WaybillLinked', 'WaybillAnswered') then w.before
        when e.event_type = 'WaybillSaved' and w.status <> 'CORRECTING' then w.before
        when e.event_type = 'WaybillInvoiceLinked'
          and not (w.status = 'LINKING' and w.asked_invoice_rs_ge_id = d ->> 'invoiceRsGeId') then w.before end,
      status = case e.event_type
        when 'WaybillActivationRequested' then 'ACTIVATING' when 'WaybillCorrectionRequested' then 'CORRECTING'
        when 'WaybillClosingRequested' then 'CLOSING' when 'WaybillCancellationRequested' then 'CANCELLING'
        when 'WaybillDiscardingRequested' then 'DISCARDING' when 'WaybillConfirmationRequested' then 'CONFIRMING'
        when 'WaybillRejectionRequested' then 'REJECTING' when 'WaybillInvoiceLinkRequested' then 'LINKING'
        when 'WaybillActivated' then 'ACTIVE'
        when 'WaybillClosed' then 'CLOSED' when 'WaybillCancelled' then 'CANCELLED'
        when 'WaybillDiscarded' then 'DISCARDED' when 'WaybillConfirmed' then 'CONFIRMED'
        when 'WaybillRejected' then 'REJECTED'
        when 'WaybillSaved' then case w.status when 'CORRECTING' then 'ACTIVE' else w.status end
        when 'WaybillRefused' then coalesce(w.before, w.status)
        when 'WaybillInvoiceLinked' then case
          when w.status = 'LINKING' and w.asked_invoice_rs_ge_id = d ->> 'invoiceRsGeId' then coalesce(w.before, w.status)
          else w.status end
        else w.status end,
      content = coalesce((d ->> 'content')::jsonb, w.content),
      kind = coalesce(d -> 'content' ->> 'kind', w.kind),
      begins_at = coalesce((d -> 'content' ->> 'beginsAt')::timestamptz, w.begins_at),
      revision = w.revision + case when d -> 'content' is null then 0 else 1 end,
      rs_ge_id = coalesce(d ->> 'rsGeId', w.rs_ge_id),
      saved_revision = coalesce((d ->> 'revision')::int, w.saved_revision),
      number = coalesce(d ->> 'number', w.number),
      delivered_at = coalesce((d ->> 'deliveredAt')::timestamptz, w.delivered_at),
      answer = case e.event_type when 'WaybillConfirmed' then 'CONFIRMED' when 'WaybillRejected' then 'REJECTED'
        else coalesce(d ->> 'answer', w.answer) end,
      movement_id = case e.event_type when 'WaybillLinked' then (d ->> 'movementId')::uuid else w.movement_id end,
      tax_invoice_id = case when e.event_type in ('WaybillLinked', 'WaybillInvoiceLinkRequested')
        then (d ->> 'taxInvoiceId')::uuid else w.tax_invoice_id end,
      asked_invoice_rs_ge_id = case e.event_type when 'WaybillInvoiceLinkRequested' then d ->> 'invoiceRsGeId'
        else w.asked_invoice_rs_ge_id end,
      invoice_rs_ge_id = case e.event_type when 'WaybillInvoiceLinked' then d ->> 'invoiceRsGeId'
        else w.invoice_rs_ge_id end,
      call_version = case when e.event_type like 'Waybill%Requested' or e.event_type = 'WaybillSaved' then e.version
        else w.call_version end,
      -- A refusal stands until the same waybill is asked for again.
      refused_call = case when e.event_type = 'WaybillRefused' then d ->> 'call'
        when e.event_type like 'Waybill%Requested' then null else w.refused_call end,
      refusal_code = case when e.event_type = 'WaybillRefused' then d ->> 'code'
        when e.event_type like 'Waybill%Requested' then null else w.refusal_code end,
      refusal_text = case when e.event_type = 'WaybillRefused' then d ->> 'text'
        when e.event_type like 'Waybill%Requested' then null else w.refusal_text end,
      version = e.version, updated_at = e.recorded_at
    where w.company_id = e.company_id and w.id = e.aggregate_id;
  end loop;
end $project$;
