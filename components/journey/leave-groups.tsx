import type { ComponentProps } from "react";
import type { Group } from "@/lib/groups/contract";
import { LeaveGroup } from "./leave-group";

type LeaveGroupsProps = Omit<ComponentProps<typeof LeaveGroup>, "group"> & { groups: readonly Group[] };

/** The way out of each group whose trip is not over. */
export const LeaveGroups = ({ groups, ...rest }: LeaveGroupsProps) =>
  groups
    .filter(({ mine, state }) => mine && state !== "past")
    .map(({ id, number, name }) => <LeaveGroup key={id} group={{ id, number, name }} {...rest} />);
