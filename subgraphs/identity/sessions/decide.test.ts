import { expect, test } from 'vitest';
import { decideRefresh, type RefreshFacts } from './decide.ts';

const sound: RefreshFacts = { isRevoked: false, isExpired: false, mayStillSignIn: true, tokenUse: 'NEVER' };

test.each<[string, Partial<RefreshFacts>, ReturnType<typeof decideRefresh>]>([
  ['a fresh token of an open session is exchanged', {}, 'ROTATE'],
  ['a token that was used before ends the session', { tokenUse: 'BEFORE' }, 'REFUSE_AND_REVOKE'],
  ['an answer that was lost on the way is given again', { tokenUse: 'JUST_NOW' }, 'REPEAT'],
  ['a revoked session stays revoked', { isRevoked: true }, 'REFUSE'],
  ['a revoked session is not revoked again', { isRevoked: true, tokenUse: 'BEFORE' }, 'REFUSE'],
  ['a revoked session repeats nothing', { isRevoked: true, tokenUse: 'JUST_NOW' }, 'REFUSE'],
  ['an expired session gives nothing', { isExpired: true }, 'REFUSE'],
  ['who may not sign in may not refresh', { mayStillSignIn: false }, 'REFUSE'],
  ['who may not sign in is repeated nothing', { mayStillSignIn: false, tokenUse: 'JUST_NOW' }, 'REFUSE'],
  [
    'a thief is noticed even with a disabled user’s token',
    { mayStillSignIn: false, tokenUse: 'BEFORE' },
    'REFUSE_AND_REVOKE',
  ],
])('%s', (_sentence, facts, decision) => {
  expect(decideRefresh({ ...sound, ...facts })).toBe(decision);
});
