"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type Act, type Answer, useAct } from "@/components/shell/use-act";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { TextField } from "@/components/ui/field";
import type { Candidate, GroupRole } from "@/lib/groups/contract";
import { formatPhone } from "@/lib/i18n/phone";
export type AddActs = {
  find: (input: { groupId: string; q?: string }) => Promise<Answer<{ data: Candidate[] }>>;
  add: Act<{ groupId: string; userId: string; role: GroupRole }>;
};
export type AddPersonProps = { group: { id: string; number: number }; acts: AddActs };

/** Long enough to finish a word. */
const TYPING_MS = 300;

/** Those who match what is typed, a moment after the typing rests; null until they are read. */
function useFound(find: AddActs["find"], groupId: string, typed: string, open: boolean) {
  const [found, setFound] = useState<readonly Candidate[] | "failed" | null>(null);
  useEffect(() => {
    if (!open) return;
    let stale = false;
    const timer = setTimeout(
      async () => {
        const q = typed.trim();
        const answer = await find({ groupId, ...(q && { q }) }).catch(() => null);
        if (!stale) setFound(answer?.ok ? answer.value.data : "failed");
      },
      typed ? TYPING_MS : 0,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [find, groupId, typed, open]);
  return found;
}

/** Finds somebody of the agency, then asks as what they come. */
export function PersonChoice({ group, acts, onDone }: AddPersonProps & { onDone: () => void }) {
  const t = useTranslations("office.add");
  const words = useTranslations("groups");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<Candidate | null>(null);
  const [role, setRole] = useState<GroupRole>("pilgrim");
  const [refused, setRefused] = useState<string | null>(null);
  const found = useFound(acts.find, group.id, typed, chosen === null);
  const choose = (one: Candidate) => {
    setChosen(one);
    setRole(one.mayLead ? "leader" : "pilgrim");
    setRefused(null);
  };
  if (!chosen)
    return (
      <div className="flex flex-col gap-3">
        <TextField
          label={t("search")}
          type="search"
          autoComplete="off"
          maxLength={120}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          prefix={<Search aria-hidden size={16} />}
        />
        <p role="status" className="text-ink-3 text-sm">
          {found === null ? t("looking") : found === "failed" ? t("failed") : t("found", { count: found.length })}
        </p>
        {found && found !== "failed" ? (
          <ul className="max-h-72 overflow-y-auto">
            {found.map((one) => (
              <PersonRow key={one.userId} one={one} onChoose={() => choose(one)} />
            ))}
          </ul>
        ) : null}
      </div>
    );
  const { userId, personName: name, mayLead } = chosen;
  const add = () =>
    act(() => acts.add({ groupId: group.id, userId, role }), {
      said: { text: t(`said.${role}`, { name }) },
      done: onDone,
      refused: setRefused,
    });
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-3 font-semibold">
        <Avatar name={name} size={30} />
        <span>
          <bdi>{name}</bdi>
        </span>
      </p>
      <RadioGroup
        legend={t("as")}
        value={role}
        onValue={(next) => setRole(next as GroupRole)}
        options={(["leader", "helper", "pilgrim"] as const)
          .filter((one) => mayLead || one !== "leader")
          .map((one) => ({ value: one, label: words(`role.${one}`) }))}
      />
      {mayLead ? null : <p className="text-ink-3 text-sm">{t("mayNotLead", { name })}</p>}
      {refused ? (
        <p role="alert" className="text-bad-ink text-sm">
          {refused}
        </p>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={() => setChosen(null)}>{t("another")}</Button>
        <Button kind="primary" busy={busy && common("saving")} onClick={add}>
          {t("sure", { name })}
        </Button>
      </div>
    </div>
  );
}

function PersonRow({ one: { personName, phone, mayLead }, onChoose }: { one: Candidate; onChoose: () => void }) {
  const t = useTranslations("office.add");
  return (
    <li className="border-line border-t first:border-t-0">
      <button type="button" onClick={onChoose} className="flex min-h-12 w-full items-center gap-3 py-1.5 text-start">
        <Avatar name={personName} size={30} />
        <span className="min-w-0">
          <span className="block font-semibold">
            <bdi>{personName}</bdi>
          </span>
          <span className="block text-ink-3 text-sm">
            {mayLead ? t("leads") : null}
            {mayLead && phone ? "\u00a0· " : null}
            {phone ? <bdi dir="ltr">{formatPhone(phone)}</bdi> : null}
          </span>
        </span>
      </button>
    </li>
  );
}
