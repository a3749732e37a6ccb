/** The texts that were written here, each with the text that its form was made from; both without outer spaces. */
export const sources = new Map<string, string>();

const textOf = async (handle: FileSystemFileHandle) => (await (await handle.getFile()).text()).trim();

type Write = FileSystemWritableFileStream['write'];
type Move = (folder: FileSystemDirectoryHandle, name: string) => Promise<void>;

/**
 * Keeps the editor from writing over what another program or another tab wrote since it read the folder. It writes a
 * file beside the old one, and moves it into its place: both are looked at then. What is thrown is shown in the form,
 * which stays open. At GitHub the editor looks by itself, but does not say what is wrong with a token.
 */
export function guard(): void {
	const ask = fetch;
	window.fetch = async (...request) => {
		const response = await ask(...request);
		const message = 'Your token has expired. Copy your words, sign out, and sign in with a new token.';
		return response.status === 401 ? Response.json({ message }, { status: 401 }) : response;
	};
	// A disk that is full leaves a file empty, whether or not the editor is told.
	const stream: { write: Write } = FileSystemWritableFileStream.prototype;
	stream.write = new Proxy(stream.write, {
		apply: (write: Write, file: FileSystemWritableFileStream, data: Parameters<Write>) =>
			Reflect.apply(write, file, data).catch(() => file.abort()),
	});
	const prototype = FileSystemFileHandle.prototype as FileSystemFileHandle & { move: Move };
	prototype.move = new Proxy(prototype.move, {
		async apply(move, file: FileSystemFileHandle, [folder, name]: Parameters<Move>) {
			const old = await folder.getFileHandle(name).then(textOf, () => '');
			const now = await textOf(file);
			if (!now) throw new Error('The file could not be written. Is the disk full?');
			const source = sources.get(now);
			if (/\.(mdx?|yaml)$/.test(name) && old !== source && sources.get(old) !== source)
				throw new Error('This file was changed elsewhere. Copy your words, reload the page, and write them again.');
			return Reflect.apply(move, file, [folder, name]);
		},
	});
}
