-- The statements that are drawn up: their lines, and which accounts stand on which line. Data, so that a standard can be
-- mended or added without code.

create table reporting.standards (
  standard text primary key check (standard ~ '^[A-Z][A-Z_]*$'),
  name_ka text not null,
  name_en text not null,
  source text not null
);
insert into reporting.standards values
  ('CATEGORY_IV', 'IV კატეგორიის საწარმოთა ფინანსური ანგარიშგების სტანდარტი', 'Financial reporting standard for category IV entities',
   'Law on Accounting, Reporting and Auditing; saras.gov.ge'),
  ('IFRS_SME', 'მსს ფასს სტანდარტი', 'IFRS for SMEs', 'IFRS for SMEs (2015), sections 4, 5, 6, 7'),
  ('IFRS', 'ფასს', 'IFRS', 'IAS 1.54, 1.82, 1.106; IAS 7');

-- A line that sums others is a TOTAL; a HEADING only stands above. Amounts of a statement have the sign in which its
-- reader expects them: assets as debits, all else as credits.
create table reporting.statement_lines (
  standard text not null references reporting.standards,
  statement text not null check (statement in ('FINANCIAL_POSITION', 'PROFIT_OR_LOSS_BY_FUNCTION', 'PROFIT_OR_LOSS_BY_NATURE')),
  position int not null,
  code text not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
  kind text not null check (kind in ('HEADING', 'LINE', 'TOTAL')),
  level int not null check (level between 0 and 5),
  -- The total that the line counts into.
  total_code text,
  side text not null check (side in ('DEBIT', 'CREDIT')),
  -- Beginnings of codes of accounts; the longest that fits decides.
  prefixes text[] not null,
  name_ka text not null,
  name_en text not null,
  -- Where the line goes while it is negative: taxes overpaid are an asset.
  swings_to text,
  primary key (standard, statement, code),
  unique (standard, statement, position),
  foreign key (standard, statement, swings_to) references reporting.statement_lines (standard, statement, code)
    deferrable initially deferred,
  foreign key (standard, statement, total_code) references reporting.statement_lines (standard, statement, code)
    deferrable initially deferred
);

-- IFRS for SMEs 4.2 and 5.5; what full IFRS and category IV show otherwise is said below.
insert into reporting.statement_lines (standard, statement, position, code, kind, level, total_code, side, prefixes,
  name_ka, name_en)
