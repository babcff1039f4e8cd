import type { DialogRequest } from '../app/context.ts';
import { useApp } from '../app/context.ts';
import { Dialog } from '../frame/Dialog.tsx';

/** Asks before something kept is erased for good. */
export function EraseDialog(props: {
  readonly request: Extract<DialogRequest, { readonly kind: 'erase' }>;
}) {
  const app = useApp();
  const close = () => app.ask(null);
  return (
    <Dialog title={props.request.title} onClose={close}>
      <p>{props.request.text}</p>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={close}>
          {app.m().app.cancel}
        </button>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            // Closing takes the request out of the props.
            props.request.run();
            close();
          }}
        >
          {props.request.action}
        </button>
      </div>
    </Dialog>
  );
}
