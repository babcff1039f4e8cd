import { lookup } from 'node:dns';
import { Images } from '../desktop/images/images.ts';
import { publicLookup } from '../desktop/images/public-lookup.ts';
import { toastPictures } from '../desktop/images/toast-picture.ts';
import { isToastSilent, type Sounds } from '../desktop/sound/sounds.ts';
import { startSounds } from '../desktop/sound/start-sounds.ts';
import { ToastRaiser } from '../desktop/toast-raiser.ts';
import { toastBackend } from '../desktop/toasts/toast-backend.ts';
import { createToasts, type Toasts } from '../desktop/toasts/toasts.ts';
import { createUpdates } from '../desktop/updates/create-updates.ts';
import type { Updates } from '../desktop/updates/updates.ts';
import { fetchAs } from '../engine/fetch.ts';
import type { Later, Parts } from './parts.ts';
import { passToastResult } from './toast-results.ts';

/** What is seen and heard on the desktop, besides the window and the tray. */
export interface DesktopParts {
  readonly images: Images;
  readonly toasts: Toasts;
  readonly sounds: Sounds;
  /** Raises the bell's toasts, with their pictures. */
  readonly raiser: Pick<ToastRaiser<unknown>, 'raise' | 'close'>;
  readonly updates: Updates;
}

/** Makes pictures, toasts, sounds and updates. */
export function buildDesktop(
  parts: Pick<Parts, 'foundation' | 'notices' | 'system' | 'accounts' | 'feeds'>,
  later: Later<'window' | 'diagnostics' | 'commands' | 'tray'>,
): DesktopParts {
  const { clock, host, log, messages, settings } = parts.foundation;
  const { bell } = parts.notices;
  const feed = () => later.window().feed;

  const images = buildImages(parts);
  const toasts = createToasts({
    backend: toastBackend({
      platform: process.platform,
      bus: parts.system.bus,
      notifications: host.notifications,
      clock,
      log,
      openLabel: () => messages().toast.open,
    }),
    log,
    onResult: (result) => {
      const { diagnostics } = later.diagnostics();
      const { answerer, openTarget } = later.commands();
      passToastResult(result, { diagnostics, answerer, bell, openTarget });
    },
  });
  const sounds = startSounds({
    bell: host.asset('sounds/bell.wav'),
    messages,
    volume: () => settings().sound.volume,
    showSample: (toast) =>
      toasts.show({ ...toast, id: 'sample-sound', icon: null, transient: true }),
    onProblem: (text) => {
      if (text === null) feed().removeBanner('sound');
      else feed().setBanner({ id: 'sound', severity: 'warning', text });
    },
  });
  const toastPicture = toastPictures(host.built('main/webp_dec.wasm'));
  const raiser = new ToastRaiser({
    clock,
    picture: async (url) => {
      const picture = await images.fetch(url);
      return picture && toastPicture(picture);
    },
    show: ({ id, title, body, sound, urgency, answerable }, icon) => {
      toasts.show({
        id,
        title,
        body,
        icon,
        silent: isToastSilent(sound),
        urgency,
        ...(answerable ? later.commands().answerer.extras(id) : {}),
      });
      sounds.ring(sound);
    },
    close: (id) => toasts.close(id),
    onTakenBack: (id) => bell.onToastResult({ id, result: 'closed', reason: 'read' }),
  });
  const updates = createUpdates({
    settings,
    clock,
    log,
    onChange: () => {
      feed().updateChanged();
      later.tray().tray.update();
    },
  });
  return { images, toasts, sounds, raiser, updates };
}

/** Pictures and media: from the servers of the user's accounts and feeds by any way, from others at public addresses only. */
function buildImages({
  foundation: { clock, userAgent },
  system: { network, saving },
  accounts: { accounts },
  feeds: { feeds },
}: Pick<Parts, 'foundation' | 'system' | 'accounts' | 'feeds'>): Images {
  const isOwnServer = (host: string) =>
    accounts.all().some(({ stored }) => new URL(stored.origin).host === host) ||
    feeds.all().some(({ stored }) => new URL(stored.connection.url).host === host);
  return new Images({
    fetch: fetchAs(
      userAgent,
      network.mediaFetch((host) => (isOwnServer(host) ? lookup : publicLookup(lookup))),
    ),
    clock,
    isOwnServer,
    originOf: (accountId) => accounts.get(accountId)?.stored.origin ?? null,
    isSaving: () => saving.reason !== null,
  });
}
