/** How the browser of a visitor is set. */
export interface Settings {
	width: number;
	height: number;
	dark?: boolean;
	/** Asks for less motion. Nobody does unless a test says so. */
	still?: boolean;
	/** False: the scripts of pages do not run. The driver's own do, but promises may stay open. */
	scripts?: boolean;
}

/** The window of a new visitor: the least that all engines can do. Coordinates are CSS pixels of the window. */
export interface Driver {
	/** Resolves when the page has loaded, as does the next. */
	goto(url: string): Promise<unknown>;
	reload(): Promise<unknown>;
	/** The value of a JavaScript expression in the page; a promise is waited for. Throws what it throws. */
	evaluate(expression: string): Promise<unknown>;
	click(x: number, y: number): Promise<unknown>;
	type(text: string): Promise<unknown>;
	pressEscape(): Promise<unknown>;
	/** Resolves when the page has that size. */
	resize(width: number, height: number): Promise<unknown>;
	/** What the window shows, as PNG. */
	picture(): Promise<Uint8Array>;
	/** All errors in the console so far, those that no script caught among them. */
	errors(): Promise<string[]>;
	close(): Promise<unknown>;
}

/** Starts a browser with one window. */
export type Engine = (settings: Settings) => Promise<Driver>;
