/** How long the user wants quiet. */
export type PauseChoice = '30-minutes' | '1-hour' | 'until-tomorrow' | 'resume';

const minute = 60_000;

/** When a pause that begins `now` ends, in milliseconds since the epoch; null = at once. */
export function pauseEnd(choice: PauseChoice, now: number): number | null {
  switch (choice) {
    case '30-minutes':
      return now + 30 * minute;
    case '1-hour':
      return now + 60 * minute;
    case 'until-tomorrow': {
      // Tomorrow begins with the morning, by the user's own clock.
      const morning = new Date(now);
      morning.setDate(morning.getDate() + 1);
      morning.setHours(8, 0, 0, 0);
      return morning.getTime();
    }
    case 'resume':
      return null;
  }
}
