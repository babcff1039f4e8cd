import { MisskeyStream } from '../../src-main/engine/misskey/link/stream.ts';
import type { ChannelListener } from '../../src-main/engine/misskey/link/subscriptions.ts';
import { createBackoff } from '../../src-main/engine/streaming/backoff.ts';
import type { AttemptEnd, ConnectionState } from '../../src-main/engine/streaming/connection.ts';
import { fakeClock } from './fake-clock.ts';
import { connectsOf } from './fake-misskey.ts';
import { fakeSockets } from './fake-socket.ts';
import { memoryLog } from './memory-log.ts';

export const lost = { kind: 'closed', code: 1006 } as const;

/** A Misskey stream over played sockets and a fake clock. */
export function streamBench() {
  const clock = fakeClock();
  const sockets = fakeSockets();
  const log = memoryLog();
  /** What the listener of main heard: `connected`, or the type and body of an event. */
  const main: string[] = [];
  /** What was told to everybody: type and body. */
  const broadcasts: string[] = [];
  const states: ConnectionState['name'][] = [];
  const judged: AttemptEnd[] = [];
  /** What listeners do besides keeping what they hear; a test may change it. */
  const played: {
    alsoOnState: (state: ConnectionState) => void;
    alsoOnConnected: () => void;
  } = { alsoOnState: () => {}, alsoOnConnected: () => {} };
  const stream = new MisskeyStream({
    clock,
    backoff: createBackoff({ random: () => 0 }),
    openSocket: sockets.open,
    log,
    judge: async (end) => {
      judged.push(end);
      return { kind: 'retry', reason: 'not-acknowledged' };
    },
    onState: (state) => {
      states.push(state.name);
      played.alsoOnState(state);
    },
    greeting: {
      channel: 'main',
      params: {},
      listener: {
        onConnected: () => {
          main.push('connected');
          played.alsoOnConnected();
        },
        onEvent: (type, body) => void main.push(`${type} ${JSON.stringify(body)}`),
      },
    },
    onBroadcast: (type, body) => void broadcasts.push(`${type} ${JSON.stringify(body)}`),
  });
  return {
    clock,
    sockets,
    log,
    main,
    broadcasts,
    states,
    judged,
    played,
    stream,
    /** The channels that were asked for on one of the sockets, in order. */
    channelsOf(index: number): string[] {
      const socket = sockets.all[index];
      return socket === undefined ? [] : connectsOf(socket).map(({ channel }) => channel);
    },
    /** The `disconnect` frames on the newest socket. */
    disconnects: (): unknown[] =>
      sockets.last.sent
        .filter((text) => text.includes('"disconnect"'))
        .map((text) => JSON.parse(text)),
  };
}

export type StreamBench = ReturnType<typeof streamBench>;

/** A listener that keeps what it hears. */
export function channelListener(): ChannelListener & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    onConnected: () => void heard.push('connected'),
    onRefused: (why) => void heard.push(why),
    onEvent: (type, body) => void heard.push(`${type} ${JSON.stringify(body)}`),
  };
}
