declare module '*.css';
declare module 'monaco-editor/esm/vs/*';

/** One operation that the explorer opens as a tab; put in by the build. */
interface ExampleTab {
  readonly query: string;
  readonly variables: string | null;
}

declare const EXAMPLE_TABS: readonly ExampleTab[];

/** File names of the editor's workers, by Monaco's label; put in by the build. */
declare const WORKER_FILES: { readonly editor: string; readonly json: string; readonly graphql: string };
