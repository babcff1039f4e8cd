import {
  canonicalTimeline,
  plainTimeline,
  type TimelineKey,
  type TimelineSpec,
  type TimelineSwitches,
  timelineKey,
} from './timelines.ts';

/** A timeline in an account's list of timelines. */
export interface Pin {
  readonly spec: TimelineSpec;
  /** The list's, antenna's, channel's or role's name as the server last said; null for the other kinds. */
  readonly name: string | null;
}

export type Pins = readonly Pin[];

/** What became of the list; `key` names the timeline that was asked for. */
export interface Pinned {
  readonly pins: Pins;
  readonly key: TimelineKey;
}

/** Keys cross to the window and back, where longer ones are refused; only a heap of tags comes near. */
const longestKey = 512;

/** The timelines that a new account begins with; those that its server forbids are not shown. */
export const startingPins: Pins = (['home', 'local', 'social', 'global', 'bubble'] as const).map(
  (kind) => ({ spec: plainTimeline(kind), name: null }),
);

/** The timelines that a guest begins with. */
export const guestPins: Pins = (['local', 'global', 'bubble'] as const).map((kind) => ({
  spec: plainTimeline(kind),
  name: null,
}));

export function pinKey({ spec }: Pin): TimelineKey {
  return timelineKey(spec);
}

export function findPin(pins: Pins, key: TimelineKey): Pin | undefined {
  return pins.find((pin) => pinKey(pin) === key);
}

/** Adds a timeline at the end; one that is there already stays. Null when it names nothing, or too much. */
export function addPin(pins: Pins, wanted: Pin): Pinned | null {
  const spec = canonicalTimeline(wanted.spec);
  if (spec === null) return null;
  const key = timelineKey(spec);
  if (key.length > longestKey) return null;
  if (findPin(pins, key) !== undefined) return { pins, key };
  return { pins: [...pins, { ...wanted, spec }], key };
}

/**
 * Changes the switches of a pinned timeline where it stands. Where the account has the result already,
 * the two become that one. Null when the timeline is not pinned.
 */
export function switchPin(pins: Pins, key: TimelineKey, switches: TimelineSwitches): Pinned | null {
  const pin = findPin(pins, key);
  if (pin === undefined) return null;
  const wanted = { ...pin, spec: { ...pin.spec, switches: newest(pin.spec.switches, switches) } };
  const spec = canonicalTimeline(wanted.spec);
  if (spec === null) return null;
  const newKey = timelineKey(spec);
  if (newKey === key) return { pins, key };
  const others = pins.filter((one) => one === pin || pinKey(one) !== newKey);
  return {
    pins: others.map((one) => (one === pin ? { ...pin, spec } : one)),
    key: newKey,
  };
}

/** Takes a timeline away; null when it is the last of those that `isShown`. */
export function removePin(
  pins: Pins,
  key: TimelineKey,
  isShown: (pin: Pin) => boolean,
): Pins | null {
  const rest = pins.filter((pin) => pinKey(pin) !== key);
  return rest.some(isShown) ? rest : null;
}

/**
 * Moves a timeline to another place.
 * @param index counted from 0 among those that `isShown`; one too large means the end.
 */
export function movePin(
  pins: Pins,
  key: TimelineKey,
  index: number,
  isShown: (pin: Pin) => boolean,
): Pins {
  const pin = findPin(pins, key);
  if (pin === undefined) return pins;
  const rest = pins.filter((one) => one !== pin);
  const follower = rest.filter(isShown)[index];
  const at = follower === undefined ? rest.length : rest.indexOf(follower);
  return [...rest.slice(0, at), pin, ...rest.slice(at)];
}

/** The timeline to look at: the chosen one, or the first that is shown where that one is not there. */
export function chosenPin(
  pins: Pins,
  chosen: TimelineKey,
  isShown: (pin: Pin) => boolean,
): Pin | undefined {
  const shown = pins.filter(isShown);
  return findPin(shown, chosen) ?? shown[0];
}

/** The list with the names that the server says now, by the key of the timeline they belong to. */
export function renamePins(pins: Pins, names: ReadonlyMap<TimelineKey, string>): Pins {
  return pins.map((pin) => {
    const name = names.get(subjectKey(pin.spec)) ?? pin.name;
    return name === pin.name ? pin : { ...pin, name };
  });
}

/** The key of what a timeline shows, whatever its switches. */
export function subjectKey(spec: TimelineSpec): TimelineKey {
  return timelineKey(spec).replace(/\?.*$/, '');
}

/** Replies and files exclude each other on servers: the one that was just switched on wins. */
function newest(before: TimelineSwitches, now: TimelineSwitches): TimelineSwitches {
  const both = now.withReplies && now.withFiles;
  return both && before.withFiles ? { ...now, withFiles: false } : now;
}
