import { sessionBusAddress } from '../../src-main/desktop/bus/bus-address.ts';
import { dialBus } from '../../src-main/desktop/bus/bus-link.ts';
import { createSessionBus } from '../../src-main/desktop/bus/session-bus.ts';
import { confirmWithinMs } from '../../src-main/desktop/toasts/desktop-place.ts';
import { freedesktopBackend } from '../../src-main/desktop/toasts/freedesktop-backend.ts';
import { watchNotificationService } from '../../src-main/desktop/toasts/notification-service.ts';
import type { Toast, ToastResult } from '../../src-main/desktop/toasts/toast.ts';
import { createToasts, type Toasts } from '../../src-main/desktop/toasts/toasts.ts';
import { silentLog } from '../../src-main/engine/log.ts';
import { systemClock } from '../../src-main/engine/streaming/clock.ts';
import { test as base, expect } from '../support/desktop.ts';
import { Recording } from '../support/desktop-recording.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { type PlayedNotifications, playNotifications } from '../support/played-notifications.ts';

/** Suzu's toasts on a real session bus, with a notification service that the test plays. */
interface ToastThings {
  played: PlayedNotifications;
  shown: {
    readonly toasts: Toasts;
    readonly results: Recording<ToastResult>;
    readonly clock: ManualClock;
  };
}

const abilities = ['actions', 'body', 'body-markup', 'inline-reply', 'sound'] as const;

const test = base.extend<ToastThings>({
  played: async ({ desktop }, use) => {
    await desktop.stopNotifications();
    const played = await playNotifications(desktop.env, abilities);
    await use(played);
    await played.stop();
    await desktop.startNotifications();
  },
  shown: async ({ desktop, played: _played }, use) => {
    const address = sessionBusAddress(desktop.env);
    const bus = createSessionBus({ dial: dialBus, address, clock: systemClock, log: silentLog });
    const clock = manualClock();
    const results = new Recording<ToastResult>('toast result');
    const service = watchNotificationService(bus, clock);
    const toasts = createToasts({
      backend: freedesktopBackend({
        bus,
        service,
        clock,
        log: silentLog,
        fallback: {
          raise() {
            throw new Error('there is a bus');
          },
        },
        openLabel: () => 'Open',
      }),
      log: silentLog,
      onResult: (result) => results.add(result),
    });
    await use({ toasts, results, clock });
    service.stop();
    bus.stop();
  },
});

const toast: Toast = {
  id: 'n1',
  title: 'Akari mentioned you',
  body: '1 < 2',
  icon: null,
  actions: [
    { id: 'reply', label: 'Reply', typed: { placeholder: 'Write…', submit: 'Send' } },
    { id: 'react', label: 'React 👍' },
  ],
};

test('everything arrives as it was sent', async ({ shown, played }) => {
  shown.toasts.show({ ...toast, category: 'im.received', urgency: 'critical' });
  await shown.results.waitFor(({ result }) => result === 'shown');
  expect(played.calls.all[0]).toMatchObject({
    replacesId: 0,
    summary: 'Akari mentioned you',
    body: '1 &lt; 2',
    actions: ['default', 'Open', 'inline-reply', 'Reply', 'react', 'React 👍'],
    hints: {
      'desktop-entry': { signature: 's', value: 'suzu' },
      urgency: { signature: 'y', value: 2 },
      category: { signature: 's', value: 'im.received' },
      'sound-name': { signature: 's', value: 'message-new-instant' },
      'x-kde-reply-placeholder-text': { signature: 's', value: 'Write…' },
    },
  });
});

test('a pressed button, a typed answer and a dismissal come back', async ({ shown, played }) => {
  const { toasts, results } = shown;
  for (const id of ['n1', 'n2', 'n3']) toasts.show({ ...toast, id });
  await results.waitFor(({ id, result }) => id === 'n3' && result === 'shown');
  played.press(1, 'react');
  played.reply(2, 'Yes! 🍵');
  played.dismiss(3);
  await results.waitFor(({ result }) => result === 'closed');
  expect(results.all.slice(3)).toEqual([
    { id: 'n1', result: 'action', actionId: 'react' },
    { id: 'n2', result: 'replied', text: 'Yes! 🍵' },
    { id: 'n3', result: 'closed' },
  ]);
  // What was answered was taken off the desktop, too.
  await played.closed.waitFor((id) => id === 2);
  expect(played.closed.all).toEqual([1, 2]);
});

test('a toast that is shown again replaces itself, and is closed as what it is by then', async ({
  shown,
  played,
}) => {
  const { toasts, results } = shown;
  toasts.show(toast);
  toasts.show({ ...toast, title: 'second' });
  await results.waitFor(({ result }) => result === 'shown');
  toasts.show({ ...toast, title: 'third' });
  await expect.poll(() => results.all.length).toBe(2);
  toasts.close('n1');
  await played.closed.waitFor((id) => id === 1);
  // The second one replaced the first where it waited to be sent, or on the desktop.
  expect(played.calls.all.at(-1)).toMatchObject({ id: 1, replacesId: 1, summary: 'third' });
  expect(results.all.map(({ result }) => result)).toEqual(['shown', 'shown', 'closed']);
});

test('what a service that hung shows late is closed, for it was told to have failed', async ({
  shown,
  played,
}) => {
  const { toasts, results, clock } = shown;
  toasts.show(toast);
  await results.waitFor(({ result }) => result === 'shown');
  const wake = played.hang();
  toasts.show({ ...toast, id: 'n2' });
  await played.calls.waitFor(({ id }) => id === 2);
  clock.advance(confirmWithinMs);
  expect(results.all.at(-1)).toEqual({
    id: 'n2',
    result: 'failed',
    reason: 'notification-service-silent',
  });
  wake();
  await played.closed.waitFor((id) => id === 2);
});

test('another service that takes over knows nothing of the first one’s toasts', async ({
  shown,
  played,
  desktop,
}) => {
  const { toasts, results } = shown;
  toasts.show(toast);
  await results.waitFor(({ result }) => result === 'shown');
  await played.stop();
  await results.waitFor(({ result }) => result === 'closed');
  const next = await playNotifications(desktop.env, []);
  toasts.show(toast);
  await expect.poll(() => results.all.length).toBe(3);
  expect(results.all.at(-1)).toEqual({ id: 'n1', result: 'shown' });
  expect(next.calls.all[0]).toMatchObject({ replacesId: 0, actions: [] });
  await next.stop();
});
