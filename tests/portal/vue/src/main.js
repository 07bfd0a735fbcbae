// A portal in Vue that ties out what people choose.
import { createApp } from "vue";
import Embedded from "./Embedded.vue";
import Portal from "./Portal.vue";

createApp(location.hash === "#element" ? Embedded : Portal).mount("#app");
