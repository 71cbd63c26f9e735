// Takes the place of Prettier's JavaScript parser and printer (540 kB), which GraphiQL loads to format JSON.
import { applyEdits, format } from 'jsonc-parser';

interface JsoncText {
  readonly text: string;
}

export const parsers = {
  jsonc: {
    astFormat: 'jsonc-text',
    parse: (text: string): JsoncText => ({ text }),
    locStart: () => 0,
    locEnd: (node: JsoncText) => node.text.length,
  },
};

export const printers = {
  'jsonc-text': {
    print: (path: { readonly node: JsoncText }): string => {
      const { text } = path.node;
      return applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }));
    },
  },
};
