import type { DesktopState } from '../notices/desktop-state.ts';
import type { SavingSettings } from './settings.ts';

/** Why to load no pictures by itself and to capture fewer notes; null = no reason. */
export function savingReason(
  { onBattery, onMetered }: SavingSettings,
  desktop: Pick<DesktopState, 'onBattery' | 'metered'>,
): 'battery' | 'metered' | null {
  // Of two reasons, the one that costs money is named.
  if (onMetered && desktop.metered === true) return 'metered';
  return onBattery && desktop.onBattery === true ? 'battery' : null;
}
