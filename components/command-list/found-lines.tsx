import { Command } from "cmdk";
import { Ticket } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { GroupTag } from "@/components/ui/band";
import { Line } from "./line";
import type { FoundPerson, useFound } from "./use-found";

type FoundLinesProps = { found: ReturnType<typeof useFound>; home: string; go: (href: string) => void };

/** Where somebody is met: staff in their list, who travels among the bookings. */
const placeOf = (home: string, { name, roles }: FoundPerson) =>
  `${home}/${roles.some((role) => role !== "pilgrim") ? "staff" : "bookings"}?q=${encodeURIComponent(name)}`;

/** What the server found: groups by their band, people by their face, bookings by their code. */
export function FoundLines({ found: { groups, people, bookings }, home, go }: FoundLinesProps) {
  const t = useTranslations("shell.find");
  return (
    <>
      {groups.length > 0 ? (
        <Command.Group heading={t("groups")}>
          {groups.map(({ id, number, name }) => (
            <Line key={id} value={`group ${id}`} onSelect={() => go(`${home}/groups/${id}`)}>
              <GroupTag number={number} size={22} />
              <bdi>{name}</bdi>
            </Line>
          ))}
        </Command.Group>
      ) : null}
      {people.length > 0 ? (
        <Command.Group heading={t("people")}>
          {people.map((person) => (
            <Line key={person.id} value={`person ${person.id}`} onSelect={() => go(placeOf(home, person))}>
              <Avatar name={person.name} size={24} />
              <bdi>{person.name}</bdi>
            </Line>
          ))}
        </Command.Group>
      ) : null}
      {bookings.length > 0 ? (
        <Command.Group heading={t("bookings")}>
          {bookings.map(({ id, code, payerName, packageName }) => (
            <Line key={id} value={`booking ${id}`} onSelect={() => go(`${home}/bookings?open=${id}`)}>
              <Ticket aria-hidden />
              <span>
                <bdi>{payerName}</bdi>{" "}
                <span className="text-ink-3">
                  <bdi dir="ltr">{code}</bdi>&nbsp;· <bdi>{packageName}</bdi>
                </span>
              </span>
            </Line>
          ))}
        </Command.Group>
      ) : null}
    </>
  );
}
