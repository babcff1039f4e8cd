import * as v from 'valibot';
import type { SecretsChange } from '../engine/feeds/feed-secrets.ts';
import type { Feed, FeedChange } from '../engine/feeds/feeds.ts';
import { isTopicFilter } from '../engine/feeds/mqtt/topic-filter.ts';
import { compileRule } from '../engine/feeds/notices/compiled-rule.ts';
import type { TemplateProblem } from '../engine/feeds/notices/template.ts';
import { parseTemplate } from '../engine/feeds/notices/template.ts';
import { isConnectionHeader } from '../engine/feeds/request-headers.ts';
import { isSecretName } from '../engine/feeds/secret-names.ts';
import { serverOf } from '../engine/feeds/server-of.ts';
import { feedConnectionSchema, mostOfName } from '../engine/feeds/stored-feed.ts';
import { placesIn, plainSecretIn } from '../engine/feeds/websocket/hello.ts';
import type { Messages } from '../engine/messages/index.ts';
import { oneLine } from '../engine/one-line.ts';
import type { FeedConnection, FeedDraft, NoticeRule } from './contract.ts';
import { wordRuleProblem, wordTemplateProblem } from './views/feed-words.ts';

/** What a draft needs to know of the feed that it changes. */
type Before = Pick<Feed, 'secrets'> & {
  readonly stored: Pick<Feed['stored'], 'connection' | 'rule'>;
};

type Say = (words: Messages['feeds']) => string;

/** A draft as the feeds take it, or what is wrong with it. */
export type ReadDraft =
  | { readonly change: FeedChange; readonly secrets: SecretsChange | null }
  | { readonly problem: Say };

/**
 * Reads what a person typed about a feed. A name and a password in the address go to the secrets; of a
 * change, what is not said of the secrets stays.
 * @param before the feed that is changed; null for a new one.
 */
export function readFeedDraft(draft: FeedDraft, before: Before | null): ReadDraft {
  try {
    const name = readName(draft.name);
    const { url, login } = readAddress(draft.connection);
    const connection = readConnection({ ...draft.connection, url });
    const typed = draft.secrets ?? null;
    const secrets = login === null ? typed : { ...(typed ?? kept(before)), ...login };
    checkHandedOn(secrets ?? kept(before), connection, before);
    if (secrets !== null || before === null) checkSecrets(secrets ?? kept(null), connection);
    // One that stays is not looked at: it may be one that cannot be read, and is mended elsewhere.
    const rule = draft.rule === undefined ? (before?.stored.rule ?? null) : readRule(draft.rule);
    return { change: { name, connection, rule }, secrets };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.say };
    throw error;
  }
}

class Refused extends Error {
  readonly say: Say;

  constructor(say: Say) {
    super('a draft cannot be used');
    this.say = say;
  }
}

function refuse(say: Say): never {
  throw new Refused(say);
}

function readName(typed: string): string {
  const name = oneLine(typed).trim();
  return name === '' || name.length > mostOfName ? refuse((words) => words.draft.name) : name;
}

interface Login {
  readonly username: string | null;
  readonly password: string | null;
  readonly keepPassword: boolean;
}

function readAddress({ system, url: typed }: FeedConnection): {
  readonly url: string;
  readonly login: Login | null;
} {
  const protocols = system === 'sse' ? ['http:', 'https:'] : ['ws:', 'wss:'];
  const text = typed.trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !protocols.includes(url.protocol)) {
    return refuse((words) => words.draft.address[system]);
  }
  for (const name of url.searchParams.keys()) {
    if (!isSecretName(name)) continue;
    refuse((words) => words.draft.secretInAddress(shown(name)));
  }
  const login = loginIn(url);
  url.username = '';
  url.password = '';
  // It never reaches a server.
  url.hash = '';
  if (url.href.length > 4_096) refuse((words) => words.draft.address[system]);
  return { url: url.href, login };
}

