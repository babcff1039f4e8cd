import { busVariant } from '../bus/bus-variant.ts';
import type { ReadyService } from './notification-service.ts';
import type { Toast, ToastAction } from './toast.ts';
import { toastText } from './toast-text.ts';

/** The D-Bus type signature of what `notifyBody` makes. */
export const notifySignature = 'susssasa{sv}i';

/** The key of a click on the toast itself, by the Desktop Notifications Specification. */
export const defaultAction = 'default';
/** The key under which KDE Plasma lets an answer be typed on the toast. */
export const inlineReplyAction = 'inline-reply';

/** Pixels of a toast's picture at its longer side; more only takes longer to send. */
const largestPicture = 64;

const urgencies = { low: 0, normal: 1, critical: 2 } as const;

/** What the desktop's sound theme has for a message that arrives, by the Sound Naming Specification. */
const arrivalSound = 'message-new-instant';

/** The name of Suzu's desktop entry, by which desktops find its icon and the user's settings for it. */
const desktopEntry = 'suzu';

/** As much of Electron's NativeImage as a toast's picture needs. */
export interface Bitmap {
  isEmpty(): boolean;
  /** In pixels. */
  getSize(): { readonly width: number; readonly height: number };
  resize(options: { width?: number; height?: number; quality: 'good' }): Bitmap;
  /** BGRA, premultiplied. */
  toBitmap(): Buffer;
}

/** A toast whose picture can be any bitmap. */
export type PlainToast = Omit<Toast, 'icon'> & { readonly icon: Bitmap | null };

/**
 * The arguments of `Notify`.
 *
 * @param replacesId the service's id of the toast whose place this one takes; 0 = none.
 * @param openLabel what a click does, in words: some desktops show it as a button.
 */
export function notifyBody(
  toast: PlainToast,
  service: ReadyService,
  replacesId: number,
  openLabel: string,
): readonly unknown[] {
  const { title, body } = toastText(toast, service.bodyIsMarkup);
  const buttons = service.hasActions
    ? [defaultAction, openLabel, ...(toast.actions ?? []).flatMap((one) => button(one, service))]
    : [];
  const desktopsChoice = -1;
  return ['Suzu', replacesId, '', title, body, buttons, hints(toast, service), desktopsChoice];
}

function button(action: ToastAction, service: ReadyService): readonly [string, string] {
  return [isTyped(action, service) ? inlineReplyAction : action.id, action.label];
}

function isTyped(action: ToastAction, { hasInlineReply }: ReadyService): boolean {
  return hasInlineReply && action.typed !== undefined;
}

function hints(toast: PlainToast, service: ReadyService): Readonly<Record<string, unknown>> {
  const { icon, urgency = 'normal', category, transient = false, actions = [] } = toast;
  const typed = actions.find((action) => isTyped(action, service))?.typed;
  return {
    'desktop-entry': busVariant('s', desktopEntry),
    urgency: busVariant('y', urgencies[urgency]),
    ...(category === undefined ? {} : { category: busVariant('s', category) }),
    ...(transient ? { transient: busVariant('b', true) } : {}),
    ...soundHint(toast, service),
    ...(typed === undefined
      ? {}
      : {
          'x-kde-reply-placeholder-text': busVariant('s', typed.placeholder),
          'x-kde-reply-submit-button-text': busVariant('s', typed.submit),
        }),
    ...(icon === null || icon.isEmpty() ? {} : { 'image-data': picture(icon) }),
  };
}

/** A service that announces no sounds may have one all the same, which is to be still too. */
function soundHint({ silent = false }: PlainToast, { hasSound }: ReadyService) {
  if (silent) return { 'suppress-sound': busVariant('b', true) };
  return hasSound ? { 'sound-name': busVariant('s', arrivalSound) } : {};
}

/** A picture as the specification has it: width, height, bytes a row, alpha, bits, channels, RGBA. */
function picture(image: Bitmap): unknown {
  const { width, height } = image.getSize();
  const fits = Math.max(width, height) <= largestPicture;
  const side = width >= height ? { width: largestPicture } : { height: largestPicture };
  const small = fits ? image : image.resize({ ...side, quality: 'good' });
  const size = small.getSize();
  const pixels = rgbaOf(small.toBitmap());
  return busVariant('(iiibiiay)', [size.width, size.height, size.width * 4, true, 8, 4, pixels]);
}

/** Electron's bitmaps are BGRA with premultiplied alpha; the desktop takes RGBA without. */
export function rgbaOf(bgra: Uint8Array): Buffer {
  const rgba = Buffer.allocUnsafe(bgra.length);
  for (let i = 0; i < bgra.length; i += 4) {
    const alpha = bgra[i + 3] ?? 0;
    const straight = (value = 0) =>
      alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha));
    rgba[i] = straight(bgra[i + 2]);
    rgba[i + 1] = straight(bgra[i + 1]);
    rgba[i + 2] = straight(bgra[i]);
    rgba[i + 3] = alpha;
  }
  return rgba;
}
