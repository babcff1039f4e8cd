import * as v from 'valibot';
import type { SessionBus, SignalOrigin } from '../bus/session-bus.ts';
import { notifySignature } from './freedesktop-notify.ts';
import { type NotificationService, serviceName, servicePath } from './notification-service.ts';

/** What a notification service tells of one notification, in this order. */
export type NotificationEvent =
  /** The answer to `notify`: it stands on the desktop. */
  | { readonly kind: 'standing'; readonly id: number }
  /** The answer to `notify`: it does not; nothing more is told. The error is of the bus, or of the answer. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Its time is over, or the reader closed it, or the service is gone; nothing more is told. */
  | { readonly kind: 'closed' }
  /** A button was pressed, or the toast itself: `key` is the action's. */
  | { readonly kind: 'action'; readonly key: string }
  /** An answer was typed (KDE Plasma). */
  | { readonly kind: 'replied'; readonly text: string };

/** The wire to the desktop's notification service: calls and signals, and which belong together. */
export interface NotificationClient {
  /**
   * Calls `Notify` of the service with that unique name, and tells what comes of it. A notification
   * that replaces another takes over what is told under its id once it stands.
   */
  notify(
    owner: string,
    body: readonly unknown[],
    listener: (event: NotificationEvent) => void,
  ): void;
  /** Takes a notification off the desktop; nothing more is told of it. */
  close(owner: string, id: number): void;
}

/**
 * How long (ms) to wait for the answer to `Notify`. A service that hung shows late what it was told
 * long before; whoever asked then learns the id by which to close it.
 */
const answerWithinMs = 600_000;

const notifyReply = v.looseTuple([v.pipe(v.number(), v.integer(), v.minValue(1))]);
const aboutId = v.looseTuple([v.number()]);
const aboutText = v.looseTuple([v.number(), v.string()]);

interface Told {
  readonly key: string;
  readonly event: NotificationEvent;
}

/** Speaks to the notification service over the session bus. */
export function notificationClient(
  bus: SessionBus,
  service: NotificationService,
): NotificationClient {
  /** By owner and id. */
  const listeners = new Map<string, (event: NotificationEvent) => void>();
  /** Calls of `Notify` without an answer so far. */
  let unanswered = 0;
  /** What was told of ids nobody knows, which may be those that such a call is about to be given. */
  let early: Told[] = [];

  bus.onSignal(
    { sender: serviceName, path: servicePath, interface: serviceName },
    (body, origin) => {
      const told = readSignal(body, origin);
      if (told === null) return;
      if (listeners.has(told.key)) tell(told);
      else if (unanswered > 0) early.push(told);
    },
  );
  service.onLost(() => {
    for (const key of [...listeners.keys()]) tell({ key, event: { kind: 'closed' } });
  });

  function tell({ key, event }: Told): void {
    const listener = listeners.get(key);
    if (event.kind === 'closed') listeners.delete(key);
    listener?.(event);
  }

  async function call(owner: string, body: readonly unknown[]): Promise<number> {
    unanswered += 1;
    try {
      const reply = await bus.call({
        ...method(owner, 'Notify', notifySignature, body),
        timeoutMs: answerWithinMs,
      });
      return v.parse(notifyReply, reply)[0];
    } finally {
      unanswered -= 1;
    }
  }

  return {
    notify(owner, body, listener) {
      call(owner, body).then(
        (id) => {
          const key = keyOf(owner, id);
          listeners.set(key, listener);
          const mine = early.filter((told) => told.key === key);
          early = unanswered === 0 ? [] : early.filter((told) => told.key !== key);
          listener({ kind: 'standing', id });
          for (const told of mine) tell(told);
        },
        (error: unknown) => listener({ kind: 'refused', error }),
      );
    },
    close(owner, id) {
      listeners.delete(keyOf(owner, id));
      // An error means that it is gone already.
      bus.call(method(owner, 'CloseNotification', 'u', [id])).catch(() => {});
    },
  };
}

function method(owner: string, member: string, signature: string, body: readonly unknown[]) {
  const where = { destination: owner, path: servicePath, interface: serviceName };
  return { ...where, member, signature, body };
}

function keyOf(owner: string, id: number): string {
  return `${owner} ${id}`;
}

/** Null for a signal that is none of these, or malformed. `ActivationToken` is of no use to Suzu. */
function readSignal(body: readonly unknown[], { sender, member }: SignalOrigin): Told | null {
  if (member === 'NotificationClosed') {
    const parsed = v.safeParse(aboutId, body);
    if (!parsed.success) return null;
    return { key: keyOf(sender, parsed.output[0]), event: { kind: 'closed' } };
  }
  const parsed = v.safeParse(aboutText, body);
  if (!parsed.success) return null;
  const [id, text] = parsed.output;
  const key = keyOf(sender, id);
  if (member === 'ActionInvoked') return { key, event: { kind: 'action', key: text } };
  if (member === 'NotificationReplied') return { key, event: { kind: 'replied', text } };
  return null;
}
