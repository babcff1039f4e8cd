/** Whether something is so; null while nobody tells. */
export type Told = boolean | null;

/**
 * One thing that may be so on this desktop. Followed, it calls back with what is told, from the moment
 * it is known; until then it counts as null. Returns what ends the following.
 */
export type Fact = (tell: (told: Told) => void) => () => void;

/** What the first of these tells that tells anything: the order says whom to trust. */
export function firstTold(facts: readonly Fact[]): Fact {
  return combined(facts, (all) => all.find((told) => told !== null) ?? null);
}

/** So as soon as one of these says so, and not so when those that tell all say no. */
export function anyTold(facts: readonly Fact[]): Fact {
  return combined(facts, (all) => (all.includes(true) ? true : all.includes(false) ? false : null));
}

function combined(facts: readonly Fact[], combine: (all: readonly Told[]) => Told): Fact {
  return (tell) => {
    const all: Told[] = facts.map(() => null);
    const ends = facts.map((follow, index) =>
      follow((told) => {
        all[index] = told;
        tell(combine(all));
      }),
    );
    return () => {
      for (const end of ends) end();
    };
  };
}
