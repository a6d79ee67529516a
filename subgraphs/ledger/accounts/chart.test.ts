import { describe, expect, it } from 'vitest';
import { loadChart, parseAccounts, parentsFirst } from './chart.ts';

const chart = loadChart();
const postable = chart.filter((account) => account.isHeading !== true);
const byCode = new Map(chart.map((account) => [account.code, account]));

describe('the Georgian chart of accounts', () => {
  it('has 166 accounts that take postings and 45 headings above them', () => {
    expect(postable).toHaveLength(166);
    expect(chart).toHaveLength(166 + 45);
  });

  it('is a tree of three levels: class, group, account', () => {
    for (const account of postable) {
      const group = byCode.get(account.parentCode ?? '');
      const classHeading = byCode.get(group?.parentCode ?? '');
      expect([account.code, group?.isHeading, classHeading?.isHeading, classHeading?.parentCode]).toEqual([
        account.code,
        true,
        true,
        undefined,
      ]);
    }
  });

  it('has no heading without accounts below it', () => {
    const parents = new Set(chart.map((account) => account.parentCode));
    expect(chart.filter((a) => a.isHeading === true && !parents.has(a.code))).toEqual([]);
  });

  it('comes parents first, so that it can be opened in its order', () => {
    const opened = new Set<string>();
    for (const account of chart) {
      if (account.parentCode !== undefined) expect(opened).toContain(account.parentCode);
      opened.add(account.code);
    }
  });

  it('names every account in Georgian and in English', () => {
    for (const account of chart) {
      expect(account.names.ka).toMatch(/^[\u10d0-\u10ff]/);
      expect(account.names.en).toMatch(/^[A-Z]/);
    }
  });

  it('gives debit to assets and expenses, except contra accounts and VAT paid', () => {
    const usual = {
      ASSET: 'DEBIT',
      EXPENSE: 'DEBIT',
      LIABILITY: 'CREDIT',
      EQUITY: 'CREDIT',
      REVENUE: 'CREDIT',
    };
    const contra = postable
      .filter((account) => account.normalSide !== usual[account.type])
      .map((a) => a.code);
    const contraPrefixes = ['1415', '22', '26', '3340', '3341', '3345', '3360', '5130', '5320', '6120'];
    expect(contra.filter((code) => !contraPrefixes.some((prefix) => code.startsWith(prefix)))).toEqual([]);
    expect(byCode.get('3340')).toMatchObject({
      type: 'LIABILITY',
      normalSide: 'DEBIT',
      role: 'VAT_RECEIVABLE',
    });
    expect(byCode.get('2230')?.normalSide).toBe('CREDIT');
  });
});

describe('accounts read from CSV', () => {
  it('take role, parent and currency when the columns are there', () => {
    expect(parseAccounts('code,name_ka,name_en,type,parent,currency\nA:1,,Checking,ASSET,A,USD\n')).toEqual([
      { code: 'A:1', names: { en: 'Checking' }, type: 'ASSET', parentCode: 'A', currency: 'USD' },
    ]);
  });

  it.each([
    ['a missing column', 'code,name_ka,type\n1,ა,ASSET\n', /name_en: the column is missing/],
    ['an unknown type', 'code,name_ka,name_en,type\n1,ა,a,MONEY\n', /type: line 2/],
    ['an unknown side', 'code,name_ka,name_en,type,normal_side\n1,ა,a,ASSET,LEFT\n', /normal_side: line 2/],
    [
      'a repeated code',
      'code,name_ka,name_en,type\n1,ა,a,ASSET\n1,ბ,b,ASSET\n',
      /code: the code occurs twice/,
    ],
    [
      'an account without a name',
      'code,name_ka,name_en,type\n1,,,ASSET\n',
      /name_ka: line 2: a name is needed/,
    ],
    [
      'an account without a code',
      'code,name_ka,name_en,type\n,ა,a,ASSET\n',
      /code: line 2: a code is needed/,
    ],
  ])('are refused for %s', (_fault, text, message) => {
    expect(() => parseAccounts(text)).toThrow(message);
  });

  it('are refused when an account stands above itself', () => {
    const ring = parseAccounts('code,name_ka,name_en,type,parent\n1,ა,a,ASSET,2\n2,ბ,b,ASSET,1\n');
    expect(() => parentsFirst(ring)).toThrow(/the account is above itself/);
  });
});
