/** Chance that can be repeated: the same seed gives the same choices (the generator is mulberry32). */
export function chance(seed: number) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		/** A whole number from 0 up to, but not including, `limit`. */
		below: (limit: number) => Math.floor(next() * limit),
		pick: <T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0],
		/** True that often, from 0 to 1. */
		sometimes: (often: number) => next() < often,
	};
}
export type Chance = ReturnType<typeof chance>;
