import type { ReactNode } from "react";
import { MyShell } from "@/components/journey/my-shell";
import { Speak } from "@/components/shell/speak";

type Props = { children: ReactNode; params: Promise<{ agency: string }> };

export default async function MyChatLayout({ children, params }: Props) {
  const { agency } = await params;
  return (
    <MyShell agency={agency} layout="map">
      <Speak namespaces={["chat"]}>{children}</Speak>
    </MyShell>
  );
}
