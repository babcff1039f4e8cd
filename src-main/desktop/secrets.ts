import type { Log } from '../engine/log.ts';
import type { TokenStore } from '../engine/misskey/accounts.ts';
import type { SecretsView } from '../ipc/contract.ts';
import type { SecretsContent, SecretsFile } from './secrets-file.ts';

/** The part of Electron's `safeStorage` that is used. */
export interface Cipher {
  /** `gnome_libsecret`, `kwallet6`, … on Linux (`basic_text` = no keyring), `system` elsewhere. */
  readonly backend: string;
  /** Whether what it encrypts is out of reach of other programs. */
  readonly isStrong: boolean;
  /** Whether it can encrypt at all. */
  readonly isAvailable: boolean;
  /** Makes weak encryption available where there is no keyring. */
  allowWeak(): void;
  encrypt(text: string): Buffer;
  /** @throws when it was encrypted by other means, or the keyring is locked. */
  decrypt(ciphertext: Buffer): string;
}

export interface SecretsOptions {
  readonly cipher: Cipher;
  readonly file: SecretsFile;
  readonly log: Log;
}

/**
 * Access tokens at rest. With a keyring they are encrypted with it; without one they stay in memory
 * until the user accepts weaker storage. What cannot be decrypted today is kept, not lost: the
 * keyring may only be locked.
 */
export class Secrets implements TokenStore {
  readonly #cipher: Cipher;
  readonly #file: SecretsFile;
  readonly #log: Log;
  #content: SecretsContent;
  /** Tokens that this run knows, wherever they are kept. */
  readonly #tokens = new Map<string, string>();

  constructor({ cipher, file, log }: SecretsOptions) {
    this.#cipher = cipher;
    this.#file = file;
    this.#log = log;
    this.#content = file.read();
    if (this.#content.weakAllowed === true && !cipher.isStrong) cipher.allowWeak();
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
    if (!allow) return;
    this.#cipher.allowWeak();
    for (const [accountId, token] of this.#tokens) this.#keep(accountId, token);
  }

  async load(accountId: string): Promise<string | null> {
    const known = this.#tokens.get(accountId);
    if (known !== undefined) return known;
    const stored = this.#content.secrets[accountId];
    if (stored === undefined) return null;
    try {
      const token = this.#cipher.decrypt(Buffer.from(stored.ciphertext, 'base64'));
      this.#tokens.set(accountId, token);
      return token;
    } catch {
      // The error's text is left out: nobody knows what a keyring writes into it.
      this.#log.warn('secrets: a token cannot be decrypted', {
        wroteBy: stored.backend,
        now: this.#cipher.backend,
      });
      return null;
    }
  }

  async save(accountId: string, token: string): Promise<void> {
    this.#tokens.set(accountId, token);
    if (this.#storage() !== 'session') this.#keep(accountId, token);
  }

  async forget(accountId: string): Promise<void> {
    this.#tokens.delete(accountId);
    const { [accountId]: _gone, ...secrets } = this.#content.secrets;
    this.#write({ ...this.#content, secrets });
  }

  #storage(): SecretsView['storage'] {
    if (this.#cipher.isStrong && this.#cipher.isAvailable) return 'keyring';
    return this.#content.weakAllowed === true && this.#cipher.isAvailable ? 'weak' : 'session';
  }

  #keep(accountId: string, token: string): void {
    try {
      const ciphertext = this.#cipher.encrypt(token).toString('base64');
      const secret = { backend: this.#cipher.backend, ciphertext };
      this.#write({
        ...this.#content,
        secrets: { ...this.#content.secrets, [accountId]: secret },
      });
    } catch {
      this.#log.error('secrets: a token could not be encrypted and is kept for this session only');
    }
  }

  #write(content: SecretsContent): void {
    this.#content = content;
    try {
      this.#file.write(content);
    } catch (error) {
      this.#log.error('secrets: could not be written', { error: String(error) });
    }
  }
}
