import { z } from 'astro/zod';
import { files, folders } from '../schemas/index.ts';
import type { Kit } from '../schemas/kit.ts';
import type { Folder } from './check/tree.ts';

/** As much of a JSON schema as the tools look at. */
export interface Shape {
	type?: string;
	description?: string;
	properties?: Record<string, Shape>;
	required?: string[];
	items?: Shape;
	anyOf?: Shape[];
	enum?: string[];
	maxLength?: number;
}

/** On paper a reference and a picture are the words that stand for them. */
const kit = { reference: () => z.string(), image: () => z.string() } as unknown as Kit;

/** The JSON schema of the files in a folder, or of a single file. */
export function shapeOf(name: Folder | keyof typeof files): Shape {
	const schema: z.ZodType = name in folders ? folders[name as Folder].schema(kit) : files[name as keyof typeof files]();
	return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

/**
 * A new entry of a folder: its name in the first field, its place among the others, and `todo` wherever a fact is needed.
 * The check refuses TODO, so that nothing made up is published.
 */
export function newEntry(folder: Folder, name: string, order: string, todo = () => 'TODO'): string {
	const { properties = {}, required = [] } = shapeOf(folder);
	const lines = required.map((field, i) => {
		const { type, description = '' } = properties[field] ?? {};
		if (i === 0) return `${field}: ${name}`;
		if (field === 'order') return `order: ${order}`;
		return `${field}: ${type === 'array' ? '[]' : todo()} # ${description}`;
	});
	const body = folders[folder].body === 'required' ? `\n${todo()}\n` : '';
	return `---\n${lines.join('\n')}\n---\n${body}`;
}
