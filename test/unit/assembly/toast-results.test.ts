import { expect, test } from 'vitest';
import { passToastResult } from '../../../src-main/assembly/toast-results.ts';
import type { ToastResult } from '../../../src-main/desktop/toasts/toast.ts';
import type { ToastRequest } from '../../../src-main/engine/notices/toast-requests.ts';

const toast: ToastRequest = {
  id: 'toast-1',
  accountId: 'alice@example.social',
  title: 'Bob',
  body: 'follows you',
  iconUrls: [],
  target: { kind: 'user', username: 'bob', host: null },
  sound: null,
  urgency: 'normal',
  answerable: true,
};

interface Raisers {
  readonly test?: boolean;
  readonly refusal?: boolean;
  readonly bell?: boolean;
}

/** What is called for a result of a toast that these raised. */
function callsFor(result: ToastResult, raisers: Raisers): readonly unknown[] {
  const calls: unknown[] = [];
  passToastResult(result, {
    diagnostics: { onToastResult: () => raisers.test === true },
    answerer: {
      onResult: () => raisers.refusal === true,
      answer: async (...args) => void calls.push(['answer', ...args]),
    },
    bell: {
      onToastResult(told) {
        calls.push(['bell', told]);
        return raisers.bell === true ? toast : null;
      },
    },
    openTarget: (...args) => void calls.push(['open', ...args]),
  });
  return calls;
}

const clicked: ToastResult = { id: toast.id, result: 'clicked' };
const bellHeard = (reason?: string) => [
  'bell',
  { id: toast.id, result: 'clicked', ...(reason === undefined ? {} : { reason }) },
];

test('the bell hears nothing of the test toast', () => {
  expect(callsFor(clicked, { test: true, bell: true })).toEqual([]);
});

test('the bell hears nothing of a toast that tells of a refusal', () => {
  expect(callsFor(clicked, { refusal: true, bell: true })).toEqual([]);
});

test('a click opens what the toast is about', () => {
  expect(callsFor(clicked, { bell: true })).toEqual([
    bellHeard(),
    ['open', toast.accountId, toast.target],
  ]);
});

test('a click on a toast that nobody raised opens nothing', () => {
  expect(callsFor(clicked, {})).toEqual([bellHeard()]);
});

test('a button gives its answer, and opens nothing', () => {
  const result: ToastResult = { id: toast.id, result: 'action', actionId: 'accept' };
  expect(callsFor(result, { bell: true })).toEqual([
    bellHeard('accept'),
    ['answer', toast.id, { kind: 'pressed', actionId: 'accept' }],
  ]);
});

test('what was typed is the answer, and the bell does not hear it', () => {
  const result: ToastResult = { id: toast.id, result: 'replied', text: 'hello' };
  expect(callsFor(result, { bell: true })).toEqual([
    bellHeard('reply'),
    ['answer', toast.id, { kind: 'typed', text: 'hello' }],
  ]);
});

test.each<ToastResult>([
  { id: toast.id, result: 'shown' },
  { id: toast.id, result: 'closed' },
  { id: toast.id, result: 'failed', reason: 'refused' },
])('$result is told to the bell alone', (result) => {
  expect(callsFor(result, { bell: true })).toEqual([['bell', result]]);
});
