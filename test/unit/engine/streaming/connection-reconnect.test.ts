import { beforeEach, expect, test } from 'vitest';
import { type ConnectionBench, connectionBench, lost } from '../../../support/connection-bench.ts';

let bench: ConnectionBench;

beforeEach(() => {
  bench = connectionBench();
});

test('another way to the server: an online connection is replaced, at the usual pace', async () => {
  bench.goOnline();
  await bench.clock.advance(500);
  const [old] = bench.sockets.all;
  bench.connection.reconnect();
  expect(old?.terminated).toBe(true);
  expect(bench.sockets.all).toHaveLength(1);
  expect(bench.connection.state?.name).toBe('waiting');
  await bench.clock.advance(1_500);
  expect(bench.sockets.all).toHaveLength(2);
  expect(bench.connection.state?.name).toBe('connecting');
});

test('a waiting connection tries at once over the new way, however long it was to wait', async () => {
  bench.goOnline();
  await bench.clock.advance(5_000);
  bench.sockets.last.end(lost);
  expect(bench.connection.state?.name).toBe('waiting');
  bench.connection.reconnect();
  expect(bench.sockets.all).toHaveLength(2);
});

test('a stopped connection stays so', async () => {
  bench.goOnline();
  bench.connection.stop();
  bench.connection.reconnect();
  await bench.clock.advance(60_000);
  expect(bench.sockets.all).toHaveLength(1);
  expect(bench.connection.state).toBeNull();
});
