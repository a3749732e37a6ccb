import { z } from 'astro/zod';
import type { SchemaContext } from '../../schemas/context.ts';
import { plainError } from '../plain-error.ts';

/** A JSON schema, with what `formContext` and `shapeOf` add to it. */
export interface Shape {
	type?: string | string[];
	description?: string;
	properties?: Record<string, Shape>;
	required?: string[];
	items?: Shape;
	anyOf?: Shape[];
	additionalProperties?: Shape;
	enum?: string[];
	format?: string;
	pattern?: string;
	wrong?: string;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	maxItems?: number;
	reference?: string;
	image?: boolean;
}
export type Field = Record<string, unknown> & { name: string };

/** In a form a reference is picked and a picture uploaded; what is written is a text. */
export const formContext = {
	reference: (collection: string) => z.string().meta({ reference: collection }),
	image: () => z.string().meta({ image: true }),
} as unknown as SchemaContext;

/** What editors may write, as a JSON schema; `wrong` are the schema's own words for a text that its pattern refuses. */
export const shapeOf = (schema: z.ZodType) =>
	z.toJSONSchema(schema, {
		io: 'input',
		unrepresentable: 'any',
		override({ zodSchema, jsonSchema }) {
			const { def } = zodSchema._zod;
			for (const rule of [def, ...(def.checks ?? []).map(({ _zod }) => _zod.def)] as Partial<z.core.$ZodURLDef>[]) {
				if (rule.check !== 'string_format') continue;
				const wrong = rule.error?.({ code: 'invalid_format', format: rule.format, input: '-', path: [] } as never);
				const pattern = rule.protocol?.source.replace('$', '://') ?? jsonSchema.pattern;
				Object.assign(jsonSchema, { wrong, pattern });
			}
		},
	}) as Shape;

/** “photoAlt” as “Photo alt”. */
export const labelOf = (name: string) =>
	name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());

/** The part of a form that takes one kind of value. Undefined for a kind that it does not know. */
function widgetOf(shape: Shape, path: string): Record<string, unknown> | undefined {
	const { items, pattern, wrong, maxLength: maxlength, minLength: minlength } = shape;
	const [type] = [shape.type].flat();
	if (shape.reference) return { widget: 'relation', collection: shape.reference };
	if (shape.image) return { widget: 'image', media_folder: '', public_folder: '.', choose_url: false };
	if (shape.enum) return { widget: 'select', options: shape.enum };
	if (type === 'boolean') return { widget: 'boolean' };
	if (type === 'integer') return { widget: 'number', min: shape.minimum, max: shape.maximum };
	if (shape.format === 'date') return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
	if (type === 'string') {
		const widget = (maxlength ?? 0) > 80 ? 'text' : 'string';
		return { widget, minlength, maxlength, ...(wrong && pattern && { pattern: [`/${pattern}/u`, wrong] }) };
	}
	if (shape.properties) return { widget: 'object', fields: toFields(shape, path) };
	if (items?.reference) return { ...widgetOf(items, path), multiple: true, max: shape.maxItems };
	if (items?.properties) return { widget: 'list', fields: toFields(items, path) };
	return items && { widget: 'list', field: toField('entry', items, true, path) };
}

/** The part of a form that takes one field. */
function toField(name: string, written: Shape, required: boolean, parent: string): Field {
	const [only, more] = (written.anyOf ?? []).filter(({ type }) => type !== 'null');
	const path = `${parent}.${name}`;
	const shape = { ...only, ...written };
	const widget = more ? undefined : widgetOf(shape, path);
	if (!widget)
		throw plainError(`The editor has no form for ${path}.`, 'Add its kind to src/integrations/editor/fields.ts.');
	return { name, label: labelOf(name), hint: written.description || only?.description, required, ...widget };
}

/**
 * The form of an object, field by field, in the order of its schema; `path` says where it stands. A list of old and new
 * addresses is its lines. Throws for a field of a kind that has no form.
 */
export function toFields({ properties, required = [], additionalProperties: to }: Shape, path: string): Field[] {
	const lines = { items: { properties: { from: { type: 'string' }, to: to ?? {} }, required: ['from', 'to'] } };
	const shapes = Object.entries(properties ?? { lines });
	return shapes.map(([name, shape]) => toField(name, shape, required.includes(name), path));
}
