import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOptionalText, parseText } from './text.ts';

const refusal = expect.objectContaining({
  code: 'BAD_USER_INPUT',
  details: expect.objectContaining({ field: 'description' }),
});

describe('a text', () => {
  it.each(['ა', 'გადახდა №5', '  indented ', 'two\nlines\tand a tab', '😀', 'Ქ', 'a'.repeat(20)])(
    'is kept as it is: %j',
    (text) => {
      expect(parseText(text, 'description', 20)).toBe(text);
    },
  );

  it.each([
    ['is blank', ' \t\n'],
    ['is empty', ''],
    ['is too long', 'a'.repeat(21)],
    ['has a NUL', 'a\u0000b'],
    ['has a control character', 'a\u0007'],
    ['has half a surrogate pair', 'a\ud83d'],
    ['has the other half', '\ude00a'],
    ['has surrogates in the wrong order', '\ude00\ud83d'],
    ['was broken UTF-8', 'pa\ufffdd'],
    ['is a number', 5],
    ['is nothing', null],
    ['is a list', ['a']],
  ])('is refused when it %s', (_, text) => {
    expect(() => parseText(text, 'description', 20)).toThrow(refusal);
  });

  it('may be left out where it is optional, and is checked where it is given', () => {
    for (const nothing of [null, undefined, ''])
      expect(parseOptionalText(nothing, 'description', 5)).toBeNull();
    expect(parseOptionalText('five5', 'description', 5)).toBe('five5');
    expect(() => parseOptionalText('sixsix', 'description', 5)).toThrow(refusal);
    expect(() => parseOptionalText(' ', 'description', 5)).toThrow(refusal);
  });

  it('that is accepted survives UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        let accepted: string;
        try {
          accepted = parseText(text, 'description', 30);
        } catch {
          return;
        }
        expect(Buffer.from(accepted, 'utf8').toString('utf8')).toBe(text);
        expect(accepted).not.toContain('\u0000');
      }),
    );
  });
});