select s.standard, 'FINANCIAL_POSITION', l.* from (values ('IFRS_SME'), ('IFRS'), ('CATEGORY_IV')) as s(standard)
cross join (values
  (10, 'ASSETS', 'HEADING', 0, null, 'DEBIT', '{}'::text[], 'აქტივები', 'Assets'),
  (20, 'NON_CURRENT_ASSETS', 'HEADING', 1, null, 'DEBIT', '{}', 'გრძელვადიანი აქტივები', 'Non-current assets'),
  (30, 'PROPERTY_PLANT_EQUIPMENT', 'LINE', 2, 'TOTAL_NON_CURRENT_ASSETS', 'DEBIT', '{21,22}', 'ძირითადი საშუალებები', 'Property, plant and equipment'),
  (40, 'INTANGIBLE_ASSETS', 'LINE', 2, 'TOTAL_NON_CURRENT_ASSETS', 'DEBIT', '{25,26}', 'არამატერიალური აქტივები', 'Intangible assets'),
  (50, 'LONG_TERM_INVESTMENTS', 'LINE', 2, 'TOTAL_NON_CURRENT_ASSETS', 'DEBIT', '{24}', 'გრძელვადიანი ინვესტიციები', 'Investments'),
  (60, 'LONG_TERM_RECEIVABLES', 'LINE', 2, 'TOTAL_NON_CURRENT_ASSETS', 'DEBIT', '{23}', 'გრძელვადიანი მოთხოვნები', 'Non-current receivables'),
  (70, 'DEFERRED_TAX_ASSETS', 'LINE', 2, 'TOTAL_NON_CURRENT_ASSETS', 'DEBIT', '{2340}', 'გადავადებული საგადასახადო აქტივები', 'Deferred tax assets'),
  (80, 'TOTAL_NON_CURRENT_ASSETS', 'TOTAL', 1, 'TOTAL_ASSETS', 'DEBIT', '{}', 'სულ გრძელვადიანი აქტივები', 'Total non-current assets'),
  (90, 'CURRENT_ASSETS', 'HEADING', 1, null, 'DEBIT', '{}', 'მიმდინარე აქტივები', 'Current assets'),
  (100, 'INVENTORIES', 'LINE', 2, 'TOTAL_CURRENT_ASSETS', 'DEBIT', '{16}', 'მარაგები', 'Inventories'),
  (110, 'TRADE_RECEIVABLES', 'LINE', 2, 'TOTAL_CURRENT_ASSETS', 'DEBIT', '{14,15,18}', 'სავაჭრო და სხვა მოთხოვნები', 'Trade and other receivables'),
  (120, 'PREPAYMENTS', 'LINE', 2, 'TOTAL_CURRENT_ASSETS', 'DEBIT', '{17,1480}', 'წინასწარ გადახდები', 'Prepayments'),
  (130, 'OTHER_FINANCIAL_ASSETS', 'LINE', 2, 'TOTAL_CURRENT_ASSETS', 'DEBIT', '{13}', 'სხვა ფინანსური აქტივები', 'Other financial assets'),
  (135, 'TAX_ASSETS', 'LINE', 2, 'TOTAL_CURRENT_ASSETS', 'DEBIT', '{}', 'საგადასახადო აქტივები', 'Tax assets'),
  (140, 'OTHER_CURRENT_ASSETS', 'LINE', 2, 'TOTAL_CURRENT_ASSETS', 'DEBIT', '{19}', 'სხვა მიმდინარე აქტივები', 'Other current assets'),
  (150, 'CASH', 'LINE', 2, 'TOTAL_CURRENT_ASSETS', 'DEBIT', '{11,12}', 'ფული და ფულის ეკვივალენტები', 'Cash and cash equivalents'),
  (160, 'TOTAL_CURRENT_ASSETS', 'TOTAL', 1, 'TOTAL_ASSETS', 'DEBIT', '{}', 'სულ მიმდინარე აქტივები', 'Total current assets'),
  (170, 'TOTAL_ASSETS', 'TOTAL', 0, null, 'DEBIT', '{}', 'სულ აქტივები', 'Total assets'),
  (180, 'EQUITY', 'HEADING', 0, null, 'CREDIT', '{}', 'საკუთარი კაპიტალი', 'Equity'),
  (190, 'SHARE_CAPITAL', 'LINE', 2, 'TOTAL_EQUITY', 'CREDIT', '{51,52}', 'საწესდებო კაპიტალი', 'Share capital'),
  (200, 'SHARE_PREMIUM', 'LINE', 2, 'TOTAL_EQUITY', 'CREDIT', '{5140}', 'საემისიო კაპიტალი', 'Share premium'),
  (210, 'TREASURY_SHARES', 'LINE', 2, 'TOTAL_EQUITY', 'CREDIT', '{5130}', 'გამოსყიდული საკუთარი აქციები', 'Treasury shares'),
  (220, 'RESERVES', 'LINE', 2, 'TOTAL_EQUITY', 'CREDIT', '{54}', 'რეზერვები', 'Reserves'),
  (230, 'RETAINED_EARNINGS', 'LINE', 2, 'TOTAL_EQUITY', 'CREDIT', '{53,6,7,8,9}', 'გაუნაწილებელი მოგება', 'Retained earnings'),
  (240, 'TOTAL_EQUITY', 'TOTAL', 1, 'TOTAL_EQUITY_AND_LIABILITIES', 'CREDIT', '{}', 'სულ საკუთარი კაპიტალი', 'Total equity'),
  (250, 'LIABILITIES', 'HEADING', 0, null, 'CREDIT', '{}', 'ვალდებულებები', 'Liabilities'),
  (260, 'NON_CURRENT_LIABILITIES', 'HEADING', 1, null, 'CREDIT', '{}', 'გრძელვადიანი ვალდებულებები', 'Non-current liabilities'),
  (270, 'LONG_TERM_BORROWINGS', 'LINE', 2, 'TOTAL_NON_CURRENT_LIABILITIES', 'CREDIT', '{41}', 'გრძელვადიანი სესხები', 'Borrowings'),
  (280, 'DEFERRED_TAX', 'LINE', 2, 'TOTAL_NON_CURRENT_LIABILITIES', 'CREDIT', '{4210}', 'გადავადებული საგადასახადო ვალდებულებები', 'Deferred tax liabilities'),
  (290, 'LONG_TERM_PROVISIONS', 'LINE', 2, 'TOTAL_NON_CURRENT_LIABILITIES', 'CREDIT', '{43}', 'ანარიცხები', 'Provisions'),
  (300, 'DEFERRED_INCOME', 'LINE', 2, 'TOTAL_NON_CURRENT_LIABILITIES', 'CREDIT', '{44}', 'გადავადებული შემოსავალი', 'Deferred income'),
  (310, 'OTHER_NON_CURRENT_LIABILITIES', 'LINE', 2, 'TOTAL_NON_CURRENT_LIABILITIES', 'CREDIT', '{42}', 'სხვა გრძელვადიანი ვალდებულებები', 'Other non-current liabilities'),
  (320, 'TOTAL_NON_CURRENT_LIABILITIES', 'TOTAL', 1, 'TOTAL_LIABILITIES', 'CREDIT', '{}', 'სულ გრძელვადიანი ვალდებულებები', 'Total non-current liabilities'),
  (330, 'CURRENT_LIABILITIES', 'HEADING', 1, null, 'CREDIT', '{}', 'მიმდინარე ვალდებულებები', 'Current liabilities'),
  (340, 'TRADE_PAYABLES', 'LINE', 2, 'TOTAL_CURRENT_LIABILITIES', 'CREDIT', '{31,34}', 'სავაჭრო და სხვა ვალდებულებები', 'Trade and other payables'),
  (350, 'ADVANCES_RECEIVED', 'LINE', 2, 'TOTAL_CURRENT_LIABILITIES', 'CREDIT', '{3120}', 'მიღებული ავანსები', 'Advances received'),
  (360, 'SHORT_TERM_BORROWINGS', 'LINE', 2, 'TOTAL_CURRENT_LIABILITIES', 'CREDIT', '{32}', 'მოკლევადიანი სესხები', 'Borrowings, current'),
  (370, 'CURRENT_TAX', 'LINE', 2, 'TOTAL_CURRENT_LIABILITIES', 'CREDIT', '{3310}', 'მიმდინარე მოგების გადასახადი', 'Current tax liabilities'),
  (380, 'OTHER_TAXES', 'LINE', 2, 'TOTAL_CURRENT_LIABILITIES', 'CREDIT', '{33}', 'სხვა საგადასახადო ვალდებულებები', 'Other taxes'),
  (390, 'SHORT_TERM_PROVISIONS', 'LINE', 2, 'TOTAL_CURRENT_LIABILITIES', 'CREDIT', '{3430}', 'მოკლევადიანი ანარიცხები', 'Provisions, current'),
  (400, 'TOTAL_CURRENT_LIABILITIES', 'TOTAL', 1, 'TOTAL_LIABILITIES', 'CREDIT', '{}', 'სულ მიმდინარე ვალდებულებები', 'Total current liabilities'),
  (410, 'TOTAL_LIABILITIES', 'TOTAL', 1, 'TOTAL_EQUITY_AND_LIABILITIES', 'CREDIT', '{}', 'სულ ვალდებულებები', 'Total liabilities'),
  (420, 'TOTAL_EQUITY_AND_LIABILITIES', 'TOTAL', 0, null, 'CREDIT', '{}', 'სულ საკუთარი კაპიტალი და ვალდებულებები', 'Total equity and liabilities')
) as l;

