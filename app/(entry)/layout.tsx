import type { ReactNode } from "react";
import { Speak } from "@/components/shell/speak";

/** Who is not signed in yet asks the API itself, and says its refusals by their codes. */
export default function EntryLayout({ children }: { children: ReactNode }) {
  return <Speak namespaces={["errors"]}>{children}</Speak>;
}
