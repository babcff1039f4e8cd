import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import {
  confirmWithinMs,
  electronBackend,
} from '../../../../src-main/desktop/toasts/electron-backend.ts';
import type { Toast, ToastResult } from '../../../../src-main/desktop/toasts/toast.ts';
import { createToasts } from '../../../../src-main/desktop/toasts/toasts.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import { manualClock } from '../../../support/manual-clock.ts';

/** Plays Electron's Notification: `on show` decides what the desktop does. */
class PlayedNotification extends EventEmitter {
  readonly options: NotificationConstructorOptions;
  closed = 0;
  readonly #onShow: (notification: PlayedNotification) => void;
  constructor(
    options: NotificationConstructorOptions,
    onShow: (notification: PlayedNotification) => void,
  ) {
    super();
    this.options = options;
    this.#onShow = onShow;
  }
  show(): void {
    this.#onShow(this);
  }
  close(): void {
    this.closed += 1;
  }
}

interface Play {
  readonly platform?: NodeJS.Platform;
  readonly supported?: boolean;
  readonly onShow?: (notification: PlayedNotification) => void;
  readonly make?: () => never;
}

function setUp({ platform = 'darwin', supported = true, onShow, make }: Play = {}) {
  const clock = manualClock();
  const made: PlayedNotification[] = [];
  const results: ToastResult[] = [];
  const backend = electronBackend({
    notifications: {
      isSupported: () => supported,
      make(options) {
        make?.();
        const played = new PlayedNotification(options, onShow ?? ((one) => one.emit('show', {})));
        made.push(played);
        return Object.assign(played, notificationRest);
      },
    },
    platform,
    clock,
    log: silentLog,
  });
  const toasts = createToasts({
    backend,
    log: silentLog,
    onResult: (result) => results.push(result),
  });
  return { clock, made, results, toasts };
}

/** The properties of Electron's Notification that no test looks at. */
const notificationRest = {
  actions: [],
  body: '',
  closeButtonText: '',
  groupId: '',
  groupTitle: '',
  hasReply: false,
  id: '',
  replyPlaceholder: '',
  silent: false,
  sound: '',
  subtitle: '',
  timeoutType: 'default' as const,
  title: '',
  toastXml: '',
  urgency: 'normal' as const,
};

const toast: Toast = { id: 'n1', title: 'T', body: 'a < b', icon: null };

test('a toast that the desktop shows is shown, once', () => {
  const { toasts, made, results, clock } = setUp();
  toasts.show(toast);
  made[0]?.emit('show', {});
  expect(results).toEqual([{ id: 'n1', result: 'shown' }]);
  expect(clock.pending).toBe(0);
});

test.each([
  ['', 'refused'],
  ['The app is not signed', 'The app is not signed'],
])('a toast that the desktop refuses (%j) has failed', (error, reason) => {
  const { toasts, results } = setUp({ onShow: (one) => one.emit('failed', {}, error) });
  toasts.show(toast);
  expect(results).toEqual([{ id: 'n1', result: 'failed', reason }]);
});

test('a system without notifications fails them', () => {
  const { toasts, results } = setUp({ supported: false });
  toasts.show(toast);
  expect(results).toEqual([{ id: 'n1', result: 'failed', reason: 'not-supported' }]);
});

test('a notification that cannot even be made has failed', () => {
  const { toasts, results } = setUp({
    make() {
      throw new Error('no');
    },
  });
  toasts.show(toast);
  expect(results).toEqual([{ id: 'n1', result: 'failed', reason: 'Error: no' }]);
});

test('a desktop that says nothing in time has failed it, and a late word changes nothing', () => {
  const { toasts, made, results, clock } = setUp({ onShow: () => {} });
  toasts.show(toast);
  clock.advance(confirmWithinMs);
  made[0]?.emit('show', {});
  made[0]?.emit('click', {});
  expect(results).toEqual([{ id: 'n1', result: 'failed', reason: 'not-confirmed' }]);
  expect(made[0]?.closed).toBe(1);
});

test('a toast that is closed before the desktop has answered is not waited for', () => {
  const { toasts, made, results, clock } = setUp({ onShow: () => {} });
  toasts.show(toast);
  toasts.close('n1');
  expect(made[0]?.closed).toBe(1);
  expect(clock.pending).toBe(0);
  expect(results).toEqual([{ id: 'n1', result: 'closed' }]);
});

