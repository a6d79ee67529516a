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
