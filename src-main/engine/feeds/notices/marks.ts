import { createHash } from 'node:crypto';
import type { Urgency } from '../../notices/notice.ts';
import type { FeedEvent } from '../feed-event.ts';

/** Names of urgency that are in use, as ntfy has them (https://docs.ntfy.sh/publish/#message-priority). */
const urgencyWords: Readonly<Record<string, Urgency>> = {
  '1': 'low',
  '2': 'low',
  min: 'low',
  low: 'low',
  '5': 'critical',
  max: 'critical',
  urgent: 'critical',
  critical: 'critical',
};

/** `low`, `normal` or `critical`; a word or number that is not known is `normal`. */
export function urgencyOf(text: string): Urgency {
  const word = text.trim().toLowerCase();
  return (Object.hasOwn(urgencyWords, word) ? urgencyWords[word] : null) ?? 'normal';
}

/** UTF-16 units; longer ones are kept as their hash. */
const longestName = 200;

/** The same for the same text, and of bounded length: something to be known by. */
export function shortName(text: string): string {
  return text.length <= longestName ? text : createHash('sha256').update(text).digest('hex');
}

/** A few letters that tell apart what events say. */
export function contentName({ name, text }: Pick<FeedEvent, 'name' | 'text'>): string {
  return createHash('sha256').update(`${name}\0${text}`).digest('base64url').slice(0, 8);
}

const longestAddress = 2_048;

/** An address of the web as browsers write it; null for anything else, `file:` and `javascript:` among it. */
export function webAddressOf(text: string): string | null {
  const address = text.trim();
  if (address.length > longestAddress || !/^https?:\/\//i.test(address)) return null;
  const href = URL.canParse(address) ? new URL(address).href : '';
  return href === '' || href.length > longestAddress ? null : href;
}
