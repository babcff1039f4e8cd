import type {
  FeedConnection,
  FeedDraft,
  FeedSystem,
  FeedView,
} from '../../src-main/ipc/contract.ts';

type Secrets = NonNullable<FeedDraft['secrets']>;
export type Qos = 0 | 1 | 2;

/** A header as it is typed; `isKept`: its value is in the main process and was not replaced. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
  readonly isKept: boolean;
}

export interface TopicField {
  readonly filter: string;
  readonly qos: Qos;
}

/** Everything that can be typed about how a feed is reached; a system uses its own part of it. */
export interface ConnectionForm {
  readonly system: FeedSystem;
  readonly name: string;
  readonly url: string;
  /** Names between commas, as they are typed. */
  readonly events: string;
  /** Seconds as they are typed; empty = never. */
  readonly silentAfter: string;
  /** As `events`. */
  readonly protocols: string;
  readonly hello: readonly string[];
  readonly topics: readonly TopicField[];
  readonly version: 4 | 5;
  readonly clientId: string;
  readonly persistent: boolean;
  readonly retained: boolean;
  readonly resumeParameter: string;
  readonly resumeValue: string;
  readonly username: string;
  readonly password: string;
  /** The address of the server that has what is kept, and alone gets it; empty = nothing is kept. */
  readonly keptFor: string;
  /** The password is in the main process and was not replaced. */
  readonly isPasswordKept: boolean;
  readonly headers: readonly HeaderField[];
}

/** What is wrong with what was typed; each has a sentence. */
export type FormProblem =
  | 'addressNeeded'
  | 'addressWrong'
  | 'topicNeeded'
  | 'clientIdNeeded'
  | 'silenceWrong'
  | 'resumeWrong'
  | 'headerWrong';

/** The fields that a problem can be at. */
export type FormProblems = Partial<
  Record<'url' | 'topics' | 'clientId' | 'silentAfter' | 'resume' | 'headers', FormProblem>
>;

/** The protocols that an address of a system can begin with. */
export const schemes: Readonly<Record<FeedSystem, readonly [string, string]>> = {
  sse: ['https://', 'http://'],
  websocket: ['wss://', 'ws://'],
  mqtt: ['wss://', 'ws://'],
};

/** A form with nothing in it yet. `clientId`: one that no other program has. */
export function emptyForm(system: FeedSystem, clientId: string): ConnectionForm {
  return {
    system,
    name: '',
    url: '',
    events: '',
    silentAfter: '',
    protocols: '',
    hello: [],
    topics: [{ filter: '', qos: 1 }],
    version: 5,
    clientId,
    persistent: true,
    retained: false,
    resumeParameter: '',
    resumeValue: '',
    username: '',
    password: '',
    keptFor: '',
    isPasswordKept: false,
    headers: [],
  };
}

/** The form of a feed as it is kept; of its secrets only that they are there. */
export function formOf({ name, connection, has }: FeedView): ConnectionForm {
  return {
    ...emptyForm(connection.system, ''),
    ...ownFields(connection),
    name,
    url: connection.url,
    username: has.username ?? '',
    keptFor: connection.url,
    isPasswordKept: has.password && !has.lost,
    headers: has.headers.map((header) => ({ name: header, value: '', isKept: !has.lost })),
  };
}

function ownFields(connection: FeedConnection): Partial<ConnectionForm> {
  if (connection.system === 'mqtt') {
    const { topics, version, clientId, persistent, retained } = connection;
    return {
      topics: topics.map(({ filter, qos }) => ({ filter, qos })),
      version,
      clientId,
      persistent,
      retained,
    };
  }
  const { silentAfter, resume } = connection;
  return {
    silentAfter: silentAfter === null ? '' : String(silentAfter),
    resumeParameter: resume?.parameter ?? '',
    resumeValue: resume?.value ?? '',
    ...(connection.system === 'sse'
      ? { events: connection.events.join(', ') }
      : { protocols: connection.protocols.join(', '), hello: [...connection.hello] }),
  };
}

/** Whether the address leads to another server than the one that has what is kept: nothing is, for that one. */
export function isElsewhere({ url, keptFor }: Pick<ConnectionForm, 'url' | 'keptFor'>): boolean {
  const typed = url.trim();
  if (keptFor === '' || !URL.canParse(typed)) return false;
  return serverOf(typed) !== serverOf(keptFor);
}