-- IAS 1.54: goodwill and lease liabilities stand apart in full IFRS.
insert into reporting.statement_lines (standard, statement, position, code, kind, level, total_code, side, prefixes,
  name_ka, name_en) values
  ('IFRS', 'FINANCIAL_POSITION', 45, 'GOODWILL', 'LINE', 2, 'TOTAL_NON_CURRENT_ASSETS', 'DEBIT', '{2540,2640}', 'გუდვილი', 'Goodwill'),
  ('IFRS', 'FINANCIAL_POSITION', 275, 'LEASE_LIABILITIES', 'LINE', 2, 'TOTAL_NON_CURRENT_LIABILITIES', 'CREDIT', '{4130}', 'საიჯარო ვალდებულებები', 'Lease liabilities');

-- All taxes run on one card of the treasury; what is overpaid there is owed
-- back.
update reporting.statement_lines set swings_to = 'TAX_ASSETS' where code in ('CURRENT_TAX', 'OTHER_TAXES');

-- Category IV has fewer lines; what it does not show joins its neighbour.
delete from reporting.statement_lines where standard = 'CATEGORY_IV' and code in ('DEFERRED_TAX_ASSETS', 'DEFERRED_TAX',
  'SHARE_PREMIUM', 'TREASURY_SHARES', 'SHORT_TERM_PROVISIONS', 'ADVANCES_RECEIVED', 'PREPAYMENTS', 'DEFERRED_INCOME');
