import { type CrashWatch, watchCrashes } from '../desktop/crash/watch-crashes.ts';
import { SuzuWindow } from '../desktop/window/window.ts';
import type { Snapshot } from '../ipc/contract.ts';
import type { HandlersOptions } from '../ipc/handlers.ts';
import { networkView } from '../ipc/views/network-view.ts';
import { WindowFeed } from '../ipc/window-feed.ts';
import type { Later, Parts } from './parts.ts';

/** The window, what it shows, and what is told when it or anything else crashes. */
export interface WindowParts {
  readonly window: SuzuWindow;
  readonly feed: WindowFeed;
  readonly crashes: CrashWatch;
  /** Whether a call comes from the window's own page, which is then told of all that changes. */
  readonly isTrusted: HandlersOptions['isTrusted'];
}

/** Makes the window, which opens once it is asked to. */
export function buildWindow(
  parts: Pick<Parts, 'foundation' | 'notices' | 'system' | 'accounts' | 'feeds' | 'desktop'>,
  later: Later<'diagnostics' | 'entry' | 'tray'>,
): WindowParts {
  const { clock, host, log, profile, settings, locale, messages, safeMode } = parts.foundation;
  const { defects, marker } = parts.foundation;
  const { bell, history } = parts.notices;
  const { network, saving, secrets, surroundings } = parts.system;
  const { accounts, signIn } = parts.accounts;
  const { feeds, presets } = parts.feeds;
  const { images, updates } = parts.desktop;

  /** Whether there is a page that asked for its snapshot, and goes on with patches. */
  let windowHasPage = false;
  const window = new SuzuWindow({
    clock,
    log,
    preload: host.built('preload/preload.cjs'),
    icon: host.asset('toast/bell.png'),
    size: () => profile.get().window,
    rememberSize: ({ width, height }) => profile.change({ window: { width, height } }),
    scale: () => settings().textSize / 100,
    trayBounds: () => later.tray().tray.bounds(),
    onSeen: (isSeen) => accounts.notes.setSeen(isSeen),
    onFocus: (isFocused) => surroundings.setWindowFocused(isFocused),
    onHealed: () => crashes.onWindowHealed(),
    onGivenUp: () => crashes.onWindowGivenUp(),
    onDestroyed: () => {
      windowHasPage = false;
      accounts.timelines.watch([]);
      accounts.notes.watch([]);
      feeds.watch(null);
      feed.windowClosed();
    },
  });
  const feed = new WindowFeed({
    clock,
    accounts,
    feeds,
    presets,
    bell,
    history,
    images,
    messages,
    locale,
    settings,
    secrets: () => secrets.view(),
    desktop: () => later.entry().entry.view(),
    update: () => updates.state,
    signIn: () => signIn.state,
    platform: platformOf(process.platform),
    version: host.version,
    safeMode,
    systemSaysOffline: () => !host.isOnline(),
    network: () => networkView(network.state, saving.reason, messages(), locale()),
    diagnostics: () => later.diagnostics().diagnostics.view(messages(), locale()),
    hasWindow: () => windowHasPage,
    send: (patches) => window.send('suzu:patches', patches),
  });
  const crashes = watchCrashes({
    clock,
    log,
    messages,
    defects,
    run: marker,
    safeMode,
    setBanner: (banner) => feed.setBanner(banner),
    showWindow: () => window.show(),
  });
  return {
    window,
    feed,
    crashes,
    isTrusted: ({ senderFrame }) => {
      const isOwn = window.isOwn(senderFrame);
      windowHasPage ||= isOwn;
      return isOwn;
    },
  };
}

/** The window only tells the three systems apart that Suzu is made for. */
function platformOf(platform: NodeJS.Platform): Snapshot['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}
