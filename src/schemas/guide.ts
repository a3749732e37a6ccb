import { count, fields, list, optionalFact, pastDate, text, url } from './context.ts';
import { words } from './messages.ts';

const door = (kind: string) =>
	fields({
		name: text(30, `What ${kind} massage is called on the first screen.`),
		sentence: text(140, 'What it is, in one sentence.'),
		choose: text(80, 'When to choose it, in one short sentence.'),
	}).describe(`The door to ${kind} massage on the first screen.`);

const chooser = fields({
	question: text(60, 'The question above the answers.'),
	hint: text(160, 'What happens when a reader picks an answer.'),
});
const review = fields({
	by: text(80, 'Who reviewed the guide: first and last name, with the letters after it.'),
	on: pastDate('The day of the review.'),
});
const source = fields({
	title: text(140, 'The title of the source.'),
	publisher: text(100, 'Who published it.'),
	year: count(1900, 'The year it was published.').max(2100, words),
	url: url('Where it can be read.'),
});
const caption = text(120, 'One sentence that says what the table compares.');
const reviewed = 'The last review of the guide by somebody who knows the subject. Leave it out while there was none.';

/** `content/guide.yaml`: the words around the guide - first screen, chooser, table, sources, notice. */
export const guide = () =>
	fields({
		title: text(60, 'The question the guide answers: the largest words on the first screen.'),
		description: text(160, 'What the guide is, in one or two sentences; a search engine may show it.', 70),
		kicker: text(40, 'A few words above the title.'),
		lead: text(200, 'The short answer, below the title.'),
		spa: door('spa'),
		medical: door('medical'),
		chooser: chooser.describe('The chooser below the first screen.'),
		comparison: fields({ caption }).describe('The comparison table.'),
		noForm: text(200, 'What visitors read in place of the form while it is not connected.'),
		notice: text(320, 'The notice that the guide is general information and no medical advice.'),
		published: pastDate('The day the guide was first published.'),
		updated: pastDate('The day the guide as a whole was last brought up to date.'),
		reviewed: optionalFact(review).describe(reviewed),
		sources: list(source).default([]).describe('The sources that the guide relies on.'),
	});
