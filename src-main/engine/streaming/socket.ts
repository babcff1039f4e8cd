import type { Verdict } from './verdict.ts';

/** How a socket ended, or why it never opened. Holds nothing that a peer could hide a secret in. */
export type SocketEnd =
  /** The peer or the network ended an open socket; Misskey never says more than 1006. */
  | { readonly kind: 'closed'; readonly code: number }
  /** The HTTP upgrade was answered with something else than 101. */
  | { readonly kind: 'rejected'; readonly status: number; readonly retryAfterMs: number | null }
  /** Name resolution, TCP, TLS or the WebSocket framing failed; `code` as Node names it (`ECONNREFUSED`). */
  | { readonly kind: 'error'; readonly code: string }
  /** Whoever opened the socket knows what its end means, without asking anybody. */
  | { readonly kind: 'judged'; readonly verdict: Verdict };

/** `Message`: what the socket brings; a WebSocket's texts, unless said otherwise. */
export interface SocketHandlers<Message = string> {
  onOpen(): void;
  onMessage(message: Message): void;
  /** Any sign of life that is not a message: a ping or pong of the peer, a comment. */
  onAlive(): void;
  /** Called exactly once, and nothing is called after it. */
  onEnd(end: SocketEnd): void;
}

/** One WebSocket, or what stands for one, seen from the connection that owns it. */
export interface Socket {
  send(text: string): void;
  ping(): void;
  /** Ends it at once without a closing handshake; no handler is called any more. */
  terminate(): void;
}

/** Begins to open a socket; never throws. */
export type OpenSocket<Message = string> = (handlers: SocketHandlers<Message>) => Socket;
