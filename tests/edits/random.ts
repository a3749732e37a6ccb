/** A source of chance that is the same for the same seed. */
export interface Random {
	/** A whole number from `low` to `high`, both included. */
	int(low: number, high: number): number;
	/** Whether something happens that happens `share` of the time. */
	chance(share: number): boolean;
	/** One of a list. Throws when it is empty. */
	pick<T>(list: readonly T[]): T;
	shuffle<T>(list: readonly T[]): T[];
}

/** mulberry32, by Tommy Ettinger, in the public domain. */
export function random(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const self: Random = {
		int: (low, high) => low + Math.floor(next() * (high - low + 1)),
		chance: (share) => next() < share,
		pick: (list) => {
			if (list.length === 0) throw new Error('Nothing to pick from.');
			return list[self.int(0, list.length - 1)] as (typeof list)[number];
		},
		shuffle: (list) => {
			const rest = [...list];
			return list.map(() => rest.splice(self.int(0, rest.length - 1), 1)[0] as (typeof list)[number]);
		},
	};
	return self;
}
