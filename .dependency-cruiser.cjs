const FEATURE = "^lib/(?!kernel/|i18n/)([^/]+)/";
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule("no-circles", "Files never need each other in a ring.", {}, { circular: true }),
    {
      name: "no-feature-circles",
      comment: "Features form a tree, even where their files do not touch.",
      severity: "error",
      scope: "folder",
      from: { path: "^lib/[^/]+$" },
      to: { circular: true },
    },
    rule(
      "nobody-imports-app",
      "Routes are leaves; only the generated list names them.",
      { pathNot: "^(app|tests)/|^server/http/routes\\.gen\\.ts$" },
      { path: "^app/" },
    ),
    rule(
      "app-stays-thin",
      "Pages and routes speak to features and doors, never to tables.",
      { path: "^app/" },
      { path: "^db/|^lib/[^/]+/(store|rules|tasks)(/|\\.ts$)|^server/(?!doors/)" },
    ),
    rule(
      "components-stay-in-browser",
      "Interface code may know shapes and rules, not commands or the server.",
      { path: "^components/" },
      { path: "^(app|server|db)/|^lib/(?!kernel/)[^/]+/(commands|queries|store|tasks)(/|\\.ts$)" },
    ),
    rule(
      "lib-knows-no-framework",
      "The product does not know Next, React, Socket.IO or the process it runs in.",
      { path: "^lib/" },
      { path: "^(app|components|server)/|node_modules/(next|react|react-dom|socket\\.io|redis|graphile-worker)/" },
    ),
    rule(
      "only-stores-speak-sql",
      "SQL lives in store.ts and the kernel's record.",
      { path: "^lib/", pathNot: "/store(/|\\.ts$)|^lib/kernel/(record|audit|idempotency|idempotency-keys|call)\\.ts$" },
      { path: "^db/|node_modules/drizzle-orm/" },
    ),
    rule(
      "stores-use-the-open-transaction",
      "A feature that reached the client could leave its fence.",
      { path: "^lib/" },
      { path: "^db/client\\.ts$" },
    ),
    rule(
      "private-parts",
      "Another feature's store, rules and tasks are its own business.",
      { path: FEATURE },
      { path: "^lib/(?!kernel/)[^/]+/(store|rules|tasks)(/|\\.ts$)", pathNot: "^lib/$1/" },
    ),
    rule(
      "contracts-are-pure",
      "Shapes, policies, rules and facts run anywhere.",
      { path: "^lib/[^/]+/(contract|policy|rules|facts)(/|\\.ts$)" },
      { path: "^(app|components|server|db)/|^lib/[^/]+/(commands|queries|store|tasks)(/|\\.ts$)" },
    ),
    rule(
      "contracts-run-in-browsers",
      "What Node brings along is not there in a browser.",
      { path: "^lib/[^/]+/(contract|policy|rules|facts)(/|\\.ts$)" },
      { dependencyTypes: ["core"] },
    ),
    rule(
      "db-stands-alone",
      "Tables know nothing above them.",
      { path: "^db/(?!seed/)" },
      { path: "^(app|components|lib|server)/" },
    ),
    rule(
      "one-relations-file",
      "Tables reach upward by foreign key only.",
      { path: "^db/schema/" },
      { path: "^db/relations" },
    ),
    rule(
      "server-is-below-app",
      "The process does not know pages or components.",
      { path: "^server/", pathNot: "^server/http/routes\\.gen\\.ts$" },
      { path: "^(app|components)/" },
    ),
    rule(
      "adapters-are-chosen-once",
      "Only the choice picks adapters.",
      { path: "^(app|components|lib|server)/", pathNot: "^server/(open\\.ts|adapters/)" },
      { path: "^server/adapters/" },
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next|^dist|^db/seed" },
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
