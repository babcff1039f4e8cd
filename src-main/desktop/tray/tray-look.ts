import type { Messages } from '../../engine/messages/index.ts';
import type { Locale } from '../../ipc/contract.ts';
import { formatPauseEnd } from './pause-time.ts';
import type { TrayLook } from './tray.ts';
import { trayIconState, trayTooltip } from './tray-icon.ts';
import { type TrayMenuModel, trayMenu } from './tray-menu.ts';

/** What the icon, its tooltip and its menu say about `model`. `now`: milliseconds since the epoch. */
export function trayLook(
  model: TrayMenuModel,
  { tray: words }: Messages,
  locale: Locale,
  now: number,
): TrayLook {
  const formatTime = (at: number) => formatPauseEnd(at, now, locale);
  return {
    state: trayIconState(model),
    tooltip: trayTooltip(model, words, formatTime),
    menu: trayMenu(model, words, formatTime),
  };
}
