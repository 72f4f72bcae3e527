export const captionsKey = Symbol("captions");
