// sockjs-client expects Node's name of the global object.
const scope = window as unknown as { global?: unknown };
scope.global ??= window;
export {};