update reporting.statement_lines set prefixes = '{14,15,17,18}' where standard = 'CATEGORY_IV' and code = 'TRADE_RECEIVABLES';
update reporting.statement_lines set prefixes = '{42,44}' where standard = 'CATEGORY_IV' and code = 'OTHER_NON_CURRENT_LIABILITIES';

insert into reporting.statement_lines (standard, statement, position, code, kind, level, total_code, side, prefixes,
  name_ka, name_en)
select s.standard, 'PROFIT_OR_LOSS_BY_FUNCTION', l.* from (values ('IFRS_SME'), ('IFRS'), ('CATEGORY_IV')) as s(standard)
cross join (values
  (10, 'REVENUE', 'LINE', 2, 'GROSS_PROFIT', 'CREDIT', '{6110,6120}'::text[], 'ამონაგები', 'Revenue'),
  (20, 'COST_OF_SALES', 'LINE', 2, 'GROSS_PROFIT', 'CREDIT', '{71,72}', 'გაყიდვების თვითღირებულება', 'Cost of sales'),
  (30, 'GROSS_PROFIT', 'TOTAL', 1, 'OPERATING_PROFIT', 'CREDIT', '{}', 'საერთო მოგება', 'Gross profit'),
  (40, 'OTHER_INCOME', 'LINE', 2, 'OPERATING_PROFIT', 'CREDIT', '{6}', 'სხვა შემოსავალი', 'Other income'),
  (50, 'DISTRIBUTION_COSTS', 'LINE', 2, 'OPERATING_PROFIT', 'CREDIT', '{73}', 'მიწოდების ხარჯები', 'Distribution costs'),
  (60, 'ADMINISTRATIVE_EXPENSES', 'LINE', 2, 'OPERATING_PROFIT', 'CREDIT', '{7}', 'ადმინისტრაციული ხარჯები', 'Administrative expenses'),
  (70, 'OPERATING_PROFIT', 'TOTAL', 1, 'PROFIT_BEFORE_TAX', 'CREDIT', '{}', 'საოპერაციო მოგება', 'Operating profit'),
  (80, 'FINANCE_INCOME', 'LINE', 2, 'PROFIT_BEFORE_TAX', 'CREDIT', '{8110,8120}', 'ფინანსური შემოსავალი', 'Finance income'),
  (90, 'FINANCE_COSTS', 'LINE', 2, 'PROFIT_BEFORE_TAX', 'CREDIT', '{8210}', 'ფინანსური ხარჯები', 'Finance costs'),
  (100, 'EXCHANGE_DIFFERENCES', 'LINE', 2, 'PROFIT_BEFORE_TAX', 'CREDIT', '{8140,8240}', 'საკურსო სხვაობა', 'Exchange differences'),
  (110, 'OTHER_GAINS_LOSSES', 'LINE', 2, 'PROFIT_BEFORE_TAX', 'CREDIT', '{8,91}', 'სხვა მოგება და ზარალი', 'Other gains and losses'),
  (120, 'PROFIT_BEFORE_TAX', 'TOTAL', 1, 'PROFIT', 'CREDIT', '{}', 'მოგება დაბეგვრამდე', 'Profit before tax'),
  (130, 'INCOME_TAX', 'LINE', 2, 'PROFIT', 'CREDIT', '{9}', 'მოგების გადასახადი', 'Income tax expense'),
  (140, 'PROFIT', 'TOTAL', 0, null, 'CREDIT', '{}', 'პერიოდის მოგება', 'Profit for the period')
) as l;

