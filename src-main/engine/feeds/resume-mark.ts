import type { FeedEvent } from './feed-event.ts';
import { scopeOf } from './notices/scope.ts';
import { parseTemplate, renderTemplate } from './notices/template.ts';

/** How a feed's address says from where to go on. */
export interface ResumeMark {
  /**
   * What an event leaves to go on from; null = nothing, and what was before stays.
   * @param before that, `$mark` in the template; null = there was nothing yet.
   */
  of(event: FeedEvent, before: string | null): string | null;
  /** The address that asks for what came after it. */
  address(url: URL, mark: string): URL;
}

/** Characters; an address of more than 8 kB is taken by few servers, and a mark cut short says something else. */
const longestMark = 1_024;

/** @param value a template; one that cannot be read leaves nothing. */
export function createResumeMark({
  parameter,
  value,
}: {
  readonly parameter: string;
  readonly value: string;
}): ResumeMark {
  const template = parseTemplate(value);
  return {
    of(event, before) {
      if ('problem' in template) return null;
      const mark = renderTemplate(template, scopeOf(event, before), longestMark + 1).trim();
      return mark === '' || mark.length > longestMark ? null : mark;
    },
    address: (url, mark) => withParameter(url, parameter, mark),
  };
}

/** The other parameters stay as they were written: a server may read `%20` and `+` differently. */
function withParameter(url: URL, name: string, value: string): URL {
  const others = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !new URLSearchParams(part).has(name));
  const result = new URL(url);
  result.search = [...others, new URLSearchParams([[name, value]]).toString()].join('&');
  return result;
}
