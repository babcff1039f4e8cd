import { expect, test } from 'vitest';
import { en } from '../../../src-main/engine/messages/en.ts';
import type { Notice } from '../../../src-main/engine/notices/notice.ts';
import type { CallResult } from '../../../src-main/ipc/contract.ts';
import { type PlainToast, ToastAnswerer } from '../../../src-main/ipc/toast-answerer.ts';
import { bellBench } from '../../support/bell-bench.ts';
import { aNotice } from '../../support/samples.ts';

const note = {
  id: 'note-1',
  text: 'tea?',
  cw: null,
  hidden: false,
  direct: false,
  files: 0,
  poll: false,
};
const refused = { ok: false, error: 'The note is gone.' } as const;

interface Play {
  readonly result?: CallResult;
  readonly label?: string | null;
}

/** Answers over a real history, with the commands in the test's hands. */
function setUp({ result = { ok: true }, label = null }: Play = {}) {
  const { bell, history } = bellBench();
  const calls: unknown[] = [];
  const shown: PlainToast[] = [];
  let windows = 0;
  const call = (name: string, ...args: readonly unknown[]) => {
    calls.push([name, ...args]);
    return result;
  };
  const answerer = new ToastAnswerer({
    history,
    messages: () => en,
    reaction: () => ':tea:',
    accountLabel: () => label,
    answers: {
      answer: async (...args) => call('answer', ...args),
      react: async (...args) => call('react', ...args),
      reply: async (...args) => call('reply', ...args),
    },
    commands: {
      compose: (...args) => void call('compose', ...args),
      openNotice: (...args) => void call('openNotice', ...args),
    },
    showWindow: () => {
      windows += 1;
    },
    show: (toast) => shown.push(toast),
  });
  const ring = (fields: Partial<Notice>) => {
    const notice = aNotice('n1', fields);
    bell.ring(notice, true);
    return notice.id;
  };
  return { answerer, bell, calls, shown, ring, windows: () => windows };
}

test('a toast carries the buttons of its notice, and what it is about', () => {
  const { answerer, ring } = setUp();
  const { actions, category } = answerer.extras(ring({ type: 'mention', note }));
  expect(actions.map(({ label }) => label)).toEqual(['Reply', 'React :tea:']);
  expect(category).toBe('im.received');
});

test('a toast of no notice, such as a digest, has none', async () => {
  const { answerer, calls } = setUp();
  expect(answerer.extras('alice@example.social/digest/n1')).toEqual({ actions: [] });
  await answerer.answer('alice@example.social/digest/n1', { kind: 'pressed', actionId: 'react' });
  expect(calls).toEqual([]);
});

test('a follow is not to be answered once the account follows that person', () => {
  const { answerer, bell, ring } = setUp();
  const id = ring({ type: 'follow' });
  expect(answerer.extras(id).actions.map(({ id: action }) => action)).toEqual(['follow-back']);
  bell.ring(aNotice('n2', { type: 'followRequestAccepted' }), true);
  expect(answerer.extras(id).actions).toEqual([]);
});

test('a follow request is accepted through the notice', async () => {
  const { answerer, calls, shown, ring } = setUp();
  const id = ring({ type: 'receiveFollowRequest' });
  await answerer.answer(id, { kind: 'pressed', actionId: 'accept-follow' });
  expect(calls).toEqual([['answer', id, 'accept-follow']]);
  expect(shown).toEqual([]);
});

test('a reaction is that of the account', async () => {
  const { answerer, calls, ring } = setUp();
  const id = ring({ type: 'mention', note });
  await answerer.answer(id, { kind: 'pressed', actionId: 'react' });
  expect(calls).toEqual([['react', id, ':tea:']]);
});

test('a typed reply is sent, and no window comes', async () => {
  const { answerer, calls, ring, windows } = setUp();
  const id = ring({ type: 'mention', note });
  await answerer.answer(id, { kind: 'typed', text: 'Yes!' });
  expect(calls).toEqual([['reply', id, 'Yes!']]);
  expect(windows()).toBe(0);
});

test('where nothing can be typed the composer opens on the note', async () => {
  const { answerer, calls, ring, windows } = setUp();
  await answerer.answer(ring({ type: 'mention', note }), { kind: 'pressed', actionId: 'reply' });
  const purpose = { kind: 'reply', noteId: 'note-1' };
  expect(calls).toEqual([['compose', 'alice@example.social', purpose]]);
  expect(windows()).toBe(1);
});

test('a refusal is told on a toast of its own, that has no buttons and leads to the notice', async () => {
  const { answerer, calls, shown, ring } = setUp({ result: refused });
  const id = ring({ type: 'receiveFollowRequest' });
  await answerer.answer(id, { kind: 'pressed', actionId: 'accept-follow' });
  expect(shown).toEqual([
    {
      id: `refused/${id}`,
      title: 'The follow request was not accepted',
      body: 'The note is gone.',
    },
  ]);
  expect(answerer.extras(`refused/${id}`)).toEqual({ actions: [] });
  expect(answerer.onResult({ id: `refused/${id}`, result: 'shown' })).toBe(true);
  expect(answerer.onResult({ id: `refused/${id}`, result: 'clicked' })).toBe(true);
  expect(calls.at(-1)).toEqual(['openNotice', id]);
  // It is over: nothing more is known of it.
  expect(answerer.onResult({ id: `refused/${id}`, result: 'clicked' })).toBe(false);
});

test('a reply that is refused is not lost: its words are on the toast, which leads to the composer', async () => {
  const { answerer, calls, shown, ring, windows } = setUp({ result: refused });
  const id = ring({ type: 'mention', note });
  await answerer.answer(id, { kind: 'typed', text: 'Yes!' });
  expect(shown[0]?.body).toBe('The note is gone.\nYou wrote: Yes!');
  answerer.onResult({ id: `refused/${id}`, result: 'clicked' });
  expect(calls.at(-1)).toEqual([
    'compose',
    'alice@example.social',
    { kind: 'reply', noteId: 'note-1' },
  ]);
  expect(windows()).toBe(1);
});

test('with several accounts a refusal says whose it is', async () => {
  const { answerer, shown, ring } = setUp({ result: refused, label: '@alice@example.social' });
  await answerer.answer(ring({ type: 'mention', note }), { kind: 'pressed', actionId: 'react' });
  expect(shown[0]?.body).toBe('The note is gone.\n@alice@example.social');
});

test('what becomes of the toast of a notice is not its business', () => {
  const { answerer, ring } = setUp();
  expect(answerer.onResult({ id: ring({ type: 'follow' }), result: 'clicked' })).toBe(false);
});
