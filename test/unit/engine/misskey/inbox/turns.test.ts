import { expect, test } from 'vitest';
import { Turns } from '../../../../../src-main/engine/misskey/inbox/turns.ts';
import { settle } from '../../../../support/fake-clock.ts';

test('things happen one after another, each as soon as it is ready', async () => {
  const turns = new Turns();
  const done: string[] = [];
  let open = () => {};
  const ready = new Promise<void>((resolve) => {
    open = resolve;
  });
  turns.take(null, () => void done.push('at once'));
  turns.take(ready, () => void done.push('waits'));
  turns.take(null, () => void done.push('behind it'));
  await settle();
  expect(done).toEqual(['at once']);
  open();
  await settle();
  expect(done).toEqual(['at once', 'waits', 'behind it']);
});

test('what is waited for may fail: nothing behind it is held up for ever', async () => {
  const turns = new Turns();
  const done: string[] = [];
  turns.take(Promise.reject(new Error('a defect')), () => void done.push('first'));
  turns.take(null, () => void done.push('second'));
  await settle();
  expect(done).toEqual(['first', 'second']);
});
