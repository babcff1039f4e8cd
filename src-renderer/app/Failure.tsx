import './window.css';

/** Stands in place of the window when it cannot go on. */
export function Failure(props: { readonly sentence: string; readonly reload: string }) {
  return (
    <div class="failure" role="alert">
      <p>{props.sentence}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {props.reload}
      </button>
    </div>
  );
}
