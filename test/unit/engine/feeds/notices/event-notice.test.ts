import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { FeedEvent } from '../../../../../src-main/engine/feeds/feed-event.ts';
import {
  compilePresetRules,
  compileRule,
} from '../../../../../src-main/engine/feeds/notices/compiled-rule.ts';
import { noticeOf } from '../../../../../src-main/engine/feeds/notices/event-notice.ts';
import {
  type NoticeRule,
  type PresetRule,
  plainRule,
} from '../../../../../src-main/engine/feeds/notices/notice-rule.ts';
import { asideOf } from '../../../../../src-main/engine/notices/history-memory.ts';
import { feedEvent } from '../../../../support/feed-event.ts';

const now = Date.UTC(2026, 4, 5, 12);
const frame = { feedId: 'feed-abcdefgh', now, fallbackId: 'event:1' };
const empty: NoticeRule = {
  when: [],
  title: '',
  body: '',
  link: '',
  icon: '',
  key: '',
  group: '',
  urgency: '',
};

function worded(event: FeedEvent, ...rules: readonly PresetRule[]) {
  return noticeOf(event, compilePresetRules(rules), frame);
}

function noticed(said: unknown, rule: PresetRule, given: Partial<FeedEvent> = {}) {
  const made = worded(feedEvent(said, given), { title: 'x', ...rule });
  if (made.kind !== 'notice') throw new Error(made.kind);
  return made;
}

describe('an event becomes a notice', () => {
  test('by the rule of a feed that nobody has worded', () => {
    const event = feedEvent({ title: 'Done', body: 'All\nwell', url: 'https://ci.example/7' });
    expect(worded(event, plainRule)).toEqual({
      kind: 'notice',
      notice: {
        id: 'feed-abcdefgh/event:1',
        accountId: 'feed-abcdefgh',
        sourceId: 'event:1',
        type: 'event',
        createdAt: now,
        person: null,
        others: 0,
        reaction: null,
        note: null,
        detail: 'All\nwell',
        heading: 'Done',
        nuance: null,
        iconUrl: null,
        target: { kind: 'link', url: 'https://ci.example/7' },
        feed: { urgency: 'normal', group: null },
      },
      marks: {
        link: 'https://ci.example/7',
        icon: '',
        key: '',
        group: '',
        urgency: 'normal',
      },
    });
  });

  test('bare text rings with the name of the event', () => {
    const made = worded(feedEvent('disk full', { name: 'alerts' }), plainRule);
    expect(made).toMatchObject({ notice: { heading: 'alerts', detail: 'disk full' } });
  });

  test('JSON that has no words rings with its fields', () => {
    const made = worded(feedEvent({ status: 'failed', job: 7 }, { name: 'ci' }), plainRule);
    expect(made).toMatchObject({ notice: { heading: 'ci', detail: 'status: failed · job: 7' } });
  });

  test('the first rule that fits counts', () => {
    const rules = [
      { when: [{ field: 'level', is: 'above', value: '5' } as const], title: 'high' },
      { when: [{ field: 'level', is: 'exists', value: '' } as const], title: 'low' },
    ];
    expect(worded(feedEvent({ level: 9 }), ...rules)).toMatchObject({
      notice: { heading: 'high' },
    });
    expect(worded(feedEvent({ level: 1 }), ...rules)).toMatchObject({ notice: { heading: 'low' } });
  });

  test('what fits no rule is filtered, by the condition that is not met', () => {
    const when = [
      { field: 'a', is: 'is', value: '1' },
      { field: 'b', is: 'is', value: '2' },
    ] as const;
    const rule = { title: 'x', when: [...when] };
    expect(worded(feedEvent({ a: 1, b: 3 }), rule)).toEqual({ kind: 'filtered', condition: 1 });
    expect(worded(feedEvent({ a: 2, b: 2 }), rule)).toEqual({ kind: 'filtered', condition: 0 });
  });

  test.each([
    ['nothing is there', '{title}', '{body}', {}],
    ['there is nothing to see', '{title}', '', { title: '\u200B\u202E \u0000' }],
    ['there are no templates', '', '', { title: 'x' }],
  ])('it is wordless where %s', (_what, title, body, said) => {
    expect(worded(feedEvent(said), { title, body })).toEqual({ kind: 'wordless' });
  });
});

