import { describe, expect, test } from 'vitest';
import { textOfHtml } from '../../../../../src-main/engine/feeds/notices/html-text.ts';

describe('the words of HTML', () => {
  const cases: [string, string, string][] = [
    ['no markup', 'plain words', 'plain words'],
    ['nothing', '', ''],
    ['paragraphs', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['breaks', 'one<br>two<br/>three<BR />four', 'one\ntwo\nthree\nfour'],
    ['no more than one empty line', 'one<br><br><br><br>two', 'one\n\ntwo'],
    ['white space as browsers fold it', '<p> a \n\t b </p>\n <p>c</p>', 'a b\n\nc'],
    ['none where a line begins', 'a<br> b', 'a\nb'],
    ['markup within words', 'a<b>b</b>c <i>d</i>', 'abc d'],
    [
      'a mention as Mastodon writes it',
      '<p><span class="h-card" translate="no"><a href="https://m.example/@bob" class="u-url mention">@<span>bob</span></a></span> hi</p>',
      '@bob hi',
    ],
    [
      'a link whose ends Mastodon hides',
      '<a href="https://example.org/a/long/path"><span class="invisible">https://</span><span class="ellipsis">example.org/a/lo</span><span class="invisible">ng/path</span></a>',
      'https://example.org/a/long/path',
    ],
    ['a list', '<ul><li>one</li><li>two</li></ul>', '• one\n• two'],
    ['a quote', 'he said<blockquote>yes</blockquote>and went', 'he said\nyes\nand went'],
    [
      'references',
      '&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#39; &#x1F514;',
      '<b> &amp; "x" \'y\' 🔔',
    ],
    ['a space that does not break', 'a&nbsp;b', 'a b'],
    [
      'references that are none',
      '&unknown; &toString; &#xZZ; & &;',
      '&unknown; &toString; &#xZZ; & &;',
    ],
    ['characters that are none', '&#0;&#xD800;&#99999999;', '\uFFFD\uFFFD\uFFFD'],
    ['a sign of its own', '1 < 2 <3 a<', '1 < 2 <3 a<'],
    ['scripts and styles', 'a<script>alert("x<y>")</script>b<STYLE>p{}</style>c', 'abc'],
    ['a script that is not closed', 'a<script>alert(1)', 'a'],
    ['comments', 'a<!-- <b> -- > -->b<!---->c<!doctype html>d<?php x?>e', 'abcde'],
    ['a comment that is not closed', 'a<!-- b', 'a'],
    ['a sign in quotes', '<a title="1 > 2" href=\'>\'>x</a>', 'x'],
    ['a tag that is not closed', 'a <b class="x', 'a'],
    ['pictures', 'a <img src="https://x.example/y.png" onerror="alert(1)" alt=":blob:"> b', 'a b'],
  ];

  test.each(cases)('%s', (_what, html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  test.each([
    '<',
    '<a ',
    '<a "',
    '<!--',
    '<script>',
    '<!',
    '&',
    '&#',
    ' <b> ',
    '<br>',
    '<p>',
    '&nbsp;',
    ' ',
    '<li>',
    '</script',
  ])('a flood of %j is read once, or it would take minutes', (flood) => {
    expect(textOfHtml(flood.repeat(60_000)).length).toBeLessThanOrEqual(flood.length * 60_000);
  });
});
