import { expect, test } from 'vitest';
import type { OutgoingCall } from '../../../../src-main/desktop/bus/bus-link.ts';
import { confirmWithinMs } from '../../../../src-main/desktop/toasts/desktop-place.ts';
import { freedesktopBackend } from '../../../../src-main/desktop/toasts/freedesktop-backend.ts';
import { watchNotificationService } from '../../../../src-main/desktop/toasts/notification-service.ts';
import type { Toast, ToastResult } from '../../../../src-main/desktop/toasts/toast.ts';
import { createToasts } from '../../../../src-main/desktop/toasts/toasts.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import { busUp } from '../support/bus-up.ts';
import { settle } from '../support/settle.ts';

const notifications = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';
const dbus = 'org.freedesktop.DBus';

const toast: Toast = {
  id: 'n1',
  title: 'T',
  body: 'B',
  icon: null,
  actions: [
    { id: 'reply', label: 'Reply', typed: { placeholder: 'Write…', submit: 'Send' } },
    { id: 'react', label: 'React' },
  ],
};

/** Toasts over a bus that is up, with the service's side in the test's hands. */
async function setUp() {
  const { bus, clock, last } = await busUp();
  const results: ToastResult[] = [];
  const elsewhere: Toast[] = [];
  let takenBack = 0;
  const raised = {
    replace: () => raised,
    close() {
      takenBack += 1;
    },
  };
  const backend = freedesktopBackend({
    bus,
    service: watchNotificationService(bus, clock),
    clock,
    log: silentLog,
    fallback: {
      raise(shown) {
        elsewhere.push(shown);
        return raised;
      },
    },
    openLabel: () => 'Open',
  });
  const toasts = createToasts({
    backend,
    log: silentLog,
    onResult: (result) => results.push(result),
  });
  const calls = (member: string): OutgoingCall[] =>
    last().calls.filter((call) => call.member === member);
  const service = {
    async appears(owner = ':1.1', capabilities = ['actions', 'body-markup', 'inline-reply']) {
      await settle();
      last().answer('StartServiceByName', [2]);
      await settle();
      last().answer('GetNameOwner', [owner]);
      await settle();
      last().answer('GetCapabilities', [capabilities]);
      await settle();
    },
    /** Answers a call of `Notify`, the newest if none is named, with the id of the toast. */
    async answers(id: unknown, call = calls('Notify').at(-1)) {
      if (call === undefined) throw new Error('nobody called Notify');
      last().answerCall(call, [id]);
      await settle();
    },
    async refuses(errorName: string) {
      last().refuse('Notify', errorName);
      await settle();
    },
    tells(member: string, body: readonly unknown[], sender = ':1.1') {
      last().signal(notifications, member, body, path, sender);
    },
    /** Another one takes its name, or none does. */
    goes(next = '') {
      last().signal(dbus, 'NameOwnerChanged', [notifications, ':1.1', next]);
    },
  };
  /** Which id each call of `Notify` was to replace. */
  const replaced = () => calls('Notify').map(({ body }) => body[1]);
  /** The ids of the toasts that were taken off the desktop. */
  const closed = () => calls('CloseNotification').map(({ body }) => body[0]);
  const told = () => results.map(({ result }) => result);
  return {
    ...{ bus, clock, last, toasts, results, elsewhere, calls, service, replaced, closed, told },
    takenBack: () => takenBack,
  };
}

/** As `setUp`, with a toast that stands under the id 7. */
async function setUpStanding() {
  const parts = await setUp();
  parts.toasts.show(toast);
  await parts.service.appears();
  await parts.service.answers(7);
  return parts;
}

test('a toast is shown when the service has answered, which is called by its own name', async () => {
  const { toasts, calls, service, results, clock } = await setUp();
  toasts.show(toast);
  await service.appears();
  expect(calls('Notify').map(({ destination, signature }) => [destination, signature])).toEqual([
    [':1.1', 'susssasa{sv}i'],
  ]);
  expect(results).toEqual([]);
  await service.answers(7);
  expect(results).toEqual([{ id: 'n1', result: 'shown' }]);
  clock.advance(confirmWithinMs);
  expect(results).toHaveLength(1);
});

test.each([
  ['default', { id: 'n1', result: 'clicked' }],
  ['react', { id: 'n1', result: 'action', actionId: 'react' }],
  // A service that offers to type an answer may also tell only that its button was pressed.
  ['inline-reply', { id: 'n1', result: 'action', actionId: 'reply' }],
])('of an action %s is told, and the toast goes', async (key, result) => {
  const { service, results, closed } = await setUpStanding();
  service.tells('ActionInvoked', [7, key]);
  service.tells('NotificationClosed', [7, 2]);
  expect(results.slice(1)).toEqual([result]);
  expect(closed()).toEqual([7]);
});

