-- The form of the VAT return is data: a form holds for months from `valid_from` on, until another takes its place.
create table tax.vat_return_forms (
  valid_from date primary key,
  valid_to date check (valid_to >= valid_from),
  title_ka text not null,
  title_en text not null,
  source text not null
);
insert into tax.vat_return_forms values ('2021-01-01', null,
  'დამატებული ღირებულების გადასახადის დეკლარაცია, დანართი A', 'Value added tax return, annex A',
  'Order 996 of the Minister of Finance, annex A of the VAT return');

-- The boxes of annex A, in the order of the form. A total adds up all other boxes of its part.
create table tax.vat_boxes (
  valid_from date not null references tax.vat_return_forms,
  part text not null check (part in ('OUTPUT', 'REVERSE_CHARGE', 'INPUT')),
  box text not null check (box ~ '^[0-9]{1,2}([.][0-9])?$'),
  position int not null,
  title_ka text not null,
  title_en text not null,
  -- Whether the form has a column for the tax beside that for the base.
  has_vat boolean not null,
  is_total boolean not null default false,
  -- Whether the base counts towards the threshold of registration: taxable supplies and those exempt with the right
  -- of credit do, those exempt without it do not (Tax Code, article 165).
  is_turnover boolean not null default false,
  source text not null default 'Order 996 of the Minister of Finance, annex A of the VAT return',
  primary key (valid_from, part, box),
  unique (valid_from, position),
  check (not (is_total and is_turnover))
);
insert into tax.vat_boxes (valid_from, part, box, position, title_ka, title_en, has_vat, is_total, is_turnover)
select date '2021-01-01', part, box, row_number() over (), title_ka, title_en, has_vat, is_total, is_turnover
from (values
  ('OUTPUT', '1', true, false, true,
   'ანაზღაურების სანაცვლოდ საქონლის მიწოდება ან/და მომსახურების გაწევა',
   'Goods supplied and services rendered for consideration'),
  ('OUTPUT', '1.1', true, false, true,
   'დღგ, სპეციალური სქემით (მარჟით) დასაბეგრ ოპერაციებზე',
   'Operations taxed under the margin scheme'),
  ('OUTPUT', '2', true, false, true,
   'საქონლის მიწოდებამდე ან/და მომსახურების გაწევამდე ანაზღაურებული თანხა',
   'Amounts paid before the supply (advances)'),
  ('OUTPUT', '3', true, false, true,
   'საქონლის უსასყიდლოდ მიწოდება, თუ ამ საქონელზე ან მასზე გაწეულ ხარჯზე დღგ სრულად ან ნაწილობრივ არის ჩათვლილი',
   'Goods given for free on which VAT was credited'),
  ('OUTPUT', '4', true, false, true, 'საქონლის დანაკლისი', 'Shortage of goods'),
  ('OUTPUT', '5', true, false, true,
   'უსასყიდლოდ მომსახურების გაწევა დაქირავებული პირის პირადი სარგებლობისთვის ან საკუთარი საქმიანობის მიზნიდან განსხვავებული მიზნით',
   'Services for free, for private use of staff or other ends than the business'),
  ('OUTPUT', '6', true, false, true,
   'საკუთარი წარმოების შენობის/ნაგებობის ძირითად საშუალებად გამოყენება, თუ სხვა პირისგან შეძენის შემთხვევაში სრულად ან ნაწილობრივ შეიზღუდებოდა ჩათვლის უფლება',
   'Own-built building taken into use as a fixed asset, where credit would be restricted'),
  ('OUTPUT', '6.1', true, false, true,
   'საკუთარი ძირითადი საშუალების (შენობის/ნაგებობის) რემონტის განხორციელება, თუ ამ მომსახურების სხვა პირისგან შეძენის შემთხვევაში სრულად ან ნაწილობრივ შეიზღუდებოდა ჩათვლის უფლება',
   'Own repair of an own building, where credit would be restricted'),
  ('OUTPUT', '7', true, false, true, 'საქონლის/მომსახურების გაცვლის (ბარტერული) ოპერაცია', 'Barter'),
  ('OUTPUT', '7.1', true, false, true,
   'ეკონომიკური საქმიანობის შეწყვეტის შემდეგ საქონლის საკუთარ მფლობელობაში დატოვება ან დღგ-ის რეგისტრაციის გაუქმების შემთხვევაში ნაშთად დარჩენილი საქონელი, თუ ამ საქონელზე ან მასზე გაწეულ ხარჯზე დღგ სრულად ან ნაწილობრივ არის ჩათვლილი',
   'Goods kept after the business ceased or at the end of registration'),
  ('OUTPUT', '8', true, false, true, 'სხვა დასაბეგრი ოპერაციები', 'Other taxable operations'),
  ('OUTPUT', '9', false, false, true,
   'საქონლის მიწოდება ან/და მომსახურების გაწევა საქართველოს საგადასახადო კოდექსის 172-ე მუხლის მე-3 ნაწილით გათვალისწინებულ პირთათვის',
   'Supplies to persons of article 172(3) of the Tax Code'),
  ('OUTPUT', '10', false, false, true,
   'თბოელექტროსადგურებისათვის ბუნებრივი აირის მიწოდება', 'Natural gas to thermal power plants'),
  ('OUTPUT', '11', false, false, true,
   'საქონლის მიწოდება ან/და მომსახურების გაწევა საქართველოს საგადასახადო კოდექსის 172-ე მუხლის პირველი ან მეორე ნაწილით გათვალისწინებულ შემთხვევაში',
   'Supplies in the cases of article 172(1) or (2) of the Tax Code'),
  ('OUTPUT', '12', false, false, true,
   'ცალკეული საერთაშორისო ხელშეკრულებებით გათვალისწინებული პროექტის ფარგლებში მიწოდებული საქონელი ან/და გაწეული მომსახურება',
   'Supplies for projects under international treaties'),
  ('OUTPUT', '13', false, false, true,
   'ჩათვლის უფლებით დღგ-სგან გათავისუფლებული სხვა ოპერაციები, მათ შორის: საგადასახადო ორგანოს მიერ ინვენტარიზაციის შედეგად გამოვლენილი სასაქონლო-მატერიალური ფასეულობების დანაკლისი',
   'Other operations exempt with the right of credit'),
  ('OUTPUT', '14', false, false, true,
   'საქონლის მიწოდება საქართველოს ფარგლების გარეთ (საქონლის ექსპორტი/რეექსპორტი)',
   'Export and re-export of goods (customs value)'),
  ('OUTPUT', '14.1', false, false, false,
   'ფინანსური ოპერაციები/ფინანსური მომსახურება', 'Financial operations and services'),
  ('OUTPUT', '14.2', false, false, false, 'უძრავი ნივთის (მიწის ნაკვეთის) მიწოდება', 'Land'),
  ('OUTPUT', '14.3', false, false, false,
   'ჩათვლის უფლების გარეშე გათავისუფლებული სხვა ოპერაციები',
   'Other operations exempt without the right of credit'),
  ('OUTPUT', '15', true, true, false, 'სულ', 'Total'),
  ('REVERSE_CHARGE', '1', true, false, false,
   'საქართველოს ტერიტორიაზე საანგარიშო პერიოდში მიღებული მომსახურება დასაბეგრი პირისგან, რომელიც არ არის დაფუძნებული ან ჩვეულებრივ არ ცხოვრობს საქართველოში, ან საქართველოში არ გააჩნია ფიქსირებული დაწესებულება, რომელიც მონაწილეობს ამ მომსახურების გაწევაში',
   'Services received in Georgia from a taxable person not established there'),
  ('REVERSE_CHARGE', '2', true, false, false,
   'საბაჟო საწყობში საგადასახადო კოდექსის 164¹ მუხლის მე-4 ნაწილით გათვალისწინებულ შემთხვევაში პირისგან შეძენილი უცხოური საქონელი, რომელიც თავისუფალ მიმოქცევაში გაშვების საბაჟო პროცედურაში ექცევა',
   'Foreign goods bought in a customs warehouse and released (article 164¹(4))'),
  ('REVERSE_CHARGE', '3', true, false, false,
   'საგადასახადო კოდექსის 164¹ მუხლის მე-5 ნაწილით გათვალისწინებულ შემთხვევაში თიზ-ის საწარმოსგან შეძენილი უცხოური საქონელი, რომელიც თავისუფალ მიმოქცევაში გაშვების საბაჟო პროცედურაში ექცევა',
   'Foreign goods bought from an enterprise of a free industrial zone and released (article 164¹(5))'),
  ('REVERSE_CHARGE', '4', true, true, false, 'სულ', 'Total'),
  ('INPUT', '1', true, false, false,
   'საქართველოს ტერიტორიაზე სხვა დასაბეგრი პირისგან საქონლის/მომსახურების შეძენისთვის გადახდილი/გადასახდელი დღგ',
   'VAT on goods and services bought in Georgia from another taxable person'),
  ('INPUT', '2', true, false, false,
   'საქონლის იმპორტისას გადახდილი/გადასახდელი დღგ', 'VAT on the import of goods'),
  ('INPUT', '3', true, false, false,
   'საგადასახადო ორგანოს გადაწყვეტილების საფუძველზე საქონლის იმპორტთან დაკავშირებით დარიცხული დღგ',
   'VAT on import assessed by a decision of the tax authority'),
  ('INPUT', '4', true, false, false, 'დღგ, დარიცხული უკუდაბეგვრის წესით', 'VAT under reverse charge'),
  ('INPUT', '4.1', true, false, false,
   'უკუდაბეგვრის წესით დარიცხული დღგ-ის თანხის გაანგარიშებაში ასახული დღგ',
   'VAT shown in the calculation of reverse charge'),
  ('INPUT', '5', true, false, false,
   'ეკონომიკური საქმიანობის შეწყვეტის შემდეგ ძირითადი საშუალებების საკუთარ მფლობელობაში დატოვების ან დღგ-ის გადამხდელის რეგისტრაციის გაუქმების შემთხვევაში ჩასათვლელი დღგ',
   'VAT on fixed assets kept after the business ceased or at the end of registration'),
  ('INPUT', '6', true, false, false,
   'საკუთარი წარმოების შენობა-ნაგებობის ძირითად საშუალებად გამოყენების შემთხვევაში დარიცხული (გადასახდელი) დღგ-ის ჩასათვლელი თანხა',
   'VAT on an own-built building taken into use as a fixed asset'),
  ('INPUT', '6.1', true, false, false,
   'საკუთარი ძალებით განხორციელებული ძირითადი საშუალების (შენობის/ნაგებობის) რემონტის შემთხვევაში დარიცხული (გადასახდელი) დღგ-ის ჩასათვლელი თანხა',
   'VAT on the own repair of an own building'),
  ('INPUT', '7', true, false, false,
   'დღგ, დარიცხული საქონლის/მომსახურების გაცვლის (ბარტერული) ოპერაციის შემთხვევაში', 'VAT on barter'),
  ('INPUT', '8', true, false, false,
   'დღგ, გადახდილი საქართველოს საგადასახადო კოდექსის 161¹ მუხლით გათვალისწინებულ შემთხვევებში',
   'VAT paid at auctions and in enforcement (article 161¹)'),
  ('INPUT', '9', true, true, false, 'სულ', 'Total')
) as form (part, box, has_vat, is_total, is_turnover, title_ka, title_en);

