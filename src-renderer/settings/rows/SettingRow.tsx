import { createUniqueId, type JSX, Show } from 'solid-js';
import './rows.css';

/** What every row says. */
export interface RowWords {
  /** Unique over all pages; see `SettingsEntry.id`. */
  readonly id: string;
  readonly label: string;
  /** What it does, where the label leaves that open. */
  readonly hint?: string | undefined;
}

/** What ties a control to the words of its row. */
export interface RowIds {
  /** For the control itself, when it is one that a label can be for. */
  readonly controlId: string;
  /** For `aria-labelledby` of a control that is a group. */
  readonly labelId: string;
  /** For `aria-describedby`. Read where it is used: it changes, and must not make the control anew. */
  readonly describedBy: string | undefined;
}

/** One setting: its words, and beside or below them what it is set with. */
export function SettingRow(
  props: RowWords & {
    /** What is wrong with what was typed; empty = nothing. */
    readonly error?: string | undefined;
    /** The control needs the whole width, below the words. */
    readonly below?: boolean;
    /** The control is a group, which a label cannot be for. */
    readonly group?: boolean;
    readonly children: (ids: RowIds) => JSX.Element;
  },
) {
  const ids = rowIds();
  const describedBy = () =>
    [props.hint ? ids.hintId : '', props.error ? ids.errorId : ''].filter(Boolean).join(' ');
  return (
    <div
      class="setting-row"
      classList={{ below: props.below === true }}
      id={rowElementId(props.id)}
    >
      <div class="setting-words">
        <Show
          when={props.group}
          fallback={
            <label id={ids.labelId} for={ids.controlId}>
              {props.label}
            </label>
          }
        >
          <span id={ids.labelId}>{props.label}</span>
        </Show>
        <Show when={props.hint}>
          <p id={ids.hintId} class="setting-hint">
            {props.hint}
          </p>
        </Show>
      </div>
      <div class="setting-control">
        {props.children({
          controlId: ids.controlId,
          labelId: ids.labelId,
          get describedBy() {
            return describedBy() || undefined;
          },
        })}
      </div>
      <p id={ids.errorId} class="setting-error" role="alert">
        {props.error}
      </p>
    </div>
  );
}

/** The `id` of a row's element. */
export function rowElementId(id: string): string {
  return `setting-${id}`;
}

function rowIds() {
  const base = createUniqueId();
  return {
    controlId: `${base}-control`,
    labelId: `${base}-label`,
    hintId: `${base}-hint`,
    errorId: `${base}-error`,
  };
}
