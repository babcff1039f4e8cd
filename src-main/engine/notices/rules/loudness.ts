import type { Loudness, Rules, Sound, SoundSettings, TypeRule } from '../../settings/settings.ts';
import type { Notice } from '../notice.ts';

/** What the rules look up by: whose notice it is, and its type. */
type Kind = Pick<Notice, 'accountId' | 'type'>;

/** How a notice is told: by its account's rule for the type, else by the type's. */
export function loudnessOf(rules: Pick<Rules, 'accounts' | 'types'>, kind: Kind): Loudness {
  return rulesFor(rules, kind).find(({ loudness }) => loudness !== undefined)?.loudness ?? 'ring';
}

/** Whether a toast of it may make a sound: neither the user nor its feed wants it silent. */
export function isHeard(
  rules: Pick<Rules, 'accounts' | 'types'>,
  notice: Pick<Notice, 'accountId' | 'type' | 'feed'>,
): boolean {
  return loudnessOf(rules, notice) === 'ring' && notice.feed?.urgency !== 'low';
}

/** What is to be heard with a notice that sounds; null = nothing. */
export function soundOf(
  rules: Pick<Rules, 'accounts' | 'types'>,
  { general }: Pick<SoundSettings, 'general'>,
  kind: Kind,
): Sound | null {
  const own = rulesFor(rules, kind).find(({ sound }) => sound !== undefined)?.sound;
  const sound = own ?? general;
  return sound.kind === 'none' ? null : sound;
}

/** The account's own rule first. */
function rulesFor({ accounts, types }: Pick<Rules, 'accounts' | 'types'>, kind: Kind): TypeRule[] {
  return [ownOf(ownOf(accounts, kind.accountId) ?? {}, kind.type), ownOf(types, kind.type)].filter(
    (rule) => rule !== undefined,
  );
}

/** Types are the server's words, so they may be anything, `constructor` too. */
function ownOf<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
