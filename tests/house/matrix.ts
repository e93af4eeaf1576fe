import { newId } from "@/lib/kernel/ids";
import { NOON } from "../support/world";
import type { Entry } from "./entry";
import { PAYMENTS } from "./payments-matrix";
import { PLATFORM } from "./platform-matrix";
import { REPORTS } from "./reports-matrix";
import { SAVINGS } from "./savings-matrix";
import { SHOP } from "./shop-matrix";
import { CAST, PACK, PASSWORD, PIXEL, type Role, type Stage } from "./stage";
import { TRADE } from "./trade-matrix";
import { TRAVEL } from "./travel-matrix";

const NOBODYS: readonly Role[] = ["guest", "key", "nobody"];
const PERSONS = CAST.filter((role) => !NOBODYS.includes(role) && role !== "house");
/** Who belongs to the agency. */
const INSIDE = PERSONS.filter((role) => !["superAdmin", "stranger", "rivalOwner"].includes(role));
const HOUSE: readonly Role[] = ["house"];
const ANYONE = CAST;

/** Staff whose branch the group belongs to, or who see all of the agency. */
const OFFICE: readonly Role[] = ["owner", "admin", "manager"];
const SEES_GROUP: readonly Role[] = [...OFFICE, "operator", "viewer", "leader", "helper", "pilgrim", "companion"];
const LEADS: readonly Role[] = [...OFFICE, "leader", "helper"];
const except = (all: readonly Role[], without: readonly Role[]) => all.filter((role) => !without.includes(role));

const inGroup = ({ group }: Stage) => ({ groupId: group.id });
const placeOf = (who: "asker" | "pilgrim" | "newcomer") => (stage: Stage) => ({
  groupId: stage.group.id,
  userId: stage.world[who].userId,
});
const house = (input: Entry["input"], names?: readonly string[]): Entry => ({ input, may: HOUSE, names });
const onGroup = (may: readonly Role[], input: Entry["input"] = inGroup, names = ["groupId"]): Entry => ({
  input,
  may,
  names,
  knows: except(SEES_GROUP, may),
});
const nothing = () => ({});
const token = () => "Zz".repeat(21) + newId().slice(-1);
const trip = (stage: Stage) => ({
  number: 9,
  name: "Umrah Ramadan",
  branchId: stage.world.agency.branchId,
  startsAt: NOON.toISOString(),
  endsAt: new Date(NOON.getTime() + 86_400_000).toISOString(),
  timeZone: "Asia/Riyadh",
  capacity: 3,
});
const held = (stage: Stage) => ({ refreshToken: stage.refreshToken });
/** Any account may be tried by anybody; what they get is the account's own. */
const bearer = (input: Entry["input"], field: string): Entry => ({ input, may: ANYONE, names: [field], random: token });

/** A decision of the platform about one agency; whose it is not learns nothing of it. */
const decision = (which: keyof Stage["applicants"], more: object = {}): Entry => ({
  input: ({ applicants }) => ({ id: applicants[which], ...more }),
  may: ["superAdmin"],
  about: ({ applicants }) => applicants[which],
});
const platform = (input: Entry["input"] = nothing): Entry => ({ input, may: ["superAdmin"] });
const STAFF = except(INSIDE, ["helper", "pilgrim", "companion", "otherPilgrim"]);
const onRequest = (which: keyof Stage["requests"]): Entry => ({
  input: ({ requests }) => ({ id: requests[which] }),
  may: ["owner", "admin", "manager"],
  names: ["id"],
  knows: ["operator"],
});
const ours = ({ world }: Stage) => ({ id: world.agency.id });
const because = { reason: "A reason." };

/** Who is in the group's chat. */
const TRAVELS: readonly Role[] = ["leader", "helper", "pilgrim", "companion"];
const said = (stage: Stage) => ({ id: stage.said });
/** A message of the pilgrim's: the others in the chat know it. */
const onMessage = (input: Entry["input"]): Entry => ({
  input,
  may: ["pilgrim"],
  names: ["id"],
  knows: except(TRAVELS, ["pilgrim"]),
});

