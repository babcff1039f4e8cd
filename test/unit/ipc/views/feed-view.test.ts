import { describe, expect, test } from 'vitest';
import type { Feed } from '../../../../src-main/engine/feeds/feeds.ts';
import { compileRule } from '../../../../src-main/engine/feeds/notices/compiled-rule.ts';
import { plainRule } from '../../../../src-main/engine/feeds/notices/notice-rule.ts';
import type { FeedPreset } from '../../../../src-main/engine/feeds/preset.ts';
import { feedPresets } from '../../../../src-main/engine/feeds/preset-list.ts';
import { locales, messagesIn } from '../../../../src-main/engine/messages/index.ts';
import { feedView, presetView } from '../../../../src-main/ipc/views/feed-view.ts';
import { sseOf, storedFeed } from '../../../support/feeds-bench.ts';

const words = (name: string) => ({
  name,
  about: `about ${name}`,
  fields: { topic: { label: `the topic of ${name}`, hint: 'a hint' } },
  options: { sse: 'Events' },
});
const preset: FeedPreset = {
  id: 'bells',
  place: 1,
  fields: [
    { id: 'topic', kind: 'text', initial: 'home', optional: false },
    { id: 'way', kind: 'choice', initial: 'sse', optional: true, options: ['sse', 'other'] },
  ],
  words: { en: words('Bells'), ja: words('鈴'), ko: words('방울'), 'zh-CN': words('铃') },
  make: () => ({ wrong: 'topic' }),
  rules: () => [
    { type: 'mention', person: { id: '{id}', name: '{n}', username: '', host: '', avatar: '{a}' } },
    { when: [{ field: 'a', is: 'exists', value: '' }], title: '{what}', link: '{url}' },
  ],
};
const presets = feedPresets([preset]);

const feed: Feed = {
  stored: storedFeed('build'),
  state: { name: 'online' },
  secrets: { headers: [], username: null, hasPassword: false },
  ruleProblem: null,
};
const viewOf = (changes: Partial<Feed> = {}, isOffline = false) =>
  feedView(
    { ...feed, ...changes },
    3,
    { messages: messagesIn('en'), locale: 'en', presets },
    isOffline,
  );
const at = (url: string) => storedFeed('build', { connection: { ...sseOf('x.example'), url } });
const withSecrets: Pick<Feed, 'secrets'> = {
  secrets: { headers: ['Authorization'], username: 'alice', hasPassword: true },
};

test('a feed', () => {
  expect(viewOf()).toEqual({
    id: 'feed-build000',
    name: 'build',
    color: '#2f6fde',
    on: true,
    preset: null,
    connection: feed.stored.connection,
    host: 'build.example',
    has: { headers: [], username: null, password: false, lost: false },
    rule: null,
    startRule: plainRule,
    types: ['event'],
    state: 'online',
    stateText: 'Online',
    caution: null,
    unread: 3,
    demo: false,
  });
});

test('tells which secrets it has, and of the demo’s that it is', () => {
  const stored = storedFeed('build', { addedBy: 'demo' });
  expect(viewOf({ ...withSecrets, stored })).toMatchObject({
    has: { headers: ['Authorization'], username: 'alice', password: true },
    demo: true,
  });
});

test('tells that they are lost, while they cannot be read', () => {
  const refusedFor = (reason: 'feed-secrets' | 'feed-credentials') =>
    viewOf({ ...withSecrets, state: { name: 'refused', reason } });
  expect(refusedFor('feed-secrets').has.lost).toBe(true);
  expect(refusedFor('feed-credentials').has.lost).toBe(false);
});

describe('its state', () => {
  test('while it is off', () => {
    expect(viewOf({ state: null })).toMatchObject({ state: null, stateText: 'Off' });
  });

  test('is told with what to do', () => {
    const view = viewOf({ state: { name: 'refused', reason: 'feed-not-found' } });
    expect(view.state).toBe('refused');
    expect(view.stateText).toContain('Settings → Feeds');
  });

  test('is the network’s while nothing is reached at all', () => {
    const state = { name: 'waiting', reason: 'no-route', retryAt: 0 } as const;
    expect(viewOf({ state }, true).stateText).toContain('There is no network');
    expect(viewOf({ state }, false).stateText).not.toContain('There is no network');
    expect(viewOf({ state: { name: 'online' } }, true).stateText).toBe('Online');
  });

  test('one that finds no secure connection is told what to type where there is none', () => {
    const state = { name: 'waiting', reason: 'tls', retryAt: 0 } as const;
    expect(viewOf({ state }).stateText).toContain('http:// or ws://');
  });
});

