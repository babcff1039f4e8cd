import type { TokenStore } from '../misskey/accounts.ts';
import {
  type FeedSecrets,
  hasAll,
  isSecretive,
  namesOf,
  noSecrets,
  parseFeedSecrets,
  type SecretNames,
  type SecretsChange,
  secretsAfter,
} from './feed-secrets.ts';

/** What feeds prove themselves with: as far as this run knows it, and in the token store. */
export class SecretKeeper {
  readonly #tokens: TokenStore;
  readonly #known = new Map<string, FeedSecrets>();

  constructor(tokens: TokenStore) {
    this.#tokens = tokens;
  }

  /** Those of a feed, without waiting for the keyring; undefined = it has to be asked. */
  known(feedId: string, names: SecretNames): FeedSecrets | undefined {
    return this.#known.get(feedId) ?? (isSecretive(names) ? undefined : noSecrets);
  }

  /** Those of a feed; what cannot be had at present is missing. Waits as long as the keyring does. */
  async load(feedId: string, names: SecretNames): Promise<FeedSecrets> {
    const known = this.known(feedId, names);
    if (known !== undefined) return known;
    const text = await this.#tokens.load(feedId);
    const loaded = (text === null ? null : parseFeedSecrets(text)) ?? noSecrets;
    // The user may have typed others meanwhile.
    const newer = this.#known.get(feedId);
    if (newer === undefined && hasAll(loaded, names)) this.#known.set(feedId, loaded);
    return newer ?? loaded;
  }

  /** From now on a feed has these. They are not stored yet. */
  set(feedId: string, secrets: FeedSecrets): void {
    this.#known.set(feedId, secrets);
  }

  /** Puts a change into effect. Returns whether it makes a difference. */
  async change(feedId: string, change: SecretsChange, names: SecretNames): Promise<boolean> {
    const before = await this.load(feedId, names);
    const after = secretsAfter(change, before);
    this.#known.set(feedId, after);
    return JSON.stringify(before) !== JSON.stringify(after);
  }

  /**
   * Stores what is known of a feed. With a part of `names` missing nothing is stored: what cannot be read today
   * may be tomorrow.
   */
  async keep(feedId: string, names: SecretNames): Promise<void> {
    const secrets = this.#known.get(feedId);
    if (secrets === undefined || !hasAll(secrets, names)) return;
    if (isSecretive(namesOf(secrets))) await this.#tokens.save(feedId, JSON.stringify(secrets));
    else await this.#tokens.forget(feedId);
  }

  async forget(feedId: string): Promise<void> {
    this.#known.delete(feedId);
    await this.#tokens.forget(feedId);
  }
}
