// Takes the place of Monaco's own entry, which loads every editor feature and doubles the download.
import 'monaco-editor/esm/vs/basic-languages/graphql/graphql.contribution.js';
import 'monaco-editor/esm/vs/language/json/monaco.contribution.js';

import 'monaco-editor/esm/vs/editor/browser/coreCommands.js';
import 'monaco-editor/esm/vs/editor/browser/widget/codeEditor/codeEditorWidget.js';
import 'monaco-editor/esm/vs/editor/contrib/bracketMatching/browser/bracketMatching.js';
import 'monaco-editor/esm/vs/editor/contrib/caretOperations/browser/caretOperations.js';
import 'monaco-editor/esm/vs/editor/contrib/clipboard/browser/clipboard.js';
import 'monaco-editor/esm/vs/editor/contrib/comment/browser/comment.js';
import 'monaco-editor/esm/vs/editor/contrib/contextmenu/browser/contextmenu.js';
import 'monaco-editor/esm/vs/editor/contrib/cursorUndo/browser/cursorUndo.js';
import 'monaco-editor/esm/vs/editor/contrib/find/browser/findController.js';
import 'monaco-editor/esm/vs/editor/contrib/folding/browser/folding.js';
import 'monaco-editor/esm/vs/editor/contrib/format/browser/formatActions.js';
import 'monaco-editor/esm/vs/editor/contrib/gotoError/browser/gotoError.js';
import 'monaco-editor/esm/vs/editor/contrib/gotoSymbol/browser/goToCommands.js';
import 'monaco-editor/esm/vs/editor/contrib/gotoSymbol/browser/link/goToDefinitionAtPosition.js';
import 'monaco-editor/esm/vs/editor/contrib/hover/browser/hoverContribution.js';
import 'monaco-editor/esm/vs/editor/contrib/indentation/browser/indentation.js';
import 'monaco-editor/esm/vs/editor/contrib/lineSelection/browser/lineSelection.js';
import 'monaco-editor/esm/vs/editor/contrib/linesOperations/browser/linesOperations.js';
import 'monaco-editor/esm/vs/editor/contrib/links/browser/links.js';
import 'monaco-editor/esm/vs/editor/contrib/multicursor/browser/multicursor.js';
import 'monaco-editor/esm/vs/editor/contrib/readOnlyMessage/browser/contribution.js';
import 'monaco-editor/esm/vs/editor/contrib/smartSelect/browser/smartSelect.js';
import 'monaco-editor/esm/vs/editor/contrib/snippet/browser/snippetController2.js';
import 'monaco-editor/esm/vs/editor/contrib/suggest/browser/suggestController.js';
import 'monaco-editor/esm/vs/editor/contrib/toggleTabFocusMode/browser/toggleTabFocusMode.js';
import 'monaco-editor/esm/vs/editor/contrib/wordHighlighter/browser/wordHighlighter.js';
import 'monaco-editor/esm/vs/editor/contrib/wordOperations/browser/wordOperations.js';
import 'monaco-editor/esm/vs/editor/common/standaloneStrings.js';
import 'monaco-editor/esm/vs/base/browser/ui/codicons/codiconStyles.js';
import 'monaco-editor/esm/vs/editor/standalone/browser/iPadShowKeyboard/iPadShowKeyboard.js';
import 'monaco-editor/esm/vs/editor/standalone/browser/quickAccess/standaloneCommandsQuickAccess.js';
import 'monaco-editor/esm/vs/editor/standalone/browser/quickAccess/standaloneGotoLineQuickAccess.js';
import 'monaco-editor/esm/vs/editor/standalone/browser/toggleHighContrast/toggleHighContrast.js';

import { editor } from 'monaco-editor/esm/vs/editor/editor.api.js';

export * from 'monaco-editor/esm/vs/editor/editor.api.js';

editor.defineTheme('hub-light', {
  base: 'vs',
  inherit: true,
  rules: [
    { token: 'argument.identifier.gql', foreground: '6a3fa0' },
    { token: 'key.identifier.gql', foreground: '1f4f7a' },
  ],
  colors: accents({ surface: '#ffffff', accent: '#0b5a50', veil: '#0b5a5018', muted: '#26404512' }),
});

editor.defineTheme('hub-dark', {
  base: 'vs-dark',
  inherit: true,
  rules: [
    { token: 'argument.identifier.gql', foreground: 'c3aef5' },
    { token: 'key.identifier.gql', foreground: '9fd4f0' },
  ],
  colors: accents({ surface: '#141c1f', accent: '#78d2c0', veil: '#78d2c022', muted: '#d3d9d912' }),
});

interface Palette {
  readonly surface: string;
  readonly accent: string;
  readonly veil: string;
  readonly muted: string;
}

function accents({ surface, accent, veil, muted }: Palette): Record<string, string> {
  return {
    'editor.background': '#ffffff00',
    'scrollbar.shadow': '#ffffff00',
    'editorHoverWidget.background': surface,
    'editorSuggestWidget.background': surface,
    'editorWidget.background': surface,
    'menu.background': surface,
    'quickInput.background': surface,
    'input.background': muted,
    'textLink.foreground': accent,
    'textLink.activeForeground': accent,
    'editorLink.activeForeground': accent,
    'list.activeSelectionForeground': accent,
    'list.focusForeground': accent,
    'quickInputList.focusForeground': accent,
    'list.highlightForeground': accent,
    'list.focusHighlightForeground': accent,
    'editorSuggestWidget.selectedForeground': accent,
    'menu.selectionForeground': accent,
    'pickerGroup.foreground': accent,
    'editorWidget.resizeBorder': accent,
    focusBorder: accent,
    'list.hoverBackground': veil,
    'editorSuggestWidget.selectedBackground': veil,
    'quickInputList.focusBackground': veil,
    'menu.selectionBackground': veil,
    'toolbar.hoverBackground': veil,
    'inputOption.hoverBackground': veil,
  };
}
