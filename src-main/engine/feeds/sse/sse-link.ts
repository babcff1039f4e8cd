import type { AttemptEnd } from '../../streaming/connection.ts';
import type { SocketHandlers } from '../../streaming/socket.ts';
import type { Verdict } from '../../streaming/verdict.ts';
import type { FeedEvent } from '../feed-event.ts';
import type { FeedAccess, FeedLink } from '../feed-link.ts';
import { textPayload } from '../payload.ts';
import { createResumeMark } from '../resume-mark.ts';
import type { StreamBlock } from './event-stream.ts';
import { keepPosition, longestId, readPosition } from './position.ts';
import { readStream } from './read-stream.ts';
import type { SseConnection } from './sse-connection.ts';
import { createStreamRequest } from './stream-request.ts';

/**
 * Ms. Some servers send not even the headers before there is a first event, and browsers wait for that without
 * end; a server that cannot be reached at all is found out much earlier.
 */
const answerWithin = 5 * 60_000;

/**
 * Listens to an event stream as the HTML standard's `EventSource` does. Where that gives up for good, an outage
 * is told from a refusal; and the position outlasts the program.
 */
export function createSseLink(connection: SseConnection, access: FeedAccess): FeedLink {
  const { clock, cursor } = access;
  const resume = connection.resume === null ? null : createResumeMark(connection.resume);
  const request = createStreamRequest(connection, resume, access);
  const wanted = connection.events.length === 0 ? null : new Set(connection.events);
  /** The server's “reconnection time” in ms, which counts until it says another. */
  let reconnectAfter = 0;

  const patiently = (verdict: Verdict): Verdict =>
    verdict.kind === 'refuse'
      ? verdict
      : { ...verdict, notBeforeMs: Math.max(verdict.notBeforeMs ?? 0, reconnectAfter) };

  /** Takes the blocks of one stream. The position goes on once a block is dealt with, and never before. */
  const blockTaker = (onMessage: (event: FeedEvent) => void) => {
    let position = readPosition(cursor);
    return ({ id, event }: StreamBlock) => {
      const ownId = id !== null && id.length <= longestId ? id : null;
      let { mark } = position;
      if (event !== null && (wanted === null || wanted.has(event.name))) {
        const { name, text } = event;
        const message = { name, id: ownId || null, ...textPayload(text), retained: false };
        onMessage(message);
        mark = resume?.of(message, mark) ?? mark;
      }
      const next = { id: ownId ?? position.id, mark };
      if (next.id === position.id && next.mark === position.mark) return;
      position = next;
      keepPosition(cursor, position);
    };
  };

  const attempt = async (
    handlers: SocketHandlers<FeedEvent>,
    signal: AbortSignal,
  ): Promise<Verdict> => {
    const answer = await request.send(readPosition(cursor), signal);
    if (answer.kind !== 'open') return answer;
    if (!signal.aborted) handlers.onOpen();
    return readStream(answer.body, {
      clock,
      signal,
      onAlive: () => handlers.onAlive(),
      onBlock: blockTaker((event) => handlers.onMessage(event)),
      onRetry: (ms) => {
        reconnectAfter = ms;
      },
    });
  };

  return {
    openSocket(handlers) {
      const abort = new AbortController();
      const end = (verdict: Verdict) => {
        if (abort.signal.aborted) return;
        abort.abort();
        handlers.onEnd({ kind: 'judged', verdict: patiently(verdict) });
      };
      attempt(handlers, abort.signal).then(end, (error: unknown) => {
        // None of the stream's: whoever takes its messages failed.
        end({ kind: 'retry', reason: 'closed' });
        throw error;
      });
      return { send: () => {}, ping: () => {}, terminate: () => abort.abort() };
    },
    judge: async (end) => patiently({ kind: 'retry', reason: reasonOf(end) }),
    watch: null,
    silentFor: connection.silentAfter === null ? null : connection.silentAfter * 1_000,
    handshakeFor: answerWithin,
  };
}

/** Its sockets judge their end themselves: only that there was none in time is left. */
function reasonOf(end: AttemptEnd) {
  return end.kind === 'timeout' ? 'handshake-timeout' : 'unreachable';
}
