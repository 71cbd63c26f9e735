type Page = {
  readonly document?: EventTarget & { readonly visibilityState?: string };
  readonly addEventListener?: EventTarget['addEventListener'];
};

/** Whether this is a page that nobody sees. */
export function isHidden(): boolean {
  return (globalThis as Page).document?.visibilityState === 'hidden';
}

/** Tells when a page is seen again, or has a network again, until the signal aborts. */
export function onReturn(call: () => void, signal: AbortSignal): void {
  const page = globalThis as Page;
  page.document?.addEventListener('visibilitychange', () => isHidden() || call(), { signal });
  page.addEventListener?.('online', call, { signal });
}
