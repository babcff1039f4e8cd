import { describe, expect, test } from 'vitest';
import { noSecrets } from '../../../src-main/engine/feeds/feed-secrets.ts';
import { plainRule } from '../../../src-main/engine/feeds/notices/notice-rule.ts';
import type { FeedPreset } from '../../../src-main/engine/feeds/preset.ts';
import { preset as mastodon } from '../../../src-main/engine/feeds/presets/mastodon.ts';
import { preset as ntfy } from '../../../src-main/engine/feeds/presets/ntfy.ts';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import type { FeedDraft, NoticeRule } from '../../../src-main/ipc/contract.ts';
import { applyPatch, type WindowState } from '../../../src-renderer/state/reducer.ts';
import { appBench } from '../../support/app-bench.ts';
import { settle } from '../../support/fake-clock.ts';
import { sseOf } from '../../support/feeds-bench.ts';
import { anEvent } from '../../support/played-links.ts';

const words = messagesIn('en').feeds;
const draft: FeedDraft = { name: 'Builds', connection: sseOf('ci.example'), rule: null };
const gone = { ok: false, error: words.gone };

/** A Suzu without accounts, and a window that applies every patch, as the real one does. */
function windowBench(presets: readonly FeedPreset[] = []) {
  const bench = appBench([], presets);
  bench.world.hasWindow = true;
  let state: WindowState = bench.feed.snapshot();
  return {
    ...bench,
    async shown(): Promise<WindowState> {
      // As long as what changes is held back at most.
      await bench.clock.advance(150);
      for (const patch of bench.patches.splice(0)) state = applyPatch(state, patch);
      return state;
    },
    async added(changes: Partial<FeedDraft> = {}): Promise<string> {
      const answer = await bench.commands.addFeed({ ...draft, ...changes });
      if (!answer.ok) throw new Error(answer.error);
      return answer.data;
    },
    /** What a feed's link sends with its requests. */
    sent: (host: string) => bench.feedLinks.of(host).access.secrets,
  };
}

/** The feed of a draft, online. */
async function onlineBench() {
  const bench = windowBench();
  const id = await bench.added();
  bench.feedLinks.socketOf('ci.example').open();
  return {
    ...bench,
    id,
    receive: (content: unknown) => bench.feedLinks.socketOf('ci.example').receive(anEvent(content)),
  };
}

describe('a feed that is added', () => {
  test('connects, and shows at once', async () => {
    const { added, shown, feedLinks } = windowBench();
    const id = await added({ rule: plainRule });
    feedLinks.socketOf('ci.example').open();
    expect((await shown()).feeds).toMatchObject([
      { id, name: 'Builds', host: 'ci.example', state: 'online', rule: plainRule, demo: false },
    ]);
  });

  test('proves itself with what was typed, which the window is not told', async () => {
    const { added, sent, shown } = windowBench();
    await added({
      secrets: {
        headers: { Authorization: 'Bearer sesame', Cookie: null },
        username: 'alice',
        password: 'open',
        keepPassword: true,
      },
    });
    expect(sent('ci.example')).toEqual({
      headers: { Authorization: 'Bearer sesame' },
      username: 'alice',
      password: null,
    });
    const state = await shown();
    expect(state.feeds[0]?.has).toEqual({
      headers: ['Authorization'],
      username: 'alice',
      password: false,
      lost: false,
    });
    expect(JSON.stringify(state)).not.toContain('sesame');
  });

  test('is not one while something is wrong with it', async () => {
    const { commands, feeds } = windowBench();
    expect(await commands.addFeed({ ...draft, name: '' })).toEqual({
      ok: false,
      error: words.draft.name,
    });
    expect(feeds.all()).toEqual([]);
  });
});

test('a feed that finds no network, and no source that does, says so', async () => {
  const { added, shown, feedLinks } = windowBench();
  await added();
  const verdict = { kind: 'retry', reason: 'no-route' } as const;
  feedLinks.socketOf('ci.example').end({ kind: 'judged', verdict });
  await settle();
  expect((await shown()).feeds[0]?.stateText).toBe(messagesIn('en').state.offline);
  await added({ connection: sseOf('other.example') });
  feedLinks.socketOf('other.example').open();
  expect((await shown()).feeds[0]?.stateText).not.toBe(messagesIn('en').state.offline);
});

