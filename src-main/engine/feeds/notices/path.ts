/** Names that stand for the event itself, whatever it says; `$mark` for what the feed would go on from without it. */
export const eventNames = ['$text', '$name', '$id', '$levels', '$mark'] as const;
export type EventName = (typeof eventNames)[number];

/** One step further into a value: an own property of an object, or an entry of an array. */
export interface Step {
  readonly key: string;
  /** The key as a place in an array, from its end where negative; null where it is none. */
  readonly index: number | null;
}

/** Where something stands in an event. */
export interface Path {
  /** Null: in what the event says as JSON. */
  readonly of: EventName | null;
  readonly steps: readonly Step[];
}

export function isEventName(name: string): name is EventName {
  return eventNames.some((known) => known === name);
}

export function stepOf(key: string): Step {
  return { key, index: /^-?\d{1,9}$/.test(key) ? Number(key) : null };
}

/** A key that needs no quotes: nothing in it means something in a template. */
export const bareKey = /[^\s.[\]{}|&:"]+/y;

/** A path as it is written in a template: the shortest way that reads as the same. */
export function pathText({ of, steps }: Path): string {
  return steps.reduce((before, step) => before + stepText(step, before === ''), of ?? '');
}

function stepText({ key, index }: Step, isFirst: boolean): string {
  if (index !== null && !isFirst) return `[${key}]`;
  bareKey.lastIndex = 0;
  // A dollar in front would make it a name of the event's.
  const isBare = bareKey.exec(key)?.[0] === key && !(isFirst && key.startsWith('$'));
  if (!isBare) return `[${JSON.stringify(key)}]`;
  return isFirst ? key : `.${key}`;
}
