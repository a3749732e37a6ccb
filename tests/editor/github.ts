import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';

/** A commit to make, as in https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch */
export interface Commit {
	branch: { repositoryNameWithOwner: string; branchName: string };
	expectedHeadOid: string;
	fileChanges: { additions: { path: string; contents: string }[]; deletions: { path: string }[] };
}

interface Call {
	query: string;
	variables: { owner?: string; repo?: string; input?: Commit };
}

const hash = (text: string | Buffer) => createHash('sha1').update(text).digest('hex');

/** Stands in for GitHub, with a repository that holds a copy of the files in `folder` below `content/`. */
export class GitHub {
	/** The only token that is taken. */
	token = 'github_pat_good';
	/** The only repository that is there. */
	readonly repository = 'hillside-massage/guide';
	head = hash('first');
	/** The commits that were made. */
	readonly commits: Commit[] = [];
	/** Every address outside this machine that was asked. */
	readonly asked: string[] = [];
	/** Runs when a commit arrives, before it is looked at. */
	onCommit = () => {};
	readonly #files = new Map<string, Buffer>();

	constructor(folder: string) {
		for (const file of globSync('**/*.*', { cwd: folder }))
			this.#files.set(`content/${file.replaceAll('\\', '/')}`, readFileSync(`${folder}/${file}`));
	}

	read = (path: string): string => this.#files.get(path)?.toString() ?? '';

	/** Changes a file as somebody else would: the branch moves. */
	write(path: string, text: string): void {
		this.#files.set(path, Buffer.from(text));
		this.head = hash(this.head + text);
	}

	/** Answers all that the pages of `context` ask another machine for, and nothing else. */
	async answer(context: BrowserContext): Promise<void> {
		const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
		await context.route(
			({ hostname }) => hostname !== 'localhost',
			async (route) => {
				const request = route.request();
				this.asked.push(request.url());
				if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
				const isKnown = (await request.headerValue('authorization')) === `token ${this.token}`;
				const call = request.method() === 'POST' ? (request.postDataJSON() as Call) : undefined;
				const path = new URL(request.url()).pathname;
				const [status, json] = !isKnown
					? ([401, { message: 'Bad credentials' }] as const)
					: call
						? ([200, this.#graph(call)] as const)
						: this.#rest(path);
				await route.fulfill({ status, headers, ...(status === 204 ? {} : { json }) });
			},
		);
	}

	/** https://docs.github.com/en/rest */
	#rest(path: string): readonly [number, object] {
		const home = `/repos/${this.repository}`;
		if (path === '/user') return [200, { id: 1, login: 'ana', name: 'Ana', html_url: 'https://github.com/ana' }];
		if (path === `${home}/collaborators/ana`) return [204, {}];
		if (path !== `${home}/git/trees/${this.head}`) return [404, { message: 'Not Found' }];
		const tree = [...this.#files].map(([path, file]) => ({ type: 'blob', path, sha: hash(file), size: file.length }));
		return [200, { tree }];
	}

	/** https://docs.github.com/en/graphql */
	#graph({ query, variables: { owner = '', repo = '', input } }: Call): object {
		if (input) return this.#commit(input);
		if (`${owner}/${repo}` !== this.repository) return { data: { repository: null } };
		const author = { name: 'Ana', email: 'ana@hillside.test', user: { id: 1, login: 'ana' } };
		const node = { oid: this.head, message: 'Change words', author, committedDate: '2026-11-01T00:00:00Z' };
		const ref = { target: { history: { nodes: [node] } } };
		const asked = Array.from(query.matchAll(/(\w+_\d+):\s+(?:object\(oid: "(\w+)"\)|ref)/g), ([, alias = '', sha]) => {
			const file = [...this.#files.values()].find((file) => hash(file) === sha);
			return [alias, sha ? { text: file?.toString(), isTruncated: false } : ref] as const;
		});
		return { data: { repository: { ref, ...Object.fromEntries(asked) } } };
	}

	#commit(commit: Commit): object {
		this.onCommit();
		if (commit.expectedHeadOid !== this.head)
			return {
				data: { createCommitOnBranch: null },
				errors: [{ message: `Expected branch to point to "${commit.expectedHeadOid}" but it did not.` }],
			};
		this.commits.push(commit);
		for (const { path, contents } of commit.fileChanges.additions)
			this.write(path, Buffer.from(contents, 'base64').toString());
		return { data: { createCommitOnBranch: { commit: { oid: this.head, committedDate: '2026-11-27T00:00:00Z' } } } };
	}
}
