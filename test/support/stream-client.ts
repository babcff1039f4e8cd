import { WebSocket } from 'ws';

/** A frame as the server sent it; `id` and `event` are those of a channel's message. */
export interface Frame {
  readonly type: string;
  /** The channel id of a channel's message. */
  readonly id: string | null;
  /** The type of a channel's message. */
  readonly event: string | null;
  /** The body of a channel's message, or else of the frame. */
  readonly body: unknown;
  readonly json: unknown;
}

/** A bare client of the streaming protocol that keeps everything it gets. */
export interface StreamClient {
  /** Every frame that was JSON, oldest first. */
  readonly frames: readonly Frame[];
  /** Sends a string or bytes as they are, anything else as JSON. */
  send(frame: unknown): void;
  /** Connects a channel and waits for `connected`. */
  open(channel: string, id: string, params?: object): Promise<void>;
  /** Waits for the answer to a protocol ping: by then all that was sent to this client has arrived. */
  settle(): Promise<void>;
  /** Waits for a frame; one that has come already counts. */
  waitFor(matches: (frame: Frame) => boolean): Promise<Frame>;
  /** Waits until so many protocol pings have come since the beginning. */
  pinged(count: number): Promise<void>;
  /** The code with which the socket is closed. */
  readonly closed: Promise<number>;
  close(): void;
}

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const text = (value: unknown) => (typeof value === 'string' ? value : null);

function frameOf(json: unknown): Frame {
  const { type, body } = object(json);
  const inner = object(body);
  return type === 'channel'
    ? { type, id: text(inner['id']), event: text(inner['type']), body: inner['body'], json }
    : { type: text(type) ?? '', id: null, event: null, body, json };
}

/** Connects to the stream of an origin, with the token in the header. Rejects when the upgrade is refused. */
export async function streamClient(
  origin: string,
  token: string | null,
  { autoPong = true }: { readonly autoPong?: boolean } = {},
): Promise<StreamClient> {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/streaming`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    perMessageDeflate: false,
    autoPong,
  });
  const frames: Frame[] = [];
  let pings = 0;
  const waiting = new Set<() => void>();
  const checkAll = () => {
    for (const check of [...waiting]) check();
  };
  socket.on('message', (data) => {
    frames.push(frameOf(JSON.parse(String(data))));
    checkAll();
  });
  socket.on('ping', () => {
    pings += 1;
    checkAll();
  });
  /** Resolves with what `find` gives as soon as it gives something. */
  function until<Found>(find: () => Found | undefined): Promise<Found> {
    return new Promise((resolve) => {
      const check = () => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  }
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });

  const client: StreamClient = {
    frames,
    send(frame) {
      const raw = typeof frame === 'string' || Buffer.isBuffer(frame);
      socket.send(raw ? frame : JSON.stringify(frame));
    },
    async open(channel, id, params) {
      client.send({ type: 'connect', body: { channel, id, params, pong: true } });
      await client.waitFor(
        (frame) => frame.type === 'connected' && object(frame.body)['id'] === id,
      );
    },
    settle: () =>
      new Promise((resolve) => {
        socket.once('pong', () => resolve());
        socket.ping();
      }),
    waitFor: (matches) => until(() => frames.find(matches)),
    pinged: async (count) => {
      await until(() => (pings >= count ? true : undefined));
    },
    closed,
    close: () => socket.close(),
  };
  return client;
}
