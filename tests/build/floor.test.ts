import { glob, readFile } from 'node:fs/promises';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { parse as parseScript, type Node } from 'acorn';
import postcss from 'postcss';
import { beforeAll, expect, test } from 'vitest';
