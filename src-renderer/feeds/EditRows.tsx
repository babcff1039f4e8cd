import { Index, type JSX } from 'solid-js';
import { Icon } from '../icons/Icon.tsx';
import './edit-rows.css';

/** Lines of fields, each with a way out, and one to add another. The focus stays where the eye is. */
export function EditRows<Item>(props: {
  readonly items: readonly Item[];
  /** The ids of what names the whole. */
  readonly labelId?: string;
  /** What a line is called, counted from 1. */
  readonly nameOf: (number: number) => string;
  readonly removeLabel: (name: string) => string;
  readonly addLabel: string;
  /** So many lines at most. */
  readonly most: number;
  readonly fresh: Item;
  readonly onChange: (items: readonly Item[]) => void;
  readonly children: (item: () => Item, index: number, change: (next: Item) => void) => JSX.Element;
}) {
  let list: HTMLUListElement | undefined;
  let add: HTMLButtonElement | undefined;
  const remove = (index: number) => {
    props.onChange(props.items.filter((_, place) => place !== index));
    const lines = [...(list?.children ?? [])];
    const next = lines[Math.min(index, lines.length - 1)];
    (next?.querySelector<HTMLElement>('.edit-row-remove') ?? add)?.focus();
  };
  return (
    <div class="edit-rows">
      <ul ref={list} aria-labelledby={props.labelId}>
        <Index each={props.items}>
          {(item, index) => (
            <li class="edit-row">
              {props.children(item, index, (next) =>
                props.onChange(props.items.map((old, place) => (place === index ? next : old))),
              )}
              <button
                type="button"
                class="icon-button edit-row-remove"
                aria-label={props.removeLabel(props.nameOf(index + 1))}
                title={props.removeLabel(props.nameOf(index + 1))}
                onClick={() => remove(index)}
              >
                <Icon name="x" />
              </button>
            </li>
          )}
        </Index>
      </ul>
      <button
        ref={add}
        type="button"
        class="button small edit-rows-add"
        disabled={props.items.length >= props.most}
        onClick={() => {
          props.onChange([...props.items, props.fresh]);
          list?.lastElementChild?.querySelector<HTMLElement>('input, textarea')?.focus();
        }}
      >
        <Icon name="plus" />
        {props.addLabel}
      </button>
    </div>
  );
}
