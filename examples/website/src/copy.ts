import { slot } from './template.ts';
import type { Texts } from './texts.ts';

/** Milliseconds that a button says that it was done. */
const CONFIRMED_MS = 2_500;

/** Copies the citation of a card; where the browser does not allow it, shows it to be copied by hand. */
export async function copyCitation(button: HTMLButtonElement, texts: Texts): Promise<string> {
  const citation = slot(button.closest('article') as HTMLElement, 'citation');
  try {
    await navigator.clipboard.writeText(citation.textContent ?? '');
  } catch {
    citation.hidden = false;
    return texts.copyByHand;
  }
  button.textContent = texts.copied;
  button.classList.add('done');
  setTimeout(() => {
    button.textContent = texts.copy;
    button.classList.remove('done');
  }, CONFIRMED_MS);
  return texts.copied;
}
