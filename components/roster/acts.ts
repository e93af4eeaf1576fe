import type { Act } from "@/components/shell/use-act";
import type { GroupRole } from "@/lib/groups/contract";

type Ref = { groupId: string; userId: string };
/** What a leader may do about the people of a group, bound to the agency by the page. */
export type RosterActs = {
  approve: Act<Ref>;
  reject: Act<Ref>;
  update: Act<Ref & { role?: GroupRole; subGroup?: string | null }>;
  remove: Act<Ref>;
  add: Act<Ref & { role: GroupRole; subGroup: string | null }>;
};
