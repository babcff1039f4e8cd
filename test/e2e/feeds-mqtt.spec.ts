import type { StoredFeed } from '../../src-main/engine/feeds/stored-feed.ts';
import { aFeed, feedIs, mqtt, test, toastSays } from '../support/feeds.ts';
import { expect } from '../support/suzu.ts';

// MQTT by way of a real Mosquitto, with what `mosquitto_pub` publishes.

const qualities = [0, 1, 2] as const;

/** A feed for each version of MQTT: what the broker keeps for them rings in the order that it came. */
const versions = (url: string): readonly StoredFeed[] =>
  ([4, 5] as const).map((version) =>
    aFeed(
      `version${version}`,
      mqtt(url, {
        version,
        clientId: `suzu-${version}`,
        persistent: true,
        topics: [{ filter: 'home/+/door', qos: 2 }],
      }),
      { title: `v${version} {$name}: {$text}` },
    ),
  );

test('each message rings once by every quality of service and version; what comes while the broker or Suzu is away rings on return', async ({
  launch,
  launchFeeds,
  notifications,
  profile,
  servers,
}) => {
  const broker = await servers.mosquitto({ persistence: true });
  await broker.publish('home/old/door', 'kept from before', { retain: true });
  const feeds = versions(broker.url);
  const app = await launchFeeds(feeds);
  const expected: string[] = [];
  const says = (topic: string, text: string) =>
    [4, 5].map((v) => `v${v} home/${topic}/door: ${text}`);
  const online = (times: number, running = app) =>
    Promise.all(
      feeds.map((feed) =>
        expect.poll(() => running.trace.all.filter(feedIs(feed, 'online')).length).toBe(times),
      ),
    );
  await online(1);
  for (const qos of qualities) {
    await broker.publish('home/front/door', `open ${qos}`, { qos, version: qos === 1 ? 5 : 4 });
    expected.push(...says('front', `open ${qos}`));
  }
  for (const title of expected) await app.trace.waitFor(toastSays(title));

  await broker.kill();
  for (const feed of feeds) await app.trace.waitFor(feedIs(feed, 'waiting'));
  await broker.start();
  await (await launch({ userDataDir: profile, args: ['--hidden'] })).exited;
  await online(2);
  await broker.publish('home/back/door', 'after the crash', { qos: 1 });
  expected.push(...says('back', 'after the crash'));
  for (const title of expected) await app.trace.waitFor(toastSays(title));

  await app.kill();
  await broker.publish('home/front/door', 'while away', { qos: 2, version: 5 });
  expected.push(...says('front', 'while away'));
  const again = await launchFeeds();
  for (const title of expected.slice(-2)) await again.trace.waitFor(toastSays(title));
  await broker.publish('home/front/door', 'at last', { qos: 0 });
  expected.push(...says('front', 'at last'));
  for (const title of expected.slice(-2)) await again.trace.waitFor(toastSays(title));

  await expect.poll(() => notifications.calls.all.length).toBe(expected.length);
  expect(notifications.calls.all.map(({ summary }) => summary).sort()).toEqual(expected.sort());
});

test('a broker that refuses the credentials is told in words, and others ring on', async ({
  launchFeeds,
  servers,
  tray,
}) => {
  const guarded = await servers.mosquitto({ users: { suzu: 'right' } });
  const open = await servers.mosquitto();
  const refused = aFeed('refused', mqtt(guarded.url));
  const good = aFeed('good', mqtt(open.url));
  const app = await launchFeeds([refused, good]);
  await app.trace.waitFor(feedIs(refused, 'refused', 'feed-credentials'));
  await app.trace.waitFor(feedIs(good, 'online'));
  await open.publish('home/door', '{"title":"still here"}');
  await app.trace.waitFor(toastSays('still here'));
  const item = await tray.itemOf(app.pid);
  await expect.poll(async () => (await item.look()).tooltip).toContain(refused.name);
});
