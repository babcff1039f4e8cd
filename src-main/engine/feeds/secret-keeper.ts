import type { TokenStore } from '../token-store.ts';
import {
  type FeedSecrets,
  hasAll,
  isSecretive,
  type KeptSecrets,
  namesOf,
  noSecrets,
  parseKeptSecrets,
  type SecretsChange,
  secretsAfter,
} from './feed-secrets.ts';
import { serverOf } from './server-of.ts';
import type { StoredFeed } from './stored-feed.ts';

/** Whose secrets are asked for: what was typed for one server counts as missing at another. */
export type SecretsOwner = Pick<StoredFeed, 'id' | 'connection' | 'has'>;

/**
 * What feeds prove themselves with: as far as this run knows it, and in the token store. It belongs to the
 * server that it was typed for, however another address came to the feed: by hand, out of a file, or by
 * somebody who may write to the settings and not into the token store.
 */
export class SecretKeeper {
  readonly #tokens: TokenStore;
  readonly #known = new Map<string, KeptSecrets>();

  constructor(tokens: TokenStore) {
    this.#tokens = tokens;
  }

  /** Those of a feed, without waiting for the keyring; undefined = it has to be asked. */
  known(owner: SecretsOwner): FeedSecrets | undefined {
    const kept = this.#known.get(owner.id);
    if (kept !== undefined) return ownedBy(owner, kept);
    return isSecretive(owner.has) ? undefined : noSecrets;
  }

  /** Those of a feed; what cannot be had at present is missing. Waits as long as the keyring does. */
  async load(owner: SecretsOwner): Promise<FeedSecrets> {
    const known = this.known(owner);
    if (known !== undefined) return known;
    const { id, has } = owner;
    const text = await this.#tokens.load(id);
    const kept = text === null ? null : parseKeptSecrets(text);
    // The user may have typed others meanwhile.
    const newer = this.#known.get(id);
    const loaded = newer ?? kept;
    if (loaded === null) return noSecrets;
    if (hasAll(loaded, has)) this.#known.set(id, loaded);
    return ownedBy(owner, loaded);
  }

  /** From now on a feed has these. They are not stored yet. */
  set({ id, connection }: SecretsOwner, secrets: FeedSecrets): void {
    this.#known.set(id, { ...secrets, server: serverOf(connection) });
  }

  /**
   * Puts a change into effect for a feed as it is from now on. Returns whether it makes a difference.
   * @param before the feed as it was.
   */
  async change(owner: SecretsOwner, change: SecretsChange, before: SecretsOwner): Promise<boolean> {
    // At once where nothing can be kept: meanwhile the feed may connect to its new server.
    const isSame = serverOf(owner.connection) === serverOf(before.connection);
    const had = isSame ? await this.load(before) : noSecrets;
    const after = secretsAfter(change, had);
    this.set(owner, after);
    return !isSame || JSON.stringify(had) !== JSON.stringify(after);
  }

  /**
   * Stores what is known of a feed. With a part of its names missing nothing is stored: what cannot be read
   * today may be tomorrow.
   */
  async keep({ id, has }: Pick<SecretsOwner, 'id' | 'has'>): Promise<void> {
    const secrets = this.#known.get(id);
    if (secrets === undefined || !hasAll(secrets, has)) return;
    if (isSecretive(namesOf(secrets))) await this.#tokens.save(id, JSON.stringify(secrets));
    else await this.#tokens.forget(id);
  }

  async forget(feedId: string): Promise<void> {
    this.#known.delete(feedId);
    await this.#tokens.forget(feedId);
  }
}

function ownedBy({ connection }: SecretsOwner, { server, ...secrets }: KeptSecrets): FeedSecrets {
  return server === serverOf(connection) ? secrets : noSecrets;
}
