import { createSignal, For, Show } from 'solid-js';
import type { ShortcutName } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { SettingRow } from '../settings/rows/SettingRow.tsx';
import { keyNames, recordKey } from './accelerator.ts';
import './shortcut-row.css';

/** A global shortcut: a button that records the next key press, and one that takes it away. */
export function ShortcutRow(props: { readonly name: ShortcutName }) {
  const app = useApp();
  const words = () => app.m().entry.shortcuts;
  const label = () => words().names[props.name];
  const [isRecording, setIsRecording] = createSignal(false);
  const [error, setError] = createSignal('');
  let button: HTMLButtonElement | undefined;

  const accelerator = () => app.state.settings.shortcuts[props.name];
  const keys = () => keyNames(accelerator() ?? '', app.state.platform);
  const wrong = () => error() || (app.state.desktop.shortcuts.problems[props.name] ?? '');

  const change = async (wanted: string | null) => {
    setIsRecording(false);
    setError('');
    const result = await app.actions.setShortcut(props.name, wanted);
    if (!result.ok) setError(result.error || app.m().app.callFailed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isRecording()) return;
    // Whoever leaves by Tab does not want to record it.
    const isTab = event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (isTab || event.isComposing) {
      setIsRecording(false);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const recorded = recordKey(event, app.state.platform === 'darwin');
    switch (recorded.kind) {
      case 'keys':
        void change(recorded.accelerator);
        break;
      case 'cancel':
        setIsRecording(false);
        break;
      case 'unusable':
        setError(words().unusable);
        break;
    }
  };

  return (
    <SettingRow
      id={`shortcut-${props.name}`}
      label={label()}
      hint={words().hints[props.name]}
      error={wrong()}
      group
    >
      {({ describedBy }) => (
        <>
          <button
            ref={button}
            type="button"
            class="button small shortcut"
            classList={{ recording: isRecording() }}
            aria-describedby={describedBy}
            aria-pressed={isRecording()}
            on:keydown={onKeyDown}
            onBlur={() => setIsRecording(false)}
            onClick={() => {
              setError('');
              setIsRecording(!isRecording());
            }}
          >
            <span class="visually-hidden">{words().record(label())}. </span>
            <Show when={!isRecording()} fallback={words().recording}>
              <Show when={accelerator()} fallback={words().none}>
                <For each={keys()}>
                  {(key) => (
                    <>
                      <kbd class="key">{key}</kbd>{' '}
                    </>
                  )}
                </For>
              </Show>
            </Show>
          </button>
          <Show when={accelerator()}>
            <button
              type="button"
              class="icon-button shortcut-clear"
              aria-label={words().clear(label())}
              title={words().clear(label())}
              onClick={() => {
                void change(null);
                button?.focus();
              }}
            >
              <Icon name="x" />
            </button>
          </Show>
        </>
      )}
    </SettingRow>
  );
}
