import { resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { checkContent } from './check.ts';
import { showErrors, waitForContent } from './error-page.ts';
import { formats } from './formats.ts';

/**
 * Checks the content in the folder `dir` before Astro does anything with it. A build fails with file, line and cure of
 * every error, and touches nothing. While developing, every page shows the errors until they are mended: Astro by
 * itself does not start on some of them, and goes on with the old words after others.
 */
export function contentCheck({ dir }: { dir: string }): AstroIntegration {
	const findAll = async () => Object.groupBy(await checkContent(dir), ({ level }) => level);
	const find = async () => (await findAll()).error ?? [];
	return {
		name: 'content-check',
		hooks: {
			'astro:config:setup': async ({ command, config, isRestart, logger }) => {
				if (command === 'dev' && !isRestart)
					await waitForContent(find, config.server.port, (text) => logger.error(text));
				if (command !== 'build') return;
				const { error, advice } = await findAll();
				// Astro prints an error of another kind than its own as it stands: ours has Markdown in it.
				if (error) throw Object.assign(new Error(`${formats.text(error)}\nNothing was built.`), { stack: '' });
				if (advice) logger.info(`\n${formats.text(advice)}`);
			},
			'astro:server:setup': ({ server, logger }) => {
				let errors = find();
				server.middlewares.use((request, response, next) => {
					if (!request.headers.accept?.includes('text/html')) return next();
					// A file may have been read while its editor wrote it.
					errors = errors.then((found) => (found.length ? find() : found));
					errors.then((found) => (found.length ? showErrors(response, found) : next()), next);
				});
				server.watcher.add(resolve(dir)).on('all', (_event, file) => {
					if (!resolve(file).startsWith(resolve(dir) + sep)) return;
					errors = find();
					void errors.then((found) => {
						if (!found.length) return;
						logger.error(`\n${formats.text(found)}`);
						server.hot.send({ type: 'full-reload' });
					});
				});
			},
		},
	};
}
