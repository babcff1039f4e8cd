import { beforeEach, expect, test } from 'vitest';
import type { ConnectionState } from '../../../../src-main/engine/streaming/connection.ts';
import { CutOff } from '../../../../src-main/engine/streaming/cut-off.ts';

const waiting = (reason: 'no-route' | 'unknown-name' | 'server-error'): ConnectionState => ({
  name: 'waiting',
  reason,
  retryAt: 0,
});
const online: ConnectionState = { name: 'online' };

let cutOff: CutOff;
let nudged: string[];
const heard = (id: string, state: ConnectionState) =>
  cutOff.heard(id, state, () => void nudged.push(id));

beforeEach(() => {
  cutOff = new CutOff();
  nudged = [];
});

test('one that gets through makes all others try that were without a network', () => {
  heard('a', waiting('no-route'));
  heard('b', waiting('unknown-name'));
  heard('c', waiting('server-error'));
  heard('a', { name: 'connecting' });
  heard('a', online);
  expect(nudged).toEqual(['b']);
});

test('one that was not without a network proves nothing new', () => {
  heard('b', waiting('no-route'));
  heard('a', online);
  expect(nudged).toEqual([]);
});

test('each is nudged until it has been online itself', () => {
  for (const id of ['a', 'b', 'c']) heard(id, waiting('no-route'));
  heard('a', online);
  heard('b', online);
  heard('a', online);
  expect(nudged).toEqual(['b', 'c', 'c']);
});

test('one that is gone is left alone', () => {
  heard('a', waiting('no-route'));
  heard('b', waiting('no-route'));
  cutOff.forget('b');
  heard('a', online);
  expect(nudged).toEqual([]);
});
