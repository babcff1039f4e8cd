import { createUniqueId, type JSX, onCleanup, onMount } from 'solid-js';
import './dialog.css';

/** A dialog above everything. `onClose` is called for Escape too; without it the dialog must be answered. */
export function Dialog(props: {
  readonly title: string;
  readonly class?: string;
  readonly onClose?: () => void;
  readonly children: JSX.Element;
}) {
  const titleId = createUniqueId();
  let dialog: HTMLDialogElement | undefined;
  onMount(() => dialog?.showModal());
  let isOver = false;
  onCleanup(() => {
    isOver = true;
    dialog?.close();
  });
  return (
    <dialog
      ref={dialog}
      class={props.class === undefined ? 'dialog' : `dialog ${props.class}`}
      aria-labelledby={titleId}
      on:cancel={(event) => {
        event.preventDefault();
        props.onClose?.();
      }}
      on:close={() => {
        if (isOver) return;
        // The browser lets a second Escape through, whatever the first one met.
        if (props.onClose === undefined) dialog?.showModal();
        else props.onClose();
      }}
    >
      <h2 id={titleId}>{props.title}</h2>
      {props.children}
    </dialog>
  );
}
