/** Text that is safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
  :root { color-scheme: light dark; --brass: #966208; --line: #0002; }
  @media (prefers-color-scheme: dark) { :root { --brass: #f2b84b; --line: #fff3; } }
  body { font: 15px/1.6 system-ui, sans-serif; margin: 0; display: grid; place-items: center; min-height: 100vh; }
  main { width: min(30rem, calc(100vw - 2rem)); padding: 2rem 0; }
  h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
  ul { padding-left: 1.2rem; }
  .person { display: flex; gap: .75rem; align-items: center; margin: 1rem 0; }
  .person img { width: 48px; height: 48px; border-radius: 50%; }
  .faint { opacity: .75; font-size: .87rem; overflow-wrap: anywhere; }
  .note { border: 1px solid var(--line); border-radius: 8px; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
  main > img { max-width: 100%; border-radius: 8px; }
  img.emoji { height: 1.4em; vertical-align: -.3em; }
  form { display: flex; gap: .75rem; margin-top: 1.5rem; }
  button { font: inherit; padding: .5rem 1.4rem; border-radius: 6px; border: 1px solid var(--brass); background: none; color: inherit; cursor: pointer; }
  button.yes { background: var(--brass); color: Canvas; }
`;

/** A whole page around the given markup. `title` is plain text. */
export function htmlPage(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body><main>${main}</main></body>
</html>
`;
}
