export type Part = 'protocol' | 'port' | 'pathname' | 'search' | 'hash';
export type Edit = readonly [part: Part, value: string | ((old: string) => string)];

/** A copy of a URL with the edits applied in order. */
export function applyEdits(base: string, edits: readonly Edit[]): string {
  const url = edits.reduce((target, [part, value]) => {
    target[part] = typeof value === 'function' ? value(target[part]) : value;
    return target;
  }, new URL(base));
  return url.toString();
}
