import { expect, test } from 'vitest';
import { createSessionBus } from '../../../src-main/desktop/bus/session-bus.ts';
import { openSecretService } from '../../../src-main/desktop/secret-service.ts';
import { silentLog } from '../../../src-main/engine/log.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { busUp } from './support/bus-up.ts';
import { type FakeEnd, fakeDial } from './support/fake-dial.ts';
import { settle } from './support/settle.ts';

const collection = '/org/freedesktop/secrets/collection/login';
const prompt = '/org/freedesktop/secrets/prompt/p1';

async function setUp() {
  const parts = await busUp();
  const opened = openSecretService(parts.bus, parts.clock, silentLog);
  await settle();
  return { ...parts, opened };
}

async function answer(end: FakeEnd, member: string, body: readonly unknown[]): Promise<void> {
  end.answer(member, body);
  await settle();
}

const locked = (value: boolean) => [{ signature: 'b', value }];

async function locksUp(end: FakeEnd): Promise<void> {
  await answer(end, 'ReadAlias', [collection]);
  await answer(end, 'Get', locked(true));
}

function complete(end: FakeEnd, dismissed: boolean, path = prompt): void {
  end.signal('org.freedesktop.Secret.Prompt', 'Completed', [dismissed, {}], path);
}

test('an open keyring is used without a question', async () => {
  const { last, opened } = await setUp();
  await answer(last(), 'ReadAlias', [collection]);
  await answer(last(), 'Get', locked(false));
  await expect(opened).resolves.toBe(true);
  expect(last().calls.map(({ member }) => member)).not.toContain('Unlock');
});

test('a locked one that opens by itself is used', async () => {
  const { last, opened } = await setUp();
  await locksUp(last());
  expect(last().calls.at(-1)?.body).toEqual([[collection]]);
  await answer(last(), 'Unlock', [[collection], '/']);
  await expect(opened).resolves.toBe(true);
});

test.each([
  [false, true],
  [true, false],
])('a locked one waits for the user, however long (dismissed: %s)', async (dismissed, usable) => {
  const { last, opened, clock } = await setUp();
  await locksUp(last());
  await answer(last(), 'Unlock', [[], prompt]);
  await answer(last(), 'Prompt', []);
  clock.advance(3_600_000);
  complete(last(), !dismissed, '/org/freedesktop/secrets/prompt/another');
  complete(last(), dismissed);
  await expect(opened).resolves.toBe(usable);
});

test('the answer is not missed when it comes before the prompt has said that it is up', async () => {
  const { last, opened } = await setUp();
  await locksUp(last());
  await answer(last(), 'Unlock', [[], prompt]);
  complete(last(), false);
  await answer(last(), 'Prompt', []);
  await expect(opened).resolves.toBe(true);
});

test('where there is no keyring yet the user is asked to make one', async () => {
  const { last, opened } = await setUp();
  await answer(last(), 'ReadAlias', ['/']);
  expect(last().calls.at(-1)?.member).toBe('CreateCollection');
  await answer(last(), 'CreateCollection', ['/', prompt]);
  await answer(last(), 'Prompt', []);
  complete(last(), false);
  await expect(opened).resolves.toBe(true);
});

test('a service that hangs is kept away from Electron, which it would block', async () => {
  const { opened, clock } = await setUp();
  clock.advance(20_000);
  await expect(opened).resolves.toBe(false);
});

test('a service that is not there is left to Electron, which finds that out at once', async () => {
  const { last, opened } = await setUp();
  last().refuse('ReadAlias', 'org.freedesktop.DBus.Error.ServiceUnknown');
  await expect(opened).resolves.toBe(true);
});

test('a service that answers nonsense is not used', async () => {
  const { last, opened } = await setUp();
  await answer(last(), 'ReadAlias', [5]);
  await expect(opened).resolves.toBe(false);
});

test.each<[string, (end: FakeEnd) => void]>([
  ['bus', (end) => end.down()],
  [
    'service',
    (end) =>
      end.signal('org.freedesktop.DBus', 'NameOwnerChanged', [
        'org.freedesktop.secrets',
        ':1.3',
        ':1.4',
      ]),
  ],
])('a %s that goes ends the wait', async (_what, go) => {
  const { last, opened } = await setUp();
  await locksUp(last());
  await answer(last(), 'Unlock', [[], prompt]);
  await answer(last(), 'Prompt', []);
  go(last());
  await expect(opened).resolves.toBe(false);
});

test('without a bus it is left to Electron', async () => {
  const clock = manualClock();
  const { dial } = fakeDial();
  const bus = createSessionBus({ dial, address: null, clock, log: silentLog });
  await expect(openSecretService(bus, clock, silentLog)).resolves.toBe(true);
});
