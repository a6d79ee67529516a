// Prints what vitest's JSON report says as one line: `512 passed, 0 failed, 2 skipped`. Files that a second report
// holds count as it says.
import { readFileSync } from 'node:fs';

const files = new Map();
for (const report of process.argv.slice(2)) {
  for (const result of JSON.parse(readFileSync(report, 'utf8')).testResults) files.set(result.name, result);
}
let [passed, failed, skipped] = [0, 0, 0];
for (const { status, assertionResults } of files.values()) {
  // A file that cannot be loaded holds no failed test, and is a failure all the same.
  if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) failed += 1;
  for (const test of assertionResults) {
    if (test.status === 'passed') passed += 1;
    else if (test.status === 'failed') failed += 1;
    else skipped += 1;
  }
}
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
