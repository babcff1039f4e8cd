import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { catchDefects } from '../../../../src-main/desktop/crash/defects.ts';
import { manualClock } from '../../../support/manual-clock.ts';

function bench() {
  const source = new EventEmitter();
  const clock = manualClock();
  const defects = catchDefects(source, clock);
  const told: string[] = [];
  let tooMany = 0;
  const listener = {
    onDefect: (words: string) => void told.push(words),
    onTooMany: () => {
      tooMany += 1;
    },
  };
  return { source, clock, defects, told, listener, tooMany: () => tooMany };
}

test('tells of errors and rejections, with the stack where there is one', () => {
  const { source, defects, told, listener } = bench();
  defects.listen(listener);
  const error = new Error('broken');
  source.emit('uncaughtException', error);
  source.emit('unhandledRejection', 'a word');
  source.emit('unhandledRejection', Object.create(null));
  expect(told).toEqual([error.stack, 'a word', 'something that cannot be told']);
});

test('what came before anybody listened is told then', () => {
  const { source, defects, told, listener } = bench();
  for (let n = 0; n < 30; n += 1) source.emit('unhandledRejection', `early ${n}`);
  defects.listen(listener);
  expect(told[0]).toBe('early 0');
  expect(told.length).toBeLessThanOrEqual(20);
});

test('gives up once after more than ten within a minute, and says nothing more', () => {
  const { source, defects, told, listener, tooMany } = bench();
  defects.listen(listener);
  for (let n = 0; n < 10; n += 1) source.emit('uncaughtException', new Error('again'));
  expect(tooMany()).toBe(0);
  for (let n = 0; n < 10; n += 1) source.emit('uncaughtException', new Error('again'));
  expect(tooMany()).toBe(1);
  expect(told).toHaveLength(11);
});

test('one now and then goes on for ever', () => {
  const { source, clock, defects, listener, tooMany } = bench();
  defects.listen(listener);
  for (let n = 0; n < 50; n += 1) {
    source.emit('uncaughtException', new Error('now and then'));
    clock.advance(7_000);
  }
  expect(tooMany()).toBe(0);
});
