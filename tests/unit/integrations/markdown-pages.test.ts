import { expect, test } from 'vitest';
import { toMarkdown } from '../../../src/integrations/markdown-pages.ts';

const alternate = '<link rel="alternate" type="text/markdown" href="https://clinic.test/g/team/index.md">';
const page = (main: string, link = alternate, foot = '') =>
	`<title>Team</title><link rel="canonical" href="https://clinic.test/g/team/">${link}` +
	`<body><header>Menu</header><main>${main}</main>${foot}</body>`;

const table = '<table><caption>C</caption><tr><th></th><th>Spa</th></tr><tr><th>Aim</th><td>calm</td></tr></table>';
const drawing = '<svg role="img" aria-label="Pain falls."><path d="M0 0"/></svg>';
test.each([
	['headings and paragraphs', '<h1>A</h1><p>We <em>are</em> <b>two</b>.</p>', '# A\n\nWe *are* **two**.\n'],
	['a link as a whole address', '<a href="/g/a/">Ask</a>', '[Ask](https://clinic.test/g/a/)\n'],
	['a link on its page', '<a href="#ana">Ana</a>', '[Ana](https://clinic.test/g/team/#ana)\n'],
	['a table', table, '|     | Spa  |\n| --- | ---- |\n| Aim | calm |\n'],
	['a disclosure', '<details><summary>Sore?</summary><p>Come in.</p></details>', '### Sore?\n\nCome in.\n'],
	['a drawing', `<figure>${drawing}<figcaption>Example</figcaption></figure>`, 'Pain falls.\n\nExample\n'],
	['a word that is a button', '<p>An <button type="button">LMT</button> helps.</p>', 'An LMT helps.\n'],
])('writes %s', (_, html, markdown) => {
	expect(toMarkdown(page(html))).toBe(markdown);
});

test.each([
	['what only decorates', '<p>Yes</p><svg aria-hidden="true"><path/></svg><p aria-hidden="true">–</p>'],
	['a drawing without words', '<p>Yes</p><svg><path d="M0 0"/></svg>'],
	['what is for editors', '<p>Yes</p><span data-nosnippet><a href="/edit">Edit</a></span>'],
	['forms, scripts and styles', '<p>Yes</p><form><label>Name</label></form><script>a()</script><style>p{}</style>'],
])('leaves out %s', (_, html) => {
	expect(toMarkdown(page(html))).toBe('Yes\n');
});

test('ends with the words of the footer', () => {
	const markdown = toMarkdown(page('<p>x</p>', alternate, '<footer><p>No medical advice.</p></footer>'));
	expect(markdown).toBe('x\n\n---\n\nNo medical advice.\n');
});

test('makes nothing of a page that names no alternate', () => {
	expect(toMarkdown(page('<p>x</p>', ''))).toBeUndefined();
});
