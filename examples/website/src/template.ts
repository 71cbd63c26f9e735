import type { Texts } from './texts.ts';

/** Copies a template of the page and puts the words of the language into it. */
export function cloneTemplate(id: string, texts: Texts): DocumentFragment {
  const template = document.getElementById(id) as HTMLTemplateElement;
  const copy = template.content.cloneNode(true) as DocumentFragment;
  translate(copy, texts);
  return copy;
}

/** Puts the words of the language wherever `data-text` or `data-label` asks for them. */
export function translate(root: ParentNode, texts: Texts): void {
  const wordsOf = (key: string | undefined) => String(texts[key as keyof Texts]);
  for (const element of root.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = wordsOf(element.dataset.text);
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-label]')) {
    element.setAttribute('aria-label', wordsOf(element.dataset.label));
  }
}

/** The element of a copy that is to be filled. Text goes in as text, never as markup. */
export function slot(root: ParentNode, name: string): HTMLElement {
  return root.querySelector(`[data-slot="${name}"]`) as HTMLElement;
}
