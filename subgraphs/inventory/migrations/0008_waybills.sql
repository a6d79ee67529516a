-- Waybills, and the way of them to RS.ge.

-- The sign-in of a company at the waybill service. What would let somebody in is sealed by a key that is not in the
-- database.
create table inventory.waybill_connections (
  company_id uuid primary key,
  credentials text not null,
  state text not null default 'UNTRIED' check (state in ('UNTRIED', 'CONNECTED', 'REFUSED', 'UNREACHABLE')),
  since timestamptz not null default clock_timestamp(),
  last_error text,
  last_error_at timestamptz,
  -- No call of this company's user may begin before this moment, whichever process makes it.
  next_call_at timestamptz not null default '-infinity',
  -- One process at a time calls for a company. Whoever takes a lease over finds what the one before left.
  lease_by text,
  lease_until timestamptz not null default '-infinity',
  -- When it was looked last what others did with waybills of ours, and which new ones there are for us.
  followed_at timestamptz not null default '-infinity'
) with (fillfactor = 50);

create table inventory.waybills (
  company_id uuid not null,
  id uuid not null,
  direction text not null check (direction in ('ISSUED', 'RECEIVED')),
  status text not null check (status in ('DRAFT', 'ACTIVATING', 'ACTIVE', 'CORRECTING', 'CLOSING', 'CLOSED',
    'CANCELLING', 'CANCELLED', 'DISCARDING', 'DISCARDED', 'RECEIVED', 'CONFIRMING', 'CONFIRMED', 'REJECTING',
    'REJECTED')),
  before text,
  kind text not null,
  content jsonb not null,
  revision int not null,
  saved_revision int not null,
  rs_ge_id text,
  number text,
  -- What the buyer has said of one of ours, or we of one of theirs.
  answer text check (answer in ('CONFIRMED', 'REJECTED')),
  seller_tax_id text,
  seller_name text,
  begins_at timestamptz not null,
  delivered_at timestamptz,
  movement_id uuid,
  tax_invoice_id uuid,
  -- Version of the event since which the call that it waits for is due: what is learned meanwhile makes no new call.
  call_version int not null default 0,
  refused_call text,
  refusal_code text,
  refusal_text text,
  version int not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  constraint waybills_rs_ge_id unique (company_id, rs_ge_id)
);
create index waybills_listed on inventory.waybills (company_id, created_at desc, id desc);
create index waybills_waiting on inventory.waybills (company_id)
  where status in ('ACTIVATING', 'CORRECTING', 'CLOSING', 'CANCELLING', 'DISCARDING', 'CONFIRMING', 'REJECTING');
create index waybills_followed on inventory.waybills (company_id, created_at)
  where direction = 'ISSUED' and status in ('ACTIVE', 'CLOSED') and answer is null;
create index waybills_of_movement on inventory.waybills (company_id, movement_id) where movement_id is not null;
create index waybills_of_invoice on inventory.waybills (company_id, tax_invoice_id) where tax_invoice_id is not null;

-- Calls of RS.ge, one for each thing that a waybill waits for: working notes of whoever calls, and the trace of which
-- and when. A row is SENDING before anything is sent: whoever finds it so after a death knows that it may have been
-- done, and asks.
create table inventory.waybill_calls (
  company_id uuid not null,
  waybill_id uuid not null,
  -- `call_version` of the waybill that the call is for.
  version int not null,
  call text not null check (call in ('SAVE', 'ACTIVATE', 'CLOSE', 'CANCEL', 'DELETE', 'CONFIRM', 'REJECT')),
  phase text not null check (phase in ('WAITING', 'SENDING', 'UNKNOWN', 'DONE', 'REFUSED', 'STUCK')),
  attempts int not null default 0,
  -- How often it was asked in vain what became of it.
  asked int not null default 0,
  next_at timestamptz not null default clock_timestamp(),
  error_kind text,
  error_code text,
  error_text text,
  first_sent_at timestamptz,
  settled_at timestamptz,
  primary key (company_id, waybill_id, version)
) with (fillfactor = 70);

call inventory.keep_companies_apart('waybill_connections', 'waybills', 'waybill_calls');
do $$
declare t text;
begin
  foreach t in array array['waybill_connections', 'waybills', 'waybill_calls'] loop
    -- Whoever calls RS.ge looks for companies that have something to be done.
    execute format($p$create policy finder on inventory.%I for select to {{writer_role}}
      using ((select current_setting('app.finds_waybills', true)) = 'on')$p$, t);
  end loop;
end $$;
grant insert, update, delete on inventory.waybill_connections to {{app_role}};
grant insert, update on inventory.waybill_calls to {{app_role}};
grant insert, update on inventory.waybills to {{writer_role}};

-- Companies for which RS.ge is to be called now and nobody does it. Tells their ids only.
create function inventory.waybills_due(p_follow_seconds double precision) returns setof uuid
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
          and w.status in ('ACTIVATING', 'CORRECTING', 'CLOSING', 'CANCELLING', 'DISCARDING', 'CONFIRMING', 'REJECTING')
          and (k.phase is null or (k.phase in ('WAITING', 'SENDING', 'UNKNOWN') and k.next_at <= clock_timestamp()))));
  perform set_config('app.finds_waybills', '', true);
end $$;
alter function inventory.waybills_due(double precision) owner to {{writer_role}};
revoke all on function inventory.waybills_due(double precision) from public;
grant execute on function inventory.waybills_due(double precision) to {{app_role}};

create function inventory.project_8_waybills(p_events inventory.event_store[]) returns void
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
        when e.event_type = 'WaybillSaved' and w.status <> 'CORRECTING' then w.before end,
      status = case e.event_type
        when 'WaybillActivationRequested' then 'ACTIVATING' when 'WaybillCorrectionRequested' then 'CORRECTING'
        when 'WaybillClosingRequested' then 'CLOSING' when 'WaybillCancellationRequested' then 'CANCELLING'
        when 'WaybillDiscardingRequested' then 'DISCARDING' when 'WaybillConfirmationRequested' then 'CONFIRMING'
        when 'WaybillRejectionRequested' then 'REJECTING' when 'WaybillActivated' then 'ACTIVE'
        when 'WaybillClosed' then 'CLOSED' when 'WaybillCancelled' then 'CANCELLED'
        when 'WaybillDiscarded' then 'DISCARDED' when 'WaybillConfirmed' then 'CONFIRMED'
        when 'WaybillRejected' then 'REJECTED'
        when 'WaybillSaved' then case w.status when 'CORRECTING' then 'ACTIVE' else w.status end
        when 'WaybillRefused' then coalesce(w.before, w.status)
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
      tax_invoice_id = case e.event_type when 'WaybillLinked' then (d ->> 'taxInvoiceId')::uuid
        else w.tax_invoice_id end,
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
grant execute on function inventory.project_8_waybills(inventory.event_store[]) to {{writer_role}};
