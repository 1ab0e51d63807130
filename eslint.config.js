import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['*', '!frontend/', 'frontend/generated/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  lit.configs['flat/recommended'],
  litA11y.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Short handlers such as `() => this.close()` give nothing to anybody.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An element knows which parts its own template has.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Paths of SVG and colours are texts of numbers.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowArray: true }],
      // Lit calls a handler with its element as `this`.
      '@typescript-eslint/unbound-method': 'off',
      // An index may be out of range, and a part of a template is missing before it is first drawn: types say neither.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // With `||` an empty text and 0 count as nothing too.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      // A parameter that only overriding methods read.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Dialogs shut by Esc, a list hears the keys of its box, a canvas has buttons: the rule looks at one element alone.
      'lit-a11y/click-events-have-key-events': 'off',
      // A dialog says by it what has the focus first.
      'lit-a11y/no-autofocus': 'off',
    },
  },
);
