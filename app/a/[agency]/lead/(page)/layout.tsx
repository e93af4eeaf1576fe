import type { ReactNode } from "react";
import { Speak } from "@/components/shell/speak";
import { LeadShell } from "@/components/today/lead-shell";

type Props = { children: ReactNode; params: Promise<{ agency: string }> };

export default async function LeadLayout({ children, params }: Props) {
  const { agency } = await params;
  return (
    <LeadShell agency={agency}>
      <Speak namespaces={["lead", "groups"]}>{children}</Speak>
    </LeadShell>
  );
}