function loginIn({ username, password }: URL): Login | null {
  if (username === '' && password === '') return null;
  return {
    username: decoded(username),
    password: password === '' ? null : decoded(password),
    keepPassword: false,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readConnection(connection: FeedConnection): FeedConnection {
  if (connection.system === 'mqtt') checkTopics(connection);
  else checkStream(connection);
  // Whatever else there is to a connection.
  const parsed = v.safeParse(feedConnectionSchema, connection);
  return parsed.success ? parsed.output : refuse((words) => words.draft.many);
}

function checkTopics({
  topics,
  clientId,
}: Extract<FeedConnection, { readonly system: 'mqtt' }>): void {
  if (topics.length === 0) refuse((words) => words.draft.noTopic);
  const wrong = topics.find(({ filter }) => !isTopicFilter(filter) || filter.length > 1_024);
  if (wrong !== undefined) refuse((words) => words.draft.topic(shown(wrong.filter)));
  if (clientId === '' || clientId.length > 128) refuse((words) => words.draft.clientId);
}

function checkStream(connection: Exclude<FeedConnection, { readonly system: 'mqtt' }>): void {
  const { silentAfter, resume } = connection;
  if (silentAfter !== null && (silentAfter < 5 || silentAfter > 86_400)) {
    refuse((words) => words.draft.seconds);
  }
  if (connection.system === 'websocket') {
    const wrong = connection.protocols.find((name) => !isToken(name));
    if (wrong !== undefined) refuse((words) => words.draft.protocol(shown(wrong)));
    for (const text of connection.hello) {
      const secret = plainSecretIn(text);
      if (secret !== null) refuse((words) => words.draft.secretInHello(shown(secret)));
    }
  } else if (connection.events.some((name) => name === '' || name.length > 256)) {
    refuse((words) => words.draft.eventName);
  }
  if (resume === null) return;
  if (resume.parameter === '' || resume.value === '') refuse((words) => words.draft.resume);
  const template = parseTemplate(resume.value);
  if ('problem' in template) refuseTemplate(template);
}

function refuseTemplate(problem: TemplateProblem): never {
  return refuse((words) => words.partWrong(words.part.resume, wordTemplateProblem(problem, words)));
}

/** A token of HTTP (RFC 9110, §5.6.2): a header's name, a subprotocol. */
function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9a-zA-Z-]{1,128}$/.test(text);
}

/** What HTTP's field values may not hold (RFC 9110, §5.5), nor Node send. */
const unsendable = /[^\t\x20-\x7e\x80-\xff]/;

/** What was typed for one server is not sent to another. */
function checkHandedOn(
  { headers, keepPassword }: SecretsChange,
  connection: FeedConnection,
  before: Before | null,
): void {
  if (before === null || serverOf(connection) === serverOf(before.stored.connection)) return;
  if (!keepPassword && !Object.values(headers).includes(null)) return;
  refuse((words) => words.draft.elsewhere);
}

function checkSecrets(
  { headers, username, password, keepPassword }: SecretsChange,
  connection: FeedConnection,
): void {
  const hasPassword = keepPassword || password !== null;
  for (const [name, value] of Object.entries(headers)) {
    if (!isToken(name)) refuse((words) => words.draft.headerName(shown(name)));
    if (isConnectionHeader(name)) refuse((words) => words.draft.headerOwn(name));
    if (value !== null && unsendable.test(value)) {
      refuse((words) => words.draft.headerValue(name));
    }
  }
  const places = placesIn(connection.system === 'websocket' ? connection.hello : []);
  const isEmpty = (places.username && username === null) || (places.password && !hasPassword);
  if (isEmpty) refuse((words) => words.draft.emptyPlace);
  // Basic authentication ends the name with the first one (RFC 7617).
  const isBasic = connection.system !== 'mqtt' && !places.username && !places.password;
  if (isBasic && username?.includes(':')) refuse((words) => words.draft.username);
}

function readRule(rule: NoticeRule | null): NoticeRule | null {
  if (rule === null) return null;
  if (rule.when.length > 50) refuse((words) => words.draft.many);
  const compiled = compileRule(rule);
  return 'problem' in compiled ? refuse((words) => wordRuleProblem(compiled, words)) : rule;
}

/** All secrets that a feed has, as they are. */
function kept(before: Pick<Feed, 'secrets'> | null): SecretsChange {
  const { headers, username, hasPassword } = before?.secrets ?? noNames;
  return {
    headers: Object.fromEntries(headers.map((name) => [name, null])),
    username,
    password: null,
    keepPassword: hasPassword,
  };
}

const noNames: Feed['secrets'] = { headers: [], username: null, hasPassword: false };

/** As much of what was typed as a sentence can name. */
function shown(typed: string): string {
  const line = oneLine(typed);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
