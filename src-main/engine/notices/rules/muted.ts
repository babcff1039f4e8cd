import type { Rules } from '../../settings/settings.ts';
import type { Notice, Person } from '../notice.ts';
import { emojiOf } from '../wording.ts';

/** Whether its sender is among the people who are muted on this computer. */
export function isFromMuted({ mutedUsers }: Pick<Rules, 'mutedUsers'>, notice: Notice): boolean {
  const { person } = notice;
  if (person === null || mutedUsers.length === 0) return false;
  const home = homeOf(notice.accountId);
  const sender = addressOf(person, home);
  return mutedUsers.some((muted) => readAddress(muted, home) === sender);
}

/**
 * Whether anything that a toast of it could say holds a muted word, in whatever case, width or
 * composition. Suzu's own sentences around it do not count.
 */
export function holdsMutedWord({ mutedWords }: Pick<Rules, 'mutedWords'>, notice: Notice): boolean {
  if (mutedWords.length === 0) return false;
  const texts = textsOf(notice).map(folded);
  return mutedWords.some((word) => {
    const wanted = folded(word).trim();
    return wanted !== '' && texts.some((text) => text.includes(wanted));
  });
}

function textsOf({ person, note, detail, heading, reaction }: Notice): readonly string[] {
  return [
    person?.name,
    person && `@${person.username}${person.host === null ? '' : `@${person.host}`}`,
    note?.text,
    note?.cw,
    detail,
    heading,
    emojiOf(reaction),
  ].filter((text): text is string => typeof text === 'string' && text !== '');
}

/**
 * Compatibility forms make full-width letters and half-width kana the usual ones; characters that nobody
 * sees are left out, because they are put into words to get past exactly this.
 */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .normalize('NFKC');
}

/** The host of an account's server, which its id ends with. */
function homeOf(accountId: string): string {
  return hostName(accountId.slice(accountId.lastIndexOf('@') + 1));
}

function addressOf({ username, host }: Person, home: string): string {
  return `${username.toLowerCase()}@${host === null ? home : hostName(host)}`;
}

/** @param text `@name`, `@name@host`, or the same without the first @. */
function readAddress(text: string, home: string): string {
  const [username = '', host = ''] = text.trim().replace(/^@/, '').split('@');
  return `${username.toLowerCase()}@${host === '' ? home : hostName(host)}`;
}

/** As it stands in the DNS: a host may be written in its own script, too. */
function hostName(host: string): string {
  const address = `https://${host}`;
  return URL.canParse(address) ? new URL(address).host : host.toLowerCase();
}
