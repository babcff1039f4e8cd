import { describe, expect, test } from 'vitest';
import { type Locale, messagesIn } from '../../../../src-main/engine/messages/index.ts';
import { wordGroup, wordReactions } from '../../../../src-main/engine/notices/group-wording.ts';
import { foldGroups, groupKey, membersOf } from '../../../../src-main/engine/notices/groups.ts';
import type { HistoryEntry } from '../../../../src-main/engine/notices/history.ts';
import { aNotice, anExcerpt, person, reactionBy, renoteBy } from '../../../support/samples.ts';

describe('what belongs together', () => {
  test('reactions to one note, and renotes of one note, each for itself', () => {
    const keys = [
      groupKey(reactionBy('bob', 'n1')),
      groupKey(reactionBy('carol', 'n2', '❤')),
      groupKey(renoteBy('bob', 'n3')),
      groupKey(renoteBy('carol', 'n4')),
    ];
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).toBe(keys[3]);
    expect(keys[0]).not.toBe(keys[2]);
  });

  test('not those to another note, or to another account', () => {
    const of = (fields: Parameters<typeof reactionBy>[3]) =>
      groupKey(reactionBy('bob', 'n1', '👍', fields));
    expect(of({ note: anExcerpt({ id: 'other' }) })).not.toBe(of({}));
    expect(of({ accountId: 'alice@other.example' })).not.toBe(of({}));
  });

  test.each(['mention', 'reply', 'quote', 'follow', 'note', 'pollEnded', 'newChatMessage'])(
    'never a %s',
    (type) => {
      expect(groupKey(aNotice('n1', { type, note: anExcerpt() }))).toBeNull();
    },
  );

  test('nor a reaction to a note that is gone', () => {
    expect(groupKey(reactionBy('bob', 'n1', '👍', { note: null }))).toBeNull();
  });
});

describe('who takes part', () => {
  test('everybody once, the newest first, with the latest reaction', () => {
    const members = membersOf([
      reactionBy('bob', 'n3', '❤'),
      reactionBy('carol', 'n2', '🎉'),
      reactionBy('bob', 'n1', '👍'),
    ]);
    expect(members.map((one) => [one.person?.name, one.reaction?.code])).toEqual([
      ['bob', '❤'],
      ['carol', '🎉'],
    ]);
  });

  test('people of one name are two', () => {
    const members = membersOf([
      reactionBy('bob', 'n1'),
      reactionBy('bob', 'n2', '👍', { person: { ...person('bob'), userId: 'another' } }),
    ]);
    expect(members).toHaveLength(2);
  });

  test('nobody can be told from nobody', () => {
    const nobody = { person: null };
    const members = membersOf([
      reactionBy('', 'n1', '👍', nobody),
      reactionBy('', 'n2', '👍', nobody),
    ]);
    expect(members).toHaveLength(2);
  });
});

describe('rows', () => {
  const entry = (id: string, group = id): HistoryEntry => ({
    notice: aNotice(id),
    decision: { decision: 'shown', reason: 'live' },
    read: false,
    answered: null,
    released: false,
    group,
  });
  const fold = (...entries: readonly HistoryEntry[]) =>
    foldGroups(entries).map((row) => row.map(({ notice }) => notice.sourceId));

  test('a group stands where its newest one does', () => {
    expect(fold(entry('d', 'a'), entry('c'), entry('b', 'a'), entry('a'))).toEqual([
      ['d', 'b', 'a'],
      ['c'],
    ]);
  });

  test('one whose first is no longer kept is a group still', () => {
    expect(fold(entry('c', 'a'), entry('b', 'a'))).toEqual([['c', 'b']]);
  });

  test('of nothing are none', () => {
    expect(fold()).toEqual([]);
  });
});

describe('the words of a group', () => {
  const words = (locale: Locale, names: readonly string[]) => {
    const notices = names.map((name, index) => reactionBy(name, `n${index}`));
    const [newest = reactionBy('', '')] = notices;
    return wordGroup(newest, membersOf(notices), notices.length, messagesIn(locale));
  };

  test.each([
    ['en', ['Bob'], 'Bob reacted with 👍'],
    ['en', ['Bob', 'Carol'], 'Bob and Carol reacted to your note'],
    ['en', ['Bob', 'Carol', 'Dave'], 'Bob, Carol and 1 other reacted to your note'],
    ['en', ['Bob', 'Carol', 'D', 'E', 'F'], 'Bob, Carol and 3 others reacted to your note'],
    ['ja', ['Bob', 'Carol'], 'BobさんとCarolさんがあなたのノートにリアクションしました'],
    [
      'ja',
      ['Bob', 'Carol', 'D'],
      'Bobさん、Carolさん、ほか1人があなたのノートにリアクションしました',
    ],
    ['ko', ['Bob', 'Carol'], 'Bob 님과 Carol 님이 내 노트에 리액션을 남겼습니다'],
    ['ko', ['Bob', 'Carol', 'D'], 'Bob 님, Carol 님 외 1명이 내 노트에 리액션을 남겼습니다'],
    ['zh-CN', ['Bob', 'Carol'], 'Bob 和 Carol 回应了你的帖子'],
    ['zh-CN', ['Bob', 'Carol', 'D'], 'Bob、Carol 和另外 1 人回应了你的帖子'],
  ] as const)('%s: %j', (locale, names, title) => {
    expect(words(locale, names)).toEqual({ title, body: 'my note' });
  });

  test('of renotes', () => {
    const notices = [renoteBy('Bob', 'n2'), renoteBy('Carol', 'n1')] as const;
    expect(wordGroup(notices[0], membersOf(notices), notices.length, messagesIn('en')).title).toBe(
      'Bob and Carol renoted your note',
    );
  });

  test('somebody without a name', () => {
    const notices = [
      reactionBy('Bob', 'n2'),
      reactionBy('', 'n1', '👍', { person: null }),
    ] as const;
    expect(wordGroup(notices[0], membersOf(notices), notices.length, messagesIn('en')).title).toBe(
      'Bob and Someone reacted to your note',
    );
  });

  test('the reactions, each kind once with its number', () => {
    const notices = ['👍', ':blob:', '❤', '👍', ':blob@.:', '👍'].map((code, index) =>
      reactionBy(`p${index}`, `n${index}`, code),
    );
    expect(wordReactions(membersOf(notices))).toBe('👍×3 :blob:×2 ❤');
  });

  test('of very many kinds, the newest eight', () => {
    const notices = Array.from({ length: 500 }, (_, index) =>
      reactionBy(`p${index}`, `n${index}`, `:e${index}:`),
    );
    expect(wordReactions(membersOf(notices))).toBe(':e0: :e1: :e2: :e3: :e4: :e5: :e6: :e7: …');
  });

  test('of renotes there are none', () => {
    expect(wordReactions(membersOf([renoteBy('Bob', 'n1')]))).toBe('');
  });
});
