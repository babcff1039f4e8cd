import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../../src-main/engine/notices/history.ts';
import {
  type HistoryQuery,
  matcherOf,
  matchesEntry,
} from '../../../../src-main/engine/notices/history-query.ts';
import { folded, searchKey } from '../../../../src-main/engine/notices/history-text.ts';
import type { Notice } from '../../../../src-main/engine/notices/notice.ts';
import { kindOf } from '../../../../src-main/engine/notices/notice-kind.ts';
import { alice, full, other } from '../../../support/history-bench.ts';
import { aNotice, anExcerpt, person } from '../../../support/samples.ts';

const everything: HistoryQuery = {
  text: '',
  accountId: null,
  kinds: [],
  from: null,
  until: null,
  unreadOnly: false,
  decisions: [],
};

function entry(fields: Partial<Notice> = {}, more: Partial<HistoryEntry> = {}): HistoryEntry {
  const notice = aNotice('n1', fields);
  const decision = { decision: 'shown', reason: 'live' } as const;
  const kept = { read: false, answered: null, released: false, group: notice.id };
  return { notice, decision, ...kept, ...more };
}

const matches = (query: Partial<HistoryQuery>, kept: HistoryEntry) =>
  matchesEntry(matcherOf({ ...everything, ...query }), kept);

describe('words', () => {
  const note = anExcerpt({ text: 'Das STRAßENBAHN-Konzert, ﾗｰﾒﾝ と Café', cw: 'trams' });
  const kept = entry({
    note,
    person: { ...person('花子'), username: 'hanako', host: 'far.example' },
  });

  test.each([
    ['strassenbahn', false],
    ['STRAßENBAHN', true],
    ['ラーメン', true],
    ['らーめん', true],
    ['ｃａｆé', true],
    ['cafe\u0301', true],
    ['Konzert trams', true],
    ['Konzert buses', false],
    ['花子', true],
    ['@hanako@far.example', true],
    ['HANAKO', true],
    ['  ', true],
    [alice, true],
    ['hanako\ntrams', true],
    ['.*', false],
    ['"', false],
  ])('%j: %s', (text, expected) => {
    expect(matches({ text }, kept)).toBe(expected);
  });

  test('of every part of a notice are found', () => {
    const key = searchKey(entry(full));
    for (const part of ['bob', 'far.example', 'words 🔔', 'cw', ':blob@', 'detail', 'heading']) {
      expect(key).toContain(part);
    }
  });

  test('are not found across two parts', () => {
    expect(matches({ text: 'trams\nDas' }, kept)).toBe(true);
    expect(searchKey(kept)).not.toContain('trams das');
  });

  test('a fold is folded', () => {
    for (const text of ['ﾗｰﾒﾝ', 'ǅ', '㍍', 'ヴ', 'İ'])
      expect(folded(folded(text))).toBe(folded(text));
  });
});

describe('filters', () => {
  const kept = entry({ type: 'reply', createdAt: 1_000 });

  test.each([
    [{ kinds: ['mention'] }, true],
    [{ kinds: ['reaction', 'mention'] }, true],
    [{ kinds: ['other'] }, false],
    [{ accountId: alice }, true],
    [{ accountId: other }, false],
    [{ from: 1_000 }, true],
    [{ from: 1_001 }, false],
    [{ until: 1_000 }, false],
    [{ until: 1_001 }, true],
    [{ decisions: ['held', 'suppressed'] }, false],
    [{ decisions: ['shown'] }, true],
    [{ unreadOnly: true }, true],
  ] as [Partial<HistoryQuery>, boolean][])('%j: %s', (query, expected) => {
    expect(matches(query, kept)).toBe(expected);
  });

  test('what is read is not unread', () => {
    expect(matches({ unreadOnly: true }, { ...kept, read: true })).toBe(false);
  });

  test('all must be so', () => {
    expect(matches({ text: 'bob', kinds: ['mention'], from: 1_000 }, kept)).toBe(true);
    expect(matches({ text: 'bob', kinds: ['mention'], from: 1_001 }, kept)).toBe(false);
  });
});

test.each([
  ['reaction', 'reaction'],
  ['quote', 'mention'],
  ['receiveFollowRequest', 'follow'],
  ['newChatMessage', 'chat'],
  ['achievementEarned', 'other'],
  ['something that a fork made up', 'other'],
  ['constructor', 'other'],
] as const)('%s is of the kind %s', (type, kind) => {
  expect(kindOf(type)).toBe(kind);
});
