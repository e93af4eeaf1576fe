import { ROLES, type Role } from "@/lib/kernel/actor";
import { DAY } from "@/lib/kernel/durations";
import { plainHeading } from "@/lib/kernel/text";
import type { Invitation } from "./contract";

export const INVITATION_MS = 14 * DAY;
/** What stands in place of a name that was erased. */
export const ERASED_NAME = "—";

type Life = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };
/** Where an invitation stands at this moment. */
export function stateOf({ acceptedAt, revokedAt, expiresAt }: Life, now: Date): Invitation["state"] {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

/** Other words for a role in an imported table: those of our screens in the six languages, and what offices say. */
const CALLED: Record<Role, string[]> = {
  owner: ["pemilik", "مالك", "владелец", "иесі"],
  admin: ["administrator", "pentadbir", "مسؤول", "администратор", "админ", "әкімші"],
  manager: ["manajer", "pengurus", "مدير", "менеджер"],
  operator: ["petugas", "مشغّل", "оператор"],
  leader: [
    ...["tour leader", "muthawwif", "mutawwif", "ketua rombongan", "pembimbing", "ketua kumpulan"],
    ...["مشرف الفوج", "مشرف", "مطوف", "руководитель группы", "руководитель", "топ жетекшісі", "жетекші"],
  ],
  provider: ["penyedia layanan", "penyedia perkhidmatan", "مقدّم الخدمة", "специалист", "маман"],
  viewer: ["pembaca", "مطّلع", "наблюдатель", "бақылаушы"],
  pilgrim: ["jemaah", "jamaah", "معتمر", "حاج", "паломник", "зиярат етуші"],
};
const ROLE_OF = new Map(
  ROLES.flatMap((role) => [role, ...CALLED[role]].map((word) => [plainHeading(word), role] as const)),
);

/** Roles as a table writes them; null when one is none of ours. */
export function readRoles(typed: string): Role[] | null {
  const words = typed.split(/[;|/,،؛]/).filter((word) => word.trim());
  const roles = words.map((word) => ROLE_OF.get(plainHeading(word)));
  return roles.length > 0 && roles.every((role) => role !== undefined) ? [...new Set(roles)] : null;
}

/** How agencies name these columns in the six languages. */
const NAMES = {
  name: [
    "name",
    "full name",
    "nama",
    "nama lengkap",
    "nama penuh",
    "الاسم",
    "الاسم الكامل",
    "имя",
    "фио",
    "аты",
    "аты-жөні",
  ],
  email: [
    "email",
    "e-mail",
    "surel",
    "emel",
    "alamat email",
    "البريد",
    "البريد الإلكتروني",
    "почта",
    "эл. почта",
    "пошта",
  ],
  phone: [
    ...["phone", "mobile", "whatsapp", "telepon", "no hp", "telefon", "no telefon"],
    ...["الهاتف", "الجوال", "رقم الهاتف", "телефон", "номер телефона", "телефон нөмірі"],
  ],
  role: ["role", "roles", "peran", "peranan", "الدور", "الأدوار", "роль", "роли", "рөл", "рөлі", "рөлдер"],
  branch: ["branch", "cabang", "cawangan", "الفرع", "филиал", "филиалы"],
};
export type Column = keyof typeof NAMES;
const COLUMNS = new Map(
  (Object.keys(NAMES) as Column[]).flatMap((column) =>
    NAMES[column].map((name) => [plainHeading(name), column] as const),
  ),
);
/** The column a heading means; null for columns of no use to us. */
export const columnOf = (heading: string): Column | null => COLUMNS.get(plainHeading(heading)) ?? null;
