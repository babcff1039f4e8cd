import { beforeEach, describe, expect, test } from 'vitest';
import type { DraftView } from '../../../../src-main/ipc/contract.ts';
import {
  Drafts,
  draftKey,
  isTyped,
  startOf,
  type TextStore,
  type Written,
} from '../../../../src-renderer/composer/drafts.ts';

let stored: Map<string, string>;
let store: TextStore;

beforeEach(() => {
  stored = new Map();
  store = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  };
});

const written = (text: string, given: Partial<Written> = {}): Written => ({
  text,
  cw: null,
  visibility: 'public',
  localOnly: false,
  ...given,
});

const draft = (given: Partial<DraftView> = {}): DraftView => ({
  accountId: 'alice',
  purpose: { kind: 'reply', noteId: '9a' },
  note: null,
  text: '@bob ',
  cw: null,
  visibility: 'home',
  visibilities: ['home', 'followers', 'specified'],
  localOnly: false,
  recipients: [],
  maxLength: 3_000,
  ...given,
});

describe('what is written', () => {
  test('is there again in another window, each for its own note', () => {
    const drafts = new Drafts(store);
    drafts.keep('alice reply 9a', 'alice', written('half a sent'));
    drafts.keep('alice new ', 'alice', written('another'));
    const again = new Drafts(store);
    expect(again.get('alice reply 9a')?.text).toBe('half a sent');
    expect(again.get('alice new ')?.text).toBe('another');
    expect(again.get('bob new ')).toBeNull();
  });

  test('is forgotten once it was posted or thrown away', () => {
    const drafts = new Drafts(store);
    drafts.keep('a', 'alice', written('x'));
    drafts.drop('a');
    expect(drafts.get('a')).toBeNull();
    expect(stored.size).toBe(0);
  });

  test('goes with its account', () => {
    const drafts = new Drafts(store);
    drafts.keep('a', 'alice', written('x'));
    drafts.keep('b', 'bob', written('y'));
    drafts.keepOnlyOf(['bob']);
    expect([drafts.get('a'), drafts.get('b')?.text]).toEqual([null, 'y']);
  });

  test('is bounded: the oldest make room', () => {
    const drafts = new Drafts(store);
    for (let index = 0; index < 30; index += 1) drafts.keep(`k${index}`, 'a', written('x'));
    expect(drafts.get('k9')).toBeNull();
    expect(drafts.get('k10')).not.toBeNull();
    drafts.keep('huge', 'a', written('x'.repeat(100_001)));
    expect(drafts.get('huge')).toBeNull();
  });

  test.each(['not json', '{"a":1}', '[{"key":1}]'])('%s in the store is no text', (rubbish) => {
    stored.set('drafts', rubbish);
    const drafts = new Drafts(store);
    expect(drafts.get('a')).toBeNull();
    drafts.keep('a', 'alice', written('x'));
    expect(drafts.get('a')?.text).toBe('x');
  });

  test('costs nothing more than itself where the store is full', () => {
    const full: TextStore = {
      ...store,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => new Drafts(full).keep('a', 'alice', written('x'))).not.toThrow();
  });
});

describe('a draft', () => {
  test('is named by its account and what it is about', () => {
    expect(draftKey('alice', { kind: 'new' })).toBe('alice new ');
    expect(draftKey('alice', { kind: 'reply', noteId: '9a' })).not.toBe(
      draftKey('alice', { kind: 'quote', noteId: '9a' }),
    );
  });

  test('begins as it is proposed', () => {
    expect(startOf(draft({ cw: 'food' }), null)).toEqual(
      written('@bob ', { cw: 'food', visibility: 'home' }),
    );
  });

  test('goes on as it was, but for whom it may be for now', () => {
    const before = written('@bob hi', { visibility: 'followers', localOnly: true });
    expect(startOf(draft(), before)).toEqual(before);
    expect(startOf(draft(), written('@bob hi', { visibility: 'public' })).visibility).toBe('home');
  });

  test.each([
    ['only the mention', written('@bob ', { visibility: 'home' }), false],
    ['only another visibility', written('@bob', { visibility: 'specified' }), false],
    ['a word', written('@bob hi'), true],
    ['a warning', written('@bob ', { cw: 'food' }), true],
    ['an empty warning', written('@bob ', { cw: '' }), false],
  ])('would be missed: %s', (_what, now, expected) => {
    expect(isTyped(draft(), now)).toBe(expected);
  });
});
