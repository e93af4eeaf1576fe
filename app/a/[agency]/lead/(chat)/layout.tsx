import type { ReactNode } from "react";
import { Speak } from "@/components/shell/speak";
import { LeadShell } from "@/components/today/lead-shell";

type Props = { children: ReactNode; params: Promise<{ agency: string }> };

export default async function LeadChatLayout({ children, params }: Props) {
  const { agency } = await params;
  return (
    <LeadShell agency={agency} layout="map">
      <Speak namespaces={["chat"]}>{children}</Speak>
    </LeadShell>
  );
}