describe('a preset', () => {
  const values = { server: 'ntfy.sh', topics: 'alerts', token: '', transport: 'sse' };

  test('is offered in the language in use', async () => {
    const { commands } = windowBench([ntfy]);
    const answer = await commands.listPresets();
    expect(answer).toMatchObject({ ok: true, data: [{ id: 'ntfy', name: 'ntfy' }] });
    commands.changeSettings({ language: 'ja' });
    expect(await commands.listPresets()).toMatchObject({
      data: [{ about: ntfy.words.ja.about }],
    });
  });

  test('makes a feed of what was typed', async () => {
    const { commands, shown, sent } = windowBench([ntfy]);
    const answer = await commands.addPresetFeed('ntfy', { ...values, token: 'tk_sesame' });
    expect(answer.ok).toBe(true);
    expect(sent('ntfy.sh').headers).toEqual({ Authorization: 'Bearer tk_sesame' });
    expect((await shown()).feeds).toMatchObject([
      { name: 'alerts', preset: 'ntfy', host: 'ntfy.sh', has: { headers: ['Authorization'] } },
    ]);
  });

  test.each([
    ['an empty field', { ...values, topics: ' ' }, words.fieldEmpty('Topics')],
    ['a field that is left out', { server: 'ntfy.sh' }, words.fieldEmpty('Topics')],
    ['a field that is wrong', { ...values, topics: 'a b/c' }, words.fieldWrong('Topics')],
  ])('names %s', async (_case, typed, error) => {
    const { commands, feeds } = windowBench([
      { ...ntfy, words: { ...ntfy.words, en: { ...ntfy.words.en, fields: topicsAlone } } },
    ]);
    expect(await commands.addPresetFeed('ntfy', typed)).toEqual({ ok: false, error });
    expect(feeds.all()).toEqual([]);
  });
  const topicsAlone = { topics: { label: 'Topics', hint: '' } };

  test('of another Suzu is not there', async () => {
    const { commands } = windowBench([ntfy]);
    expect(await commands.addPresetFeed('gone', values)).toEqual({
      ok: false,
      error: words.presetGone,
    });
  });
});

describe('a feed that is changed', () => {
  test('has another name without connecting anew', async () => {
    const { commands, id, shown, feedLinks } = await onlineBench();
    expect(await commands.changeFeed(id, { ...draft, name: 'CI' })).toEqual({ ok: true });
    expect((await shown()).feeds).toMatchObject([{ name: 'CI', state: 'online' }]);
    expect(feedLinks.all).toHaveLength(1);
  });

  test('keeps the secrets that were not typed anew', async () => {
    const { added, commands, sent } = windowBench();
    const id = await added({
      secrets: {
        headers: { Authorization: 'Bearer sesame', Cookie: 'a=b' },
        username: 'alice',
        password: 'open',
        keepPassword: false,
      },
    });
    await commands.changeFeed(id, {
      ...draft,
      secrets: {
        headers: { Authorization: null },
        username: 'bob',
        password: null,
        keepPassword: true,
      },
    });
    expect(sent('ci.example')).toEqual({
      headers: { Authorization: 'Bearer sesame' },
      username: 'bob',
      password: 'open',
    });
  });

  test('stays as it was while something is wrong', async () => {
    const { commands, id, feeds } = await onlineBench();
    const connection = { ...draft.connection, url: 'https://ci.example/?token=x' };
    expect(await commands.changeFeed(id, { ...draft, connection })).toEqual({
      ok: false,
      error: words.draft.secretInAddress('token'),
    });
    expect(feeds.get(id)?.stored.connection).toEqual(draft.connection);
  });

  test('that is gone says so', async () => {
    const { commands } = windowBench();
    expect(await commands.changeFeed('feed-gone0000', draft)).toEqual(gone);
    expect(await commands.previewRule('feed-gone0000', plainRule)).toEqual(gone);
    expect(
      await commands.previewSample('feed-gone0000', plainRule, { name: '', text: '' }),
    ).toEqual(gone);
  });
});

test('a feed is switched off and on, tried again, moved and removed', async () => {
  const { added, clock, commands, shown, feedLinks, history } = windowBench();
  const first = await added();
  const second = await added({ name: 'Doors', connection: sseOf('door.example') });
  commands.setFeedOn(first, false);
  expect((await shown()).feeds[0]).toMatchObject({ on: false, state: null, stateText: 'Off' });
  commands.setFeedOn(first, true);
  // A server is not asked twice in a moment.
  await clock.advance(2_000);
  const verdict = { kind: 'refuse', reason: 'feed-not-found' } as const;
  feedLinks.socketOf('ci.example').end({ kind: 'judged', verdict });
  await settle();
  expect((await shown()).feeds[0]?.state).toBe('refused');
  commands.retryFeed(first);
  await clock.advance(2_000);
  expect((await shown()).feeds[0]?.state).toBe('connecting');
  commands.moveFeed(first, 1);
  expect((await shown()).feeds.map(({ id }) => id)).toEqual([second, first]);
  feedLinks.socketOf('door.example').open();
  feedLinks.socketOf('door.example').receive(anEvent({ title: 'Open' }));
  expect((await shown()).notices.items).toHaveLength(1);
  expect((await shown()).feeds[0]?.unread).toBe(1);
  await commands.removeFeed(second);
  const state = await shown();
  expect(state.feeds.map(({ id }) => id)).toEqual([first]);
  expect(state.notices.items).toEqual([]);
  expect(history.of(second)).toEqual([]);
});

