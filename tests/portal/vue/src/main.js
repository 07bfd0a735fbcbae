// A portal in Vue that ties out what people choose.
import { createApp } from "vue";
import Portal from "./Portal.vue";

createApp(Portal).mount("#app");
