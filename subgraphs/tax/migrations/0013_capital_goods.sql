-- Over how long the credit of VAT on a fixed asset follows its use.
insert into tax.rates (code, valid_from, value, unit, source, title_ka, title_en) values
  ('VAT_ADJUSTMENT_TERM', '2021-01-01', 60, 'MONTHS', 'Tax Code, art. 176',
    'ძირითად საშუალებაზე ჩათვლილი დღგ-ის კორექტირების ვადა',
    'Term in which credited VAT on a fixed asset is adjusted'),
  ('VAT_ADJUSTMENT_TERM_BUILDING', '2021-01-01', 120, 'MONTHS', 'Tax Code, art. 176',
    'შენობა-ნაგებობაზე ჩათვლილი დღგ-ის კორექტირების ვადა',
    'Term in which credited VAT on a building is adjusted');

-- By their accounts buildings are told from other fixed assets. Nothing else is posted on these by a role.
insert into tax.default_posting_accounts (role, account_code, name_ka, name_en) values
  ('BUILDING', '2130', 'შენობები', 'Buildings'),
  ('STRUCTURE', '2140', 'ნაგებობები', 'Structures');
