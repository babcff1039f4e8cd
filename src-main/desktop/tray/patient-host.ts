import type { Clock, Timer } from '../../engine/streaming/clock.ts';

/** How long (ms) after a login the panel may take to come up. */
const patienceMs = 15_000;

/**
 * Passes on whether the desktop shows tray icons. At a login programs start in no order: while Suzu
 * started without a window, a tray that is not there yet is only told of when it stays away.
 */
export function patientHost(
  clock: Clock,
  isPatient: boolean,
  onHost: (isPresent: boolean) => void,
): { readonly onHost: (isPresent: boolean) => void; readonly stop: () => void } {
  let waiting: Timer | null = null;
  let isFirst = isPatient;
  return {
    onHost(isPresent) {
      waiting?.cancel();
      waiting = null;
      if (isFirst && !isPresent) {
        waiting = clock.setTimeout(() => onHost(false), patienceMs);
      } else onHost(isPresent);
      isFirst = false;
    },
    stop: () => waiting?.cancel(),
  };
}
