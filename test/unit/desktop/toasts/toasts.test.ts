import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import type { ServiceState } from '../../../../src-main/desktop/toasts/notification-service.ts';
import {
  confirmWithinMs,
  createToasts,
  mostToasts,
  type Toast,
  type ToastResult,
} from '../../../../src-main/desktop/toasts/toasts.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { settle } from '../support/settle.ts';

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
  readonly service?: () => ServiceState | Promise<ServiceState>;
  readonly supported?: boolean;
  readonly onShow?: (notification: PlayedNotification) => void;
  readonly make?: () => never;
}

function setUp({ platform = 'darwin', service, supported = true, onShow, make }: Play = {}) {
  const clock = manualClock();
  const made: PlayedNotification[] = [];
  const results: ToastResult[] = [];
  const toasts = createToasts({
    notifications: {
      isSupported: () => supported,
      make(options) {
        make?.();
        const played = new PlayedNotification(options, onShow ?? ((one) => one.emit('show', {})));
        made.push(played);
        return Object.assign(played, notificationRest);
      },
    },
    service: service === undefined ? null : { state: service, stop: () => {} },
    platform,
    clock,
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

/** A promise that the test settles. */
function later<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settleIt) => {
    resolve = settleIt;
  });
  return { promise, resolve: (value: Value) => resolve(value) };
}

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

test.each([
  ['absent', 'no-notification-service'],
  ['silent', 'notification-service-silent'],
] as const)('where the service is %s Electron is not even asked', (kind, reason) => {
  const { toasts, made, results } = setUp({ platform: 'linux', service: () => ({ kind }) });
  toasts.show(toast);
  expect(results).toEqual([{ id: 'n1', result: 'failed', reason }]);
  expect(made).toEqual([]);
});

test.each([
  [{ kind: 'ready', bodyIsMarkup: true }, 'a &lt; b'],
  [{ kind: 'ready', bodyIsMarkup: false }, 'a < b'],
  [{ kind: 'unknown' }, 'a &lt; b'],
] as const)('with a service that is %j the body is %j', (state, body) => {
  const { toasts, made } = setUp({ platform: 'linux', service: () => state });
  toasts.show(toast);
  expect(made[0]?.options.body).toBe(body);
});

test('toasts wait for the answer of the service, in their order', async () => {
  const { promise, resolve } = later<ServiceState>();
  const { toasts, made, results } = setUp({ platform: 'linux', service: () => promise });
  toasts.show(toast);
  toasts.show({ ...toast, id: 'n2' });
  expect(made).toEqual([]);
  resolve({ kind: 'ready', bodyIsMarkup: true });
  await settle();
  expect(results.map(({ id, result }) => [id, result])).toEqual([
    ['n1', 'shown'],
    ['n2', 'shown'],
  ]);
});

test('a toast that is closed while the service is asked never appears', async () => {
  const { promise, resolve } = later<ServiceState>();
  const { toasts, made, results } = setUp({ platform: 'linux', service: () => promise });
  toasts.show(toast);
  toasts.close('n1');
  resolve({ kind: 'ready', bodyIsMarkup: true });
  await settle();
  expect(made).toEqual([]);
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
  replyPlaceholder: 'Reply…',
};

test.each([
  ['as Electron 33 tells it', {}, 1],
  ['as Electron 45 tells it', { actionIndex: 1, selectionIndex: -1 }, 1],
])('a button is told by its id, %s', (_name, details, index) => {
  const { toasts, made, results } = setUp();
  toasts.show(withActions);
  made[0]?.emit('action', details, index);
  expect(results.at(-1)).toEqual({ id: 'n1', result: 'action', actionId: 'b' });
});

test.each([
  ['as Electron 33 tells it', {}, 'hi'],
  ['as Electron 45 tells it', { reply: 'hi' }, 'hi'],
])('an answer is passed on, %s', (_name, details, text) => {
  const { toasts, made, results } = setUp();
  toasts.show(withActions);
  made[0]?.emit('reply', details, text);
  expect(results.at(-1)).toEqual({ id: 'n1', result: 'replied', text: 'hi' });
});

test('buttons and answers are offered on macOS and Windows, not on Linux', () => {
  const ready = () => ({ kind: 'ready', bodyIsMarkup: true }) as const;
  const mac = setUp({ platform: 'darwin' });
  mac.toasts.show(withActions);
  expect(mac.made[0]?.options).toMatchObject({
    hasReply: true,
    actions: [{ text: 'A' }, { text: 'B' }],
  });
  const linux = setUp({ platform: 'linux', service: ready });
  linux.toasts.show(withActions);
  expect(linux.made[0]?.options).not.toHaveProperty('actions');
  expect(linux.made[0]?.options).not.toHaveProperty('hasReply');
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

test('the oldest goes when there are too many', () => {
  const { toasts, made, results } = setUp();
  for (let n = 0; n <= mostToasts; n += 1) toasts.show({ ...toast, id: `n${n}` });
  expect(made[0]?.closed).toBe(1);
  expect(made[1]?.closed).toBe(0);
  expect(results.filter(({ result }) => result === 'closed')).toEqual([
    { id: 'n0', result: 'closed' },
  ]);
});

test('a service that hangs by now is not asked to close a toast, which would freeze Suzu', async () => {
  const { promise, resolve } = later<ServiceState>();
  const answers = [{ kind: 'ready', bodyIsMarkup: true } as const, promise];
  const { toasts, made, results } = setUp({
    platform: 'linux',
    service: () => answers.shift() ?? { kind: 'silent' },
  });
  toasts.show(toast);
  toasts.close('n1');
  resolve({ kind: 'silent' });
  await settle();
  expect(made[0]?.closed).toBe(0);
  expect(results.map(({ result }) => result)).toEqual(['shown', 'closed']);
});

test('all can be closed at once', () => {
  const { toasts, made, results } = setUp();
  toasts.show(toast);
  toasts.show({ ...toast, id: 'n2' });
  toasts.closeAll();
  expect(made.map(({ closed }) => closed)).toEqual([1, 1]);
  expect(results.filter(({ result }) => result === 'closed')).toHaveLength(2);
});
