// paho-mqtt is a UMD of its time.
globalThis.global ??= globalThis;
