import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../../src-main/engine/settings/settings.ts';
import { messagesIn } from '../../../../src-renderer/messages/index.ts';
import {
  accountKinds,
  fileName,
  type Kind,
  kindGroups,
  kindsOf,
  readHandle,
  ruleOf,
  rulesSet,
  soundName,
  withRule,
} from '../../../../src-renderer/settings/ringing/kinds.ts';
import { ownRules, withOwnRules } from '../../../../src-renderer/settings/ringing/own-rules.ts';

const reaction: Kind = { id: 'reaction', types: ['reaction', 'reaction:grouped'] };
const mention: Kind = { id: 'mention', types: ['mention'] };

describe('a rule', () => {
  test('holds for every type of its kind, and leaves the others', () => {
    const rules = { follow: { loudness: 'keep' } } as const;
    expect(withRule(rules, reaction, { loudness: 'silent' })).toEqual({
      follow: { loudness: 'keep' },
      reaction: { loudness: 'silent' },
      'reaction:grouped': { loudness: 'silent' },
    });
  });

  test('keeps what is not changed', () => {
    const rules = withRule({}, mention, { sound: { kind: 'bell' } });
    expect(withRule(rules, mention, { loudness: 'ring' })).toEqual({
      mention: { loudness: 'ring', sound: { kind: 'bell' } },
    });
  });

  test('is gone once it says nothing', () => {
    const rules = withRule({}, mention, { loudness: 'keep', sound: { kind: 'none' } });
    const partly = withRule(rules, mention, { loudness: null });
    expect(partly).toEqual({ mention: { sound: { kind: 'none' } } });
    expect(withRule(partly, mention, { sound: null })).toEqual({});
    const grouped = withRule({}, reaction, { loudness: 'keep' });
    expect(withRule(grouped, reaction, { loudness: null })).toEqual({});
  });

  test('is not taken from what every object has', () => {
    expect(ruleOf({}, { id: 'app', types: ['constructor'] })).toEqual({});
  });
});

test('rules are counted by kind', () => {
  const rules = withRule(withRule({}, reaction, { loudness: 'keep' }), mention, {
    sound: { kind: 'bell' },
  });
  expect(rulesSet(rules)).toBe(2);
  expect(rulesSet({ unknown: { loudness: 'keep' } })).toBe(0);
});

test('every type is of one kind alone', () => {
  const types = kindGroups.flatMap(({ kinds }) => kinds.flatMap((kind) => kind.types));
  expect(new Set(types).size).toBe(types.length);
});

test.each([
  ['/home/alice/bell.ogg', 'bell.ogg'],
  ['C:\\Sounds\\bell.wav', 'bell.wav'],
  ['bell', 'bell'],
])('%s is shown as %s', (path, name) => {
  expect(fileName(path)).toBe(name);
  expect(soundName({ kind: 'file', path }, messagesIn('en').ringing.sound)).toBe(`File: ${name}`);
});

test.each([
  ['@alice', '@alice'],
  [' alice@Example.Social ', '@alice@example.social'],
  ['@alice@example.social:8443', '@alice@example.social:8443'],
  ['@alice@お寿司.example', '@alice@お寿司.example'],
  ['@alice@@example', null],
  ['alice smith', null],
  ['@', null],
  ['https://example.social/@alice', null],
])('the handle %j is kept as %j', (typed, kept) => {
  expect(readHandle(typed)).toBe(kept);
});

test('an account has every kind but the events of feeds', () => {
  const kinds = accountKinds.flatMap((group) => group.kinds.map(({ id }) => id));
  expect(kinds).not.toContain('event');
  expect(kinds).toContain('mention');
});

test('a feed has the kinds of the notices that it makes, each once', () => {
  expect(kindsOf(['event']).map(({ id }) => id)).toEqual(['event']);
  expect(
    kindsOf(['follow', 'reaction', 'reaction:grouped', 'unheard-of']).map(({ id }) => id),
  ).toEqual(['reaction', 'follow']);
});

test('rules of one source are kept beside those of others, and gone when nothing differs', () => {
  const set = withOwnRules(defaultSettings, 'feed-1', { event: { loudness: 'keep' } });
  const settings = { ...defaultSettings, rules: set };
  expect(ownRules(settings, 'feed-1')).toEqual({ event: { loudness: 'keep' } });
  expect(ownRules(settings, 'constructor')).toEqual({});
  expect(withOwnRules(settings, 'feed-1', {}).accounts).toEqual({});
});
