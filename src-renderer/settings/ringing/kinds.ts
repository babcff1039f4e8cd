import type { Settings } from '../../../src-main/ipc/contract.ts';
import type { Messages } from '../../messages/index.ts';

type TypeRules = Settings['rules']['types'];
type TypeRule = TypeRules[string];
export type Loudness = NonNullable<TypeRule['loudness']>;
export type Sound = NonNullable<TypeRule['sound']>;

export const loudnesses: readonly Loudness[] = ['ring', 'silent', 'keep'];

export type KindId = keyof Messages['ringing']['kinds']['names'];
type KindGroupId = keyof Messages['ringing']['kinds']['groups'];

/** What the reader thinks of as one kind: one or several of the server's types, under one rule. */
export interface Kind {
  readonly id: KindId;
  /** The server's own words; the first speaks for all of them. */
  readonly types: readonly [string, ...string[]];
}

type KindGroups = readonly { readonly id: KindGroupId; readonly kinds: readonly Kind[] }[];

/** All kinds, in the order of the table. */
export const kindGroups: KindGroups = [
  {
    id: 'conversations',
    kinds: [
      { id: 'mention', types: ['mention'] },
      { id: 'reply', types: ['reply'] },
      { id: 'quote', types: ['quote'] },
      { id: 'chat', types: ['newChatMessage'] },
      { id: 'invitation', types: ['chatRoomInvitationReceived', 'groupInvited'] },
    ],
  },
  {
    id: 'people',
    kinds: [
      { id: 'reaction', types: ['reaction', 'reaction:grouped'] },
      { id: 'renote', types: ['renote', 'renote:grouped'] },
      { id: 'follow', types: ['follow'] },
      { id: 'followRequest', types: ['receiveFollowRequest'] },
      { id: 'followAccepted', types: ['followRequestAccepted'] },
    ],
  },
  {
    id: 'notes',
    kinds: [
      { id: 'note', types: ['note', 'note:grouped'] },
      { id: 'pollVote', types: ['pollVote'] },
      { id: 'pollEnded', types: ['pollEnded'] },
      {
        id: 'scheduled',
        types: [
          'scheduledNotePosted',
          'noteScheduled',
          'scheduledNotePostFailed',
          'scheduledNoteError',
        ],
      },
    ],
  },
  {
    id: 'server',
    kinds: [
      { id: 'security', types: ['login', 'createToken'] },
      { id: 'announcement', types: ['announcement'] },
      { id: 'role', types: ['roleAssigned'] },
      { id: 'achievement', types: ['achievementEarned'] },
      { id: 'exported', types: ['exportCompleted'] },
      { id: 'sensitive', types: ['sensitiveFlagAssigned'] },
      { id: 'app', types: ['app', 'test'] },
    ],
  },
  { id: 'feeds', kinds: [{ id: 'event', types: ['event'] }] },
];

/** The kinds that an account can have. */
export const accountKinds: KindGroups = kindGroups.filter(({ id }) => id !== 'feeds');

/** The kinds that some of these types are of. */
export function kindsOf(types: readonly string[]): readonly Kind[] {
  return kindGroups
    .flatMap(({ kinds }) => kinds)
    .filter((kind) => kind.types.some((type) => types.includes(type)));
}

/** The rule of a kind; empty where nothing is set for it. */
export function ruleOf(rules: TypeRules, { types: [first] }: Kind): TypeRule {
  return Object.hasOwn(rules, first) ? (rules[first] ?? {}) : {};
}

/** What is to be changed of a rule: null takes a part of it away. */
export interface RuleChange {
  readonly loudness?: Loudness | null;
  readonly sound?: Sound | null;
}

/** The rules with that of one kind changed; a rule that says nothing any more is gone. */
export function withRule(rules: TypeRules, kind: Kind, change: RuleChange): TypeRules {
  const { loudness, sound, ...rest } = { ...ruleOf(rules, kind), ...change };
  const rule: TypeRule = {
    ...rest,
    ...(loudness ? { loudness } : {}),
    ...(sound ? { sound } : {}),
  };
  const others = Object.entries(rules).filter(([type]) => !kind.types.includes(type));
  const own = Object.keys(rule).length === 0 ? [] : kind.types.map((type) => [type, rule] as const);
  return Object.fromEntries([...others, ...own]);
}

/** How many kinds have a rule of their own. */
export function rulesSet(rules: TypeRules): number {
  return kindGroups
    .flatMap(({ kinds }) => kinds)
    .filter((kind) => Object.keys(ruleOf(rules, kind)).length > 0).length;
}

/** The last part of a path, of whichever system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}

/** What a sound is called. */
export function soundName(sound: Sound, words: Messages['ringing']['sound']): string {
  return sound.kind === 'file' ? words.file(fileName(sound.path)) : words.names[sound.kind];
}

/** `@name` or `@name@host` as it is kept; null where it is neither. */
export function readHandle(text: string): string | null {
  const match = /^@?([\w.-]{1,128})(?:@([^\s@/:?#]{1,253}(?::\d{1,5})?))?$/u.exec(text.trim());
  if (match === null) return null;
  const [, name = '', host] = match;
  return host === undefined ? `@${name}` : `@${name}@${host.toLowerCase()}`;
}
