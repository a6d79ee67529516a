// Prints the paths of the test files that failed, one a line, by vitest's JSON report.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const [file = ''] = process.argv.slice(2);
const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
const failed = testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative('.', name));
process.stdout.write([...new Set(failed)].map((path) => `${path}\n`).join(''));
