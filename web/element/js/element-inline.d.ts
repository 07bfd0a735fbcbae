// The types of `tieout/element/inline`.
export * from "./element.js";
