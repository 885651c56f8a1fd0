import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  nearest
} from "./chunk-RTN5YXCH.js";

// src/install/blueprint/chosen.ts
function chosenShapes(blueprint, asked) {
  if (asked.trim() === "") return blueprint.shapes;
  const known = blueprint.shapes.flatMap(({ places }) => places);
  const wanted = asked.split(",").map((text) => text.trim());
  const strange = wanted.find((text) => !known.some(({ id, name }) => id === text || name === text));
  if (strange !== void 0) {
    const names = known.flatMap(({ id, name }) => [id, ...name === null ? [] : [name]]);
    const near = nearest(strange, names);
    return `integrations/aws.yaml knows no account ${JSON.stringify(strange)}.${near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`}`;
  }
  return blueprint.shapes.flatMap((shape) => {
    const places = shape.places.filter(({ id, name }) => wanted.includes(id) || wanted.includes(name ?? ""));
    return places.length === 0 ? [] : [{ ...shape, places }];
  });
}

export {
  chosenShapes
};
