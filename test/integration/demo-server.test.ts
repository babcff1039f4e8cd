import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDemoServer, type DemoServer } from '../../src-main/demo/server.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { type StreamClient, streamClient } from '../support/stream-client.ts';

let clock: ManualClock;
let server: DemoServer;
let origin: string;
let token: string;

beforeEach(async () => {
  clock = manualClock();
  server = createDemoServer({ clock, picturesDir: 'assets/demo' });
  origin = await server.start();
  token = server.issueToken('minato');
});

afterEach(() => server.kill());

async function onMain(): Promise<StreamClient> {
  const client = await streamClient(origin, token);
  await client.open('main', 'main1');
  return client;
}

const eventsOf = (client: StreamClient) =>
  client.frames
    .filter((frame) => frame.event !== null)
    .map((frame) => `${frame.id} ${frame.event}`);

test('a reaction gives notification at once and unreadNotification two seconds later', async () => {
  const client = await onMain();
  const noteId = server.postNote('minato', { text: 'hello' });
  server.react('akari', noteId, ':neko_happy:');
  clock.advance(1999);
  await client.settle();
  expect(eventsOf(client)).toEqual(['main1 notification']);
  expect(client.frames.at(-1)?.body).toMatchObject({ type: 'reaction', reaction: ':neko_happy:' });
  clock.advance(1);
  await client.settle();
  expect(eventsOf(client)).toEqual(['main1 notification', 'main1 unreadNotification']);
});
