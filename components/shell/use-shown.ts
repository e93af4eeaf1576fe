import { useEffect, useRef } from "react";

/** A list that scrolls by itself keeps its current one in sight, also where a key moved it. Its buttons say `aria-current`. */
export function useShown(currentId: string | null) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (currentId) list.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [currentId]);
  return list;
}
