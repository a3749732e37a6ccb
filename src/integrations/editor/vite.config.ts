import { defineConfig } from 'vite';

/** The editor as `npm run edit` has it: it can only work on a folder of this machine, and asks no other. */
export default defineConfig({
	base: './',
	define: { repository: JSON.stringify({ repo: 'this/website', branch: 'main' }), 'import.meta.env.GITHUB': '""' },
	plugins: [
		{
			name: 'own-fonts-and-words',
			// The editor brings its fonts along, and would look for them elsewhere too. What it says of a form that is
			// refused is only true of a network.
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
		outDir: '../../../node_modules/.cache/editor',
		rolldownOptions: {
			// Parts of the editor that no field of ours uses: maps, drawings and code in colors.
			external: /^(@shikijs\/|leaflet|terra-draw|svgo)/,
		},
	},
});
