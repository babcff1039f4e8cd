import { createStore, produce, unwrap } from 'solid-js/store';
import * as v from 'valibot';
import type { FeedId, NoticeRule } from '../../src-main/ipc/contract.ts';
import type { TextStore } from '../composer/drafts.ts';
import type { ConnectionForm } from './connection-form.ts';
import { comparisons } from './words/rule.ts';

const rule = v.object({
  when: v.array(v.object({ field: v.string(), is: v.picklist(comparisons), value: v.string() })),
  title: v.string(),
  body: v.string(),
  link: v.string(),
  icon: v.string(),
  key: v.string(),
  group: v.string(),
  urgency: v.string(),
}) satisfies v.GenericSchema<unknown, NoticeRule>;

const kept = v.record(v.string(), rule);

const item = 'feed-rules';

type PresetValues = Readonly<Record<string, string>>;

/** What was typed about feeds and is not saved yet. Reactive to read; null = nothing. */
export interface FeedDrafts {
  readonly rule: (id: FeedId) => NoticeRule | null;
  readonly keepRule: (id: FeedId, rule: NoticeRule | null) => void;
  /** By a feed's id, or by the system of one that is being added. */
  readonly form: (key: string) => ConnectionForm | null;
  readonly keepForm: (key: string, form: ConnectionForm | null) => void;
  /** By a preset's id. */
  readonly values: (presetId: string) => PresetValues | null;
  readonly keepValues: (presetId: string, values: PresetValues | null) => void;
  /** Forgets what was typed about a feed that is gone. */
  readonly forget: (id: FeedId) => void;
}

/**
 * Keeps what is typed while the reader moves about in the window. Rules are kept longer, for the window may
 * be destroyed at any moment; what secrets were typed into goes with it.
 *
 * @param ids of the feeds that there are: rules of others are forgotten
 */
export function createFeedDrafts(store: TextStore, ids: readonly FeedId[]): FeedDrafts {
  const [typed, setTyped] = createStore<{
    rules: Record<FeedId, NoticeRule>;
    forms: Record<string, ConnectionForm>;
    values: Record<string, PresetValues>;
  }>({ rules: rulesOf(store, ids), forms: {}, values: {} });

  const keep = <Kind extends 'rules' | 'forms' | 'values'>(
    kind: Kind,
    key: string,
    value: (typeof typed)[Kind][string] | null,
  ) =>
    setTyped(
      produce((draft) => {
        const all: Record<string, unknown> = draft[kind];
        if (value === null) delete all[key];
        else all[key] = value;
      }),
    );
  const keepRule = (id: FeedId, next: NoticeRule | null) => {
    keep('rules', id, next);
    write(store, unwrap(typed.rules));
  };

  return {
    rule: (id) => typed.rules[id] ?? null,
    keepRule,
    form: (key) => typed.forms[key] ?? null,
    keepForm: (key, form) => keep('forms', key, form),
    values: (presetId) => typed.values[presetId] ?? null,
    keepValues: (presetId, values) => keep('values', presetId, values),
    forget: (id) => {
      keepRule(id, null);
      keep('forms', id, null);
    },
  };
}

function rulesOf(store: TextStore, ids: readonly FeedId[]): Record<FeedId, NoticeRule> {
  const rules = read(store);
  return Object.fromEntries(Object.entries(rules).filter(([id]) => ids.includes(id)));
}

function read(store: TextStore): Readonly<Record<FeedId, NoticeRule>> {
  try {
    const parsed = v.safeParse(kept, JSON.parse(store.getItem(item) ?? '{}'));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

function write(store: TextStore, rules: Readonly<Record<FeedId, NoticeRule>>): void {
  try {
    if (Object.keys(rules).length === 0) store.removeItem(item);
    else store.setItem(item, JSON.stringify(rules));
  } catch {
    // Full or switched off: what was typed is still in the window.
  }
}
