import { expect, test } from 'vitest';
import {
  createDeliveryMemory,
  messageDigest,
  mostUnacknowledged,
} from '../../../../../src-main/engine/feeds/mqtt/delivery-memory.ts';

const first = { id: 1, again: false, digest: 'aaaaaaaa' };
const again = { ...first, again: true };

test('what comes again after it was handled is known', () => {
  const memory = createDeliveryMemory([]);
  expect(memory.isKnown(again)).toBe(false);
  memory.handled(first);
  expect(memory.isKnown(again)).toBe(true);
});

test('what comes for the first time is new, whatever came before it', () => {
  const memory = createDeliveryMemory([]);
  memory.handled(first);
  expect(memory.isKnown(first)).toBe(false);
});

test('an id that was used anew is another message', () => {
  const memory = createDeliveryMemory([]);
  memory.handled(first);
  expect(memory.isKnown({ ...again, digest: 'bbbbbbbb' })).toBe(false);
  memory.handled({ ...first, digest: 'bbbbbbbb' });
  expect(memory.isKnown(again)).toBe(false);
});

test('it outlives a restart, and what nobody can read of it counts as nothing', () => {
  const memory = createDeliveryMemory([]);
  memory.handled(first);
  memory.handled({ ...first, id: 65_535, digest: messageDigest('home/door', Buffer.from('open')) });
  const next = createDeliveryMemory(['', 'rubbish', '7.', ...memory.entries()]);
  expect(next.entries()).toEqual(memory.entries());
  expect(next.isKnown(again)).toBe(true);
});

test('a session that begins anew begins with nothing, one that goes on with all', () => {
  const memory = createDeliveryMemory([]);
  memory.handled(first);
  memory.begin(true);
  expect(memory.isKnown(again)).toBe(true);
  memory.begin(false);
  expect(memory.isKnown(again)).toBe(false);
});

test('an answer confirms what was handled before the question, and nothing later', () => {
  const memory = createDeliveryMemory([]);
  memory.handled(first);
  memory.asked();
  memory.handled({ ...first, id: 2 });
  memory.asked();
  memory.answered();
  expect(memory.isKnown(again)).toBe(false);
  expect(memory.isKnown({ ...again, id: 2 })).toBe(true);
});

test('the answer to a question on an earlier connection never comes', () => {
  const memory = createDeliveryMemory([]);
  memory.handled(first);
  memory.asked();
  memory.begin(true);
  memory.answered();
  expect(memory.isKnown(again)).toBe(true);
});

test('a question that no answer came to does not stand in the way of the next connection', () => {
  const memory = createDeliveryMemory([]);
  memory.asked();
  memory.begin(true);
  memory.handled(first);
  memory.asked();
  memory.answered();
  expect(memory.isKnown(again)).toBe(false);
});

test('it keeps as many as may be under way, which a cursor has room for', () => {
  const memory = createDeliveryMemory([]);
  for (let id = 1; id <= mostUnacknowledged + 1; id += 1)
    memory.handled({ ...first, id: 60_000 + id });
  expect(memory.entries()).toHaveLength(mostUnacknowledged);
  expect(memory.isKnown({ ...again, id: 60_001 })).toBe(false);
  expect(memory.isKnown({ ...again, id: 60_002 })).toBe(true);
  expect(memory.entries().join(' ').length).toBeLessThan(4_096);
});

test('a message is recognised by its topic and what it says', () => {
  const digest = messageDigest('a', Buffer.from('bc'));
  expect(digest).toMatch(/^[\w-]{8}$/);
  expect(messageDigest('a', Buffer.from('bc'))).toBe(digest);
  expect(messageDigest('ab', Buffer.from('c'))).not.toBe(digest);
  expect(messageDigest('a', Buffer.from('bd'))).not.toBe(digest);
});
