import { useApp } from '../../app/context.ts';
import { ButtonRow } from '../rows/ButtonRow.tsx';

/** The way to the log. */
export function LogFolderRow(props: { readonly id: string }) {
  const app = useApp();
  const words = () => app.m().diagnostics;
  return (
    <ButtonRow id={props.id} label={words().logFolder} hint={words().logFolderHint}>
      <button type="button" class="button" onClick={() => app.actions.openLogFolder()}>
        {words().openLogFolder}
      </button>
    </ButtonRow>
  );
}
