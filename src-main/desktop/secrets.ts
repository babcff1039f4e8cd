import type { Log } from '../engine/log.ts';
import type { TokenStore } from '../engine/token-store.ts';
import type { SecretsView } from '../ipc/contract.ts';
import type { KeyFile } from './key-file.ts';
import type { SecretsContent, SecretsFile } from './secrets-file.ts';

/** The system's keyring, and what stands in for it. */
export interface Cipher {
  /** `gnome_libsecret`, `kwallet6`, … on Linux (`basic_text` = no keyring), `system` elsewhere. */
  readonly backend: string;
  /** Whether this desktop is one that has a keyring. That it is running and open is another matter. */
  readonly hasKeyring: boolean;
  /**
   * Opens the keyring, which may take until the user has typed a password. Asked once, unless `again`.
   * False when it cannot be used. Never rejects.
   */
  openKeyring(again: boolean): Promise<boolean>;
  /** @throws when the keyring is not open. */
  encrypt(text: string): Buffer;
  /** @throws when it was encrypted by other means, or the keyring is not open. */
  decrypt(ciphertext: Buffer): string;
  /** Weaker storage, used only when the user accepted it. */
  readonly weak: KeyFile;
}

export interface SecretsOptions {
  readonly cipher: Cipher;
  readonly file: SecretsFile;
  readonly log: Log;
  /** What `view` tells has changed. */
  readonly onChange: () => void;
}

/** What is written as the backend of a token that is stored weakly. */
const weakBackend = 'key-file';

/**
 * Access tokens at rest. With a keyring they are encrypted with it; without one they stay in memory
 * until the user accepts weaker storage. What cannot be decrypted today is kept, not lost: the
 * keyring may only be locked.
 */
export class Secrets implements TokenStore {
  readonly #options: SecretsOptions;
  #content: SecretsContent;
  /** Null until the keyring was asked, which is put off until there is a token. */
  #isOpen: boolean | null = null;
  /** Tokens that this run knows, wherever they are kept. */
  readonly #tokens = new Map<string, string>();

  constructor(options: SecretsOptions) {
    this.#options = options;
    this.#content = options.file.read();
  }

  /** How tokens are kept; consent is asked for only when there is a token that it would save. */
  view(): SecretsView {
    const storage = this.#storage();
    return {
      storage,
      consentNeeded:
        storage === 'session' && this.#content.weakAllowed === null && this.#tokens.size > 0,
    };
  }

  /** The user's answer to whether tokens may be kept where other programs could read them. */
  chooseWeak(allow: boolean): void {
    this.#write({ ...this.#content, weakAllowed: allow });
    if (this.#storage() === 'weak') {
      for (const [accountId, token] of this.#tokens) this.#keep(accountId, token);
    }
    this.#options.onChange();
  }

  async load(accountId: string): Promise<string | null> {
    const known = this.#tokens.get(accountId);
    if (known !== undefined) return known;
    const stored = this.#content.secrets[accountId];
    if (stored === undefined) return null;
    const { cipher, log, onChange } = this.#options;
    const isOpen = await this.#open(false);
    const isWeak = stored.backend === weakBackend;
    try {
      const ciphertext = Buffer.from(stored.ciphertext, 'base64');
      if (!isWeak && !isOpen) throw new Error('The keyring is not open');
      const token = isWeak ? cipher.weak.decrypt(ciphertext) : cipher.decrypt(ciphertext);
      this.#tokens.set(accountId, token);
      // The desktop has a keyring by now.
      if (isWeak && isOpen) this.#keep(accountId, token);
      onChange();
      return token;
    } catch {
      // The error's text is left out: nobody knows what a keyring writes into it.
      log.warn('secrets: a token cannot be decrypted', {
        wroteBy: stored.backend,
        now: cipher.backend,
        isOpen,
      });
      return null;
    }
  }

  async save(accountId: string, token: string): Promise<void> {
    this.#tokens.set(accountId, token);
    // The user is there, having just signed in: a keyring that stayed shut is worth another try.
    await this.#open(true);
    // Signed out meanwhile, or signed in again.
    if (this.#tokens.get(accountId) === token && this.#storage() !== 'session') {
      this.#keep(accountId, token);
    }
    this.#options.onChange();
  }

  async forget(accountId: string): Promise<void> {
    this.#tokens.delete(accountId);
    const { [accountId]: _gone, ...secrets } = this.#content.secrets;
    this.#write({ ...this.#content, secrets });
    this.#options.onChange();
  }

  async #open(again: boolean): Promise<boolean> {
    this.#isOpen = await this.#options.cipher.openKeyring(again && this.#isOpen === false);
    return this.#isOpen;
  }

  #storage(): SecretsView['storage'] {
    if (this.#options.cipher.hasKeyring && this.#isOpen !== false) return 'keyring';
    return this.#content.weakAllowed === true ? 'weak' : 'session';
  }

  #keep(accountId: string, token: string): void {
    const { cipher, log } = this.#options;
    try {
      const isWeak = this.#storage() === 'weak';
      const ciphertext = isWeak ? cipher.weak.encrypt(token) : cipher.encrypt(token);
      const secret = {
        backend: isWeak ? weakBackend : cipher.backend,
        ciphertext: ciphertext.toString('base64'),
      };
      this.#write({
        ...this.#content,
        secrets: { ...this.#content.secrets, [accountId]: secret },
      });
    } catch {
      log.error('secrets: a token could not be encrypted and is kept for this session only');
    }
  }

  #write(content: SecretsContent): void {
    this.#content = content;
    try {
      this.#options.file.write(content);
    } catch (error) {
      this.#options.log.error('secrets: could not be written', { error: String(error) });
    }
  }
}
