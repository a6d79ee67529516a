import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Strict linting that knows the types. What is loosened below says why. */
export default defineConfig(
  globalIgnores(['.data', 'coverage', 'dist', '**/generated/**']),
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // A `default` that calls `unreachable` is how a switch ends here; it must not hide a missing case.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: true, considerDefaultExhaustiveForUnions: false },
      ],
      // It believes that nothing changes during an await (`signal.aborted`, flags set in callbacks).
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Numbers and truth values read the same everywhere; null, undefined and objects do not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `const { secret: _, ...rest } = all` is the plain way to leave something out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // `() => stop()` as a callback whose value nobody reads is clearer than the same in braces.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-control-regex': 'error',
    },
  },
  // Plain JavaScript has no types to know: what starts the program before tsx can, and the checks in .ci.
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    // The matchers of vitest (`expect.any`, `expect.objectContaining`) have the type `any`.
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
);
