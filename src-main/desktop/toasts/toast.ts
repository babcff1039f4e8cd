import type { NativeImage } from 'electron';

/** A toast to show. */
export interface Toast {
  /** Names it in results and in `close`; showing another one with the same id replaces it. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly icon: NativeImage | null;
  /** Without the desktop's sound. */
  readonly silent?: boolean;
  readonly urgency?: 'low' | 'normal' | 'critical';
  /** Of no use later: the desktop keeps no list of it, where it can leave that out. */
  readonly transient?: boolean;
  /** What it is about, by the Desktop Notifications Specification; for the rules of Linux desktops. */
  readonly category?: ToastCategory;
  /** Buttons, in the order to show; a desktop that has none leaves them out. */
  readonly actions?: readonly ToastAction[];
}

export type ToastCategory = 'im.received' | 'presence';

export interface ToastAction {
  /** Names it in results; not `default`, which is the click on the toast itself. */
  readonly id: string;
  readonly label: string;
  /**
   * An answer in words. Where the desktop lets one type on the toast itself it comes as `replied`;
   * elsewhere this is a button like the others. One action of a toast can be such.
   */
  readonly typed?: TypedAnswer;
}

export interface TypedAnswer {
  /** Stands where the answer is typed. */
  readonly placeholder: string;
  /** On the button that sends it. */
  readonly submit: string;
}

/** Why a toast was not shown; a desktop's own words may come instead of these. */
export type ToastFailure =
  /** This system has no notifications. */
  | 'not-supported'
  /** Nothing on this Linux desktop shows notifications. */
  | 'no-notification-service'
  /** The service is there but does not answer. */
  | 'notification-service-silent'
  /** The desktop said neither yes nor no. */
  | 'not-confirmed'
  /** The desktop refused and did not say why. */
  | 'refused';

/**
 * What became of a toast. Each toast gets exactly one `shown` or `failed`, unless it ends before that;
 * after `shown`, at most one of the others.
 */
export type ToastResult =
  | { readonly id: string; readonly result: 'shown' | 'clicked' }
  | { readonly id: string; readonly result: 'failed'; readonly reason: string }
  /** By the user, by the desktop, or by `close`. */
  | { readonly id: string; readonly result: 'closed' }
  | { readonly id: string; readonly result: 'action'; readonly actionId: string }
  | { readonly id: string; readonly result: 'replied'; readonly text: string };

/** What a desktop tells of one toast. Whoever is told keeps to what `ToastResult` promises. */
export interface ToastEvents {
  onShown(): void;
  onFailed(reason: string): void;
  onClosed(): void;
  onClicked(): void;
  onAction(actionId: string): void;
  onReplied(text: string): void;
}

/** A toast that stands on the desktop, or soon will. */
export interface RaisedToast {
  /** Shows another one in its place. Nothing more is told of this one. */
  replace(toast: Toast, events: ToastEvents): RaisedToast;
  /** Takes it off the desktop. Nothing more is told of it. */
  close(): void;
}

/** One way to show toasts. */
export interface ToastBackend {
  /** Never throws; what becomes of it is told, at the earliest during this call. */
  raise(toast: Toast, events: ToastEvents): RaisedToast;
}
