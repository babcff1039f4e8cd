import type { Parts } from './parts.ts';

/** Ends everything, each after what may still ask for it. */
export function stopAll(parts: Parts): void {
  const { keeper, bell } = parts.notices;
  const { accounts, signIn, demo } = parts.accounts;
  const { feeds } = parts.feeds;
  const { sounds, toasts, updates } = parts.desktop;
  const { bus, surroundings } = parts.system;
  // Nobody would hear the buttons of toasts that stay.
  toasts.closeAll();
  accounts.stop();
  feeds.stop();
  signIn.cancel();
  bell.stop();
  keeper.stop();
  updates.stop();
  parts.entry.entry.stop();
  parts.tray.stop();
  parts.foundation.profile.backUp();
  surroundings.stop();
  sounds.stop();
  bus.stop();
  parts.window.window.destroy();
  void demo.stop();
}
