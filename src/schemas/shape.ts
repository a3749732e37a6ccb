import { z } from 'astro/zod';
import type { SchemaContext } from './context.ts';

/** As much of a JSON schema as is looked at, with what `shapeContext` adds to it. */
export interface Shape {
	type?: string | string[];
	description?: string;
	markdown?: boolean;
	properties?: Record<string, Shape>;
	required?: string[];
	items?: Shape;
	anyOf?: Shape[];
	additionalProperties?: Shape;
	enum?: string[];
	format?: string;
	pattern?: string;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	maxItems?: number;
	/** The folder of the entries that it may name. */
	reference?: string;
	image?: boolean;
}

/** What is written for a reference or a picture is a text. */
export const shapeContext = {
	reference: (folder: string) => z.string().meta({ reference: folder }),
	image: () => z.string().meta({ image: true }),
} as unknown as SchemaContext;

/** What a schema says of its fields to those who write them. */
export const shapeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
