import { Agent } from 'node:http';
import type { FeedEvent } from '../../src-main/engine/feeds/feed-event.ts';
import type { FeedAccess, FeedLink } from '../../src-main/engine/feeds/feed-link.ts';
import { type FeedSecrets, noSecrets } from '../../src-main/engine/feeds/feed-secrets.ts';
import type { Fetch } from '../../src-main/engine/fetch.ts';
import { type Clock, systemClock } from '../../src-main/engine/streaming/clock.ts';
import type { Socket } from '../../src-main/engine/streaming/socket.ts';
import type { Verdict } from '../../src-main/engine/streaming/verdict.ts';
import { memoryLog } from './memory-log.ts';

/** What a test says of a feed's surroundings. */
export interface PlayedAccess {
  readonly secrets?: Partial<FeedSecrets>;
  readonly isProven?: boolean;
  readonly cursor?: string | null;
  /** Left out = the computer's. */
  readonly clock?: Clock;
  readonly streamFetch?: Fetch;
  /** Is called with each event before the link goes on. */
  readonly onMessage?: (event: FeedEvent) => void;
}

/** One attempt of a link, as its connection sees it. */
export interface LinkAttempt {
  readonly socket: Socket;
  readonly events: readonly FeedEvent[];
  readonly opened: Promise<void>;
  /** What the end means; resolves at the end. */
  readonly verdict: Promise<Verdict>;
  readonly ends: () => number;
  /** How many signs of life there were besides the events. */
  readonly alive: () => number;
  /** Waits for that many events and other signs of life together. */
  readonly heard: (count: number) => Promise<void>;
  /** Waits for that many events. */
  readonly received: (count: number) => Promise<void>;
}

/** Opens links over real sockets, and keeps what they do. */
export function linkBench(make: (access: FeedAccess) => FeedLink, played: PlayedAccess = {}) {
  const agent = new Agent();
  const log = memoryLog();
  const opened: Socket[] = [];
  /** Every mark that was set, oldest first. */
  const marks: string[] = [];
  let mark = played.cursor ?? null;
  /** From where the way to a server was asked for. */
  const origins: string[] = [];
  const link = make({
    clock: played.clock ?? systemClock,
    log,
    secrets: { ...noSecrets, ...played.secrets },
    userAgent: 'Suzu/1.0',
    streamFetch: played.streamFetch ?? (() => Promise.reject(new Error('not for this system'))),
    agent: (origin) => {
      origins.push(origin);
      return agent;
    },
    cursor: {
      get: () => mark,
      set: (value) => {
        mark = value;
        marks.push(value);
      },
    },
    isProven: () => played.isProven ?? false,
  });

  function open(): LinkAttempt {
    const events: FeedEvent[] = [];
    const waiting = new Set<() => void>();
    let alive = 0;
    let ends = 0;
    const check = () => {
      for (const look of waiting) look();
    };
    const until = (isSo: () => boolean) =>
      new Promise<void>((resolve) => {
        waiting.add(() => {
          if (isSo()) resolve();
        });
        check();
      });
    let onOpen = () => {};
    const isOpen = new Promise<void>((resolve) => {
      onOpen = resolve;
    });
    let onVerdict: (verdict: Verdict | Promise<Verdict>) => void = () => {};
    const verdict = new Promise<Verdict>((resolve) => {
      onVerdict = resolve;
    });
    const socket = link.openSocket({
      onOpen,
      onMessage(event) {
        events.push(event);
        played.onMessage?.(event);
        check();
      },
      onAlive() {
        alive += 1;
        check();
      },
      onEnd(end) {
        ends += 1;
        onVerdict(end.kind === 'judged' ? end.verdict : link.judge(end));
      },
    });
    opened.push(socket);
    return {
      socket,
      events,
      opened: isOpen,
      verdict,
      ends: () => ends,
      alive: () => alive,
      heard: (count) => until(() => events.length + alive >= count),
      received: (count) => until(() => events.length >= count),
    };
  }

  return {
    link,
    log,
    open,
    marks,
    origins,
    stop(): void {
      for (const socket of opened) socket.terminate();
      agent.destroy();
    },
  };
}

export type LinkBench = ReturnType<typeof linkBench>;
