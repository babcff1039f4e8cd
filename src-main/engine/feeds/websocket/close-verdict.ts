import type { Verdict } from '../../streaming/verdict.ts';

/**
 * What a server means by closing an open WebSocket (RFC 6455, §7.4, and IANA's registry of close codes). Codes of
 * an application's own (from 4000) say nothing to anybody else: they pass like a lost connection.
 *
 * @param isSettled whether it sent anything before, or let Suzu listen for a good while. Such a server is what it
 *   should be, and has only had enough of this connection; any other may not want it at all.
 */
export function closeVerdict(code: number, isSettled: boolean): Verdict {
  switch (code) {
    // Normal closure, going away, service restart.
    case 1000:
    case 1001:
    case 1012:
      return isSettled
        ? { kind: 'retry', reason: 'closed', inGoodOrder: true }
        : { kind: 'retry', reason: 'closed' };
    // It cannot take what it was sent: the subprotocol, or a text that was to be sent once open.
    case 1002:
    case 1003:
    case 1007:
    case 1010:
      return isSettled
        ? { kind: 'retry', reason: 'malformed' }
        : { kind: 'refuse', reason: 'feed-protocol' };
    case 1009:
      return { kind: 'retry', reason: 'too-large' };
    // Policy violation: also what some servers say to a client that they have kept for long.
    case 1008:
      return isSettled
        ? { kind: 'retry', reason: 'rejected' }
        : { kind: 'refuse', reason: 'feed-forbidden' };
    // Internal error, and a proxy's bad gateway.
    case 1011:
    case 1014:
      return { kind: 'retry', reason: 'server-error' };
    case 1013:
      return { kind: 'retry', reason: 'server-error', notBeforeMs: overloadedFor };
    case 3000:
      return { kind: 'refuse', reason: 'feed-credentials' };
    case 3003:
      return { kind: 'refuse', reason: 'feed-forbidden' };
    default:
      return { kind: 'retry', reason: 'closed' };
  }
}

/** Ms; a server that says “try again later” does not say how much later. */
const overloadedFor = 30_000;

/** What it means that a frame broke the rules, by the code of `ws`; null for other errors. */
export function frameVerdict(code: string): Verdict | null {
  if (!code.startsWith('WS_ERR_')) return null;
  return { kind: 'retry', reason: tooMuch.has(code) ? 'too-large' : 'malformed' };
}

const tooMuch: ReadonlySet<string> = new Set([
  'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH',
  'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH',
  'WS_ERR_TOO_MANY_BUFFERED_PARTS',
]);
