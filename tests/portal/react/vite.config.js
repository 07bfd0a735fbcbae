// Nothing of tieout has to be set for a build; the development server must leave the package where it is.
import react from "@vitejs/plugin-react";

export default { base: "./", plugins: [react()], optimizeDeps: { exclude: ["tieout"] } };
