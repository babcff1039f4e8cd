import { describe, expect, test } from 'vitest';
import { feedChecks } from '../../../../src-main/desktop/diagnostics/feed-checks.ts';
import type { StreamTime } from '../../../../src-main/desktop/diagnostics/stream-times.ts';
import type { Feed } from '../../../../src-main/engine/feeds/feeds.ts';
import { compileRule } from '../../../../src-main/engine/feeds/notices/compiled-rule.ts';
import { plainRule } from '../../../../src-main/engine/feeds/notices/notice-rule.ts';
import { locales, messagesIn } from '../../../../src-main/engine/messages/index.ts';
import { feedStateText } from '../../../../src-main/ipc/views/feed-view.ts';
import { mqttOf, storedFeed } from '../../../support/feeds-bench.ts';

const m = messagesIn('en');

const feed = (name: string, changes: Partial<Feed> = {}): Feed => ({
  stored: storedFeed(name),
  state: { name: 'online' },
  secrets: { headers: [], username: null, hasPassword: false },
  ruleProblem: null,
  ...changes,
});

/** What is found of each, in the order in which it is shown. */
async function found(feeds: readonly Feed[], time: StreamTime | undefined = since) {
  const checks = feedChecks({
    feeds,
    streamTime: () => time,
    wordState: feedStateText,
    proxyFor: async () => 'DIRECT',
  });
  return Promise.all(
    checks.map(async ({ title, group, run }) => {
      const { state, say, advise } = await run();
      expect(group).toBe('feeds');
      return {
        title: title(m, 'en'),
        state,
        text: say(m, 'en'),
        advice: advise?.(m, 'en') ?? null,
      };
    }),
  );
}
const since: StreamTime = { since: 0, online: 400 };

test('one that is online works, however often it was connected', async () => {
  expect(await found([feed('door')])).toMatchObject([
    { title: 'Way to door.example', state: 'works' },
    { title: 'Connection of door', state: 'works', text: expect.stringMatching(/^Online \(since/) },
  ]);
});

describe('a feed', () => {
  const last = async (changes: Partial<Feed>, time?: StreamTime) =>
    (await found([feed('door', changes)], time)).at(-1);

  test('that waits is told since when', async () => {
    const state = { name: 'waiting', reason: 'malformed', retryAt: 0 } as const;
    expect(await last({ state })).toMatchObject({
      state: 'attention',
      text: expect.stringContaining('cannot be understood'),
    });
  });

  test('that was refused needs the user', async () => {
    expect(await last({ state: { name: 'refused', reason: 'feed-over' } })).toMatchObject({
      state: 'fails',
      advice: 'Open the feed under Settings → Feeds.',
    });
  });

  test('whose words cannot be read does, too', async () => {
    const problem = compileRule({ ...plainRule, title: '{' });
    if (!('problem' in problem)) throw new Error('it can be read');
    expect(await last({ ruleProblem: problem })).toMatchObject({
      state: 'attention',
      advice: m.diagnostics.feed.ruleAdvice,
    });
  });

  test('that is off is nobody’s trouble, and nobody asks for its way', async () => {
    expect(await found([feed('door', { state: null })])).toEqual([
      { title: 'Connection of door', state: 'absent', text: 'Off', advice: null },
    ]);
  });
});

test('the way to each server is looked at once, and only its host is named', async () => {
  const sse = feed('door');
  const url = 'wss://door.example/secret-path';
  const mqtt = feed('gate', {
    stored: storedFeed('gate', { connection: { ...mqttOf('x.example'), url } }),
  });
  const all = await found([sse, mqtt]);
  expect(all.map(({ title }) => title)).toEqual([
    'Way to door.example',
    'Connection of door',
    'Connection of gate',
  ]);
  expect(JSON.stringify(all)).not.toContain('secret-path');
});

test.each(locales)('what to do is told in %s', (locale) => {
  const { feed: words } = messagesIn(locale).diagnostics;
  expect(new Set(Object.values(words)).size).toBe(2);
  for (const text of Object.values(words)) expect(text).toMatch(/\S{2}/);
});
