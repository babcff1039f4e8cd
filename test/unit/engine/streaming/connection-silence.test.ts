import { expect, test } from 'vitest';
import { createBackoff } from '../../../../src-main/engine/streaming/backoff.ts';
import { Connection } from '../../../../src-main/engine/streaming/connection.ts';
import type { WatchTimes } from '../../../../src-main/engine/streaming/watchdog.ts';
import { watchdogTimes } from '../../../../src-main/engine/streaming/watchdog.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { fakeSockets } from '../../../support/fake-socket.ts';

/** An online connection that takes 60 s without a message for the end. */
function bench(watch: WatchTimes | null) {
  const clock = fakeClock();
  const sockets = fakeSockets();
  const connection = new Connection({
    clock,
    backoff: createBackoff({ random: () => 0 }),
    openSocket: sockets.open,
    onOpen: () => connection.acknowledge(),
    onMessage: () => {},
    onState: () => {},
    watch,
    silentFor: 60_000,
    judge: async () => ({ kind: 'retry', reason: 'unreachable' }),
  });
  connection.start();
  const socket = sockets.last;
  socket.open();
  return { clock, connection, socket };
}

test('who answers every ping and sends nothing counts as gone', async () => {
  const { clock, connection, socket } = bench(watchdogTimes);
  for (let seconds = 0; seconds < 55; seconds += 5) {
    await clock.advance(5_000);
    socket.alive();
  }
  expect(connection.state).toEqual({ name: 'online' });
  await clock.advance(5_000);
  expect(connection.state).toMatchObject({ name: 'waiting', reason: 'no-pong' });
  expect(socket.terminated).toBe(true);
});

test('a message is a sign of life to whoever watches', async () => {
  const { clock, connection, socket } = bench(watchdogTimes);
  for (let seconds = 0; seconds < 300; seconds += 10) {
    await clock.advance(10_000);
    socket.receive('something');
  }
  expect(connection.state).toEqual({ name: 'online' });
});

test('where nobody can be asked, any sign of life will do', async () => {
  const { clock, connection, socket } = bench(null);
  for (let seconds = 0; seconds < 300; seconds += 30) {
    await clock.advance(30_000);
    socket.alive();
  }
  expect(connection.state).toEqual({ name: 'online' });
  await clock.advance(60_000);
  expect(connection.state).toMatchObject({ name: 'waiting', reason: 'no-pong' });
});
