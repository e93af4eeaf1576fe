import { afterEach, expect, it, vi } from "vitest";
import { keepKeys } from "@/components/ui/focus";

afterEach(() => vi.unstubAllGlobals());

/** A page of which this holds the keys. */
function page(holder: "body" | "field") {
  const [body, field] = [{}, {}];
  const focus = vi.fn();
  const getElementById = (id: string) => (id === "content" ? { focus } : null);
  vi.stubGlobal("document", { body, activeElement: holder === "body" ? body : field, getElementById });
  return focus;
}

it("whoever pressed what is gone by now goes on at the page's content, which does not jump for it", () => {
  const focus = page("body");
  keepKeys();
  expect(focus.mock.calls).toEqual([[{ preventScroll: true }]]);
});

it("whoever is somewhere else already stays there", () => {
  const focus = page("field");
  keepKeys();
  expect(focus).not.toHaveBeenCalled();
});
