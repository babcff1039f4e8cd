import * as v from 'valibot';
import type { Faults } from '../faults.ts';
import type { WorldEvent } from '../world/events.ts';
import { readAllNotifications } from '../world/inbox.ts';
import type { DemoToken, DemoUser } from '../world/model.ts';
import { type Relations, relationsOf } from '../world/timelines.ts';
import { canSee } from '../world/visibility.ts';
import type { World } from '../world/world.ts';
import { type ChannelHandler, type ChannelKind, mayOpen } from './channel.ts';
import { channelKinds } from './channels.ts';

/** How often the real server asks anew whom the user follows and mutes. */
const relationsEveryMs = 10_000;

/** One client's side of the streaming protocol, without the socket. */
export interface Connection {
  readonly user: DemoUser | null;
  /** The JSON of a frame came in. Whatever cannot be understood is ignored. */
  receive(json: unknown): void;
  onEvent(event: WorldEvent): void;
  dispose(): void;
}

interface OpenChannel {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly handler: ChannelHandler;
}

const frameShape = v.looseObject({ type: v.string(), body: v.optional(v.unknown()) });
const connectShape = v.object({
  channel: v.string(),
  id: v.string(),
  // Absent or an object: null is refused.
  params: v.optional(v.looseObject({})),
  pong: v.optional(v.unknown()),
});
const idShape = v.object({ id: v.string() });
const messageShape = v.object({ id: v.string(), type: v.string(), body: v.unknown() });

export function createConnection(
  world: World,
  faults: Faults,
  user: DemoUser | null,
  app: DemoToken | null,
  sendText: (text: string) => void,
): Connection {
  /** What the client may still address. */
  const open = new Map<string, OpenChannel>();
  /** What still hears events: the open ones and those that leak. */
  const listening = new Set<ChannelHandler>();
  const captures = new Map<string, number>();
  let relations = relationsOf(world, user);
  let relationsAt = world.clock.monotonic();

  const send = (type: string, body: unknown) =>
    sendText(JSON.stringify({ type, body: world.dialect.pack(body) }));

  function currentRelations(): Relations {
    const now = world.clock.monotonic();
    if (now - relationsAt >= relationsEveryMs) {
      relations = relationsOf(world, user);
      relationsAt = now;
    }
    return relations;
  }

  function disconnect(id: string): void {
    const channel = open.get(id);
    if (channel === undefined) return;
    open.delete(id);
    if (channel.kind.leaks) return;
    listening.delete(channel.handler);
    channel.handler.dispose?.();
  }

  async function connect(body: unknown): Promise<void> {
    const request = v.safeParse(connectShape, body);
    if (!request.success) return;
    const { channel: name, id, params = {}, pong } = request.output;
    // Counted before a moment's wait, as on the real server: a burst passes the limit.
    if (open.size >= world.dialect.mostChannels) return;
    await Promise.resolve();
    const kind = channelKinds.get(name);
    if (kind === undefined || !world.dialect.hasChannel(name)) return;
    if (faults.refusedChannels.has(name) || !mayOpen(kind, user, app)) return;
    if (kind.single && [...open.values()].some((channel) => channel.kind === kind)) return;
    const emit = (type: string, content: unknown) => send('channel', { id, type, body: content });
    const handler = kind.open({ world, user, relations: currentRelations, emit }, params);
    if (handler === null) return;
    disconnect(id);
    open.set(id, { id, kind, handler });
    listening.add(handler);
    if (pong === true) send('connected', { id });
  }

  function capture(body: unknown, by: 1 | -1): void {
    const request = v.safeParse(idShape, body);
    if (!request.success) return;
    const count = (captures.get(request.output.id) ?? 0) + by;
    if (count > 0) captures.set(request.output.id, count);
    else captures.delete(request.output.id);
  }

  function passToChannel(body: unknown): void {
    const message = v.safeParse(messageShape, body);
    if (!message.success || message.output.body === undefined) return;
    open.get(message.output.id)?.handler.onMessage?.(message.output.type, message.output.body);
  }

  return {
    user,
    receive(json) {
      const frame = v.safeParse(frameShape, json);
      if (!frame.success) return;
      const { type, body } = frame.output;
      switch (type) {
        case 'connect':
          void connect(body);
          return;
        case 'disconnect': {
          const request = v.safeParse(idShape, body);
          if (request.success) disconnect(request.output.id);
          return;
        }
        case 'channel':
        case 'ch':
          passToChannel(body);
          return;
        case 'subNote':
        case 's':
        case 'sr':
          capture(body, 1);
          return;
        case 'unsubNote':
        case 'un':
          capture(body, -1);
          return;
        case 'readNotification':
          if (user !== null) readAllNotifications(world, user.id);
      }
    },
    onEvent(event) {
      if (event.kind === 'broadcast') send(event.type, event.body);
      else if (event.kind === 'noteUpdated') {
        const { note, type, body } = event;
        if (captures.has(note.id) && canSee(world, note, user?.id ?? null))
          send('noteUpdated', { id: note.id, type, body });
      } else for (const handler of [...listening]) handler.onEvent?.(event);
    },
    dispose() {
      for (const handler of listening) handler.dispose?.();
      listening.clear();
      open.clear();
    },
  };
}
