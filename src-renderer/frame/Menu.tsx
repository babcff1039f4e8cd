import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { placedAt } from './placement.ts';
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
  /** The menu stays open, on the other entries that running this one brings. */
  readonly stays?: boolean;
  readonly run: () => unknown;
}

/** A button with a menu, after the ARIA menu button pattern. */
export function Menu(props: {
  readonly label: string;
  /** In place of the label, for the pointer. */
  readonly title?: string;
  /** The trigger holds the label itself, as text. */
  readonly isNamed?: boolean;
  readonly class?: string;
  readonly tabIndex?: 0 | -1;
  readonly trigger: JSX.Element;
  readonly entries: readonly MenuEntry[];
  readonly onClosed?: () => void;
}) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  let menu: HTMLDivElement | undefined;

  const items = () => [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  const place = () => {
    if (button === undefined || menu === undefined) return;
    // As high as it likes to be, before it is given a place.
    menu.style.setProperty('--top', '0px');
    const { left, top } = placedAt(
      button.getBoundingClientRect(),
      { width: menu.offsetWidth, height: menu.offsetHeight },
      {
        width: document.documentElement.clientWidth,
        height: document.documentElement.clientHeight,
      },
    );
    menu.style.setProperty('--left', `${left}px`);
    menu.style.setProperty('--top', `${top}px`);
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

  const run = (entry: RunnableEntry) => {
    if (entry.stays !== true) close();
    entry.run();
    if (entry.stays === true) {
      place();
      items()[0]?.focus();
    }
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
        aria-label={props.isNamed === true ? undefined : props.label}
        title={props.title ?? props.label}
        tabIndex={props.tabIndex}
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
        on:toggle={(event: ToggleEvent) => {
          setOpen(event.newState === 'open');
          if (event.newState !== 'open') props.onClosed?.();
        }}
      >
        <Show when={open()}>
          <Entries entries={props.entries} onRun={run} />
        </Show>
      </div>
    </>
  );
}

function Entries(props: {
  readonly entries: readonly MenuEntry[];
  readonly onRun: (entry: RunnableEntry) => void;
}) {
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
            return <Entry entry={entry} onRun={() => props.onRun(entry)} />;
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
