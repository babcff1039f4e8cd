import { type Accessor, createEffect, on } from 'solid-js';
import { Icon } from '../icons/Icon.tsx';
import './reorder.css';

type Step = -1 | 1;

/** Moves an item of a list one place up or down. At the ends the buttons stay, and lead nowhere. */
export function MoveButtons(props: {
  /** What the buttons are called. */
  readonly up: string;
  readonly down: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (step: Step) => void;
}) {
  const button = (step: Step, label: string, isEnd: boolean) => (
    <button
      type="button"
      class="icon-button move-button"
      data-step={step}
      aria-label={label}
      title={label}
      // Not `disabled`: it may have the focus when the item arrives at the end.
      aria-disabled={isEnd}
      onClick={() => !isEnd && props.onMove(step)}
    >
      <Icon name={step === -1 ? 'chevron-up' : 'chevron-down'} />
    </button>
  );
  return (
    <span class="move-buttons">
      {button(-1, props.up, props.index === 0)}
      {button(1, props.down, props.index === props.count - 1)}
    </span>
  );
}

/**
 * Keeps the focus on the button that moved an item: the item has `data-id`, and stands elsewhere once
 * the main process has moved it.
 */
export function followMoves(
  ids: Accessor<readonly string[]>,
  list: () => Element | undefined,
): (id: string, step: Step) => void {
  let moving: { readonly id: string; readonly step: Step } | null = null;
  createEffect(
    on(
      () => ids().join('\n'),
      () => {
        if (moving === null) return;
        const { id, step } = moving;
        moving = null;
        const item = list()?.querySelector(`[data-id="${CSS.escape(id)}"]`);
        item?.querySelector<HTMLElement>(`[data-step="${step}"]`)?.focus();
      },
      { defer: true },
    ),
  );
  return (id, step) => {
    moving = { id, step };
  };
}
