import { expect, test } from 'vitest';
import { createSessionBus } from '../../../../src-main/desktop/bus/session-bus.ts';
import {
  serviceTimes,
  watchNotificationService,
} from '../../../../src-main/desktop/toasts/notification-service.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { busUp } from '../support/bus-up.ts';
import { type FakeEnd, fakeDial } from '../support/fake-dial.ts';
import { settle } from '../support/settle.ts';

const dbus = 'org.freedesktop.DBus';

async function setUp() {
  const parts = await busUp();
  return { ...parts, service: watchNotificationService(parts.bus, parts.clock) };
}

const plain = { bodyIsMarkup: false, hasActions: false, hasInlineReply: false, hasSound: false };

/** Answers up to the last question, which is what the service can do. */
async function answerStarted(end: FakeEnd, owner = ':1.1'): Promise<void> {
  await settle();
  end.answer('StartServiceByName', [2]);
  await settle();
  end.answer('GetNameOwner', [owner]);
  await settle();
}

async function answerReady(
  end: FakeEnd,
  capabilities: readonly string[],
  owner = ':1.1',
): Promise<void> {
  await answerStarted(end, owner);
  end.answer('GetCapabilities', [capabilities]);
  await settle();
}

function ownerChanged(end: FakeEnd): void {
  end.signal(dbus, 'NameOwnerChanged', ['org.freedesktop.Notifications', ':1.1', ':1.2']);
}

test.each([
  [['body'], {}],
  [['body', 'body-markup'], { bodyIsMarkup: true }],
  [['actions'], { hasActions: true }],
  [['actions', 'inline-reply'], { hasActions: true, hasInlineReply: true }],
  [['sound'], { hasSound: true }],
  [['inline-reply'], {}],
])('a service with the capabilities %j is ready', async (capabilities, abilities) => {
  const { service, last } = await setUp();
  const asked = service.state();
  await answerReady(last(), capabilities);
  await expect(asked).resolves.toEqual({ kind: 'ready', owner: ':1.1', ...plain, ...abilities });
  expect(last().calls.at(-1)?.destination).toBe(':1.1');
});

test('a service that runs is ready, although the bus could not have started it', async () => {
  const { service, last } = await setUp();
  const asked = service.state();
  await settle();
  last().refuse('StartServiceByName', `${dbus}.Error.ServiceUnknown`);
  await settle();
  last().answer('GetNameOwner', [':1.1']);
  await settle();
  last().answer('GetCapabilities', [['body']]);
  await expect(asked).resolves.toEqual({ kind: 'ready', owner: ':1.1', ...plain });
});

test('what was learned of a service is answered at once from then on', async () => {
  const { service, last, clock } = await setUp();
  service.state();
  await answerReady(last(), []);
  const calls = last().calls.length;
  clock.advance(10 * serviceTimes.fresh);
  expect(service.state()).toEqual({ kind: 'ready', owner: ':1.1', ...plain });
  expect(last().calls).toHaveLength(calls);
});

test('asking twice at once is one question', async () => {
  const { service, last } = await setUp();
  const first = service.state();
  expect(service.state()).toBe(first);
  await settle();
  expect(last().calls.filter(({ member }) => member === 'StartServiceByName')).toHaveLength(1);
});

test('a desktop without a service has none', async () => {
  const { service, last } = await setUp();
  const asked = service.state();
  await settle();
  last().refuse('StartServiceByName', `${dbus}.Error.ServiceUnknown`);
  await settle();
  last().refuse('GetNameOwner', `${dbus}.Error.NameHasNoOwner`);
  await expect(asked).resolves.toEqual({ kind: 'absent' });
});

test('a service that hangs is silent, and stays so for a while without being asked', async () => {
  const { service, last, clock } = await setUp();
  const asked = service.state();
  await answerStarted(last());
  clock.advance(serviceTimes.answer);
  await expect(asked).resolves.toEqual({ kind: 'silent' });
  expect(service.state()).toEqual({ kind: 'silent' });
  clock.advance(serviceTimes.fresh);
  expect(service.state()).toBeInstanceOf(Promise);
});

test('a service that answers nonsense is silent', async () => {
  const { service, last } = await setUp();
  const asked = service.state();
  await answerStarted(last());
  last().answer('GetCapabilities', ['body']);
  await expect(asked).resolves.toEqual({ kind: 'silent' });
});

test('another service that takes over is told of and asked anew', async () => {
  const { service, last } = await setUp();
  let lost = 0;
  const leave = service.onLost(() => {
    lost += 1;
  });
  service.state();
  await answerReady(last(), []);
  ownerChanged(last());
  expect(lost).toBe(1);
  const asked = service.state();
  await answerReady(last(), ['body-markup'], ':1.2');
  await expect(asked).resolves.toMatchObject({ owner: ':1.2', bodyIsMarkup: true });
  leave();
  ownerChanged(last());
  expect(lost).toBe(1);
});

test('a bus that goes takes the service along, though no signal tells', async () => {
  const { service, last } = await setUp();
  let lost = 0;
  service.onLost(() => {
    lost += 1;
  });
  service.state();
  await answerReady(last(), []);
  last().down();
  expect(lost).toBe(1);
  await expect(service.state()).resolves.toEqual({ kind: 'unknown' });
});

test('the answer of a service that was replaced meanwhile is not kept', async () => {
  const { service, last } = await setUp();
  service.state();
  await answerStarted(last());
  ownerChanged(last());
  last().answer('GetCapabilities', [[]]);
  await settle();
  expect(service.state()).toBeInstanceOf(Promise);
});

test('what is learned of a service that was started for the question is kept', async () => {
  const { service, last } = await setUp();
  service.state();
  await settle();
  ownerChanged(last());
  await answerReady(last(), [], ':1.2');
  expect(service.state()).toMatchObject({ kind: 'ready', owner: ':1.2' });
});

test('without a bus nothing is known', async () => {
  const { dial } = fakeDial();
  const clock = manualClock();
  const bus = createSessionBus({ dial, address: null, clock, log: silentLog });
  await expect(watchNotificationService(bus, clock).state()).resolves.toEqual({ kind: 'unknown' });
});

test('a bus that goes while it is asked leaves it unknown', async () => {
  const { service, last } = await setUp();
  const asked = service.state();
  await settle();
  last().down();
  await expect(asked).resolves.toEqual({ kind: 'unknown' });
});

test('right after the start it waits for the bus, but not for ever', async () => {
  const clock = manualClock();
  const { dial, last } = fakeDial();
  const bus = createSessionBus({ dial, address: 'unix:path=/bus', clock, log: silentLog });
  const early = watchNotificationService(bus, clock).state();
  const late = watchNotificationService(bus, clock).state();
  last().answer('Hello', [':1.9']);
  await answerReady(last(), []);
  await expect(late).resolves.toMatchObject({ kind: 'ready' });

  const stuck = createSessionBus({ dial, address: 'unix:path=/bus', clock, log: silentLog });
  const asked = watchNotificationService(stuck, clock).state();
  clock.advance(serviceTimes.bus);
  await expect(asked).resolves.toEqual({ kind: 'unknown' });
  void early;
});
