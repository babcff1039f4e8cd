import * as v from 'valibot';
import type { Clock, Timer } from '../../streaming/clock.ts';
import { ApiError, type MisskeyApi } from '../api/api.ts';

/** A custom emoji of the account's own server. */
export interface CustomEmoji {
  readonly name: string;
  /** Further words to find it by. */
  readonly aliases: readonly string[];
  readonly category: string | null;
  readonly isSensitive: boolean;
}

/** Emojis kept of one server, and words kept of one emoji: more than any server has that means well. */
const mostEmojis = 30_000;
const mostAliases = 50;

/** Changes are told together, this long (ms) after the first. */
const tellAfterMs = 500;

const nameSchema = v.pipe(v.string(), v.regex(/^[\w+-]{1,128}$/));
const wordSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(128));

const emojiSchema = v.pipe(
  v.object({
    name: nameSchema,
    aliases: v.fallback(v.optional(v.array(v.unknown()), []), []),
    category: v.fallback(v.nullish(wordSchema, null), null),
    isSensitive: v.fallback(v.optional(v.boolean(), false), false),
    /** Of another server, where it is not null. */
    host: v.fallback(v.nullish(v.string(), null), null),
  }),
  v.check(({ host }) => host === null),
  v.transform(
    ({ name, aliases, category, isSensitive }): CustomEmoji => ({
      name,
      // Words that cannot be read are left out one by one; servers pad the list with empty ones.
      aliases: aliases.slice(0, mostAliases).filter((word) => v.is(wordSchema, word)),
      category,
      isSensitive,
    }),
  ),
);

const listSchema = v.object({ emojis: v.array(v.unknown()) });
const addedSchema = v.object({ emoji: v.unknown() });

export interface EmojisOptions {
  readonly api: MisskeyApi;
  readonly clock: Clock;
  /** Emojis of these names came, changed or went: their pictures may be others now. */
  readonly onChange: (names: readonly string[]) => void;
}

/**
 * The custom emojis of an account's server: loaded when they are first wanted, and kept up to date by
 * what the server tells everybody (PROTOCOL §2).
 */
export class Emojis {
  readonly #options: EmojisOptions;
  /** By name; null while they were never wanted. */
  #known: Map<string, CustomEmoji> | null = null;
  /** Whether anything may have been missed since they were loaded. */
  #isOld = false;
  #loading: Promise<void> | null = null;
  /** What was told while the list was on its way: it may be older. */
  #toldMeanwhile: (() => void)[] = [];
  readonly #changed = new Set<string>();
  #telling: Timer | null = null;

  constructor(options: EmojisOptions) {
    this.#options = options;
  }

  /**
   * All of them, in the server's order. Where they are known but cannot be loaded anew, those that are
   * known.
   * @throws ApiError when none are known.
   */
  async list(): Promise<readonly CustomEmoji[]> {
    if (this.#known === null || this.#isOld) {
      this.#loading ??= this.#load().finally(() => {
        this.#loading = null;
      });
      try {
        await this.#loading;
      } catch (error) {
        if (this.#known === null || !(error instanceof ApiError)) throw error;
      }
    }
    return [...(this.#known?.values() ?? [])];
  }

  /** The stream is gone: what the server tells now is missed. */
  onDisconnected(): void {
    this.#isOld = true;
  }

  /** Takes what the server told everybody; what is not about emojis is left alone. */
  onBroadcast(type: string, body: unknown): void {
    const told = readBroadcast(type, body);
    if (told === null || told.emojis.length === 0) return;
    const apply = () => {
      for (const emoji of told.emojis) {
        if (told.isGone) this.#known?.delete(emoji.name);
        else if (this.#known !== null && this.#known.size < mostEmojis) {
          this.#known.set(emoji.name, emoji);
        }
      }
    };
    if (this.#loading !== null) this.#toldMeanwhile.push(apply);
    apply();
    for (const { name } of told.emojis) this.#changed.add(name);
    this.#tellSoon();
  }

  /** Nothing runs after this. */
  stop(): void {
    this.#telling?.cancel();
    this.#telling = null;
  }

  /** Whoever moves a server's emojis about changes hundreds within a minute, each with a frame of its own. */
  #tellSoon(): void {
    this.#telling ??= this.#options.clock.setTimeout(() => {
      this.#telling = null;
      const names = [...this.#changed];
      this.#changed.clear();
      this.#options.onChange(names);
    }, tellAfterMs);
  }

  async #load(): Promise<void> {
    this.#toldMeanwhile = [];
    this.#isOld = false;
    try {
      const { emojis } = await this.#ask();
      const known = emojis.slice(0, mostEmojis).flatMap((entry) => readEmoji(entry) ?? []);
      this.#known = new Map(known.map((emoji) => [emoji.name, emoji]));
    } catch (error) {
      this.#isOld = true;
      throw error;
    }
    for (const apply of this.#toldMeanwhile) apply();
  }

  async #ask(): Promise<v.InferOutput<typeof listSchema>> {
    const { api } = this.#options;
    try {
      return await api.call('emojis', {}, listSchema);
    } catch (error) {
      // Servers of the v12 era have no such endpoint, and tell with their other properties (PROTOCOL §8).
      const isUnknown = error instanceof ApiError && error.status !== null && error.status < 429;
      if (!isUnknown) throw error;
      return api.call('meta', { detail: true }, listSchema);
    }
  }
}

interface Told {
  readonly emojis: readonly CustomEmoji[];
  readonly isGone: boolean;
}

function readBroadcast(type: string, body: unknown): Told | null {
  switch (type) {
    case 'emojiAdded': {
      const parsed = v.safeParse(addedSchema, body);
      const emoji = parsed.success ? readEmoji(parsed.output.emoji) : null;
      return emoji && { emojis: [emoji], isGone: false };
    }
    case 'emojiUpdated':
    case 'emojiDeleted': {
      const parsed = v.safeParse(listSchema, body);
      if (!parsed.success) return null;
      const emojis = parsed.output.emojis
        .slice(0, mostEmojis)
        .flatMap((entry) => readEmoji(entry) ?? []);
      return { emojis, isGone: type === 'emojiDeleted' };
    }
    default:
      return null;
  }
}

function readEmoji(entry: unknown): CustomEmoji | null {
  const parsed = v.safeParse(emojiSchema, entry);
  return parsed.success ? parsed.output : null;
}
