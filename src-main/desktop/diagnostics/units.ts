/** A moment (milliseconds since the epoch) by the calendar of a language. */
export function timeWords(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** An amount of data, such as `1.2 MB`. */
export function sizeWords(bytes: number, locale: string): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1_000 ** step);
}

/** How long something has lasted, such as `3 h 12 min`. */
export function durationWords(ms: number, locale: string): string {
  const minutes = Math.floor(ms / 60_000);
  const part = (value: number, unit: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor((minutes % 1_440) / 60);
  const parts = [
    ...(days > 0 ? [part(days, 'day')] : []),
    ...(hours > 0 ? [part(hours, 'hour')] : []),
    ...(days === 0 ? [part(minutes % 60, 'minute')] : []),
  ];
  return parts.join(' ');
}
