/** The only spellings of who may hear something. A client never names an audience; it follows from who you are. */
export type Audience = string & { readonly __audience: true };

const spell = (...parts: string[]) => parts.join(":") as Audience;

export const audience = {
  person: (agencyId: string, userId: string) => spell("agency", agencyId, "person", userId),
  /** Everybody who travels in the group, leaders included. */
  group: (agencyId: string, groupId: string) => spell("agency", agencyId, "group", groupId),
  /** Whoever leads it or helps to. */
  leaders: (agencyId: string, groupId: string) => spell("agency", agencyId, "group", groupId, "leaders"),
  /** Whoever has the group's map open and may see positions. */
  watchers: (agencyId: string, groupId: string) => spell("agency", agencyId, "group", groupId, "watchers"),
  /** Back-office roles of one agency. */
  staff: (agencyId: string) => spell("agency", agencyId, "staff"),
  /** Whoever runs the platform. */
  platform: () => spell("platform"),
  session: (sessionId: string) => spell("session", sessionId),
};

const GROUP = /^agency:([^:]+):group:([^:]+)$/;
/** Which group everybody of this audience travels in; null when it is another kind. */
export function groupOf(heard: string): { agencyId: string; groupId: string } | null {
  const [, agencyId, groupId] = GROUP.exec(heard) ?? [];
  return agencyId && groupId ? { agencyId, groupId } : null;
}