describe('the events of a feed', () => {
  test('come while they are looked at, four times a second at most', async () => {
    const bench = await onlineBench();
    bench.receive({ title: 'unseen' });
    bench.commands.watchFeed(bench.id);
    expect((await bench.shown()).feedEvents).toMatchObject({ feedId: bench.id, count: 0 });
    for (let n = 0; n < 100; n += 1) {
      bench.receive(n % 2 === 0 ? {} : { other: n });
      await bench.clock.advance(10);
    }
    const told = bench.patches.filter(
      (patch) => patch.kind === 'slices' && 'feedEvents' in patch.slices,
    );
    expect(told.length).toBeGreaterThan(2);
    expect(told.length).toBeLessThanOrEqual(4);
    await bench.clock.advance(250);
    expect((await bench.shown()).feedEvents).toMatchObject({ count: 100 });
  });

  test('of another feed are none of them', async () => {
    const bench = await onlineBench();
    bench.commands.watchFeed(bench.id);
    await bench.clock.advance(1_000);
    await bench.shown();
    bench.feed.feedEventsChanged('feed-other000');
    await bench.clock.advance(1_000);
    expect(bench.patches).toEqual([]);
  });

  test('come no more once nobody looks at them', async () => {
    const bench = await onlineBench();
    bench.commands.watchFeed(bench.id);
    bench.commands.watchFeed(null);
    expect((await bench.shown()).feedEvents).toBeNull();
    bench.receive({ title: 'a' });
    await bench.clock.advance(1_000);
    const { feedEvents } = await bench.shown();
    expect(feedEvents).toBeNull();
  });

  test('are gone with the feed, and with the window', async () => {
    const bench = await onlineBench();
    bench.commands.watchFeed(bench.id);
    bench.feed.windowClosed();
    expect(bench.feed.snapshot().feedEvents).toBeNull();
    bench.commands.watchFeed(bench.id);
    await bench.commands.removeFeed(bench.id);
    expect(bench.feed.snapshot().feedEvents).toBeNull();
    expect(bench.feed.snapshot().feeds).toEqual([]);
  });
});

describe('a rule that is tried', () => {
  const rule: NoticeRule = { ...plainRule, title: '{what}', body: '', link: '' };

  test('on the last events', async () => {
    const { commands, id, receive } = await onlineBench();
    receive({ what: 'first' });
    receive({ what: 'second' });
    const answer = await commands.previewRule(id, rule);
    expect(answer).toMatchObject({
      ok: true,
      data: [
        { n: 2, preview: { kind: 'notice', title: 'second' } },
        { n: 1, preview: { kind: 'notice', title: 'first' } },
      ],
    });
  });

  test('as the preset words it, where nobody wrote one', async () => {
    const bench = windowBench([mastodon]);
    const connection = sseOf('ci.example');
    const made = { name: 'Builds', connection, rule: null, preset: mastodon.id };
    bench.feeds.add({ ...made, addedBy: 'user' }, noSecrets);
    const [feed] = bench.feeds.all();
    const id = feed?.stored.id ?? '';
    bench.feedLinks.socketOf('ci.example').open();
    const account = {
      id: '1',
      acct: 'bob',
      display_name: 'Bob',
      avatar: 'https://a.example/b.png',
    };
    const follow = { id: '7', type: 'follow', account };
    bench.feedLinks.socketOf('ci.example').receive(anEvent(follow, { name: 'notification' }));
    expect(await bench.commands.previewRule(id, null)).toMatchObject({
      data: [
        {
          preview: {
            kind: 'notice',
            title: messagesIn('en').notice.follow('Bob'),
            icon: 'https://a.example/b.png',
          },
        },
      ],
    });
  });

  test('on an event that was made up', async () => {
    const { commands, id } = await onlineBench();
    const sample = { name: 'build', text: '{"what":"made up"}' };
    expect(await commands.previewSample(id, rule, sample)).toMatchObject({
      ok: true,
      data: {
        fields: [
          { path: '$name', value: 'build' },
          { path: 'what', value: 'made up' },
        ],
        preview: { kind: 'notice', title: 'made up' },
      },
    });
  });

  test('says what is wrong with it', async () => {
    const { commands, id, receive } = await onlineBench();
    receive({ what: 'first' });
    const answer = await commands.previewRule(id, { ...rule, title: '{}' });
    expect(answer).toMatchObject({
      data: [{ preview: { kind: 'unreadable', part: 'title', problem: words.template.empty(2) } }],
    });
  });
});
