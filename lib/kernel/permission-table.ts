import { ROLES, type Role } from "./actor";

export type Scope = "own" | "group" | "branch" | "agency";
/** The verbs by their letters in PRODUCT 3 (S see, C create and change, A approve or verify, X export), and how far. */
export type Grant = { verbs: string; scope: Scope; duringTrip?: boolean };

/** How far a role reaches, by its column in PRODUCT 3. */
const SCOPE: Record<Role, Scope> = {
  owner: "agency",
  admin: "agency",
  manager: "branch",
  operator: "branch",
  leader: "group",
  provider: "own",
  viewer: "agency",
  pilgrim: "own",
};

type Row = Partial<Record<Role, Grant>>;
/** One line of PRODUCT 3, its columns in the order of ROLES; `-` where there is nothing. */
function row(line: string, more: Partial<Record<Role, Partial<Grant>>> = {}): Row {
  const verbs = line.trim().split(/\s+/);
  const given = ROLES.flatMap((role, i) => {
    const letters = verbs[i];
    if (!letters || letters === "-") return [];
    return [[role, { verbs: letters, scope: SCOPE[role], ...more[role] }] as const];
  });
  return Object.fromEntries(given);
}
const inGroup = { pilgrim: { scope: "group" as const } };

/** PRODUCT 3, the one table that decides: who may do what, and how far. A resource is added with its first user. */
export const TABLE = {
  //                 own  adm  mgr oper lead prov view pilgrim
  agency: row("      SCX  S    -   -    -    -    -    -"),
  audit: row("       S    S    -   -    -    -    -    -"),
  staff: row("       SCX  SC   SC  -    -    -    S    -"),
  groups: row("      SCX  SCX  SC  S    SC   -    S    S", inGroup),
  positions: row("   SX   SX   S   S    SCX  -    -    SC", { operator: { duringTrip: true } }),
  packages: row("    SCX  SCX  SC  S    S    -    S    -"),
  bookings: row("    SCX  SCX  SCX S    S    -    S    SC"),
  // Passports, health, papers: not for viewers; operators prepare them.
  papers: row("      SCX  SCX  SCX SC   -    -    -    SC"),
  // Rooms, buses and who is ready; whoever leads a group sees it.
  travel: row("      SCX  SCX  SCX SC   S    -    S    -"),
  outbox: row("      SCX  SCX  -   -    -    -    -    -"),
  // The office says why before it reads; who travels talks.
  chat: row("        S    S    -   -    SCA  -    -    SC", inGroup),
  // What is owed and paid; the desk decides about proofs.
  invoices: row("    SAX  SCAX S   -    -    -    -    S"),
  products: row("    SCX  SCX  SC  S    -    -    S    -"),
  // To approve an order is to hand it over.
  orders: row("      SCAX SCAX SCA SA   -    -    S    SC"),
  savings: row("     SAX  SCAX S   -    -    -    -    SC"),
  // What is owed to all savers together, without a name.
  savings_totals: row("S   S   -   -    -    -    S    -"),
  reports: row("     SX   SX   SX  -    -    -    S    -"),
};

export type Resource = keyof typeof TABLE;
