import type { ReactNode } from "react";
import { clockOf } from "@/components/office/clock";
import type { Known } from "@/components/office/frame-names";
import { OfficeFrame } from "@/components/office/office-frame";
import { SHOWN_FIRST } from "@/components/office/roles";
import { Speak } from "@/components/shell/speak";
import { mayAsk, runsPlatform } from "@/lib/agencies/policy";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listBranches } from "@/lib/agencies/queries/branches";
import { maySeeAudit } from "@/lib/audit/policy";
import { readProfile } from "@/lib/identity/queries";
import { isInvoiceStaff } from "@/lib/invoices/policy";
import { may, rolesOf } from "@/lib/kernel/permission";
import { maySeeOutbox } from "@/lib/notices/policy";
import { countProofs } from "@/lib/payments/queries/proofs";
import { maySeeReports } from "@/lib/reports/policy";
import { mayListSavings, maySeeTotals } from "@/lib/savings/policy";
import { keepsOrders } from "@/lib/shop/policy";
import { mayCountSignal } from "@/lib/tracking/policy";
import { maySeeUsers } from "@/lib/users/policy";
import { frameCall } from "@/server/doors/frame";
import type { PageCall } from "@/server/doors/page";
import { signOut } from "@/server/doors/sign-out";
import { installable, KeepOffline } from "../keep-offline";

type Props = { children: ReactNode; params: Promise<{ agency: string }> };

export const generateMetadata = installable("office");

async function knownOf(call: PageCall): Promise<Known> {
  const [agency, { data: branches }, me, proofs] = await Promise.all([
    readAgency(call, {}),
    listBranches(call, {}),
    readProfile(call, {}),
    isInvoiceStaff(call.actor) ? countProofs(call, {}) : null,
  ]);
  const branch = branches.find(({ id }) => id === call.actor.branchId) ?? null;
  return {
    agency,
    branch: branch?.name ?? null,
    person: me.name,
    avatar: me.avatar,
    clock: clockOf(agency, branch),
    proofs: proofs ? proofs.toCheck + proofs.secondLook : 0,
  };
}

/** Draws the frame; whether somebody may be here is asked by every page. */
export default async function OfficeLayout({ children, params }: Props) {
  const { agency: slug } = await params;
  const call = await frameCall(slug);
  if (!call?.actor.roles.some((role) => SHOWN_FIRST.includes(role))) return children;
  const { actor } = call;
  return (
    <OfficeFrame
      slug={slug}
      known={knownOf(call)}
      roles={rolesOf(actor)}
      sees={{
        maps: mayCountSignal(actor),
        settings: may(actor, "see", "agency"),
        outbox: maySeeOutbox(actor),
        staff: maySeeUsers(actor),
        audit: maySeeAudit(actor),
        invoices: isInvoiceStaff(actor),
        savings: maySeeTotals(actor) || mayListSavings(actor),
        orders: keepsOrders(actor),
        reports: maySeeReports(actor),
        access: mayAsk(actor),
        platform: runsPlatform(actor),
      }}
      now={call.now}
      signOut={signOut}
    >
      <Speak namespaces={["office", "groups", "map"]}>{children}</Speak>
      <KeepOffline agency={slug} surface="office" pages={[]} />
    </OfficeFrame>
  );
}
