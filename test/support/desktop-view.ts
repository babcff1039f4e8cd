import type { DesktopView } from '../../src-main/ipc/contract.ts';

/** A desktop with nothing set up, and nothing to tell. */
export const plainDesktop: DesktopView = {
  startAtLogin: { choice: 'off', note: null },
  asksStartAtLogin: false,
  shortcuts: { problems: { toggleWindow: null, snooze: null }, note: null },
};