test('an answer that was typed is told, and the toast goes', async () => {
  const { service, results, closed } = await setUpStanding();
  service.tells('NotificationReplied', [7, 'hi']);
  expect(results.slice(1)).toEqual([{ id: 'n1', result: 'replied', text: 'hi' }]);
  expect(closed()).toEqual([7]);
});

test.each([1, 2, 3, 4])('a toast that is closed for the reason %i is closed', async (reason) => {
  const { service, told, closed } = await setUpStanding();
  service.tells('NotificationClosed', [7, reason]);
  service.tells('ActionInvoked', [7, 'default']);
  expect(told()).toEqual(['shown', 'closed']);
  expect(closed()).toEqual([]);
});

test.each<[string, readonly [string, readonly unknown[], string?]]>([
  ['another toast', ['ActionInvoked', [8, 'default']]],
  ['another program', ['ActionInvoked', [7, 'default'], ':1.66']],
  ['another program, of the end', ['NotificationClosed', [7, 2], ':1.66']],
  ['an action that it does not have', ['ActionInvoked', [7, 'format-disk']]],
  ['a token to come to the front with', ['ActivationToken', [7, 'token']]],
  ['nonsense', ['ActionInvoked', ['7']]],
  ['nothing', ['NotificationClosed', []]],
])('a signal of %s changes nothing', async (_name, signal) => {
  const { service, told } = await setUpStanding();
  service.tells(...signal);
  expect(told()).toEqual(['shown']);
});

test('what the service tells right with its answer is not lost', async () => {
  const { toasts, last, calls, service, told } = await setUp();
  toasts.show(toast);
  await service.appears();
  const [call] = calls('Notify');
  if (call === undefined) throw new Error('nobody called Notify');
  last().answerCall(call, [7]);
  service.tells('NotificationClosed', [6, 1]);
  service.tells('NotificationClosed', [7, 1]);
  await settle();
  expect(told()).toEqual(['shown', 'closed']);
});

test('a toast shown again under its id replaces the standing one', async () => {
  const { toasts, service, replaced, results, closed } = await setUpStanding();
  toasts.show({ ...toast, title: 'new' });
  expect(replaced()).toEqual([0, 7]);
  await service.answers(7);
  service.tells('ActionInvoked', [7, 'default']);
  expect(results).toEqual([
    { id: 'n1', result: 'shown' },
    { id: 'n1', result: 'shown' },
    { id: 'n1', result: 'clicked' },
  ]);
  expect(closed()).toEqual([7]);
});

test('what is to replace a toast waits for the answer that tells what', async () => {
  const { toasts, calls, service, replaced, told } = await setUp();
  toasts.show(toast);
  await service.appears();
  toasts.show({ ...toast, title: 'second' });
  toasts.show({ ...toast, title: 'third' });
  expect(calls('Notify')).toHaveLength(1);
  await service.answers(7);
  expect(replaced()).toEqual([0, 7]);
  expect(calls('Notify').at(-1)?.body[3]).toBe('third');
  expect(told()).toEqual([]);
  await service.answers(7);
  expect(told()).toEqual(['shown']);
});

test('a toast that goes while another takes its place does not take that one along', async () => {
  const { toasts, service, told } = await setUpStanding();
  toasts.show({ ...toast, title: 'new' });
  service.tells('NotificationClosed', [7, 2]);
  await service.answers(7);
  expect(told()).toEqual(['shown', 'shown']);
  service.tells('NotificationClosed', [7, 2]);
  expect(told()).toEqual(['shown', 'shown', 'closed']);
});

test('where a service does not replace, the earlier toast is closed', async () => {
  const { toasts, service, closed, told } = await setUpStanding();
  toasts.show({ ...toast, title: 'new' });
  await service.answers(8);
  expect(closed()).toEqual([7]);
  service.tells('ActionInvoked', [8, 'default']);
  expect(told()).toEqual(['shown', 'shown', 'clicked']);
});

test('what Suzu closes goes, and is told', async () => {
  const { toasts, closed, told } = await setUpStanding();
  toasts.close('n1');
  expect(closed()).toEqual([7]);
  expect(told()).toEqual(['shown', 'closed']);
});

test('a toast that is closed before the service has answered goes when it does', async () => {
  const { toasts, service, closed, told } = await setUp();
  toasts.show(toast);
  await service.appears();
  toasts.close('n1');
  expect(closed()).toEqual([]);
  await service.answers(7);
  expect(closed()).toEqual([7]);
  expect(told()).toEqual(['closed']);
});

