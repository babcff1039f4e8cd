import { beforeEach, describe, expect, test } from 'vitest';
import { plainRule } from '../../../../src-main/engine/feeds/notices/notice-rule.ts';
import type { FeedPreset } from '../../../../src-main/engine/feeds/preset.ts';
import { preset as ntfy } from '../../../../src-main/engine/feeds/presets/ntfy.ts';
import {
  emptyDisk,
  type FeedsBench,
  feedsBench,
  mqttOf,
  reconnected,
  storedFeed,
} from '../../../support/feeds-bench.ts';
import { fakeLineFile } from '../../../support/line-file.ts';
import { anEvent } from '../../../support/played-links.ts';

const id = 'feed-build000';
const host = 'build.example';
let bench: FeedsBench;

beforeEach(() => {
  bench = feedsBench();
});

const receive = (...events: ReturnType<typeof anEvent>[]) => {
  for (const event of events) bench.links.socketOf(host).receive(event);
};
const outcomes = () => bench.feeds.seen(id).events.map(({ outcome }) => outcome);
/** The connection is lost and made again. */
const reconnect = () => reconnected(bench, host);

describe('an event', () => {
  test('rings, and is on the disk when the link gets back the word', async () => {
    const file = fakeLineFile();
    bench = feedsBench({ file });
    await bench.online(storedFeed('build'));
    bench.links.socketOf(host).receive(anEvent({ title: 'Done', body: 'in 3 s' }, { id: '7' }));
    expect(file.lines.join()).toContain('"feed-build000/id:7:');
    expect(bench.toasts()).toEqual(['Done: in 3 s']);
    expect(bench.feeds.seen(id)).toMatchObject({
      events: [{ n: 1, at: bench.clock.now(), outcome: 'notice' }],
      count: 1,
    });
  });

  test('that comes again with its id is known, also on the next run', async () => {
    const file = fakeLineFile();
    const disk = emptyDisk();
    bench = feedsBench({ file, disk });
    await bench.online(storedFeed('build'));
    receive(anEvent('one', { id: '7' }), anEvent('one', { id: '7' }));
    await reconnect();
    receive(anEvent('one', { id: '7' }));
    expect(outcomes()).toEqual(['known', 'known', 'notice']);
    expect(bench.toasts()).toHaveLength(1);
    bench.feeds.stop();

    bench = feedsBench({ file, disk, clock: bench.clock });
    await bench.online(storedFeed('build', { proven: true }));
    receive(anEvent('one', { id: '7' }), anEvent('two', { id: '8' }));
    expect(outcomes()).toEqual(['notice', 'known']);
  });

  test('without an id is another one each time, also on the next run', async () => {
    const file = fakeLineFile();
    bench = feedsBench({ file });
    await bench.online(storedFeed('build'));
    receive(anEvent('one'), anEvent('one'));
    bench.feeds.stop();
    await bench.clock.advance(1);
    bench = feedsBench({ file, clock: bench.clock });
    await bench.online(storedFeed('build'));
    receive(anEvent('one'));
    expect(outcomes()).toEqual(['notice']);
    expect(bench.bell.history.newest()).toHaveLength(3);
  });

  test('that a condition keeps out, or that says nothing, goes no further', async () => {
    const when = [{ field: 'status', is: 'is', value: 'failed' }] as const;
    const rule = { ...plainRule, when: [...when], title: '{title}', body: '' };
    await bench.online(storedFeed('build', { rule }));
    receive(anEvent({ status: 'ok', title: 'x' }), anEvent({ status: 'failed' }));
    expect(outcomes()).toEqual(['wordless', 'filtered']);
    expect(bench.bell.history.newest()).toEqual([]);
  });
});

test('one that Suzu fails at is passed by, and said in the log once for each connection', async () => {
  await bench.online(storedFeed('build'));
  bench.bell.hooks.onToast = () => {
    throw new Error('no desktop');
  };
  const errors = () => bench.bell.log.lines.filter(({ level }) => level === 'error');
  receive(anEvent('one'), anEvent('two'));
  const fields = { feed: id, error: 'Error: no desktop' };
  const message = 'feeds: an event could not be taken';
  expect(errors()).toEqual([{ level: 'error', message, fields }]);
  expect(bench.bell.history.newest()).toHaveLength(2);
  await reconnect();
  receive(anEvent('three'));
  expect(errors()).toHaveLength(2);
  bench.bell.hooks.onToast = () => {};
  receive(anEvent('four'));
  expect(bench.toasts()).toHaveLength(1);
  expect(bench.feeds.get(id)?.state).toEqual({ name: 'online' });
});

