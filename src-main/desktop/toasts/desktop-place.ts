import type { Log } from '../../engine/log.ts';
import type { Clock, Timer } from '../../engine/streaming/clock.ts';
import { BusError } from '../bus/session-bus.ts';
import { defaultAction, inlineReplyAction, notifyBody } from './freedesktop-notify.ts';
import type { NotificationClient, NotificationEvent } from './notification-client.ts';
import type { NotificationService, ReadyService, ServiceState } from './notification-service.ts';
import type { RaisedToast, Toast, ToastBackend, ToastEvents, ToastFailure } from './toast.ts';

export interface DesktopPlaceParts {
  readonly client: NotificationClient;
  readonly service: NotificationService;
  readonly clock: Clock;
  readonly log: Log;
  /** Shows the toasts while there is no bus. */
  readonly fallback: ToastBackend;
  /** What a click on a toast does, in words of the current language. */
  readonly openLabel: () => string;
}

/** How long (ms) a service that is ready may take to say that it shows a toast. */
export const confirmWithinMs = 5_000;

/** What is to stand in a place. */
interface Showing {
  readonly toast: Toast;
  readonly events: ToastEvents;
  /** Null until it is known what the service can do. */
  service: ReadyService | null;
  confirming: Timer | null;
  /** Whether the service, which was found gone, was looked for again. */
  again: boolean;
}

interface Standing {
  readonly owner: string;
  /** The service's own. */
  readonly id: number;
  readonly showing: Showing;
}

const serviceFailures = {
  absent: 'no-notification-service',
  silent: 'notification-service-silent',
} as const satisfies Record<string, ToastFailure>;

/** The bus knows no such service, so it has not seen the toast. */
const notDelivered: readonly string[] = [
  'org.freedesktop.DBus.Error.ServiceUnknown',
  'org.freedesktop.DBus.Error.NameHasNoOwner',
];
/** The service went, or the bus gave it up, before it answered. */
const notAnswered = 'org.freedesktop.DBus.Error.NoReply';

/**
 * A place on a Linux desktop, which the toasts of one id take one after the other. The service is
 * given one at a time: only its answer tells the id that the next one replaces.
 */
export class DesktopPlace implements RaisedToast {
  readonly #parts: DesktopPlaceParts;
  #showing: Showing | null = null;
  /** What the service was given and has not answered. */
  #given: Showing | null = null;
  /** What the service has in this place. */
  #standing: Standing | null = null;
  /** Where the fallback shows it. */
  #elsewhere: RaisedToast | null = null;

  constructor(parts: DesktopPlaceParts) {
    this.#parts = parts;
  }

  replace(toast: Toast, events: ToastEvents): this {
    this.#end();
    const showing = { toast, events, service: null, confirming: null, again: false };
    this.#showing = showing;
    this.#bring(showing);
    return this;
  }

  close(): void {
    this.#end();
    this.#clear();
  }

