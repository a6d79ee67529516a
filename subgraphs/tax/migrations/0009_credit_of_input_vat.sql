-- When input VAT is credited, wholly or at all.
insert into tax.rates (code, valid_from, value, unit, source, title_ka, title_en) values
  ('VAT_SHARE_IGNORED', '2021-01-01', 5, 'PERCENT', 'Tax Code, art. 176',
    'ჩასათვლელად დაუშვებელი წილი, რომელიც არ მიიღება მხედველობაში',
    'Share of exempt use below which VAT is credited wholly'),
  ('VAT_FIXED_ASSET_SHARE_IGNORED', '2021-01-01', 20, 'PERCENT', 'Tax Code, art. 176',
    'ძირითადი საშუალების გათავისუფლებული გამოყენების წილი, რომელიც არ მიიღება მხედველობაში',
    'Share of exempt use of a fixed asset below which VAT is credited wholly'),
  ('VAT_CREDIT_TERM', '2021-01-01', 36, 'MONTHS', 'Tax Code, art. 174',
    'დღგ-ის ჩათვლის ვადა წლის დასრულებიდან', 'Term for the credit of VAT, from the end of the year of the document');

-- Amounts paid before the supply have a box of their own.
insert into tax.vat_grounds
  (code, treatment, valid_from, output_part, output_box, input_box, source, name_ka, name_en) values
  ('ADVANCE', 'STANDARD', '2021-01-01', 'OUTPUT', '2', '1', 'Tax Code, art. 163(2)', 'ავანსი', 'Advance');

-- What is supplied for nothing owes VAT, and nobody pays for it.
alter table tax.vat_grounds add column is_paid boolean not null default true;
update tax.vat_grounds set is_paid = false
  where code in ('FREE_SUPPLY', 'SHORTAGE', 'FREE_SERVICE', 'OWN_BUILDING', 'OWN_REPAIR', 'BUSINESS_CEASED');
