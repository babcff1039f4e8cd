import { expect, test } from 'vitest';
import { createSessionBus } from '../../../../src-main/desktop/bus/session-bus.ts';
import {
  type LegacyTray,
  type TrayHostState,
  watchTrayHost,
  whenKnown,
} from '../../../../src-main/desktop/tray/tray-host.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { busUp } from '../support/bus-up.ts';
import { type FakeEnd, fakeDial } from '../support/fake-dial.ts';
import { settle } from '../support/settle.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

async function answerHost(end: FakeEnd, owner: string, registered: boolean): Promise<void> {
  end.answer('GetNameOwner', [owner]);
  await settle();
  end.answer('Get', [{ signature: 'b', value: registered }]);
  await settle();
}

async function answerNobody(end: FakeEnd): Promise<void> {
  end.refuse('GetNameOwner', 'org.freedesktop.DBus.Error.NameHasNoOwner');
  await settle();
}

function ownerChanged(end: FakeEnd, before: string, after: string): void {
  end.signal('org.freedesktop.DBus', 'NameOwnerChanged', [watcher, before, after]);
}

async function setUp(legacy: LegacyTray | null = null) {
  const parts = await busUp();
  const host = watchTrayHost(parts.bus, legacy);
  const told: TrayHostState[] = [];
  host.onChange((state) => told.push(state));
  return { ...parts, host, told };
}

function fakeLegacy(start: TrayHostState) {
  let state = start;
  let listener = () => {};
  const tray: LegacyTray = {
    state: () => state,
    onChange(given) {
      listener = given;
      return () => {};
    },
    stop: () => {},
  };
  return {
    tray,
    become(next: TrayHostState) {
      state = next;
      listener();
    },
  };
}

test('a watcher with a host registered is a tray', async () => {
  const { host, last, told } = await setUp();
  expect(host.state()).toBe('unknown');
  await answerHost(last(), ':1.5', true);
  expect(host.state()).toBe('present');
  expect(told).toEqual(['present']);
});

test('a watcher without a host is no tray, until one registers', async () => {
  const { host, last, told } = await setUp();
  await answerHost(last(), ':1.5', false);
  expect(host.state()).toBe('absent');
  last().signal(watcher, 'StatusNotifierHostRegistered', [], '/StatusNotifierWatcher');
  await answerHost(last(), ':1.5', true);
  expect(told).toEqual(['absent', 'present']);
});

test('a panel that is killed and started again is noticed both times', async () => {
  const { last, told } = await setUp();
  await answerHost(last(), ':1.5', true);
  ownerChanged(last(), ':1.5', '');
  await answerNobody(last());
  ownerChanged(last(), '', ':1.8');
  await answerHost(last(), ':1.8', true);
  expect(told).toEqual(['present', 'absent', 'present']);
});

test('another watcher that takes over without a gap is told as present once more', async () => {
  const { last, told } = await setUp();
  await answerHost(last(), ':1.5', true);
  ownerChanged(last(), ':1.5', ':1.8');
  await answerHost(last(), ':1.8', true);
  expect(told).toEqual(['present', 'present']);
});

test('asking again with the same answer tells nothing', async () => {
  const { last, told } = await setUp();
  await answerHost(last(), ':1.5', true);
  last().signal(watcher, 'StatusNotifierHostRegistered', [], '/StatusNotifierWatcher');
  await answerHost(last(), ':1.5', true);
  expect(told).toEqual(['present']);
});

test('an answer that was overtaken by a change is not believed', async () => {
  const { host, last, told } = await setUp();
  const first = last().calls.findLast(({ member }) => member === 'GetNameOwner');
  ownerChanged(last(), ':1.5', '');
  await answerNobody(last());
  if (first !== undefined) last().answerCall(first, [':1.5']);
  await settle();
  last().answer('Get', [{ signature: 'b', value: true }]);
  await settle();
  expect(host.state()).toBe('absent');
  expect(told).toEqual(['absent']);
});

test.each([[['not a variant']], [[]], [[{ value: 'yes' }]]])(
  'a watcher that answers nonsense (%j) is no tray',
  async (body) => {
    const { host, last } = await setUp();
    last().answer('GetNameOwner', [':1.5']);
    await settle();
    last().answer('Get', body);
    await settle();
    expect(host.state()).toBe('absent');
  },
);

test('a bus that goes takes the tray with it', async () => {
  const { host, last, told } = await setUp();
  await answerHost(last(), ':1.5', true);
  last().down();
  expect(host.state()).toBe('absent');
  expect(told).toEqual(['present', 'absent']);
});

test('without a session bus there is no tray', () => {
  const { dial } = fakeDial();
  const bus = createSessionBus({ dial, address: null, clock: manualClock(), log: silentLog });
  expect(watchTrayHost(bus, null).state()).toBe('absent');
});

test('a tray of the older kind is enough', async () => {
  const legacy = fakeLegacy('present');
  const { host, last, told } = await setUp(legacy.tray);
  await answerNobody(last());
  expect(host.state()).toBe('present');
  legacy.become('absent');
  expect(told).toEqual(['present', 'absent']);
});

test('an older tray that is seen first waits for the bus, so that the icon is made once', async () => {
  const legacy = fakeLegacy('unknown');
  const { host, last, told } = await setUp(legacy.tray);
  legacy.become('present');
  expect(host.state()).toBe('unknown');
  await answerHost(last(), ':1.5', true);
  expect(told).toEqual(['present']);
});

test('a StatusNotifier host that comes beside an older tray is told, so that the icon moves there', async () => {
  const { last, told } = await setUp(fakeLegacy('present').tray);
  await answerNobody(last());
  ownerChanged(last(), '', ':1.8');
  await answerHost(last(), ':1.8', true);
  expect(told).toEqual(['present', 'present']);
});

test('while the older kind is not known to be missing, nothing is said to be absent', async () => {
  const { host, last } = await setUp(fakeLegacy('unknown').tray);
  await answerNobody(last());
  expect(host.state()).toBe('unknown');
});

test('after stop nothing is told any more', async () => {
  const { host, last, told } = await setUp();
  host.stop();
  last().answer('GetNameOwner', [':1.5']);
  await settle();
  expect(told).toEqual([]);
});

test('waiting for the first answer ends with it, or after its time', async () => {
  const answered = await setUp();
  let known = 0;
  void whenKnown(answered.host, answered.clock).then(() => {
    known += 1;
  });
  await settle();
  expect(known).toBe(0);
  await answerHost(answered.last(), ':1.5', true);
  expect(known).toBe(1);
  // Known already: no more waiting.
  await whenKnown(answered.host, answered.clock);

  const silent = await setUp();
  const waiting = whenKnown(silent.host, silent.clock);
  silent.clock.advance(1_000);
  await waiting;
  expect(silent.host.state()).toBe('unknown');
});
