import type { ProxySettings } from '../../engine/settings/settings.ts';
import type { CallAnswer, CallResult } from './basics.ts';

export type { ProxySettings } from '../../engine/settings/settings.ts';

/** A file of authorities that the user added. */
export interface CertificateView {
  readonly path: string;
  /** The authorities in it, or the file's name where it cannot be used. */
  readonly name: string;
  /** Until when it is valid, or why it is not used, in the current language. */
  readonly detail: string;
  readonly usable: boolean;
}

/** Why no pictures are loaded by themselves at the moment. */
export type SavingReason = 'battery' | 'metered';

/** How the servers are reached. No password is ever in it. */
export interface NetworkView {
  /** The proxy (`host:port`) that a name and a password can be given for; null = none. */
  readonly proxy: string | null;
  /** The name that it gets; null = none. */
  readonly proxyUser: string | null;
  /** Whether it wants a name and a password, or others than it has. */
  readonly wantsPassword: boolean;
  readonly certificates: readonly CertificateView[];
  /** Null while all pictures are loaded. */
  readonly saving: SavingReason | null;
}

/** What a proxy gets, typed by the user. */
export interface ProxyCredentials {
  readonly name: string;
  readonly password: string;
}

export interface NetworkCalls {
  /**
   * Tries an account's server through a proxy before it is used, and answers in a sentence. Null = with the
   * name and password that are kept for it.
   */
  checkProxy(proxy: ProxySettings, credentials: ProxyCredentials | null): CallAnswer<string>;
  /** Goes over to a proxy at once, and keeps its name and password; null = those that are kept. */
  useProxy(proxy: ProxySettings, credentials: ProxyCredentials | null): CallResult;
  /** Keeps a name and a password for `NetworkView.proxy`; null forgets them. */
  setProxyPassword(credentials: ProxyCredentials | null): CallResult;
  /** Lets the user pick a file of authorities, and trusts them at once; does nothing where they change their mind. */
  addCertificate(): CallResult;
  removeCertificate(path: string): CallResult;
  /** Loads pictures again although it is a time to save, until that time is over. */
  loadPictures(): void;
}
