import type { Page } from "@playwright/test";

/** What stands in the addresses of this installation: the office's things, and the pilgrim's own. */
export type Place = {
  groupId: string;
  person: string;
  code: string;
  gone: string;
  open: string;
  host: string;
} & Record<
  "agency" | "package" | "product" | "booking" | "invoice" | "plan" | "myBooking" | "myInvoice" | "myOrder" | "myPlan",
  string
>;
export type Screen = {
  name: string;
  path: (place: Place) => string;
  /** What is done before the picture is taken. */
  act?: (page: Page) => Promise<void>;
  /** A map fills the window; everything else is taken in its whole length. */
  isMap?: boolean;
  /** What it shows is that nothing is there. */
  isMissing?: boolean;
};

const at = (path: string) => () => path;
/** Presses the first of these that can be seen and waits for what comes of it. */
const first = (selector: string, then: string) => async (page: Page) => {
  await page.locator(selector).filter({ visible: true }).first().click();
  await page.locator(then).first().waitFor();
};
/** Of the side bar, or of the narrow header. */
const BELL = ".office-side [aria-haspopup=dialog]:not(.find), .office-top .bell:not([aria-keyshortcuts])";
const grip = async (page: Page, times: number) => {
  for (let i = 0; i < times; i += 1) await page.locator(".sheet-grip").press("Enter");
};

const OUTSIDE: Screen[] = [
  { name: "site", path: at("/") },
  { name: "sign-in", path: at("/sign-in") },
  { name: "sign-up", path: at("/sign-up") },
  { name: "sign-in-code", path: at("/sign-in/code") },
  { name: "forgot-password", path: at("/forgot-password") },
  { name: "reset-password", path: at("/reset-password") },
  { name: "invitation", path: at("/invitation") },
  { name: "join", path: at("/join") },
  { name: "join-code", path: ({ code }) => `/join/${code}` },
  { name: "join-unknown", path: at("/join/AAAABBBB") },
  { name: "agency", path: at("/a/nurani") },
  { name: "register-agency", path: at("/register-agency") },
  { name: "sign-in-link", path: at("/sign-in/link") },
  { name: "sign-in-hand-over", path: at("/sign-in/hand-over") },
  { name: "offline", path: at("/offline") },
  { name: "package", path: ({ package: id }) => `/a/nurani/packages/${id}` },
  { name: "book-first-enter", path: ({ open }) => `/a/nurani/book/${open}` },
  { name: "statement", path: at("/statement") },
  { name: "missing", path: at("/nowhere"), isMissing: true },
];

const LEAD = "/a/nurani/lead";
const LEADER: Screen[] = [
  // These lead to the one group that is under way.
  { name: "lead-go-map", path: at(`${LEAD}/map`), isMap: true },
  { name: "lead-go-chat", path: at(`${LEAD}/chat`), isMap: true },
  { name: "lead-go-people", path: at(`${LEAD}/people`) },
  { name: "lead-today", path: at(LEAD) },
  { name: "lead-map", path: ({ groupId }) => `${LEAD}/groups/${groupId}/map`, isMap: true },
  {
    name: "lead-map-list",
    path: ({ groupId }) => `${LEAD}/groups/${groupId}/map`,
    act: (page) => grip(page, 1),
    isMap: true,
  },
  {
    name: "lead-map-person",
    path: ({ groupId, person }) => `${LEAD}/groups/${groupId}/map?person=${person}`,
    isMap: true,
  },
  { name: "lead-roster", path: ({ groupId }) => `${LEAD}/groups/${groupId}/roster` },
  {
    name: "lead-member",
    path: ({ groupId }) => `${LEAD}/groups/${groupId}/roster`,
    act: first("main li button[aria-haspopup]", "dialog h2, [role=dialog] h2"),
    isMap: true,
  },
  { name: "lead-code", path: ({ groupId }) => `${LEAD}/groups/${groupId}/roster/code` },
  { name: "lead-meeting", path: ({ groupId }) => `${LEAD}/groups/${groupId}/meeting` },
  { name: "lead-chat", path: ({ groupId }) => `${LEAD}/groups/${groupId}/chat`, isMap: true },
  {
    name: "lead-chat-message",
    path: ({ groupId }) => `${LEAD}/groups/${groupId}/chat`,
    act: first(".chat-row[data-mine] .chat-open", "[role=dialog] summary"),
    isMap: true,
  },
  { name: "lead-more", path: at(`${LEAD}/more`) },
];

