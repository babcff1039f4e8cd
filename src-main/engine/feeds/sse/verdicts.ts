import { problemOf } from '../../streaming/network-problem.ts';
import type { Verdict, WaitReason } from '../../streaming/verdict.ts';
import { parseRetryAfter } from '../../streaming/ws-socket.ts';
import { httpVerdict } from '../http-verdict.ts';
import type { Answer } from './answer.ts';

export interface AnswerContext {
  /** See `FeedAccess`. */
  readonly isProven: boolean;
  /** There is something to prove oneself with. */
  readonly hasSecrets: boolean;
  /** Ms since the epoch. */
  readonly now: number;
}

/** Null where the answer is an event stream: 200, with the right type; what else the type says does not matter. */
export function answerVerdict(
  { response, place, isElsewhere, isAstray }: Answer,
  { isProven, hasSecrets, now }: AnswerContext,
): Verdict | null {
  const { status, headers } = response;
  const isStream = /^\s*text\/event-stream\s*(?:[;,]|$)/i.test(headers.get('content-type') ?? '');
  if (status === 200 && isStream) return isReadable(headers) ? null : wait('malformed');
  if (status === 204) return { kind: 'refuse', reason: 'feed-over' };
  // 511 says so itself (RFC 6585).
  if (status === 511 || (isElsewhere && isProven && status < 400)) return wait('sign-in-page');
  if (isAstray) return { kind: 'refuse', reason: 'feed-redirects' };
  // It was not shown what the first one would have been.
  if ((status === 401 || status === 403) && place.isAway && hasSecrets) {
    return { kind: 'refuse', reason: 'feed-redirects' };
  }
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), now);
  return httpVerdict({ status, retryAfterMs }, isProven);
}

/**
 * What it means that there was no answer.
 *
 * @param isProven see `FeedAccess`.
 */
export function noAnswerVerdict(error: unknown, isProven: boolean): Verdict {
  const problem = problemOf(error);
  if (problem !== null) return wait(problem);
  if (!codeOf(error).startsWith('HPE_')) return wait('unreachable');
  // No HTTP, or headers without end.
  return isProven ? wait('not-a-feed') : { kind: 'refuse', reason: 'feed-foreign' };
}

/** What it means that an open stream broke off. */
export function brokenVerdict(error: unknown): Verdict {
  return wait(problemOf(error) ?? (isMalformed(error) ? 'malformed' : 'closed'));
}

/** Whether a body comes as it was asked for; other encodings are nobody's to choose. */
function isReadable(headers: Headers): boolean {
  return /^(?:identity|gzip|br)?$/i.test((headers.get('content-encoding') ?? '').trim());
}

/** No chunk where one was announced, or not compressed as it says. What merely stops early was cut off. */
function isMalformed(error: unknown): boolean {
  return (
    /^(?:HPE_INVALID_CHUNK|Z_DATA_ERROR$)/.test(codeOf(error)) ||
    // Brotli's, whose codes are others with each version of Node.
    (error instanceof Error && error.message === 'Decompression failed')
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function wait(reason: WaitReason): Verdict {
  return { kind: 'retry', reason };
}
