"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/field";
import type { Role } from "@/lib/kernel/actor";
import type { UpdateUser, User } from "@/lib/users/contract";

type Place = { roles: readonly Role[]; branchId: string | null };
type PlaceFieldsProps = {
  place: Place;
  set: (place: Place) => void;
  givable: readonly Role[];
  branches: readonly { id: string; name: string }[];
};

/** Which roles, and bound to which branch. */
export function PlaceFields({ place, set, givable, branches }: PlaceFieldsProps) {
  const t = useTranslations("agency.staff");
  const roles = useTranslations("entry.role");
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-2 font-label text-sm">{t("columns.roles")}</legend>
        <div className="grid grid-cols-2 gap-2">
          {givable.map((role) => (
            <Checkbox
              key={role}
              label={roles(role)}
              checked={place.roles.includes(role)}
              onChange={(event) => {
                const rest = place.roles.filter((one) => one !== role);
                set({ ...place, roles: event.target.checked ? [...rest, role] : rest });
              }}
            />
          ))}
        </div>
      </fieldset>
      <SelectField
        label={t("columns.branch")}
        value={place.branchId ?? ""}
        onChange={(event) => set({ ...place, branchId: event.target.value || null })}
        options={[
          { value: "", label: t("allBranches") },
          ...branches.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}

type RolesDialogProps = Pick<PlaceFieldsProps, "givable" | "branches"> & {
  user: User;
  update: Act<UpdateUser, unknown>;
  onClose: () => void;
};

/** What somebody may do here, and where. */
export function RolesDialog({ user, givable, branches, update, onClose }: RolesDialogProps) {
  const t = useTranslations("agency.staff");
  const common = useTranslations("common");
  const [place, setPlace] = useState<Place>(user);
  const [refused, setRefused] = useState<string | null>(null);
  const { busy, act } = useAct();
  const save = () => {
    if (place.roles.length === 0) return setRefused(t("noRole"));
    act(() => update({ id: user.id, roles: [...place.roles], branchId: place.branchId }), {
      said: { text: t("changed", { name: user.name }) },
      done: onClose,
      refused: setRefused,
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("changeTitle", { name: user.name })}
      actions={(close) => (
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button kind="primary" busy={busy && common("saving")} onClick={save}>
            {t("save")}
          </Button>
        </>
      )}
    >
      {refused ? (
        <p role="alert" className="mb-3 text-bad-ink">
          {refused}
        </p>
      ) : null}
      <PlaceFields place={place} set={setPlace} {...{ givable, branches }} />
    </Dialog>
  );
}
