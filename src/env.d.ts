interface ImportMetaEnv {
	/** The folder that holds the editors' files. */
	readonly CONTENT_DIR: string;
}

interface Document {
	/** Whether the page is rendered ahead of a click, where a browser does that. TypeScript does not know it yet. */
	readonly prerendering?: boolean;
}
