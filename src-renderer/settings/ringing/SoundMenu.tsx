import type { JSX } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { useApp } from '../../app/context.ts';
import { Menu, type MenuEntry } from '../../frame/Menu.tsx';
import { type Sound, soundName } from './kinds.ts';

const builtIn = ['system', 'bell', 'none'] as const;

/** A button with the sounds to choose from, and a way to hear the chosen one. */
export function SoundMenu(props: {
  readonly label: string;
  readonly class: string;
  readonly trigger: JSX.Element;
  /** Null = as for all. */
  readonly sound: Sound | null;
  /** What counts where none is chosen; null where one must be. */
  readonly usual: Sound | null;
  readonly onChoose: (sound: Sound | null) => void;
}) {
  const app = useApp();
  const words = () => app.m().ringing;
  const choice = (label: string, sound: Sound | null, chosen: boolean): MenuEntry => ({
    kind: 'choice',
    label,
    chosen,
    run: () => props.onChoose(sound),
  });
  const chooseFile = async () => {
    const answer = await app.actions.chooseSoundFile();
    if (answer.ok && answer.data !== null) props.onChoose({ kind: 'file', path: answer.data });
  };
  const entries = (): readonly MenuEntry[] => {
    const { sound, usual } = props;
    const heard = sound ?? usual;
    return [
      { kind: 'heading', label: props.label },
      ...(usual === null
        ? []
        : [
            choice(
              words().kinds.generalSound(soundName(usual, words().sound)),
              null,
              sound === null,
            ),
          ]),
      ...builtIn.map((kind) => choice(words().sound.names[kind], { kind }, sound?.kind === kind)),
      ...(sound?.kind === 'file' ? [choice(soundName(sound, words().sound), sound, true)] : []),
      { kind: 'action', label: words().sound.choose, icon: 'folder-open', run: chooseFile },
      ...(heard === null || heard.kind === 'none'
        ? []
        : [
            { kind: 'separator' } as const,
            {
              kind: 'action',
              label: words().sound.try,
              icon: 'player-play',
              run: () => app.actions.trySound(unwrap(heard)),
            } as const,
          ]),
    ];
  };
  return (
    <Menu class={props.class} label={props.label} trigger={props.trigger} entries={entries()} />
  );
}
