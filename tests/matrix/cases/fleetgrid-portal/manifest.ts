export interface Remote {
  readonly at: { readonly path: string; readonly port?: number };
  readonly expose: string;
  readonly version: string;
}

export const manifest: Record<string, Remote> = {
  dispatch: { at: { path: "/remotes/dispatch" }, expose: "./Board", version: "4.200.1" },
  maps: { at: { path: "/remotes/maps", port: 4203 }, expose: "./LiveMap", version: "2.9.0" },
  billing: { at: { path: "/remotes/billing" }, expose: "./Invoices", version: "11.3.5" },
};
