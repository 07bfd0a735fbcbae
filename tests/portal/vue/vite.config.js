// For a build only Vue has to be told of the element; the development server must leave the package where it is.
import vue from "@vitejs/plugin-vue";

export default { base: "./", plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "tieout-check" } } })], optimizeDeps: { exclude: ["tieout"] } };
