import type { ComponentProps } from "react";
import { BranchTools } from "@/components/settings/branch-tools";
import { mayOpenBranch } from "@/lib/agencies/policy";
import { mayExportUsers } from "@/lib/users/policy";
import type { PageCall } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { open } from "./actions";

type ListToolsProps = { call: PageCall; agency: string; home: string; query: Record<string, unknown> } & Pick<
  ComponentProps<typeof BranchTools>,
  "branches" | "zone" | "people"
>;

/** Beside the title of the list: the reader's own views of it, the file, and another branch. */
export function ListTools({ call, agency, home, query, ...shown }: ListToolsProps) {
  const mayOpen = !call.readOnly && mayOpenBranch(call.actor);
  return (
    <>
      <KeptViews {...{ call, agency, home, query }} place="branches" />
      <BranchTools {...shown} mayExport={mayExportUsers(call.actor)} open={mayOpen ? open.bind(null, agency) : null} />
    </>
  );
}
