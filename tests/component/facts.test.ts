import { describe, expect, test } from 'vitest';
import Facts from '../../src/components/Facts.astro';
import { textOf } from '../support/page.ts';
import { render } from '../support/render.ts';

const bare = { name: 'Hollow Tree Massage', shortName: 'HTM', area: 'Nowhere' };
const full = {
	...bare,
	address: { street: '12 Imaginary Lane', city: 'Nowhere', state: 'OK', zip: '00000' },
	phone: '+1-000-200-0142',
	email: 'hello@hollow-tree.example',
	hours: [
		{ days: 'Monday to Friday', opens: '08:15', closes: '17:45' },
		{ days: 'Saturday', opens: '00:00', closes: '12:00' },
	],
	booking: 'https://booking.example/hollow-tree',
	profiles: ['https://www.social.example/hollow-tree', 'https://maps.example/hollow-tree'],
};

describe('Facts', () => {
	test('renders nothing when nothing is set', async () => {
		const { root } = await render(Facts, { clinic: bare });
		expect(root.querySelectorAll('*')).toHaveLength(0);
		expect(root.textContent.trim()).toBe('');
	});

	test('renders nothing for empty lists', async () => {
		const { root } = await render(Facts, { clinic: { ...bare, hours: [], profiles: [] } });
		expect(root.querySelectorAll('*')).toHaveLength(0);
	});

	test('shows everything that is set', async () => {
		const { root, screen } = await render(Facts, { clinic: full });
		expect(root.querySelector('address')?.textContent).toBe('12 Imaginary Lane, Nowhere, OK 00000');
		expect(screen.getAllByRole('link').map((link) => [textOf(link), link.getAttribute('href')])).toEqual([
			['000-200-0142', 'tel:+1-000-200-0142'],
			['hello@hollow-tree.example', 'mailto:hello@hollow-tree.example'],
			['Book online', 'https://booking.example/hollow-tree'],
			['HTM on social.example', 'https://www.social.example/hollow-tree'],
			['HTM on maps.example', 'https://maps.example/hollow-tree'],
		]);
		expect(screen.getByRole('link', { name: 'Book online' })).toBeDefined();
		expect(textOf(root)).toContain('Phone: 000-200-0142 E-mail: hello@hollow-tree.example');
	});

	test('tells the time as Tulsa does', async () => {
		const text = textOf((await render(Facts, { clinic: full })).root);
		expect(text).toContain('Monday to Friday: 8:15 AM to 5:45 PM');
		expect(text).toContain('Saturday: 12:00 AM to 12:00 PM');
	});

	test.each(['address', 'phone', 'email', 'hours', 'booking', 'profiles'] as const)(
		'shows %s alone when that is all there is',
		async (fact) => {
			const { root } = await render(Facts, { clinic: { ...bare, [fact]: full[fact] } });
			const kinds = [
				['address', root.querySelector('address')],
				['phone', root.querySelector('[href^="tel:"]')],
				['email', root.querySelector('[href^="mailto:"]')],
				['hours', /[AP]M to/.test(textOf(root))],
				['booking', root.querySelector('[href*="booking"]')],
				['profiles', root.querySelector('[href*="social"]')],
			] as const;
			expect(kinds.filter(([, found]) => found).map(([kind]) => kind)).toEqual([fact]);
		},
	);
});
