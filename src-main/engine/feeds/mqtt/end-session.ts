import type { Clock } from '../../streaming/clock.ts';
import type { FeedLink } from '../feed-link.ts';

/** Ms; then the broker keeps what it has, as it does of a program that is never heard of again. */
const patience = 10_000;

/**
 * Makes a broker forget the session that it keeps: a clean one of the same client takes its place (MQTT 5,
 * §3.1.2.4), and is gone with its connection.
 *
 * @param clean a link to the same broker with the same client id, whose session is not kept.
 * @returns resolves when it is done, or given up.
 */
export function endSession(clean: Pick<FeedLink, 'openSocket'>, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const socket = clean.openSocket({
      onOpen: () => end(),
      onMessage: () => {},
      onAlive: () => {},
      // Also of a broker that lets the client in, and gives it no topic any more: the old session is gone then.
      onEnd: () => end(),
    });
    const timer = clock.setTimeout(() => end(), patience);
    const end = () => {
      timer.cancel();
      socket.terminate();
      resolve();
    };
  });
}
