import { expect, it } from "vitest";
import { type Place, SCREENS } from "../e2e/pictures/screens";
import { sourcesIn } from "./sources";

const ID = "some-id";
const PLACE = new Proxy({} as Place, { get: () => ID });

/** "app/a/[agency]/my/(page)/page.tsx" as what an address must look like. */
const addressOf = (file: string) => {
  const steps = file
    .replace(/^app\//, "/")
    .replace(/\/?page\.tsx$/, "")
    .split("/")
    .filter((step) => step !== "" && !step.startsWith("("));
  return new RegExp(`^/${steps.map((step) => (step.startsWith("[") ? "[^/]+" : step)).join("/")}$`);
};

it("every page stands in the list of pictures: what nobody looks at breaks unseen", () => {
  const taken = SCREENS.flatMap(([, screens]) => screens.map(({ path }) => path(PLACE).split("?")[0] ?? ""));
  const pages = sourcesIn("app")
    .map(({ file }) => file)
    .filter((file) => file.endsWith("/page.tsx"));
  expect(pages.length).toBeGreaterThan(90);
  expect(pages.filter((file) => !taken.some((path) => addressOf(file).test(path)))).toEqual([]);
});

it("no two pictures have the same name", () => {
  const names = SCREENS.flatMap(([, screens]) => screens.map(({ name }) => name));
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