const sealed = () => newId().replaceAll("-", "") + token();
/** Somebody of the first branch, or an invitation into it. */
const onOperator = (input: Entry["input"]): Entry => ({ input, may: OFFICE, names: ["id"], knows: ["viewer"] });

/** PRODUCT 3 said of each command and query. One without an entry here fails. */
export const MATRIX: Record<string, Entry> = {
  ...PAYMENTS,
  ...PLATFORM,
  ...REPORTS,
  ...SAVINGS,
  ...SHOP,
  ...TRADE,
  ...TRAVEL,
  "agencies.approve": decision("approve", { trialDays: 14 }),
  "agencies.ask": decision("ask", because),
  "agencies.clear_caches": platform(ours),
  "agencies.close_access": house(({ applicants }) => ({ id: applicants.look }), ["id"]),
  "agencies.end_access": platform(ours),
  "agencies.end_trial": house(ours),
  "agencies.enrol": house(({ world }) => ({ userId: world.asker.userId, roles: ["pilgrim"] })),
  "agencies.found": house(({ world }) => ({
    slug: "brand-new",
    name: "Baru",
    country: "ID",
    currency: "IDR",
    timeZone: "Asia/Jakarta",
    locale: "id",
    ownerId: world.asker.userId,
  })),
  "agencies.add_bank_account": {
    input: () => ({ bankName: "BSI", accountHolder: "PT Nurani", accountNumber: "7001", currency: "IDR" }),
    may: ["owner"],
  },
  "agencies.ask_permission": { input: () => ({ permission: "export_data", ...because }), may: STAFF },
  "agencies.approve_permission": onRequest("approve"),
  "agencies.close_branch": {
    input: ({ spareBranch }) => ({ id: spareBranch }),
    may: ["owner", "admin"],
    names: ["id"],
    knows: [...INSIDE, "superAdmin"],
  },
  "agencies.deny_permission": onRequest("deny"),
  "agencies.drop_logo": { input: nothing, may: ["owner"] },
  "agencies.list_bank_accounts": { input: nothing, may: ["owner", "admin"] },
  "agencies.list_permission_requests": { input: nothing, may: STAFF },
  "agencies.read_branch": {
    input: ({ spareBranch }) => ({ id: spareBranch }),
    may: [...INSIDE, "superAdmin"],
    names: ["id"],
  },
  "agencies.read_logo": { input: ({ world }) => ({ slug: world.agency.slug }), may: ANYONE },
  "agencies.remove_bank_account": {
    input: ({ accountId }) => ({ id: accountId }),
    may: ["owner"],
    names: ["id"],
    knows: ["admin"],
  },
  "agencies.set_logo": { input: ({ logo }) => ({ file: logo }), may: ["owner"] },
  "agencies.update": { input: () => ({ policies: { lateMinutes: 12 } }), may: ["owner"] },
  "agencies.update_branch": {
    input: ({ world }) => ({ id: world.agency.branchId, address: "Jl. Baru 1" }),
    may: ["owner", "admin", "manager"],
    names: ["id"],
    knows: [...INSIDE, "superAdmin"],
  },
  "audit.export": { input: nothing, may: ["owner", "admin"] },
  "audit.list": { input: nothing, may: ["owner", "admin"] },
  "audit.list_all": platform(),
  "agencies.list_accesses": { input: nothing, may: ["owner", "admin"] },
  "agencies.list_applications": { input: nothing, may: PERSONS },
  "agencies.list_branches": { input: nothing, may: [...INSIDE, "superAdmin"] },
  "agencies.list_ids": house(nothing),
  "agencies.list_mine": { input: nothing, may: PERSONS },
  "agencies.look_up": { input: ({ joinCode }) => ({ kind: "join_code", key: joinCode }), may: ANYONE },
  "agencies.open_branch": {
    input: () => ({ name: "Barat", city: "Bandung", timeZone: "Asia/Jakarta" }),
    may: ["owner", "admin"],
  },
  "agencies.reactivate": decision("reactivate"),
  "agencies.register": {
    input: () => ({
      name: "Barakah",
      slug: `barakah-${newId().slice(-10)}`,
      country: "ID",
      licenceNumber: "U-688/2023",
      owner: undefined,
    }),
    may: ANYONE,
    // Whoever has two agencies must say at every other door which one they mean.
    caller: "superAdmin",
  },
  "agencies.reject": decision("reject", because),
  "agencies.set_trial": decision("trial", { trialDays: 14 }),
  "agencies.suspend": decision("suspend", because),
  "agencies.take_back_permission": {
    input: ({ world }) => ({ id: world.operator.userId, permission: "upload_photos" }),
    may: ["owner", "admin", "manager"],
    names: ["id"],
    knows: ["operator", "viewer"],
  },
  "agencies.take_access": platform((stage) => ({ ...ours(stage), ...because })),
  "agencies.read_file": platform(ours),
  "agencies.read_owners": house(ours),
  "agencies.warn_of_trial": house(ours),
  "agencies.read": { input: nothing, may: [...INSIDE, "superAdmin"] },
  "agencies.read_card": { input: nothing, may: ANYONE },
  "agencies.forget_jobs": house(nothing),
  "audit.forget_answers": house(nothing),
  "chat.edit": onMessage((s) => ({ id: s.said, text: "Lain" })),
  "chat.list": { input: nothing, may: PERSONS },
  "chat.list_earlier": onGroup(["leader", "helper"], (s) => ({ ...inGroup(s), ids: [s.said] })),
  "chat.list_messages": onGroup(TRAVELS),
  "chat.list_originals": { input: said, may: ["leader", "helper"], names: ["id"], knows: ["pilgrim", "companion"] },
  "chat.list_readers": { input: (s) => ({ ...inGroup(s), id: s.said }), may: TRAVELS, names: ["id"] },
  "chat.mark_read": onGroup(TRAVELS, (s) => ({ ...inGroup(s), seq: 1 })),
  "chat.mute": onGroup(TRAVELS, (s) => ({ ...inGroup(s), muted: true })),
  "chat.open_look": onGroup(["owner", "admin"], (s) => ({ ...inGroup(s), reason: "Keluhan" })),
  "chat.read": onGroup(TRAVELS),
  "chat.read_photo": {
    input: (s) => ({ ...inGroup(s), id: s.photo }),
    may: TRAVELS,
    names: ["groupId", "id"],
    knows: except(SEES_GROUP, TRAVELS),
  },
  "chat.send": onGroup(TRAVELS, (s) => ({ ...inGroup(s), clientId: newId(), kind: "text", text: "Halo" })),
  "chat.sweep": house(nothing),
  "chat.type": onGroup(TRAVELS),
  "chat.update": onGroup(["leader", "helper"], (s) => ({ ...inGroup(s), leadersOnly: true })),
  "chat.upload": onGroup(TRAVELS, (s) => ({ ...inGroup(s), file: PIXEL })),
  "chat.withdraw": onMessage(said),
  "groups.add_member": onGroup([...OFFICE, "leader"], (s) => ({ ...placeOf("newcomer")(s), role: "pilgrim" })),
  "groups.approve_request": onGroup(LEADS, placeOf("asker")),
  "groups.create": { input: trip, may: OFFICE },
  "groups.export": { input: nothing, may: ["owner", "admin"] },
  "groups.export_roster": onGroup(["owner", "admin"]),
  "groups.follow_standing": house(({ world }) => ({ userId: world.pilgrim.userId }), ["userId"]),
  "groups.join": {
    input: ({ joinCode }) => ({ code: joinCode }),
    may: except(PERSONS, ["rivalOwner"]),
    names: ["code"],
    knows: NOBODYS,
    random: () => "ZZZZ-ZZZZ",
  },
  "groups.list": { input: nothing, may: except(INSIDE, ["provider"]) },
  "groups.list_candidates": onGroup(OFFICE),
  "groups.list_join_requests": onGroup(LEADS),
  "tracking.list_looks": onGroup(["leader", "helper", "pilgrim", "companion"]),
  "groups.list_my_requests": { input: nothing, may: except(INSIDE, ["provider"]) },
  "groups.list_members": onGroup(SEES_GROUP),
  "groups.read": onGroup(SEES_GROUP),
  "groups.read_invitation": {
    input: ({ joinCode }) => ({ code: joinCode }),
    may: except(ANYONE, ["rivalOwner"]),
    names: ["code"],
    random: () => "ZZZZ-ZZZZ",
  },
  "groups.reject_request": onGroup(LEADS, placeOf("asker")),
  "groups.remove_member": onGroup([...LEADS, "pilgrim"], placeOf("pilgrim")),
  "groups.rotate_code": onGroup(LEADS),
  "groups.set_sharing": onGroup(["leader", "helper", "pilgrim", "companion"], (s) => ({ ...inGroup(s), state: "on" })),
  "groups.update": onGroup(LEADS, (s) => ({ ...inGroup(s), name: "Lain" })),
  "groups.update_member": onGroup(LEADS, (s) => ({ ...placeOf("pilgrim")(s), subGroup: "Bus 2" })),
  "identity.change_contact": {
    input: () => ({ phone: "+6281298765432", currentPassword: PASSWORD }),
    may: ["pilgrim", "otherPilgrim"],
  },
  "identity.change_password": {
    input: () => ({ currentPassword: PASSWORD, newPassword: "another walk to Makkah" }),
    may: PERSONS,
  },
  "identity.confirm_change": {
    input: ({ codes }) => ({ contact: "email", code: codes.changeDigits }),
    may: ["otherPilgrim"],
  },
  "identity.confirm_contact": {
    input: ({ codes }) => ({ contact: "phone", code: codes.contactDigits }),
    may: ["owner"],
  },
  "identity.drop_avatar": { input: nothing, may: PERSONS },
  "identity.end_session": { input: ({ sid }) => ({ id: sid }), may: ["pilgrim"], names: ["id"] },
  "identity.forget_codes": house(nothing),
  "identity.forgot_password": { input: () => ({ identifier: "siti" }), may: ANYONE },
  "identity.hand_over": { input: nothing, may: ["owner"] },
  "identity.list_sessions": { input: nothing, may: PERSONS },
  "identity.log_in": { input: () => ({ identifier: "siti", password: PASSWORD }), may: ANYONE },
  "identity.log_in_by_code": { input: ({ codes }) => ({ identifier: "siti", code: codes.digits }), may: ANYONE },
  "identity.log_out": bearer(held, "refreshToken"),
  "identity.log_out_everywhere": bearer(held, "refreshToken"),
  "identity.make_super_admin": house(() => ({ email: "second@example.com" })),
  "identity.read_agency_at_door": house(({ world }) => ({ id: world.rival.id })),
  "identity.read_avatar": { input: nothing, may: ["pilgrim"] },
  "identity.read_code_letter": house(({ codes }) => ({ codeId: codes.id })),
  "identity.read_country": { input: nothing, may: ANYONE },
  "identity.read_guest": house(({ codes }) => ({ token: codes.guestToken })),
  "identity.read_keys": { input: nothing, may: PERSONS },
  "identity.read_profile": { input: nothing, may: PERSONS },
  "identity.read_standing": house(({ sid }) => ({ sid }), ["sid"]),
  "identity.refresh": bearer(held, "refreshToken"),
  "identity.register": { input: () => ({ name: "Baru", username: "baru.sekali", password: PASSWORD }), may: ANYONE },
  "identity.request_guest_code": {
    input: ({ world }) => ({ slug: world.agency.slug, name: "Tamu", phone: "+6281211112222" }),
    may: ANYONE,
  },
  "identity.verify_guest": {
    input: ({ world, codes }) => ({ slug: world.agency.slug, phone: "+6281211112223", code: codes.guestDigits }),
    may: ANYONE,
  },
  "identity.request_code": { input: () => ({ identifier: "siti" }), may: ANYONE },
  "identity.reset_password": bearer(({ codes }) => ({ token: codes.reset, password: "another walk" }), "token"),
  "identity.see_session": house(({ sid }) => ({ sid }), ["sid"]),
  "identity.send_contact_code": { input: () => ({ contact: "phone" }), may: ["owner"] },
  "identity.set_avatar": { input: ({ logo }) => ({ file: logo }), may: PERSONS },
  "identity.settle_keys": { input: () => ({ keep: ["password", "email", "username", "devices"] }), may: ["owner"] },
  "identity.sign_in_by_hand_over": bearer(({ codes }) => ({ token: codes.handOver }), "token"),
  "identity.sign_in_by_link": bearer(({ link }) => ({ token: link.token }), "token"),
  "identity.update_profile": { input: () => ({ locale: "kk" }), may: PERSONS },
  "inventory.expire": house(({ claimId }) => ({ claimId }), ["claimId"]),
  "notices.note_probes": house(() => ({ fine: ["kv"], failing: [] })),
  "notices.read_staff": house(nothing),
  "notices.read_super_admins": house(nothing),
  "notices.export_outbox": { input: nothing, may: ["owner", "admin"] },
  "notices.forget_person": house(({ world }) => ({ agencyId: world.agency.id, userId: world.newcomer.userId })),
  "notices.keep_letter": house(({ letter }) => letter),
  "notices.keep_platform_letter": house(({ letter }) => letter),
  "notices.list": { input: nothing, may: PERSONS },
  "notices.list_outbox": { input: nothing, may: ["owner", "admin"] },
  "notices.list_platform_outbox": { input: nothing, may: ["superAdmin"] },
  "notices.mark_read": { input: nothing, may: PERSONS },
  "notices.move_letter": house(() => ({ id: newId(), status: "sent" })),
  "notices.move_platform_letter": house(() => ({ id: newId(), status: "sent" })),
  "notices.notify": house(({ world }) => ({
    agencyId: world.agency.id,
    userIds: [world.pilgrim.userId],
    kind: "agency_approved",
    dedupeKey: "stage",
  })),
  "notices.read_asked": house(placeOf("asker"), ["groupId", "userId"]),
  "notices.read_contact": house(({ world }) => ({ userId: world.pilgrim.userId }), ["userId"]),
  "notices.read_deciders": house(inGroup, ["groupId"]),
  "notices.read_group_names": house(inGroup, ["groupId"]),
  "notices.read_letter": house(({ letters }) => ({ id: letters.own }), ["id"]),
  "notices.read_mentioned": house((stage) => ({ ...inGroup(stage), text: "@Siti" }), ["groupId"]),
  "notices.read_place": house(placeOf("pilgrim"), ["groupId", "userId"]),
  "notices.read_platform_letter": house(({ letters }) => ({ id: letters.platform }), ["id"]),
  "notices.retry": { input: ({ letters }) => ({ id: letters.own }), may: ["owner", "admin"], names: ["id"] },
  "notices.retry_platform": { input: ({ letters }) => ({ id: letters.platform }), may: ["superAdmin"], names: ["id"] },
  "notices.settle": house((stage) => ({ kinds: ["group_requested"], about: placeOf("asker")(stage) })),
  "tracking.count_signal": { input: nothing, may: [...OFFICE, "otherManager", "operator"] },
  "tracking.drop_map_pack": { input: nothing, may: ["owner"] },
  "tracking.import_map_pack": { input: () => PACK, may: ["owner"] },
  "tracking.ingest_osmand": {
    input: ({ osmand }) => ({ token: osmand.token, query: "?id=1&lat=21.4&lon=39.8&timestamp=1795251600", body: "" }),
    may: except(ANYONE, ["rivalOwner"]),
    names: ["token"],
    random: token,
  },
  "tracking.ingest_owntracks": {
    input: ({ owntracks }) => ({ token: owntracks.token, body: '{"_type":"lwt"}' }),
    may: except(ANYONE, ["rivalOwner"]),
    names: ["token"],
    random: token,
  },
  "tracking.issue_tracker": { input: () => ({ kind: "osmand", name: "Spare" }), may: INSIDE },
  "tracking.keep_days": house(nothing),
  "tracking.list_my_trackers": { input: nothing, may: INSIDE },
  "tracking.look_at_group": onGroup([...LEADS, "operator"]),
  "tracking.look_at_trails": onGroup([...LEADS, "operator"]),
  "tracking.read_history": onGroup([...LEADS, "operator", "pilgrim"], placeOf("pilgrim")),
  "tracking.read_map_pack": { input: nothing, may: INSIDE },
  "tracking.read_map_pack_info": { input: nothing, may: INSIDE },
  "tracking.revoke_tracker": { input: ({ osmand }) => ({ id: osmand.id }), may: ["pilgrim"], names: ["id"] },
  "tracking.send_positions": {
    input: () => ({ positions: [{ id: newId(), at: NOON.toISOString(), lat: 21.4, lng: 39.8 }] }),
    may: PERSONS,
  },
  "tracking.summarise_ending": house(nothing),
  "tracking.thin": house(nothing),
  "users.accept_invitation": {
    input: ({ invitation }) => ({ token: invitation.token, name: "Baru", password: PASSWORD }),
    may: except(ANYONE, ["rivalOwner"]),
    names: ["token"],
    random: sealed,
  },
  "users.erase": onOperator(({ world }) => ({ id: world.operator.userId })),
  "users.import_invitations": {
    input: () => ({ csv: "name,email,role\nBudi,budi@example.com,operator\n" }),
    may: [...OFFICE, "otherManager"],
  },
  "users.invite": {
    input: ({ world }) => ({ email: "budi@example.com", roles: ["operator"], branchId: world.agency.branchId }),
    may: OFFICE,
  },
  "users.export": { input: nothing, may: ["owner"] },
  "users.list": { input: nothing, may: [...OFFICE, "otherManager", "viewer"] },
  "users.list_invitations": { input: nothing, may: [...OFFICE, "otherManager"] },
  "users.read_avatar": {
    input: ({ world }) => ({ id: world.pilgrim.userId }),
    may: [...OFFICE, "otherManager", "viewer", "leader", "helper", "pilgrim", "companion"],
    names: ["id"],
  },
  "users.read_invitation": {
    input: ({ invitation }) => ({ token: invitation.token }),
    may: except(ANYONE, ["rivalOwner"]),
    names: ["token"],
    random: sealed,
  },
  "users.read_invitation_letters": house(({ invitation }) => ({ invitationIds: [invitation.id] })),
  "travel.read_ties": onOperator(({ world }) => ({ id: world.operator.userId })),
  "users.remove": onOperator(({ world }) => ({ id: world.operator.userId })),
  "users.retire": house(({ world }) => ({ userId: world.operator.userId }), ["userId"]),
  "users.revoke_invitation": onOperator(({ invitation }) => ({ id: invitation.id })),
  "users.update": onOperator(({ world }) => ({ id: world.operator.userId, roles: ["leader"] })),
  "views.list": { input: () => ({ place: "groups" }), may: INSIDE },
  "views.remove": { input: ({ viewId }) => ({ id: viewId }), may: ["manager"], names: ["id"] },
  "views.save": { input: () => ({ place: "groups", name: "Soon", search: "state=upcoming" }), may: INSIDE },
};
