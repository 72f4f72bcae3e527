// What a decoder that is not ours reads in a map: read.mjs MODULES MAP, every mapping as a line of JSON (0-based columns).
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, file] = process.argv.slice(2);
const { TraceMap, eachMapping } = createRequire(modules + "/")("@jridgewell/trace-mapping");
eachMapping(new TraceMap(readFileSync(file, "utf8")), (m) => {
  console.log(JSON.stringify([m.generatedLine, m.generatedColumn, m.source, m.originalLine, m.originalColumn]));
});
