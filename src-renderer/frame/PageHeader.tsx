import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import './page-header.css';

/** The head of a view that lies over the lists, with the way back. */
export function PageHeader(props: { readonly title: string; readonly onBack: () => void }) {
  const app = useApp();
  return (
    <header class="page-header">
      <button
        type="button"
        class="icon-button"
        aria-label={app.m().app.back}
        title={`${app.m().app.back} (Esc)`}
        onClick={() => props.onBack()}
      >
        <Icon name="arrow-left" />
      </button>
      <h1>{props.title}</h1>
    </header>
  );
}