-- What the registration for VAT goes by, besides its threshold (`tax.rates`, VAT_REGISTRATION_THRESHOLD).
create table tax.vat_registration_terms (
  valid_from date primary key,
  valid_to date check (valid_to >= valid_from),
  -- Longest period, in calendar months, whose turnover is held against the threshold.
  period_months int not null check (period_months > 0),
  -- Working days within which to apply.
  apply_working_days int not null check (apply_working_days >= 0),
  -- Months of registration before one may ask to end it.
  least_months int not null check (least_months >= 0),
  source text not null
);
insert into tax.vat_registration_terms values ('2021-01-01', null, 12, 2, 12,
  'Tax Code, article 165(1), (7): any continuous period of up to 12 calendar months, apply within 2 working days; article 165¹: may end a year after registration');

grant select on tax.vat_return_forms, tax.vat_boxes, tax.vat_registration_terms to {{app_role}}, {{writer_role}};

-- Each filing of a month: the first, and one more for each correction. A month without a row has its first as a draft.
create table tax.vat_returns (
  company_id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  return_version int not null check (return_version > 0),
  -- The return of the month, whichever of its filings: the aggregate of its events.
  id uuid not null,
  state text not null check (state in ('DRAFT', 'READY', 'SUBMITTED', 'ACCEPTED', 'REFUSED', 'CORRECTED')),
  -- As they were submitted: figures of all boxes, the net amount, the checks; null before.
  submitted json,
  sequence_number text,
  receipt_number text,
  primary key (company_id, year, month, return_version)
);
create index vat_returns_id on tax.vat_returns (company_id, id);

