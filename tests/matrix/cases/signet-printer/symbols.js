export const HOST = Symbol('host');
export const PORT = Symbol('port');
export const MOUNT = Symbol('mount');
