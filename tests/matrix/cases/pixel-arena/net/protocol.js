export const Op = Object.freeze({ HELLO: 1, JOIN: 2, INPUT: 3, STATE: 4, LEAVE: 5 });

export function encode(op, payload) {
  const body = new TextEncoder().encode(JSON.stringify(payload));
  const out = new Uint8Array(body.length + 1);
  out[0] = op;
  out.set(body, 1);
  return out.buffer;
}

export function decode(buffer) {
  const bytes = new Uint8Array(buffer);
  return { op: bytes[0], payload: JSON.parse(new TextDecoder().decode(bytes.subarray(1))) };
}
