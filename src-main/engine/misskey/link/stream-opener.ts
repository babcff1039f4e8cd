import type { Agent } from 'node:http';
import type { OpenSocket } from '../../streaming/socket.ts';
import { readText, wsSocketOpener } from '../../streaming/ws-socket.ts';

/**
 * A frame larger than this (bytes) ends the socket; what it carried is caught up. Misskey's largest
 * ones, a note with everything in it, stay under 100 KB; `registryUpdated` may reach a few MB.
 */
const largestFrame = 8 * 1024 * 1024;

/**
 * Opens the stream of an account, or of a guest without a token. The path matters to proxies only (PROTOCOL §1), and the token goes
 * in the header, which wins over the query and stands in no log.
 *
 * @param agentFor opens the connections to a server, asked at each attempt; left out = straight.
 */
export function streamOpener(
  userAgent: string,
  agentFor?: ((origin: string) => Agent) | undefined,
) {
  return (origin: string, token: string | null): OpenSocket =>
    wsSocketOpener({
      url: () => `${origin.replace(/^http/, 'ws')}/streaming`,
      headers: () => ({
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        'user-agent': userAgent,
      }),
      ...(agentFor === undefined ? {} : { agent: () => agentFor(origin) }),
      maxPayloadBytes: largestFrame,
      read: readText,
    });
}