test('a click is told once, and nothing after it', () => {
  const { toasts, made, results } = setUp();
  toasts.show(toast);
  made[0]?.emit('click', {});
  made[0]?.emit('close', {});
  expect(results.map(({ result }) => result)).toEqual(['shown', 'clicked']);
});

test('what the user closes is closed', () => {
  const { toasts, made, results } = setUp();
  toasts.show(toast);
  made[0]?.emit('close', {});
  expect(results.map(({ result }) => result)).toEqual(['shown', 'closed']);
});

test('what Suzu closes is taken off the desktop and told, though Linux tells nothing', () => {
  const { toasts, made, results } = setUp();
  toasts.show(toast);
  toasts.close('n1');
  toasts.close('n1');
  expect(made[0]?.closed).toBe(1);
  expect(results.map(({ result }) => result)).toEqual(['shown', 'closed']);
});

test.each([undefined, 'timedOut'] as const)(
  'on Windows a toast that moves to the list (%s) can still be clicked',
  (reason) => {
    const { toasts, made, results } = setUp({ platform: 'win32' });
    toasts.show(toast);
    made[0]?.emit('close', { reason });
    made[0]?.emit('click', {});
    expect(results.map(({ result }) => result)).toEqual(['shown', 'clicked']);
  },
);

test('on Windows a toast that the user dismissed is closed', () => {
  const { toasts, made, results } = setUp({ platform: 'win32' });
  toasts.show(toast);
  made[0]?.emit('close', { reason: 'userCanceled' });
  expect(results.map(({ result }) => result)).toEqual(['shown', 'closed']);
});

const withActions: Toast = {
  ...toast,
  actions: [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ],
};

const withReply: Toast = {
  ...toast,
  actions: [
    { id: 'reply', label: 'Reply', typed: { placeholder: 'Write…', submit: 'Send' } },
    ...(withActions.actions ?? []),
  ],
};

test.each([
  ['as Electron 33 tells it', {}, 1],
  ['as Electron 45 tells it', { actionIndex: 1, selectionIndex: -1 }, 1],
])('a button is told by its id, %s', (_name, details, index) => {
  const { toasts, made, results } = setUp();
  toasts.show(withReply);
  made[0]?.emit('action', details, index);
  expect(results.at(-1)).toEqual({ id: 'n1', result: 'action', actionId: 'b' });
});

test.each([
  ['as Electron 33 tells it', {}, 'hi'],
  ['as Electron 45 tells it', { reply: 'hi' }, 'hi'],
])('an answer is passed on, %s', (_name, details, text) => {
  const { toasts, made, results } = setUp();
  toasts.show(withReply);
  made[0]?.emit('reply', details, text);
  expect(results.at(-1)).toEqual({ id: 'n1', result: 'replied', text: 'hi' });
});

test('buttons are offered on macOS and Windows, and an answer that can be typed is none of them', () => {
  const { toasts, made } = setUp({ platform: 'darwin' });
  toasts.show(withReply);
  toasts.show({ ...withActions, id: 'n2' });
  expect(made[0]?.options).toMatchObject({
    hasReply: true,
    replyPlaceholder: 'Write…',
    actions: [{ text: 'A' }, { text: 'B' }],
  });
  expect(made[1]?.options).not.toHaveProperty('hasReply');
});

test('on Linux there are neither, and the body is markup', () => {
  const { toasts, made } = setUp({ platform: 'linux' });
  toasts.show(withReply);
  expect(made[0]?.options).not.toHaveProperty('actions');
  expect(made[0]?.options).not.toHaveProperty('hasReply');
  expect(made[0]?.options.body).toBe('a &lt; b');
});

test('elsewhere the body is plain text', () => {
  const { toasts, made } = setUp({ platform: 'darwin' });
  toasts.show(toast);
  expect(made[0]?.options.body).toBe('a < b');
});

test('a toast with the id of a standing one takes its place', () => {
  const { toasts, made, results } = setUp();
  toasts.show(toast);
  toasts.show({ ...toast, title: 'new' });
  made[0]?.emit('close', {});
  made[1]?.emit('click', {});
  expect(made[0]?.closed).toBe(1);
  expect(results.map(({ result }) => result)).toEqual(['shown', 'shown', 'clicked']);
});
