import { describe, expect, test } from 'vitest';
import Facts from '../../src/components/Facts.astro';
import { textOf } from '../support/page.ts';
import { render } from '../support/render.ts';

const bare = { name: 'Hollow Tree Massage', shortName: 'HTM', area: 'Nowhere' };
const facts = {
	address: { street: '12 Imaginary Lane', city: 'Nowhere', state: 'OK', zip: '00000' },
	phone: '+1-000-200-0142',
	email: 'hello@hollow-tree.example',
	hours: [
		{ label: 'Monday to Friday', spans: [{ opens: '08:15', closes: '17:45' }] },
		{ label: 'Saturday', spans: [{ opens: '00:00', closes: '12:00' }] },
		{ label: 'Sunday', note: 'by appointment', spans: [] },
	],
	booking: 'https://booking.example/hollow-tree',
	profiles: ['https://www.social.example/hollow-tree'],
};

describe('Facts', () => {
	test('renders nothing of what is not set or empty', async () => {
		const { root } = await render(Facts, { clinic: { ...bare, hours: [], profiles: [] } });
		expect(root.innerHTML.trim()).toBe('');
	});

	test('shows everything that is set, with the time as people here tell it', async () => {
		const { root, screen } = await render(Facts, { clinic: { ...bare, ...facts } });
		expect(root.querySelector('address')?.textContent).toBe('12 Imaginary Lane, Nowhere, OK 00000');
		expect(screen.getAllByRole('link').map((link) => [textOf(link), link.getAttribute('href')])).toEqual([
			['000-200-0142', 'tel:+1-000-200-0142'],
			['hello@hollow-tree.example', 'mailto:hello@hollow-tree.example'],
			['Book online', 'https://booking.example/hollow-tree'],
			['HTM on social.example', 'https://www.social.example/hollow-tree'],
		]);
		const text = textOf(root);
		expect(text).toContain('Monday to Friday: 8:15 AM to 5:45 PM');
		expect(text).toContain('Saturday: 12:00 AM to 12:00 PM');
		expect(text).toContain('Sunday: by appointment');
	});

	test('shows a further place under its own name', async () => {
		const { root } = await render(Facts, {
			clinic: { ...bare, places: [{ name: 'Up the hill', phone: facts.phone }] },
		});
		expect(textOf(root)).toBe('Up the hill Phone: 000-200-0142');
	});
});
