import { Result, ok, err, map } from "./result";

export interface Issue {
  path: string[];
  message: string;
}

export interface Schema<T> {
  parse(input: unknown, path?: string[]): Result<T, Issue[]>;
  default(value: T): Schema<T>;
  transform<U>(f: (v: T) => U): Schema<U>;
}

export type Infer<S> = S extends Schema<infer T> ? T : never;

function schema<T>(run: (input: unknown, path: string[]) => Result<T, Issue[]>): Schema<T> {
  return {
    parse: (input, path = []) => run(input, path),
    default: (value) => schema((input, path) => (input === undefined ? ok(value) : run(input, path))),
    transform: (f) => schema((input, path) => map(run(input, path), f)),
  };
}

export const string = () =>
  schema<string>((input, path) => (typeof input === "string" ? ok(input) : err([{ path, message: "not a string" }])));

export const coerceNumber = (min: number, max: number) =>
  schema<number>((input, path) => {
    const n = Number(input);
    return Number.isInteger(n) && n >= min && n <= max ? ok(n) : err([{ path, message: `not within ${min}..${max}` }]);
  });

export function object<S extends Record<string, Schema<any>>>(shape: S): Schema<{ [K in keyof S]: Infer<S[K]> }> {
  return schema((input, path) => {
    const source = (input ?? {}) as Record<string, unknown>;
    const out: Record<string, unknown> = {};
    const issues: Issue[] = [];
    for (const [key, field] of Object.entries(shape)) {
      const r = field.parse(source[key], [...path, key]);
      if (r._tag === "ok") out[key] = r.value;
      else issues.push(...r.error);
    }
    return issues.length ? err(issues) : ok(out as any);
  });
}
