import { createMemo, For } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import type { Section } from './choices.ts';
import type { Row } from './rows.ts';
import type { UnicodeGroup } from './tables.ts';

const groupSigns: Readonly<Record<UnicodeGroup, string>> = {
  smileys: '😀',
  people: '👋',
  nature: '🌱',
  food: '🍙',
  travel: '🚃',
  activities: '⚽',
  objects: '💡',
  symbols: '💠',
  flags: '🏁',
};

const kindIcons: Readonly<Record<Section['kind'], IconName>> = {
  pinned: 'pin',
  recent: 'clock',
  custom: 'mood-smile',
  unicode: 'mood-smile',
  found: 'search',
};

/** What a section belongs to in the strip: all categories of the server's own emojis are one. */
function keyOf(section: Section): string {
  return section.group ?? section.kind;
}

/** The titles that the strip leads to: the first of each key. */
function stopsOf(rows: readonly Row[]) {
  const known = new Map<string, { readonly section: Section; readonly top: number }>();
  for (const row of rows) {
    if (row.kind !== 'title' || known.has(keyOf(row.section))) continue;
    known.set(keyOf(row.section), { section: row.section, top: row.top });
  }
  return [...known.values()];
}

/** The ways to the sections of the picker. */
export function SectionStrip(props: {
  readonly rows: readonly Row[];
  readonly current: Section | null;
  readonly onJump: (top: number) => void;
}) {
  const app = useApp();
  const stops = createMemo(() => stopsOf(props.rows));
  const label = ({ kind, group }: Section) => {
    const words = app.m().answers.emoji;
    if (group !== null) return words.groups[group];
    return kind === 'unicode' ? '' : words[kind];
  };
  const currentKey = () => (props.current === null ? null : keyOf(props.current));
  return (
    <div class="emoji-strip">
      <For each={stops()}>
        {({ section, top }) => (
          <button
            type="button"
            class="emoji-jump"
            classList={{ current: keyOf(section) === currentKey() }}
            aria-label={label(section)}
            title={label(section)}
            onClick={() => props.onJump(top)}
          >
            {section.group === null ? (
              <Icon name={kindIcons[section.kind]} />
            ) : (
              groupSigns[section.group]
            )}
          </button>
        )}
      </For>
    </div>
  );
}
