import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../../../src-main/engine/notices/notice.ts';
import { holdsMutedWord, isFromMuted } from '../../../../../src-main/engine/notices/rules/muted.ts';
import { aNotice, anEvent, anExcerpt, bob } from '../../../../support/samples.ts';

const from = (username: string, host: string | null = null) =>
  aNotice('n1', { person: { ...bob, username, host } });

describe('a muted person', () => {
  test.each([
    ['of the own server', '@bob', from('bob'), true],
    ['without the @', 'bob', from('bob'), true],
    ['with the own server’s name', '@bob@example.social', from('bob'), true],
    ['in whatever case', '@BOB@Example.Social', from('Bob'), true],
    ['with blanks around', ' @bob ', from('bob'), true],
    ['of another server', '@bob@far.example', from('bob', 'far.example'), true],
    [
      'of a server in its own script',
      '@bob@münchen.example',
      from('bob', 'xn--mnchen-3ya.example'),
      true,
    ],
    ['but not of that name on another server', '@bob', from('bob', 'far.example'), false],
    ['but not of the own server for another’s', '@bob@far.example', from('bob'), false],
    ['but not somebody whose name begins so', '@bo', from('bob'), false],
    ['but not nobody', '@bob', aNotice('n1', { person: null }), false],
    ['but not for an empty entry', '@', from('bob'), false],
  ])('%s', (_case, muted, notice, expected) => {
    expect(isFromMuted({ mutedUsers: ['@nobody', muted] }, notice)).toBe(expected);
  });

  test('of an account that came by the command line', () => {
    const notice = { ...from('bob'), accountId: 'example.social' };
    expect(isFromMuted({ mutedUsers: ['@bob@example.social'] }, notice)).toBe(true);
  });

  test('whom a feed names', () => {
    const notice = anEvent('e1', { person: { ...bob, host: 'far.example' } });
    expect(isFromMuted({ mutedUsers: ['@bob@far.example'] }, notice)).toBe(true);
    expect(isFromMuted({ mutedUsers: ['@bob'] }, notice)).toBe(false);
    expect(isFromMuted({ mutedUsers: ['@bob'] }, anEvent('e1', { person: bob }))).toBe(true);
  });
});

describe('a muted word', () => {
  const holds = (word: string, fields: Partial<Notice>) =>
    holdsMutedWord({ mutedWords: ['never', word] }, aNotice('n1', fields));
  test.each<[string, string, Partial<Notice>, boolean]>([
    [
      'in the text of a note',
      'spoiler',
      { note: anExcerpt({ text: 'A SPOILER: he lives' }) },
      true,
    ],
    ['within a word', 'spoil', { note: anExcerpt({ text: 'unspoilt' }) }, true],
    ['in a content warning', 'spoiler', { note: anExcerpt({ cw: 'Spoilers' }) }, true],
    ['in a message', 'spoiler', { detail: 'a spoiler' }, true],
    ['in a heading', 'spoiler', { heading: 'Spoiler' }, true],
    ['in a name', 'shop', { person: { ...bob, name: 'Bob’s Shop' } }, true],
    [
      'in a username',
      '@shop@far.example',
      { person: { ...bob, username: 'shop', host: 'far.example' } },
      true,
    ],
    [
      'in a reaction',
      ':spoiler:',
      { reaction: { code: ':spoiler@far.example:', url: null } },
      true,
    ],
    ['of full width', 'spoiler', { detail: 'ＳＰＯＩＬＥＲ' }, true],
    ['in half-width kana', 'ネタバレ', { detail: 'ﾈﾀﾊﾞﾚ注意' }, true],
    ['composed in another way', 'café', { detail: 'cafe\u0301' }, true],
    ['with what nobody sees in it', 'spoiler', { detail: 'spo\u200biler' }, true],
    ['of two words over a break', 'he lives', { detail: 'he \n lives' }, true],
    ['that is not there', 'spoiler', { detail: 'tea' }, false],
    ['that is nothing', '\u200b', { detail: 'tea' }, false],
    ['that only Suzu’s own sentence holds', 'followed', {}, false],
  ])('%s', (_case, word, fields, expected) => {
    expect(holds(word, fields)).toBe(expected);
  });
});

test('what a feed says counts', () => {
  const holds = (word: string) => holdsMutedWord({ mutedWords: [word] }, anEvent('e1'));
  expect(['door OPEN', 'front', 'gate'].map(holds)).toEqual([true, true, false]);
});
