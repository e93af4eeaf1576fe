"use client";

import { ListFilter, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import type { RosterFilter } from "./filter";

type RosterFiltersProps = {
  value: RosterFilter;
  subGroups: readonly string[];
  onChange: (next: RosterFilter) => void;
};

/** By name or number first; role, bus and sharing behind one press. */
export function RosterFilters({ value, subGroups, onChange }: RosterFiltersProps) {
  const t = useTranslations("groups");
  const own = useTranslations("lead.roster");
  const set = (key: keyof RosterFilter) => (event: { target: { value: string } }) =>
    onChange({ ...value, [key]: event.target.value });
  const active = [value.role, value.subGroup, value.sharing].filter(Boolean).length;
  const all = { value: "", label: own("all") };
  const roles = (["leader", "helper", "pilgrim"] as const).map((role) => ({ value: role, label: t(`role.${role}`) }));
  const states = (["on", "paused", "off"] as const).map((state) => ({ value: state, label: t(`sharing.${state}`) }));
  return (
    <search className="flex flex-col gap-3">
      <TextField
        label={t("roster.search")}
        type="search"
        autoComplete="off"
        value={value.q}
        onChange={set("q")}
        prefix={<Search aria-hidden size={20} />}
      />
      <Fold
        className="card px-(--pad-card)"
        title={
          <>
            <ListFilter aria-hidden size={20} className="flex-none" />
            <span className="font-semibold text-md">
              {active > 0 ? own("filtered", { count: active }) : own("filter")}
            </span>
          </>
        }
      >
        <div className="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-3 pb-4">
          <SelectField label={own("role")} value={value.role} onChange={set("role")} options={[all, ...roles]} />
          {subGroups.length > 0 ? (
            <SelectField
              label={t("roster.subGroup")}
              value={value.subGroup}
              onChange={set("subGroup")}
              options={[all, ...subGroups.map((name) => ({ value: name, label: name }))]}
            />
          ) : null}
          <SelectField
            label={own("sharing")}
            value={value.sharing}
            onChange={set("sharing")}
            options={[all, ...states]}
          />
        </div>
      </Fold>
    </search>
  );
}
