// Bundles each client's fixture, its package compiled to ES5 as TypeScript and SWC do it; SWC's is minified too.
//
//   node es5.mjs JOB.json      {"modules": FOLDER, "compilers": FOLDER, "out": FOLDER, "apps": {NAME: SOURCE}}

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const job = JSON.parse(await readFile(process.argv[2], "utf8"));
const { build } = createRequire(path.join(job.modules, "package.json"))("esbuild");
const compilers = createRequire(path.join(job.compilers, "package.json"));
const ts = compilers("typescript");
const swc = compilers("@swc/core");

const shared = {
  bundle: true,
  platform: "browser",
  target: "es2020",
  format: "iife",
  logLevel: "error",
  legalComments: "none",
  external: ["meteor/*"],
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  write: false,
};
const typescript = { target: "ES5", downlevelIteration: true, module: "None", allowJs: true };
const jsc = { target: "es5", parser: { syntax: "ecmascript" }, minify: { compress: true, mangle: true } };

for (const [name, contents] of Object.entries(job.apps)) {
  const stdin = { contents, resolveDir: job.modules, loader: "js", sourcefile: `${name}.js` };
  const bundle = (await build({ ...shared, stdin })).outputFiles[0].text;
  const plain = ts.transpileModule(bundle, { compilerOptions: typescript }).outputText;
  await writeFile(path.join(job.out, `${name}.typescript.js`), plain);
  const options = { isModule: false, configFile: false, swcrc: false, minify: true, jsc };
  await writeFile(path.join(job.out, `${name}.swc.js`), (await swc.transform(bundle, options)).code);
}
