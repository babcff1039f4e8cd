import {
  createMemo,
  createSignal,
  createUniqueId,
  Match,
  onCleanup,
  onMount,
  Show,
  Switch,
} from 'solid-js';
import type { PickRequest } from '../answers/answers.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { type Choice, sectionsOf } from './choices.ts';
import { cellId, EmojiGrid } from './EmojiGrid.tsx';
import { EmojiPreview } from './EmojiPreview.tsx';
import { createOffer } from './offer.ts';
import './picker.css';
import { placedAt } from '../frame/placement.ts';
import {
  type CellPlace,
  cellSize,
  choiceAt,
  firstCell,
  type GridKey,
  movedCell,
  type Row,
  rowsOf,
  sectionAt,
} from './rows.ts';
import { SectionStrip } from './SectionStrip.tsx';
import { found, normalizedQuery } from './search.ts';

/** The emoji picker, while something asks for an emoji. */
export function EmojiPicker() {
  const app = useApp();
  return (
    <Show when={app.answers.picking()} keyed>
      {(request) => <OpenPicker request={request} />}
    </Show>
  );
}

const mostColumns = 8;
/** What the frame, its padding and a scrollbar take beside the emojis, in px. */
const frameWidth = 28;

function columnsThatFit(): number {
  const room = document.documentElement.clientWidth - frameWidth - 16;
  return Math.max(1, Math.min(mostColumns, Math.floor(room / cellSize)));
}

const gridKeys: Readonly<Record<string, GridKey>> = {
  ArrowLeft: 'ArrowLeft',
  ArrowRight: 'ArrowRight',
  ArrowUp: 'ArrowUp',
  ArrowDown: 'ArrowDown',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
};

function OpenPicker(props: { readonly request: PickRequest }) {
  const app = useApp();
  const words = () => app.m().answers.emoji;
  const gridId = createUniqueId();
  const before = document.activeElement;
  let popover: HTMLDivElement | undefined;
  let input: HTMLInputElement | undefined;
  let scrollTo: (top: number) => void = () => undefined;

  const offer = createOffer(props.request);
  const columns = columnsThatFit();
  const [query, setQuery] = createSignal('');
  const [scrolled, setScrolled] = createSignal(0);
  const [chosenPlace, setChosenPlace] = createSignal<CellPlace | null>(null);
  const [follow, setFollow] = createSignal(true);

  const rows = createMemo((): readonly Row[] => {
    const ready = offer.ready();
    if (ready === null) return [];
    const wanted = normalizedQuery(query());
    return rowsOf(wanted === '' ? sectionsOf(ready) : [found(ready, wanted)], columns);
  });
  const hasChoices = createMemo(() => firstCell(rows()) !== null);
  const active = createMemo(() => {
    const place = chosenPlace();
    return place !== null && choiceAt(rows(), place) !== null ? place : firstCell(rows());
  });
  const activeChoice = () => choiceAt(rows(), active());

  const close = () => app.answers.pick(null);
  const choose = (choice: Choice | null) => {
    if (choice === null) return;
    if (!props.request.stays) close();
    props.request.onPick(choice.text, choice.emoji);
  };
  const search = (typed: string) => {
    setQuery(typed);
    setChosenPlace(null);
    setFollow(true);
    scrollTo(0);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // What is typed here means nothing to the window below.
    event.stopPropagation();
    if (event.isComposing) return;
    const key = gridKeys[event.key];
    const place = active();
    const pins = event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey);
    if (event.key === 'Escape') close();
    else if (event.target !== input) return;
    else if (event.key === 'Enter') choose(activeChoice());
    else if (pins) offer.togglePin(activeChoice());
    else if (key !== undefined && place !== null) {
      setFollow(true);
      setChosenPlace(movedCell(rows(), place, key));
    } else return;
    event.preventDefault();
  };

  onMount(() => {
    if (popover === undefined) return;
    popover.showPopover();
    const { left, top } = placedAt(
      props.request.anchor.getBoundingClientRect(),
      { width: popover.offsetWidth, height: popover.offsetHeight },
      {
        width: document.documentElement.clientWidth,
        height: document.documentElement.clientHeight,
      },
    );
    popover.style.setProperty('--left', `${left}px`);
    popover.style.setProperty('--top', `${top}px`);
    input?.focus();
    window.addEventListener('resize', close);
  });
  onCleanup(() => {
    window.removeEventListener('resize', close);
    queueMicrotask(() => {
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (isFree && before instanceof HTMLElement && before.isConnected) {
        before.focus({ preventScroll: true });
      }
    });
  });

  return (
    <div
      ref={popover}
      class="emoji-picker"
      role="dialog"
      aria-label={words().title}
      popover="auto"
      style={{ '--columns': String(columns) }}
      onKeyDown={onKeyDown}
      on:toggle={(event: ToggleEvent) => event.newState === 'closed' && close()}
    >
      <div class="emoji-search">
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={words().search}
          aria-expanded="true"
          aria-controls={gridId}
          aria-autocomplete="list"
          aria-activedescendant={activeId(gridId, active())}
          placeholder={words().search}
          autocomplete="off"
          spellcheck={false}
          value={query()}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </div>
      <Switch>
        <Match when={offer.error()}>
          {(error) => (
            <div class="emoji-empty" role="alert">
              <p>{error()}</p>
              <button type="button" class="button small" onClick={() => offer.load()}>
                {words().retry}
              </button>
            </div>
          )}
        </Match>
        <Match when={offer.ready() === null}>
          <div class="emoji-empty" role="status">
            <span class="spinner" />
            {words().loading}
          </div>
        </Match>
        <Match when={offer.ready()}>
          <Show when={normalizedQuery(query()) === ''}>
            <SectionStrip
              rows={rows()}
              current={sectionAt(rows(), scrolled())}
              onJump={(top) => {
                setFollow(false);
                scrollTo(top);
              }}
            />
          </Show>
          <Show when={hasChoices()} fallback={<p class="emoji-empty">{words().none}</p>}>
            <EmojiGrid
              id={gridId}
              accountId={props.request.accountId}
              rows={rows()}
              active={active()}
              follow={follow()}
              isPinned={offer.isPinned}
              onActive={(place) => {
                setFollow(false);
                setChosenPlace(place);
              }}
              onChoose={choose}
              onPin={offer.togglePin}
              onScroll={setScrolled}
              ref={(given) => {
                scrollTo = given;
              }}
            />
          </Show>
          <EmojiPreview
            accountId={props.request.accountId}
            choice={activeChoice()}
            isPinned={offer.isPinned}
            onPin={offer.togglePin}
          />
        </Match>
      </Switch>
    </div>
  );
}

function activeId(gridId: string, place: CellPlace | null): string | undefined {
  return place === null ? undefined : cellId(gridId, place);
}