insert into reporting.statement_lines (standard, statement, position, code, kind, level, total_code, side, prefixes,
  name_ka, name_en)
select s.standard, 'PROFIT_OR_LOSS_BY_NATURE', l.* from (values ('IFRS_SME'), ('IFRS'), ('CATEGORY_IV')) as s(standard)
cross join (values
  (10, 'REVENUE', 'LINE', 2, 'OPERATING_PROFIT', 'CREDIT', '{6110,6120}'::text[], 'ამონაგები', 'Revenue'),
  (20, 'OTHER_INCOME', 'LINE', 2, 'OPERATING_PROFIT', 'CREDIT', '{6}', 'სხვა შემოსავალი', 'Other income'),
  (30, 'MATERIALS_AND_GOODS', 'LINE', 2, 'OPERATING_PROFIT', 'CREDIT', '{7110,7140,72}', 'გამოყენებული მასალები და საქონელი', 'Raw materials and goods used'),
  (40, 'EMPLOYEE_BENEFITS', 'LINE', 2, 'OPERATING_PROFIT', 'CREDIT', '{7120,7130,7150,7160,7320,7330,7410,7415}', 'დაქირავებულთა სარგებელი', 'Employee benefits'),
  (50, 'DEPRECIATION', 'LINE', 2, 'OPERATING_PROFIT', 'CREDIT', '{7170,7455}', 'ცვეთა და ამორტიზაცია', 'Depreciation and amortisation'),
  (60, 'IMPAIRMENT', 'LINE', 2, 'OPERATING_PROFIT', 'CREDIT', '{7460}', 'გაუფასურება', 'Impairment of receivables'),
  (70, 'OTHER_EXPENSES', 'LINE', 2, 'OPERATING_PROFIT', 'CREDIT', '{7}', 'სხვა ხარჯები', 'Other expenses'),
  (80, 'OPERATING_PROFIT', 'TOTAL', 1, 'PROFIT_BEFORE_TAX', 'CREDIT', '{}', 'საოპერაციო მოგება', 'Operating profit'),
  (90, 'FINANCE_INCOME', 'LINE', 2, 'PROFIT_BEFORE_TAX', 'CREDIT', '{8110,8120}', 'ფინანსური შემოსავალი', 'Finance income'),
  (100, 'FINANCE_COSTS', 'LINE', 2, 'PROFIT_BEFORE_TAX', 'CREDIT', '{8210}', 'ფინანსური ხარჯები', 'Finance costs'),
  (110, 'EXCHANGE_DIFFERENCES', 'LINE', 2, 'PROFIT_BEFORE_TAX', 'CREDIT', '{8140,8240}', 'საკურსო სხვაობა', 'Exchange differences'),
  (120, 'OTHER_GAINS_LOSSES', 'LINE', 2, 'PROFIT_BEFORE_TAX', 'CREDIT', '{8,91}', 'სხვა მოგება და ზარალი', 'Other gains and losses'),
  (130, 'PROFIT_BEFORE_TAX', 'TOTAL', 1, 'PROFIT', 'CREDIT', '{}', 'მოგება დაბეგვრამდე', 'Profit before tax'),
  (140, 'INCOME_TAX', 'LINE', 2, 'PROFIT', 'CREDIT', '{9}', 'მოგების გადასახადი', 'Income tax expense'),
  (150, 'PROFIT', 'TOTAL', 0, null, 'CREDIT', '{}', 'პერიოდის მოგება', 'Profit for the period')
) as l;

