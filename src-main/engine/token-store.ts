/** Where tokens, passwords and the like are kept between runs. `accountId`: whose it is, an account or a feed. */
export interface TokenStore {
  /** Null when there is none, or it cannot be read at present. */
  load(accountId: string): Promise<string | null>;
  save(accountId: string, token: string): Promise<void>;
  forget(accountId: string): Promise<void>;
}
