import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { AccountId } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import type { Choice, Section } from './choices.ts';
import { EmojiFace } from './EmojiFace.tsx';
import { type CellPlace, heightOf, type Row, seenRows } from './rows.ts';

/** Names a cell for `aria-activedescendant`. */
export const cellId = (gridId: string, place: CellPlace) =>
  `${gridId}-${place.row}-${place.column}`;

/** The emojis in rows. Only those that can be seen are made, and only their pictures are asked for. */
export function EmojiGrid(props: {
  readonly id: string;
  readonly accountId: AccountId;
  readonly rows: readonly Row[];
  readonly active: CellPlace | null;
  /** Whether the active one is to be brought into view: not while the pointer moves. */
  readonly follow: boolean;
  readonly isPinned: (choice: Choice) => boolean;
  readonly onActive: (place: CellPlace) => void;
  readonly onChoose: (choice: Choice) => void;
  readonly onPin: (choice: Choice) => void;
  readonly onScroll: (top: number) => void;
  /** Gives out what scrolls to a row. */
  readonly ref: (scrollTo: (top: number) => void) => void;
}) {
  const app = useApp();
  let scroller: HTMLDivElement | undefined;
  const [top, setTop] = createSignal(0);
  const [height, setHeight] = createSignal(0);
  const seen = createMemo(() => seenRows(props.rows, top(), height()));

  const measure = () => {
    if (scroller === undefined) return;
    setHeight(scroller.clientHeight);
    setTop(scroller.scrollTop);
    props.onScroll(scroller.scrollTop);
  };
  const scrollTo = (next: number) => {
    if (scroller === undefined) return;
    scroller.scrollTop = next;
    measure();
  };
  props.ref(scrollTo);

  createEffect(
    on(
      () => props.rows,
      () => queueMicrotask(measure),
    ),
  );
  createEffect(() => {
    const row = props.rows[props.active?.row ?? -1];
    if (scroller === undefined || row === undefined || !props.follow) return;
    const before = props.rows[row.index - 1];
    // The first emojis of a section bring its title with them.
    const start = before?.kind === 'title' ? before.top : row.top;
    const end = row.top + row.height;
    if (start < scroller.scrollTop) scrollTo(start);
    else if (end > scroller.scrollTop + scroller.clientHeight) {
      scrollTo(end - scroller.clientHeight);
    }
  });

  const titleOf = (section: Section): string => {
    const words = app.m().answers.emoji;
    if (section.group !== null) return words.groups[section.group];
    if (section.kind === 'custom') return section.category ?? words.custom;
    return section.kind === 'unicode' ? '' : words[section.kind];
  };

  return (
    <div
      ref={scroller}
      id={props.id}
      class="emoji-grid"
      role="listbox"
      aria-label={app.m().answers.emoji.title}
      onScroll={measure}
    >
      <div class="emoji-rows" style={{ '--height': `${heightOf(props.rows)}px` }}>
        <For each={seen()}>
          {(row) => (
            <Show
              when={row.kind === 'choices' && row}
              fallback={
                <p class="emoji-title" role="presentation" style={{ '--top': `${row.top}px` }}>
                  <bdi>{titleOf(row.section)}</bdi>
                </p>
              }
            >
              {(line) => (
                <div class="emoji-row" role="presentation" style={{ '--top': `${row.top}px` }}>
                  <For each={line().choices}>
                    {(choice, column) => {
                      const place = () => ({ row: row.index, column: column() });
                      const isActive = () =>
                        props.active?.row === row.index && props.active.column === column();
                      return (
                        <button
                          type="button"
                          id={cellId(props.id, place())}
                          class="emoji-cell"
                          classList={{
                            active: isActive(),
                            pinned: row.section.kind !== 'pinned' && props.isPinned(choice),
                          }}
                          role="option"
                          tabIndex={-1}
                          aria-selected={isActive()}
                          aria-label={choice.label}
                          onPointerMove={() => !isActive() && props.onActive(place())}
                          onClick={() => props.onChoose(choice)}
                          onContextMenu={(event) => {
                            event.preventDefault();
                            props.onPin(choice);
                          }}
                        >
                          <EmojiFace accountId={props.accountId} emoji={choice.emoji} />
                        </button>
                      );
                    }}
                  </For>
                </div>
              )}
            </Show>
          )}
        </For>
      </div>
    </div>
  );
}
