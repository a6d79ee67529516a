import { describe, expect, test } from 'vitest';
import { demandGoodPassword, hashPassword, passwordMatches } from './password.ts';

const USER = { email: 'nino.beridze@demo.ge', name: 'ნინო ბერიძე' };

describe('a new password', () => {
  test.each([
    ['of eight characters', 'ab3$xyzq'],
    ['of 128 characters', 'ქ'.repeat(127) + '1'],
    ['of eight signs that are more than eight code units', '👩🌳🚲🧵🧷🪢🪡🧶'],
    ['that is a sentence', 'ცხრაჯერ გაზომე ერთხელ გაჭერი'],
  ])('%s is taken', (_what, password) => {
    expect(() => {
      demandGoodPassword(password, USER);
    }).not.toThrow();
  });

  test.each([
    ['of seven characters', 'ab3$xyz'],
    ['of 129 characters', 'x'.repeat(129)],
    ['among the commonest', 'password1'],
    ['among the commonest in capitals', 'QWERTYUIOP'],
    ['that is the address', 'Nino.Beridze@demo.ge'],
    ['that is the address before the @', 'nino.beridze'],
    ['that is the name', 'ნინო ბერიძე'],
    ['that is the name without blanks', 'ნინობერიძე'],
    ['with a NUL', 'abcdefgh\0'],
    ['with broken Unicode', 'abcdefgh\ud800'],
  ])('%s is refused and not quoted', (_what, password) => {
    let refusal: unknown;
    try {
      demandGoodPassword(password, USER, 'newPassword');
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'newPassword', value: '…' } });
    expect((refusal as Error).message).not.toContain(password);
  });
});

test('a password matches however a keyboard composes its letters', async () => {
  const hash = await hashPassword('Müller-und-Söhne');
  expect(await passwordMatches(hash, 'Mu\u0308ller-und-So\u0308hne')).toBe(true);
  expect(await passwordMatches(hash, 'Muller-und-Sohne')).toBe(false);
});