-- Who brought a return from one state to the next, when, and why.
create table tax.vat_return_changes (
  company_id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  version int not null,
  return_version int not null,
  state text not null,
  reason text,
  receipt_number text,
  dated date,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (company_id, year, month, version)
);

call tax.keep_companies_apart('vat_returns', 'vat_return_changes');
grant insert, update on tax.vat_returns to {{writer_role}};
grant insert on tax.vat_return_changes to {{writer_role}};

create function tax.project_vat_returns(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e tax.event_store;
  v_year int;
  v_month int;
  v_version int;
  v_state text;
begin
  for e in select * from unnest(p_events) x where x.aggregate_type = 'VatReturn' order by x.company_id, x.seq loop
    v_year := (e.data ->> 'year')::int;
    v_month := (e.data ->> 'month')::int;
    v_version := (e.data ->> 'returnVersion')::int;
    v_state := case e.event_type
      when 'VatReturnPrepared' then 'READY'
      when 'VatReturnSubmitted' then 'SUBMITTED'
      when 'VatReturnAccepted' then 'ACCEPTED'
      when 'VatReturnRefused' then 'REFUSED'
      when 'VatReturnTakenBack' then 'DRAFT'
      when 'VatReturnReopened' then 'CORRECTED'
    end;

    insert into tax.vat_return_changes values (e.company_id, v_year, v_month, e.version, v_version, v_state,
      e.data ->> 'reason', e.data ->> 'receiptNumber', (e.data ->> 'date')::date, e.recorded_at,
      (e.metadata ->> 'userId')::uuid);

    insert into tax.vat_returns as r (company_id, year, month, return_version, id, state, submitted,
                                      sequence_number, receipt_number)
      values (e.company_id, v_year, v_month, v_version, e.aggregate_id, v_state,
              case when v_state = 'SUBMITTED' then e.data end, e.data ->> 'sequenceNumber',
              e.data ->> 'receiptNumber')
      on conflict (company_id, year, month, return_version) do update
        set state = excluded.state,
            submitted = coalesce(excluded.submitted, r.submitted),
            sequence_number = coalesce(excluded.sequence_number, r.sequence_number),
            receipt_number = coalesce(excluded.receipt_number, r.receipt_number);

    if v_state = 'SUBMITTED' then
      -- A document may have come between the reading of the figures and this moment. The last event of the log is the
      -- one being appended; in a rebuild it is the one after which nothing came, and the figures hold as well.
      if e.seq = (select h.last_seq from tax.head h where h.company_id = e.company_id) and exists (
        select from json_to_recordset(e.data -> 'figures')
          as f (part text, box text, base numeric, vat numeric, "isTotal" boolean)
        cross join lateral (
          select coalesce(sum(i.base), 0) as base, coalesce(sum(i.vat), 0) as vat from tax.vat_items i
          where i.company_id = e.company_id and i.year = v_year and i.month = v_month
            and i.part = f.part and i.box = f.box) now
        where not f."isTotal" and (f.base <> now.base or f.vat <> now.vat)
      ) then
        raise exception 'the figures of %-% have moved', v_year, v_month
          using errcode = 'check_violation', constraint = 'vat_return_figures_as_submitted';
      end if;
      insert into tax.submitted_months (company_id, year, month) values (e.company_id, v_year, v_month)
        on conflict do nothing;
    elsif v_state = 'CORRECTED' then
      delete from tax.submitted_months s
        where s.company_id = e.company_id and s.year = v_year and s.month = v_month;
      insert into tax.vat_returns (company_id, year, month, return_version, id, state)
        values (e.company_id, v_year, v_month, v_version + 1, e.aggregate_id, 'DRAFT');
    end if;
  end loop;
end $project$;
grant execute on function tax.project_vat_returns(tax.event_store[]) to {{writer_role}};
-- After the documents: the figures that are submitted are compared with what they have become.
insert into tax.projections (position, name) values (50, 'project_vat_returns');
