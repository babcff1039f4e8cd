export type { Locale } from '../../engine/messages/index.ts';
export type { Settings } from '../../engine/settings/settings.ts';

/** Names an account inside Suzu, for example `alice@example.social`. Stable for its life. */
export type AccountId = string;

/**
 * An address on Suzu's own scheme (`suzu://app/…`) behind which the main process serves a picture, a
 * video or a sound that the account's server named. The window can load them from nowhere else.
 */
export type MediaAddress = string;

/** Custom emoji pictures by the name as written between the colons (`blob`, `blob@example.social`). */
export type EmojiImages = Readonly<Record<string, MediaAddress>>;

/** A failed call carries a sentence in the current language: what happened and what to do. */
export type CallResult = { readonly ok: true } | CallFailure;

/** As `CallResult`, with an answer. */
export type CallAnswer<Data> = { readonly ok: true; readonly data: Data } | CallFailure;

export interface CallFailure {
  readonly ok: false;
  readonly error: string;
}