/** As the main process tells servers apart: a WebSocket's is the one that its upgrade is asked of. */
function serverOf(url: string): string {
  return new URL(url.replace(/^ws/i, 'http')).origin;
}

/** What is wrong with a form, by its fields; nothing where it can be sent. */
export function problemsOf(form: ConnectionForm): FormProblems {
  const isMqtt = form.system === 'mqtt';
  return {
    ...addressProblem(form),
    ...(isMqtt && !form.topics.some(({ filter }) => filter.trim() !== '')
      ? { topics: 'topicNeeded' }
      : {}),
    ...(isMqtt && form.clientId.trim() === '' ? { clientId: 'clientIdNeeded' } : {}),
    ...(!isMqtt && secondsIn(form.silentAfter) === undefined
      ? { silentAfter: 'silenceWrong' }
      : {}),
    ...(!isMqtt && (form.resumeParameter.trim() === '') !== (form.resumeValue.trim() === '')
      ? { resume: 'resumeWrong' }
      : {}),
    ...(headersIn(form).some(({ name, value, isKept }) => name === '' || (value === '' && !isKept))
      ? { headers: 'headerWrong' }
      : {}),
  };
}

function addressProblem({ url, system }: ConnectionForm): FormProblems {
  const typed = url.trim();
  if (typed === '') return { url: 'addressNeeded' };
  const fits = schemes[system].some((scheme) => typed.toLowerCase().startsWith(scheme));
  return fits && URL.canParse(typed) ? {} : { url: 'addressWrong' };
}

/** The connection of a form without problems, as the main process takes it. */
export function connectionOf(form: ConnectionForm): FeedConnection {
  const url = form.url.trim();
  if (form.system === 'mqtt') {
    return {
      system: 'mqtt',
      url,
      topics: form.topics
        .map(({ filter, qos }) => ({ filter: filter.trim(), qos }))
        .filter(({ filter }) => filter !== ''),
      version: form.version,
      clientId: form.clientId.trim(),
      persistent: form.persistent,
      retained: form.retained,
    };
  }
  const parameter = form.resumeParameter.trim();
  const shared = {
    url,
    silentAfter: secondsIn(form.silentAfter) ?? null,
    resume: parameter === '' ? null : { parameter, value: form.resumeValue.trim() },
  };
  return form.system === 'sse'
    ? { system: 'sse', ...shared, events: namesIn(form.events) }
    : {
        system: 'websocket',
        ...shared,
        protocols: namesIn(form.protocols),
        hello: form.hello.filter((text) => text.trim() !== ''),
      };
}

/** The secrets of a form; what is kept stays as it is. */
export function secretsOf(form: ConnectionForm): Secrets {
  const username = form.username.trim();
  return {
    headers: Object.fromEntries(
      headersIn(form).map(({ name, value, isKept }) => [name, isKept ? null : value]),
    ),
    username: username === '' ? null : username,
    password: form.isPasswordKept || form.password === '' ? null : form.password,
    keepPassword: form.isPasswordKept && !isElsewhere(form),
  };
}

/** What a feed is called that nobody named: the host of its address. */
export function nameOf({ name, url }: Pick<ConnectionForm, 'name' | 'url'>): string {
  return name.trim() || (URL.canParse(url.trim()) ? new URL(url.trim()).host : '');
}

/** A client ID that no other program of the user's has. `random`: bytes. */
export function freshClientId(random: Uint8Array): string {
  return `suzu-${[...random].map((byte) => (byte % 36).toString(36)).join('')}`;
}

/** Those of which anything was typed. */
function headersIn(form: ConnectionForm): readonly HeaderField[] {
  const isNew = isElsewhere(form);
  return form.headers
    .map(({ name, value, isKept }) => ({
      name: name.trim(),
      value: value.trim(),
      isKept: isKept && !isNew,
    }))
    .filter(({ name, value, isKept }) => name !== '' || value !== '' || isKept);
}

function namesIn(typed: string): string[] {
  return [...new Set(typed.split(',').map((name) => name.trim()))].filter((name) => name !== '');
}

/** Null = never; undefined where it is no such number. */
function secondsIn(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const seconds = Number(text);
  return Number.isInteger(seconds) && seconds >= 5 && seconds <= 86_400 ? seconds : undefined;
}
