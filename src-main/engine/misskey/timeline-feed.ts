import * as v from 'valibot';
import type { Log } from '../log.ts';
import { Timeline, type TimelineChange } from '../timeline/timeline.ts';
import { ApiError, type MisskeyApi } from './api.ts';
import { type Note, noteSchema, pageOf } from './schemas.ts';
import type { ChannelHandle, MisskeyStream } from './stream.ts';
import { type TimelineName, timelineEndpoints } from './timelines.ts';
import type { UntilDone } from './until-done.ts';

export type TimelineStatus =
  | { readonly state: 'loading' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly error: ApiError };

export interface TimelineFeedOptions {
  readonly name: TimelineName;
  readonly stream: MisskeyStream;
  readonly api: MisskeyApi;
  readonly log: Log;
  readonly untilDone: UntilDone;
  readonly onChange: (change: TimelineChange) => void;
  readonly onStatus: (status: TimelineStatus) => void;
}

const notePage = pageOf(noteSchema);
const pageSize = 40;

/** Keeps one timeline live: new notes from the stream, the newest page after each connect. */
export class TimelineFeed {
  readonly timeline = new Timeline();
  readonly name: TimelineName;
  readonly #options: TimelineFeedOptions;
  #status: TimelineStatus = { state: 'loading' };
  #channel: ChannelHandle | null = null;
  /** The notes when the page that is on its way was first wanted; null when none is. */
  #before: readonly Note[] | null = null;

  constructor(options: TimelineFeedOptions) {
    this.#options = options;
    this.name = options.name;
  }

  get status(): TimelineStatus {
    return this.#status;
  }

  /** Connects the channel and loads the newest notes, at once if the stream is down. */
  start(): void {
    if (this.#channel !== null) return;
    this.#channel = this.#options.stream.connect(
      timelineEndpoints[this.name].channel,
      {},
      {
        // Not before: a note posted between loading and connecting would be missing.
        onConnected: () => this.reload(),
        onRefused: () => this.reload(),
        onEvent: (type, body) => {
          if (type === 'note') this.#onNote(body);
        },
      },
    );
    const state = this.#options.stream.state?.name;
    const isComing = state === 'connecting' || state === 'subscribing' || state === 'online';
    if (!isComing) this.reload();
  }

  stop(): void {
    this.#channel?.disconnect();
    this.#channel = null;
    this.#options.untilDone.stop();
  }

  /** Fetches the newest page and joins it to what is there. */
  reload(): void {
    this.#before ??= this.timeline.notes;
    this.#options.untilDone.start(async (wanted) => {
      try {
        const { items } = await this.#fetchPage({});
        if (!wanted()) return;
        const change = this.timeline.merge(items, this.#before ?? undefined);
        this.#before = null;
        this.#options.onChange(change);
        this.#setStatus({ state: 'ready' });
      } catch (error) {
        if (wanted() && error instanceof ApiError) this.#onLoadFailed(error);
        throw error;
      }
    });
  }

  /**
   * Appends the page after the oldest note.
   * @throws ApiError
   */
  async loadOlder(): Promise<void> {
    const oldest = this.timeline.notes.at(-1);
    if (oldest === undefined || !this.timeline.hasOlder) return;
    const { items } = await this.#fetchPage({ untilId: oldest.id });
    this.#options.onChange(this.timeline.append(items));
  }

  #fetchPage(range: { readonly untilId?: string }) {
    const { endpoint } = timelineEndpoints[this.name];
    return this.#options.api.call(endpoint, { limit: pageSize, ...range }, notePage);
  }

  #onLoadFailed(error: ApiError): void {
    // Notes that are there stay readable; that the server is away shows in the account's state.
    if (this.timeline.notes.length === 0) this.#setStatus({ state: 'failed', error });
  }

  #onNote(body: unknown): void {
    const parsed = v.safeParse(noteSchema, body);
    if (!parsed.success) {
      this.#options.log.warn('a note could not be read', { timeline: this.name });
      return;
    }
    const change = this.timeline.insert(parsed.output);
    if (change !== null) this.#options.onChange(change);
  }

  #setStatus(status: TimelineStatus): void {
    this.#status = status;
    this.#options.onStatus(status);
  }
}