describe('a caution', () => {
  test.each([
    ['http://192.168.0.9/events', true],
    ['http://ci.example/events', true],
    ['https://ci.example/events', false],
    ['http://localhost:8080/events', false],
    ['http://127.0.0.1/events', false],
  ])('with secrets for %s: %s', (url, isTold) => {
    expect(viewOf({ ...withSecrets, stored: at(url) }).caution !== null).toBe(isTold);
  });

  test('names what looks like a secret in the open, and not what it is', () => {
    const hello = (text: string) =>
      storedFeed('build', {
        connection: {
          ...{ system: 'websocket', url: 'wss://x.example/', protocols: [], silentAfter: null },
          hello: [text],
          resume: null,
        },
      });
    const told = viewOf({ stored: hello('{"access_token":"sesame"}') }).caution;
    expect(told).toMatch(/access_token.*\$\{password\}/);
    expect(told).not.toContain('sesame');
    expect(viewOf({ stored: hello(`{"access_token":"\${password}"}`) }).caution).toBeNull();
    const inAddress = viewOf({ stored: at('https://x.example/?since=1&token=sesame') }).caution;
    expect(inAddress).toMatch(/address.*token/);
    expect(inAddress).not.toContain('sesame');
  });

  test('is not needed where no secrets are sent', () => {
    expect(viewOf({ stored: at('http://192.168.0.9/events') }).caution).toBeNull();
  });

  test('tells of a rule that cannot be read', () => {
    const problem = compileRule({ ...plainRule, title: '{' });
    if (!('problem' in problem)) throw new Error('it can be read');
    const both = viewOf({
      ...withSecrets,
      ruleProblem: problem,
      stored: at('http://ci.example/events'),
    });
    expect(both.caution).toMatch(/worded.*Title: The brace.*not encrypted/s);
  });
});

describe('by a preset', () => {
  const stored = storedFeed('build', { preset: 'bells' });

  test.each([
    ['en', 'Bells'],
    ['ja', '鈴'],
    ['ko', '방울'],
    ['zh-CN', '铃'],
  ] as const)('has its name in %s', (locale, name) => {
    const view = feedView({ ...feed, stored }, 0, {
      messages: messagesIn(locale),
      locale,
      presets,
    });
    expect(view.preset).toBe(name);
  });

  test('makes the types of notices that its rules name', () => {
    expect(viewOf({ stored }).types).toEqual(['mention', 'event']);
    expect(viewOf({ stored: { ...stored, rule: plainRule } }).types).toEqual(['event']);
  });

  test('has words of its own to begin with', () => {
    expect(viewOf({ stored }).startRule).toEqual({
      when: [],
      title: '{what}',
      body: plainRule.body,
      link: '{url}',
      icon: '',
      key: '',
      group: '',
      urgency: '',
    });
  });

  test('that only Suzu words tells who', () => {
    const [mention] = preset.rules(feed.stored.connection);
    if (mention === undefined) throw new Error('no rule');
    const only = feedPresets([{ ...preset, rules: () => [mention] }]);
    const view = feedView({ ...feed, stored }, 0, {
      messages: messagesIn('en'),
      locale: 'en',
      presets: only,
    });
    expect(view.startRule).toMatchObject({ title: '{n}', icon: '{a}' });
  });

  test('that is not there any more reads as one of its own', () => {
    const gone = viewOf({ stored: storedFeed('build', { preset: 'gone' }) });
    expect(gone).toMatchObject({ preset: null, types: ['event'], startRule: plainRule });
  });

  test.each(locales)('is offered with its fields in %s', (locale) => {
    const { name } = preset.words[locale];
    expect(presetView(preset, locale)).toEqual({
      id: 'bells',
      name,
      about: `about ${name}`,
      fields: [
        {
          id: 'topic',
          kind: 'text',
          label: `the topic of ${name}`,
          hint: 'a hint',
          initial: 'home',
          optional: false,
          options: [],
        },
        {
          id: 'way',
          kind: 'choice',
          label: 'way',
          hint: '',
          initial: 'sse',
          optional: true,
          options: [
            { value: 'sse', label: 'Events' },
            { value: 'other', label: 'other' },
          ],
        },
      ],
    });
  });
});
