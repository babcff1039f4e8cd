import type { MfmFn } from 'mfm-js';

/** What stands behind the name of a function: `$[spin.left,speed=2s …]`. All of it is a stranger's. */
export type FnArgs = MfmFn['props']['args'];

/** An argument's value; null where it is missing or without one. */
function valueArg(args: FnArgs, name: string): string | null {
  const value = Object.hasOwn(args, name) ? args[name] : undefined;
  return typeof value === 'string' ? value : null;
}

/** Whether an argument is given, with a value or without. */
export function hasArg(args: FnArgs, name: string): boolean {
  return Object.hasOwn(args, name);
}

/** A decimal number within a range; `otherwise` where none is given. */
export function numberArg(
  args: FnArgs,
  name: string,
  otherwise: number,
  [least, most]: readonly [number, number],
): number {
  const value = valueArg(args, name);
  if (value === null || !/^-?(?:\d+\.?\d*|\.\d+)$/.test(value)) return otherwise;
  return Math.min(most, Math.max(least, Number(value)));
}

/** Slower than this nobody waits for, and quicker than this it flickers; in seconds. */
const speeds = [0.25, 60] as const;
const delays = [-60, 60] as const;

/** How long one round of a motion takes, in seconds; 0 = it stands still. */
export function speedArg(args: FnArgs, otherwise: number): number {
  const seconds = secondsArg(args, 'speed') ?? otherwise;
  if (seconds <= 0) return seconds === 0 ? 0 : otherwise;
  return Math.min(speeds[1], Math.max(speeds[0], seconds));
}

/** How much later a motion begins than it would, in seconds; negative = in the middle of it. */
export function delayArg(args: FnArgs): number {
  return Math.min(delays[1], Math.max(delays[0], secondsArg(args, 'delay') ?? 0));
}

/** A colour as CSS writes it, from `f00`, `f00c`, `ff0000` or `ff0000cc`; null for anything else. */
export function colorArg(args: FnArgs, name: string): string | null {
  const value = valueArg(args, name);
  const isColor = value !== null && /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value);
  return isColor ? `#${value}` : null;
}

/** One of the words that an argument may be; null for anything else. */
export function wordArg<Word extends string>(
  args: FnArgs,
  name: string,
  words: readonly Word[],
): Word | null {
  const value = valueArg(args, name);
  return words.find((word) => word === value) ?? null;
}

function secondsArg(args: FnArgs, name: string): number | null {
  const value = valueArg(args, name);
  const [, seconds] = /^(-?(?:\d+\.?\d*|\.\d+))s$/.exec(value ?? '') ?? [];
  return seconds === undefined ? null : Number(seconds);
}
