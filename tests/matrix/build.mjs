// Builds many cases with one bundler, in one process.
//
//   node build.mjs JOB.json        {"bundler": NAME, "cases": [{"name", "root", "entry", "out", "env"}]}
//
// `root` is a folder holding the case's files and an index.html that loads `entry`; the build (with its own
// index.html, everything else under /static/) lands in `out`. One JSON line per case goes to standard output.

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const BASE = "/static/";
const EXTENSIONS = [".mjs", ".js", ".jsx", ".ts", ".tsx", ".json"];
const REACT = ["@babel/preset-react", { runtime: "automatic" }];

/** The build-time environment, as each bundler's "define" wants it. */
const defines = (env) =>
  Object.fromEntries(
    Object.entries({ NODE_ENV: "production", ...env }).flatMap(([key, value]) => [
      [`process.env.${key}`, JSON.stringify(value)],
      [`import.meta.env.${key}`, JSON.stringify(value)],
    ]),
  );

const page = (scripts, kind = "") =>
  `<!doctype html>\n<html>\n<head><meta charset="utf-8"><title>case</title></head>\n` +
  `<body>\n<div id="root"></div>\n${scripts.map((s) => `<script${kind} src="${s}"></script>\n`).join("")}</body>\n</html>\n`;

async function writePage(out, files, kind) {
  await writeFile(path.join(out, "index.html"), page(files.map((f) => (f.startsWith("/") ? f : BASE + f)), kind));
}

// ---- Vite ---------------------------------------------------------------------------------------------------

async function vite(version, options, job) {
  const { build } = await import(version);
  const { default: vue } = await import("@vitejs/plugin-vue");
  const own = path.join(job.out, "vite");
  await build({
    configFile: false, envFile: false, root: job.root, base: BASE, logLevel: "error", mode: "production",
    define: defines(job.env), plugins: job.vue ? [vue()] : [],
    ...(version === "vite7" ? { esbuild: { jsx: "automatic", ...options.esbuild } } : {}),
    build: { outDir: own, emptyOutDir: true, reportCompressedSize: false, ...options.build },
  });
  await cp(path.join(own, "assets"), path.join(job.out, "assets"), { recursive: true });
  await cp(path.join(own, "index.html"), path.join(job.out, "index.html"));
  await rm(own, { recursive: true });
}

// ---- Rollup -------------------------------------------------------------------------------------------------

async function rollupBundle(job, output, extra = []) {
  const { rollup } = await import("rollup");
  const load = async (name) => (await import(name)).default;
  const [resolve, commonjs, json, replace, babel] = await Promise.all(
    ["node-resolve", "commonjs", "json", "replace", "babel"].map((n) => load(`@rollup/plugin-${n}`)),
  );
  const bundle = await rollup({
    input: path.join(job.root, job.entry), onwarn: () => {},
    plugins: [
      replace({ preventAssignment: true, values: defines(job.env) }),
      resolve({ browser: true, preferBuiltins: false, extensions: EXTENSIONS }),
      babel({
        extensions: [".ts", ".tsx", ".jsx"], babelHelpers: "bundled", configFile: false, babelrc: false,
        presets: ["@babel/preset-typescript", REACT],
      }),
      commonjs(), json(),
      ...extra,
    ],
  });
  const result = await bundle.write({
    dir: job.out, entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js", ...output,
  });
  await bundle.close();
  return result.output.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
}

async function rollupTerser(job, format) {
  const { default: terser } = await import("@rollup/plugin-terser");
  const inline = format === "umd";
  const [entry] = await rollupBundle(
    job,
    { format, ...(inline ? { name: "app", inlineDynamicImports: true, exports: "named" } : {}) },
    [terser({ module: format === "es" })],
  );
  if (format === "system") {
    await cp(require.resolve("systemjs/dist/s.min.js"), path.join(job.out, "system.js"));
    await writePage(job.out, ["system.js", entry]);
    const html = await readFile(path.join(job.out, "index.html"), "utf8");
    await writeFile(
      path.join(job.out, "index.html"),
      html.replace(`<script src="${BASE}${entry}"></script>`, `<script>System.import("${BASE}${entry}")</script>`),
    );
    return;
  }
  await writePage(job.out, [entry], format === "es" ? ' type="module"' : "");
}

/** Everything in one IIFE, lowered to ES5 by Babel, minified by UglifyJS: how older frontends look. */
async function rollupEs5(job) {
  const [entry] = await rollupBundle(job, { format: "iife", name: "app", inlineDynamicImports: true });
  const file = path.join(job.out, entry);
  const { transformAsync } = await import("@babel/core");
  const { default: uglify } = await import("uglify-js");
  const lowered = await transformAsync(await readFile(file, "utf8"), {
    configFile: false, babelrc: false, sourceType: "script", compact: false,
    presets: [["@babel/preset-env", { targets: { ie: "11" }, modules: false }]],
  });
  const small = uglify.minify(lowered.code);
  if (small.error) throw small.error;
  await writeFile(file, small.code);
  await writePage(job.out, [entry]);
}

// ---- esbuild ------------------------------------------------------------------------------------------------

async function esbuild(job, options) {
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [path.join(job.root, job.entry)], bundle: true, outdir: job.out, metafile: true, logLevel: "silent",
    entryNames: "[name]-[hash]", define: defines(job.env), jsx: "automatic", ...options,
  });
  const [entry] = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint);
  await writePage(job.out, [path.basename(entry)], options.format === "esm" ? ' type="module"' : "");
}

