import { describe, expect, test } from 'vitest';
import { loudnessOf, soundOf } from '../../../../../src-main/engine/notices/rules/loudness.ts';
import type { Sound, TypeRule } from '../../../../../src-main/engine/settings/settings.ts';

const kind = { accountId: 'alice@example.social', type: 'follow' };
const rules = (ofType: TypeRule, ofAccount: TypeRule = {}) => ({
  types: { follow: ofType },
  accounts: { [kind.accountId]: { follow: ofAccount } },
});
const file: Sound = { kind: 'file', path: '/sounds/ding.ogg' };
const general: Sound = { kind: 'system' };

describe('how loud a type is', () => {
  test.each([
    ['rings where nothing is set', { types: {}, accounts: {} }, 'ring'],
    ['is what is set for all accounts', rules({ loudness: 'keep' }), 'keep'],
    [
      'is what is set for this account first',
      rules({ loudness: 'keep' }, { loudness: 'silent' }),
      'silent',
    ],
    ['can ring for this account alone', rules({ loudness: 'keep' }, { loudness: 'ring' }), 'ring'],
    ['is not another type’s', { types: { mention: { loudness: 'keep' } }, accounts: {} }, 'ring'],
    [
      'is not another account’s',
      { types: {}, accounts: { other: { follow: { loudness: 'keep' } } } },
      'ring',
    ],
  ] as const)('%s', (_case, given, expected) => {
    expect(loudnessOf(given, kind)).toBe(expected);
  });

  test('of a type that is named as something that every object has', () => {
    expect(loudnessOf({ types: {}, accounts: {} }, { ...kind, type: 'constructor' })).toBe('ring');
  });
});

describe('what is heard', () => {
  test.each<[string, TypeRule, TypeRule, Sound, Sound | null]>([
    ['the general sound', {}, {}, general, general],
    ['the type’s', { sound: { kind: 'bell' } }, {}, general, { kind: 'bell' }],
    ['the account’s own for the type', { sound: { kind: 'bell' } }, { sound: file }, general, file],
    ['nothing, generally', {}, {}, { kind: 'none' }, null],
    ['nothing for this type', { sound: { kind: 'none' } }, {}, general, null],
    [
      'something for this type where generally nothing is',
      { sound: file },
      {},
      { kind: 'none' },
      file,
    ],
    [
      'the type’s, where the account sets only how loud it is',
      { sound: file },
      { loudness: 'ring' },
      general,
      file,
    ],
  ])('%s', (_case, ofType, ofAccount, sound, expected) => {
    expect(soundOf(rules(ofType, ofAccount), { general: sound }, kind)).toEqual(expected);
  });
});
