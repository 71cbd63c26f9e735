/** How long somebody waits before they want to know what is going on. */
const PATIENCE_MS = 1_000;

/** Tells how far a long reading is, on one line that goes away at the end. */
export function createProgress(total: number, say: (text: string) => void, now: () => number = Date.now) {
  const startedAt = now();
  let isShown = false;
  return {
    tell(count: number): void {
      if (now() - startedAt < PATIENCE_MS) return;
      isShown = true;
      say(`\rRead ${count} of ${total} files.`);
    },
    end(): void {
      if (isShown) say('\r\x1b[K');
    },
  };
}
