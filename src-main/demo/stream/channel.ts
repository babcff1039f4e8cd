import type { WorldEvent } from '../world/events.ts';
import type { DemoToken, DemoUser } from '../world/model.ts';
import type { Relations } from '../world/timelines.ts';
import type { World } from '../world/world.ts';

/** What a channel knows of the connection it is on. */
export interface ChannelContext {
  readonly world: World;
  /** Null = a connection without an account. */
  readonly user: DemoUser | null;
  /** As they were at most ten seconds ago. */
  relations(): Relations;
  /** Sends a message of the channel. */
  emit(type: string, body: unknown): void;
}

/** An open channel. */
export interface ChannelHandler {
  /** Something happened on the server. */
  onEvent?(event: WorldEvent): void;
  /** The client sent the channel a message. */
  onMessage?(type: string, body: unknown): void;
  dispose?(): void;
}

/** A kind of channel. */
export interface ChannelKind {
  readonly needsUser?: boolean;
  /** The permission that an app's token must hold, beyond `read:account`. */
  readonly permission?: string;
  /** At most one for each connection. */
  readonly single?: boolean;
  /** Goes on sending after it was disconnected, until the socket closes: the real server forgets to stop it. */
  readonly leaks?: boolean;
  /** Null = refused. */
  open(context: ChannelContext, params: unknown): ChannelHandler | null;
}

/** Whether somebody may open a channel of that kind. */
export function mayOpen(kind: ChannelKind, user: DemoUser | null, app: DemoToken | null): boolean {
  if (kind.needsUser && user === null) return false;
  const { permission } = kind;
  if (app === null || permission === undefined) return true;
  return app.permissions?.includes(permission) ?? false;
}
