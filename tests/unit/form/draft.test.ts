import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clearDraft, fillForm, loadDraft, newReference, readForm, saveDraft } from '../../../src/form/draft.ts';
import { filled } from '../../support/form/words.ts';

const minutes = 60_000;
const values = filled({ name: 'Ada', message: 'a\u0000שלום e\u0301\u200b👩‍👩‍👧' });
const draft = { reference: 'K7Q2-9M', values, inDoubt: false };
const inStore = () => sessionStorage.length;

beforeEach(() => {
	vi.useFakeTimers({ now: 1_700_000_000_000 });
	const { window } = new JSDOM('', { url: 'http://localhost/' });
	vi.stubGlobal('sessionStorage', window.sessionStorage);
});
afterEach(() => {
	clearDraft();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('gives a draft back as it was, until it is cleared', () => {
	saveDraft(draft);
	expect(loadDraft()).toMatchObject(draft);
	clearDraft();
	expect([loadDraft(), inStore()]).toEqual([undefined, 0]);
});

test('forgets a draft 30 minutes after the last change, with the page open', () => {
	saveDraft(draft);
	vi.advanceTimersByTime(29 * minutes);
	saveDraft(draft);
	vi.advanceTimersByTime(30 * minutes - 1);
	expect(inStore()).toBe(1);
	vi.advanceTimersByTime(1);
	expect(inStore()).toBe(0);
});

test('keeps a draft no longer because the page was loaded again', () => {
	const storedBefore = (age: number) =>
		sessionStorage.setItem('appointment', JSON.stringify({ at: Date.now() - age * minutes, ...draft }));
	storedBefore(30);
	expect([loadDraft(), inStore()]).toEqual([undefined, 0]);
	storedBefore(20);
	expect(loadDraft()).toMatchObject(draft);
	vi.advanceTimersByTime(10 * minutes);
	expect(inStore()).toBe(0);
});

test.each(['{', 'null', '7', '{}', '{"at":"x"}'])('reads no draft from %s', (text) => {
	sessionStorage.setItem('appointment', text);
	expect([loadDraft(), inStore()]).toEqual([undefined, 0]);
});

test('does without a storage that refuses', () => {
	const refuse = () => {
		throw new Error('Access is denied for this document.');
	};
	vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
	saveDraft(draft);
	expect(loadDraft()).toBe(undefined);
});

test('makes references whose letters and digits look and sound different', () => {
	const many = Array.from({ length: 2_000 }, newReference);
	for (const reference of many) expect(reference).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{2}$/);
	expect(many.join('')).not.toMatch(/[BGILOSUZ01568]/);
	expect(new Set(many).size).toBeGreaterThan(1_990);
});

test('fills what is untouched, and never what was typed or chosen', () => {
	const { window } = new JSDOM(
		`<form><input name="name"><input name="times" value="typed">
		<input type="radio" name="goal" value="unsure" checked><input type="radio" name="goal" value="fix">
		<input type="radio" name="preferred" value="either"><input type="radio" name="preferred" value="email">
		<input type="radio" name="preferred" value="phone" checked><input name="_gotcha" value="x"></form>`,
	);
	const [form] = window.document.forms;
	if (!form) throw new Error('There is no form.');
	fillForm(form, { ...values, times: 'from the draft', goal: 'fix', preferred: 'email' });
	expect(readForm(form)).toEqual(filled({ name: 'Ada', times: 'typed', goal: 'fix', preferred: 'phone' }));
});