test('a toast that is closed while the service is looked for never appears', async () => {
  const { toasts, calls, service, told } = await setUp();
  toasts.show(toast);
  toasts.close('n1');
  await service.appears();
  expect(calls('Notify')).toEqual([]);
  expect(told()).toEqual(['closed']);
});

test('toasts that wait for the service are shown in their order', async () => {
  const { toasts, calls, service } = await setUp();
  toasts.show(toast);
  toasts.show({ ...toast, id: 'n2', title: 'second' });
  await service.appears();
  expect(calls('Notify').map(({ body }) => body[3])).toEqual(['T', 'second']);
});

test('a service that does not answer has failed the toast, which goes when it shows up late', async () => {
  const { toasts, service, clock, results, closed } = await setUp();
  toasts.show(toast);
  await service.appears();
  clock.advance(confirmWithinMs);
  expect(results).toEqual([{ id: 'n1', result: 'failed', reason: 'notification-service-silent' }]);
  await service.answers(7);
  expect(results).toHaveLength(1);
  expect(closed()).toEqual([7]);
});

test('without a service a toast has failed', async () => {
  const { toasts, last, results, elsewhere } = await setUp();
  toasts.show(toast);
  await settle();
  last().refuse('StartServiceByName', `${dbus}.Error.ServiceUnknown`);
  await settle();
  last().refuse('GetNameOwner', `${dbus}.Error.NameHasNoOwner`);
  await settle();
  expect(results).toEqual([{ id: 'n1', result: 'failed', reason: 'no-notification-service' }]);
  expect(elsewhere).toEqual([]);
});

test.each([
  ['x.y.TooMany', 'x.y.TooMany'],
  [`${dbus}.Error.NoReply`, 'notification-service-silent'],
])('a service that answers with the error %s has failed it as %s', async (errorName, reason) => {
  const { toasts, service, results } = await setUp();
  toasts.show(toast);
  await service.appears();
  await service.refuses(errorName);
  expect(results).toEqual([{ id: 'n1', result: 'failed', reason }]);
});

test.each([[0], ['7'], [null]])('an answer of %j is a refusal', async (answer) => {
  const { toasts, service, results } = await setUp();
  toasts.show(toast);
  await service.appears();
  await service.answers(answer);
  expect(results).toEqual([{ id: 'n1', result: 'failed', reason: 'refused' }]);
});

test('a service that went unnoticed is looked for once more', async () => {
  const { toasts, calls, service, results } = await setUp();
  toasts.show(toast);
  await service.appears();
  service.goes(':1.2');
  await service.refuses(`${dbus}.Error.ServiceUnknown`);
  await service.appears(':1.2');
  expect(calls('Notify').at(-1)?.destination).toBe(':1.2');
  await service.refuses(`${dbus}.Error.ServiceUnknown`);
  expect(results).toEqual([{ id: 'n1', result: 'failed', reason: 'no-notification-service' }]);
});

test('a service that restarts takes its toasts along, and its ids mean nothing to the next', async () => {
  const { toasts, service, told, replaced } = await setUpStanding();
  service.goes(':1.2');
  expect(told()).toEqual(['shown', 'closed']);
  toasts.show(toast);
  await service.appears(':1.2');
  expect(replaced()).toEqual([0, 0]);
  await service.answers(7);
  service.tells('ActionInvoked', [7, 'default'], ':1.1');
  expect(told()).toEqual(['shown', 'closed', 'shown']);
  service.tells('ActionInvoked', [7, 'default'], ':1.2');
  expect(told()).toEqual(['shown', 'closed', 'shown', 'clicked']);
});

test('without a bus toasts are shown in the other way, and taken back there', async () => {
  const { toasts, last, told, elsewhere, takenBack } = await setUpStanding();
  last().down();
  expect(told()).toEqual(['shown', 'closed']);
  toasts.show({ ...toast, id: 'n2' });
  await settle();
  expect(elsewhere.map(({ id }) => id)).toEqual(['n2']);
  toasts.show({ ...toast, id: 'n2' });
  await settle();
  expect(takenBack()).toBe(1);
  toasts.close('n2');
  expect(takenBack()).toBe(2);
});

test('a bus that goes before the answer leaves the toast to the other way', async () => {
  const { toasts, last, service, elsewhere, results } = await setUp();
  toasts.show(toast);
  await service.appears();
  last().down();
  await settle();
  expect(elsewhere.map(({ id }) => id)).toEqual(['n1']);
  expect(results).toEqual([]);
});
