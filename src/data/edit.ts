/**
 * Where a file of `content/` is edited at the git host, if `repository` is set: on `main`, or as in
 * …/guide/tree/trunk.
 */
export function editLink(repository: string | undefined, file: string): string | undefined {
	const [, home, branch = 'main'] = /^(.*?)(?:\/(?:-\/)?tree\/([^/]+))?\/?$/.exec(repository ?? '') ?? [];
	if (!home) return undefined;
	const edit = /gitlab/.test(home) ? '-/edit' : /codeberg|gitea|forgejo/.test(home) ? '_edit' : 'edit';
	return `${home}/${edit}/${branch}/content/${file}`;
}
