import Papa from "papaparse";
import { findSelf } from "@/lib/agencies/queries/agency";
import { listBranches } from "@/lib/agencies/queries/branches";
import { Email, PersonName } from "@/lib/identity/contract";
import { phoneAt } from "@/lib/identity/queries";
import type { Role } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { invalid } from "@/lib/kernel/fault";
import { CSV_ROWS, type Imported, ImportInvitations, type RowProblem } from "../contract";
import { mayInvite, mayPlace } from "../policy";
import { type Column, columnOf, readRoles } from "../rules";
import type { NewInvitation } from "../store/invitations";
import { listContacts } from "../store/users";
import { draft, invite } from "./invite";

type Cells = Partial<Record<Column, string>>;

type TableRow = { row: number; cells: Cells };
/** The rows of a table that say something, by our own names of its columns. @throws Fault `validation` */
function readTable(csv: string): TableRow[] {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), {
    header: true,
    transform: (cell) => cell.trim(),
  });
  const columns = (meta.fields ?? []).flatMap((field) => {
    const column = columnOf(field);
    return column ? [{ field, column }] : [];
  });
  if (!columns.some(({ column }) => column === "email" || column === "phone")) throw invalid("csv", "columns_missing");
  const rows = data.map((given, i) => ({
    row: i + 2,
    cells: Object.fromEntries(columns.map(({ field, column }) => [column, given[field] ?? ""])) as Cells,
  }));
  const written = rows.filter(({ cells }) => Object.values(cells).some(Boolean));
  if (written.length === 0) throw invalid("csv", "required");
  if (written.length > CSV_ROWS) throw invalid("csv", "too_many_rows");
  return written;
}

type Default = { roles?: Role[]; branchId: string | null; locale: string };
type Seen = { contacts: Set<string>; branches: { id: string; name: string }[] };
type Judged = { row: NewInvitation } | { problems: Omit<RowProblem, "row">[] };

/** One row: what it asks for, or everything that is wrong with it. */
async function judgeRow(work: Work, cells: Cells, usual: Default, { contacts, branches }: Seen): Promise<Judged> {
  const problems: Omit<RowProblem, "row">[] = [];
  const wrong = (field: keyof Cells, problem: RowProblem["problem"]) =>
    void problems.push({ field, problem, value: (cells[field] ?? "").slice(0, 120) });
  const name = cells.name ? PersonName.safeParse(cells.name) : null;
  if (name && !name.success) wrong("name", "invalid_format");
  const email = cells.email ? Email.safeParse(cells.email) : null;
  if (email && !email.success) wrong("email", "invalid_format");
  const phone = cells.phone ? await phoneAt(work, cells.phone) : undefined;
  if (phone === null) wrong("phone", "invalid_format");
  if (!cells.email && !cells.phone) wrong("email", "contact_missing");
  const roles = cells.role ? readRoles(cells.role) : usual.roles;
  if (!roles) wrong("role", cells.role ? "role_unknown" : "required");
  const named = cells.branch?.toLowerCase();
  const branch = branches.find((one) => one.name.toLowerCase() === named);
  if (named && !branch) wrong("branch", "branch_unknown");
  const branchId = branch?.id ?? usual.branchId;
  if (roles && !mayPlace(work.actor, { roles, branchId })) wrong("role", "role_not_yours");
  const mine = [email?.data, phone].filter((one) => one !== undefined && one !== null);
  if (mine.some((one) => contacts.has(one))) wrong(cells.email ? "email" : "phone", "there_already");
  if (problems.length > 0 || !roles) return { problems };
  for (const one of mine) contacts.add(one);
  const wanted = { name: name?.data, email: email?.data, phone: phone ?? undefined, roles, branchId };
  return { row: draft(work, { ...wanted, locale: usual.locale }) };
}

/** Invites everybody in a table. Rows with a mistake are told one by one, the others are invited all the same.
 * @throws Fault `validation` for what is no such table */
export const importInvitations = command({
  name: "users.import_invitations",
  input: ImportInvitations,
  prepare: async (_call, { csv, ...usual }) => ({ rows: readTable(csv), ...usual }),
  load: async (work) => ({ branches: mayInvite(work.actor) ? (await listBranches(work, {})).data : [] }),
  allow: mayInvite,
  run: async (work, { rows, check, ...given }, { branches }): Promise<Imported> => {
    const usual = { ...given, locale: given.locale ?? (await findSelf(work)).locale };
    const inside = await listContacts(work);
    const contacts = new Set(inside.flatMap(({ email, phone }) => [email?.toLowerCase() ?? "", phone ?? ""]));
    const problems: RowProblem[] = [];
    const wanted: NewInvitation[] = [];
    for (const { row, cells } of rows) {
      const judged = await judgeRow(work, cells, usual, { contacts, branches });
      if ("row" in judged) wanted.push(judged.row);
      else problems.push(...judged.problems.map((one) => ({ row, ...one })));
    }
    if (!check) await invite(work, wanted);
    return { rows: rows.length, invited: wanted.length, problems };
  },
});
