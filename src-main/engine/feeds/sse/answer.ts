import type { Fetch } from '../../fetch.ts';
import { isSignInPage } from '../../misskey/api/sign-in-page.ts';

/** An address to ask at. */
export interface Place {
  readonly url: URL;
  /** Whether the way there has led to another origin: what proves who asks is not for that one to see or use. */
  readonly isAway: boolean;
}

/** What the last server on the way answered. */
export interface Answer {
  /** Not a redirect that could be followed. */
  readonly response: Response;
  readonly place: Place;
  /** Where redirects that are meant to last have led; null = nowhere. */
  readonly movedTo: Place | null;
  /** The way led to another site, as it does in a network that wants somebody to sign in to it. */
  readonly isElsewhere: boolean;
  /** There were more redirects than are followed, or one to where none is. */
  readonly isAstray: boolean;
}

export interface AnswerOptions {
  readonly fetch: Fetch;
  /** The feed's own address. */
  readonly origin: string;
  readonly headers: (place: Place) => Readonly<Record<string, string>>;
  /** Hears of each answer, redirects included. */
  readonly onAnswer: (place: Place, headers: Headers) => void;
  readonly signal: AbortSignal;
}

const mostRedirects = 10;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const lasting: ReadonlySet<number> = new Set([301, 308]);

/** Asks at a place and follows redirects. Rejects with whatever `fetch` rejects with. */
export async function askAt(start: Place, options: AnswerOptions): Promise<Answer> {
  const { fetch, origin, headers, onAnswer, signal } = options;
  let place = start;
  let movedTo: Place | null = null;
  let isLasting = true;
  let isElsewhere = false;
  for (let followed = 0; ; followed += 1) {
    const response = await fetch(place.url.href, {
      headers: headers(place),
      redirect: 'manual',
      signal,
    });
    onAnswer(place, response.headers);
    isElsewhere ||= isSignInPage(response, origin);
    const location = redirects.has(response.status) ? response.headers.get('location') : null;
    if (location === null) return { response, place, movedTo, isElsewhere, isAstray: false };
    const next = nextPlace(place, location);
    if (next === null || followed === mostRedirects) {
      return { response, place, movedTo, isElsewhere, isAstray: true };
    }
    isLasting &&= lasting.has(response.status);
    if (isLasting) movedTo = next;
    // Nobody reads what a redirect says besides, and it would keep its connection.
    await response.body?.cancel();
    place = next;
  }
}

/** Null where Suzu does not follow: off the web, into the open, or with a name and a password of somebody's. */
function nextPlace(from: Place, location: string): Place | null {
  if (!URL.canParse(location, from.url.href)) return null;
  const url = new URL(location, from.url.href);
  if (url.protocol !== 'https:' && (url.protocol !== 'http:' || from.url.protocol === 'https:')) {
    return null;
  }
  if (url.username !== '' || url.password !== '') return null;
  return { url, isAway: from.isAway || url.origin !== from.url.origin };
}
