const FILES: Readonly<Record<string, string>> = WORKER_FILES;

/** Tells Monaco where its workers are: files of their own, so that the page needs no `blob:` in its policy. */
export function setUpWorkers(): void {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker: (_id: string, label: string) =>
        new Worker(new URL(FILES[label] ?? WORKER_FILES.editor, import.meta.url), {
          type: 'module',
          name: label,
        }),
    },
  });
}
