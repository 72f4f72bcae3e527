export type Result<T, E> = { readonly _tag: "ok"; readonly value: T } | { readonly _tag: "err"; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ _tag: "ok", value });
export const err = <E>(error: E): Result<never, E> => ({ _tag: "err", error });

export function map<T, U, E>(r: Result<T, E>, f: (v: T) => U): Result<U, E> {
  return r._tag === "ok" ? ok(f(r.value)) : r;
}

export function andThen<T, U, E>(r: Result<T, E>, f: (v: T) => Result<U, E>): Result<U, E> {
  return r._tag === "ok" ? f(r.value) : r;
}

export function match<T, E, A, B>(r: Result<T, E>, arms: { ok: (v: T) => A; err: (e: E) => B }): A | B {
  return r._tag === "ok" ? arms.ok(r.value) : arms.err(r.error);
}
