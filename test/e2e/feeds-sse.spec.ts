import { aFeed, feedIs, sse, test, timesOnline, toastSays, wordsOf } from '../support/feeds.ts';
import { expect } from '../support/suzu.ts';

// Event streams that PHP serves, and nginx in between.

const event = (id: number, title: string, fields = {}) => ({
  id: String(id),
  data: { title, body: `number ${id}`, ...fields },
});

test('an event rings once with its link; killed mid-line, the server and then Suzu miss and double nothing', async ({
  launch,
  launchFeeds,
  notifications,
  openedUrls,
  profile,
  servers,
}) => {
  const php = await servers.php();
  const feed = aFeed('builds', sse(php.url('gzip')));
  const app = await launchFeeds([feed]);
  await app.trace.waitFor(feedIs(feed, 'online'));
  await php.publish(event(1, 'Build 1 <b>failed</b>', { url: 'https://ci.example/1' }));
  const call = await notifications.calls.waitFor(({ id }) => id !== null);
  expect([call.appName, call.summary, call.body]).toEqual([
    'Suzu',
    'Build 1 <b>failed</b>',
    'number 1',
  ]);
  await notifications.click(call.id ?? 0);
  expect(await openedUrls.waitFor()).toBe('https://ci.example/1');

  // The second event is cut in the middle of its line.
  await php.publish({ ...event(2, 'two'), cut: true });
  await php.log.waitFor((line) => line === 'cut');
  await php.kill();
  await php.publish(event(3, 'three'));
  await php.start();
  // Suzu tries at once when it is started a second time.
  await (await launch({ userDataDir: profile, args: ['--hidden'] })).exited;
  await app.trace.waitFor(toastSays('three'));
  expect(timesOnline(app, feed)).toBe(2);

  await app.kill();
  await php.publish(event(4, 'four'));
  const again = await launchFeeds();
  await again.trace.waitFor(toastSays('four'));
  await php.publish(event(5, 'five'));
  await again.trace.waitFor(toastSays('five'));
  await notifications.calls.waitFor(({ summary }) => summary === 'five');
  expect(notifications.calls.all.map(({ summary }) => summary)).toEqual([
    'Build 1 <b>failed</b>',
    'two',
    'three',
    'four',
    'five',
  ]);
  // The trace tells the way of an event, and nothing of it is on another stream.
  const ids = again.trace.all.flatMap((line) => (line.at === 'notice' ? [line] : []));
  expect(ids.map(({ account, type }) => [account, type])).toEqual([
    [feed.id, 'event'],
    [feed.id, 'event'],
  ]);
  for (const { id } of ids) {
    const way = again.trace.all.flatMap((line) =>
      'id' in line && line.id === id ? [line.at] : [],
    );
    expect(way).toEqual(['notice', 'decision', 'toast']);
  }
});

test('behind an nginx that gathers, cuts and answers with error pages, it comes back and misses nothing', async ({
  launchFeeds,
  notifications,
  servers,
  tray,
}) => {
  const php = await servers.php();
  const front = await servers.nginx(php.origin, { buffering: false, patience: 1 });
  const feed = aFeed('behind', sse(`http://${front.host}/events?silent&ends=2`));
  const app = await launchFeeds([feed], { driveWindow: true });
  const item = await tray.itemOf(app.pid);
  await item.choose('Open Suzu');
  const page = await app.window();
  const tryNow = () => page.evaluate(`suzu.retryFeed(${JSON.stringify(feed.id)})`);
  await app.trace.waitFor(feedIs(feed, 'online'));
  await php.publish(event(1, 'one'));
  await app.trace.waitFor(toastSays('one'));
  // nginx ends what says nothing for a second.
  await app.trace.waitFor(feedIs(feed, 'waiting'));
  await php.publish(event(2, 'two'));
  await tryNow();
  await app.trace.waitFor(toastSays('two'));

  await php.kill();
  await tryNow();
  await app.trace.waitFor(feedIs(feed, 'waiting', 'server-error'));
  await front.change({ page: 200 });
  await tryNow();
  await app.trace.waitFor(feedIs(feed, 'waiting', 'not-a-feed'));
  expect(await wordsOf(page, feed)).toContain('answers with something else at the moment');
  await expect.poll(async () => (await item.look()).tooltip).toContain(feed.name);

  await php.start();
  await php.publish(event(3, 'three'));
  // Now it gathers what comes until PHP is done.
  await front.change({ buffering: true });
  await tryNow();
  await php.publish(event(4, 'four'));
  await app.trace.waitFor(toastSays('four'));
  await expect
    .poll(() => notifications.calls.all.map(({ summary }) => summary))
    .toEqual(['one', 'two', 'three', 'four']);
});
