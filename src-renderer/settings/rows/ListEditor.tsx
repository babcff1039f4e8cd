import { createSignal, For, Show } from 'solid-js';
import { useApp } from '../../app/context.ts';
import { Icon } from '../../icons/Icon.tsx';
import { AddField, type ReadItems } from './AddField.tsx';
import { type RowWords, SettingRow } from './SettingRow.tsx';

/** How something comes into a list. */
export type Adding =
  | {
      readonly kind: 'text';
      /** An example of what can be typed. */
      readonly placeholder: string;
      readonly read: ReadItems;
      readonly onAdd: (items: readonly string[]) => void;
    }
  /** By a dialog of its own, as files do. */
  | { readonly kind: 'button'; readonly label: string; readonly onAdd: () => void };

/** Words, people or files: what is in the list, each with a way out of it, and a way to add more. */
export function ListEditor(
  props: RowWords & {
    readonly items: readonly string[];
    /** What an item is called, where that is not the item itself. */
    readonly nameOf?: (item: string) => string;
    readonly adding: Adding;
    readonly onRemove: (item: string) => void;
  },
) {
  const app = useApp();
  const [said, setSaid] = createSignal('');
  const [error, setError] = createSignal('');
  let list: HTMLUListElement | undefined;
  const name = (item: string) => props.nameOf?.(item) ?? item;

  const remove = (item: string, index: number) => {
    setSaid(app.m().settings.removed(name(item)));
    // The focus goes where the eye is: to the neighbour, or to where one adds.
    const buttons = [...(list?.querySelectorAll<HTMLElement>('.list-entry-remove') ?? [])];
    const next = buttons[index + 1] ?? buttons[index - 1];
    const add = list?.parentElement?.querySelector<HTMLElement>(
      '.list-add input, .list-add button',
    );
    (next ?? add)?.focus();
    props.onRemove(item);
  };

  return (
    <SettingRow
      id={props.id}
      label={props.label}
      hint={props.hint}
      error={error()}
      group={props.adding.kind === 'button'}
      below
    >
      {(ids) => (
        <>
          <ul class="list-entries" ref={list} aria-labelledby={ids.labelId}>
            <For each={props.items}>
              {(item, index) => (
                <li class="list-entry">
                  <bdi>{name(item)}</bdi>
                  <button
                    type="button"
                    class="list-entry-remove"
                    aria-label={app.m().settings.remove(name(item))}
                    title={app.m().settings.remove(name(item))}
                    onClick={() => remove(item, index())}
                    onKeyDown={(event) => {
                      if (event.key === 'Delete' || event.key === 'Backspace') {
                        event.preventDefault();
                        remove(item, index());
                      }
                    }}
                  >
                    <Icon name="x" />
                  </button>
                </li>
              )}
            </For>
          </ul>
          <div class="list-add">
            <Show
              when={props.adding.kind === 'text' && props.adding}
              fallback={
                <button
                  type="button"
                  class="button small"
                  onClick={() => props.adding.kind === 'button' && props.adding.onAdd()}
                >
                  <Icon name="plus" />
                  {props.adding.kind === 'button' && props.adding.label}
                </button>
              }
            >
              {(adding) => (
                <AddField
                  ids={ids}
                  placeholder={adding().placeholder}
                  items={props.items}
                  read={adding().read}
                  invalid={error() !== ''}
                  onError={setError}
                  onAdd={(items) => {
                    setSaid(app.m().settings.added(items.map(name).join(', ')));
                    adding().onAdd(items);
                  }}
                />
              )}
            </Show>
          </div>
          <p class="visually-hidden" role="status">
            {said()}
          </p>
        </>
      )}
    </SettingRow>
  );
}
