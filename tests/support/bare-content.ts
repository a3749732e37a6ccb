import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Makes a copy of the fixture content in `target` that holds as little as the site can do with. */
export function writeBareContent(source: string, target: string): void {
	rmSync(target, { recursive: true, force: true });
	cpSync(source, target, { recursive: true });
	const file = (name: string) => `${target}/${name}`;
	for (const folder of ['team', 'choices', 'terms']) {
		rmSync(file(folder), { recursive: true });
		mkdirSync(file(folder));
	}
	const required = ['accessibility', 'contact', 'not-found', 'privacy', 'team', 'thanks'];
	const kept = ['sections/one.mdx', 'comparison/aim.md', ...required.map((name) => `pages/${name}.md`)];
	writeFileSync(file('sections/one.mdx'), readFileSync(file('sections/ask-us.mdx'), 'utf8'));
	for (const name of globSync('{sections,comparison,pages}/*', { cwd: target }))
		if (!kept.includes(name.replaceAll('\\', '/'))) rmSync(file(name));
	const edit = (name: string, change: (text: string) => string) =>
		writeFileSync(file(name), change(readFileSync(file(name), 'utf8')));
	edit('sections/one.mdx', (text) => text.replace('shows: form\n', '').replace(/---\n\n[^]*$/, '---\n\nIts text.\n'));
	edit('comparison/aim.md', (text) => text.replaceAll('two-kinds', 'one'));
	edit('guide.yaml', (text) => text.replace(/sources:\n( .*\n)+/, 'sources: []\n').replace(/reviewed:\n( .*\n)+/, ''));
	writeFileSync(file('clinic.yaml'), 'name: Hillside Massage\nshortName: Hillside\narea: Tulsa, Oklahoma\n');
	writeFileSync(file('redirects.yaml'), '# None yet.\n');
}
