// Builds real libraries with real bundlers, each library with one of them: node build.mjs OUT
//
// Between them the outputs hold what minifiers write: esbuild's class lowering, terser's and swc's and oxc's
// spellings of strings, webpack's module registry, UglifyJS's ES5.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const out = path.resolve(process.argv[2]);
const here = path.dirname(fileURLToPath(import.meta.url));
const production = { "process.env.NODE_ENV": '"production"' };

/** An entry that imports all of each library and keeps it: nothing is shaken out. */
async function entry(name, libraries) {
  const lines = libraries.map((library, i) => `import * as m${i} from ${JSON.stringify(library)};`);
  const uses = libraries.map((_, i) => `m${i}`).join(", ");
  const file = path.join(here, "entries", `${name}.mjs`); // beside node_modules, where every bundler looks
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${lines.join("\n")}\nconsole.log([${uses}].map((m) => Object.keys(m)));\n`);
  return file;
}

async function esbuild(name, libraries, options) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [await entry(name, libraries)], outfile: path.join(out, `${name}.js`), bundle: true, minify: true,
    format: "esm", platform: "browser", define: production, logLevel: "error", ...options,
  });
}

async function rollup(name, libraries, terser) {
  const { rollup: run } = await import("rollup");
  const load = async (plugin) => (await import(`@rollup/plugin-${plugin}`)).default;
  const [resolve, commonjs, json, replace, minify] = await Promise.all(
    ["node-resolve", "commonjs", "json", "replace", "terser"].map(load),
  );
  const bundle = await run({
    input: await entry(name, libraries), onwarn: () => {},
    plugins: [
      resolve({ browser: true }), commonjs(), json(),
      replace({ preventAssignment: true, values: production }), minify(terser),
    ],
  });
  await bundle.write({ dir: out, entryFileNames: `${name}.js`, format: "es", inlineDynamicImports: true });
  await bundle.close();
}

async function webpackLike(packageName, name, libraries) {
  const pack = require(packageName);
  const input = await entry(name, libraries);
  await new Promise((resolve, reject) => {
    pack({
      mode: "production", context: here, entry: input, output: { path: out, filename: `${name}.js` },
      performance: false, target: ["web", "es2022"],
    }, (error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
}

async function vite(name, libraries) {
  const { build } = await import("vite");
  await build({
    configFile: false, envFile: false, root: here, logLevel: "error", mode: "production",
    build: {
      outDir: out, emptyOutDir: false, reportCompressedSize: false, chunkSizeWarningLimit: 1e5,
      rollupOptions: { input: await entry(name, libraries), output: { entryFileNames: `${name}.js` } },
    },
  });
}

async function uglify(name, file) {
  const { minify } = require("uglify-js");
  const result = minify(await readFile(require.resolve(file), "utf8"));
  if (result.error) throw result.error;
  await writeFile(path.join(out, `${name}.js`), result.code);
}

await mkdir(out, { recursive: true });
await esbuild("esbuild", ["highlight.js", "codemirror", "@codemirror/lang-javascript"], { charset: "utf8" });
await esbuild("esbuild-lowered", ["pdfjs-dist", "luxon", "marked"], { target: "es2018", format: "iife" });
await rollup("rollup-terser", ["three", "lodash-es", "rxjs"], { ecma: 2020, module: true });
await webpackLike("webpack", "webpack", ["mathjs", "moment", "jquery", "highlight.js/lib/languages/javascript"]);
await webpackLike("@rspack/core", "rspack", ["echarts", "socket.io-client", "axios"]);
await vite("vite", ["react", "react-dom/client", "vue", "d3", "@tiptap/starter-kit", "chart.js", "frappe-react-sdk", "zod"]);
await uglify("uglify", "moment/moment.js");