describe('words of strangers', () => {
  test('are kept to their place', () => {
    const { notice } = noticed(
      { t: ' a\n\u202Eb\u0007\tc ', b: ' 1\u0000\r\n\u20662\r\n\r\n\r\n\r\n3\u20284 ' },
      { title: '{t}', body: '{b}' },
    );
    expect(notice).toMatchObject({ heading: 'a b c', detail: '1\n2\n\n3\n4' });
  });

  test('are whole: half a character is none', () => {
    const { notice } = noticed('{"t":"a\\ud83d b"}', { title: '{t}' });
    expect(notice.heading).toBe('a\uFFFD b');
  });

  test('are cut at what a reader takes for characters', () => {
    const { notice } = noticed(
      { t: '👩‍👩‍👧'.repeat(300), b: 'é'.repeat(5_000) },
      { title: '{t}', body: '{b}' },
    );
    expect(notice.heading).toBe(`${'👩‍👩‍👧'.repeat(199)}…`);
    expect(notice.detail).toBe(`${'é'.repeat(999)}…`);
  });
});

describe('how it is marked', () => {
  test.each([
    ['1', 'low'],
    ['min', 'low'],
    ['2', 'low'],
    ['LOW', 'low'],
    ['3', 'normal'],
    ['default', 'normal'],
    ['4', 'normal'],
    ['high', 'normal'],
    ['5', 'critical'],
    [' urgent ', 'critical'],
    ['max', 'critical'],
    ['critical', 'critical'],
    ['8', 'normal'],
    ['', 'normal'],
    ['constructor', 'normal'],
  ])('urgency %j is %s', (said, urgency) => {
    expect(noticed({ p: said }, { urgency: '{p}' }).notice.feed?.urgency).toBe(urgency);
  });

  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    [' https://日本.example/ ', 'https://xn--wgv71a.example/'],
    ['javascript:alert(1)', ''],
    ['file:///etc/passwd', ''],
    ['/relative', ''],
    ['example.org', ''],
    ['https://', ''],
    [`https://example.org/${'x'.repeat(2_048)}`, ''],
    ['', ''],
  ])('the link %j leads to %j', (said, url) => {
    const { notice, marks } = noticed({ u: said }, { link: '{u}', icon: '{u}' });
    expect(notice.target).toEqual(url === '' ? { kind: 'list' } : { kind: 'link', url });
    expect(notice.iconUrl).toBe(url === '' ? null : url);
    expect(marks).toMatchObject({ link: url, icon: url });
  });

  test.each([
    ['a key before an id', { key: '{k}' }, 'k7', 'e1', /^key:k7$/],
    ['an id where the key says nothing', { key: '{missing}' }, 'k7', 'e1', /^id:e1:[\w-]{8}$/],
    ['an id where there is no key', {}, 'k7', 'e1', /^id:e1:[\w-]{8}$/],
    ['neither', {}, 'k7', null, /^event:1$/],
    ['an empty id', {}, 'k7', '', /^event:1$/],
    ['a key that looks like another kind’s', { key: '{k}' }, 'chat:1', null, /^key:chat:1$/],
    ['an id that looks like another kind’s', {}, '', 'announcement:1', /^id:announcement:1:/],
  ])('it is known by %s', (_what, rule, k, id, sourceId) => {
    const { notice } = noticed({ k }, rule, { id });
    expect(notice.sourceId).toMatch(sourceId);
    expect(notice.id).toBe(`feed-abcdefgh/${notice.sourceId}`);
    expect(asideOf(notice.sourceId)).toBeNull();
  });

  test('a server that counts anew tells other things by the same ids', () => {
    const of = (k: string, name = '') => noticed({ k }, {}, { id: '1', name }).notice.sourceId;
    expect(of('open')).toBe(of('open'));
    expect(new Set([of('open'), of('shut'), of('open', 'door')]).size).toBe(3);
  });

  test('long keys and groups are told apart by all they say', () => {
    const of = (end: string) =>
      noticed({ k: 'x'.repeat(5_000) + end }, { key: '{k}', group: '{k}' }).notice;
    expect(of('a').sourceId).toBe(of('a').sourceId);
    expect(of('a').sourceId).not.toBe(of('b').sourceId);
    expect(of('a').feed?.group).not.toBe(of('b').feed?.group);
    expect(of('a').id.length).toBeLessThan(220);
  });

  test.each([
    ['2026-05-05T10:00:00Z', Date.UTC(2026, 4, 5, 10)],
    ['2026-05-05T10:00:00.123456789+02:00', Date.UTC(2026, 4, 5, 8, 0, 0, 123)],
    ['2026-05-05T10:00:00+0200', Date.UTC(2026, 4, 5, 8)],
    ['2026-05-05 10:00', Date.UTC(2026, 4, 5, 10)],
    ['2026-05-04', Date.UTC(2026, 4, 4)],
    [1_777_900_000, 1_777_900_000_000],
    ['1777900000.5', 1_777_900_000_500],
    [1_777_900_000_123, 1_777_900_000_123],
    ['2026-05-05T12:00:01Z', now],
    ['2099-01-01', now],
    ['1970-01-01T00:00:00Z', now],
    [0, now],
    [-5, now],
    ['2026-13-45', now],
    ['yesterday', now],
    ['9'.repeat(400), now],
    [null, now],
  ])('the time %j', (said, createdAt) => {
    expect(noticed({ t: said }, { time: '{t}' }).notice.createdAt).toBe(createdAt);
  });
});

