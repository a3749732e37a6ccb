import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Parts of the editor that no field of ours uses: maps, drawings and code in colors. */
const unused = /^(@shikijs\/|leaflet|terra-draw|svgo)/;

/** What the page may do: show pictures that wait to be saved, draw its forms, and ask GitHub for files. */
const policy = (connect: string) =>
	[
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'",
		"style-src 'unsafe-inline'",
		"img-src 'self' blob: data:",
		"font-src 'self'",
		`connect-src 'self' blob: data: ${connect}`,
		'frame-src blob:',
		"base-uri 'none'",
		"form-action 'none'",
	].join(';');

const page = (connect: string) => `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta http-equiv="content-security-policy" content="${policy(connect)}" />
		<meta name="viewport" content="width=device-width" />
		<meta name="robots" content="noindex" />
		<title>Edit the website</title>
		<script type="module" src="./app.js"></script>
	</head>
	<body></body>
</html>
`;

/**
 * Writes the editor into `outDir`. `repository` is where it saves; without one it can only work on a folder of this
 * machine and asks no other.
 */
export async function buildEditor(outDir: string, repository?: { repo: string; branch: string }): Promise<void> {
	await build({
		configFile: false,
		root: fileURLToPath(new URL('.', import.meta.url)),
		base: './',
		logLevel: 'error',
		define: { repository: JSON.stringify(repository ?? { repo: 'this/website', branch: 'main' }) },
		plugins: [
			{
				name: 'own-files-only',
				enforce: 'pre',
				resolveId: (id) => (unused.test(id) ? '\0unused' : undefined),
				load: (id) => (id === '\0unused' ? 'export default {}' : undefined),
				// The editor brings its fonts along, and would look for them elsewhere too. What it says of a form that
				// is refused is only true of a network.
				transform: (code) =>
					code
						.replace(/url\(https:\/\/cdn\.[^)]*\)/g, 'local("")')
						.replace(
							/There was an error while saving the entry\. [\w ]+\./,
							'Nothing was saved. Your words are still here.',
						),
			},
		],
		build: {
			outDir,
			emptyOutDir: true,
			target: 'es2022',
			minify: repository !== undefined,
			chunkSizeWarningLimit: Infinity,
			rolldownOptions: { input: 'app.ts', output: { entryFileNames: 'app.js' } },
		},
	});
	await writeFile(`${outDir}/index.html`, page(repository ? 'https://api.github.com' : ''));
}