test('a kill amid a flood of notices brings back no more than the history knows', async () => {
  await bench.online(storedFeed('build'));
  const { cursor } = bench.links.of(host).access;
  for (let n = 1; n <= 1_600; n += 1) {
    receive(anEvent(`${n}`, { id: `${n}` }));
    cursor.set(`${n}`);
  }
  const written = Number(JSON.parse(bench.disk.cursors ?? '').cursors[id].link);
  expect(1_600 - written).toBeLessThan(1_000);
});

describe('the rule', () => {
  const preset: FeedPreset = {
    id: 'forge',
    place: 1,
    fields: [],
    words: {
      en: { name: 'Forge', about: '', fields: {}, options: {} },
      ja: { name: 'Forge', about: '', fields: {}, options: {} },
      ko: { name: 'Forge', about: '', fields: {}, options: {} },
      'zh-CN': { name: 'Forge', about: '', fields: {}, options: {} },
    },
    make: () => ({ wrong: 'everything' }),
    rules: () => [
      { when: [{ field: 'kind', is: 'is', value: 'push' }], title: 'Pushed', body: '{text}' },
      { title: 'Forged', body: '{text}' },
    ],
  };

  test('is the preset’s where the feed has none: the first that fits', async () => {
    bench = feedsBench({ presets: [preset] });
    await bench.online(storedFeed('build', { preset: 'forge' }));
    receive(anEvent({ kind: 'push', text: 'a' }), anEvent({ kind: 'tag', text: 'b' }));
    expect(bench.toasts()).toEqual(['Pushed: a', 'Forged: b']);
  });

  test('is the feed’s own before the preset’s', async () => {
    bench = feedsBench({ presets: [preset] });
    const rule = { ...plainRule, title: 'Mine' };
    await bench.online(storedFeed('build', { preset: 'forge', rule }));
    receive(anEvent({ kind: 'push', text: 'a' }));
    expect(bench.toasts()).toEqual(['Mine: a']);
  });

  test('is the plain one where there is no such preset (any more)', async () => {
    await bench.online(storedFeed('build', { preset: 'forge' }));
    receive(anEvent({ title: 'Push', text: 'a' }));
    expect(bench.toasts()).toEqual(['Push: a']);
  });

  test('one that cannot be read loses nothing, and the feed says so until it is mended', async () => {
    const rule = { ...plainRule, title: 'Built {name' };
    await bench.online(storedFeed('build', { rule }));
    expect(bench.feeds.get(id)?.ruleProblem).toMatchObject({ part: 'title' });
    receive(anEvent({ title: 'Push', text: 'a' }));
    expect(bench.toasts()).toEqual(['Push: a']);
    const { name, connection } = storedFeed('build');
    await bench.feeds.change(id, { name, connection, rule: plainRule }, null);
    expect(bench.feeds.get(id)?.ruleProblem).toBeNull();
  });
});

describe('after a gap', () => {
  /** So many at once. */
  const burst = (from: number, count: number) =>
    receive(
      ...Array.from({ length: count }, (_, n) => anEvent(`${from + n}`, { id: `${from + n}` })),
    );
  const reasons = () => bench.bell.history.newest().map(({ decision }) => decision.reason);
  const live = () => reasons().filter((reason) => reason === 'live').length;

  test('a replay shows a few, and the first connect of all as many as a live burst', async () => {
    await bench.online(storedFeed('build'));
    burst(0, 30);
    expect(live()).toBe(10);
    await bench.clock.advance(60_000);
    await reconnect();
    burst(100, 30);
    expect(live()).toBe(15);
  });

  test('so does the first connect of a later run', async () => {
    await bench.online(storedFeed('build', { proven: true }));
    burst(0, 30);
    expect(live()).toBe(5);
  });

  test('so does what a broker kept, which comes before all is confirmed', async () => {
    bench.disk.feeds = [storedFeed('build', { proven: true, connection: mqttOf(host) })];
    await bench.feeds.start();
    burst(0, 30);
    expect(live()).toBe(5);
  });

  test('what comes three seconds later is live', async () => {
    await bench.online(storedFeed('build', { proven: true }));
    await bench.clock.advance(3_000);
    burst(0, 30);
    expect(live()).toBe(10);
  });
});