// ---- webpack and Rspack -------------------------------------------------------------------------------------

async function runCompiler(bundler, job, config) {
  const compiler = bundler({
    mode: "production", context: job.root, entry: `./${job.entry}`, target: "web", devtool: false,
    output: { path: job.out, publicPath: BASE, filename: "[name].[contenthash:8].js", chunkFilename: "[name].[contenthash:8].js" },
    resolve: { extensions: EXTENSIONS }, performance: false, ...config,
    plugins: [new bundler.DefinePlugin(defines(job.env))],
  });
  const stats = await new Promise((done, fail) => compiler.run((error, s) => (error ? fail(error) : done(s))));
  await new Promise((done) => compiler.close(done));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  const assets = stats.toJson({ all: false, entrypoints: true }).entrypoints.main.assets.map((a) => a.name ?? a);
  await writePage(job.out, assets.filter((name) => name.endsWith(".js")), " defer");
}

async function webpack(job, config = {}, env = null) {
  const { default: bundler } = await import("webpack");
  const presets = [...(env ? [["@babel/preset-env", env]] : []), "@babel/preset-typescript", REACT];
  await runCompiler(bundler, job, {
    module: {
      rules: [{
        test: env ? /\.(jsx?|tsx?)$/ : /\.(jsx|tsx?)$/, exclude: /node_modules/,
        use: { loader: "babel-loader", options: { configFile: false, babelrc: false, presets } },
      }],
    },
    ...config,
  });
}

async function webpackEs5(job) {
  const { default: Terser } = await import("terser-webpack-plugin");
  await webpack(
    job,
    {
      target: ["web", "es5"],
      optimization: { minimizer: [new Terser({ minify: Terser.uglifyJsMinify, extractComments: false })] },
    },
    { targets: { ie: "11" }, modules: false },
  );
}

async function rspack(job, es5 = false) {
  const { rspack: bundler } = await import("@rspack/core");
  const rule = (test, syntax, jsx) => ({
    test, exclude: /node_modules/, loader: "builtin:swc-loader", type: "javascript/auto",
    options: {
      jsc: { parser: { syntax, [syntax === "typescript" ? "tsx" : "jsx"]: jsx }, transform: { react: { runtime: "automatic" } } },
      env: { targets: es5 ? "ie 11" : "chrome 110" },
    },
  });
  await runCompiler(bundler, job, {
    ...(es5 ? { target: ["web", "es5"] } : {}),
    module: { rules: [rule(/\.jsx?$/, "ecmascript", true), rule(/\.ts$/, "typescript", false), rule(/\.tsx$/, "typescript", true)] },
  });
}

// ---- Parcel -------------------------------------------------------------------------------------------------

let farm = null;

async function parcel(job) {
  const { Parcel, createWorkerFarm } = await import("@parcel/core");
  farm ??= createWorkerFarm({ maxConcurrentWorkers: 1 });
  const bundler = new Parcel({
    entries: [path.join(job.root, "index.html")], defaultConfig: require.resolve("@parcel/config-default"),
    mode: "production", workerFarm: farm, shouldAutoInstall: false, shouldDisableCache: true,
    env: { NODE_ENV: "production", ...job.env }, cacheDir: path.join(path.dirname(job.root), ".parcel-cache"),
    defaultTargetOptions: { distDir: job.out, publicUrl: BASE, sourceMaps: false, shouldOptimize: true, shouldScopeHoist: true },
  });
  try {
    await bundler.run();
  } catch (error) {
    throw new Error((error.diagnostics ?? [error]).map((d) => d.message).join("\n"));
  }
}

/** No bundler: the case's files as they are, the page with them. */
async function none(job) {
  await cp(job.root, job.out, { recursive: true });
}

const BUNDLERS = {
  vite: (job) => vite("vite7", {}, job),
  "vite-es2015": (job) => vite("vite7", { build: { target: "es2015" } }, job),
  "vite-rolldown": (job) => vite("vite8", {}, job),
  "rollup-terser": (job) => rollupTerser(job, "es"),
  "rollup-umd": (job) => rollupTerser(job, "umd"),
  "rollup-system": (job) => rollupTerser(job, "system"),
  "rollup-es5": rollupEs5,
  esbuild: (job) => esbuild(job, { minify: true, format: "esm", splitting: true }),
  "esbuild-plain": (job) => esbuild(job, { format: "iife" }),
  webpack: (job) => webpack(job),
  "webpack-eval": (job) => webpack(job, { mode: "development", devtool: "eval" }),
  "webpack-es5": webpackEs5,
  rspack: (job) => rspack(job),
  "rspack-es5": (job) => rspack(job, true),
  parcel,
  none,
};

const { bundler, cases } = JSON.parse(await readFile(process.argv[2], "utf8"));
for (const job of cases) {
  const started = Date.now();
  let error = null;
  try {
    await rm(job.out, { recursive: true, force: true });
    await mkdir(job.out, { recursive: true });
    await BUNDLERS[bundler](job);
  } catch (problem) {
    error = String(problem?.stack ?? problem).slice(0, 2000);
  }
  process.stdout.write(`${JSON.stringify({ name: job.name, error, milliseconds: Date.now() - started })}\n`);
}
await farm?.end();
process.exit(0);
