import type { NetworkProblem } from './network-problem.ts';

/** Why a connection is not up: a word for the log and the trace; the catalogue has the sentence. */
export type WaitReason =
  | 'closed'
  | 'unreachable'
  | 'handshake-timeout'
  | 'not-acknowledged'
  | 'no-pong'
  | 'server-error'
  | 'rate-limited'
  | 'not-misskey'
  | 'rejected'
  /** A feed's server answered with something else than the feed, which it did not do before. */
  | 'not-a-feed'
  /** A message or a line that is larger than Suzu takes. */
  | 'too-large'
  /** What came breaks the rules of its protocol. */
  | 'malformed'
  | NetworkProblem;

/** Why a connection was given up until the user acts. */
export type RefusalReason =
  | 'token-invalid'
  | 'permission-missing'
  | 'suspended'
  | 'not-misskey'
  | 'token-missing'
  /** The server shows nothing to those who are not signed in. */
  | 'guest-refused'
  /** The feed's server wants a name, a password or a token, or others than it got. */
  | 'feed-credentials'
  /** It knows who asks, and does not allow it (this topic, this address). */
  | 'feed-forbidden'
  /** There is nothing at the feed's address. */
  | 'feed-not-found'
  /** What is there is no such feed: a web page, say. */
  | 'feed-foreign'
  /** The server says that there is nothing more to come (204, 410). */
  | 'feed-over'
  /** It leads elsewhere again and again, or to where Suzu does not follow. */
  | 'feed-redirects'
  /** Server and feed speak no common (sub)protocol or version. */
  | 'feed-protocol'
  /** Another program took the session over, which has the same client id. */
  | 'feed-taken'
  /** The server does not take the client id. */
  | 'feed-client-id'
  /** What the feed was given to prove itself with cannot be read. */
  | 'feed-secrets';

/** What a failed or ended connection means. */
export type Verdict =
  | {
      readonly kind: 'retry';
      readonly reason: WaitReason;
      /** Not sooner than after so many ms. */
      readonly notBeforeMs?: number;
      /** The peer ended it in good order, as some do after each event: no reason to come back later and later. */
      readonly inGoodOrder?: boolean;
    }
  | { readonly kind: 'refuse'; readonly reason: RefusalReason };
