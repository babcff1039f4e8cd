import type { Locale } from '../../src-main/ipc/contract.ts';

const second = 1000;
const steps = [
  ['year', 365.25 * 24 * 60 * 60 * second],
  ['month', 30.44 * 24 * 60 * 60 * second],
  ['day', 24 * 60 * 60 * second],
  ['hour', 60 * 60 * second],
  ['minute', 60 * second],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/**
 * How far away a moment is in whole words, past or to come: "in 3 days", "2 years ago".
 *
 * @param at milliseconds since the epoch
 * @param now milliseconds since the epoch
 */
export function distanceText(at: number, now: number, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const distance = at - now;
  const [unit, length] = steps.find(([, least]) => Math.abs(distance) >= least) ?? [
    'second',
    second,
  ];
  return format.format(Math.trunc(distance / length), unit);
}
