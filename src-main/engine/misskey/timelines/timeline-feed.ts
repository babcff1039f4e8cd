import type { Log } from '../../log.ts';
import {
  Timeline,
  type TimelineChange,
  type TimelineInsertion,
  type TimelineRemoval,
  type TimelineUpdate,
} from '../../timeline/timeline.ts';
import { ApiError, type MisskeyApi } from '../api/api.ts';
import type { Note } from '../api/schemas.ts';
import type { UntilDone } from '../api/until-done.ts';
import { openChannel, type TypedHandle } from '../link/channels.ts';
import type { MisskeyLink } from '../link/link.ts';
import type { ChannelRefusal } from '../link/subscriptions.ts';
import type { LiveNotes, NoteHolder } from '../notes/live-notes.ts';
import { fetchTimelinePage } from './timeline-page.ts';
import {
  type NoteChannel,
  type TimelineKey,
  type TimelineSpec,
  timelineChannel,
  timelineKey,
} from './timelines.ts';

export type TimelineStatus =
  | { readonly state: 'loading' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly error: ApiError };

export interface TimelineFeedOptions {
  readonly spec: TimelineSpec;
  readonly link: MisskeyLink;
  readonly api: MisskeyApi;
  readonly notes: LiveNotes;
  readonly log: Log;
  readonly untilDone: UntilDone;
  /** `reset` also when the status changed, or whether it is live. */
  readonly onChange: (change: TimelineChange) => void;
}

const pageSize = 40;

/** Keeps one timeline live: new notes from the stream, the newest page after each connect. */
export class TimelineFeed implements NoteHolder {
  readonly timeline = new Timeline();
  readonly spec: TimelineSpec;
  readonly key: TimelineKey;
  readonly #options: TimelineFeedOptions;
  #status: TimelineStatus = { state: 'loading' };
  #notLive: ChannelRefusal | null = null;
  #channel: TypedHandle<NoteChannel> | null = null;
  #letGo: (() => void) | null = null;
  /** The notes when the page that is on its way was first wanted; null when none is. */
  #before: readonly Note[] | null = null;

  constructor(options: TimelineFeedOptions) {
    this.#options = options;
    this.spec = options.spec;
    this.key = timelineKey(options.spec);
  }

  get status(): TimelineStatus {
    return this.#status;
  }

  /** Why new notes do not come by themselves; null while they do, or nothing is known yet. */
  get notLive(): ChannelRefusal | null {
    return this.#notLive;
  }

  /** Connects the channel and loads the newest notes, at once if the stream is down. */
  start(): void {
    if (this.#channel !== null) return;
    this.#letGo = this.#options.notes.hold(this);
    this.#channel = openChannel(this.#options.link, timelineChannel(this.spec), {
      onConnected: () => {
        this.#setNotLive(null);
        // Not before: a note posted between loading and connecting would be missing.
        this.reload();
      },
      onRefused: (why) => {
        this.#setNotLive(why);
        this.reload();
      },
      onEvent: (event) => {
        if (event.type === 'note') this.#onNote(event.body);
      },
      onBroken: (type) => {
        const { log } = this.#options;
        log.warn('an event of a timeline could not be read', { timeline: this.key, type });
      },
    });
    const state = this.#options.link.state?.name;
    const isComing = state === 'connecting' || state === 'subscribing' || state === 'online';
    if (!isComing) this.reload();
  }

  stop(): void {
    this.#channel?.disconnect();
    this.#channel = null;
    this.#letGo?.();
    this.#letGo = null;
    this.#options.untilDone.stop();
  }

  /** Whether the reader is further down in it: then what is there stays, see `Timeline.hold`. */
  hold(isHeld: boolean): void {
    if (this.timeline.hold(isHeld)) this.reload();
  }

  /** Fetches the newest page and joins it to what is there. */
  reload(): void {
    this.#before ??= this.timeline.notes;
    this.#options.untilDone.start(async (wanted) => {
      try {
        const items = await this.#fetchPage({}, wanted);
        if (!wanted()) return;
        const change = this.timeline.merge(items, this.#before ?? undefined);
        this.#before = null;
        this.#status = { state: 'ready' };
        this.#options.onChange(change);
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
    const items = await this.#fetchPage({ untilId: oldest.id });
    // Nobody looks any more.
    if (this.#channel === null) return;
    this.#options.onChange(this.timeline.append(items));
  }

  find(noteId: string): Note | null {
    return this.timeline.find(noteId);
  }

  change(noteId: string, change: (note: Note) => Note): readonly Note[] {
    return this.#tell(this.timeline.change(noteId, change));
  }

  remove(noteId: string): readonly Note[] {
    return this.#tell(this.timeline.remove(noteId));
  }

  keepPlace(noteId: string): () => readonly Note[] {
    const putBack = this.timeline.keepPlace(noteId);
    return () => this.#tell(putBack());
  }

  /** Tells of notes that changed in place; returns those that are still there. */
  #tell(
    changes: readonly (TimelineInsertion | TimelineUpdate | TimelineRemoval)[],
  ): readonly Note[] {
    for (const change of changes) this.#options.onChange(change);
    return changes.flatMap((change) => (change.kind === 'update' ? [change.note] : []));
  }

  async #fetchPage(
    range: { readonly untilId?: string },
    wanted: () => boolean = () => true,
  ): Promise<readonly Note[]> {
    const { api, notes } = this.#options;
    const mark = notes.mark();
    const page = await fetchTimelinePage(api, this.spec, { limit: pageSize, ...range });
    return wanted() ? notes.fromAnswer(page, mark) : [];
  }

  #onLoadFailed(error: ApiError): void {
    // Notes that are there stay readable while the server is away, which shows in the account's state;
    // one that is there and says no means it.
    if (this.timeline.notes.length > 0 && error.kind !== 'rejected') return;
    this.#status = { state: 'failed', error };
    this.#options.onChange({ kind: 'reset' });
  }

  #onNote(posted: Note): void {
    const note = this.#options.notes.fromStream(posted);
    const change = note && this.timeline.insert(note);
    if (change !== null) this.#options.onChange(change);
  }

  #setNotLive(notLive: ChannelRefusal | null): void {
    if (this.#notLive === notLive) return;
    this.#notLive = notLive;
    this.#options.onChange({ kind: 'reset' });
  }
}
