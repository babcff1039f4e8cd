import { For } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Column } from './Column.tsx';
import './columns.css';

/** The chosen timeline and those beside it. Each timeline is a list of its own. */
export function Timeline(props: { readonly visible: boolean }) {
  const app = useApp();
  const { columns } = app.nav;
  const isAlone = () => columns.inView().length === 1;
  return (
    <div class="columns" hidden={!props.visible}>
      <For each={columns.inView()}>
        {(timeline) => <Column timeline={timeline} isAlone={isAlone()} visible={props.visible} />}
      </For>
    </div>
  );
}
