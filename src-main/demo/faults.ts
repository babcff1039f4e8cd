/** An answer to an upgrade other than 101. */
export interface UpgradeRefusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer that an endpoint is made to give; `hang` = it never answers. */
export interface ForcedAnswer {
  readonly status?: number;
  /** Sent as JSON, or as it is when it is a string. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds to wait before answering. Without a `status` the real answer comes, only later. */
  readonly delayMs?: number;
  readonly hang?: boolean;
}

/** What is made to go wrong at the moment; the test levers change it and everything else looks it up. */
export interface Faults {
  upgradeRefusal: UpgradeRefusal | null;
  /** By endpoint; `*` stands for all. */
  readonly answers: Map<string, ForcedAnswer>;
  /** Channels that are refused without a word. */
  refusedChannels: ReadonlySet<string>;
  /** Whether the pings of clients are left unanswered. */
  pongsStalled: boolean;
  /** What waits for nothing or for a timer; a stop of the server ends it. */
  readonly unanswered: Set<{ destroy(): unknown }>;
}

export function noFaults(): Faults {
  return {
    upgradeRefusal: null,
    answers: new Map(),
    refusedChannels: new Set(),
    pongsStalled: false,
    unanswered: new Set(),
  };
}

/** What was seen of the clients; times are ms since the epoch. */
export interface SeenUpgrade {
  readonly at: number;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** What was answered; 0 = nothing. */
  readonly status: number;
}

export interface SeenRequest {
  readonly at: number;
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface SeenFrame {
  readonly at: number;
  /** The account of the connection; null without one. */
  readonly username: string | null;
  /** Counts the connections from 1. */
  readonly connection: number;
  /** The frame as it came. */
  readonly text: string;
  /** The frame as JSON; undefined when it is none. */
  readonly json: unknown;
}

export interface Sightings {
  readonly upgrades: SeenUpgrade[];
  readonly requests: SeenRequest[];
  readonly frames: SeenFrame[];
}

/** The demo may run for days: only so many sightings of each kind are kept. */
const keptSightings = 1000;

/** Adds a sighting and forgets the oldest ones. */
export function record<Item>(list: Item[], item: Item): void {
  list.push(item);
  list.splice(0, Math.max(0, list.length - keptSightings));
}
