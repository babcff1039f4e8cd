/** Numbers from here on are milliseconds: as seconds they would be after the year 5000. */
const firstMilliseconds = 100_000_000_000;
/** What is older is no time but a mistake: no feed of today tells of it. */
const year2000 = Date.UTC(2000);

/**
 * When something happened, in ms since the epoch: of ISO 8601 (in UTC where it names no zone), or of seconds or
 * milliseconds since the epoch. `now` where the text tells no time, or one that cannot be.
 */
export function eventTime(text: string, now: number): number {
  const time = timeOf(text.trim());
  return time >= year2000 && time <= now ? time : now;
}

function timeOf(text: string): number {
  if (/^\d{1,16}(?:\.\d{1,9})?$/.test(text)) {
    const number = Number(text);
    return Math.floor(number < firstMilliseconds ? number * 1_000 : number);
  }
  const date =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    );
  if (date === null) return Number.NaN;
  const [, day = '', time = '00:00', zone = 'Z'] = date;
  return Date.parse(`${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()}`);
}
