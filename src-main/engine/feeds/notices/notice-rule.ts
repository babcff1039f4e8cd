import * as v from 'valibot';

/**
 * How a condition compares: `is` and the like texts, whatever their capital letters, `above` and `below`
 * numbers; `exists` is met by what says anything.
 */
export const comparisons = [
  'is',
  'is-not',
  'contains',
  'contains-not',
  'above',
  'below',
  'exists',
  'exists-not',
] as const;
export type Comparison = (typeof comparisons)[number];

const template = v.pipe(v.string(), v.maxLength(4_096));

/** One thing that must be so for an event to become a notice. */
const conditionSchema = v.looseObject({
  /** As in a template without the braces: `user.name`, `$name`, `a || b`. */
  field: v.pipe(v.string(), v.nonEmpty(), v.maxLength(512)),
  is: v.picklist(comparisons),
  /** What to compare with, a text or a number as it is; nothing for `exists` and `exists-not`. */
  value: template,
});
export type Condition = v.InferOutput<typeof conditionSchema>;

/** How a feed's event becomes a notice. All texts are templates; an empty one says nothing. */
export const noticeRuleSchema = v.looseObject({
  /** All must be so; none = every event. */
  when: v.pipe(v.array(conditionSchema), v.maxLength(50)),
  title: template,
  body: template,
  /** Where a click leads: `http:` or `https:`; anything else leads to the list of notices. */
  link: template,
  /** The address of a picture. */
  icon: template,
  /** Events with the same one ring once; empty = the id that the event came with, if any. */
  key: template,
  /** Notices with the same one are told together; empty = none. */
  group: template,
  /** Comes to `low`, `normal` or `critical`, or to 1 … 5 as ntfy has it; anything else is `normal`. */
  urgency: template,
});
export type NoticeRule = v.InferOutput<typeof noticeRuleSchema>;

/** The rule of a feed that nobody has worded yet: whatever comes rings with its name. */
export const plainRule: NoticeRule = {
  when: [],
  title: '{title || name || $name}',
  body: '{body || message || text || $text:fields}',
  link: '{url || link}',
  icon: '',
  key: '',
  group: '',
  urgency: '{priority}',
};

/**
 * A rule of a preset, which may word a notice as one of Misskey's: with `type` one of its types (`mention`,
 * `follow`, …), the title is Suzu's own sentence for it in the user's language.
 */
export interface PresetRule extends Partial<NoticeRule> {
  readonly type?: string;
  /** Templates of who did it; without an `id`, nobody is named. */
  readonly person?: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    /** Where the person is from; empty = unknown. */
    readonly host: string;
    readonly avatar: string;
  };
  /** Templates of the note that it is about. */
  readonly note?: {
    readonly id: string;
    readonly text: string;
    /** A content warning covers the text; empty = none. */
    readonly cw: string;
    /** How many files it has. */
    readonly files?: string;
    /** Says anything where it has a poll. */
    readonly poll?: string;
    /** Sent to named people only. */
    readonly direct?: boolean;
  };
  /** A template of an emoji. */
  readonly reaction?: string;
  /** A template of when it happened, see `eventTime`; left out = now. */
  readonly time?: string;
}
