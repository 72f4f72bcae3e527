export const Opcode = Object.freeze({ HELLO: 0x01, DRAW: 0x10, DISCARD: 0x11, CONCEDE: 0x7f });

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A frame: one byte of opcode, two of length (big-endian), the body as JSON. */
export function encode(opcode, body) {
  const json = encoder.encode(JSON.stringify(body));
  const frame = new Uint8Array(3 + json.length);
  frame[0] = opcode;
  new DataView(frame.buffer).setUint16(1, json.length);
  frame.set(json, 3);
  return frame.buffer;
}

export function decode(buffer) {
  const bytes = new Uint8Array(buffer);
  const length = new DataView(buffer).getUint16(1);
  return { opcode: bytes[0], body: JSON.parse(decoder.decode(bytes.subarray(3, 3 + length))) };
}
