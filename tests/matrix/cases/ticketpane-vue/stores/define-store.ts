import { effectScope } from "vue";

export function defineStore<S>(id: string, setup: () => S): () => S & { $id: string } {
  let instance: (S & { $id: string }) | undefined;
  return () => (instance ??= effectScope(true).run(() => Object.assign({ $id: id }, setup()))!);
}
