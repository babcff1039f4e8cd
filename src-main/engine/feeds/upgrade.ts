import type { AttemptEnd } from '../streaming/connection.ts';
import { problemOfCode } from '../streaming/network-problem.ts';
import type { Verdict } from '../streaming/verdict.ts';
import { brokenHandshake, wrongSubprotocol } from '../streaming/ws-socket.ts';
import { httpVerdict } from './http-verdict.ts';

/** What `FeedAccess.agent` wants to know of an address with `ws:` or `wss:`. */
export function upgradeOrigin(url: string): string {
  return new URL(url).origin.replace(/^ws/, 'http');
}

/**
 * What it means that a WebSocket did not come up: whatever ends it before its own protocol begins.
 *
 * @param isProven see `httpVerdict`.
 */
export function upgradeVerdict(end: AttemptEnd, isProven: boolean): Verdict {
  switch (end.kind) {
    case 'rejected':
      return httpVerdict(end, isProven);
    case 'error':
      return errorVerdict(end.code, isProven);
    case 'closed':
      return { kind: 'retry', reason: 'closed' };
    case 'timeout':
      return {
        kind: 'retry',
        reason: end.what === 'handshake' ? 'handshake-timeout' : 'not-acknowledged',
      };
  }
}

function errorVerdict(code: string, isProven: boolean): Verdict {
  if (code === wrongSubprotocol) return { kind: 'refuse', reason: 'feed-protocol' };
  // A header that cannot be sent: nothing that the server could change.
  if (code === 'ERR_INVALID_CHAR') return { kind: 'refuse', reason: 'feed-secrets' };
  // No HTTP (`HPE_…` are the codes of Node's parser of it), or a handshake that is none.
  if (code === brokenHandshake || code.startsWith('HPE_')) {
    return isProven
      ? { kind: 'retry', reason: 'not-a-feed' }
      : { kind: 'refuse', reason: 'feed-foreign' };
  }
  return { kind: 'retry', reason: problemOfCode(code) ?? 'unreachable' };
}
