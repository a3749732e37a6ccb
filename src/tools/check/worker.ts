import { parentPort } from 'node:worker_threads';
import { findMistakes } from '../mistakes.ts';

/** The check in a thread of its own, beside the build: sends the mistakes that it finds. */
parentPort?.postMessage(await findMistakes());
