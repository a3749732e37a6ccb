import type { ComponentName } from '../../schemas/components.ts';
import Asks from './Asks.astro';
import Example from './Example.astro';
import Medical from './Medical.astro';
import Note from './Note.astro';
import PainChart from './PainChart.astro';
import Pair from './Pair.astro';
import Quote from './Quote.astro';
import ReliefChart from './ReliefChart.astro';
import Spa from './Spa.astro';
import Term from './Term.astro';

/** The components that prose may use; `schemas/components.ts` says what each takes. */
export const prose = {
	Asks,
	Example,
	Medical,
	Note,
	PainChart,
	Pair,
	Quote,
	ReliefChart,
	Spa,
	Term,
} satisfies Record<ComponentName, unknown>;