-- IAS 7: what flows of cash are for, by the account on their other side.
create table reporting.cash_flow_lines (
  position int not null unique,
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]*$'),
  activity text not null check (activity in ('OPERATING', 'INVESTING', 'FINANCING', 'EXCHANGE')),
  name_ka text not null,
  name_en text not null
);
insert into reporting.cash_flow_lines values
  (10, 'FROM_CUSTOMERS', 'OPERATING', 'მომხმარებლებისგან მიღებული ფული', 'Receipts from customers'),
  (20, 'TO_SUPPLIERS', 'OPERATING', 'მომწოდებლებზე გადახდილი ფული', 'Payments to suppliers'),
  (30, 'TO_EMPLOYEES', 'OPERATING', 'დაქირავებულებზე გადახდილი ფული', 'Payments to employees'),
  (40, 'TAXES', 'OPERATING', 'გადახდილი გადასახადები', 'Taxes paid'),
  (50, 'INTEREST_PAID', 'OPERATING', 'გადახდილი პროცენტი', 'Interest paid'),
  (60, 'OTHER_OPERATING', 'OPERATING', 'სხვა საოპერაციო ნაკადები', 'Other operating flows'),
  (70, 'ASSETS_BOUGHT', 'INVESTING', 'გრძელვადიანი აქტივების შეძენა', 'Purchases of property, plant and equipment and intangible assets'),
  (80, 'ASSETS_SOLD', 'INVESTING', 'გრძელვადიანი აქტივების გაყიდვა', 'Proceeds from sale of property, plant and equipment and intangible assets'),
  (90, 'INVESTMENTS', 'INVESTING', 'ინვესტიციები და გაცემული სესხები', 'Investments and loans given'),
  (100, 'INCOME_FROM_INVESTMENTS', 'INVESTING', 'მიღებული პროცენტი და დივიდენდი', 'Interest and dividends received'),
  (110, 'BORROWINGS_RECEIVED', 'FINANCING', 'მიღებული სესხები', 'Proceeds from borrowings'),
  (120, 'BORROWINGS_REPAID', 'FINANCING', 'დაფარული სესხები', 'Repayment of borrowings'),
  (130, 'CAPITAL', 'FINANCING', 'კაპიტალის შევსება და გატანა', 'Capital contributed and withdrawn'),
  (140, 'DIVIDENDS_PAID', 'FINANCING', 'გადახდილი დივიდენდი', 'Dividends paid'),
  (150, 'EXCHANGE_DIFFERENCES', 'EXCHANGE', 'გაცვლითი კურსის ცვლილების გავლენა ფულზე', 'Effect of exchange rate changes on cash');

-- Where flows with an account go, by the beginning of its code (the longest that fits decides) and by whether cash came
-- in or went out: VAT that a customer pays is no tax that is paid.
create table reporting.cash_flow_accounts (
  prefix text not null check (prefix ~ '^[0-9]*$'),
  direction text not null check (direction in ('IN', 'OUT')),
  line_code text not null references reporting.cash_flow_lines,
  primary key (prefix, direction)
);
insert into reporting.cash_flow_accounts (prefix, direction, line_code)
select p.prefix, d.direction, p.line_code from (values
  ('', 'OTHER_OPERATING'),
  ('14', 'FROM_CUSTOMERS'), ('15', 'FROM_CUSTOMERS'), ('3120', 'FROM_CUSTOMERS'), ('6110', 'FROM_CUSTOMERS'),
  ('6120', 'FROM_CUSTOMERS'), ('6130', 'FROM_CUSTOMERS'),
  ('1480', 'TO_SUPPLIERS'), ('16', 'TO_SUPPLIERS'), ('17', 'TO_SUPPLIERS'), ('3110', 'TO_SUPPLIERS'),
  ('3140', 'TO_SUPPLIERS'), ('3150', 'TO_SUPPLIERS'), ('3190', 'TO_SUPPLIERS'), ('3490', 'TO_SUPPLIERS'),
  ('7', 'TO_SUPPLIERS'),
  ('1430', 'TO_EMPLOYEES'), ('3130', 'TO_EMPLOYEES'), ('3160', 'TO_EMPLOYEES'), ('7120', 'TO_EMPLOYEES'),
  ('7150', 'TO_EMPLOYEES'), ('7320', 'TO_EMPLOYEES'), ('7410', 'TO_EMPLOYEES'),
  ('33', 'TAXES'), ('92', 'TAXES'),
  ('3410', 'INTEREST_PAID'), ('8210', 'INTEREST_PAID'),
  ('13', 'INVESTMENTS'), ('1450', 'INVESTMENTS'), ('23', 'INVESTMENTS'), ('24', 'INVESTMENTS'),
  ('1810', 'INCOME_FROM_INVESTMENTS'), ('1820', 'INCOME_FROM_INVESTMENTS'), ('8110', 'INCOME_FROM_INVESTMENTS'),
  ('8120', 'INCOME_FROM_INVESTMENTS'),
  ('51', 'CAPITAL'), ('52', 'CAPITAL'), ('54', 'CAPITAL'), ('2330', 'CAPITAL'), ('1460', 'CAPITAL'),
  ('3420', 'DIVIDENDS_PAID'), ('53', 'DIVIDENDS_PAID'),
  ('8140', 'EXCHANGE_DIFFERENCES'), ('8240', 'EXCHANGE_DIFFERENCES')
) as p(prefix, line_code) cross join (values ('IN'), ('OUT')) as d(direction);
insert into reporting.cash_flow_accounts values
  ('3330', 'IN', 'FROM_CUSTOMERS'), ('3331', 'IN', 'FROM_CUSTOMERS'), ('3330', 'OUT', 'TAXES'), ('3331', 'OUT', 'TAXES'),
  ('3340', 'IN', 'TAXES'), ('3340', 'OUT', 'TO_SUPPLIERS'),
  ('21', 'IN', 'ASSETS_SOLD'), ('22', 'IN', 'ASSETS_SOLD'), ('25', 'IN', 'ASSETS_SOLD'), ('26', 'IN', 'ASSETS_SOLD'),
  ('8130', 'IN', 'ASSETS_SOLD'), ('8220', 'IN', 'ASSETS_SOLD'),
  ('21', 'OUT', 'ASSETS_BOUGHT'), ('22', 'OUT', 'ASSETS_BOUGHT'), ('25', 'OUT', 'ASSETS_BOUGHT'),
  ('26', 'OUT', 'ASSETS_BOUGHT'),
  ('32', 'IN', 'BORROWINGS_RECEIVED'), ('41', 'IN', 'BORROWINGS_RECEIVED'),
  ('32', 'OUT', 'BORROWINGS_REPAID'), ('41', 'OUT', 'BORROWINGS_REPAID');

