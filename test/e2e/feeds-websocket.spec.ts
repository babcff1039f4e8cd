import { aFeed, feedIs, test, toastSays, webSocket } from '../support/feeds.ts';
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
  const python = await servers.python();
  const resuming = aFeed(
    'resuming',
    webSocket(python.url, { resume: { parameter: 'since', value: '{id}' } }),
    { key: '{id}', title: 'resumed {title}' },
  );
  const plain = aFeed(
    'plain',
    webSocket(python.url, { hello: ['{"subscribe":"news"}'], protocols: ['suzu.test'] }),
    { key: '{id}' },
  );
  const app = await launchFeeds([resuming, plain]);
  await app.trace.waitFor(feedIs(resuming, 'online'));
  await app.trace.waitFor(feedIs(plain, 'online'));
  await python.log.waitFor((line) => line === '{"heard": "{\\"subscribe\\":\\"news\\"}"}');
  await python.publish(message(1, 'one'));
  await app.trace.waitFor(toastSays('one'));
  await app.trace.waitFor(toastSays('resumed one'));

  await python.kill();
  await app.trace.waitFor(feedIs(resuming, 'waiting'));
  await python.publish(message(2, 'two'));
  await python.start();
  await (await launch({ userDataDir: profile, args: ['--hidden'] })).exited;
  await app.trace.waitFor(toastSays('resumed two'));
  await expect
    .poll(() => python.log.all.filter((line) => line.startsWith('{"listener"')).length)
    .toBe(2);
  await app.kill();
  await python.publish(message(3, 'three'));
  const again = await launchFeeds();
  await again.trace.waitFor(toastSays('resumed three'));
  await again.trace.waitFor(feedIs(plain, 'online'));

  // The way that the server ends it is told.
  python.order({ close: 4001, reason: 'maintenance' });
  await again.trace.waitFor(feedIs(plain, 'waiting', 'closed'));
  await (await launch({ userDataDir: profile, args: ['--hidden'] })).exited;
  await expect.poll(() => again.trace.all.filter(feedIs(plain, 'online')).length).toBe(2);
  await python.publish(message(4, 'four'));
  await again.trace.waitFor(toastSays('resumed four'));
  await again.trace.waitFor(toastSays('four'));
  await expect.poll(() => notifications.calls.all.length).toBe(6);
  const said = notifications.calls.all.map(({ summary }) => summary);
  expect(said.filter((summary) => summary.startsWith('resumed '))).toEqual([
    'resumed one',
    'resumed two',
    'resumed three',
    'resumed four',
  ]);
  expect(said.filter((summary) => !summary.startsWith('resumed '))).toEqual(['one', 'four']);
});
