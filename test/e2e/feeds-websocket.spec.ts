import { aFeed, feedIs, test, timesOnline, toastSays, webSocket } from '../support/feeds.ts';
import { expect } from '../support/suzu.ts';

// WebSockets that Python's `websockets` serves.

const message = (id: number, title: string) => ({ id: String(id), data: { id, title } });

test('a message rings once; killed, the server and then Suzu miss nothing where the server can resume', async ({
  launch,
  launchFeeds,
  notifications,
  profile,
  servers,
}) => {
  // Each feed has a server of its own: the attempts at one server are spread over time.
  const [resumable, forgetful] = await Promise.all([servers.python(), servers.python()]);
  const publish = async (id: number, text: string) => {
    await resumable.publish(message(id, `resumed ${text}`));
    await forgetful.publish(message(id, `plain ${text}`));
  };
  const resuming = aFeed(
    'resuming',
    webSocket(resumable.url, { resume: { parameter: 'since', value: '{id}' } }),
    { key: '{id}' },
  );
  const plain = aFeed(
    'plain',
    webSocket(forgetful.url, { hello: ['{"subscribe":"news"}'], protocols: ['suzu.test'] }),
    { key: '{id}' },
  );
  const app = await launchFeeds([resuming, plain]);
  await app.trace.waitFor(feedIs(resuming, 'online'));
  await app.trace.waitFor(feedIs(plain, 'online'));
  await forgetful.log.waitFor((line) => line === '{"heard": "{\\"subscribe\\":\\"news\\"}"}');
  await publish(1, 'one');
  await app.trace.waitFor(toastSays('resumed one'));
  await app.trace.waitFor(toastSays('plain one'));

  await Promise.all([resumable.kill(), forgetful.kill()]);
  await app.trace.waitFor(feedIs(resuming, 'waiting'));
  await publish(2, 'two');
  await Promise.all([resumable.start(), forgetful.start()]);
  // Suzu tries at once when it is started a second time.
  const nudge = async () => {
    await (await launch({ userDataDir: profile, args: ['--hidden'] })).exited;
  };
  await nudge();
  await app.trace.waitFor(toastSays('resumed two'));
  await expect.poll(() => timesOnline(app, plain)).toBe(2);

  await app.kill();
  await publish(3, 'three');
  const again = await launchFeeds();
  await again.trace.waitFor(toastSays('resumed three'));
  await again.trace.waitFor(feedIs(plain, 'online'));
  // The way that a server ends it is told.
  forgetful.order({ close: 4001, reason: 'maintenance' });
  await again.trace.waitFor(feedIs(plain, 'waiting', 'closed'));
  await nudge();
  await expect.poll(() => timesOnline(again, plain)).toBe(2);
  await publish(4, 'four');
  await again.trace.waitFor(toastSays('resumed four'));
  await again.trace.waitFor(toastSays('plain four'));

  const said = (start: string) =>
    notifications.calls.all.flatMap(({ summary }) => (summary.startsWith(start) ? [summary] : []));
  await expect
    .poll(() => said('resumed '))
    .toEqual(['resumed one', 'resumed two', 'resumed three', 'resumed four']);
  expect(said('plain ')).toEqual(['plain one', 'plain four']);
});
