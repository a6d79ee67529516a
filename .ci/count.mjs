// Prints what vitest's JSON report says as one line: `512 passed, 0 failed, 2 skipped`.
import { readFileSync } from 'node:fs';

const [file = ''] = process.argv.slice(2);
const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
  readFileSync(file, 'utf8'),
);
// A file that cannot be loaded holds no failed test, and is a failure all the same.
const broken = testResults.filter(
  (result) => result.status === 'failed' && result.assertionResults.length === 0,
);
const failed = numFailedTests + broken.length;
process.stdout.write(`${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped\n`);
