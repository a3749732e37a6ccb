import { sample, textOrNumber } from './context.ts';

/** Digits of other scripts as ours: each script has its ten in a row, from its zero on. */
const plainDigits = (text: string) =>
	text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		let value = 0;
		while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
		return String(value);
	});

const written = /^(?:\+?1\D{0,2})?\(?(\d{3})\D{0,2}(\d{3})\D?(\d{4})(?:[\s,;]*(?:x|ext|extension)[.:\s=]*(\d{1,6}))?$/i;

/** A phone number of the United States, as people write it. It becomes what `tel:` takes: `+1-918-555-0142;ext=12`. */
export const phone = () =>
	textOrNumber()
		.transform((value, context) => {
			const [, area = '', office = '', line = '', extension] = written.exec(plainDigits(value).trim()) ?? [];
			const error = (message: string) => context.addIssue({ code: 'custom', message });
			if (!/^[2-9]\d\d$/.test(area) || !/^[2-9]\d\d$/.test(office))
				error('This is no phone number of the United States. Write it like (918) 555-0142, or +1 918 555 0142 ext. 5.');
			if (office === '555' && line.startsWith('01')) error(sample);
			return `+1-${area}-${office}-${line}${extension ? `;ext=${extension}` : ''}`;
		})
		.describe('Phone number, such as (918) 555-0142, or 918-555-0142 ext. 5.');
