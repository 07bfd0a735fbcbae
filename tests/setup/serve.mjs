// Serves the built page to this machine, sealed: with these headers the page can reach nothing but its own files.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".toml": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

// The page carries its own content policy; these are what only a server can say. The allowlist stops even
// what a content policy lets through: opened windows, redirects and peer connections.
const usual = {
  "Cache-Control": "no-store",
  "Connection-Allowlist": "(response-origin)",
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Serves a folder on 127.0.0.1; a port of 0 takes a free one. Some headers may be other ones. */
export async function serve(folder, port = 0, others = {}) {
  const headers = { ...usual, ...others };
  const server = createServer(async (request, response) => {
    const path = place(folder, request.url);
    const bytes = path && (await readFile(path).catch(() => null));
    if (!bytes) return response.writeHead(404, headers).end();
    const type = types[extname(path)] ?? "application/octet-stream";
    response.writeHead(200, { ...headers, "Content-Type": type, "Content-Length": bytes.length });
    response.end(request.method === "HEAD" ? undefined : bytes);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** The file that a request means, which is never outside the folder. */
function place(folder, url) {
  try {
    const path = normalize(decodeURIComponent(new URL(url, "http://127.0.0.1").pathname));
    const file = join(folder, path.endsWith(sep) ? "index.html" : path);
    return file.includes("\0") ? null : file;
  } catch {
    return null;
  }
}
