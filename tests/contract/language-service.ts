/** Prints what GitHub's own language service says of the workflow and action files given, one line each. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// It imports JSON without the attribute that Node asks for.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

/** Workflows that are called are this repository's own. */
const fileProvider = {
  getFileContent: async ({ path: name }: { readonly path: string }) => ({
    name,
    content: readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'),
  }),
};

for (const path of process.argv.slice(2)) {
  const document = TextDocument.create(`file://${path}`, 'yaml', 0, readFileSync(path, 'utf8'));
  for (const { range, message } of await validate(document, { fileProvider })) {
    console.log(`${path}:${range.start.line + 1}:${range.start.character + 1} ${message}`);
  }
}
