import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { acting, type Found, operations, saying } from "./operations";
import { nodesOf, treeOf } from "./sources";

let found: Found[];
beforeAll(async () => {
  found = await operations();
});

/** Functions of a feature's public face that are neither command nor query: whoever calls them has asked for leave already. */
const plainVerbs = () =>
  acting()
    .flatMap((source) =>
      nodesOf(
        treeOf(source),
        (node): node is ts.FunctionDeclaration | ts.VariableStatement =>
          ts.isFunctionDeclaration(node) || ts.isVariableStatement(node),
      )
        .filter((node) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
        .flatMap((node): readonly ts.NamedDeclaration[] =>
          ts.isFunctionDeclaration(node)
            ? [node]
            : node.declarationList.declarations.filter(
                ({ initializer }) => initializer && ts.isArrowFunction(initializer),
              ),
        )
        .map((node) => `${source.file.split("/")[1]}.${node.name?.getText(treeOf(source))}`),
    )
    .sort();

describe("authorization is a required field, and its exceptions are listed here", () => {
  it("these act upon nothing that stands already: they create, or concern only the caller", () => {
    expect(saying("load", "nothing")).toMatchInlineSnapshot(`
      [
        "agencies.add_bank_account",
        "agencies.enrol",
        "agencies.export_all",
        "agencies.list_accesses",
        "agencies.list_all",
        "agencies.list_applications",
        "agencies.list_bank_accounts",
        "agencies.list_branches",
        "agencies.list_ids",
        "agencies.list_mine",
        "agencies.list_permission_requests",
        "agencies.look_up",
        "agencies.open_branch",
        "agencies.read",
        "agencies.read_card",
        "agencies.read_file",
        "agencies.read_owners",
        "agencies.read_statistics",
        "audit.export",
        "audit.forget_answers",
        "audit.list",
        "audit.list_all",
        "chat.list",
        "chat.sweep",
        "groups.export",
        "groups.list",
        "identity.forget_codes",
        "identity.make_super_admin",
        "identity.read_agency_at_door",
        "identity.read_code_letter",
        "identity.read_country",
        "identity.read_guest",
        "identity.read_standing",
        "identity.register",
        "identity.see_session",
        "notices.export_outbox",
        "notices.forget_person",
        "notices.keep_letter",
        "notices.keep_platform_letter",
        "notices.list_outbox",
        "notices.list_platform_outbox",
        "notices.move_letter",
        "notices.move_platform_letter",
        "notices.notify",
        "notices.read_asked",
        "notices.read_contact",
        "notices.read_deciders",
        "notices.read_group_names",
        "notices.read_letter",
        "notices.read_mentioned",
        "notices.read_place",
        "notices.read_platform_letter",
        "notices.settle_asked",
        "tracking.count_signal",
        "tracking.issue_tracker",
        "tracking.keep_days",
        "tracking.list_my_trackers",
        "tracking.read_map_pack",
        "tracking.read_map_pack_info",
        "users.list",
        "users.list_invitations",
        "users.read_invitation_letters",
        "views.list",
        "views.save",
      ]
    `);
  });

  it("these anybody may do, signed in or not", () => {
    expect(saying("allow", "anyone")).toMatchInlineSnapshot(`
      [
        "agencies.look_up",
        "agencies.read_card",
        "agencies.read_logo",
        "agencies.register",
        "groups.read_invitation",
        "identity.forgot_password",
        "identity.log_in",
        "identity.log_in_by_code",
        "identity.log_out",
        "identity.log_out_everywhere",
        "identity.read_country",
        "identity.refresh",
        "identity.register",
        "identity.request_code",
        "identity.request_guest_code",
        "identity.reset_password",
        "identity.sign_in_by_hand_over",
        "identity.sign_in_by_link",
        "identity.verify_guest",
        "tracking.ingest_osmand",
        "tracking.ingest_owntracks",
        "users.accept_invitation",
        "users.read_invitation",
      ]
    `);
  });

  it("these are plain verbs, without policy or audit of their own, inside the work of a command", () => {
    expect(plainVerbs()).toMatchInlineSnapshot(`
      [
        "agencies.addMemberships",
        "agencies.addToDirectory",
        "agencies.findBranch",
        "agencies.findByCode",
        "agencies.findMemberships",
        "agencies.issueCode",
        "agencies.logoKey",
        "agencies.readCard",
        "agencies.removeFromDirectory",
        "agencies.showAgency",
        "agencies.showBranch",
        "agencies.showRequest",
        "chat.deliver",
        "groups.enter",
        "groups.welcome",
        "identity.addLogin",
        "identity.addSecretToken",
        "identity.belong",
        "identity.codeWrong",
        "identity.findLogin",
        "identity.finishSessions",
        "identity.hashPassword",
        "identity.heldSession",
        "identity.isImported",
        "identity.issue",
        "identity.judgePassword",
        "identity.openAvatar",
        "identity.openSession",
        "identity.ownUser",
        "identity.phoneAt",
        "identity.replaceOthers",
        "identity.resolve",
        "identity.tryCode",
        "identity.unauthenticated",
        "identity.userOf",
        "identity.verifyPassword",
        "inventory.availability",
        "inventory.claim",
        "inventory.claimLocked",
        "inventory.claimMany",
        "inventory.lockPools",
        "inventory.openPool",
        "inventory.release",
        "inventory.resize",
        "inventory.sell",
        "notices.reader",
        "tracking.loadSenders",
        "tracking.record",
        "users.draft",
        "users.invite",
        "users.keepOwner",
        "users.leave",
        "users.linkOf",
        "users.loadUser",
        "users.openHeld",
        "users.showInvitation",
        "users.showUser",
      ]
    `);
  });

  it("these stand outside of every agency, on the platform's side of the fence", () => {
    expect(
      found.filter(({ operation }) => operation.fence === "platform").map(({ name }) => name),
    ).toMatchInlineSnapshot(`
      [
        "agencies.export_all",
        "agencies.found",
        "agencies.list_all",
        "agencies.list_applications",
        "agencies.list_ids",
        "agencies.list_mine",
        "agencies.look_up",
        "agencies.read_file",
        "agencies.read_logo",
        "agencies.read_owners",
        "agencies.read_statistics",
        "agencies.register",
        "audit.forget_answers",
        "audit.list_all",
        "identity.change_password",
        "identity.drop_avatar",
        "identity.end_session",
        "identity.forget_codes",
        "identity.forgot_password",
        "identity.hand_over",
        "identity.list_sessions",
        "identity.log_in",
        "identity.log_in_by_code",
        "identity.log_out",
        "identity.log_out_everywhere",
        "identity.make_super_admin",
        "identity.read_agency_at_door",
        "identity.read_avatar",
        "identity.read_code_letter",
        "identity.read_country",
        "identity.read_guest",
        "identity.read_profile",
        "identity.read_standing",
        "identity.refresh",
        "identity.register",
        "identity.request_code",
        "identity.request_guest_code",
        "identity.reset_password",
        "identity.see_session",
        "identity.set_avatar",
        "identity.sign_in_by_hand_over",
        "identity.sign_in_by_link",
        "identity.update_profile",
        "identity.verify_guest",
        "notices.forget_person",
        "notices.keep_platform_letter",
        "notices.list_platform_outbox",
        "notices.move_platform_letter",
        "notices.notify",
        "notices.read_contact",
        "notices.read_platform_letter",
        "notices.retry_platform",
        "tracking.keep_days",
        "users.accept_invitation",
        "users.erase",
        "users.read_invitation",
      ]
    `);
  });

  it("these change something also while an agency may only look", () => {
    expect(saying("evenReadOnly", "true")).toMatchInlineSnapshot(`
      [
        "agencies.approve",
        "agencies.ask",
        "agencies.clear_caches",
        "agencies.close_access",
        "agencies.end_access",
        "agencies.end_trial",
        "agencies.reactivate",
        "agencies.register",
        "agencies.reject",
        "agencies.set_trial",
        "agencies.suspend",
        "agencies.take_access",
        "agencies.warn_of_trial",
        "chat.edit",
        "chat.mark_read",
        "chat.open_look",
        "chat.send",
        "chat.sweep",
        "chat.type",
        "chat.update",
        "chat.upload",
        "chat.withdraw",
        "groups.remove_member",
        "groups.set_sharing",
        "identity.change_password",
        "identity.drop_avatar",
        "identity.end_session",
        "identity.forgot_password",
        "identity.hand_over",
        "identity.log_in",
        "identity.log_in_by_code",
        "identity.log_out",
        "identity.log_out_everywhere",
        "identity.refresh",
        "identity.request_code",
        "identity.reset_password",
        "identity.set_avatar",
        "identity.sign_in_by_hand_over",
        "identity.sign_in_by_link",
        "identity.update_profile",
        "notices.mark_read",
        "tracking.ingest_osmand",
        "tracking.ingest_owntracks",
        "tracking.look_at_group",
        "tracking.read_history",
        "tracking.send_positions",
        "views.remove",
        "views.save",
      ]
    `);
  });

  it("these are their own record instead of a row in the audit log", () => {
    expect(saying("audit", '"itself"')).toMatchInlineSnapshot(`
      [
        "audit.forget_answers",
        "chat.edit",
        "chat.mark_read",
        "chat.send",
        "chat.sweep",
        "chat.type",
        "chat.upload",
        "chat.withdraw",
        "identity.forget_codes",
        "identity.refresh",
        "identity.see_session",
        "notices.forget_person",
        "notices.keep_letter",
        "notices.keep_platform_letter",
        "notices.mark_read",
        "notices.move_letter",
        "notices.move_platform_letter",
        "notices.notify",
        "notices.settle_asked",
        "tracking.ingest_osmand",
        "tracking.ingest_owntracks",
        "tracking.keep_days",
        "tracking.look_at_group",
        "tracking.read_history",
        "tracking.send_positions",
        "tracking.thin",
      ]
    `);
  });

  it("every operation has one name, in its feature's words", () => {
    const names = found.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(
      found
        .filter(({ name, file }) => name.split(".")[0] !== file.split("/")[1])
        .map(({ name, file }) => `${name} in ${file}`),
    ).toEqual([]);
    expect(names.filter((name) => !/^[a-z_]+\.[a-z_]+$/.test(name))).toEqual([]);
  });
});
