export interface Operation {
  query: string;
  variables?: Record<string, unknown>;
}

export type Sink = (result: unknown) => void;
export type Link = (operation: Operation, sink: Sink) => void;

export const split =
  (test: (operation: Operation) => boolean, left: Link, right: Link): Link =>
  (operation, sink) =>
    (test(operation) ? left : right)(operation, sink);

export const execute = (link: Link, operation: Operation, sink: Sink) => link(operation, sink);
