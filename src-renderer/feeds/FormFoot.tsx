import type { JSX } from 'solid-js';
import './feeds.css';

/** What ends a form: its button, and what is said against what was typed. */
export function FormFoot(props: {
  readonly label: string;
  readonly isBusy: boolean;
  readonly error: string;
  /** Ways besides the button. */
  readonly children?: JSX.Element;
}) {
  return (
    <div class="feed-form-foot">
      <p class="setting-error" role="alert">
        {props.error}
      </p>
      {/* Not `disabled`, which would take the focus from whoever has just pressed it. */}
      <button
        type="submit"
        class="button primary"
        aria-disabled={props.isBusy}
        onClick={(event) => {
          if (props.isBusy) event.preventDefault();
        }}
      >
        {props.label}
      </button>
      {props.children}
    </div>
  );
}

/** Brings the first field that something is wrong with into view, and gives it the focus. */
export function focusFirstInvalid(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  const fold = field?.closest('details');
  if (fold) fold.open = true;
  field?.focus();
}
