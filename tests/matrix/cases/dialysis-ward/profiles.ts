export type Profile =
  | { kind: "direct"; listener: number; path: string; keepalive: number }
  | { kind: "gateway"; path: string; keepalive: number };

const seconds = (n: number) => n;

export const profiles = new Map<string, Profile>([
  ["bedside", { kind: "direct", listener: 9883, path: "/ws", keepalive: seconds(15) }],
  ["messages", { kind: "gateway", path: "/mqtt", keepalive: seconds(60) }],
]);

// alarm limits in mmHg, as printed on the machines
export const limits = { venous: { low: 50, high: 250 }, arterial: { low: -250, high: -50 }, conductivity: 1883 };
