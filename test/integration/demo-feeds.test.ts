import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoFeeds } from '../../src-main/assembly/demo-feeds.ts';
import { rulesOf } from '../../src-main/engine/feeds/feed-rules.ts';
import { noticeOf } from '../../src-main/engine/feeds/notices/event-notice.ts';
import { openFeed } from '../../src-main/engine/feeds/open-feed.ts';
import { messagesIn } from '../../src-main/engine/messages/index.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { linkBench } from '../support/link-bench.ts';

let demo: Demo;
const stops: (() => void)[] = [];

beforeEach(async () => {
  demo = await startDemo();
});

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await demo.server.kill();
});

/** Listens as Suzu does to the demo's feed of this system. */
async function listen(system: 'sse' | 'websocket' | 'mqtt') {
  const feed = demoFeeds(demo.origin, messagesIn('en')).find(
    ({ connection }) => connection.system === system,
  );
  if (feed === undefined) throw new Error(`the demo has no feed of ${system}`);
  const bench = linkBench((access) => openFeed(feed.connection, access), { streamFetch: fetch });
  stops.push(bench.stop);
  const first = bench.open();
  await first.opened;
  const { rules } = rulesOf(feed, { get: () => undefined });
  return {
    bench,
    first,
    /** What becomes of each event of an attempt. */
    worded: (attempt = first) =>
      attempt.events.map((event, index) => {
        const made = noticeOf(event, rules, {
          feedId: 'feed-demo0000',
          now: 0,
          fallbackId: `${index}`,
        });
        return made.kind === 'notice' ? [made.notice.heading, made.notice.detail] : made.kind;
      }),
    rules,
  };
}

test('a build rings once it has ended', async () => {
  const { first, worded } = await listen('sse');
  for (let told = 0; told < 4; told += 1) demo.server.feeds.build();
  await first.received(4);
  expect(worded()).toEqual([
    'filtered',
    [
      'harbour-books #412: passed',
      expect.stringMatching(/^가격을 원 단위로 반올림 \(jiho, \d+ s\)$/),
    ],
    'filtered',
    ['tide-table #413: failed', expect.stringMatching(/^Use the real moon \(lukas, \d+ s\)$/)],
  ]);
});

test('the house rings for whatever is more than a movement', async () => {
  const { first, worded } = await listen('websocket');
  for (let told = 0; told < 3; told += 1) demo.server.feeds.house();
  await first.received(3);
  expect(worded()).toEqual([
    'filtered',
    ['店先', 'ベルが鳴りました。'],
    ['裏口', '郵便が届きました。'],
  ]);
});

test('a plant rings when it is thirsty, and is watered then', async () => {
  const { first, worded } = await listen('mqtt');
  for (let told = 0; told < 12; told += 1) demo.server.feeds.plant();
  await first.received(12);
  const titles = worded().flatMap((made) => (typeof made === 'string' ? [] : [made[0]]));
  expect(titles.length).toBeGreaterThanOrEqual(2);
  for (const title of titles)
    expect(title).toMatch(/^(?:バジル|ポトス|モンステラ): (?:1\d|2[0-4]|\d) % 💧$/);
});

test.each([
  ['sse', () => demo.server.feeds.build(), 'number', [412, 412, 413]],
  ['websocket', () => demo.server.feeds.house(), 'sensor', ['motion', 'doorbell', 'letterbox']],
  ['mqtt', () => demo.server.feeds.plant(), 'name', ['バジル', 'ポトス', 'モンステラ']],
] as const)(
  'over %s, what is told while the server is gone comes once it is back',
  async (system, tell, field, values) => {
    const { bench, first } = await listen(system);
    tell();
    await first.received(1);
    await demo.server.kill();
    await first.verdict;
    first.socket.terminate();
    tell();
    await demo.server.start();
    const second = bench.open();
    await second.opened;
    tell();
    await second.received(2);
    // The broker also repeats the last reading of each plant, as retained.
    if (system === 'mqtt') await second.received(4);
    const events = [...first.events, ...second.events].filter(({ retained }) => !retained);
    const seen = events.map(({ data }) => Object(data)[field]);
    expect(seen).toEqual(values);
  },
);
