/** How often something may be made again before it is given up. */
export interface HealingLimits {
  readonly most: number;
  /** Milliseconds. */
  readonly within: number;
}

/** Counts deaths, so that what dies as soon as it is made is not made for ever. */
export interface Healing {
  /** One more death, at that moment of a monotonic clock (ms). Whether to make it again. */
  mayHeal(now: number): boolean;
  /** The user wants another try: nothing is counted any more. */
  reset(): void;
}

export function createHealing({ most, within }: HealingLimits): Healing {
  let deaths: readonly number[] = [];
  return {
    mayHeal(now) {
      deaths = [...deaths.filter((at) => now - at < within), now];
      return deaths.length <= most;
    },
    reset() {
      deaths = [];
    },
  };
}