  /** Nothing is to stand here any more. */
  #end(): void {
    this.#showing?.confirming?.cancel();
    this.#showing = null;
    this.#elsewhere?.close();
    this.#elsewhere = null;
  }

  /** Takes off what stands here; what the service has not answered goes when it does. */
  #clear(): void {
    const { client } = this.#parts;
    if (this.#standing !== null) client.close(this.#standing.owner, this.#standing.id);
    this.#standing = null;
  }

  #bring(showing: Showing): void {
    const state = this.#parts.service.state();
    if (!(state instanceof Promise)) this.#proceed(showing, state);
    else void state.then((known) => this.#proceed(showing, known));
  }

  #proceed(showing: Showing, state: ServiceState): void {
    if (this.#showing !== showing) return;
    if (state.kind === 'unknown') this.#showElsewhere(showing);
    else if (state.kind !== 'ready') this.#fail(showing, serviceFailures[state.kind]);
    else {
      showing.service = state;
      showing.confirming ??= this.#parts.clock.setTimeout(
        () => this.#fail(showing, serviceFailures.silent),
        confirmWithinMs,
      );
      this.#give();
    }
  }

  #showElsewhere(showing: Showing): void {
    showing.confirming?.cancel();
    this.#elsewhere = this.#parts.fallback.raise(showing.toast, showing.events);
  }

  #fail(showing: Showing, reason: string): void {
    if (this.#showing !== showing) return;
    this.#end();
    showing.events.onFailed(reason);
  }

  /** Gives the service what is to stand here, once it has answered what it was given before. */
  #give(): void {
    const { client, openLabel } = this.#parts;
    const showing = this.#showing;
    const service = showing?.service;
    if (this.#given !== null || !showing || !service) return;
    const replaces = this.#standing?.owner === service.owner ? this.#standing.id : 0;
    try {
      const body = notifyBody(showing.toast, service, replaces, openLabel());
      this.#given = showing;
      client.notify(service.owner, body, (event) => this.#hear(service.owner, showing, event));
    } catch (error) {
      this.#fail(showing, String(error));
    }
  }

  #hear(owner: string, showing: Showing, event: NotificationEvent): void {
    if (event.kind === 'standing') this.#onStanding({ owner, id: event.id, showing });
    else if (event.kind === 'refused') this.#onRefused(showing, event.error);
    else if (event.kind === 'closed') this.#onClosed();
    else this.#onAnswer(event);
  }

  #onStanding(standing: Standing): void {
    const { showing } = standing;
    this.#given = null;
    // Services that do not replace leave the earlier one where it is.
    if (this.#standing !== null && this.#standing.id !== standing.id) this.#clear();
    this.#standing = standing;
    if (this.#showing === null) this.#clear();
    else if (this.#showing !== showing) this.#give();
    else {
      showing.confirming?.cancel();
      showing.events.onShown();
    }
  }

  #onRefused(showing: Showing, error: unknown): void {
    this.#given = null;
    if (this.#showing !== showing) {
      this.#give();
      return;
    }
    const { code, errorName } =
      error instanceof BusError ? error : { code: 'refused', errorName: '' };
    if (code === 'no-bus') this.#showElsewhere(showing);
    else if (notDelivered.includes(errorName) && !showing.again) {
      showing.again = true;
      this.#bring(showing);
    } else {
      this.#parts.log.warn('The notification service refused a toast', { error: String(error) });
      this.#fail(showing, failureOf(errorName));
    }
  }

  #onClosed(): void {
    const showing = this.#standing?.showing;
    this.#standing = null;
    // Where another is to take the place already, that one comes all the same.
    if (showing === undefined || showing !== this.#showing) return;
    this.#end();
    showing.events.onClosed();
  }

  #onAnswer(event: Extract<NotificationEvent, { kind: 'action' | 'replied' }>): void {
    const showing = this.#showing;
    if (showing === null) return;
    const tell = answerTo(showing, event);
    if (tell === null) return;
    // Some services leave it standing, buttons and all.
    this.close();
    tell();
  }
}

/** What an answer says of a toast; null for one that the toast does not offer. */
function answerTo(
  { toast, events }: Showing,
  event: Extract<NotificationEvent, { kind: 'action' | 'replied' }>,
): (() => void) | null {
  if (event.kind === 'replied') return () => events.onReplied(event.text);
  if (event.key === defaultAction) return () => events.onClicked();
  const action = toast.actions?.find(
    ({ id, typed }) => id === event.key || (typed !== undefined && event.key === inlineReplyAction),
  );
  return action === undefined ? null : () => events.onAction(action.id);
}

function failureOf(errorName: string): string {
  if (notDelivered.includes(errorName)) return serviceFailures.absent;
  if (errorName === notAnswered) return serviceFailures.silent;
  return errorName === '' ? ('refused' satisfies ToastFailure) : errorName;
}