const MY = "/a/nurani/my";
const PILGRIM: Screen[] = [
  { name: "my-today", path: at(MY) },
  { name: "my-messages", path: at(`${MY}/messages`), isMap: true },
  { name: "my-map", path: at(`${MY}/map`), isMap: true },
  { name: "my-map-sharing", path: at(`${MY}/map`), act: (page) => grip(page, 1), isMap: true },
  { name: "my-bookings", path: at(`${MY}/bookings`) },
  { name: "my-savings", path: at(`${MY}/savings`) },
  { name: "my-chat", path: ({ groupId }) => `${MY}/messages/${groupId}`, isMap: true },
  { name: "my-booking", path: ({ myBooking }) => `${MY}/bookings/${myBooking}` },
  { name: "my-invoices", path: at(`${MY}/invoices`) },
  { name: "my-invoice", path: ({ myInvoice }) => `${MY}/invoices/${myInvoice}` },
  { name: "my-plan", path: ({ myPlan }) => `${MY}/savings/${myPlan}` },
  { name: "my-plan-convert", path: ({ myPlan }) => `${MY}/savings/${myPlan}/convert` },
  { name: "my-shop", path: at(`${MY}/shop`) },
  { name: "my-order", path: ({ myOrder }) => `${MY}/shop/${myOrder}` },
  { name: "book", path: ({ open }) => `/a/nurani/book/${open}` },
  { name: "hand-over", path: ({ host }) => `/hand-over?to=nurani.${host}` },
  { name: "account", path: at("/account") },
  { name: "yours", path: at("/yours") },
  { name: "my-help", path: at(`${MY}/help`) },
  { name: "my-settings", path: at(`${MY}/settings`) },
  { name: "my-trackers", path: at(`${MY}/trackers`) },
];

