/** How Suzu keeps itself up to date, at one moment. */
export type UpdateView =
  /** This install is renewed by something else, or by nobody; see `UnsupportedUpdates`. */
  | { readonly name: 'unsupported'; readonly reason: UnsupportedUpdates }
  /** The user wants no updates. */
  | { readonly name: 'off' }
  /** `last` tells what came of the last look; null before the first one. */
  | { readonly name: 'idle'; readonly last: 'current' | 'failed' | null }
  | { readonly name: 'checking' }
  | { readonly name: 'downloading'; readonly version: string; readonly percent: number }
  /** Lies on the disk, checked, and is put in when Suzu quits or restarts. */
  | { readonly name: 'ready'; readonly version: string };

/**
 * Why an install does not renew itself: it runs from source or was built without saying where newer
 * ones are (`source`), belongs to the system's package manager or to a store (`managed`), or is a
 * portable program that leaves no traces (`portable`).
 */
export type UnsupportedUpdates = 'source' | 'managed' | 'portable';

/** What the window asks about updates. */
export interface UpdateCalls {
  /** Looks for a newer version now; what comes of it is in the snapshot's `update`. */
  checkForUpdate(): void;
  /** Restarts into the new version, once it is ready. */
  installUpdate(): void;
}
