// Nothing of tieout has to be set for a build; the development server must leave the package where it is.
import vue from "@vitejs/plugin-vue";

export default { base: "./", plugins: [vue()], optimizeDeps: { exclude: ["tieout"] } };
