import { files, folders } from '../../src/schemas/index.ts';
import { type Shape, shapeContext, shapeOf } from '../../src/schemas/shape.ts';
import type { Random } from './random.ts';
import { line } from './words.ts';

export type Folder = keyof typeof folders;
export const folderShapes = Object.fromEntries(
	Object.entries(folders).map(([name, { schema }]) => [name, shapeOf(schema(shapeContext))]),
) as Record<Folder, Shape>;
export type { Shape };
export const fileShapes = { clinic: shapeOf(files.clinic()), guide: shapeOf(files.guide()) };

/** A shape without “or null”, which optional facts have. */
export const bare = (shape: Shape): Shape => shape.anyOf?.find(({ type }) => type !== 'null') ?? shape;

const digits = (random: Random, count: number) => Array.from({ length: count }, () => random.int(2, 9)).join('');
/** Values for patterns and formats; the first that fits a field is taken. A new pattern in a schema needs one here. */
const formatted: ((random: Random) => string)[] = [
	(random) => `ana+${digits(random, 3)}@hillside.test`,
	(random) => `https://links.test/${digits(random, 3)}?a=1&b=%20#part`,
];

/** Values for fields whose schema reads what people write: no pattern says what is right in them. */
const read: Record<string, (random: Random) => unknown> = {
	phone: (random) =>
		random.pick([
			`(${random.int(201, 989)}) 234-${digits(random, 4)}`,
			`918.345.${digits(random, 4)} ext. ${digits(random, 2)}`,
		]),
	zip: (random) => random.pick([`7${digits(random, 4)}`, Number(`7${digits(random, 4)}`)]),
	formId: (random) => Array.from({ length: 8 }, () => random.pick(['b', 'd', 'g', 'k', 'm', 'p'])).join(''),
	days: (random) => random.pick(['Monday to Friday', 'Mon–Thu', 'Sat & Sun', 'Tuesday']),
	opens: (random) => random.pick(['9:00', '8 am', 'by appointment']),
	closes: (random) => random.pick(['noon', '5:30 pm', '18:15']),
	firstDay: () => '2026-01-02',
	lastDay: (random) => random.pick(['2026-01-03', '2999-01-01']),
	// Others may need an entry: a draft is none.
	draft: () => undefined,
};

const day = (random: Random) => `2026-${random.pick(['01', '06', '10'])}-${random.int(10, 28)}`;

function text(shape: Shape, random: Random, unique: string): string {
	const { format = '', pattern, minLength = 1, maxLength = 200 } = shape;
	if (format === 'date') return day(random);
	if (!pattern && !format) return minLength === maxLength ? 'OK' : line(random, minLength, maxLength, unique);
	const fits = (value: string) =>
		(!pattern || new RegExp(pattern).test(value)) && (format !== 'uri' || URL.canParse(value));
	const plain = () => line(random, minLength, maxLength, unique);
	const made = [plain, ...formatted].map((make) => make(random)).find(fits);
	if (!made) throw new Error(`No value is known for ${JSON.stringify(shape)}: add one to \`formatted\`.`);
	return made;
}

export interface Surroundings {
	random: Random;
	/** The ids of the entries that a reference may point to. */
	ids: (collection: string) => string[];
	/** Makes texts that have to differ differ. */
	unique: string;
}

/** A valid value for a field. Undefined: the field is left out, because it may be and chance says so, or has to be. */
function valueFor(shape: Shape, around: Surroundings, isRequired = true): unknown {
	const { random, ids } = around;
	const {
		type,
		enum: choices,
		reference,
		image,
		properties,
		items,
		minimum = 0,
		maximum = 100,
		maxItems = 6,
	} = bare(shape);
	if (image || (!isRequired && random.chance(0.5))) return undefined;
	if (reference) return random.pick(ids(reference));
	if (choices) return random.pick(choices);
	if (properties) return valuesFor(bare(shape), around);
	if (type === 'array' && items?.reference)
		return random.shuffle(ids(items.reference)).slice(0, random.int(0, maxItems));
	if (type === 'array') return Array.from({ length: random.int(0, 4) }, () => valueFor(items ?? {}, around));
	if (type === 'integer' || type === 'number') return random.int(minimum, Math.min(maximum, minimum + 100));
	if (type === 'boolean') return random.chance(0.5);
	return text(bare(shape), random, around.unique);
}

/** A valid value for the field of that name. Undefined: the field is left out. */
export function valueOf(name: string, shape: Shape, around: Surroundings, isRequired = true): unknown {
	const make = read[name];
	if (!make) return valueFor(shape, around, isRequired);
	return isRequired || around.random.chance(0.5) ? make(around.random) : undefined;
}

/** Valid values for all fields of a shape. */
export function valuesFor({ properties = {}, required = [] }: Shape, around: Surroundings): Record<string, unknown> {
	const entries = Object.entries(properties)
		.map(([name, shape]) => [name, valueOf(name, shape, around, required.includes(name))] as const)
		.filter(([, value]) => value !== undefined);
	const values: Record<string, unknown> = Object.fromEntries(entries);
	if (values['opens']) values['closes'] ??= '17:00';
	// Words for a picture stand only beside a picture.
	if (!values['photo']) delete values['photoAlt'];
	return values;
}
