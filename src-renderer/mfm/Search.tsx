import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { useItem } from '../lists/item.ts';
import './search.css';
import { searchAddress } from './search.ts';

/** `words [search]`: what to look for, and a button that looks for it on the web. */
export function Search(props: { readonly query: string }) {
  const app = useApp();
  const item = useItem();
  return (
    <span class="mfm-search">
      <bdi class="mfm-search-query" title={props.query}>
        {props.query}
      </bdi>
      <button
        type="button"
        class="mfm-search-button"
        tabIndex={item.tabIndex()}
        aria-label={app.m().text.searchFor(props.query)}
        onClick={() => app.actions.openLink(searchAddress(props.query))}
      >
        <Icon name="search" />
        {app.m().text.search}
      </button>
    </span>
  );
}
