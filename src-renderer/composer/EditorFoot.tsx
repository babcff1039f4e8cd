import { Show } from 'solid-js';
import type { DraftView, Visibility } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Menu, type MenuEntry } from '../frame/Menu.tsx';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import type { Written } from './drafts.ts';
import type { LengthLeft } from './length.ts';

const visibilityIcons: Readonly<Record<Visibility, IconName>> = {
  public: 'world',
  home: 'home',
  followers: 'lock',
  specified: 'mail',
};

/** What a note is to be besides its text, how much still fits, and the way to post it. */
export function EditorFoot(props: {
  readonly draft: DraftView;
  readonly now: Written;
  readonly length: LengthLeft;
  readonly posting: boolean;
  readonly canPost: boolean;
  readonly onChange: (changes: Partial<Written>) => void;
  readonly onEmoji: (anchor: Element) => void;
}) {
  const app = useApp();
  const words = () => app.m().answers.compose;
  const entries = (): readonly MenuEntry[] =>
    props.draft.visibilities.map((visibility) => ({
      kind: 'choice',
      icon: visibilityIcons[visibility],
      label: words().visibilities[visibility].name,
      detail: words().visibilities[visibility].detail,
      chosen: visibility === props.now.visibility,
      run: () => props.onChange({ visibility }),
    }));
  const visibilityName = () => words().visibilities[props.now.visibility].name;
  const federation = () => (props.now.localOnly ? words().localOnly : words().federated);

  return (
    <footer class="composer-foot">
      <Menu
        class="composer-visibility"
        label={`${words().visibility}: ${visibilityName()}`}
        entries={entries()}
        trigger={
          <>
            <Icon name={visibilityIcons[props.now.visibility]} />
            <span class="composer-visibility-name">{visibilityName()}</span>
            <Icon name="chevron-down" />
          </>
        }
      />
      <Toggle
        icon={props.now.localOnly ? 'rocket-off' : 'rocket'}
        label={federation()}
        pressed={props.now.localOnly}
        onPress={() => props.onChange({ localOnly: !props.now.localOnly })}
      />
      <Toggle
        icon="eye-off"
        label={words().warning}
        pressed={props.now.cw !== null}
        onPress={() => props.onChange({ cw: props.now.cw === null ? '' : null })}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={words().emoji}
        aria-haspopup="dialog"
        title={words().emoji}
        // The caret stays where it is.
        onPointerDown={(event) => event.preventDefault()}
        onClick={(event) => props.onEmoji(event.currentTarget)}
      >
        <Icon name="mood-smile" />
      </button>
      <span class="composer-space" />
      <span
        class="composer-left"
        classList={{ over: props.length.over, near: props.length.near }}
        title={words().left(props.length.left)}
      >
        <span aria-hidden="true">{props.length.left}</span>
        <span class="visually-hidden" role={props.length.near ? 'status' : undefined}>
          {words().left(props.length.left)}
        </span>
      </span>
      <button
        type="submit"
        class="button primary composer-post"
        disabled={!props.canPost}
        title={`${words().post} (Ctrl+Enter)`}
      >
        <Show when={props.posting} fallback={words().post}>
          <span class="spinner" />
          {words().posting}
        </Show>
      </button>
    </footer>
  );
}

function Toggle(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      class="icon-button"
      classList={{ on: props.pressed }}
      aria-label={props.label}
      aria-pressed={props.pressed}
      title={props.label}
      onClick={() => props.onPress()}
    >
      <Icon name={props.icon} />
    </button>
  );
}
