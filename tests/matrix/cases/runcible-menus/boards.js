const preview = import.meta.env.VITE_BOARD_PREVIEW === "on";

export const boards = () => [
  { name: "counter", namespace: "/counter", enabled: true, overrides: {} },
  { name: "preview", namespace: "/preview", enabled: preview, overrides: { port: 3999, secure: false } },
];
