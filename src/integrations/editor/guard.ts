/** What a file holds that was saved from here, by what it held when its form was made; both without outer spaces. */
const saved = new Map<string, string>();
let next: { from: string; to: string } | undefined;

/** What the file of a form holds now, unless somebody else has written it. */
export const newest = (source: string): string => saved.get(source) ?? source;

/** Says which text is about to take the place of which. */
export const announce = (from: string, to: string): void => void (next = { from, to: to.trim() });

type Move = (folder: FileSystemDirectoryHandle, name: string) => Promise<void>;

/**
 * Keeps the editor from writing over what another program or another tab wrote since it read the folder. It writes a
 * file beside the old one, and moves it into its place: the old one is looked at then. What is thrown is shown in the
 * form, which stays open. At GitHub the editor looks by itself.
 */
export function guardFiles(): void {
	const prototype = FileSystemFileHandle.prototype as FileSystemFileHandle & { move: Move };
	prototype.move = new Proxy(prototype.move, {
		async apply(move, file, [folder, name]: Parameters<Move>) {
			const old = await folder.getFileHandle(name).catch(() => undefined);
			const now = old && next && /\.(mdx?|yaml)$/.test(name) ? (await (await old.getFile()).text()).trim() : undefined;
			if (next && now !== undefined) {
				if (now !== next.from)
					throw new Error('This file was changed elsewhere. Copy your words, reload the page, and write them again.');
				for (const [source, text] of saved) if (text === next.from) saved.set(source, next.to);
				saved.set(next.from, next.to);
			}
			return Reflect.apply(move, file, [folder, name]);
		},
	});
}
