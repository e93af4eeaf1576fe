import type { ComponentProps } from "react";
import { ExportStaff } from "./export-staff";
import { ImportDialog } from "./import-dialog";
import { InviteDialog } from "./invite-dialog";

type StaffToolsProps = {
  query: ComponentProps<typeof ExportStaff>["query"];
  acts: {
    exportAll: ComponentProps<typeof ExportStaff>["read"];
    invite: ComponentProps<typeof InviteDialog>["invite"];
    importTable: ComponentProps<typeof ImportDialog>["send"];
  };
  mayExport: boolean;
  mayInvite: boolean;
} & Pick<ComponentProps<typeof InviteDialog>, "branches" | "givable" | "usual" | "language">;

/** Above the list: take it out, and bring people in. */
export function StaffTools({ query, acts, mayExport, mayInvite, branches, givable, usual, language }: StaffToolsProps) {
  return (
    <>
      {mayExport ? <ExportStaff query={query} read={acts.exportAll} /> : null}
      {mayInvite ? <ImportDialog send={acts.importTable} givable={givable} /> : null}
      {mayInvite ? <InviteDialog {...{ branches, givable, usual, language }} invite={acts.invite} /> : null}
    </>
  );
}
