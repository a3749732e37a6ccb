/** `npm run edit`: the editor on this machine, for the folder that it is started in. */
import { preview } from 'vite';
import { buildEditor } from './build.ts';

const outDir = 'node_modules/.cache/editor';
await buildEditor(`${process.cwd()}/${outDir}`);
const server = await preview({
	configFile: false,
	build: { outDir },
	preview: { host: 'localhost', port: 4322, open: process.stdout.isTTY },
});
console.log(
	`The editor is at ${server.resolvedUrls?.local[0]}\nOpen it in Chrome or Edge, and choose this folder in it: ${process.cwd()}`,
);