-- IAS 1.106: what changes equity, by the account on the other side of an account of equity. Profit is read from the
-- accounts of profit or loss.
create table reporting.equity_changes (
  position int not null unique,
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]*$'),
  prefixes text[] not null,
  name_ka text not null,
  name_en text not null
);
insert into reporting.equity_changes values
  (10, 'PROFIT', '{}', 'პერიოდის მოგება', 'Profit for the period'),
  (20, 'CONTRIBUTIONS', '{11,12,13,14,15,16,21,23,24,25}', 'მესაკუთრეთა შენატანები და გატანა', 'Contributions by and withdrawals of owners'),
  (30, 'DIVIDENDS', '{3420,3390,3391}', 'დივიდენდები', 'Dividends'),
  (40, 'TRANSFERS', '{5}', 'გადატანა კაპიტალის შიგნით', 'Transfers within equity'),
  (50, 'OTHER', '{""}', 'სხვა ცვლილებები', 'Other changes');

grant select on reporting.standards, reporting.statement_lines, reporting.cash_flow_lines, reporting.cash_flow_accounts,
  reporting.equity_changes to {{app_role}}, {{writer_role}};
-- A company's own choice for an account; without it the beginning of the account's code decides.
create table reporting.account_mappings (
  company_id uuid not null,
  standard text not null references reporting.standards,
  statement text not null,
  account_id uuid not null,
  line_code text not null,
  primary key (company_id, standard, statement, account_id),
  foreign key (standard, statement, line_code) references reporting.statement_lines (standard, statement, code)
);
call reporting.keep_companies_apart('account_mappings');
grant insert, update, delete on reporting.account_mappings to {{writer_role}};

create function reporting.project_0_account_mappings(p_events reporting.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e reporting.event_store;
begin
  foreach e in array p_events loop
    continue when e.event_type <> 'AccountMapped';
    delete from reporting.account_mappings where company_id = e.company_id
      and standard = e.data ->> 'standard' and statement = e.data ->> 'statement'
      and account_id = (e.data ->> 'accountId')::uuid;
    continue when e.data ->> 'lineCode' is null;
    insert into reporting.account_mappings (company_id, standard, statement, account_id, line_code)
    values (e.company_id, e.data ->> 'standard', e.data ->> 'statement', (e.data ->> 'accountId')::uuid, e.data ->> 'lineCode');
  end loop;
end $project$;
grant execute on function reporting.project_0_account_mappings(reporting.event_store[]) to {{writer_role}};
