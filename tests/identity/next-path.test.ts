import { describe, expect, it } from "vitest";
import { agencyOf, chosen, destination, joinPath, safeNext } from "@/components/entry/next-path";

describe("after signing in", () => {
  it.each(["/a/nurani/lead", "/a/nurani/my?day=2#map", "/"])("one goes on to %s", (next) =>
    expect(safeNext(next)).toBe(next),
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "https://evil.example/a",
    "javascript:alert(1)",
    "a/relative/path",
    " /a",
    "",
    undefined,
    ["/a", "/b"],
    "/.//evil.example",
    "/x/..//evil.example/sign-in",
    "/x/%2e%2e//evil.example",
    "/x/..\\/evil.example",
  ])("but never to %j", (next) => expect(safeNext(next)).toBeNull());

  it("goes to the group of a join code however it was copied, and else to where one belongs", () => {
    expect(joinPath(" abc-234 ")).toBe("/join/ABC234");
    expect(joinPath("../../evil")).toBe("/join/EVIL");
    expect(joinPath(" - ")).toBeNull();
    expect(destination("//evil.example", "abc234")).toBe("/join/ABC234");
    expect(destination("/a/nurani/my", "abc234")).toBe("/a/nurani/my");
    expect(destination(undefined)).toBe("/choose");
  });

  it("is new in the agency whose page it came from", () => {
    for (const next of [chosen("nurani"), "/a/nurani", "/a/nurani/book/1", "/a/nurani?month=2027-01"])
      expect(agencyOf(next)).toBe("nurani");
    for (const next of ["/choose", "/a/", "/account?agency=nurani", "//a/nurani", undefined])
      expect(agencyOf(next)).toBeNull();
  });
});
