import { expect, test } from 'vitest';
import { createSessionBus } from '../../../../src-main/desktop/bus/session-bus.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { fakeDial } from '../support/fake-dial.ts';
import { settle } from '../support/settle.ts';

function setUp(address: string | null = 'unix:path=/bus') {
  const clock = manualClock();
  const { dial, ends, last } = fakeDial();
  const bus = createSessionBus({ dial, address, clock, log: silentLog });
  const states: string[] = [];
  bus.onState((state) => states.push(state));
  return { clock, ends, last, bus, states };
}

async function setUpConnected() {
  const parts = setUp();
  parts.last().answer('Hello', [':1.7']);
  await settle();
  return parts;
}

const ping = { destination: 'a.b', path: '/', interface: 'a.b', member: 'Ping' };

test('it is up when the bus has answered Hello', async () => {
  const { bus, last, states } = setUp();
  expect(bus.state()).toBe('unknown');
  last().answer('Hello', [':1.7']);
  await settle();
  expect(bus.state()).toBe('up');
  expect(states).toEqual(['up']);
});

test('without an address it is down and dials nothing', async () => {
  const { bus, ends } = setUp(null);
  expect(bus.state()).toBe('down');
  expect(ends).toHaveLength(0);
  await expect(bus.call(ping)).rejects.toMatchObject({ code: 'no-bus' });
});

test('a call gets the arguments of its own answer', async () => {
  const { bus, last } = await setUpConnected();
  const first = bus.call(ping);
  const second = bus.call({ ...ping, member: 'Pong' });
  last().answer('Pong', [2]);
  last().answer('Ping', [1]);
  await expect(first).resolves.toEqual([1]);
  await expect(second).resolves.toEqual([2]);
});

test('a refused call says why', async () => {
  const { bus, last } = await setUpConnected();
  const call = bus.call(ping);
  last().refuse('Ping', 'x.y.Unknown');
  await expect(call).rejects.toMatchObject({ code: 'refused', errorName: 'x.y.Unknown' });
});

test('a call that nobody answers ends after its time', async () => {
  const { bus, clock } = await setUpConnected();
  const call = bus.call({ ...ping, timeoutMs: 300 });
  clock.advance(300);
  await expect(call).rejects.toMatchObject({ code: 'timeout' });
  expect(clock.pending).toBe(0);
});

test('calls that are under way end when the bus goes', async () => {
  const { bus, last, states } = await setUpConnected();
  const call = bus.call(ping);
  last().down();
  await expect(call).rejects.toMatchObject({ code: 'no-bus' });
  expect(states).toEqual(['up', 'down']);
});

test('it dials again, ever less often, and asks again for the signals it watches', async () => {
  const { bus, clock, ends, last, states } = await setUpConnected();
  const heard: unknown[] = [];
  bus.onSignal({ sender: 'a.b', interface: 'a.b', member: 'Rang' }, (body) => heard.push(body));
  last().down();
  clock.advance(1_000);
  expect(ends).toHaveLength(2);
  last().down();
  clock.advance(4_999);
  expect(ends).toHaveLength(2);
  clock.advance(1);
  expect(ends).toHaveLength(3);
  last().answer('Hello', [':1.1']);
  await settle();
  expect(states).toEqual(['up', 'down', 'up']);
  expect(last().calls.map(({ member }) => member)).toEqual(['Hello', 'AddMatch']);
  last().signal('a.b', 'Rang', ['x']);
  expect(heard).toEqual([['x']]);
  last().down();
  clock.advance(1_000);
  expect(ends).toHaveLength(4);
});

test('a bus that takes the connection but never answers is left and dialled again', async () => {
  const { bus, clock, ends, last } = setUp();
  clock.advance(5_000);
  await settle();
  expect(last().closed).toBe(true);
  expect(bus.state()).toBe('down');
  clock.advance(1_000);
  expect(ends).toHaveLength(2);
});

test('only signals that match in every named field are heard, until the listener leaves', async () => {
  const { bus, last } = await setUpConnected();
  const heard: unknown[] = [];
  const leave = bus.onSignal(
    { sender: 'a.b', interface: 'a.b', member: 'Rang', path: '/p', arg0: 'me' },
    (body) => heard.push(body),
  );
  expect(last().calls.at(-1)?.body).toEqual([
    "type='signal',sender='a.b',interface='a.b',member='Rang',path='/p',arg0='me'",
  ]);
  last().signal('a.b', 'Rang', ['me'], '/other');
  last().signal('a.b', 'Rang', ['you'], '/p');
  last().signal('a.b', 'Sang', ['me'], '/p');
  last().signal('a.b', 'Rang', ['me'], '/p');
  expect(heard).toEqual([['me']]);
  leave();
  last().signal('a.b', 'Rang', ['me'], '/p');
  expect(heard).toHaveLength(1);
});

test('a match without a member hears every signal of the interface, and who sent which', async () => {
  const { bus, last } = await setUpConnected();
  const heard: unknown[] = [];
  bus.onSignal({ sender: 'a.b', interface: 'a.b' }, (_body, { sender, member }) =>
    heard.push([sender, member]),
  );
  expect(last().calls.at(-1)?.body).toEqual(["type='signal',sender='a.b',interface='a.b'"]);
  last().signal('a.b', 'Rang', [], '/', ':1.4');
  last().signal('a.b', 'Sang', [], '/', ':1.5');
  last().signal('c.d', 'Rang', []);
  expect(heard).toEqual([
    [':1.4', 'Rang'],
    [':1.5', 'Sang'],
  ]);
});

test('stop leaves nothing running and ends what was under way', async () => {
  const { bus, clock, last } = await setUpConnected();
  const call = bus.call(ping);
  bus.stop();
  await expect(call).rejects.toMatchObject({ code: 'no-bus' });
  expect(last().closed).toBe(true);
  expect(clock.pending).toBe(0);
});
