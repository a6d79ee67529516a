-- A year of VAT in one company with one month that is large, written straight into the tables of tax: the write path
-- is passed by, which is why only the superuser can do it and nothing but a benchmark should. What the return looks at
-- is as invoices and postings would have left it.
--
-- {{company}} the company, {{invoices}} how many in the large month (a tenth of that in the others), {{year}} the year,
-- {{month}} the large month.
set session_replication_role = replica;
set synchronous_commit = off;
set timezone = 'UTC';
select setseed(0.42);

-- Nine of ten are sales at 18 %, exports, advances and what is set off; the tenth is a purchase.
insert into tax.vat_items (company_id, year, month, part, box, document_type, document_id, line, date, treatment,
                           is_fixed_asset, base, vat)
select '{{company}}', {{year}}, m, k.part, k.box, 'TaxInvoice', gen_random_uuid(), 1,
       make_date({{year}}, m, 1 + n % 28), k.treatment, false, amount, case when k.taxed then round(amount * 0.18, 2) else 0 end
from generate_series(1, 12) m
cross join lateral generate_series(1, case when m = {{month}} then {{invoices}} else {{invoices}} / 10 end) n
cross join lateral (select (10 + random() * 990 + n * 0)::numeric(20, 2) as amount, n % 10 as kind) a
join (values (0, 'INPUT', '1', 'STANDARD', true), (1, 'OUTPUT', '14', 'EXEMPT_WITH_CREDIT', false),
             (2, 'OUTPUT', '2', 'STANDARD', true), (3, 'REVERSE_CHARGE', '1', 'REVERSE_CHARGE', true),
             (4, 'INPUT', '2', 'IMPORT', true), (5, 'OUTPUT', '1', 'STANDARD', true), (6, 'OUTPUT', '1', 'STANDARD', true),
             (7, 'OUTPUT', '1', 'STANDARD', true), (8, 'OUTPUT', '1', 'STANDARD', true), (9, 'OUTPUT', '1', 'STANDARD', true)
     ) as k (kind, part, box, treatment, taxed) on k.kind = a.kind;

-- The books agree: an entry on a VAT account for each document with VAT.
insert into tax.vat_accounts (company_id, account_id, account_code, role)
values ('{{company}}', '00000000-0000-7000-8000-000000003330', '3330', 'VAT_PAYABLE'),
       ('{{company}}', '00000000-0000-7000-8000-000000003335', '3335', 'VAT_PAYABLE_REVERSE_CHARGE'),
       ('{{company}}', '00000000-0000-7000-8000-000000003340', '3340', 'VAT_RECEIVABLE');
insert into tax.vat_entries (company_id, transaction_id, line, account_id, seq, date, debit, credit, description,
                             source_type, source_id, purpose)
select i.company_id, gen_random_uuid(), 1, a.account_id, row_number() over (), i.date,
       case when a.part = 'INPUT' then i.vat else 0 end, case when a.part = 'INPUT' then 0 else i.vat end, '',
       i.document_type, i.document_id::text, 'record'
from tax.vat_items i join tax.vat_accounts a on a.company_id = i.company_id and a.part = i.part
where i.company_id = '{{company}}' and i.vat <> 0;
