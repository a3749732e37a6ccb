const parts = /^(.*?)(?:\/(?:-\/)?tree\/([^/]+))?\/?$/;

/** The repository at GitHub that `repository` in `clinic.yaml` names, and its branch; undefined for other hosts. */
export function repositoryOf(repository: string | undefined): { repo: string; branch: string } | undefined {
	const [, home = '', branch = 'main'] = parts.exec(repository ?? '') ?? [];
	const [, repo] = /^https:\/\/github\.com\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(home) ?? [];
	return repo ? { repo, branch } : undefined;
}

/**
 * Where a file of `content/` is edited, if `repository` is set: in the editor at `/edit/`, or at a git host other than
 * GitHub. There it is on `main`, or as in …/guide/tree/trunk.
 */
export function editLink(repository: string | undefined, file: string): string | undefined {
	const [, home, branch = 'main'] = parts.exec(repository ?? '') ?? [];
	if (!home) return undefined;
	const [folder = '', name] = file.replace(/\.\w+$/, '').split('/');
	if (repositoryOf(repository)) return `/edit/#/collections/${name ? folder : '_singletons'}/entries/${name ?? folder}`;
	const edit = /gitlab/.test(home) ? '-/edit' : /codeberg|gitea|forgejo/.test(home) ? '_edit' : 'edit';
	return `${home}/${edit}/${branch}/content/${file}`;
}