const OFFICE = "/a/nurani/office";
const OWNER: Screen[] = [
  { name: "office-today", path: at(OFFICE) },
  { name: "office-groups", path: at(`${OFFICE}/groups`) },
  { name: "office-groups-none", path: at(`${OFFICE}/groups?q=zzzz`) },
  {
    name: "office-group-new",
    path: at(`${OFFICE}/groups`),
    act: first("main button[data-kind=primary]", "[role=dialog] input, dialog input"),
    isMap: true,
  },
  { name: "office-group", path: ({ groupId }) => `${OFFICE}/groups/${groupId}` },
  { name: "office-map", path: ({ groupId }) => `${OFFICE}/groups/${groupId}/map`, isMap: true },
  { name: "office-print", path: ({ groupId }) => `${OFFICE}/groups/${groupId}/print` },
  { name: "office-chat-look", path: ({ groupId }) => `${OFFICE}/groups/${groupId}/chat` },
  { name: "office-departure-path", path: ({ open }) => `${OFFICE}/departures/${open}` },
  { name: "office-badges", path: ({ gone }) => `${OFFICE}/departures/${gone}/manifest/badges` },
  { name: "office-readiness-rules", path: ({ open }) => `${OFFICE}/departures/${open}/readiness/rules` },
  { name: "office-departure-rules", path: at(`${OFFICE}/departures/rules`) },
  { name: "office-settings-payments", path: at(`${OFFICE}/settings/payments`) },
  { name: "office-rooms-print", path: ({ gone }) => `${OFFICE}/departures/${gone}/rooms/print` },
  { name: "office-readiness", path: ({ open }) => `${OFFICE}/departures/${open}/readiness` },
  { name: "office-rooms", path: ({ open }) => `${OFFICE}/departures/${open}/rooms` },
  { name: "office-buses", path: ({ open }) => `${OFFICE}/departures/${open}/buses` },
  { name: "office-manifest", path: ({ gone }) => `${OFFICE}/departures/${gone}/manifest` },
  { name: "office-manifest-print", path: ({ gone }) => `${OFFICE}/departures/${gone}/manifest/print` },
  { name: "office-import", path: ({ open }) => `${OFFICE}/departures/${open}/import` },
  { name: "office-maps", path: at(`${OFFICE}/map`) },
  { name: "office-pack", path: at(`${OFFICE}/settings/map`) },
  { name: "office-staff", path: at(`${OFFICE}/staff`) },
  {
    name: "office-invite",
    path: at(`${OFFICE}/staff`),
    act: first("main header button[data-kind=primary]", "[role=dialog] input"),
    isMap: true,
  },
  { name: "office-branches", path: at(`${OFFICE}/branches`) },
  { name: "office-audit", path: at(`${OFFICE}/audit`) },
  { name: "office-settings", path: at(`${OFFICE}/settings`) },
  { name: "office-outbox", path: at(`${OFFICE}/outbox`) },
  { name: "office-bookings", path: at(`${OFFICE}/bookings`) },
  {
    name: "office-booking",
    path: at(`${OFFICE}/bookings`),
    act: first("main table td a", "main section h2"),
  },
  { name: "office-booking-new", path: at(`${OFFICE}/bookings/new`) },
  { name: "office-departures", path: at(`${OFFICE}/departures`) },
  { name: "office-departure", path: at(`${OFFICE}/departures`), act: first("main table td a", "main form") },
  { name: "office-packages", path: at(`${OFFICE}/packages`) },
  { name: "office-package", path: ({ package: id }) => `${OFFICE}/packages/${id}` },
  { name: "office-package-new", path: at(`${OFFICE}/packages/new`) },
  { name: "office-orders", path: at(`${OFFICE}/orders`) },
  { name: "office-products", path: at(`${OFFICE}/products`) },
  { name: "office-product", path: ({ product }) => `${OFFICE}/products/${product}` },
  { name: "office-product-new", path: at(`${OFFICE}/products/new`) },
  { name: "office-proofs", path: at(`${OFFICE}/proofs`) },
  { name: "office-proofs-done", path: at(`${OFFICE}/proofs?queue=done`) },
  { name: "office-bank-file", path: at(`${OFFICE}/proofs/bank`) },
  { name: "office-invoices", path: at(`${OFFICE}/invoices`) },
  { name: "office-invoice", path: ({ invoice }) => `${OFFICE}/invoices/${invoice}` },
  { name: "office-savings", path: at(`${OFFICE}/savings`) },
  { name: "office-plan", path: ({ plan }) => `${OFFICE}/savings/${plan}` },
  { name: "office-savings-proofs", path: at(`${OFFICE}/savings/proofs`) },
  { name: "office-savings-setup", path: at(`${OFFICE}/savings/setup`) },
  { name: "office-reports", path: at(`${OFFICE}/reports`) },
  { name: "office-waiting", path: at(`${OFFICE}/bookings/waiting`) },
  { name: "office-pilgrims", path: at(`${OFFICE}/pilgrims`) },
  { name: "office-missing", path: at(`${OFFICE}/departures/nonsense`), isMissing: true },
  { name: "office-access", path: at(`${OFFICE}/access`) },
  {
    name: "office-find",
    path: at(OFFICE),
    act: first(".find, .office-top [aria-keyshortcuts]", ".commands-list .menu-item"),
    isMap: true,
  },
  {
    name: "office-notices",
    path: at(OFFICE),
    act: first(BELL, "[role=dialog] h2"),
    isMap: true,
  },
];

/** Savings' desk, which is not the owner's. */
const ADMIN: Screen[] = [
  { name: "office-plan-convert", path: ({ plan }) => `${OFFICE}/savings/${plan}/convert` },
  { name: "office-plan-new", path: at(`${OFFICE}/savings/new`) },
  { name: "office-savings-collect", path: at(`${OFFICE}/savings/collect`) },
];

const PLATFORM: Screen[] = [
  ...["", "/agencies", "/trials", "/statistics", "/health", "/outbox", "/audit"].map((path) => ({
    name: `admin${path.replace("/", "-")}`,
    path: at(`/admin${path}`),
  })),
  { name: "admin-agency", path: ({ agency }) => `/admin/agencies/${agency}` },
  {
    name: "admin-bell",
    path: at("/admin/agencies"),
    act: first(BELL, "[role=dialog] h2"),
    isMap: true,
  },
  // Who belongs to no agency is asked for a group's code.
  { name: "choose", path: at("/choose") },
];

/** Every screen, by who sees it. */
export const SCREENS = [
  ["nobody", OUTSIDE],
  ["leader", LEADER],
  ["pilgrim", PILGRIM],
  ["owner", OWNER],
  ["admin", ADMIN],
  ["platform", PLATFORM],
] as const;
