/** A long text to read: reached by keys, scrolled and copied as any text field is. */
export function LongText(props: { readonly label: string; readonly text: string }) {
  return (
    <textarea
      class="long-text"
      aria-label={props.label}
      readOnly
      rows={14}
      spellcheck={false}
      value={props.text}
    />
  );
}
