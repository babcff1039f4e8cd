import type { RateLimit } from '../http/limiter.ts';

/** A frame of `main`: its type and body. */
export type MainFrame = readonly [type: string, body: unknown];

/** In what a fork, or an older server, differs from the Misskey that the demo is otherwise (PROTOCOL §8). */
export interface Dialect {
  /** As `/nodeinfo` names it. */
  readonly software: string;
  /** As `meta` names it. */
  readonly version: string;
  /** Where the stream looks for a token. */
  readonly readsTokenIn: 'header' | 'address';
  /** Whether it refuses the upgrade for a token that it does not know, or never answers. */
  readonly answersBadTokens: boolean;
  /** The status of an upgrade for somebody who is suspended. */
  readonly suspendedStatus: number;
  /** The status of a call with a token that it does not know. */
  readonly badTokenStatus: number;
  /** How often one address may connect; beyond, the upgrade gets 429. Null = as often as it likes. */
  readonly connects: RateLimit | null;
  /** Messages that one user may send within a second; what is beyond is dropped. Null = any number. */
  readonly messagesPerSecond: number | null;
  /** Messages within a second beyond which the socket is closed with 1008. Null = any number. */
  readonly messagesBeforeClosing: number | null;
  /** `protocol`: it pings its clients; `text`: it answers the text `ping`, and never asks by itself. */
  readonly pings: 'protocol' | 'text';
  /** Channels on one connection at most. */
  readonly mostChannels: number;
  /** Whether those who captured a note hear of answers to it (`replied`). */
  readonly tellsReplies: boolean;
  hasChannel(name: string): boolean;
  hasEndpoint(name: string): boolean;
  /** What it says in the place of an event of `main`: any number of frames. */
  mainFrames(type: string, body: unknown): readonly MainFrame[];
  /** What it answers in the place of an answer, or sends in the place of a frame's body. */
  pack(packed: unknown): unknown;
}

/** Misskey as it is; Sharkey's bubble timeline stays shut while the policies say nothing of it. */
export const misskey: Dialect = {
  software: 'misskey',
  version: '2026.3.2',
  readsTokenIn: 'header',
  answersBadTokens: true,
  suspendedStatus: 403,
  badTokenStatus: 401,
  connects: null,
  messagesPerSecond: null,
  messagesBeforeClosing: null,
  pings: 'protocol',
  mostChannels: 32,
  tellsReplies: false,
  hasChannel: () => true,
  hasEndpoint: () => true,
  mainFrames: (type, body) => [[type, body]],
  pack: (packed) => packed,
};
