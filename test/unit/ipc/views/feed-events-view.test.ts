import { describe, expect, test } from 'vitest';
import { previewOf, sampleEvent } from '../../../../src-main/engine/feeds/feed-previews.ts';
import { rulesOf } from '../../../../src-main/engine/feeds/feed-rules.ts';
import type { SeenEvent } from '../../../../src-main/engine/feeds/feeds.ts';
import { plainRule } from '../../../../src-main/engine/feeds/notices/notice-rule.ts';
import { locales, messagesIn } from '../../../../src-main/engine/messages/index.ts';
import type { NoticeRule } from '../../../../src-main/ipc/contract.ts';
import { feedEventsView, rulePreview } from '../../../../src-main/ipc/views/feed-events-view.ts';
import { sseOf } from '../../../support/feeds-bench.ts';
import { anEvent } from '../../../support/played-links.ts';

const seen = (n: number, content: unknown = { n }): SeenEvent => ({
  n,
  at: 1_000 + n,
  event: anEvent(content, { name: 'door' }),
  outcome: 'notice',
});

describe('the last events', () => {
  test('with the fields that a template can name', () => {
    const view = feedEventsView('feed-build000', {
      events: [seen(7, { user: { name: 'Ada' } })],
      count: 3,
    });
    expect(view).toEqual({
      feedId: 'feed-build000',
      count: 3,
      events: [
        {
          n: 7,
          at: 1_007,
          name: 'door',
          text: '{"user":{"name":"Ada"}}',
          fields: [
            { path: '$name', value: 'door' },
            { path: 'user.name', value: 'Ada' },
          ],
          outcome: 'notice',
        },
      ],
    });
  });

  test('are no more and no longer than a window can take', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`f${n}`, 'x'.repeat(99)]),
    );
    const all = Array.from({ length: 30 }, (_, n) => seen(n, wide));
    const { events } = feedEventsView('feed-build000', { events: all, count: 30 });
    expect(events).toHaveLength(20);
    expect(events[0]?.text).toHaveLength(4_097);
    expect(events[0]?.fields).toHaveLength(60);
  });

  test('cannot disguise what stands beside their names', () => {
    const event = anEvent('x', { name: `a\u202eb\n${'c'.repeat(1_000)}` });
    const { events } = feedEventsView('f', { events: [{ ...seen(1), event }], count: 1 });
    expect(events[0]?.name).toMatch(/^ab c+…$/);
    expect(events[0]?.name).toHaveLength(300);
  });
});

describe('what a rule makes of an event', () => {
  const own = { preset: null, connection: sseOf('ci.example') };
  const noPresets = { get: () => undefined };
  const previewIn = (locale: (typeof locales)[number], changes: Partial<NoticeRule>) =>
    rulePreview(
      previewOf(
        sampleEvent({ name: '', text: '{"title":"Door","level":2}' }),
        rulesOf({ ...own, rule: { ...plainRule, ...changes } }, noPresets),
        0,
      ),
      messagesIn(locale),
    );

  test('a notice', () => {
    expect(previewIn('en', { body: '', urgency: 'low' })).toEqual({
      kind: 'notice',
      title: 'Door',
      body: '',
      link: '',
      icon: '',
      key: '',
      group: '',
      urgency: 'low',
    });
  });

  test('a notice whose title Suzu has to word', () => {
    expect(previewIn('ja', { title: '{missing}', body: 'Door' })).toMatchObject({
      title: messagesIn('ja').notice.generic,
      body: 'Door',
    });
  });

  test('nothing, for a condition or for want of words', () => {
    const when = [{ field: 'level', is: 'above', value: '3' }] as const;
    expect(previewIn('en', { when: [...when] })).toEqual({ kind: 'filtered', condition: 0 });
    expect(previewIn('en', { title: '', body: '' })).toEqual({ kind: 'wordless' });
  });

  const unreadable: readonly Partial<NoticeRule>[] = [
    { title: 'x'.repeat(4_097) },
    { title: '{a' },
    { title: '{}' },
    { title: '{a..b}' },
    { title: '{"a}' },
    { title: '{$who}' },
    { title: '{a:loud}' },
    { title: '{a b}' },
    { when: [{ field: 'a', is: 'below', value: 'few' }] },
  ];

  test.each(locales)('what is wrong with it, each in words of %s', (locale) => {
    const texts = unreadable.map((changes) => {
      const preview = previewIn(locale, changes);
      return preview.kind === 'unreadable' ? preview.problem : '';
    });
    expect(new Set(texts).size).toBe(unreadable.length);
    for (const text of texts) expect(text).toMatch(/\S{2}/);
  });

  test('where', () => {
    expect(previewIn('en', { body: 'New: {user.' })).toMatchObject({
      kind: 'unreadable',
      part: 'body',
    });
    expect(previewIn('en', { when: [{ field: '', is: 'exists', value: '' }] })).toMatchObject({
      part: 'when.0',
      problem: 'At character 1, name a field.',
    });
  });
});
