-- A key is followed by one of the same partner in the same company, and the database itself holds it to that.
alter table api_keys drop constraint api_keys_successor_id_fkey;
alter table api_keys add constraint api_keys_place_unique unique (company_id, partner_id, id);
alter table api_keys add constraint api_keys_successor_exists
  foreign key (company_id, partner_id, successor_id) references api_keys (company_id, partner_id, id)
  deferrable initially deferred;
