import { firstVisible } from '../state/place.ts';
import type { Choice, Section } from './choices.ts';

/** Heights of the rows, in px; the styles use the same. */
export const cellSize = 40;
export const titleHeight = 28;

/** A line of the picker: a section's title, or some of its emojis side by side. */
export type Row = {
  /** Among all rows. */
  readonly index: number;
  readonly section: Section;
  readonly top: number;
  readonly height: number;
} & (
  | { readonly kind: 'title' }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
);

/** One emoji's place in the picker. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Lays the sections out in rows of so many columns (at least one). */
export function rowsOf(sections: readonly Section[], columns: number): readonly Row[] {
  const rows: Row[] = [];
  let top = 0;
  for (const section of sections) {
    rows.push({ kind: 'title', section, index: rows.length, top, height: titleHeight });
    top += titleHeight;
    for (let start = 0; start < section.choices.length; start += columns) {
      const choices = section.choices.slice(start, start + columns);
      rows.push({ kind: 'choices', section, choices, index: rows.length, top, height: cellSize });
      top += cellSize;
    }
  }
  return rows;
}

export function heightOf(rows: readonly Row[]): number {
  const last = rows.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

/** Only the rows that can be seen. */
export function seenRows(
  rows: readonly Row[],
  scrollTop: number,
  viewHeight: number,
): readonly Row[] {
  const first = firstRow(rows, scrollTop);
  if (first === -1) return [];
  const end = rows.findIndex(({ top }, index) => index > first && top >= scrollTop + viewHeight);
  return rows.slice(first, end === -1 ? rows.length : end);
}

/** The section that stands at the top; null where there is none. */
export function sectionAt(rows: readonly Row[], scrollTop: number): Section | null {
  const first = firstRow(rows, scrollTop);
  for (let index = first; index >= 0; index -= 1) {
    const row = rows[index];
    if (row?.kind === 'title') return row.section;
  }
  return null;
}

function firstRow(rows: readonly Row[], scrollTop: number): number {
  return firstVisible(rows.length, (index) => rows[index] ?? nowhere, scrollTop);
}

const nowhere = { top: 0, height: 0 };

/** The emoji at a place; null where there is none. */
export function choiceAt(rows: readonly Row[], place: CellPlace | null): Choice | null {
  const row = rows[place?.row ?? -1];
  return row?.kind === 'choices' ? (row.choices[place?.column ?? -1] ?? null) : null;
}

/** The first emoji's place, or null where there is none. */
export function firstCell(rows: readonly Row[]): CellPlace | null {
  const row = rows.findIndex(({ kind }) => kind === 'choices');
  return row === -1 ? null : { row, column: 0 };
}

/** Keys that move among the emojis. */
export type GridKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'PageUp' | 'PageDown';

const pageRows = 5;

/** Where a key leads from a place. It stays where there is nowhere to go. */
export function movedCell(rows: readonly Row[], from: CellPlace, key: GridKey): CellPlace {
  switch (key) {
    case 'ArrowRight':
      return choiceAt(rows, { row: from.row, column: from.column + 1 }) !== null
        ? { row: from.row, column: from.column + 1 }
        : ontoRow(rows, from, 1, 0);
    case 'ArrowLeft':
      return from.column > 0
        ? { row: from.row, column: from.column - 1 }
        : ontoRow(rows, from, -1, Number.POSITIVE_INFINITY);
    case 'ArrowDown':
      return ontoRow(rows, from, 1, from.column);
    case 'ArrowUp':
      return ontoRow(rows, from, -1, from.column);
    case 'PageDown':
    case 'PageUp': {
      const step = key === 'PageDown' ? 1 : -1;
      let place = from;
      for (let moved = 0; moved < pageRows; moved += 1) {
        place = ontoRow(rows, place, step, from.column);
      }
      return place;
    }
  }
}

/** The next row of emojis in a direction, titles skipped; at most at its last column. */
function ontoRow(rows: readonly Row[], from: CellPlace, step: 1 | -1, column: number): CellPlace {
  for (let index = from.row + step; index >= 0 && index < rows.length; index += step) {
    const row = rows[index];
    if (row?.kind === 'choices') {
      return { row: index, column: Math.min(column, row.choices.length - 1) };
    }
  }
  return from;
}
