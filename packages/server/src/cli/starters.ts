import { readFileSync } from 'node:fs';

/** A process, and who started it. */
type Link = { readonly id: number; readonly parent: number; readonly session: number };

function read(id: number, file: 'stat' | 'environ'): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

function linkOf(id: number): Link | null {
  const text = read(id, 'stat');
  // The name of the program stands in brackets, and may hold brackets and spaces itself.
  const [state, parent, , session] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (text === '' || state === 'Z' || state === 'X') return null;
  return { id, parent: Number(parent), session: Number(session) };
}

function isStartedByScript(id: number): boolean {
  return read(id, 'environ')
    .split('\0')
    .some((variable) => variable.startsWith('npm_lifecycle_event='));
}

/**
 * The process with those above it, up to the package manager that a person started: each below that one carries
 * a package manager's mark in its environment. Only one where there is no /proc, or in a session of its own.
 */
export function chainAbove(id: number): readonly number[] {
  const first = linkOf(id);
  if (first === null) return [id];
  const chain = [id];
  for (let link = first; isStartedByScript(link.id); ) {
    const above = linkOf(link.parent);
    if (above === null || above.session !== first.session) break;
    chain.push(above.id);
    link = above;
  }
  return chain;
}

/**
 * Whether each process of the chain is still there, as the child of the next. One whose own parent has gone
 * counts as whole: a script may leave a program behind on purpose.
 */
export function isWhole([id, ...above]: readonly number[]): boolean {
  const [parent] = above;
  if (id === undefined || parent === undefined) return true;
  if (linkOf(parent) === null || linkOf(id)?.parent !== parent) return true;
  return above.every((process, index) => {
    const link = linkOf(process);
    const next = above[index + 1];
    return link !== null && (next === undefined || link.parent === next);
  });
}
