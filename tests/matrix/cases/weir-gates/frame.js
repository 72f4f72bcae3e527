const VERSION = 2;

export function decode(bytes) {
  const view = new DataView(bytes.buffer);
  if (view.getUint8(0) !== VERSION) throw new RangeError("frame version");
  const octets = Array.from(bytes.subarray(1, 5));
  return { host: octets.join("."), port: view.getUint16(5), unit: view.getUint8(7) };
}
