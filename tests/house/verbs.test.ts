import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { acting, type Found, operations, saying } from "./operations";
import { nodesOf, treeOf } from "./sources";

let found: Found[];
beforeAll(async () => {
  found = await operations();
});

/** Functions of a feature's public face that are neither command nor query: whoever calls them has asked for leave already. */
const plainVerbs = () =>
  acting()
    .flatMap((source) =>
      nodesOf(
        treeOf(source),
        (node): node is ts.FunctionDeclaration | ts.VariableStatement =>
          ts.isFunctionDeclaration(node) || ts.isVariableStatement(node),
      )
        .filter((node) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
        .flatMap((node): readonly ts.NamedDeclaration[] =>
          ts.isFunctionDeclaration(node)
            ? [node]
            : node.declarationList.declarations.filter(
                ({ initializer }) => initializer && ts.isArrowFunction(initializer),
              ),
        )
        .map((node) => `${source.file.split("/")[1]}.${node.name?.getText(treeOf(source))}`),
    )
    .sort();

describe("authorization is a required field, and its exceptions are listed here", () => {
  it("these act upon nothing that stands already: they create, or concern only the caller", () => {
    expect(saying("load", "nothing")).toMatchSnapshot();
  });

  it("these anybody may do, signed in or not", () => {
    expect(saying("allow", "anyone")).toMatchSnapshot();
  });

  it("these are plain verbs, without policy or audit of their own, inside the work of a command", () => {
    expect(plainVerbs()).toMatchSnapshot();
  });

  it("these stand outside of every agency, on the platform's side of the fence", () => {
    expect(found.filter(({ operation }) => operation.fence === "platform").map(({ name }) => name)).toMatchSnapshot();
  });

  it("these change something also while an agency may only look", () => {
    expect(saying("evenReadOnly", "true")).toMatchSnapshot();
  });

  it("these are their own record instead of a row in the audit log", () => {
    expect(saying("audit", '"itself"')).toMatchSnapshot();
  });

  it("every operation has one name, in its feature's words", () => {
    const names = found.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(
      found
        .filter(({ name, file }) => name.split(".")[0] !== file.split("/")[1])
        .map(({ name, file }) => `${name} in ${file}`),
    ).toEqual([]);
    expect(names.filter((name) => !/^[a-z_]+\.[a-z_]+$/.test(name))).toEqual([]);
  });
});
