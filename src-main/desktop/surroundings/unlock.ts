import type { DesktopWatch } from '../../engine/notices/desktop-state.ts';

/** Calls back each time the screen is unlocked, until the returned function is called. */
export function onUnlock(desktop: DesktopWatch, listener: () => void): () => void {
  let wasLocked = desktop.state.locked === true;
  return desktop.onChange(({ locked }) => {
    const isUnlocked = wasLocked && locked === false;
    wasLocked = locked === true;
    if (isUnlocked) listener();
  });
}
