// Bundles each client's fixture, and each client's package alone, as an application would ship it.
//
//   node bundle.mjs JOB.json      {"modules": FOLDER, "out": FOLDER, "apps": {NAME: SOURCE}}

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const job = JSON.parse(await readFile(process.argv[2], "utf8"));
const require = createRequire(path.join(job.modules, "package.json"));
const { build } = require("esbuild");
const { minify } = require("terser");

const shared = {
  bundle: true,
  platform: "browser",
  target: "es2020",
  logLevel: "error",
  legalComments: "none",
  external: ["meteor/*"],
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  write: false,
};

for (const [name, contents] of Object.entries(job.apps)) {
  const stdin = { contents, resolveDir: job.modules, loader: "js", sourcefile: `${name}.js` };
  const small = await build({ ...shared, stdin, minify: true, format: "esm" });
  await writeFile(path.join(job.out, `${name}.esbuild.js`), small.outputFiles[0].contents);
  const plain = await build({ ...shared, stdin, format: "iife" });
  const terse = await minify(plain.outputFiles[0].text, { compress: true, mangle: true });
  await writeFile(path.join(job.out, `${name}.terser.js`), terse.code);
}
