import { createSignal, Show } from 'solid-js';
import type { AccountView, CallAnswer, TimelineSpec } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { Catalogue } from './Catalogue.tsx';
import { HashtagForm } from './HashtagForm.tsx';
import { PinnedList } from './PinnedList.tsx';
import './pins.css';

/** The timelines of an account: which are pinned and in which order, and what else there is. */
export function Pins(props: { readonly account: AccountView }) {
  const app = useApp();
  const words = () => app.m().pins;
  const close = () => app.ask(null);
  /** What went wrong last; a dialog covers what says so elsewhere. */
  const [error, setError] = createSignal('');
  const noted = <Data,>(result: CallAnswer<Data>): CallAnswer<Data> => {
    setError(result.ok ? '' : result.error || app.m().app.callFailed);
    return result;
  };
  const pin = async (spec: TimelineSpec) =>
    noted(await app.actions.pinTimeline(props.account.id, spec)).ok;

  return (
    <Dialog class="pins" title={words().title(props.account.handle)} onClose={close}>
      <PinnedList account={props.account} onResult={noted} />
      <section class="pins-add">
        <h3>{words().add}</h3>
        <Catalogue account={props.account} onPin={pin} />
        <HashtagForm onPin={pin} />
      </section>
      <div class="pins-end">
        <p class="field-error" role="alert">
          <Show when={error()}>{error()}</Show>
        </p>
        <button type="button" class="button" onClick={close}>
          {app.m().app.close}
        </button>
      </div>
    </Dialog>
  );
}
