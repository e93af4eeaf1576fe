import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Card, Row } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Membership } from "@/lib/identity/contract";
import { homeOf } from "@/lib/identity/policy";

/** The agencies somebody belongs to; the whole row leads into one. */
export function AgencyList({ memberships }: { memberships: readonly Membership[] }) {
  const t = useTranslations("entry.role");
  return (
    <Card flush>
      <ul>
        {memberships.map((membership) => (
          <li key={membership.agency.id}>
            <Link href={homeOf(membership)} className="block hover:bg-primary-soft">
              <Row
                start={<Avatar name={membership.agency.name} size={36} square />}
                end={<ChevronRight aria-hidden size={18} className="mirror text-ink-3" />}
              >
                <bdi className="font-semibold">{membership.agency.name}</bdi>
                <p className="text-sm text-ink-2">{membership.roles.map((role) => t(role)).join("\u00a0· ")}</p>
              </Row>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
