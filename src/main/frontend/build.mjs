// Makes the pages' assets: node build.mjs <output directory>. Called by Maven; does nothing when nothing changed.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(home, "../../../target/classes/static/assets"));
const stampFile = resolve(out, "../../../frontend.stamp");
const generated = join(home, "node_modules/.regatta");
const sha = (text) => createHash("sha256").update(text).digest("hex");

function filesUnder(folder, suffixes) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => suffixes.some((suffix) => file.endsWith(suffix)))
    .sort();
}

const own = filesUnder(join(home, "src"), [".css", ".js", ".svg"]);
const pages = [
  ...filesUnder(join(home, "../resources/templates"), [".html"]),
  ...filesUnder(join(home, "../java"), [".java"]).filter((file) => /[\\/]web[\\/]/.test(file)),
];

function stamp() {
  const inputs = [...own, ...pages, join(home, "build.mjs"), join(home, "package-lock.json")];
  return sha(inputs.map((file) => file.slice(home.length) + sha(readFileSync(file))).join("\n"));
}

function installIfStale() {
  const lock = sha(readFileSync(join(home, "package-lock.json")));
  const mark = join(home, "node_modules/.regatta-lock");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  const windows = process.platform === "win32";
  execFileSync(windows ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], { cwd: home, stdio: "inherit", shell: windows });
  writeFileSync(mark, lock);
}

// Only the icons the pages name, as masks: one rule each, coloured by the text around them.
function icons() {
  const names = new Set([...pages, ...own].flatMap((file) => readFileSync(file, "utf8").match(/\bti-[a-z0-9-]+/g) ?? []));
  const rules = [...names].sort().map((name) => {
    const file = join(home, "node_modules/@tabler/icons/icons/outline", name.slice(3) + ".svg");
    if (!existsSync(file)) throw new Error("No such icon: " + name);
    const svg = readFileSync(file, "utf8")
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/\s+class="[^"]*"|\s+(width|height)="24"/g, "")
      .replace(/currentColor/g, "#000")
      .replace(/\s+/g, " ")
      .replace(/> </g, "><")
      .trim();
    const data = svg.replace(/"/g, "'").replace(/[%#<>{}]/g, (c) => "%" + c.charCodeAt(0).toString(16));
    return `.${name}{--i:url("data:image/svg+xml,${data}")}`;
  });
  return rules.join("\n");
}

async function tablerInUse() {
  const { PurgeCSS } = await import("purgecss");
  const css = readFileSync(join(home, "node_modules/@tabler/core/dist/css/tabler.min.css"), "utf8");
  const content = [...pages, ...own.filter((file) => file.endsWith(".js"))];
  const [result] = await new PurgeCSS().purge({
    content: content.map((file) => ({ raw: readFileSync(file, "utf8"), extension: "html" })),
    css: [{ raw: css }],
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    safelist: { standard: ["html", "body", /^data-bs-theme/], deep: [], greedy: [] },
    variables: false,
    keyframes: true,
    fontFace: true,
  });
  return result.css.replace(/\/\*#? ?sourceMappingURL[^*]*\*\//g, "");
}

async function build() {
  const { build: esbuild } = await import("esbuild");
  mkdirSync(generated, { recursive: true });
  writeFileSync(join(generated, "icons.css"), icons());
  writeFileSync(join(generated, "tabler.css"), await tablerInUse());
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await esbuild({
    absWorkingDir: home,
    // Whatever lies directly in src is an asset of its own; src/parts holds what they import.
    entryPoints: readdirSync(join(home, "src"), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => "src/" + entry.name),
    outdir: out,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome123", "firefox121", "safari17.5"],
    loader: { ".woff2": "file", ".svg": "copy" },
    assetNames: "fonts/[name]",
    legalComments: "eof",
    logLevel: "warning",
  });
}

installIfStale();
const now = stamp();
if (existsSync(join(out, "app.css")) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === now) process.exit(0);
await build();
writeFileSync(stampFile, now);
for (const name of readdirSync(out)) {
  const size = statSync(join(out, name)).size;
  if (process.env.REGATTA_ASSETS_VERBOSE) console.log(name, size);
}
