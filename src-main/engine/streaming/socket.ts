/** How a socket ended, or why it never opened. Holds nothing that a peer could hide a secret in. */
export type SocketEnd =
  /** The peer or the network ended an open socket; Misskey never says more than 1006. */
  | { readonly kind: 'closed'; readonly code: number }
  /** The HTTP upgrade was answered with something else than 101. */
  | { readonly kind: 'rejected'; readonly status: number; readonly retryAfterMs: number | null }
  /** Name resolution, TCP, TLS or the WebSocket framing failed; `code` as Node names it (`ECONNREFUSED`). */
  | { readonly kind: 'error'; readonly code: string };

export interface SocketHandlers {
  onOpen(): void;
  onText(text: string): void;
  /** Any sign of life that is not a text frame: a ping or pong of the peer. */
  onAlive(): void;
  /** Called exactly once, and nothing is called after it. */
  onEnd(end: SocketEnd): void;
}

/** One WebSocket, seen from the connection that owns it. */
export interface Socket {
  send(text: string): void;
  ping(): void;
  /** Ends it at once without a closing handshake; no handler is called any more. */
  terminate(): void;
}

/** Begins to open a socket; never throws. */
export type OpenSocket = (handlers: SocketHandlers) => Socket;
