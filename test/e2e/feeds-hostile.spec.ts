import { readFileSync } from 'node:fs';
import { feedsEn } from '../../src-main/engine/messages/feeds/en.ts';
import { aFeed, feedIs, keepFeeds, mqtt, sse, test, webSocket, wordsOf } from '../support/feeds.ts';
import { hostileFeeds } from '../support/hostile-feeds.ts';
import { expect, isToast } from '../support/suzu.ts';

/** What the main process takes at most beyond what it took before; bytes. */
const mostMemory = 150 * 1024 * 1024;

/** The most memory that a process ever had, from /proc; bytes. */
function peakMemory(pid: number): number {
  const line = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

const cases = [
  { id: 'page', at: (host: string) => sse(`http://${host}/page`), says: 'refused feed-foreign' },
  { id: 'loop', at: (host: string) => sse(`http://${host}/loop`), says: 'refused feed-redirects' },
  { id: 'gone', at: (host: string) => sse(`http://${host}/none`), says: 'refused feed-not-found' },
  { id: 'line', at: (host: string) => sse(`http://${host}/long-line`), says: 'waiting too-large' },
  {
    id: 'size',
    at: (host: string) => webSocket(`ws://${host}/announced`),
    says: 'waiting too-large',
  },
  { id: 'bits', at: (host: string) => webSocket(`ws://${host}/broken`), says: 'waiting malformed' },
  {
    id: 'text',
    at: (host: string) => webSocket(`ws://${host}/no-text`),
    says: 'waiting malformed',
  },
  { id: 'cut', at: (host: string) => mqtt(`ws://${host}/cut`), says: 'waiting malformed' },
  { id: 'huge', at: (host: string) => mqtt(`ws://${host}/huge`), says: 'waiting too-large' },
];

test('what is bad at a feed is told there, and an account beside it rings on', async ({
  misskey,
  profile,
  tray,
}) => {
  // Each has a server of its own: the attempts at one server are spread over time.
  const bad = await Promise.all(
    cases.map(async ({ id, at, says }) => {
      const server = await hostileFeeds();
      return { server, feed: aFeed(id, at(server.host)), says };
    }),
  );
  await keepFeeds(
    profile,
    bad.map(({ feed }) => feed),
  );
  const app = await misskey.launchOnline({
    userDataDir: profile,
    args: ['--hidden'],
    driveWindow: true,
  });
  const before = peakMemory(app.pid);
  for (const { feed, says } of bad) {
    const [state = '', reason] = says.split(' ');
    await app.trace.waitFor(feedIs(feed, state, reason));
  }
  const { notificationId } = misskey.server.app('still here', 'still here');
  await app.trace.waitFor(isToast(notificationId));
  expect(peakMemory(app.pid) - before).toBeLessThan(mostMemory);

  await (await tray.itemOf(app.pid)).choose('Open Suzu');
  const page = await app.window();
  const sentences = new Map<string, string>(
    Object.entries({ ...feedsEn.refused, ...feedsEn.waiting }),
  );
  for (const { feed, says } of bad) {
    const sentence = sentences.get(says.split(' ')[1] ?? '');
    await expect.poll(() => wordsOf(page, feed)).toBe(sentence);
  }
  await Promise.all(bad.map(({ server }) => server.close()));
});
