import { For } from 'solid-js';
import './icon.css';
import { type IconName, iconPaths } from './paths.ts';

/** An icon in the colour of its text, 16 px unless the style says otherwise. Never read aloud. */
export function Icon(props: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <For each={iconPaths[props.name]}>{(path) => <path d={path} />}</For>
    </svg>
  );
}
