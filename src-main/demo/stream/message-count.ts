import type { World } from '../world/world.ts';

/**
 * Counts what clients send, as far as the server's dialect does: `take` it, `drop` it without a word, or
 * `close` the socket. All of a user's sockets count together.
 */
export function countMessages(world: World): (userId: string) => 'take' | 'drop' | 'close' {
  const counts = new Map<string, { since: number; count: number }>();
  return (userId) => {
    const { messagesPerSecond, messagesBeforeClosing } = world.dialect;
    const now = world.clock.monotonic();
    const before = counts.get(userId);
    const own = before && now - before.since < 1_000 ? before : { since: now, count: 0 };
    own.count += 1;
    counts.set(userId, own);
    if (messagesBeforeClosing !== null && own.count > messagesBeforeClosing) return 'close';
    return messagesPerSecond !== null && own.count > messagesPerSecond ? 'drop' : 'take';
  };
}
