import type { RefusalReason, Verdict, WaitReason } from '../../streaming/verdict.ts';

const retry = (reason: WaitReason): Verdict => ({ kind: 'retry', reason });
const refuse = (reason: RefusalReason): Verdict => ({ kind: 'refuse', reason });

/** What the reason codes of MQTT 5 mean (§2.4), wherever they stand. */
const reasons: ReadonlyMap<number, Verdict> = new Map([
  // Unsupported protocol version.
  [0x84, refuse('feed-protocol')],
  [0x85, refuse('feed-client-id')],
  // Bad user name or password.
  [0x86, refuse('feed-credentials')],
  // Not authorized.
  [0x87, refuse('feed-forbidden')],
  // Server unavailable, busy.
  [0x88, retry('server-error')],
  [0x89, retry('server-error')],
  // Banned.
  [0x8a, refuse('feed-forbidden')],
  // Server shutting down.
  [0x8b, retry('server-error')],
  // Bad authentication method.
  [0x8c, refuse('feed-credentials')],
  // Session taken over.
  [0x8e, refuse('feed-taken')],
  // Topic filter invalid, topic name invalid.
  [0x8f, refuse('feed-forbidden')],
  [0x90, refuse('feed-forbidden')],
  // Message rate too high, quota exceeded.
  [0x96, retry('rate-limited')],
  [0x97, retry('rate-limited')],
  // Use another server, server moved.
  [0x9c, refuse('feed-redirects')],
  [0x9d, refuse('feed-redirects')],
  // Shared subscriptions not supported.
  [0x9e, refuse('feed-forbidden')],
  // Connection rate exceeded.
  [0x9f, retry('rate-limited')],
  // Wildcard subscriptions not supported.
  [0xa2, refuse('feed-forbidden')],
]);

/** What 3.1.1 has in their place (§3.2.2.3); brokers that do not know MQTT 5 answer so, too. */
const oldReasons: ReadonlyMap<number, Verdict> = new Map([
  [1, refuse('feed-protocol')],
  [2, refuse('feed-client-id')],
  [3, retry('server-error')],
  [4, refuse('feed-credentials')],
  [5, refuse('feed-credentials')],
]);

/** What it means that a broker does not let us in. */
export function connackVerdict(code: number): Verdict {
  // Mosquitto says so to a wrong password.
  if (code === 0x87) return refuse('feed-credentials');
  return oldReasons.get(code) ?? reasons.get(code) ?? retry('rejected');
}

/** What it means that a broker does not give a topic. In 3.1.1 all it says is 0x80. */
export function subackVerdict(code: number): Verdict {
  return reasons.get(code) ?? refuse('feed-forbidden');
}

/** What it means that a broker says goodbye, which it does in MQTT 5 alone. */
export function disconnectVerdict(code: number): Verdict {
  return reasons.get(code) ?? retry('closed');
}
