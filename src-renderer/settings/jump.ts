import { rowElementId } from './rows/SettingRow.tsx';

/** How long a row that was searched for is marked, in ms. */
const markedFor = 2_500;

/** Brings a row into view, marks it for a moment, and gives the focus to what it is set with. */
export function jumpToRow(id: string): void {
  const row = document.getElementById(rowElementId(id));
  if (row === null) return;
  for (let inside = row.parentElement; inside !== null; inside = inside.parentElement) {
    if (inside instanceof HTMLDetailsElement) inside.open = true;
  }
  row.scrollIntoView({ block: 'center' });
  row.classList.add('setting-found');
  setTimeout(() => row.classList.remove('setting-found'), markedFor);
  const controls = 'input:not(:disabled), select, button:not(:disabled), summary';
  // Of radio buttons the chosen one: focus on another would choose it with the next arrow.
  const control =
    row.querySelector<HTMLElement>(':checked') ?? row.querySelector<HTMLElement>(controls);
  control?.focus({ preventScroll: true });
}
