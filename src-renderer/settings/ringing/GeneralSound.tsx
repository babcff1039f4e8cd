import { unwrap } from 'solid-js/store';
import { useApp } from '../../app/context.ts';
import { Icon } from '../../icons/Icon.tsx';
import { useSettings } from '../changes.ts';
import { Group } from '../rows/Group.tsx';
import { RangeRow } from '../rows/RangeRow.tsx';
import { SettingRow } from '../rows/SettingRow.tsx';
import { soundName } from './kinds.ts';
import { SoundMenu } from './SoundMenu.tsx';

/** What is heard where a kind has no sound of its own, and how loud. */
export function GeneralSound() {
  const app = useApp();
  const words = () => app.m().ringing.sound;
  const { settings, change } = useSettings();
  const sound = () => settings().sound;
  const name = () => soundName(sound().general, words());
  return (
    <Group title={words().title}>
      <SettingRow id="sound" label={words().general} group>
        {() => (
          <>
            <SoundMenu
              class="sound-button"
              label={`${words().general}: ${name()}`}
              trigger={
                <>
                  <bdi>{name()}</bdi>
                  <Icon name="chevron-down" />
                </>
              }
              sound={sound().general}
              usual={null}
              onChoose={(general) =>
                general !== null && void change({ sound: { ...sound(), general } })
              }
            />
            <button
              type="button"
              class="icon-button"
              aria-label={words().try}
              title={words().try}
              disabled={sound().general.kind === 'none'}
              onClick={() => app.actions.trySound(unwrap(sound().general))}
            >
              <Icon name="player-play" />
            </button>
          </>
        )}
      </SettingRow>
      <RangeRow
        id="volume"
        label={words().volume}
        hint={words().volumeHint}
        value={sound().volume}
        least={0}
        most={100}
        step={5}
        text={app.m().settings.percent}
        onChange={(volume) => void change({ sound: { ...sound(), volume } })}
      />
    </Group>
  );
}
