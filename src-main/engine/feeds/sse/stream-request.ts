import type { Verdict } from '../../streaming/verdict.ts';
import type { FeedAccess } from '../feed-link.ts';
import { requestHeaders } from '../request-headers.ts';
import type { ResumeMark } from '../resume-mark.ts';
import { type Answer, askAt, type Place } from './answer.ts';
import { createCookies } from './cookies.ts';
import { isHeaderValue, lastEventId, type Position } from './position.ts';
import type { SseConnection } from './sse-connection.ts';
import { answerVerdict, noAnswerVerdict } from './verdicts.ts';

/** Asks for the stream, again and again; what the server told meanwhile is remembered for the run. */
export interface StreamRequest {
  /** Resolves to the open stream, or to what the answer means instead; never rejects. */
  send(from: Position, signal: AbortSignal): Promise<OpenStream | Verdict>;
}

export interface OpenStream {
  readonly kind: 'open';
  readonly body: ReadableStream<Uint8Array>;
}

export function createStreamRequest(
  connection: SseConnection,
  resume: ResumeMark | null,
  access: FeedAccess,
): StreamRequest {
  const { clock, isProven, secrets, streamFetch, userAgent } = access;
  const home = new URL(connection.url);
  const cookies = createCookies(clock.now);
  const { 'accept-encoding': _decodedHere, ...own } = requestHeaders(secrets, userAgent);
  const given = own['cookie'] ?? null;
  const hasSecrets = Object.keys(own).some((name) => name !== 'user-agent');
  /** Where the server said that the stream is from now on; null = at home. */
  let moved: Place | null = null;

  const startFrom = ({ mark }: Position): Place => {
    const place = moved ?? { url: home, isAway: false };
    return resume === null || mark === ''
      ? place
      : { ...place, url: resume.address(place.url, mark) };
  };
  const headersAt = ({ url, isAway }: Place, from: Position): Readonly<Record<string, string>> => {
    const cookie = isAway ? null : cookies.header(url, given);
    const id = lastEventId(from);
    return {
      ...(isAway ? { 'user-agent': userAgent } : own),
      ...(cookie === null ? {} : { cookie }),
      accept: 'text/event-stream',
      // The first is what Fetch makes of the cache mode “no-store”; the other tells it to caches on the way.
      'cache-control': 'no-cache, no-store',
      ...(id === null ? {} : { 'last-event-id': id }),
    };
  };
  const ask = (from: Position, signal: AbortSignal): Promise<Answer> =>
    askAt(startFrom(from), {
      fetch: streamFetch,
      origin: home.origin,
      headers: (place) => headersAt(place, from),
      onAnswer: ({ url, isAway }, headers) => {
        if (!isAway) cookies.keep(url, headers.getSetCookie());
      },
      signal,
    });

  return {
    async send(from, signal) {
      if (!Object.values(own).every(isHeaderValue)) {
        return { kind: 'refuse', reason: 'feed-secrets' };
      }
      try {
        const answer = await ask(from, signal);
        const context = { isProven: isProven(), hasSecrets, now: clock.now() };
        const verdict = answerVerdict(answer, context);
        const { body } = answer.response;
        // What is not there any more is looked for at home again.
        moved = verdict === null ? (answer.movedTo ?? moved) : null;
        return (
          verdict ?? (body === null ? { kind: 'retry', reason: 'closed' } : { kind: 'open', body })
        );
      } catch (error) {
        moved = null;
        return noAnswerVerdict(error, isProven());
      }
    },
  };
}
