import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import './menu.css';
import { nextEntry } from './menu-keys.ts';

/** One line of a menu. `choice` is one of several of which exactly one is chosen. */
export type MenuEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'heading'; readonly label: string }
  | RunnableEntry;

interface RunnableEntry {
  readonly kind: 'action' | 'choice';
  readonly label: string;
  /** In place of the label, for a name that holds emojis. */
  readonly name?: () => JSX.Element;
  /** A second, quieter line. */
  readonly detail?: string;
  readonly icon?: IconName;
  /** In place of an icon. */
  readonly picture?: () => JSX.Element;
  readonly chosen?: boolean;
  readonly run: () => unknown;
}

/** A button with a menu, after the ARIA menu button pattern. */
export function Menu(props: {
  readonly label: string;
  readonly class?: string;
  readonly trigger: JSX.Element;
  readonly entries: readonly MenuEntry[];
}) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  let menu: HTMLDivElement | undefined;

  const items = () => [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  const place = () => {
    if (button === undefined || menu === undefined) return;
    const { bottom, left, right } = button.getBoundingClientRect();
    const width = menu.offsetWidth;
    const room = document.documentElement.clientWidth - width - 4;
    // Below the button, at its start or, where that would leave the window, at its end.
    const start = left + width <= document.documentElement.clientWidth - 4 ? left : right - width;
    menu.style.setProperty('--left', `${Math.max(4, Math.min(start, room))}px`);
    menu.style.setProperty('--top', `${bottom + 4}px`);
  };

  const show = (focus: 'first' | 'last' | 'chosen') => {
    // The entries are there before the popover opens, so that one of them can take the focus.
    setOpen(true);
    menu?.showPopover();
    place();
    const all = items();
    const chosen = all.find((item) => item.getAttribute('aria-checked') === 'true');
    const first = focus === 'chosen' ? (chosen ?? all[0]) : all.at(focus === 'last' ? -1 : 0);
    first?.focus();
  };
  const close = () => {
    menu?.hidePopover();
    button?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const current = all.findIndex((item) => item.matches(':focus'));
    const next = nextEntry(
      event.key,
      all.map((item) => item.textContent ?? ''),
      current,
    );
    if (next !== null) all[next]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') menu?.hidePopover();
    if (next !== null || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class={props.class ?? 'icon-button'}
        aria-label={props.label}
        title={props.label}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-controls={id}
        onClick={() => (open() ? close() : show('chosen'))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          show(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {props.trigger}
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        role="menu"
        aria-label={props.label}
        popover="auto"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        on:toggle={(event: ToggleEvent) => setOpen(event.newState === 'open')}
      >
        <Show when={open()}>
          <Entries entries={props.entries} onRun={close} />
        </Show>
      </div>
    </>
  );
}

function Entries(props: { readonly entries: readonly MenuEntry[]; readonly onRun: () => void }) {
  return (
    <For each={props.entries}>
      {(entry) => {
        switch (entry.kind) {
          case 'separator':
            return <hr class="menu-separator" />;
          case 'heading':
            return (
              <p class="menu-heading" role="presentation">
                {entry.label}
              </p>
            );
          default:
            return (
              <Entry
                entry={entry}
                onRun={() => {
                  props.onRun();
                  entry.run();
                }}
              />
            );
        }
      }}
    </For>
  );
}

function Entry(props: { readonly entry: RunnableEntry; readonly onRun: () => void }) {
  return (
    <Show
      when={props.entry.kind === 'choice'}
      fallback={
        <button
          type="button"
          class="menu-entry"
          role="menuitem"
          tabIndex={-1}
          onClick={props.onRun}
        >
          <EntryFace entry={props.entry} />
        </button>
      }
    >
      <button
        type="button"
        class="menu-entry"
        role="menuitemradio"
        aria-checked={props.entry.chosen === true}
        tabIndex={-1}
        onClick={props.onRun}
      >
        <EntryFace entry={props.entry} />
      </button>
    </Show>
  );
}

function EntryFace(props: { readonly entry: RunnableEntry }) {
  return (
    <>
      <span class="menu-picture">
        {props.entry.picture?.() ?? (
          <Show when={props.entry.icon}>{(name) => <Icon name={name()} />}</Show>
        )}
      </span>
      <span class="menu-words">
        <bdi class="menu-label">{props.entry.name?.() ?? props.entry.label}</bdi>
        <Show when={props.entry.detail}>
          {(detail) => <bdi class="menu-detail">{detail()}</bdi>}
        </Show>
      </span>
      <Show when={props.entry.chosen}>
        <Icon name="check" />
      </Show>
    </>
  );
}
