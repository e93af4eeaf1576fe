"use client";

import { Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCity } from "@/components/groups/use-city";
import { zonesWith } from "@/components/groups/zones";
import { SidePanel } from "@/components/office/side-panel";
import { useFieldErrors } from "@/components/shell/field-errors";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import type { Branch } from "@/lib/agencies/contract/branch";
import { HoursFields } from "./hours-fields";

export type BranchWish = Omit<Branch, "id" | "managerName">;
type Person = { id: string; name: string };
type BranchPanelProps = { branch?: Branch; zone: string; people: readonly Person[]; send: Act<BranchWish, Branch> };
type Draft = Omit<BranchWish, "place"> & { lat: string; lng: string };

const draftOf = (branch: Branch | undefined, zone: string): Draft => ({
  name: branch?.name ?? "",
  city: branch?.city ?? "",
  timeZone: branch?.timeZone ?? zone,
  address: branch?.address ?? null,
  hours: branch?.hours ?? null,
  managerId: branch?.managerId ?? null,
  lat: branch?.place ? String(branch.place.lat) : "",
  lng: branch?.place ? String(branch.place.lng) : "",
});

/** A number as people write it, with a point or a comma; nothing written is none. */
const degrees = (typed: string) => (typed.trim() ? Number(typed.trim().replace(",", ".")) : Number.NaN);

function wishOf({ lat, lng, ...rest }: Draft): BranchWish {
  const place = lat.trim() || lng.trim() ? { lat: degrees(lat), lng: degrees(lng) } : null;
  return { ...rest, address: rest.address?.trim() || null, place };
}

/** A branch's settings beside the list, new or existing. */
export function BranchPanel({ branch, zone, people, send }: BranchPanelProps) {
  const t = useTranslations("agency.branches");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(draftOf(branch, zone));
  const [details, setDetails] = useState<unknown>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { busy, act } = useAct();
  const change = (next: boolean) => {
    setOpen(next);
    setRefused(null);
    setDetails(null);
    if (next) setDraft(draftOf(branch, zone));
  };
  const save = () =>
    act(
      async () => {
        const answer = await send(wishOf(draft));
        setDetails(answer.ok ? null : answer.details);
        return answer;
      },
      { said: { text: t("saved", { name: draft.name }) }, done: () => change(false), refused: setRefused },
    );
  return (
    <>
      <Button
        kind={branch ? "secondary" : "primary"}
        size={branch ? "sm" : "md"}
        icon={branch ? <Pencil aria-hidden size={16} /> : <Plus aria-hidden size={16} />}
        onClick={() => change(true)}
      >
        {branch ? t("edit") : t("open")}
      </Button>
      <SidePanel title={branch?.name ?? t("open")} open={open} onOpenChange={change}>
        <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-5">
          {refused ? <Banner kind="bad">{refused}</Banner> : null}
          <BranchFields {...{ draft, details, people }} set={(part) => setDraft({ ...draft, ...part })} />
        </div>
        <footer className="flex flex-wrap justify-end gap-2.5 border-line border-t px-5 py-3">
          <Button onClick={() => change(false)}>{common("cancel")}</Button>
          <Button kind="primary" busy={busy && common("saving")} onClick={save}>
            {t("save")}
          </Button>
        </footer>
      </SidePanel>
    </>
  );
}

type BranchFieldsProps = {
  draft: Draft;
  details: unknown;
  people: readonly Person[];
  set: (part: Partial<Draft>) => void;
};

function BranchFields({ draft, details, people, set }: BranchFieldsProps) {
  const cityOf = useCity();
  const t = useTranslations("agency.branches");
  const errorOf = useFieldErrors(details);
  const text = (field: "name" | "city" | "lat" | "lng") => ({
    label: t(field),
    value: draft[field],
    error: errorOf(field === "lat" || field === "lng" ? `place.${field}` : field),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  const place = (field: "lat" | "lng", example: string) => ({
    ...text(field),
    hint: t("such", { example }),
    optional: true,
    dir: "ltr",
    inputMode: "decimal" as const,
    maxLength: 12,
  });
  return (
    <>
      <TextField {...text("name")} maxLength={80} />
      <TextField {...text("city")} maxLength={80} />
      <TextArea
        label={t("address")}
        optional
        rows={2}
        maxLength={300}
        value={draft.address ?? ""}
        error={errorOf("address")}
        onChange={(event) => set({ address: event.target.value })}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField {...place("lat", "-6.2088")} />
        <TextField {...place("lng", "106.8456")} />
      </div>
      <SelectField
        label={t("zone")}
        value={draft.timeZone}
        error={errorOf("timeZone")}
        onChange={(event) => set({ timeZone: event.target.value })}
        options={zonesWith(draft.timeZone).map((value) => ({ value, label: cityOf(value) }))}
      />
      <SelectField
        label={t("manager")}
        value={draft.managerId ?? ""}
        error={errorOf("managerId")}
        onChange={(event) => set({ managerId: event.target.value || null })}
        options={[{ value: "", label: t("noManager") }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <HoursFields
        hours={draft.hours}
        set={(hours) => set({ hours })}
        error={errorOf("hours") ? t("hoursWrong") : null}
      />
    </>
  );
}