describe('what a broker kept', () => {
  const door = (text: string, retained = false) => anEvent(text, { name: 'door', retained });

  test('does not ring unless asked, and is still shown among the last events', async () => {
    await bench.online(storedFeed('build', { connection: mqttOf(host) }));
    receive(door('open', true), door('open'));
    expect(outcomes()).toEqual(['notice', 'retained']);
  });

  test('where asked, rings once, however often the broker repeats it', async () => {
    await bench.online(storedFeed('build', { connection: mqttOf(host, true) }));
    receive(door('open', true));
    await reconnect();
    receive(door('open', true));
    await reconnect();
    receive(door('shut', true));
    receive(door('open'));
    await reconnect();
    receive(door('open', true));
    expect(outcomes()).toEqual(['known', 'notice', 'notice', 'known', 'notice']);
  });

  test('live repetitions are news each', async () => {
    await bench.online(storedFeed('build', { connection: mqttOf(host, true) }));
    receive(door('open'), door('open'));
    expect(outcomes()).toEqual(['notice', 'notice']);
  });

  test('after something that did not ring, the same is news again', async () => {
    const rule = { ...plainRule, when: [{ field: '$text', is: 'is' as const, value: 'open' }] };
    await bench.online(storedFeed('build', { connection: mqttOf(host, true), rule }));
    receive(door('open'), door('shut'));
    await reconnect();
    receive(door('open', true));
    expect(outcomes()).toEqual(['notice', 'filtered', 'notice']);
  });
});

describe('watching', () => {
  test('tells of each event of that feed alone, and counts from then on', async () => {
    await bench.online(storedFeed('build'), storedFeed('door'));
    receive(anEvent('before'));
    expect(bench.watched).toEqual([]);
    bench.feeds.watch(id);
    expect(bench.feeds.seen(id)).toMatchObject({ events: [{ n: 1 }], count: 0 });
    receive(anEvent('one'), anEvent('two'));
    bench.links.socketOf('door.example').receive(anEvent('else'));
    expect(bench.watched).toEqual([id, id]);
    expect(bench.feeds.seen(id).count).toBe(2);
    bench.feeds.watch(null);
    receive(anEvent('three'));
    expect(bench.watched).toEqual([id, id]);
  });

  test('a rule is tried on the last events, newest first, without ringing', async () => {
    await bench.online(storedFeed('build'));
    receive(anEvent({ status: 'ok' }), anEvent({ status: 'failed' }));
    const when = [{ field: 'status', is: 'is' as const, value: 'failed' }];
    const before = bench.toasts().length;
    expect(bench.feeds.preview(id, { ...plainRule, when, title: '{status}!' })).toMatchObject([
      { n: 2, preview: { kind: 'notice', notice: { heading: 'failed!' } } },
      { n: 1, preview: { kind: 'filtered', condition: 0 } },
    ]);
    expect(bench.feeds.preview(id, { ...plainRule, title: '{' })).toMatchObject([
      { n: 2, preview: { kind: 'unreadable', problem: { part: 'title' } } },
      { n: 1, preview: { kind: 'unreadable' } },
    ]);
    expect(bench.feeds.preview('feed-gone0000', plainRule)).toEqual([]);
    expect(bench.toasts()).toHaveLength(before);
  });

  test('without a rule, what the preset says is tried, whatever the feed was given', async () => {
    const preset = { ...ntfy, rules: () => [{ ...plainRule, title: 'ntfy: {status}' }] };
    bench = feedsBench({ presets: [preset] });
    await bench.online(storedFeed('build', { preset: 'ntfy', rule: plainRule }));
    receive(anEvent({ status: 'ok' }));
    expect(bench.feeds.preview(id, null)).toMatchObject([
      { preview: { notice: { heading: 'ntfy: ok' } } },
    ]);
  });
});
