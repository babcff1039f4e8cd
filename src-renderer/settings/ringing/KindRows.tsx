import { createUniqueId, For } from 'solid-js';
import type { Settings } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { Icon } from '../../icons/Icon.tsx';
import type { Choice } from '../rows/ChoiceRow.tsx';
import { Select } from '../rows/Select.tsx';
import { rowElementId } from '../rows/SettingRow.tsx';
import {
  type Kind,
  type kindGroups,
  type Loudness,
  loudnesses,
  type RuleChange,
  ruleOf,
  type Sound,
  soundName,
} from './kinds.ts';
import { SoundMenu } from './SoundMenu.tsx';
import './ringing.css';

type TypeRules = Settings['rules']['types'];

/** What counts for a kind that has no rule here. */
interface Usual {
  readonly loudness: Loudness;
  readonly sound: Sound;
}

/** Every kind of notice under the heading of its group, with how it is told and heard. */
export function KindRows(props: {
  readonly groups: typeof kindGroups;
  readonly rules: TypeRules;
  readonly usual: (kind: Kind) => Usual;
  /** Whether the usual is a choice of its own ("as for all"), and not the same as its value. */
  readonly canFollow: boolean;
  /** Before each row's `id`; empty for the rows that a search leads to. */
  readonly prefix: string;
  readonly onChange: (kind: Kind, change: RuleChange) => void;
}) {
  const app = useApp();
  const words = () => app.m().ringing.kinds;
  return (
    <For each={props.groups}>
      {(group) => {
        const titleId = createUniqueId();
        return (
          <fieldset class="kind-group" aria-labelledby={titleId}>
            <h3 id={titleId} aria-level={app.nav.hasSettingsBeside() ? 4 : 3}>
              {words().groups[group.id]}
            </h3>
            <For each={group.kinds}>
              {(kind) => (
                <KindRow
                  kind={kind}
                  rowId={`${props.prefix}kind-${kind.id}`}
                  rules={props.rules}
                  usual={props.usual(kind)}
                  canFollow={props.canFollow}
                  onChange={(change) => props.onChange(kind, change)}
                />
              )}
            </For>
          </fieldset>
        );
      }}
    </For>
  );
}

/** One kind, with how it is told and heard. */
export function KindRow(props: {
  readonly kind: Kind;
  /** In place of the name that the kind has. */
  readonly name?: string | undefined;
  readonly rowId: string;
  readonly rules: TypeRules;
  readonly usual: Usual;
  readonly canFollow: boolean;
  readonly onChange: (change: RuleChange) => void;
}) {
  const app = useApp();
  const words = () => app.m().ringing;
  const name = () => props.name ?? words().kinds.names[props.kind.id];
  const rule = () => ruleOf(props.rules, props.kind);
  const loudness = () => rule().loudness ?? props.usual.loudness;
  const chosen = (): Loudness | 'usual' =>
    rule().loudness ?? (props.canFollow ? 'usual' : props.usual.loudness);
  const options = (): readonly Choice<Loudness | 'usual'>[] => [
    ...(props.canFollow
      ? [
          {
            value: 'usual' as const,
            label: words().accounts.asForAllNow(words().kinds.loudness[props.usual.loudness]),
          },
        ]
      : []),
    ...loudnesses.map((value) => ({ value, label: words().kinds.loudness[value] })),
  ];
  const sound = () => rule().sound ?? null;
  return (
    <div class="kind-row" id={rowElementId(props.rowId)}>
      <div class="kind-words">
        <span>{name()}</span>
        <span class="setting-hint">
          {sound() !== null && loudness() === 'ring'
            ? soundName(sound() ?? props.usual.sound, words().sound)
            : ''}
        </span>
      </div>
      <Select
        label={words().kinds.loudnessOf(name())}
        value={chosen()}
        options={options()}
        onChoose={(value) => props.onChange({ loudness: kept(value, props.canFollow) })}
      />
      <span class="kind-sound" classList={{ unheard: loudness() !== 'ring' }}>
        <SoundMenu
          class={sound() === null ? 'icon-button' : 'icon-button on'}
          label={words().kinds.soundOf(
            name(),
            soundName(sound() ?? props.usual.sound, words().sound),
          )}
          trigger={<Icon name="music" />}
          sound={sound()}
          usual={props.usual.sound}
          onChoose={(next) => props.onChange({ sound: next })}
        />
      </span>
    </div>
  );
}

/** What is kept of a choice: ringing needs no rule, except where it differs from what is for all. */
function kept(value: Loudness | 'usual', canFollow: boolean): Loudness | null {
  if (value === 'usual') return null;
  return value === 'ring' && !canFollow ? null : value;
}
