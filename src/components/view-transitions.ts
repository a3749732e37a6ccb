interface Transition {
	ready: Promise<unknown>;
	finished: Promise<unknown>;
	updateCallbackDone: Promise<unknown>;
}

/** A transition between pages that a browser skips, as WebKit does after Back, is no error worth reporting. */
export function ignoreSkippedTransitions(): void {
	const ignore = (event: Event) => {
		const { viewTransition } = event as Event & { viewTransition?: Transition | null };
		if (!viewTransition) return;
		const { ready, finished, updateCallbackDone } = viewTransition;
		void Promise.allSettled([ready, finished, updateCallbackDone]);
	};
	for (const event of ['pageswap', 'pagereveal']) addEventListener(event, ignore);
}
