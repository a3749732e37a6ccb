/* The components that prose may use; `schemas/components.ts` says what each takes. */
export { default as Asks } from './Asks.astro';
export { default as Example } from './Example.astro';
export { default as Medical } from './Medical.astro';
export { default as Note } from './Note.astro';
export { default as PainChart } from './PainChart.astro';
export { default as Pair } from './Pair.astro';
export { default as Quote } from './Quote.astro';
export { default as ReliefChart } from './ReliefChart.astro';
export { default as Spa } from './Spa.astro';
export { default as Term } from './Term.astro';
