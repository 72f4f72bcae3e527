// One app, minified into one file with its map, by esbuild alone or by esbuild and terser: build.mjs MODULES ENTRY OUT MINIFIER
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { basename } from "node:path";

const [modules, entry, out, minifier] = process.argv.slice(2);
const require = createRequire(modules + "/");
const { buildSync } = require("esbuild");

const options = {
  entryPoints: [entry], outfile: out, bundle: true, minify: minifier === "esbuild", sourcemap: true,
  nodePaths: [modules + "/node_modules"], charset: "utf8", logLevel: "error", write: true,
};
buildSync(options);
if (minifier === "terser") {
  const { readFileSync } = await import("node:fs");
  const { minify } = require("terser");
  const made = await minify({ [basename(out)]: readFileSync(out, "utf8") }, {
    sourceMap: { content: readFileSync(out + ".map", "utf8"), url: basename(out) + ".map" },
  });
  writeFileSync(out, made.code);
  writeFileSync(out + ".map", typeof made.map === "string" ? made.map : JSON.stringify(made.map));
}
