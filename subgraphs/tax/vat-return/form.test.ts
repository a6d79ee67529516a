import { describe, expect, it } from 'vitest';
import { checkAgainstBooks, hasDifference } from './checks.ts';
import { differences, fillForm, totalVat, type VatBox, type VatForm, type VatPart } from './form.ts';

const box = (part: VatPart, number: string, kind: 'taxed' | 'untaxed' | 'total'): VatBox => ({
  part,
  box: number,
  titleKa: number,
  titleEn: number,
  hasVat: kind !== 'untaxed',
  isTotal: kind === 'total',
});
const form: VatForm = {
  titleKa: '',
  titleEn: '',
  boxes: [
    box('OUTPUT', '1', 'taxed'),
    box('OUTPUT', '2', 'taxed'),
    box('OUTPUT', '14', 'untaxed'),
    box('OUTPUT', '15', 'total'),
    box('REVERSE_CHARGE', '1', 'taxed'),
    box('REVERSE_CHARGE', '4', 'total'),
    box('INPUT', '1', 'taxed'),
    box('INPUT', '4', 'taxed'),
    box('INPUT', '9', 'total'),
  ],
};
const sum = (part: VatPart, number: string, base: string, vat: string) => ({ part, box: number, base, vat });
/** An advance of 5,900.00 with 900.00 VAT, a delivery of 11,800.00, an export, a service from abroad, a purchase. */
const sums = [
  sum('OUTPUT', '1', '10000.00', '1800.00'),
  sum('OUTPUT', '2', '-5000.00', '-900.00'),
  sum('OUTPUT', '14', '7000.00', '0.00'),
  sum('REVERSE_CHARGE', '1', '1000.00', '180.00'),
  sum('INPUT', '1', '2000.00', '360.00'),
  sum('INPUT', '4', '1000.00', '180.00'),
];

describe('a VAT return', () => {
  it('adds up each part and says what is due', () => {
    const { figures, net, unplaced } = fillForm(form, sums);
    expect(figures.map(({ part, box, base, vat }) => [part, box, base, vat])).toEqual([
      ['OUTPUT', '1', '10000.00', '1800.00'],
      ['OUTPUT', '2', '-5000.00', '-900.00'],
      ['OUTPUT', '14', '7000.00', null],
      ['OUTPUT', '15', '12000.00', '900.00'],
      ['REVERSE_CHARGE', '1', '1000.00', '180.00'],
      ['REVERSE_CHARGE', '4', '1000.00', '180.00'],
      ['INPUT', '1', '2000.00', '360.00'],
      ['INPUT', '4', '1000.00', '180.00'],
      ['INPUT', '9', '3000.00', '540.00'],
    ]);
    expect(net).toBe('540.00');
    expect(unplaced).toBe('0.00');
    expect(totalVat(figures, 'INPUT')).toBe('540.00');
  });

  it('is empty, box by box, when nothing happened', () => {
    const { figures, net } = fillForm(form, []);
    expect(figures).toHaveLength(form.boxes.length);
    expect(new Set(figures.flatMap(({ base, vat }) => [base, vat]))).toEqual(new Set(['0.00', null]));
    expect(net).toBe('0.00');
  });

  it('shows VAT for which the form has no place instead of losing it', () => {
    expect(fillForm(form, [...sums, sum('OUTPUT', '14', '10.00', '1.80')]).unplaced).toBe('1.80');
    expect(fillForm(form, [...sums, sum('INPUT', '77', '10.00', '-1.80')]).unplaced).toBe('1.80');
  });
});

describe('the checks of a return', () => {
  const filled = fillForm(form, sums);

  it('hold when the VAT accounts moved as the documents say', () => {
    const checks = checkAgainstBooks(filled, { output: '900', reverseCharge: '180', input: '540' });
    expect(checks.map(({ name, expected, actual }) => [name, expected, actual])).toEqual([
      ['OUTPUT', '900.00', '900.00'],
      ['REVERSE_CHARGE', '180.00', '180.00'],
      ['INPUT', '540.00', '540.00'],
      ['NET', '540.00', '540.00'],
      ['UNPLACED', '0.00', '0.00'],
    ]);
    expect(hasDifference(checks)).toBe(false);
  });

  it('name the part that differs, and by how much, even if the net amount agrees', () => {
    const checks = checkAgainstBooks(filled, { output: '905.00', reverseCharge: '180', input: '545.00' });
    expect(checks.filter(({ difference }) => difference !== '0.00')).toEqual([
      { name: 'OUTPUT', expected: '900.00', actual: '905.00', difference: '5.00' },
      { name: 'INPUT', expected: '540.00', actual: '545.00', difference: '5.00' },
    ]);
    expect(hasDifference(checks)).toBe(true);
  });
});

describe('a correction', () => {
  it('tells the boxes that moved, totals with them', () => {
    const before = fillForm(form, sums).figures;
    const after = fillForm(form, [...sums.slice(1), sum('OUTPUT', '1', '10100.00', '1818.00')]).figures;
    expect(differences(before, after)).toEqual([
      { part: 'OUTPUT', box: '1', base: '100.00', vat: '18.00' },
      { part: 'OUTPUT', box: '15', base: '100.00', vat: '18.00' },
    ]);
    expect(differences(before, before)).toEqual([]);
  });
});
