/** Longer texts are cut: no desktop shows more, and some draw all they get. In code points. */
const longestTitle = 200;
const longestBody = 1_000;

export interface ToastText {
  readonly title: string;
  readonly body: string;
}

/**
 * The texts as the desktop is to be given them, so that what was written is what is read. Linux
 * services that say `body-markup` read the body as markup, and Electron and libnotify pass it on as
 * it is: a note with `<b>` would turn bold and one with a lone `<` or `&` come out broken, so there
 * these are escaped. A title is plain text on every system.
 */
export function toastText(text: ToastText, bodyIsMarkup: boolean): ToastText {
  const body = cut(printable(text.body), longestBody);
  return {
    title: cut(printable(text.title), longestTitle).replaceAll('\n', ' '),
    body: bodyIsMarkup ? escapeMarkup(body) : body,
  };
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Without control characters: a NUL would end the text, and D-Bus takes no lone surrogate. */
function printable(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ');
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const points = [...text];
  return points.length <= longest ? text : `${points.slice(0, longest - 1).join('')}…`;
}