test('a time without a zone is the same wherever the computer is', () => {
  vi.stubEnv('TZ', 'Asia/Tokyo');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  expect(new Date(0).getTimezoneOffset()).not.toBe(0);
  const { createdAt } = noticed({ t: '2026-05-05T10:00' }, { time: '{t}' }).notice;
  expect(createdAt).toBe(Date.UTC(2026, 4, 5, 10));
});

describe('a preset’s rule', () => {
  const rule: PresetRule = {
    type: 'mention',
    person: { id: '{u.id}', name: '{u.n}', username: '{u.h}', host: '{u.s}', avatar: '{u.a}' },
    note: { id: '{n.id}', text: '{n.t:plain}', cw: '{n.cw}', files: '{n.f.length}', poll: '{n.p}' },
    reaction: '{r}',
  };
  const u = {
    id: '1',
    n: ' Bob\u202E ',
    h: 'bob',
    s: 'far.example',
    a: 'https://far.example/a.png',
  };

  test('names who did it and what it is about', () => {
    const { notice } = noticed(
      { u, n: { id: '9', t: '<p>hi<br>you</p>', cw: '', f: [1, 2], p: { id: 1 } }, r: '🍮' },
      rule,
    );
    expect(notice).toMatchObject({
      type: 'mention',
      heading: null,
      person: {
        userId: '1',
        username: 'bob',
        host: 'far.example',
        name: 'Bob',
        avatarUrl: 'https://far.example/a.png',
      },
      note: { id: '9', text: 'hi you', cw: null, files: 2, poll: true, direct: false },
      reaction: { code: '🍮', url: null },
    });
  });

  test('keeps nothing of what a warning covers', () => {
    const { notice } = noticed({ u, n: { id: '9', t: 'secret', cw: 'spoiler' } }, rule);
    expect(notice.note).toMatchObject({ text: '', cw: 'spoiler', files: 0, poll: false });
  });

  test('names nobody and nothing where there is no id', () => {
    const { notice } = noticed({ u: { ...u, id: '' }, n: { t: 'x' } }, rule);
    expect(notice).toMatchObject({ person: null, note: null, reaction: null });
  });

  test('names by the username whoever has no name, and drops addresses that are none', () => {
    const { notice } = noticed({ u: { ...u, n: '\u200B', a: 'data:x', s: '' } }, rule);
    expect(notice.person).toMatchObject({ name: 'bob', avatarUrl: null, host: null });
  });

  test('that cannot be read is a mistake of Suzu’s', () => {
    expect(() => compilePresetRules([{ title: '{' }])).toThrow('unclosed');
  });
});

describe('the rule of a user', () => {
  test.each([
    ['title', { title: 'a {b' }, { part: 'title', problem: 'unclosed', at: 2 }],
    ['urgency', { urgency: '{a:b}' }, { part: 'urgency', problem: 'unknown-format', at: 2 }],
    ['the first of two', { body: '{}', key: '{' }, { part: 'body', problem: 'empty', at: 1 }],
    [
      'a field of a condition',
      {
        when: [
          { field: 'a', is: 'is', value: '' } as const,
          { field: 'a b', is: 'is', value: '' } as const,
        ],
      },
      { part: 'when.1', problem: 'unexpected', at: 2 },
    ],
    [
      'a number of a condition',
      { when: [{ field: 'a', is: 'above', value: 'x' } as const] },
      { part: 'when.0', problem: 'no-number', at: 0 },
    ],
  ])('tells what is wrong: %s', (_what, changes, problem) => {
    expect(compileRule({ ...empty, ...changes })).toEqual(problem);
  });
});

test('of an event that is filtered only that is looked at which the filter asks for', () => {
  const looked: string[] = [];
  const data = Object.defineProperties(
    {},
    Object.fromEntries(
      ['type', 'level', 'title', 'body', 'url'].map((key) => {
        const get = () => {
          looked.push(key);
          return key;
        };
        return [key, { enumerable: true, get }];
      }),
    ),
  );
  const when = [
    { field: 'type', is: 'is', value: 'alarm' },
    { field: 'level', is: 'above', value: '3' },
  ] as const;
  const event = { ...feedEvent('x'), data };
  expect(worded(event, { ...plainRule, when: [...when] })).toEqual({
    kind: 'filtered',
    condition: 0,
  });
  expect(looked).toEqual(['type']);
});
