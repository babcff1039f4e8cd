import { expect, test } from 'vitest';
import type { Toast, ToastEvents, ToastResult } from '../../../../src-main/desktop/toasts/toast.ts';
import { createToasts, mostToasts } from '../../../../src-main/desktop/toasts/toasts.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';

/** What a backend was asked to show, with the desktop's side in the test's hands. */
interface Played {
  readonly toast: Toast;
  readonly events: ToastEvents;
  readonly replaces: string | null;
  closed: number;
}

function setUp() {
  const played: Played[] = [];
  const results: ToastResult[] = [];
  const raise = (toast: Toast, events: ToastEvents, replaces: string | null) => {
    const one: Played = { toast, events, replaces, closed: 0 };
    played.push(one);
    return {
      replace: (next: Toast, nextEvents: ToastEvents) => raise(next, nextEvents, toast.title),
      close() {
        one.closed += 1;
      },
    };
  };
  const toasts = createToasts({
    backend: { raise: (toast, events) => raise(toast, events, null) },
    log: silentLog,
    onResult: (result) => results.push(result),
  });
  return { played, results, toasts };
}

const toast: Toast = { id: 'n1', title: 'T', body: 'B', icon: null };

test('a toast is told to be shown once', () => {
  const { toasts, played, results } = setUp();
  toasts.show(toast);
  played[0]?.events.onShown();
  played[0]?.events.onShown();
  expect(results).toEqual([{ id: 'n1', result: 'shown' }]);
});

test.each<[string, (events: ToastEvents) => void, ToastResult]>([
  ['refused', (one) => one.onFailed('no'), { id: 'n1', result: 'failed', reason: 'no' }],
  ['closed', (one) => one.onClosed(), { id: 'n1', result: 'closed' }],
  ['clicked', (one) => one.onClicked(), { id: 'n1', result: 'clicked' }],
  ['pressed', (one) => one.onAction('a'), { id: 'n1', result: 'action', actionId: 'a' }],
  ['answered', (one) => one.onReplied('hi'), { id: 'n1', result: 'replied', text: 'hi' }],
])('a toast that is %s ends, and nothing is told after that', (_name, tell, result) => {
  const { toasts, played, results } = setUp();
  toasts.show(toast);
  const events = played[0]?.events;
  if (events === undefined) throw new Error('nothing was raised');
  tell(events);
  events.onShown();
  events.onClicked();
  events.onClosed();
  toasts.close('n1');
  expect(results).toEqual([result]);
  expect(played[0]?.closed).toBe(0);
});

test('what Suzu closes is taken off the desktop and told, though the desktop may tell nothing', () => {
  const { toasts, played, results } = setUp();
  toasts.show(toast);
  toasts.close('n1');
  toasts.close('n1');
  expect(played[0]?.closed).toBe(1);
  expect(results).toEqual([{ id: 'n1', result: 'closed' }]);
});

test('a toast with the id of a standing one takes its place, and only it is told of', () => {
  const { toasts, played, results } = setUp();
  toasts.show(toast);
  toasts.show({ ...toast, title: 'new' });
  toasts.show({ ...toast, title: 'newest' });
  played[0]?.events.onClosed();
  played[1]?.events.onShown();
  played[2]?.events.onShown();
  expect(played.map(({ replaces }) => replaces)).toEqual([null, 'T', 'new']);
  expect(results).toEqual([{ id: 'n1', result: 'shown' }]);
});

test('a toast whose id stood before, but no longer, is a new one', () => {
  const { toasts, played } = setUp();
  toasts.show(toast);
  played[0]?.events.onClosed();
  toasts.show(toast);
  expect(played[1]?.replaces).toBeNull();
});

test('the oldest goes when there are too many; one that replaces takes no room', () => {
  const { toasts, played, results } = setUp();
  for (let n = 1; n <= mostToasts; n += 1) toasts.show({ ...toast, id: `n${n}` });
  toasts.show({ ...toast, id: 'n1', title: 'again' });
  expect(results).toEqual([]);
  toasts.show({ ...toast, id: 'one more' });
  expect(results).toEqual([{ id: 'n2', result: 'closed' }]);
  expect(played[1]?.closed).toBe(1);
});

test('all can be closed at once', () => {
  const { toasts, played, results } = setUp();
  toasts.show(toast);
  toasts.show({ ...toast, id: 'n2' });
  toasts.closeAll();
  expect(played.map(({ closed }) => closed)).toEqual([1, 1]);
  expect(results.map(({ id, result }) => [id, result])).toEqual([
    ['n1', 'closed'],
    ['n2', 'closed'],
  ]);
});
