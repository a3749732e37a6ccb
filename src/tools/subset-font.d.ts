/** The part of subset-font's interface that this project uses; the package brings no types. */
declare module 'subset-font' {
	export default function subsetFont(
		font: Uint8Array,
		characters: string,
		options: { targetFormat: 'woff2'; variationAxes: Record<string, number> },
	): Promise<Buffer>;
}
