import { describe, expect, test } from 'vitest';
import { decideAdmission, decideRotation, demandRoom, MOST_ACTIVE_KEYS } from './decide.ts';
import { isSecretOf, newKeyText, readKeyText, secretHash, writeKeyText } from './key-text.ts';

const KEY = {
  companyId: 'owner',
  scopes: ['accounts:read', 'reports:tax'],
  isRevoked: false,
  isExpired: false,
};
const consent = (companyId: string, ...scopes: string[]) => ({ companyId, scopes });

describe('a key is good', () => {
  test('in the company asked for, for what both allow', () => {
    const consents = [consent('owner', 'accounts:read'), consent('other', 'reports:tax', 'payroll:read')];
    expect(decideAdmission(KEY, consents, 'other')).toEqual({
      companyId: 'other',
      permissions: ['reports:tax'],
    });
  });

  test('in the company that made it when none is asked for, however many others consent', () => {
    const consents = [consent('another'), consent('owner', 'accounts:read'), consent('yet another')];
    expect(decideAdmission(KEY, consents, undefined).companyId).toBe('owner');
  });

  test('in the only company that consents', () => {
    expect(decideAdmission(KEY, [consent('other')], undefined)).toEqual({
      companyId: 'other',
      permissions: [],
    });
  });

  test('nowhere else', () => {
    const refused = (...args: Parameters<typeof decideAdmission>) => {
      try {
        return decideAdmission(...args);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(refused(KEY, [], undefined)).toBe('FORBIDDEN');
    expect(refused(KEY, [consent('owner')], 'other')).toBe('FORBIDDEN');
    expect(refused(KEY, [consent('a'), consent('b')], undefined)).toBe('BAD_USER_INPUT');
    expect(refused({ ...KEY, isRevoked: true }, [consent('owner')], undefined)).toBe('UNAUTHENTICATED');
    expect(refused({ ...KEY, isExpired: true }, [consent('owner')], undefined)).toBe('UNAUTHENTICATED');
  });
});

describe('a key is followed by another', () => {
  const active = { isActive: true, successorId: null };

  test('for an overlap of up to thirty days', () => {
    decideRotation(active, 0);
    decideRotation(active, 2_592_000);
    for (const seconds of [-1, 1.5, 2_592_001, NaN])
      expect(() => decideRotation(active, seconds)).toThrow('between');
  });

  test('while it is good, and by one only', () => {
    expect(() => decideRotation({ isActive: false, successorId: null }, 0)).toThrow('has ended');
    expect(() => decideRotation({ isActive: true, successorId: 'x' }, 0)).toThrow('already');
  });

  test('and a partner has a bounded number of good ones', () => {
    demandRoom(MOST_ACTIVE_KEYS - 1);
    expect(() => demandRoom(MOST_ACTIVE_KEYS)).toThrow('at most');
  });
});

describe('the text of a key', () => {
  test('is read back as it was written, and proves its secret alone', () => {
    const key = newKeyText();
    expect(readKeyText(writeKeyText(key))).toEqual(key);
    expect(isSecretOf(secretHash(key.secret), key.secret)).toBe(true);
    expect(isSecretOf(secretHash(key.secret), newKeyText().secret)).toBe(false);
  });
});
