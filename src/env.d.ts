interface ImportMetaEnv {
	/** The folder that holds the editors' files. */
	readonly CONTENT_DIR: string;
}
